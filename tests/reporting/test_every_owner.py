"""Reports of what each owner is responsible for: they say what the whole report says, in whole."""

import contextlib
import io
import itertools
import json
import re
import sqlite3
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from docx.oxml.ns import qn
from icalendar import Calendar
from lxml import html
from openpyxl.utils import range_boundaries

import ssrpolicy
from selected import REPORTERS, owners_of, text_of, written
from ssrpolicy import PolicyRecord
from ssrpolicy.selection import Selection

pytestmark = [pytest.mark.heavy, pytest.mark.slow]

States = dict[Any, Any]
"""What a report says of where entries stand, by entry."""

# What says where something stands, as columns of notes and pages; others count notes and rows.
STANDS = {
    "Verantwoordelijk", "Gemelde status", "Bewijs", "Stand van de termijn", "Stand",
    "Stelligheid en termijn", "Verwachte datum", "Stand van zaken", "Termijn", "Antwoord",
    "Laatste bericht",
}  # fmt: skip
# A number of a row or a note, which a selection counts anew.
NUMBER = re.compile(r"(?<=nr\.\s)\d+|(?<=noot\s)\d+|(?<=\[)\d+(?=\])")


@pytest.fixture(scope="module")
def records() -> tuple[PolicyRecord, ...]:
    """The records of the project, read once."""
    return ssrpolicy.load_all(Path(__file__).parents[2] / "fixtures" / "records")


def page_read(report: bytes) -> tuple[States, set[str]]:
    """What the entries of a page say of themselves, and the links that lead nowhere."""
    root: Any = html.document_fromstring(report.decode("utf-8"))
    ids = set(map(str, root.xpath("//@id")))
    links = {str(each)[1:] for each in root.xpath("//@href") if len(each) > 1 and each[0] == "#"}
    states = {
        str(each.get("id")): [
            row.text_content() for row in each.xpath(".//dl/div") if row.findtext("dt") in STANDS
        ]
        for each in root.xpath("//article[contains(@class, 'entry')]")
    }
    return states, links - ids


def note_read(report: bytes) -> tuple[States, set[str]]:
    """What the tables of a note say of where things stand, and what refers to nothing there."""
    note = Document(io.BytesIO(report))
    states: States = {}
    for table in note.tables:
        header, *rows = [[cell.text for cell in row.cells] for row in table.rows]
        for row in rows:
            named = dict(zip(header, row, strict=True))
            about = next(cell for name, cell in named.items() if name != "Nr.")
            said = {name: cell for name, cell in named.items() if name in STANDS}
            states[*header, about] = {name: NUMBER.sub("", cell) for name, cell in said.items()}
    return states, dangling_in_note(note)


def dangling_in_note(note: Any) -> set[str]:
    """The bookmarks, footnotes and relations that a note refers to and does not have."""
    body, related = note.element, note.part.rels
    marks = {str(each.get(qn("w:name"))) for each in body.iter(qn("w:bookmarkStart"))}
    anchors = {each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink"))} - {None}
    fields = [str(each.text).split() for each in body.iter(qn("w:instrText"))]
    anchors |= {words[1] for words in fields if words[0] in {"NOTEREF", "PAGEREF"}}
    found = {f"bookmark {each}" for each in anchors - marks}
    for part in (each.target_part for each in related.values() if "/footnotes" in each.reltype):
        notes = set(re.findall(r'<w:footnote [^>]*w:id="(-?\d+)"', part.blob.decode("utf-8")))
        used = {str(each.get(qn("w:id"))) for each in body.iter(qn("w:footnoteReference"))}
        found |= {f"footnote {each}" for each in used - notes}
    named = {each.get(qn("r:id")) for each in body.iter(qn("w:hyperlink"))} - {None}
    return found | {f"relation {each}" for each in named - set(related)}


def tracker_read(report: bytes) -> tuple[States, set[str]]:
    """The rows of a tracker, and references of it to cells or sheets that are not there."""
    book = openpyxl.load_workbook(io.BytesIO(report))
    states: States = {}
    for sheet in (book[name] for name in ("Toezeggingen", "Andere uitspraken")):
        header, *rows = sheet.iter_rows(values_only=True)
        states |= {row[0]: dict(zip(header, row, strict=True)) for row in rows if row[0]}
    return states, dangling_in_tracker(book)


def dangling_in_tracker(book: Any) -> set[str]:
    """The references of names, links and validations to cells or names that are not there."""
    references = {each.attr_text for each in book.defined_names.values()}
    found: set[str] = set()
    most: dict[str, tuple[int, int]] = {}
    for sheet in book:
        # A table without rows has an empty one, which no cell of the file fills.
        ends: Any = [range_boundaries(each.ref)[2:] for each in sheet.tables.values()]
        ends.append((sheet.max_column, sheet.max_row))
        most[sheet.title] = max(column for column, _ in ends), max(row for _, row in ends)
        cells = (cell.hyperlink for cell in itertools.chain.from_iterable(sheet.iter_rows()))
        references |= {each.location for each in cells if each and each.location}
        for each in sheet.data_validations.dataValidation:
            references |= {f"'{sheet.title}'!{ranged}" for ranged in str(each.sqref).split()}
            if each.type == "list" and str(each.formula1) not in book.defined_names:
                found.add(f"validation {each.formula1}")
    for reference in references:
        title, _, ranged = reference.rpartition("!")
        name = title.strip("'").replace("''", "'")
        bounds = [each or 0 for each in range_boundaries(ranged.replace("$", ""))]
        column, row = most.get(name, (0, 0))
        if bounds[2] > column or bounds[3] > row:
            found.add(reference)
    return found


def json_read(report: bytes) -> tuple[States, set[str]]:
    """The progress of the entries of each record, and ids that none of its entries has."""
    data = json.loads(report)
    states: States = {}
    found: set[str] = set()
    for record in data.get("records", [data]):
        lists = [each for each in record.values() if isinstance(each, list)]
        ids = {each["id"] for every in lists for each in every if "id" in each}
        derived = record["derived"]
        states |= {f"{record['id']}#{id}": each for id, each in derived["progress"].items()}
        named = [*derived["progress"], *derived.get("selection", {}).get("chosen", ())]
        named += [each["statement"] for each in record.get("updates", ())]
        for each in record.get("dispositions", ()):
            named += [each["request"], each["document"], *each.get("by", ())]
        found |= set(named) - ids
    return states, found


def database_read(report: bytes) -> tuple[States, set[str]]:
    """The rows of statements, and the references of rows to others that are not there."""
    with contextlib.closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(report)
        broken = database.execute("PRAGMA foreign_key_check").fetchall()
        database.row_factory = sqlite3.Row
        rows = [dict(each) for each in database.execute("SELECT * FROM statements")]
        entries = {each["id"] for each in rows}
        for table in ("requests", "documents", "instruments"):
            entries |= {each["id"] for each in database.execute(f"SELECT id FROM {table}")}  # noqa: S608 - the names of tables stand above
        quoted = {each["entry"] for each in database.execute("SELECT entry FROM quotes")}
    for row in rows:
        del row["chosen"]
    return {row["id"]: row for row in rows}, {*map(str, broken), *(quoted - entries)}


def calendar_read(report: bytes) -> tuple[States, set[str]]:
    """The events of a calendar, which refer to nothing."""
    calendar = Calendar.from_ical(report)
    return {str(each["uid"]): each.to_ical() for each in calendar.walk("VEVENT")}, set()


READERS = {
    "html": page_read, "excel": tracker_read, "json": json_read, "sqlite": database_read,
    "calendar": calendar_read,
}  # fmt: skip


@pytest.mark.parametrize("to", REPORTERS)
def test_every_owner_can_be_cut_from_every_report(
    to: str, records: tuple[PolicyRecord, ...]
) -> None:
    """Nothing raises, nothing leads nowhere, and no state differs from that of the whole report.

    Of each record every owner, and of all together every sixth: those are the same owners.
    """
    read = READERS.get(to, note_read)
    compared = 0
    for some in (*((each,) for each in records), records):
        whole, dangling = read(written(some, to, None))
        assert dangling == set()
        for owner in owners_of(some)[:: 6 if some is records else 1]:
            report = written(some, to, Selection(owners=owner))
            states, dangling = read(report)
            assert (owner, dangling) == (owner, set())
            text = text_of(report)
            assert '"criteria"' in text if to == "json" else "Selectie: " in text
            shared = states.keys() & whole.keys()
            # A note shows what is most pressing of what it is about; others leave out rows only.
            assert read is note_read or shared == states.keys()
            # What stands in the row of another says so, if that is in the selection.
            own = {each for each in shared if "Herhaling van" not in str(whole[each])}
            assert {each: states[each] for each in own} == {each: whole[each] for each in own}
            compared += len(own)
    assert compared
