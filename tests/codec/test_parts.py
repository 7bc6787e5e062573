"""The parts of a text and its original: read from their files, frozen, and carried in JSON."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

import ssrpolicy
from ssrpolicy import codec
from ssrpolicy.codec import parts_bytes, parts_digest
from ssrpolicy.model import ApartKind, ApartText, PageStart, TextParts

Folder: TypeAlias = Callable[..., Path]
PARTS = TextParts(
    pages=(PageStart(start=0, page=1), PageStart(start=3_000, page=2)),
    notes=8_000,
    apart=(ApartText(kind=ApartKind.MARGIN, text="Kenmerk\n2010-42", page=1),),
)
ORIGINAL = b"%PDF-1.4 the letter as it was published"

BACKWARDS = (
    b'{"format": "ssrpolicy-parts/1", "pages": [{"start": 9, "page": 1}, {"start": 0, "page": 2}]}'
)


@pytest.fixture
def paged(folder: Folder) -> Path:
    """A record whose letter was read from a PDF of two pages."""
    path = folder(
        'file = "sources/letter.txt"',
        'file = "sources/letter.txt"\n'
        'original = "sources/letter.pdf"\n'
        f'original_sha256 = "{hashlib.sha256(ORIGINAL).hexdigest()}"\n'
        f'parts_sha256 = "{parts_digest(PARTS)}"',
    )
    (path / "sources" / "letter.pdf").write_bytes(ORIGINAL)
    (path / "sources" / "letter.parts.json").write_bytes(parts_bytes(PARTS))
    return path


def codes(path: Path) -> list[str]:
    """The codes of what is found in a record."""
    return [finding.code for finding in codec.read(path).findings]


def test_the_parts_are_read_from_their_file(paged: Path) -> None:
    """Nothing is wrong, and the letter knows where its pages begin."""
    reading = codec.read(paged)

    assert reading.findings == ()
    assert reading.record is not None
    assert reading.record.document("letter").parts == PARTS


def test_the_same_parts_give_the_same_bytes() -> None:
    """The file can be made anew from what was read of it."""
    data = json.loads(parts_bytes(PARTS))

    assert data == {
        "format": "ssrpolicy-parts/1",
        "pages": [{"start": 0, "page": 1}, {"start": 3000, "page": 2}],
        "notes": 8000,
        "apart": [{"kind": "margin", "text": "Kenmerk\n2010-42", "page": 1}],
    }


@pytest.mark.parametrize("name", ["letter.pdf", "letter.parts.json"])
def test_a_changed_file_is_an_error(paged: Path, name: str) -> None:
    """The original and the parts are frozen, as the text is."""
    file = paged / "sources" / name
    file.write_bytes(file.read_bytes() + b" ")

    assert codes(paged) == ["source-changed"]


@pytest.mark.parametrize(
    "name, code, severity",
    [
        ("letter.pdf", "original-missing", "warning"),
        ("letter.parts.json", "source-missing", "error"),
    ],
)
def test_a_missing_file_is_named(paged: Path, name: str, code: str, severity: str) -> None:
    """What would work is said; quotes are verified without the original, too."""
    (paged / "sources" / name).unlink()
    (finding,) = codec.read(paged).findings

    assert (finding.code, finding.severity) == (code, severity)
    assert "leave out the key" in (finding.hint or "")


@pytest.mark.parametrize("name", ["record.json", "record.toml", "folder"])
def test_a_record_with_parts_is_written_whole(paged: Path, tmp_path: Path, name: str) -> None:
    """Whatever its form, it is read back as it was, pages included."""
    record = ssrpolicy.load(paged)
    (tmp_path / "made").mkdir()
    ssrpolicy.dump(record, tmp_path / "made" / name)

    assert ssrpolicy.load(tmp_path / "made" / name) == record


@pytest.mark.parametrize(
    "data, said",
    [
        (b"[]", "it is not of the format ssrpolicy-parts/1"),
        (b"{", "it is not JSON"),
        (b"[" * 100_000, "it is not JSON"),
        (b'{"format": "ssrpolicy-parts/2"}', "it is not of the format ssrpolicy-parts/1"),
        (b'{"format": "ssrpolicy-parts/1", "pages": "0"}', "pages is the text '0'"),
        (BACKWARDS, "are places in the text in its order"),
        (b'{"format": "ssrpolicy-parts/1", "notes": 99999999}', "after the end of the text"),
        (b'{"format": "ssrpolicy-parts/1", "columns": 2}', "unknown key 'columns'"),
    ],
)
def test_parts_of_another_form_are_refused_with_words(paged: Path, data: bytes, said: str) -> None:
    """A file of a later format, or one that somebody wrote, is named with what is wrong with it."""
    (paged / "sources" / "letter.parts.json").write_bytes(data)
    record = (paged / "record.toml").read_text("utf-8")
    digest = hashlib.sha256(data).hexdigest()
    (paged / "record.toml").write_text(record.replace(parts_digest(PARTS), digest), "utf-8")
    (finding,) = codec.read(paged).findings

    assert (finding.code, said in finding.message) == ("source-unreadable", True), finding.message


def test_an_original_without_a_digest_is_remarked(paged: Path) -> None:
    """The digest to add is in the hint."""
    record = (paged / "record.toml").read_text("utf-8")
    line = f'original_sha256 = "{hashlib.sha256(ORIGINAL).hexdigest()}"'
    (paged / "record.toml").write_text(record.replace(line, ""), "utf-8")
    (finding,) = codec.read(paged).findings

    assert (finding.code, finding.hint) == ("source-unstamped", f"Add: {line}")


def test_json_carries_the_parts(paged: Path, tmp_path: Path) -> None:
    """A JSON record stands alone: the pages are known in it, and every quote says its page."""
    record = ssrpolicy.load(paged)
    ssrpolicy.dump(record, tmp_path / "record.json")
    data = json.loads((tmp_path / "record.json").read_text("utf-8"))

    assert ssrpolicy.load(tmp_path / "record.json") == record
    assert data["documents"][0]["parts"]["pages"][1] == {"start": 3000, "page": 2}
    assert data["statements"][0]["quotes"][0]["derived"]["page"] == 2


def test_changed_parts_in_json_are_an_error(paged: Path, tmp_path: Path) -> None:
    """The digest holds there, too."""
    ssrpolicy.dump(ssrpolicy.load(paged), tmp_path / "record.json")
    text = (tmp_path / "record.json").read_text("utf-8")
    (tmp_path / "record.json").write_text(text.replace('"notes": 8000', '"notes": 8001'), "utf-8")

    assert codes(tmp_path / "record.json") == ["source-changed"]


def test_a_key_of_a_newer_release_is_said_to_be_one(folder: Folder) -> None:
    """Formats grow by keys that can be left out; who has an older release gets to know that."""
    (finding,) = codec.read(folder('kind = "letter"', 'kind = "letter"\nscanned = true')).findings

    assert finding.code == "key-unknown"
    assert "A newer ssrpolicy may know it." in (finding.hint or "")


def test_line_ends_of_a_checkout_change_neither_parts_nor_original(folder: Folder) -> None:
    """Pages are known as before, and of an original of text only its line ends are remarked."""
    original = b"<html>\n<p>Geachte voorzitter</p>\n</html>\n"
    path = folder(
        'file = "sources/letter.txt"',
        'file = "sources/letter.txt"\n'
        'original = "sources/letter.html"\n'
        f'original_sha256 = "{hashlib.sha256(original).hexdigest()}"\n'
        f'parts_sha256 = "{parts_digest(PARTS)}"',
    )
    (path / "sources" / "letter.html").write_bytes(original.replace(b"\n", b"\r\n"))
    (path / "sources" / "letter.parts.json").write_bytes(parts_bytes(PARTS).replace(b"\n", b"\r\n"))
    reading = codec.read(path)
    (finding,) = reading.findings

    assert (finding.code, finding.severity) == ("source-line-ends", "warning")
    assert "letter.html" in finding.message
    assert reading.record is not None
    assert reading.record.document("letter").parts == PARTS
