"""Records written whole from Python, in the form that the path names, and read back as equal."""

import datetime as dt
from pathlib import Path
from typing import Any

import attrs
import pytest

import ssrpolicy
from spoiled import spoiled
from ssrpolicy import Document, DocumentKind, InputError, OutputError, PolicyRecord
from ssrpolicy.model import PageStart, TextParts
from ssrpolicy.testing import nasty_record, small_record


@pytest.fixture(params=["record", "record.json", "own/record.toml", "own/other.toml"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A path of each form in which records are written."""
    path = tmp_path / str(request.param)
    path.parent.mkdir(exist_ok=True)
    return path


def document(id: str, text: str | None, file: str | None = None) -> Document:
    """A document with a text, in a file or in none."""
    return Document(id=id, kind=DocumentKind.LETTER, text=text, file=file)


def record_of(*documents: Document) -> PolicyRecord:
    """A record of these documents."""
    return PolicyRecord(id="made", language="nl", source=documents[0].id, documents=documents)


@pytest.mark.parametrize("name", ["kst-32123-X-124", "lagemeer-2031-7"])
def test_what_is_written_is_read_as_the_same_record(
    fixtures: Path, target: Path, name: str
) -> None:
    """A folder, a TOML and a JSON file each hold the record, without a finding more or less."""
    record = ssrpolicy.load(fixtures / "records" / name)

    ssrpolicy.dump(record, target)

    assert ssrpolicy.load(target) == record
    assert [f.key for f in ssrpolicy.check(target)] == [f.key for f in record.findings()]


def test_a_folder_has_what_a_new_record_has(letter: Path, tmp_path: Path) -> None:
    """The texts keep their bytes, and git is told to leave them."""
    ssrpolicy.dump(ssrpolicy.load(letter), tmp_path / "copy")

    names = {path.relative_to(tmp_path / "copy").as_posix() for path in tmp_path.rglob("*.*")}
    assert names == {"record.toml", ".gitattributes", "sources/kst-32123-X-124.txt"}
    source = "sources/kst-32123-X-124.txt"
    assert (tmp_path / "copy" / source).read_bytes() == (letter / source).read_bytes()


def test_what_is_there_is_kept_unless_it_may_be_replaced(target: Path) -> None:
    """Comments would go with what is replaced, so that it has to be asked for."""
    record = small_record()
    ssrpolicy.dump(record, target)
    changed = attrs.evolve(record, title=ssrpolicy.LocalText(nl="Anders"))

    for again in (record, changed):  # also where nothing would be lost
        with pytest.raises(OutputError, match=r"is there already.*\n.*give overwrite=True"):
            ssrpolicy.dump(again, target)
    assert ssrpolicy.load(target) == record
    ssrpolicy.dump(changed, target, overwrite=True)
    assert ssrpolicy.load(target) == changed


def test_several_records_get_a_folder_each(tmp_path: Path) -> None:
    """A folder of records is read back as the same records; one TOML file cannot hold two."""
    several = (small_record(), nasty_record())
    ssrpolicy.dump(several, tmp_path / "records")

    assert set(ssrpolicy.load_all(tmp_path / "records")) == set(several)
    with pytest.raises(OutputError, match=r"records/\S+/record.toml, .* are there already"):
        ssrpolicy.dump(several, tmp_path / "records")
    ssrpolicy.dump(several, tmp_path / "records", overwrite=True)
    with pytest.raises(InputError, match="holds one record, not 2"):
        ssrpolicy.dump(several, tmp_path / "two.toml")
    for name in ("twice", "twice.json"):
        with pytest.raises(InputError, match="Several of the records are called"):
            ssrpolicy.dump([several[0], several[0]], tmp_path / name)
        with pytest.raises(InputError, match="No record was given to write"):
            ssrpolicy.dump([], tmp_path / name)
    with pytest.raises(OutputError, match="holds records, such as"):
        ssrpolicy.dump(several[0], tmp_path / "records", overwrite=True)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["records"]


@pytest.mark.parametrize("name", ["record.xlsx", "record.toml.bak", "brief.txt"])
def test_a_name_of_another_format_is_refused(tmp_path: Path, name: str) -> None:
    """Nobody gets JSON in a file that is called otherwise."""
    with pytest.raises(OutputError, match=r"ends in neither \.toml nor \.json") as raised:
        ssrpolicy.dump(small_record(), tmp_path / name)

    assert (
        raised.value.hint == f"For a folder of that name, give {tmp_path / name / 'record.toml'}."
    )
    assert list(tmp_path.iterdir()) == []


def test_a_folder_may_be_named_by_the_hint(tmp_path: Path) -> None:
    """A folder of which the name looks like that of a file is made when its record.toml is."""
    ssrpolicy.dump(small_record(), tmp_path / "v1.2" / "record.toml")

    assert ssrpolicy.load(tmp_path / "v1.2") == small_record()


def test_a_text_without_a_file_gets_one(tmp_path: Path) -> None:
    """A record made in Python has texts alone; in TOML they stand in files with their digests."""
    record = record_of(document("letter", "Regel 1\r\nRegel 2\n"), document("motion", None))
    ssrpolicy.dump(record, tmp_path / "made")
    read = ssrpolicy.load(tmp_path / "made")

    assert read.source_document.file == "sources/letter.txt"
    assert read.source_document.sha256 is not None
    assert attrs.evolve(read.source_document, file=None, sha256=None) == record.source_document
    assert read.documents[1] == record.documents[1]


def test_the_parts_of_a_text_are_written_and_its_original_is_not(tmp_path: Path) -> None:
    """Pages are kept next to the text; a PDF is not in a record, and is named where it stands."""
    made = attrs.evolve(
        document("letter", "Bladzij 1\fBladzij 2", "sources/letter.txt"),
        parts=TextParts(pages=(PageStart(page=1, start=0), PageStart(page=2, start=10))),
        original="sources/letter.pdf",
        original_sha256="0" * 64,
    )
    ssrpolicy.dump(record_of(made), tmp_path / "made")
    read = ssrpolicy.load(tmp_path / "made").source_document

    assert (tmp_path / "made/sources/letter.parts.json").is_file()
    assert read.parts == made.parts
    assert (read.original, read.original_sha256) == (made.original, made.original_sha256)
    assert ssrpolicy.load(tmp_path / "made").locate("Bladzij 2").page == 2
    assert "original-missing" in {f.code for f in ssrpolicy.check(tmp_path / "made")}


@pytest.mark.parametrize(
    "file, message",
    [
        ("../letter.txt", "would not stand in the record's folder"),
        ("/etc/letter.txt", "would not stand in the record's folder"),
        ("C:/letter.txt", "would not stand in the record's folder"),
        ("sources/con.txt", "is the name of a device"),
        ("record.toml", "has the name of the record's own file"),
        (".gitattributes", "has the name of the record's own file"),
    ],
)
def test_a_text_stays_in_its_folder(tmp_path: Path, file: str, message: str) -> None:
    """A record writes no file elsewhere, nor over its own."""
    with pytest.raises(OutputError, match=message):
        ssrpolicy.dump(record_of(document("letter", "Tekst", file)), tmp_path / "made")

    assert list(tmp_path.iterdir()) == []


def test_a_link_does_not_lead_a_text_out_of_its_folder(tmp_path: Path) -> None:
    """What is replaced is a file of the record's folder, and no other."""
    outside = tmp_path / "outside.txt"
    outside.write_text("blijft")
    record = record_of(document("letter", "Tekst", "sources/letter.txt"))
    ssrpolicy.dump(record, tmp_path / "made")
    (tmp_path / "made/sources/letter.txt").unlink()
    (tmp_path / "made/sources/letter.txt").symlink_to(outside)

    with pytest.raises(OutputError, match="is a link that leads out"):
        ssrpolicy.dump(record, tmp_path / "made", overwrite=True)
    assert outside.read_text() == "blijft"


def test_two_texts_do_not_share_a_file(tmp_path: Path) -> None:
    """One file holds one text; where the same text is named twice, the rules have their say."""
    two = [document(id, f"Tekst van {id}", "sources/brief.txt") for id in ("letter", "motion")]
    with pytest.raises(OutputError, match="letter and motion have different texts"):
        ssrpolicy.dump(record_of(*two), tmp_path / "made")

    same = [attrs.evolve(each, text="Tekst") for each in two]
    ssrpolicy.dump(record_of(*same), tmp_path / "made")
    assert {f.code for f in ssrpolicy.check(tmp_path / "made") if f.is_error} == {"text-duplicate"}


@pytest.mark.parametrize("wrong", [{"title": "Titel"}, {"documents": (3,)}, {"updates": "x"}])
def test_a_value_of_a_wrong_type_is_not_written(tmp_path: Path, wrong: Any) -> None:
    """What could not be read back is refused, in each form, before anything is written."""
    record = spoiled(small_record(), **wrong)
    for name in ("made", "made.toml", "made.json"):
        with pytest.raises(ssrpolicy.RecordInvalidError):
            ssrpolicy.dump(record, tmp_path / name)

    assert list(tmp_path.iterdir()) == []


def test_new_is_the_command(letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From Python a new record is what the command makes."""
    monkeypatch.chdir(tmp_path)
    made = ssrpolicy.new(letter / "sources/kst-32123-X-124.txt")

    assert isinstance(made, ssrpolicy.NewRecord)
    assert made.file.exists()
    record = ssrpolicy.load(made.folder)
    assert record.source_document.date == dt.date(2010, 4, 29)
    source = str(letter / "sources/kst-32123-X-124.txt")
    again = ssrpolicy.new(source, "own", number="kst-32123-X-125")
    assert ssrpolicy.load(again.folder).id == "kst-32123-X-125"
    with pytest.raises(OutputError, match="is there already"):
        ssrpolicy.new(letter / "sources/kst-32123-X-124.txt", tmp_path / "own")


def test_the_schema_is_that_of_the_command() -> None:
    """A script gets the schema as data."""
    schema = ssrpolicy.schema()

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_a_text_that_another_record_in_the_folder_has_is_not_replaced(tmp_path: Path) -> None:
    """Not even where a record may be: of the other the words of its quotes would be gone."""
    record = small_record()
    letter, *others = record.documents
    longer = attrs.evolve(letter, text=f"{letter.text}\nMeer.", sha256=None)
    changed = attrs.evolve(record, id="other", documents=(longer, *others))
    ssrpolicy.dump(record, tmp_path / "a.toml")
    ssrpolicy.dump(attrs.evolve(record, id="other"), tmp_path / "b.toml")

    with pytest.raises(OutputError, match=r"letter\.txt is a text of .*a\.toml too"):
        ssrpolicy.dump(changed, tmp_path / "b.toml", overwrite=True)
    assert ssrpolicy.load(tmp_path / "a.toml") == record
    with (tmp_path / "a.toml").open("a", encoding="utf-8") as half_corrected:
        half_corrected.write("[[updates\n")
    with pytest.raises(OutputError, match=r"letter\.txt may be a text of .*a\.toml too, .* read"):
        ssrpolicy.dump(changed, tmp_path / "b.toml", overwrite=True)
    (tmp_path / "a.toml").unlink()
    (tmp_path / "ssrpolicy.toml").write_text('language = "en"\ndocuments = 3\n', encoding="utf-8")
    ssrpolicy.dump(changed, tmp_path / "b.toml", overwrite=True)
    assert ssrpolicy.load(tmp_path / "b.toml").documents[0].text == longer.text
