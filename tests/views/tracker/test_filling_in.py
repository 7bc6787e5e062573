"""The cells of a tracker that people fill in, and what stands in them at first."""

import datetime as dt
from pathlib import Path

import attrs

import ssrpolicy
from ssrpolicy.model import EditPart, EdtfDate, PolicyRecord, Position, Timeframe
from ssrpolicy.views.workbook.tracker import tracker
from views.tracker.tracked import row, tracked

FUND = "Tot dusver is dit fonds qua omvang adequaat gebleken"
AU = "kst-32123-X-124#african-union"


def test_what_to_read_first_and_to_fill_in_stands_together(record: PolicyRecord) -> None:
    """Both tables of statements begin with the same columns; of nine, a word says what to type."""
    found = tracked(record)

    for key in ("commitments", "statements"):
        columns = found.table(key).columns
        main = [column.key for column in columns if column.main and column.key != "kind"]
        assert main == [
            "id",
            "summary",
            "schedule",
            "due",
            "owners",
            "claimed",
            "note",
            "noted_by",
            "evidence",
        ]
        assert [column.main for column in columns] == sorted(
            (c.main for c in columns), reverse=True
        )
        assert sorted(column.edits for column in columns if column.edits) == sorted(EditPart)
        assert all(column.hint for column in columns if column.editable)


def test_what_becomes_an_update_of_its_own_is_exported_empty(record: PolicyRecord) -> None:
    """A new term and what evidence rests on are empty, whatever was said before."""
    shown = record.with_update(
        "african-union", date=dt.date(2010, 9, 1), by="nl-bz", evidence="supports", quotes=(FUND,)
    )
    found = row(tracked(shown).table("commitments"), AU)

    assert found["evidence"] == "Bevestigd"
    for key in ("new_term", "new_due", "term_reason", "evidence_document", "evidence_quote"):
        assert found[key] is None


def test_the_reason_of_a_term_is_no_note(record: PolicyRecord) -> None:
    """Why a term was moved stands next to the term; the note stays as it was."""
    moved = record.with_update(
        "african-union", date=dt.date(2010, 5, 1), by="nl-bz", note="Gestart"
    ).with_update(
        "african-union",
        date=dt.date(2010, 6, 1),
        by="nl-bz",
        timeframe=Timeframe(phrase="in het najaar", date=EdtfDate("2011-23")),
        note="De Unie vroeg om uitstel",
    )
    found = row(tracked(moved).table("commitments"), AU)

    assert found["note"] == "Gestart"
    assert found["move_reason"] == "De Unie vroeg om uitstel"


def test_whoever_fills_a_cell_has_a_capital(fixtures: Path) -> None:
    """Who reports and who is written to begin their cells, and so with a capital."""
    invented = ssrpolicy.load(fixtures / "records" / "lagemeer-2031-7")
    made = tracker([invented], as_of=dt.date(2034, 4, 15), language="nl")
    cells = (*made.table("history").column("said_by"), *made.table("sources").column("addressee"))
    named = [str(cell) for cell in cells if cell is not None]

    assert "Ministerie van Buitenlandse Betrekkingen van Lagemeer" in named
    assert "Regering van Lagemeer" in named
    assert [name for name in named if not name[0].isupper()] == []


def test_a_note_says_of_when_and_whose_it_is(record: PolicyRecord) -> None:
    """A note that is older than the status next to it cannot be taken for its reason."""
    told = record.with_update(
        "african-union", date=dt.date(2010, 5, 1), by="nl-bz", note="Nog in overleg"
    ).with_update("african-union", date=dt.date(2010, 9, 1), by="nl-bz", claimed="fulfilled")
    found = row(tracked(told).table("commitments"), AU)

    assert (found["claimed"], found["note"]) == ("Voldaan", "Nog in overleg")
    assert found["noted_by"] == "1-5-2010\nMinisterie van Buitenlandse Zaken"


def test_a_position_has_a_status_only_where_somebody_gave_it_one(record: PolicyRecord) -> None:
    """Nothing can come of what a government thinks; what was said of it all the same is shown."""
    first = record.statements[0]
    position = Position(id="own-view", summary=first.summary, quotes=first.quotes)
    with_view = attrs.evolve(record, statements=(*record.statements, position))
    told = with_view.with_update("own-view", date=dt.date(2010, 9, 1), by="nl-bz", claimed="open")
    id = "kst-32123-X-124#own-view"
    before, after = (row(tracked(each).table("statements"), id) for each in (with_view, told))

    assert (before["claimed"], before["evidence"], before["schedule"]) == (None, None, None)
    assert (after["claimed"], after["evidence"]) == ("Nog niet begonnen", None)
    claim = row(tracked(record).table("statements"), "kst-32123-X-124#fund-adequate")
    assert (claim["claimed"], claim["evidence"]) == ("Onbekend", "Niet beoordeeld")
