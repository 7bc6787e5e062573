"""A document added with a file that a reader reads: text, parts and file together, or nothing."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from ssrpolicy import codec
from ssrpolicy.cli.main import _command
from ssrpolicy.codec import NewSource
from ssrpolicy.editing import append, record_to_edit, replace, undo
from ssrpolicy.model import Document, DocumentKind, EditRefusedError
from ssrpolicy.reporting import read_source

pytestmark = pytest.mark.heavy

FILES = ["brief-haven.parts.json", "brief-haven.pdf", "brief-haven.txt"]


@pytest.fixture
def haven(fixtures: Path) -> NewSource:
    """The invented letter of two pages, read from its PDF."""
    return read_source(fixtures / "letters" / "brief-haven.pdf")


def document(id: str = "haven") -> Document:
    """The letter as a document."""
    return Document(id=id, kind=DocumentKind.LETTER)


def others(folder: Path) -> list[str]:
    """The files in sources/ next to the letter's own text."""
    names = sorted(each.name for each in (folder / "sources").iterdir())
    return [name for name in names if "kst-32123" not in name]


def test_text_parts_and_file_are_put_there(letter_copy: Path, haven: NewSource) -> None:
    """The entry names all three, and nothing is wrong with them."""
    append(letter_copy, document(), source=haven)
    added = record_to_edit(letter_copy).document("haven")

    assert others(letter_copy) == FILES
    assert added.original == "sources/brief-haven.pdf"
    assert (added.text, added.parts) == (haven.text, haven.parts)
    assert not [f for f in codec.read(letter_copy).findings if f.is_error]


def test_an_undone_addition_takes_all_three_away(letter_copy: Path, haven: NewSource) -> None:
    """As the text alone would be."""
    before = (letter_copy / "record.toml").read_bytes()
    append(letter_copy, document(), source=haven)
    (undone,) = undo(letter_copy)

    assert undone.removed is not None
    assert undone.removed.name == "brief-haven.txt"
    assert others(letter_copy) == []
    assert (letter_copy / "record.toml").read_bytes() == before


def test_a_refused_document_leaves_nothing(letter_copy: Path, haven: NewSource) -> None:
    """When the entry is refused all copies are taken away again."""
    with pytest.raises(EditRefusedError, match="id-duplicate"):
        append(letter_copy, document("letter"), source=haven)

    assert others(letter_copy) == []


def test_no_other_file_is_written_over(letter_copy: Path, haven: NewSource) -> None:
    """Nor is any of the others put there then."""
    (letter_copy / "sources" / "brief-haven.pdf").write_bytes(b"%PDF another")
    with pytest.raises(EditRefusedError, match=r"brief-haven\.pdf is there already"):
        append(letter_copy, document(), source=haven)

    assert others(letter_copy) == ["brief-haven.pdf"]


def test_a_plain_text_takes_the_place_of_all_three(
    letter_copy: Path, haven: NewSource, tmp_path: Path
) -> None:
    """The entry then names neither pages nor another file."""
    append(letter_copy, document(), source=haven)
    plain = tmp_path / "brief.txt"
    plain.write_text("Geachte voorzitter,\n\nIk zal uw Kamer informeren.\n", "utf-8")
    replace(letter_copy, "haven", record_to_edit(letter_copy).document("haven"), source=plain)
    now = record_to_edit(letter_copy).document("haven")

    assert now.file == "sources/brief.txt"
    assert (now.original, now.original_sha256, now.parts_sha256, now.parts) == (None,) * 4


def test_the_command_adds_a_pdf_with_what_its_head_states(
    letter_copy: Path, fixtures: Path
) -> None:
    """Date, author and reference come from the letter and its margin."""
    pdf = fixtures / "letters" / "brief-haven.pdf"
    arguments = ["add", "document", str(letter_copy), "--id", "haven", "--file", str(pdf)]
    done = CliRunner().invoke(_command, arguments, prog_name="ssrpolicy")
    added = record_to_edit(letter_copy).document("haven")

    assert done.exit_code == 0, done.output
    assert (str(added.date), added.reference) == ("2031-09-08", "2031-0815-HVN")
    assert others(letter_copy) == FILES
