"""The closed vocabularies of a record; each value stands in files as it is written here."""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import TypeVar

from ssrpolicy.arguments import ClosedVocabulary
from ssrpolicy.messages import _, shown
from ssrpolicy.model.texts import invalid_value

V = TypeVar("V", bound=StrEnum)
_LONGEST = 60
_ALIKE = 0.75


def member(vocabulary: type[V], value: object, name: str) -> V:
    """Return the value of a vocabulary by its text; raises ValueError that names the known ones.

    A value of another vocabulary does not count, even where it is written the same.
    """
    known = {str(each): each for each in vocabulary}
    of_another = isinstance(value, Enum) and type(value) is not vocabulary
    if isinstance(value, str) and not of_another and value in known:
        return known[value]
    from ssrpolicy.similar import nearest  # noqa: PLC0415 - loaded only where something is wrong

    said = shown(value)
    folded = {text.lower(): text for text in known}
    near = nearest(said[:_LONGEST].strip().lower().replace(" ", "_"), folded, cutoff=_ALIKE)
    words = {"name": name, "value": said, "known": ", ".join(known)}
    if near and folded[near[0]] != said:
        message = _(
            "{name} is {value!r:.60}; did you mean {near!r}? It is one of {known}",
            near=folded[near[0]],
            **words,
        )
    else:
        message = _("{name} is {value!r:.60}; it is one of {known}", **words)
    raise invalid_value(message, of_type=isinstance(value, str))


class DocumentKind(ClosedVocabulary):
    """What kind of paper a document is."""

    LETTER = "letter"
    MOTION = "motion"
    REQUEST = "request"
    QUESTION = "question"
    EVALUATION = "evaluation"
    DEBATE = "debate"
    REPORT = "report"
    DECISION = "decision"
    OTHER = "other"


class Outcome(ClosedVocabulary):
    """What the House decided on a motion."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    HELD = "held"
    """Put off, at the request of who tabled it."""


class Appreciation(ClosedVocabulary):
    """The cabinet's advice on a motion, in the House's own words (Kabinetsappreciatie)."""

    ACCEPTED = "Overgenomen"
    LEFT_TO_HOUSE = "Oordeel Kamer"
    ADVISED_AGAINST = "Ontraden"
    ADVISED_AGAINST_UNLESS_AMENDED = "Ontraden, tenzij gewijzigd"
    ASKED_TO_HOLD = "Verzocht motie aan te houden"
    NONE_EXPLICIT = "Geen (expliciete) appreciatie"
    NOT_YET_KNOWN = "Nog niet bekend"
    NOT_YET_RECEIVED = "Nog te ontvangen"
    UNAVAILABLE_AMENDED = "Niet beschikbaar bij gewijzigde moties en/of amendementen"
    UNAVAILABLE_BEFORE_2019 = "Niet beschikbaar bij moties en/of amendementen vóór 1 april 2019"


class MetadataSource(ClosedVocabulary):
    """Where a document's metadata come from when the document itself does not state them."""

    REGISTER = "register"


class Answer(ClosedVocabulary):
    """How a document answers a request."""

    ANSWERED_HERE = "answered_here"
    PROMISED = "promised"
    PARTLY = "partly"
    CONDITIONAL = "conditional"
    DEFERRED = "deferred"
    DECLINED = "declined"
    UNANSWERED = "unanswered"


class Firmness(ClosedVocabulary):
    """How firmly something is promised; in doubt the weaker reading is recorded."""

    FIRM = "firm"
    CONDITIONAL = "conditional"
    ASPIRATIONAL = "aspirational"
    EXPLORATORY = "exploratory"


class Course(ClosedVocabulary):
    """Whether a commitment is done once, comes back, or goes on."""

    ONCE = "once"
    """It is done once."""
    RECURRING = "recurring"
    """It comes back, such as a yearly report."""
    CONTINUOUS = "continuous"
    """It goes on without an end."""


class RelationKind(ClosedVocabulary):
    """How a statement stands to an earlier one."""

    REPEATS = "repeats"
    """It says the same again."""
    AMENDS = "amends"
    """It changes a part of the other."""
    SUPPLEMENTS = "supplements"
    """It adds something to the other."""
    SUPERSEDES = "supersedes"
    """It takes the place of the other, which is then no longer due."""
    QUALIFIES = "qualifies"
    """It limits what the other says."""


class InstrumentKind(ClosedVocabulary):
    """What kind of means an instrument is."""

    FUND = "fund"
    PERSONNEL_POOL = "personnel_pool"
    TRAINING = "training"
    ADVISORY_BODY = "advisory_body"
    MISSION = "mission"
    PROGRAMME = "programme"
    AGREEMENT = "agreement"
    OTHER = "other"


class ClaimedStatus(ClosedVocabulary):
    """The first axis: what somebody says became of a statement."""

    UNKNOWN = "unknown"
    OPEN = "open"
    IN_PROGRESS = "in_progress"
    PARTLY_FULFILLED = "partly_fulfilled"
    FULFILLED = "fulfilled"
    NOT_PURSUED = "not_pursued"
    TRANSFERRED = "transferred"


class EvidenceStatus(ClosedVocabulary):
    """The second axis: what cited evidence shows of a statement."""

    NOT_ASSESSED = "not_assessed"
    NONE_FOUND = "none_found"
    SUPPORTS = "supports"
    PARTLY_SUPPORTS = "partly_supports"
    CONTRADICTS = "contradicts"

    @property
    def needs_quote(self) -> bool:
        """Whether it is shown by quoting a document; that nothing was found cannot be quoted."""
        return self not in (EvidenceStatus.NOT_ASSESSED, EvidenceStatus.NONE_FOUND)


class Schedule(ClosedVocabulary):
    """The third axis: what the calendar says as of a date; derived, never recorded.

    What is superseded is not due: what took its place is. What is reported as not pursued is not
    due either, unless evidence contradicts that. A position or a claim promises nothing: it is
    undated, also with a date, until evidence or a report says that it came true.
    """

    CONTINUOUS = "continuous"
    UNDATED = "undated"
    UPCOMING = "upcoming"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    MET = "met"
    MET_MOVED = "met_moved"
    MET_LATE = "met_late"
    SAID_MET = "said_met"
    NOT_PURSUED = "not_pursued"
    SUPERSEDED = "superseded"


class SetAsideReason(ClosedVocabulary):
    """Why a passage of a source is not recorded as a statement."""

    DEFINITION = "definition"
    """It explains a term."""
    SIGNPOST = "signpost"
    """It says what follows, or where something stands."""
    COURTESY = "courtesy"
    """It is a form of address, thanks or a closing."""
    BACKGROUND = "background"
    """It describes a situation and states nothing that is recorded."""
    REPETITION = "repetition"
    """It says again what is recorded already."""


# What fields of these vocabularies are made with: a value passes at once, a text is looked up.


def to_appreciation(value: Appreciation | str | None) -> Appreciation | None:
    """Return what ``appreciation`` holds for a value or its text; raises ValueError for another."""
    return (
        value
        if value is None or type(value) is Appreciation
        else member(Appreciation, value, "appreciation")
    )


def to_answer(value: Answer | str) -> Answer:
    """Return what ``answer`` holds for a value or its text; raises ValueError for another."""
    return value if type(value) is Answer else member(Answer, value, "answer")


def to_claimed(value: ClaimedStatus | str | None) -> ClaimedStatus | None:
    """Return what ``claimed`` holds for a value or its text; raises ValueError for another."""
    return (
        value
        if value is None or type(value) is ClaimedStatus
        else member(ClaimedStatus, value, "claimed")
    )


def to_course(value: Course | str) -> Course:
    """Return what ``course`` holds for a value or its text; raises ValueError for another."""
    return value if type(value) is Course else member(Course, value, "course")


def to_document_kind(value: DocumentKind | str) -> DocumentKind:
    """Return what ``kind`` holds for a value or its text; raises ValueError for another."""
    return value if type(value) is DocumentKind else member(DocumentKind, value, "kind")


def to_evidence(value: EvidenceStatus | str | None) -> EvidenceStatus | None:
    """Return what ``evidence`` holds for a value or its text; raises ValueError for another."""
    return (
        value
        if value is None or type(value) is EvidenceStatus
        else member(EvidenceStatus, value, "evidence")
    )


def to_firmness(value: Firmness | str) -> Firmness:
    """Return what ``firmness`` holds for a value or its text; raises ValueError for another."""
    return value if type(value) is Firmness else member(Firmness, value, "firmness")


def to_any_firmness(value: Firmness | str | None) -> Firmness | None:
    """Return what ``firmness`` holds for a value or its text; raises ValueError for another."""
    return (
        value if value is None or type(value) is Firmness else member(Firmness, value, "firmness")
    )


def to_instrument_kind(value: InstrumentKind | str) -> InstrumentKind:
    """Return what ``kind`` holds for a value or its text; raises ValueError for another."""
    return value if type(value) is InstrumentKind else member(InstrumentKind, value, "kind")


def to_metadata_source(value: MetadataSource | str | None) -> MetadataSource | None:
    """Return what ``metadata_from`` holds for a value or its text; raises ValueError else."""
    if value is None or type(value) is MetadataSource:
        return value
    return member(MetadataSource, value, "metadata_from")


def to_outcome(value: Outcome | str | None) -> Outcome | None:
    """Return what ``outcome`` holds for a value or its text; raises ValueError for another."""
    return value if value is None or type(value) is Outcome else member(Outcome, value, "outcome")


def to_relation_kind(value: RelationKind | str) -> RelationKind:
    """Return what ``kind`` holds for a value or its text; raises ValueError for another."""
    return value if type(value) is RelationKind else member(RelationKind, value, "kind")


def to_set_aside_reason(value: SetAsideReason | str) -> SetAsideReason:
    """Return what ``reason`` holds for a value or its text; raises ValueError for another."""
    return value if type(value) is SetAsideReason else member(SetAsideReason, value, "reason")
