"""A note that somebody filled in, saved or has open is not replaced without a word."""

import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

import ssrpolicy
from ssrpolicy.errors import OutputError
from ssrpolicy.testing import small_record

pytestmark = pytest.mark.heavy

DAY, LATER = dt.date(2031, 4, 1), dt.date(2031, 4, 2)
REPORTERS = ("word", "word-dossier", "word-annex")


def _typed(data: bytes) -> bytes:
    document, out = docx.Document(io.BytesIO(data)), io.BytesIO()
    document.paragraphs[-1].add_run(" Overleg met Almere volgt.")
    document.save(out)
    return out.getvalue()


def _filled_in(data: bytes) -> bytes:
    document, out = docx.Document(io.BytesIO(data)), io.BytesIO()
    texts = document.element.xpath("//w:sdt//w:t") or document.element.xpath("//w:t")
    texts[0].text = "de minister van Havens"
    document.save(out)
    return out.getvalue()


def _of_somebody(_: bytes) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    document.add_paragraph("Verslag van een vergadering.")
    document.save(out)
    return out.getvalue()


def _damaged(data: bytes) -> bytes:
    return data[: len(data) // 2]


@pytest.mark.parametrize("reporter", REPORTERS)
@pytest.mark.parametrize("change", [_typed, _filled_in, _of_somebody, _damaged])
def test_a_document_that_somebody_changed_stays(
    reporter: str, change: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    """What is not as a report wrote it is replaced only where that is asked for."""
    note = tmp_path / "mirt.docx"
    ssrpolicy.report(small_record(), reporter, note, as_of=DAY)
    changed = change(note.read_bytes())
    note.write_bytes(changed)

    with pytest.raises(OutputError, match="not as a report wrote it") as refused:
        ssrpolicy.report(small_record(), reporter, note, as_of=LATER)

    assert note.read_bytes() == changed
    assert "overwrite=True" in (refused.value.hint or "")
    ssrpolicy.report(small_record(), reporter, note, as_of=LATER, overwrite=True)
    assert note.read_bytes() != changed


@pytest.mark.parametrize("reporter", REPORTERS)
def test_a_document_as_it_was_written_is_renewed(reporter: str, tmp_path: Path) -> None:
    """What only a report wrote is replaced, in a house style as well, by the same bytes."""
    style, note = tmp_path / "style.docx", tmp_path / "mirt.docx"
    docx.Document().save(str(style))
    for options in ({}, {"template": style}):
        note.unlink(missing_ok=True)
        ssrpolicy.report(small_record(), reporter, note, as_of=DAY, options=options)
        first = note.read_bytes()
        ssrpolicy.report(small_record(), reporter, note, as_of=LATER, options=options)
        assert note.read_bytes() != first
        ssrpolicy.report(small_record(), reporter, note, as_of=DAY, options=options)
        assert note.read_bytes() == first


@pytest.mark.office
def test_a_document_that_libreoffice_saved_stays(
    converted: Callable[[bytes, str, str], bytes], tmp_path: Path
) -> None:
    """An office program may have saved what was typed, so what it saved stays."""
    note = tmp_path / "mirt.docx"
    ssrpolicy.report(small_record(), "word", note, as_of=DAY)
    note.write_bytes(converted(note.read_bytes(), "docx", "docx"))

    with pytest.raises(OutputError, match="not as a report wrote it"):
        ssrpolicy.report(small_record(), "word", note, as_of=DAY)


@pytest.mark.parametrize(
    "lock, program",
    [
        (".~lock.mirt-2031.docx#", "LibreOffice"),
        ("~$mirt-2031.docx", "Microsoft Office"),
        ("~$rt-2031.docx", "Microsoft Office"),
    ],
)
def test_a_document_that_is_open_stays(lock: str, program: str, tmp_path: Path) -> None:
    """While an office program has it open, saving it there would undo the report."""
    note = tmp_path / "mirt-2031.docx"
    ssrpolicy.report(small_record(), "word", note, as_of=DAY)
    before = note.read_bytes()
    (tmp_path / lock).touch()

    with pytest.raises(OutputError, match=f"is open in {program}") as refused:
        ssrpolicy.report(small_record(), "word", note, as_of=LATER)

    assert note.read_bytes() == before
    assert lock in (refused.value.hint or "")
