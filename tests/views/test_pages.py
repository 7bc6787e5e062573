"""The pages of a source, wherever a place in it is shown."""

import datetime as dt
from pathlib import Path

import attrs
import pytest
from click.testing import CliRunner

import ssrpolicy
from ssrpolicy import PageStart, PolicyRecord, TextParts
from ssrpolicy.cli.main import _command
from ssrpolicy.codec import parts_digest
from ssrpolicy.views import dossier, reading_page, tracker

AS_OF = dt.date(2011, 4, 1)


@pytest.fixture(scope="module")
def paged(letter: Path) -> PolicyRecord:
    """The letter, as if it was read from a PDF with a page for every two thousand characters."""
    record = ssrpolicy.load(letter)
    document = record.document("letter")
    assert document.text is not None
    starts = enumerate(range(0, len(document.text), 2_000), start=1)
    parts = TextParts(pages=tuple(PageStart(start=start, page=page) for page, start in starts))
    known = attrs.evolve(document, parts=parts, parts_sha256=parts_digest(parts))
    others = (known if each is document else each for each in record.documents)
    return attrs.evolve(record, documents=tuple(others))


def test_a_footnote_says_the_page(paged: PolicyRecord) -> None:
    """It stands before the paragraph, as one who leafs through the paper looks for it."""
    note = dossier([paged], as_of=AS_OF, language="nl")

    assert any((source.place or "").startswith("p. 2, alinea ") for source in note.sources)
    assert all((source.place or "p. ").startswith("p. ") for source in note.sources)


def test_the_tracker_says_the_page(paged: PolicyRecord) -> None:
    """So does the column with the passage, after the heading."""
    made = tracker([paged], as_of=AS_OF, language="en")
    cells = [str(value) for table in made.tables for row in table.rows for value in row]

    assert any("”, p. 2, paragraph " in cell for cell in cells)


def test_the_page_says_the_page(paged: PolicyRecord) -> None:
    """So does each quote on the HTML page."""
    read = reading_page([paged], as_of=AS_OF, language="en")

    entries = [entry for record in read.records() for entry in record.entries]
    places = [quote.place or "" for entry in entries for quote in entry.quotes]

    assert any("p. 2, paragraph " in place for place in places)


def test_show_and_locate_say_the_page(paged: PolicyRecord, tmp_path: Path) -> None:
    """The terminal names the page first."""
    path = tmp_path / "record.json"
    ssrpolicy.dump(paged, path)
    run = CliRunner().invoke
    shown = run(_command, ["show", str(path), "african-union"]).output
    located = run(_command, ["locate", str(path), "maximaal 100 personen"]).output

    assert "letter, p. 3, " in shown
    assert "#letter, p. 4, " in located
