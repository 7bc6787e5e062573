"""New papers between two days, and what they do to earlier ones."""

import datetime as dt

import attrs

from notes_read import plain_text
from ssrpolicy import (
    Answer,
    Disposition,
    Document,
    DocumentKind,
    Outcome,
    PaperNumber,
    PolicyRecord,
    Relation,
    RelationKind,
    Votes,
)
from ssrpolicy.testing import small_record
from ssrpolicy.views import Grid, changes
from views.changes.overviews import AS_OF, SINCE, found, note_on, rows


def test_a_new_paper_is_told_with_how_much_of_it_is_recorded(invented: PolicyRecord) -> None:
    """The letter of 3 September 2031, on its day."""
    note = note_on(invented, dt.date(2031, 9, 2), dt.date(2031, 9, 3))
    assert rows(note, "Nieuwe stukken") == [
        (
            "3 september 2031",
            "Brief van 3 september 2031 (VERZONNEN-2031-12)",
            "Eén antwoord, drie toezeggingen, drie andere uitspraken en één bericht.",
        )
    ]
    assert rows(note, "Nieuwe antwoorden")[0][1:] == (
        "Toegezegd. Reikwijdte: met de inzet van tolken erbij.",
        "Brief van 3 september 2031 (VERZONNEN-2031-12)",
    )


def test_a_paper_that_updates_rest_on_is_not_said_to_be_left_out(invented: PolicyRecord) -> None:
    """An evaluation, a decree and a debate ask and state nothing; updates cite them."""
    said = {name: held for _, name, held in rows(note_on(invented, SINCE, AS_OF), "Nieuwe stukken")}
    held = {name.split(" (")[0]: text for name, text in said.items()}
    assert held["Evaluatie van 14 november 2033"] == "Negen berichten."
    assert held["Besluit van 20 januari 2032"] == "Eén bericht."
    assert held["Debat van 9 juni 2032"] == "Eén bericht."
    assert "Hieruit is niets vastgelegd." not in said.values()


def test_an_update_of_a_later_day_does_not_count_with_its_paper(invented: PolicyRecord) -> None:
    """The decree of 20 January 2032 is cited by an update of 1 February."""
    note = note_on(invented, dt.date(2032, 1, 19), dt.date(2032, 1, 20))
    assert [row[2] for row in rows(note, "Nieuwe stukken")] == ["Hieruit is niets vastgelegd."]


def test_a_new_motion_is_told_with_its_vote() -> None:
    """Whatever of it is recorded, and what it asks."""
    day = dt.date(2011, 2, 1)
    small = small_record()
    motion = Document(
        id="motion",
        kind=DocumentKind.MOTION,
        date=day,
        outcome=Outcome.ADOPTED,
        votes=Votes(in_favour=77, against=73),
        replaces=PaperNumber.parse("kst-99001-99"),
    )
    asked = attrs.evolve(small.requests[0], document="motion")
    record = attrs.evolve(small, documents=(*small.documents, motion), requests=(asked,))
    note = note_on(record, day - dt.timedelta(1), day)
    assert rows(note, "Nieuwe stukken")[0][2] == (
        "Eén verzoek. Komt in de plaats van Kamerstukken II, 99001, nr. 99. Aangenomen (77 voor, "
        "73 tegen). Herkomst niet vastgelegd: "
        "uitkomst en stemmen."
    )
    assert rows(note, "Nieuwe verzoeken")[0][2] == "Toegezegd."


def test_a_motion_that_came_to_be_dealt_with_is_told() -> None:
    """The commitment that answers it is reported as fulfilled; a new paper is not needed."""
    record, day = motion_record(), dt.date(2011, 6, 1)
    done = record.with_update("report", date=day, by="ministry", claimed="fulfilled")
    note = note_on(done, dt.date(2011, 5, 1), day)
    assert rows(note, "Moties waarvan de stand is gewijzigd") == [
        ("Motie van 1 februari 2010", "In behandeling", "Afgehandeld")
    ]
    back = done.with_update("report", date=dt.date(2011, 7, 1), by="ministry", claimed="open")
    note = note_on(back, day, dt.date(2011, 7, 1))
    assert rows(note, "Moties waarvan de stand is gewijzigd")[0][1:] == (
        "Afgehandeld",
        "In behandeling",
    )


def motion_record() -> PolicyRecord:
    """The small record with an adopted motion that its commitment answers."""
    small = small_record()
    motion = Document(
        id="motion", kind=DocumentKind.MOTION, date=dt.date(2010, 2, 1), outcome=Outcome.ADOPTED
    )
    asked = attrs.evolve(small.requests[0], document="motion")
    answer = Disposition(request="asked", document="letter", answer=Answer.PROMISED, by=("report",))
    return attrs.evolve(
        small, documents=(*small.documents, motion), requests=(asked,), dispositions=(answer,)
    )


def test_what_another_record_supersedes_is_told_with_the_earlier_one() -> None:
    """A later letter, in a record of its own, takes the place of what the first promised."""
    day = dt.date(2011, 2, 1)
    first, second = small_record(), small_record()
    relation = Relation(kind=RelationKind.SUPERSEDES, target="small#report")
    promise = attrs.evolve(second.commitments[0], relations=(relation,))
    second = attrs.evolve(
        second,
        id="second",
        documents=(attrs.evolve(second.documents[0], date=day),),
        statements=(promise,),
        dispositions=(),
        updates=(),
    )
    note = changes([first, second], since=dt.date(2011, 1, 1), as_of=day, language="nl")
    (table,) = [b for b in note.blocks if isinstance(b, Grid) and b.header[1] == "Verband"]
    assert table.ids == ("small#report",)
    assert plain_text(table.rows[0][1]) == "Vervangen"
    assert "brief van 1 februari 2011" in plain_text(table.rows[0][2])


def test_an_update_of_a_statement_of_a_later_paper_is_told() -> None:
    """It is dated in the period, whatever the paper says."""
    small = small_record()
    record = attrs.evolve(
        small, documents=(attrs.evolve(small.documents[0], date=dt.date(2012, 1, 1)),)
    )
    given = found(record, dt.date(2011, 2, 1), dt.date(2011, 4, 1))
    assert [change.statement.id for change in given.updates] == ["report"]
