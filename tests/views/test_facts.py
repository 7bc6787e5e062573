"""What became of a motion is reported with where that was found, or that nobody recorded it."""

import datetime as dt

import pytest

from notes_read import grid, text
from ssrpolicy import Language, PolicyRecord
from ssrpolicy.views import briefing, reading_page, tracker

DAY = dt.date(2034, 4, 15)


@pytest.mark.parametrize(
    "language, named, nowhere",
    [
        ("nl", "Bron voor uitkomst en stemmen: Handel", "Herkomst niet vastgelegd: stemmen."),
        ("en", "Source for outcome and votes: Handel", "Source not recorded: votes."),
    ],
)
def test_the_note_names_the_source_of_a_fact(
    invented: PolicyRecord, *, language: Language, named: str, nowhere: str
) -> None:
    """It stands with the paper, in the table of documents."""
    table = grid(briefing([invented], as_of=DAY, language=language), "Document")
    cells = [text(row[0]) for row in table.rows]

    assert any(named in cell for cell in cells)
    assert any(nowhere in cell for cell in cells)


def test_the_tracker_and_the_page_name_the_source_of_a_fact(invented: PolicyRecord) -> None:
    """In a column of the sources, and among the facts of a paper."""
    sources = tracker([invented], as_of=DAY, language="nl").table("sources")
    (record,) = reading_page([invented], as_of=DAY, language="nl").records()
    facts = [fact for source in record.sources for fact in source.facts]
    given = [value for value in sources.column("facts_from") if value is not None]

    assert [str(value).partition(":")[0] for value in given] == ["Uitkomst, Stemmen", "Stemmen"]
    assert [value for label, value in facts if label == "Uit andere bron"] == given
