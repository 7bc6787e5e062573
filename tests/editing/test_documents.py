"""A document added with its text: copied byte for byte, or nothing is changed."""

import hashlib
from pathlib import Path

import attrs
import pytest
from click.testing import CliRunner

from ssrpolicy import codec
from ssrpolicy.cli.main import _command
from ssrpolicy.editing import append, record_to_edit, replace
from ssrpolicy.errors import InputError
from ssrpolicy.messages import at_command_line
from ssrpolicy.model import Document, DocumentKind, EditRefusedError
from ssrpolicy.reporting import read_source

TEXT = b"Den Haag, 1 maart 2011\r\n\r\nNederland heeft de Afrikaanse Unie gesteund.\r\n"


@pytest.fixture
def follow_up(tmp_path: Path) -> Path:
    """The text of a later letter, with Windows line ends."""
    source = tmp_path / "vervolg brief.txt"
    source.write_bytes(TEXT)
    return source


def names(folder: Path) -> list[str]:
    """What stands in a folder."""
    return sorted(each.name for each in folder.iterdir())


def document(id: str = "follow-up") -> Document:
    """The later letter as a document."""
    return Document(id=id, kind=DocumentKind.LETTER)


def test_the_text_is_copied_byte_for_byte(letter_copy: Path, follow_up: Path) -> None:
    """The copy under sources/ has the same bytes, and the entry its name and digest."""
    append(letter_copy, document(), source=follow_up)

    added = record_to_edit(letter_copy).document("follow-up")
    assert added.file == "sources/vervolg brief.txt"
    assert (letter_copy / added.file).read_bytes() == TEXT
    assert added.sha256 == hashlib.sha256(TEXT).hexdigest()
    assert added.text == TEXT.decode()


def test_a_text_without_its_document_is_refused(letter_copy: Path, follow_up: Path) -> None:
    """A text belongs to one document: none, and two, are refused in a sentence."""
    before = (letter_copy / "record.toml").read_bytes()
    entry = record_to_edit(letter_copy).statements[0]
    several = (document(), document("other"))

    for entries in ((entry,), several, ()):
        with pytest.raises(EditRefusedError, match="The text belongs to one document"):
            append(letter_copy, *entries, source=follow_up)
    with pytest.raises(EditRefusedError, match="The text belongs to one document"):
        replace(letter_copy, entry.id, entry, source=follow_up)

    assert (letter_copy / "record.toml").read_bytes() == before


def test_a_refused_document_leaves_no_copy(letter_copy: Path, follow_up: Path) -> None:
    """When the entry is refused the copy is taken away again."""
    before = (letter_copy / "record.toml").read_bytes()

    with pytest.raises(EditRefusedError, match="id-duplicate"):
        append(letter_copy, document("letter"), source=follow_up)

    assert names(letter_copy / "sources") == ["kst-32123-X-124.txt"]
    assert (letter_copy / "record.toml").read_bytes() == before


def test_a_paper_without_text_is_given_it_with_replace(letter_copy: Path, follow_up: Path) -> None:
    """A paper that `new` began, with its number alone, is not added twice; the hint helps."""
    bare = next(each for each in record_to_edit(letter_copy).documents if each.file is None)

    for again in (document(bare.id), attrs.evolve(document(), number=bare.number)):
        with pytest.raises(EditRefusedError, match=f"already, as {bare.id}, without") as refused:
            append(letter_copy, again, source=follow_up)
        names_given = f"'{letter_copy}', '{bare.id}', document, source='{follow_up}'"
        assert f"ssrpolicy.replace({names_given})" in (refused.value.hint or "")
        with at_command_line(), pytest.raises(EditRefusedError) as refused:
            append(letter_copy, again, source=read_source(follow_up))
        command = f"ssrpolicy replace {letter_copy} {bare.id} --file '{follow_up}'"
        assert command in (refused.value.hint or "")
    assert names(letter_copy / "sources") == ["kst-32123-X-124.txt"]

    replace(letter_copy, bare.id, bare, source=follow_up)
    given = record_to_edit(letter_copy).document(bare.id)
    assert (given.text, given.number) == (TEXT.decode(), bare.number)
    assert given.sha256 == hashlib.sha256(TEXT).hexdigest()


def test_a_text_in_the_folder_is_used_where_it_is(letter_copy: Path) -> None:
    """A source that stands in the record's folder already is not copied once more."""
    source = letter_copy / "bijlage.txt"
    source.write_bytes(TEXT)

    append(letter_copy, document(), source=source)

    assert record_to_edit(letter_copy).document("follow-up").file == "bijlage.txt"
    assert names(letter_copy / "sources") == ["kst-32123-X-124.txt"]


def test_a_text_that_a_document_names_is_not_replaced(letter_copy: Path, follow_up: Path) -> None:
    """Another text under the name of one that the record has is refused, and that one stays."""
    append(letter_copy, document(), source=follow_up)
    follow_up.write_bytes(b"Iets anders.\n")

    with pytest.raises(EditRefusedError, match="is there already and is another text"):
        append(letter_copy, document("another"), source=follow_up)
    assert (letter_copy / "sources" / follow_up.name).read_bytes() == TEXT


@pytest.mark.parametrize(
    "first, second", [("Brief.txt", "brief.txt"), ("bri\u00ebf.txt", "brie\u0308f.txt")]
)
def test_two_files_that_some_systems_take_for_one_are_not_put_together(
    letter_copy: Path, tmp_path: Path, first: str, second: str
) -> None:
    """Names that differ in capitals or in how an accent is written; check remarks them, too."""
    for number, name in enumerate((first, second), 1):
        (tmp_path / name).write_bytes(TEXT + str(number).encode())
    append(letter_copy, document(), source=tmp_path / first)
    before = names(letter_copy / "sources")

    with pytest.raises(EditRefusedError, match="Windows and macOS take the file names"):
        append(letter_copy, document("another"), source=tmp_path / second)
    assert names(letter_copy / "sources") == before

    (letter_copy / "sources" / second).write_bytes(TEXT)
    record = letter_copy / "record.toml"
    more = f'\n[[documents]]\nid = "another"\nkind = "letter"\nfile = "sources/{second}"\n'
    record.write_text(record.read_text("utf-8") + more, "utf-8")
    found = [e for e in codec.read(letter_copy).findings if e.code == "source-name"]
    assert [each.severity for each in found] == ["warning"]


def test_a_copy_left_by_a_killed_command_is_used(letter_copy: Path, follow_up: Path) -> None:
    """The same text under that name, left over from an earlier attempt, does not hinder."""
    (letter_copy / "sources" / follow_up.name).write_bytes(TEXT)

    append(letter_copy, document(), source=follow_up)

    assert record_to_edit(letter_copy).document("follow-up").text == TEXT.decode()


def test_a_copy_left_by_a_killed_command_is_replaced(letter_copy: Path, follow_up: Path) -> None:
    """Where the text was corrected since, it takes the place of what no document names."""
    left = letter_copy / "sources" / follow_up.name
    left.write_bytes(b"Den Haag, 1 maart 2010\n")
    (warning,) = (f for f in codec.read(letter_copy).findings if f.code == "source-unnamed")
    assert "'sources/vervolg brief.txt'" in warning.message

    added = append(letter_copy, document(), source=follow_up)

    assert (added.replaced_text, left.read_bytes()) == (left, TEXT)
    assert codec.read(letter_copy).findings == ()


def test_a_refused_document_leaves_the_left_over_copy(letter_copy: Path, follow_up: Path) -> None:
    """When the entry is refused, what would have been replaced stands there again."""
    left = letter_copy / "sources" / follow_up.name
    left.write_bytes(b"Iets anders.\n")

    with pytest.raises(EditRefusedError, match="id-duplicate"):
        append(letter_copy, document("letter"), source=follow_up)

    assert left.read_bytes() == b"Iets anders.\n"


def test_sources_that_lead_out_of_the_folder_are_refused(
    letter_copy: Path, follow_up: Path, tmp_path: Path
) -> None:
    """Where sources is a link to a folder elsewhere, nothing is written there."""
    elsewhere = tmp_path / "elsewhere"
    (letter_copy / "sources").rename(elsewhere)
    (letter_copy / "sources").symlink_to(elsewhere, target_is_directory=True)

    with pytest.raises(EditRefusedError, match="leads out of the record's folder"):
        append(letter_copy, document(), source=follow_up)
    assert names(elsewhere) == ["kst-32123-X-124.txt"]


def test_a_source_that_is_no_text_is_refused(letter_copy: Path, tmp_path: Path) -> None:
    """A PDF is refused with the name of the command that yields its text."""
    source = tmp_path / "brief.pdf"
    source.write_bytes(b"%PDF-1.7\n...")

    with pytest.raises(InputError, match="pdftotext"):
        append(letter_copy, document(), source=source)
    assert names(letter_copy / "sources") == ["kst-32123-X-124.txt"]


@pytest.mark.parametrize(
    "address", ["https://jan:Gr0en@www.voorbeeld.invalid/brief", "http://:Gr0en@a.invalid"]
)
def test_no_document_keeps_a_password_in_its_address(letter_copy: Path, address: str) -> None:
    """An address with a password is refused without it, in Python, in TOML and at the command."""
    before = (letter_copy / "record.toml").read_bytes()
    words = ["add", "document", str(letter_copy), "--id", "b", "--kind", "letter", "--url", address]

    with pytest.raises(ValueError, match="holds a password") as refused:
        attrs.evolve(document(), url=address)
    result = CliRunner().invoke(_command, words, prog_name="ssrpolicy")

    assert result.exit_code == 2, result.output
    assert "url holds a password: write the address without it" in result.output
    assert "Gr0en" not in str(refused.value) + result.output
    assert (letter_copy / "record.toml").read_bytes() == before
    assert Document(id="b", kind=DocumentKind.LETTER, url="https://jan@a.invalid/b:c@d").url
