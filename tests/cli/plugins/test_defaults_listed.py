"""The list of plugins says what each option is where nobody gives it."""

from collections.abc import Callable

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
