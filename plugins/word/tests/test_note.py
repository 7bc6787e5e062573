"""What a note holds: every entry and source of its records, in both languages, and its layout."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable

import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from ssrpolicy import Language, PolicyRecord
from ssrpolicy.evidence import SourceText
from ssrpolicy.model import Quoting
from ssrpolicy.testing import empty_record, small_record
from ssrpolicy.views import unbroken
from ssrpolicy.views.notes.abbreviations import ABBREVIATION, Abbreviations

Records = dict[str, PolicyRecord]
Opened = Callable[..., Document]
BOTH = pytest.mark.parametrize("language", ["nl", "en"])
EACH = pytest.mark.parametrize("id", ["kst-32123-X-124", "lagemeer-2031-7"])


def without_expansions(shown: str, record: PolicyRecord, language: Language) -> str:
    """What is shown without the words that the note writes after abbreviations, in brackets."""
    known = Abbreviations(record, language)
    found = {word: known.meaning(word) for word in set(ABBREVIATION.findall(shown))}
    named = {f"{word}: {each.words}" for word, each in found.items() if each is not None}
    named |= {each.words for each in found.values() if each is not None}
    for words in named:
        shown = shown.replace(f"; {words}", "")
    for words in named:
        shown = shown.replace(f" ({words})", "")
    return shown


def folded(text: str) -> str:
    """The text on one line, without the publisher's hyphens at line ends."""
    return SourceText(text).display(0, len(text))


@BOTH
@EACH
def test_every_entry_is_in_the_note(
    records: Records, opened: Opened, words: Callable[[Document], str], id: str, language: Language
) -> None:
    """Every request, statement and instrument stands in it, in the language or the one it has."""
    record = records[id]
    shown = without_expansions(words(opened(record, language)), record, language)
    texts = [
        *(request.summary for request in record.requests),
        *(statement.summary for statement in record.statements),
        *(instrument.name for instrument in record.instruments),
    ]
    assert [text for text in texts if unbroken(text.text(language)) not in shown] == []


@BOTH
@EACH
def test_every_quote_is_in_the_note(
    records: Records, bytes_of: Callable[..., bytes], id: str, language: Language
) -> None:
    """Every quote of request, answer, statement, instrument and update is in a footnote."""
    record = records[id]
    with zipfile.ZipFile(io.BytesIO(bytes_of(record, language))) as package:
        footnotes = parse_xml(package.read("word/footnotes.xml"))
    shown = " ".join("".join(str(text.text) for text in footnotes.iter(qn("w:t"))).split())
    groups: tuple[tuple[Quoting, ...], ...] = (
        record.requests,
        record.dispositions,
        record.statements,
        record.instruments,
        record.updates,
    )
    passages = [passage for group in groups for entry in group for passage in entry.quotes]
    quotes = [folded(passage.quote) for passage in passages]
    assert [quote for quote in quotes if f"“{quote}”" not in shown] == []


@BOTH
@EACH
def test_every_document_is_in_the_note_with_its_address(
    records: Records, opened: Opened, words: Callable[[Document], str], id: str, language: Language
) -> None:
    """The title and public address of each document can be read, and the address leads there."""
    record = records[id]
    note = opened(record, language)
    shown = words(note)
    titles = [d.title.text(language) for d in record.documents if d.title is not None]
    addresses = [d.address for d in record.documents if d.address is not None]
    targets = {rel.target_ref for rel in note.part.rels.values() if rel.is_external}
    assert [text for text in (*titles, *addresses) if text not in shown] == []
    assert set(addresses) <= targets


def test_the_letter_s_answers_are_told_apart(
    records: Records, opened: Opened, words: Callable[[Document], str]
) -> None:
    """The letter declines in general and leaves a door open per case: both stand there."""
    shown = words(opened(records["kst-32123-X-124"]))
    assert "De brief van 29\u00a0april 2010 wijst dit af (in algemene zin)." in shown
    assert "De brief van 29\u00a0april 2010 verbindt hieraan voorwaarden (per geval: " in shown


def test_several_records_have_a_common_overview_that_leads_to_them(
    records: Records, opened: Opened
) -> None:
    """The first table has a row for each record, whose name leads to the record's heading."""
    note = opened((records["kst-32123-X-124"], small_record()), "en", dt.date(2011, 12, 31))
    rows = [[cell.text for cell in row.cells] for row in note.tables[0].rows]
    letter = "Answer to the Peters/Knops motion on intensifying SSR activities"
    assert rows == [
        ["Record", "Requests", "Commitments", "Overdue", "Due soon", "Contradicted"],
        [letter, "2", "7", "0", "0", "0"],
        ["The fire service", "1", "1", "1", "0", "0"],
    ]
    links = [row.cells[0].paragraphs[0].hyperlinks[0].fragment for row in note.tables[0].rows[1:]]
    assert links == ["ssrpolicy_record_1", "ssrpolicy_record_2"]


def test_each_line_of_the_contents_has_room_for_the_page_of_its_heading(
    records: dict[str, PolicyRecord], bytes_of: Callable[..., bytes]
) -> None:
    """A program that updates fields fills the numbers in; until then a line says so."""
    with zipfile.ZipFile(io.BytesIO(bytes_of(tuple(records.values()), "nl"))) as package:
        body = parse_xml(package.read("word/document.xml"))
    marks = {each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))}
    lines = [
        each
        for each in body.iter(qn("w:p"))
        if each.find(f".//{qn('w:pStyle')}[@{qn('w:val')}='TOC1']") is not None
    ]
    codes = [[(code.text or "").split() for code in line.iter(qn("w:instrText"))] for line in lines]
    pages = [code for line in codes for code in line if code[0] == "PAGEREF"]

    assert codes[0][0] == ["TOC", "\\o", '"1-1"', "\\h"]
    assert len(pages) == len(lines) - 1 == len(records) + 1
    assert "".join(each.text or "" for each in lines[0].iter(qn("w:t"))) == (
        "De paginanummers komen erbij zodra de velden zijn bijgewerkt (Ctrl+A, F9)."
    )
    assert {code[1] for code in pages} <= marks
    assert not [
        each for line in lines for each in line.iter(qn("w:t")) if (each.text or "").isdigit()
    ]


def test_an_update_of_a_later_day_is_left_out_and_that_is_said(
    records: Records, opened: Opened, words: Callable[[Document], str]
) -> None:
    """As of June 2031 only the first update is known; the others are counted, not shown."""
    shown = words(opened(records["lagemeer-2031-7"], "en", dt.date(2031, 6, 10)))
    later = len(records["lagemeer-2031-7"].updates) - 1
    assert f"{later} updates after 10\u00a0June 2031 are left out." in shown
    assert "20 March 2032" not in shown


def test_a_record_of_which_nothing_is_recorded_says_so(
    opened: Opened, words: Callable[[Document], str]
) -> None:
    """A note on a record that holds a letter only is a note all the same."""
    shown = words(opened(empty_record(), "en"))
    assert "Nothing has been recorded of the document yet" in shown


def test_a_text_that_falls_back_is_marked_and_the_note_says_so_once(
    opened: Opened, words: Callable[[Document], str]
) -> None:
    """A summary that exists in English only has [Engels] before it in a Dutch note."""
    shown = words(opened(small_record()))
    assert "[Engels] The fund has been sufficient" in shown
    assert shown.count("Niet elke samenvatting is er in het Nederlands") == 1


@BOTH
def test_the_same_records_give_the_same_bytes(
    records: Records, bytes_of: Callable[..., bytes], language: Language
) -> None:
    """Two notes on the same records are equal, byte for byte."""
    given = tuple(records.values())
    assert bytes_of(given, language) == bytes_of(given, language)
