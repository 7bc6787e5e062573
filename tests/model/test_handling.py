"""What is dealt with and what is in hand, over the records given and as of a day."""

import datetime as dt

import attrs
import pytest

from ssrpolicy import (
    Answer,
    Disposition,
    Document,
    DocumentKind,
    LocalText,
    Outcome,
    PaperNumber,
    PolicyRecord,
    Relation,
    RelationKind,
)
from ssrpolicy.model import Handling
from ssrpolicy.testing import small_record
from tables import each_case

DAY = dt.date(2012, 1, 1)


def followed(kind: RelationKind) -> PolicyRecord:
    """The small record, whose commitment a later one of the same letter follows."""
    small = small_record()
    relation = Relation(kind=kind, target="small#report")
    later = attrs.evolve(small.commitments[0], id="later", relations=(relation,))
    return attrs.evolve(small, statements=(*small.statements, later))


def asked(record: PolicyRecord, *answers: Disposition, **about: object) -> PolicyRecord:
    """A record in which a motion asks what the small record's letter is asked."""
    about = {"id": "motion", "kind": DocumentKind.MOTION, **about}
    motion = Document(**about)  # type: ignore[arg-type]  # the fields are given by name in a dict, whose values have several types
    request = attrs.evolve(record.requests[0], document="motion")
    return attrs.evolve(
        record, documents=(*record.documents, motion), requests=(request,), dispositions=answers
    )


PROMISED = Disposition(request="asked", document="letter", answer=Answer.PROMISED, by=("report",))


def done(record: PolicyRecord, *ids: str) -> PolicyRecord:
    """The record with these commitments reported as fulfilled."""
    for id in ids:
        record = record.with_update(id, date=DAY, by="ministry", claimed="fulfilled")
    return record


def is_dealt_with(*records: PolicyRecord) -> bool:
    """Whether the one motion of the records is dealt with."""
    (motion,) = Handling(records, DAY).motions
    return motion.dealt_with


@each_case(
    "ids, expected",
    [((), False), (("report",), False), (("later",), True), (("report", "later"), True)],
)
def test_what_was_superseded_is_dealt_with_when_its_successor_is(
    *, ids: tuple[str, ...], expected: bool
) -> None:
    """What is reported of the successor decides on both, and on the motion."""
    record = done(followed(RelationKind.SUPERSEDES), *ids)
    assert Handling((record,), DAY).dealt_with(record, "report") is expected
    assert is_dealt_with(asked(record, PROMISED)) is expected


def test_a_promise_that_was_made_again_keeps_the_motion_in_hand() -> None:
    """The first was reported as fulfilled, and the promise that repeats it was not."""
    record = done(followed(RelationKind.REPEATS), "report")
    assert Handling((record,), DAY).dealt_with(record, "report")
    assert not is_dealt_with(asked(record, PROMISED))
    assert is_dealt_with(asked(done(record, "later"), PROMISED))


def test_commitments_that_supersede_each_other_are_dealt_with_together() -> None:
    """A circle of relations has no last one, and never ends in an error."""
    record = followed(RelationKind.SUPERSEDES)
    back = Relation(kind=RelationKind.SUPERSEDES, target="small#later")
    statements = tuple(
        attrs.evolve(each, relations=(back,)) if each.id == "report" else each
        for each in record.statements
    )
    circle = attrs.evolve(record, statements=statements)
    assert not is_dealt_with(asked(done(circle, "report"), PROMISED))
    assert is_dealt_with(asked(done(circle, "report", "later"), PROMISED))


def test_a_promise_of_an_answer_that_was_replaced_still_counts() -> None:
    """A later letter answers the motion, and nobody says what became of the promise."""
    later = Document(id="second", kind=DocumentKind.LETTER, date=dt.date(2011, 2, 1))
    answer = Disposition(
        request="asked", document="second", answer=Answer.ANSWERED_HERE, by=("view",)
    )
    record = asked(small_record(), PROMISED, answer)
    record = attrs.evolve(record, documents=(*record.documents, later))
    (motion,) = Handling((record,), DAY).motions
    assert [found.answer for _, found in motion.requests[0].answers] == [Answer.ANSWERED_HERE]
    assert [each.id for _, each in motion.requests[0].still_in_hand] == ["report"]
    assert not motion.dealt_with
    assert is_dealt_with(done(record, "report"))


@pytest.mark.parametrize("owners, expected", [((), False), (("nl-defensie",), True)])
def test_what_was_transferred_is_dealt_with_once_it_is_known_to_whom(
    *, owners: tuple[str, ...], expected: bool
) -> None:
    """A promise that nobody is known to keep is in hand."""
    record = small_record().with_update("report", date=DAY, by="ministry", claimed="transferred")
    if owners:
        record = record.with_update("report", date=DAY, by="ministry", owners=owners)
    assert record.progress("report", as_of=DAY).closed is expected


@each_case("claimed", ["fulfilled", "not_pursued", "transferred"])
def test_what_evidence_contradicts_is_in_hand(claimed: str) -> None:
    """Whatever is reported of it."""
    record = (
        small_record()
        .with_update("report", date=DAY, by="ministry", owners=["nl-defensie"])
        .with_update("report", date=DAY, by="ministry", claimed=claimed)
        .with_update(
            "report",
            date=DAY,
            by="ministry",
            evidence="contradicts",
            document="letter",
            quotes=["Het brandweerfonds betaalt de ladders."],
        )
    )
    assert not record.progress("report", as_of=DAY).closed


def test_a_request_with_the_same_words_in_either_language_is_one() -> None:
    """One record has the summary in both languages, the other in English alone."""
    number = PaperNumber.parse("kst-99001-100")
    first = asked(small_record(), number=number)
    answer = attrs.evolve(PROMISED, answer=Answer.ANSWERED_HERE, by=("view",))
    second = attrs.evolve(asked(small_record(), answer, number=number), id="other")
    english = LocalText(en=second.requests[0].summary.text("en"))
    second = attrs.evolve(second, requests=(attrs.evolve(second.requests[0], summary=english),))
    assert is_dealt_with(first, second)


def test_a_motion_that_was_not_accepted_does_not_count() -> None:
    """Of two records that differ, the one that knows of it is believed."""
    number = PaperNumber.parse("kst-99001-100")
    adopted = asked(small_record(), number=number, outcome=Outcome.ADOPTED)
    rejected = attrs.evolve(
        asked(small_record(), number=number, outcome=Outcome.REJECTED), id="other"
    )
    (motion,) = Handling((adopted, rejected), DAY).motions
    assert motion.outcome is Outcome.REJECTED
    assert motion.state == "refused"


def test_a_cited_paper_without_a_date_is_known_from_the_paper_that_cites_it() -> None:
    """Before the letter nobody knows the motion; one that states something counts on every day."""
    record = asked(small_record(), PROMISED)
    letter = record.dates["letter"]
    before, on = (Handling((record,), day) for day in (letter - dt.timedelta(1), letter))
    quote = attrs.evolve(record.statements[0].quotes[0], document="motion")
    stated = attrs.evolve(record.statements[0], id="own", quotes=(quote,))
    stating = attrs.evolve(record, statements=(*record.statements, stated))

    assert (before.motions[0].state, on.motions[0].is_later) == ("later", False)
    assert not Handling((stating,), letter - dt.timedelta(1)).motions[0].is_later


def test_a_cited_paper_is_known_from_an_earlier_answer_or_in_another_record() -> None:
    """The first that speaks of it counts."""
    record = asked(small_record(), PROMISED, number=PaperNumber.parse("kst-36725-4"))
    day = record.dates["letter"] - dt.timedelta(30)
    first = Document(id="first", kind=DocumentKind.LETTER, date=day)
    answer = attrs.evolve(PROMISED, document="first")
    earlier = attrs.evolve(
        record, id="earlier", documents=(*record.documents, first), dispositions=(answer,)
    )

    assert Handling((record,), day).motions[0].is_later
    assert not Handling((earlier,), day).motions[0].is_later
    assert not Handling((record, earlier), day).motions[0].is_later


def test_a_paper_without_a_date_is_known_where_no_day_is() -> None:
    """A letter without a date says nothing of when a motion was known."""
    record = asked(small_record(), PROMISED)
    letter = attrs.evolve(record.documents[0], date=None)
    undated = attrs.evolve(record, documents=(letter, *record.documents[1:]))

    assert not Handling((undated,), dt.date(1900, 1, 1)).motions[0].is_later
