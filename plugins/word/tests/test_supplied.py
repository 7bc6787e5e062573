"""What a person supplies in a file of texts: read, filled in, and refused where it does not fit."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document

from ssrpolicy import OptionError
from ssrpolicy.testing import small_record

TEXTS = '''\
recipient = "de minister"
deadline = 2011-01-12
annexes = ["Brief, met bijlage", "Motie"]
advice = """
Kennisnemen van de brief.

Instemmen met het antwoord."""
'''


@pytest.fixture
def texts(tmp_path: Path) -> Callable[[str], Path]:
    """A function that writes a file of texts."""

    def write(content: str) -> Path:
        path = tmp_path / "notitie.toml"
        path.write_text(content, encoding="utf-8")
        return path

    return write


def test_the_texts_of_a_file_stand_in_the_note(
    texts: Callable[[str], Path], opened: Callable[..., Document], words: Callable[[Document], str]
) -> None:
    """What the file has is filled in, and an option goes before it."""
    note = opened(
        small_record(), reporter="word", texts=texts(TEXTS), recipient="de staatssecretaris"
    )
    shown = words(note).splitlines()
    assert "Aan\tde staatssecretaris" in shown
    assert "Besluit nodig op\t12 januari 2011" in shown
    at = shown.index("Gevraagd besluit")
    assert shown[at + 1 : at + 3] == ["Kennisnemen van de brief.", "Instemmen met het antwoord."]
    assert "Bijlagen\tBrief, met bijlage" in shown
    assert "Motie" in shown


@pytest.mark.parametrize(
    "content, message",
    [
        ('recipient = "de minister', r"notitie\.toml is not TOML: .*end of the file"),
        ('ontvanger = "de minister"', r"notitie\.toml has 'ontvanger', which no note has\."),
        ('deadline = "vandaag"', r"deadline in notitie\.toml is 'vandaag', not a day\."),
        ("deadline = 2011-01-12T12:00:00", r"deadline in notitie\.toml is .*, not a day\."),
        ('annexes = "Brief"', r"annexes in notitie\.toml is 'Brief', not a list of texts\."),
        (f"advice = {'[' * 50_000}{']' * 50_000}", r"notitie\.toml is not TOML: .*too deep"),
        (f"{' . '.join('a' * 40_000)} = 1", r"notitie\.toml is not TOML: .*too deep"),
        ("advice = 2.5", r"advice in notitie\.toml is 2\.5, not a text\."),
        (
            f"advice = {'9' * 5_000}",
            r"notitie\.toml is not TOML: it has a number of thousands of digits",
        ),
        ("advice = 3", r"advice in notitie\.toml is 3, not a text\."),
    ],
)
def test_a_file_that_does_not_fit_is_refused(
    texts: Callable[[str], Path], opened: Callable[..., Document], content: str, message: str
) -> None:
    """The error names the file, the key and what would work."""
    with pytest.raises(OptionError, match=message):
        opened(small_record(), reporter="word", texts=texts(content))


def test_a_character_that_nobody_sees_is_refused(
    texts: Callable[[str], Path], opened: Callable[..., Document], words: Callable[[Document], str]
) -> None:
    """Copied from a page, it would stand in the note as its code; soft hyphens do no harm."""
    for content, place in (
        ('advice = "Kennis\u200bnemen."', "advice in notitie.toml"),
        ('annexes = ["Brief", "Motie\u202e"]', "annexes in notitie.toml"),
    ):
        with pytest.raises(OptionError, match=f"{place} holds a character that nobody sees"):
            opened(small_record(), reporter="word", texts=texts(content))
    with pytest.raises(OptionError, match=r"The option recipient holds .*: .u2060") as refused:
        opened(small_record(), reporter="word", recipient="de min\u2060ister")
    assert refused.value.hint == r"Type the words around it anew: de min\u2060ister"
    note = opened(small_record(), reporter="word", recipient="de mi\u00adnister")
    assert "de mi" in words(note)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path, opened: Callable[..., Document]) -> None:
    """A Word document in its place is told to be none."""
    path = tmp_path / "notitie.toml"
    path.write_bytes(b"PK\x03\x04\xff")
    with pytest.raises(OptionError, match=r"notitie\.toml is not UTF-8: line 1 has the byte 0xFF"):
        opened(small_record(), reporter="word", texts=path)
