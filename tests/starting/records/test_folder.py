"""The folder of a new record: what is written there, and what is left alone."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

import ssrpolicy
from ssrpolicy import codec, rules
from ssrpolicy.errors import InputError, OutputError
from ssrpolicy.model import DocumentKind
from ssrpolicy.starting import begin_record

Write = Callable[[bytes], Path]


def test_the_letter_begins_a_record(source: Path, tmp_path: Path) -> None:
    """The record of the letter has its date, author, addressee, motion, and the given number."""
    made = begin_record(source, tmp_path / "new", "kst-32123-X-124")

    record = codec.read(made.folder).records[0]
    letter, motion = record.documents
    assert (record.id, record.language, record.source) == ("kst-32123-X-124", "nl", "letter")
    assert str(letter.number) == "kst-32123-X-124"
    assert letter.from_register == ()
    assert (str(letter.date), letter.authors) == ("2010-04-29", ("minister-bz",))
    assert letter.addressee == "voorzitter-tweede-kamer"
    assert (str(motion.number), motion.kind) == ("kst-32123-X-84", DocumentKind.MOTION)
    assert made.missing == ()


def test_the_source_is_copied_untouched(source: Path, tmp_path: Path) -> None:
    """The copy under sources/ has the bytes of the source."""
    made = begin_record(source, tmp_path / "new")

    copy = made.folder / "sources" / "kst-32123-X-124.txt"
    assert copy.read_bytes() == source.read_bytes()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["new"]


def test_git_leaves_the_line_ends_of_the_sources_alone(source: Path, tmp_path: Path) -> None:
    """A checkout elsewhere has the bytes of which the record holds the digest."""
    made = begin_record(source, tmp_path / "new")

    assert (made.folder / ".gitattributes").read_text("ascii") == "sources/** -text\n"


def test_the_new_record_has_nothing_wrong(source: Path, tmp_path: Path) -> None:
    """Neither reader nor rules find an error or a warning in it."""
    reading = codec.read(begin_record(source, tmp_path / "new").folder)

    assert [str(finding) for finding in reading.findings] == []
    found = rules.findings(reading.records[0])
    assert [str(finding) for finding in found if finding.severity != "note"] == []


@pytest.mark.parametrize(
    "words",
    [
        'Aan de Voorzitter van de Tweede Kamer der Staten-Generaal"""\nid = "evil"',
        "Den Haag, 29 april 2010\x1b[31m\x07",
        "de motie (32 123 X-2009, nr. 84)\u2028[[documents]]",
        "\ufeffNederland",
    ],
)
def test_odd_text_cannot_break_the_record(words: str, written: Write, tmp_path: Path) -> None:
    """Quotation marks, escape codes and odd line ends of a text stay data."""
    made = begin_record(written(words.encode()), tmp_path / "new")

    reading = codec.read(made.folder)
    assert [str(finding) for finding in reading.findings] == []
    assert reading.records[0].source == "letter"


def test_a_folder_with_something_in_it_is_left_alone(source: Path, letter_copy: Path) -> None:
    """A record that is there already is not touched."""
    before = (letter_copy / "record.toml").read_bytes()

    with pytest.raises(OutputError, match="is there already and not empty"):
        begin_record(source, letter_copy)
    assert (letter_copy / "record.toml").read_bytes() == before


def test_an_empty_folder_is_filled(source: Path, tmp_path: Path) -> None:
    """An empty folder stays the folder it is and gets the record."""
    (tmp_path / "new").mkdir()
    same = (tmp_path / "new").stat().st_ino

    begin_record(source, tmp_path / "new")

    names = sorted(each.name for each in (tmp_path / "new").iterdir())
    assert names == [".gitattributes", "record.toml", "sources"]
    assert (tmp_path / "new").stat().st_ino == same


def test_a_folder_that_cannot_be_made_is_told(source: Path, tmp_path: Path) -> None:
    """Where a file stands in the way of the folder, that is said."""
    (tmp_path / "file").write_text("")

    with pytest.raises(OutputError, match="cannot be written"):
        begin_record(source, tmp_path / "file" / "new")


@pytest.mark.heavy
def test_of_a_very_long_text_the_beginning_and_the_end_are_searched(tmp_path: Path) -> None:
    """Its head and what it cites at first are found, and a remark says that the rest was not."""
    between = "De haven is open. " * 60_000
    file = tmp_path / "lang.txt"
    first, last = "Kamerstuk 32 123 X, nr. 12", "Kamerstuk 33 456, nr. 7"
    file.write_text(f"Datum 3 mei 2034\n\nZie {first}.\n\n{between}\n\nZie {last}.\n", "utf-8")

    made = begin_record(file, tmp_path / "record")
    record = ssrpolicy.load(made.folder)

    assert [str(each.number) for each in record.documents if each.number] == ["kst-32123-X-12"]
    assert record.source_document.date == dt.date(2034, 5, 3)
    assert made.remarks[-1] == (
        "The text is very long: papers that it cites were looked for in its first 1,000,000 "
        "characters."
    )


def test_who_asks_for_a_record_by_its_source_is_told_where_it_is(
    written: Write, tmp_path: Path
) -> None:
    """The folder is named after the paper's number, and not after the file."""
    source = written(b"36 800 A Kades\n\nNr. 5 BRIEF VAN DE MINISTER VAN KADES\n")
    begin_record(source, tmp_path / "kst-36800-A-5")

    with pytest.raises(InputError) as refused:
        codec.read(tmp_path / source.stem)
    with pytest.raises(InputError) as other:
        codec.read(tmp_path / "elsewhere")

    assert "kst-36800-A-5 is the record" in str(refused.value.hint)
    assert other.value.hint is None
