"""What was reported between two days: each change once, with what held before it."""

import datetime as dt
from itertools import pairwise
from typing import Any

import attrs
import pytest

from notes_read import blocks_under
from ssrpolicy import EdtfDate, Language, PolicyRecord, Timeframe
from ssrpolicy.testing import small_record
from ssrpolicy.views import Grid, Note
from views.changes.overviews import AS_OF, SINCE, found, note_on, rows, sentences


def test_a_moved_term_stands_with_the_old_and_the_new_one(invented: PolicyRecord) -> None:
    """The postponement of the trainers, in the words of both letters, and how much later it is."""
    assert rows(note_on(invented, SINCE, AS_OF), "Gewijzigde termijnen")[0] == (
        (
            "De minister van Kustwacht zendt uiterlijk op 1 oktober 2031 veertig tot zestig "
            "opleiders naar Bergovië."
        ),
        "“Uiterlijk op 1 oktober 2031”",
        "“uiterlijk op 1 april 2032”",
        (
            "3 september 2031, ministerie van Kustwacht van Lagemeer. De einddatum is zes maanden "
            "later. Uitstel wegens late levering van lesmateriaal."
        ),
    )


def test_a_term_that_was_moved_twice_is_two_changes_in_a_chain() -> None:
    """The new term of the first change is the old one of the second."""
    record = small_record()
    for month, date in ((6, "2011-09-30"), (8, "2011-12-31")):
        record = record.with_update(
            "report",
            date=dt.date(2011, month, 1),
            by="ministry",
            timeframe=Timeframe(phrase=f"uiterlijk {date}", date=EdtfDate(date)),
        )
    terms = found(record, dt.date(2011, 5, 1), dt.date(2011, 12, 31)).terms
    assert [change.before.timeframe for change in terms] == [
        record.commitments[0].timeframe,
        terms[0].update.timeframe,
    ]


def test_evidence_that_turned_stands_with_what_it_showed_before(invented: PolicyRecord) -> None:
    """The interpreters: first confirmed, then contradicted by the audit; and only there turned."""
    shown = rows(note_on(invented, SINCE, AS_OF), "Wat bewijs laat zien")
    interpreters = [row[1:3] for row in shown if row[0].startswith("De Kustwacht werft")]
    turned = [c.statement.id for c in found(invented, SINCE, AS_OF).evidence if c.turned]
    assert interpreters == [("Niet beoordeeld", "Bevestigd"), ("Bevestigd", "Weersproken")]
    assert turned == ["interpreters"]


def test_evidence_says_whether_that_was_in_time_and_what_shows_a_moved_term() -> None:
    """The report came after its first term, within one that no document shows."""
    record = small_record().with_update(
        "report",
        date=dt.date(2011, 6, 1),
        by="ministry",
        timeframe=Timeframe(phrase="eind 2012", date=EdtfDate("2012-12-31")),
    )
    moved = record.commitments[0].timeframe
    assert moved is not None
    assert moved.due is not None
    shown = record.with_update(
        "report",
        date=moved.due + dt.timedelta(days=30),
        by="ministry",
        evidence="supports",
        document="letter",
        quotes=["Het brandweerfonds betaalt de ladders."],
    )
    ((*_, said),) = rows(
        note_on(shown, dt.date(2011, 6, 2), dt.date(2013, 1, 1)), "Wat bewijs laat zien"
    )

    assert "binnen de verschoven termijn" in said
    assert "Geen document toont deze termijn." in said


def test_evidence_that_shows_the_same_again_is_another_update() -> None:
    """A second source that supports a claim changes nothing, and is shown among the updates."""
    record = small_record().with_update(
        "claim",
        date=dt.date(2011, 6, 1),
        by="ministry",
        evidence="supports",
        document="letter",
        quotes=["Het brandweerfonds betaalt de ladders."],
    )
    note = note_on(record, dt.date(2011, 5, 1), dt.date(2011, 6, 1))
    assert rows(note, "Wat bewijs laat zien") == []
    assert [row[3] for row in rows(note, "Andere berichten")] == [
        "Bewijs: bevestigd, zoals eerder."
    ]


AGAIN: tuple[tuple[dict[str, Any], str], ...] = (
    ({"claimed": "in_progress"}, "Gemelde status: in uitvoering, zoals eerder."),
    ({"firmness": "firm"}, "Stelligheid: stellig, zoals eerder."),
    ({"owners": ["nl-bz"]}, "Verantwoordelijk: ministerie van Buitenlandse Zaken, zoals eerder."),
    (
        {"timeframe": Timeframe(phrase="in 2012", date=EdtfDate("2012"))},
        "Termijn: in 2012, zoals eerder.",
    ),
    ({"evidence": "none_found"}, "Bewijs: geen bewijs gevonden, zoals eerder."),
)


@pytest.mark.parametrize("again, words", AGAIN)
def test_what_is_reported_again_is_counted_and_not_told(again: dict[str, Any], words: str) -> None:
    """An update that leaves a commitment where it stood is a row only where it has a note."""

    def repeated(**noted: Any) -> Note:
        record = attrs.evolve(small_record(), updates=())
        for day in (dt.date(2011, 4, 1), dt.date(2011, 6, 1)):
            record = record.with_update("report", date=day, by="ministry", **noted, **again)
        return note_on(record, dt.date(2011, 5, 1), dt.date(2011, 6, 1))

    silent, noted = repeated(), repeated(note="Het wacht op de gemeente.")
    short, others = (sentences(silent, each) for each in ("In het kort", "Andere berichten"))

    assert "Eén bericht meldt geen verandering." in short
    assert others == ["Eén bericht verandert niets aan de stand; het staat in het dossier."]
    assert rows(noted, "Andere berichten")[0][3] == f"{words} Het wacht op de gemeente."
    assert "Eén bericht meldt geen verandering." not in sentences(noted, "In het kort")
    assert not rows(silent, "Gewijzigde termijnen") + rows(noted, "Gewijzigde termijnen")


def test_a_note_alone_is_told_in_full() -> None:
    """Whoever wrote it said something, though no value changed."""
    day = dt.date(2011, 6, 1)
    record = small_record().with_update("report", date=day, by="ministry", note="Het komt goed.")
    note = note_on(record, dt.date(2011, 5, 1), day)

    assert rows(note, "Andere berichten")[0][3] == "Het komt goed."


def test_what_was_asked_is_named_by_what_it_is(invented: PolicyRecord) -> None:
    """A column of questions is called so, one of requests too, and one of both says that."""

    def heads(since: dt.date, as_of: dt.date, heading: str, language: Language) -> list[str]:
        note = note_on(invented, since, as_of, language)
        (table,) = [each for each in blocks_under(note, heading) if isinstance(each, Grid)]
        return [table.header[0], table.summary]

    first, later = dt.date(2030, 12, 31), dt.date(2033, 1, 1)
    assert heads(SINCE, AS_OF, "Nieuwe vragen", "nl") == [
        "Vraag",
        "De vragen uit deze periode, met hun vindplaats en het antwoord.",
    ]
    assert heads(SINCE, AS_OF, "New questions", "en")[0] == "Question"
    assert heads(first, SINCE, "Nieuwe verzoeken", "nl")[0] == "Verzoek"
    assert heads(SINCE, AS_OF, "Nieuwe antwoorden", "nl")[0] == "Verzoek of vraag"
    assert heads(later, AS_OF, "Nieuwe antwoorden", "nl")[0] == "Vraag"


def test_new_commitments_are_those_of_papers_in_the_period(invented: PolicyRecord) -> None:
    """Those of the second letter, of 3 September 2031, count from the day before it."""
    third = dt.date(2031, 9, 3)
    new = [c.id for c in found(invented, dt.date(2031, 9, 2), third).commitments]
    assert new == ["trainers-later", "yearly-report-stands", "interpreters-reported"]
    assert found(invented, third, dt.date(2031, 9, 4)).commitments == ()


def test_the_seven_commitments_of_the_letter_are_new_in_its_quarter(record: PolicyRecord) -> None:
    """With who is responsible, the term and the paper; what is not stated is not filled in."""
    note = note_on(record, dt.date(2010, 3, 31), dt.date(2010, 6, 30))
    new = rows(note, "Nieuwe toezeggingen")
    assert len(new) == 7
    assert new[-1][1:] == (
        "Niet genoemd",
        "Geen termijn genoemd",
        "Kamerstukken II 2009/10, 32123-X, nr. 124",
    )


def test_a_status_stands_with_the_one_before_it(invented: PolicyRecord) -> None:
    """The curriculum was reported as open, then as fulfilled."""
    first = rows(note_on(invented, SINCE, AS_OF), "Andere berichten")[0]
    assert first[3] == (
        "Gemelde status: voldaan (daarvoor: nog niet begonnen). Het leerplan is aan de Raad "
        "gezonden."
    )


def test_new_owners_stand_with_those_before_them(invented: PolicyRecord) -> None:
    """The ministry that took over, and the one that did it before."""
    said = [row[3] for row in rows(note_on(invented, SINCE, AS_OF, "en"), "Other updates")]
    assert any(
        each.startswith(
            "Responsible: Lagemeer Ministry of the Judiciary (previously: Lagemeer Ministry of "
            "Order and Law)."
        )
        for each in said
    )


def test_every_update_of_the_period_is_told_once(invented: PolicyRecord) -> None:
    """Each stands in one table; the one that was recorded twice is shown once."""
    given = found(invented, SINCE, AS_OF)
    kinds = (given.terms, given.evidence, given.updates, given.unchanged, given.notes)
    listed = [change.update for kind in kinds for change in kind]
    known = {update for update in invented.updates if SINCE < update.date <= AS_OF}
    assert len(listed) == len(set(listed))
    assert set(listed) == known


def test_periods_that_follow_one_another_tell_every_update_once(invented: PolicyRecord) -> None:
    """Who asks again from the last day misses nothing, and sees nothing twice."""
    days = [dt.date(2031, 1, 1), SINCE, dt.date(2032, 2, 1), dt.date(2033, 11, 14), AS_OF]
    listed = [
        change.update
        for since, as_of in pairwise(days)
        for change in found(invented, since, as_of)._changes  # noqa: SLF001 - the public view has the changes by kind, and the test looks at all together
    ]
    assert len(listed) == len(set(listed))
    assert set(listed) == {update for update in invented.updates if update.date <= AS_OF}
