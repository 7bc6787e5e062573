"""Notes as LibreOffice opens them: every word of the record in the PDF, footnotes as footnotes."""

import datetime as dt
import io
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import attrs
import docx
import pytest
from defusedxml.ElementTree import fromstring
from docx.text.paragraph import Paragraph

import ssrpolicy
from ssrpolicy import Commitment, Language, LocalText, Party, PolicyRecord
from ssrpolicy.evidence import SourceText
from ssrpolicy.evidence.terms import MONTHS
from ssrpolicy.model import Quoting
from ssrpolicy.testing import small_record

pytestmark = pytest.mark.office

Converted = Callable[[bytes, str, str], bytes]

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
CASES = pytest.mark.parametrize(
    "id, language",
    [(id, language) for id in ("kst-32123-X-124", "lagemeer-2031-7") for language in ("nl", "en")],
)

PAGES = {"kst-32123-X-124": 2, "lagemeer-2031-7": 3}
"""How many pages the decision note on a record may take."""


def folded(texts: Iterable[str]) -> str:
    """Text without white space, which breaks lines, and without the hyphens of line ends."""
    return re.sub(r"[\s\u00ad]", "", "".join(texts))


def told(record: PolicyRecord, language: Language) -> set[str]:
    """Every commitment, quote and address of a record, as a note shows it."""
    entries: tuple[Quoting, ...] = (
        *record.requests,
        *record.dispositions,
        *record.statements,
        *record.instruments,
        *record.updates,
    )
    quotes = (SourceText(p.quote).display(0, len(p.quote)) for e in entries for p in e.quotes)
    addresses = (document.address for document in record.documents)
    commitments = (each.summary.text(language) for each in record.commitments)
    return {*quotes, *commitments, *filter(None, addresses)}


@CASES
def test_every_commitment_quote_and_source_is_in_the_pdf(
    records: dict[str, PolicyRecord],
    bytes_of: Callable[..., bytes],
    converted: Converted,
    id: str,
    language: Language,
) -> None:
    """What LibreOffice prints has every commitment, every quote and every public address."""
    pages = folded(_pages(converted(bytes_of(records[id], language), "docx", "pdf")))
    missing = [text for text in told(records[id], language) if folded(text) not in pages]
    assert [text for text in missing if not _in_pieces(folded(text), pages)] == []


def _pages(pdf: bytes) -> list[str]:
    """The text of each page of a PDF."""
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("pdftotext is not installed (on Debian: poppler-utils)")
    command = [reader, "-raw", "-", "-"]
    done = subprocess.run(command, check=True, capture_output=True, input=pdf)
    # A form feed ends each page. Hyphens that do not break are hyphens.
    return done.stdout.decode().replace("\u2011", "-").split("\f")[:-1]


@CASES
def test_a_decision_note_is_as_short_as_a_minister_wants_it(
    records: dict[str, PolicyRecord],
    bytes_of: Callable[..., bytes],
    converted: Converted,
    id: str,
    language: Language,
) -> None:
    """The letter's takes two pages, the invented record's three; nothing stands where it is odd.

    No heading ends a page, no line begins with a reference, and none ends between day and month.
    """
    note = bytes_of(records[id], language, reporter="word")
    pages = _pages(converted(note, "docx", "pdf"))
    headings = {
        paragraph.text
        for paragraph in docx.Document(io.BytesIO(note)).paragraphs
        if paragraph.style is not None and (paragraph.style.name or "").startswith("Heading")
    }
    assert len(pages) <= PAGES[id]
    # The foot of the page is its last line.
    assert [page.splitlines()[-2] for page in pages if page.splitlines()[-2] in headings] == []

    lines = [line for page in pages for line in page.splitlines()]
    sources = next(at for at, line in enumerate(lines) if line in ("Bronnen", "Sources"))
    assert [line for line in lines[:sources] if line.startswith("[") and line[1:2].isdigit()] == []
    months = tuple(name for names in MONTHS for name in names)
    assert [
        (line, after)
        for line, after in pairwise(lines)
        if re.search(r"(?<!\S)\(?\d{1,2}$", line) and after.lower().startswith(months)
        # What is quoted keeps the spaces of its source.
        if "“" not in line
    ] == []


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("reporter", ["word-dossier", "word-annex", "word-changes"])
def test_no_heading_is_left_at_the_foot_of_a_page(
    records: dict[str, PolicyRecord],
    bytes_of: Callable[..., bytes],
    converted: Converted,
    language: Language,
    reporter: str,
) -> None:
    """Each heading stands on the page of what comes under it, also above footnotes."""
    since = {"since": "2010-03-31"} if reporter == "word-changes" else {}
    record = records["lagemeer-2031-7"]
    document = bytes_of(record, language, reporter=reporter, **since)
    # The sign of an item is not part of its text.
    pages = [folded([page]).replace("•", "") for page in _pages(converted(document, "docx", "pdf"))]
    following = [folded(each) for each in _with_what_follows(document)]
    assert following
    assert [each for each in following if not any(each in page for page in pages)] == []


def _with_what_follows(document: bytes) -> Iterable[tuple[str, str]]:
    """Each heading, with how the text under it begins: a paragraph, or the head of a table."""
    body = list(docx.Document(io.BytesIO(document)).iter_inner_content())
    for block, after in pairwise(body):
        if isinstance(block, Paragraph) and (block.style.name or "").startswith("Heading"):  # type: ignore[union-attr]  # each has a style
            first = after if isinstance(after, Paragraph) else after.cell(0, 0)
            yield block.text, first.text[:8]


def _in_pieces(text: str, pages: str) -> bool:
    """Whether a text that a page break tears apart is there in two pieces."""
    return any(text[:n] in pages and text[n:] in pages for n in range(10, len(text) - 10))


@CASES
def test_footnotes_are_footnotes(
    records: dict[str, PolicyRecord],
    bytes_of: Callable[..., bytes],
    converted: Converted,
    id: str,
    language: Language,
) -> None:
    """LibreOffice finds a footnote for every quote once, numbered on, and each repeat names one."""
    saved = fromstring(converted(bytes_of(records[id], language), "docx", "fodt"))
    notes = list(saved.iter(f"{TEXT}note"))
    cited = [note.findtext(f"{TEXT}note-citation") for note in notes]
    bodies = [folded(_body(note).itertext()) for note in notes]
    quotes = {
        folded([SourceText(p.quote).display(0, len(p.quote))])
        for statement in records[id].statements
        for p in statement.quotes
    }
    repeats = {element.text for element in saved.iter(f"{TEXT}note-ref")}
    assert cited == [str(number) for number in range(1, len(notes) + 1)]
    assert {note.get(f"{TEXT}note-class") for note in notes} == {"footnote"}
    assert len(set(bodies)) == len(bodies)
    assert [quote for quote in quotes if not any(quote in body for body in bodies)] == []
    assert repeats <= set(cited)


def _body(note: Element) -> Element:
    body = note.find(f"{TEXT}note-body")
    assert body is not None
    return body


def test_a_list_of_sources_is_read_as_a_list(
    records: dict[str, PolicyRecord], bytes_of: Callable[..., bytes], converted: Converted
) -> None:
    """With sources=list LibreOffice finds no footnotes, and each source as an item of a list."""
    note = bytes_of(records["lagemeer-2031-7"], "nl", sources="list")
    saved = fromstring(converted(note, "docx", "fodt"))
    items = ["".join(item.itertext()) for item in saved.iter(f"{TEXT}list-item")]
    assert list(saved.iter(f"{TEXT}note")) == []
    assert len([item for item in items if ": “" in item]) > 10


@pytest.mark.parametrize("language, number", [("nl", "Nr."), ("en", "No.")])
def test_the_annex_does_not_break_the_words_of_a_column(
    converted: Converted, tmp_path: Path, language: Language, number: str
) -> None:
    """The longest word of a minister's name has room in its column, and the head of the numbers."""
    small = small_record()
    minister = Party(id="rb", name=LocalText(nl="minister voor Rechtsbescherming"))
    first, *others = small.statements
    assert isinstance(first, Commitment)
    owned = attrs.evolve(first, owners=("rb",))
    record = attrs.evolve(
        small, parties=(*small.parties, minister), statements=(owned, *others), updates=()
    )
    made = tmp_path / "annex.docx"
    ssrpolicy.report(record, "word-annex", made, as_of=dt.date(2012, 1, 1), language=language)
    said = " ".join(_pages(converted(made.read_bytes(), "docx", "pdf"))).split()

    assert {"Rechtsbescherming", number} <= set(said)
