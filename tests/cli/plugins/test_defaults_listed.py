"""The list of plugins says what each option is where nobody gives it."""

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]


def test_the_list_says_whether_a_reporter_shows_internal_notes(run: Run) -> None:
    """Some reporters show them and some do not; each says which."""
    listed = run("plugins").stdout
    defaults: dict[str, str] = {}
    for line in listed.splitlines():
        if line.startswith("  reporter "):
            name = line.split()[1]
        elif line.startswith("    -o internal:"):
            defaults[name] = line.rpartition("If left out: ")[2]

    assert (defaults["excel"], defaults["html"]) == ("yes.", "no.")
    assert set(defaults.values()) == {"yes.", "no."}


def test_a_word_of_a_list_is_said_as_it_is_typed(run: Run, tmp_path: Path) -> None:
    """Not as Python shows the member of an enumeration, alone or among several."""
    (tmp_path / "colours.py").write_text(
        "from enum import Enum\n"
        "from attrs import frozen\n"
        "from ssrpolicy.reporting import hookimpl, option, rule\n"
        "Colour = Enum('Colour', {'RED': 'red', 'BLUE': 'blue'})\n"
        "@frozen(kw_only=True)\n"
        "class Colours:\n"
        "    one: Colour = option(Colour.RED, help='One.')\n"
        "    some: tuple[Colour, ...] = option((Colour.RED, Colour.BLUE), help='Some.')\n"
        "    none: tuple[Colour, ...] = option((), help='None.')\n"
        "@rule('colour-odd', 'note', options=Colours)\n"
        "def odd(record, options):\n"
        "    'A colour is odd.'\n"
        "    return ()\n"
        "@hookimpl\n"
        "def ssrpolicy_rules(): return [odd]\n"
    )
    page = run("plugins", "colour-odd", "--plugins-dir", tmp_path).stdout
    found = [line.partition("; ")[2] for line in page.splitlines() if "if left out" in line]

    assert found == [f"{each} if left out." for each in ("red", "red,blue", "nothing")]
