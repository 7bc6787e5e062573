"""Values of a TOML file have lines, whichever of its ways of writing was taken."""

from pathlib import Path

import pytest

from ssrpolicy import codec
from ssrpolicy.codec.toml.places import Lines
from tables import each_case

TEXT = b'''\
format = "ssrpolicy-record/1"
"language" = 'nl'
documents = [
  # the letter
  { id = "letter", title.nl = "Brief" },
  { id = "motion" },
]

[[statements]]
id = "a"
summary.nl = """
een tekst
over regels"""
[statements.timeframe]
phrase = "medio 2011"
[[statements.quantities]]
about = 3
[[statements.quantities]]
about = 4

[[statements]]
id = "b"
[[statements.quantities]]
about = 5
'''


@each_case(
    "place, line",
    [
        (("language",), 2),
        (("documents", 0, "id"), 5),
        (("documents", 0, "title", "nl"), 5),
        (("documents", 1), 6),
        (("statements",), 9),
        (("statements", 0, "summary", "nl"), 11),
        (("statements", 0, "timeframe", "phrase"), 15),
        (("statements", 0, "quantities", 1, "about"), 19),
        (("statements", 1, "id"), 22),
        (("statements", 1, "quantities", 0, "about"), 24),
    ],
)
def test_a_value_has_its_line(place: tuple[str | int, ...], line: int) -> None:
    """Inline tables, dotted keys, sub-tables and lists of tables are all found."""
    assert Lines(TEXT).line(place) == line


def test_what_is_not_there_has_the_line_of_what_is_around_it() -> None:
    """A missing key is placed at its entry."""
    place = ("statements", 1, "summary")

    assert Lines(TEXT).line(place) == 21


@pytest.mark.parametrize(
    "odd",
    [b"", b"\xff\xfe[[", b"a" * 100_000, b"[" * 50_000, b"x = " + b"[" * 50_000, b"a." * 5_000],
)
def test_an_odd_file_has_no_lines_and_does_no_harm(odd: bytes) -> None:
    """What is not TOML, or nested absurdly, gives no line, and nothing is raised."""
    assert Lines(odd).line(("statements", 0)) is None


@pytest.mark.parametrize("unit", ['"\\', '"""\\', "'''x", '\\"', '"\\\n', "'"])
def test_texts_that_are_never_closed_are_looked_through_once(tmp_path: Path, unit: str) -> None:
    """From each of their quotes anew, a file of a few hundred kB would take minutes."""
    file = tmp_path / "record.toml"
    file.write_text(f'format = "ssrpolicy-record/1"\nid = {unit * 150_000}\n', "utf-8")

    assert "toml-syntax" in {each.code for each in codec.read(file).findings}


def test_the_path_of_a_file_stands_before_its_mistake_once(tmp_path: Path) -> None:
    """The finding is on the file, which its place names."""
    file = tmp_path / "record.toml"
    file.write_text('id = "a\n', "utf-8")

    (finding,) = codec.read(file).findings

    assert str(finding).startswith(f"{file}:1: error toml-syntax: This is not TOML: ")
