"""What became of a motion is reported with where that was found, or that nobody recorded it."""

import datetime as dt

import pytest

from notes_read import grid, text
from ssrpolicy import Language, PolicyRecord
from ssrpolicy.views import Grid, changes, dossier, reading_page, tracker

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
    table = grid(dossier([invented], as_of=DAY, language=language), "Document")
    cells = [text(row[0]) for row in table.rows]

    assert any(named in cell for cell in cells)
    assert any(nowhere in cell for cell in cells)


def test_the_tracker_and_the_page_name_the_source_of_a_fact(invented: PolicyRecord) -> None:
    """In a column of the sources, and among the facts of a paper."""
    sources = tracker([invented], as_of=DAY, language="nl").table("sources")
    (record,) = reading_page([invented], as_of=DAY, language="nl").records()
    facts = [fact for source in record.sources for fact in source.facts]
    given = [value for value in sources.column("facts_from") if value is not None]

    assert [str(value).partition(":")[0] for value in given] == ["Uitkomst, stemmen", "Stemmen"]
    assert [value for label, value in facts if label == "Uit andere bron"] == given


@pytest.mark.parametrize(
    "language, named",
    [
        ("nl", "Bron voor uitkomst en stemmen: Handel"),
        ("en", "Source for outcome and votes: Handel"),
    ],
)
def test_what_changed_names_the_source_of_an_outcome(
    invented: PolicyRecord, *, language: Language, named: str
) -> None:
    """The outcome of a motion that is dated in the period stands with where it is from."""
    note = changes([invented], since=dt.date(2030, 1, 1), as_of=DAY, language=language)
    grids = [each for each in note.blocks if isinstance(each, Grid)]
    cells = [text(cell) for each in grids for row in each.rows for cell in row]

    assert any(named in cell for cell in cells)
