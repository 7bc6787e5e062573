"""The notes as a reader goes over them: each paragraph with its style, then the footnotes."""

import io
import zipfile
from collections.abc import Callable, Iterator

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml.etree import _Element

from ssrpolicy import Language, PolicyRecord

BOTH = pytest.mark.parametrize("language", ["nl", "en"])
_SEEN = {qn("w:tab"): " → ", qn("w:br"): " ⏎ ", qn("w:noBreakHyphen"): "-"}


def paragraphs(xml: bytes) -> Iterator[str]:
    """Each paragraph of a part on a line of its own, after the id of its style."""
    for paragraph in parse_xml(xml).iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        name = "Normal" if style is None else style.get(qn("w:val"))
        yield f"{name}: {''.join(seen(paragraph))}\n"


def seen(paragraph: _Element) -> Iterator[str]:
    """What is seen of a paragraph; a footnote is its number after a caret."""
    for run in paragraph.iter(qn("w:r")):
        for part in run:
            if part.tag == qn("w:t"):
                yield part.text or ""
            elif part.tag == qn("w:footnoteReference"):
                yield f"[^{part.get(qn('w:id'))}]"
            else:
                yield _SEEN.get(str(part.tag), "")


def projection(note: bytes) -> str:
    """All that is read in a note: its body, and its footnotes."""
    with zipfile.ZipFile(io.BytesIO(note)) as package:
        body = package.read("word/document.xml")
        with_notes = "word/footnotes.xml" in package.namelist()
        notes = package.read("word/footnotes.xml") if with_notes else None
    return "".join((*paragraphs(body), *(("\n", *paragraphs(notes)) if notes else ())))


@BOTH
@pytest.mark.parametrize("id", ["kst-32123-X-124", "lagemeer-2031-7"])
def test_the_note_on_a_record_reads_as_it_was_approved(
    records: dict[str, PolicyRecord],
    bytes_of: Callable[..., bytes],
    golden: Callable[[str, str], None],
    id: str,
    language: Language,
) -> None:
    """Every word of it was read by somebody; a change is read again before it is kept."""
    golden(f"{id}-{language}.txt", projection(bytes_of(records[id], language, reporter="word")))


@BOTH
@pytest.mark.parametrize("id", ["kst-32123-X-124", "lagemeer-2031-7"])
def test_the_dossier_of_a_record_reads_as_it_was_approved(
    records: dict[str, PolicyRecord],
    bytes_of: Callable[..., bytes],
    golden: Callable[[str, str], None],
    id: str,
    language: Language,
) -> None:
    """Every word of it was read by somebody, those of the footnotes too."""
    golden(f"{id}-word-dossier-{language}.txt", projection(bytes_of(records[id], language)))


@BOTH
def test_the_note_on_both_records_reads_as_it_was_approved(
    records: dict[str, PolicyRecord],
    bytes_of: Callable[..., bytes],
    golden: Callable[[str, str], None],
    language: Language,
) -> None:
    """One note with a section each, and an overview that both share."""
    note = bytes_of(tuple(records.values()), language, reporter="word")
    golden(f"both-{language}.txt", projection(note))
