"""What the invented record promises: every value of the vocabularies shows in it."""

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

from ssrpolicy.model import (
    AXES,
    STATEMENT_KINDS,
    Answer,
    Appreciation,
    ClaimedStatus,
    Course,
    DocumentKind,
    EvidenceStatus,
    Firmness,
    InstrumentKind,
    Outcome,
    PolicyRecord,
    RelationKind,
    Schedule,
    SetAsideReason,
)


def _missing(vocabulary: type[StrEnum], shown: Iterable[StrEnum | None]) -> list[str]:
    seen = set(shown)
    return [str(value) for value in vocabulary if value not in seen]


def test_each_axis_shows_each_of_its_values(
    invented: PolicyRecord, invented_as_of: dt.date
) -> None:
    """On the day of the demonstration each value of the three axes is that of some statement."""
    now = [
        invented.progress(statement.id, as_of=invented_as_of) for statement in invented.statements
    ]

    assert _missing(ClaimedStatus, (each.claimed for each in now)) == []
    assert _missing(EvidenceStatus, (each.evidence for each in now)) == []
    assert _missing(Schedule, (each.schedule for each in now)) == []


def test_each_value_of_an_update_is_recorded(invented: PolicyRecord) -> None:
    """Each status is said by an update, not only derived; each kind of update occurs."""
    updates = invented.updates

    assert _missing(ClaimedStatus, (update.claimed for update in updates)) == []
    assert _missing(EvidenceStatus, (update.evidence for update in updates)) == []
    assert {update.axis for update in updates} == {*AXES, "note"}


def test_each_kind_of_entry_occurs(invented: PolicyRecord) -> None:
    """Every kind of document, statement and relation, and every reason to set aside."""
    kinds = {statement.kind for statement in invented.statements}
    relations = [r.kind for statement in invented.statements for r in statement.relations]

    assert kinds == set(STATEMENT_KINDS)
    assert _missing(DocumentKind, (document.kind for document in invented.documents)) == []
    assert _missing(RelationKind, relations) == []
    assert _missing(SetAsideReason, (each.reason for each in invented.set_aside)) == []


def test_each_firmness_course_and_answer_occurs(invented: PolicyRecord) -> None:
    """Each reading of a commitment and each way to answer a request has its example."""
    commitments = invented.commitments

    assert _missing(Firmness, (each.firmness for each in commitments)) == []
    assert _missing(Course, (each.course for each in commitments)) == []
    assert _missing(Answer, (each.answer for each in invented.dispositions)) == []


def test_what_two_motions_and_two_instruments_can_show_is_shown(invented: PolicyRecord) -> None:
    """Each has an outcome, an appreciation or a kind of its own; the other values have no example.

    The record stays small: two motions have two outcomes, and there are two instruments.
    """
    motions = [d for d in invented.documents if d.kind is DocumentKind.MOTION]

    assert {motion.outcome for motion in motions} == {Outcome.ADOPTED, Outcome.HELD}
    assert {motion.appreciation for motion in motions} == {
        Appreciation.LEFT_TO_HOUSE,
        Appreciation.UNAVAILABLE_AMENDED,
    }
    assert {each.kind for each in invented.instruments} == {
        InstrumentKind.FUND,
        InstrumentKind.PERSONNEL_POOL,
    }


def test_a_summary_is_missing_in_each_language(invented: PolicyRecord) -> None:
    """A Dutch report falls back to English once, an English one to Dutch once."""
    summaries = {statement.id: statement.summary for statement in invented.statements}

    assert [id for id, text in summaries.items() if text.nl is None] == ["radar-moved"]
    assert [id for id, text in summaries.items() if text.en is None] == ["code-of-conduct"]
