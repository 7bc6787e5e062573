"""Words for messages: quoted words, and words to choose from."""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum

from ssrpolicy.evidence.terms import MONTHS
from ssrpolicy.messages import _, marked, message_language
from ssrpolicy.model import (
    Answer,
    Claim,
    ClaimedStatus,
    Commitment,
    Condition,
    Document,
    DocumentKind,
    EdtfDate,
    Engagement,
    Entry,
    EvidenceStatus,
    Firmness,
    Instrument,
    ListName,
    Outcome,
    Position,
    Request,
    Statement,
)


def in_quotes(words: str, length: int = 60) -> str:
    """Return words in quotation marks on one line, cut to at most ``length`` characters."""
    line = " ".join(words.split())
    if len(line) <= length:
        return f'"{line}"'
    # Cut at a space, so that the last word shown is a whole one.
    cut = line[: length + 1].rpartition(" ")[0] or line[:length]
    return f'"{cut} …"'


def in_full(day: dt.date) -> str:
    """Return a day as people write it: ``30 November 2026``."""
    dutch, english, *_short = MONTHS[day.month - 1]
    month = dutch if message_language() == "nl" else english.capitalize()
    return f"{day.day} {month} {day.year}"


def date_in_full(date: EdtfDate) -> str:
    """Return a date of a term as people write it where it is one day, else as a file has it."""
    day = date.last_day
    one = day is not None and day == date.first_day and not date.approximate
    return in_full(day) if one and day is not None else str(date)


def a_kind(kind: type[Entry]) -> str:
    """Return what an entry of a class is: ``a commitment``, ``an instrument``."""
    return {
        Document: _("a document"),
        Request: _("a request"),
        Commitment: _("a commitment"),
        Condition: _("a condition"),
        Position: _("a position"),
        Claim: _("a claim"),
        Engagement: _("an engagement"),
        Statement: _("a statement"),
        Instrument: _("an instrument"),
    }[kind]


def kind_name(kind: type[Entry]) -> str:
    """Return what the entries of a class are called: ``commitment``, ``instrument``."""
    return {
        Document: _("document"),
        Request: _("request"),
        Condition: _("condition"),
        Statement: _("statement"),
        Instrument: _("instrument"),
    }[kind]


def a_code(list_name: ListName) -> str:
    """Return what a code of a list stands for: ``a party``."""
    match list_name:
        case "parties":
            return _("a party")
        case "places":
            return _("a place")
        case "sectors":
            return _("a sector")
        case "frameworks":
            return _("a framework")


_ANSWERS = {
    Answer.ANSWERED_HERE: marked("answered"),
    Answer.PROMISED: marked("promised"),
    Answer.PARTLY: marked("partly answered"),
    Answer.CONDITIONAL: marked("on conditions"),
    Answer.DEFERRED: marked("deferred"),
    Answer.DECLINED: marked("declined"),
    Answer.UNANSWERED: marked("unanswered"),
}


def an_answer(answer: Answer) -> str:
    """Return how a paper answers: ``promised``, ``on conditions``."""
    return _(_ANSWERS[answer])


# As the labels of reports have them, in words of the catalogue: rules know no reports.
_LABELS: Mapping[type[StrEnum], Mapping[str, str]] = {
    Answer: {
        Answer.ANSWERED_HERE: marked("answered"),
        Answer.PROMISED: marked("promised"),
        Answer.PARTLY: marked("partly answered"),
        Answer.CONDITIONAL: marked("on conditions"),
        Answer.DEFERRED: marked("deferred"),
        Answer.DECLINED: marked("declined"),
        Answer.UNANSWERED: marked("unanswered"),
    },
    ClaimedStatus: {
        ClaimedStatus.UNKNOWN: marked("unknown"),
        ClaimedStatus.OPEN: marked("not yet begun"),
        ClaimedStatus.IN_PROGRESS: marked("in progress"),
        ClaimedStatus.PARTLY_FULFILLED: marked("partly fulfilled"),
        ClaimedStatus.FULFILLED: marked("fulfilled"),
        ClaimedStatus.NOT_PURSUED: marked("not pursued"),
        ClaimedStatus.TRANSFERRED: marked("transferred"),
    },
    EvidenceStatus: {
        EvidenceStatus.NOT_ASSESSED: marked("not assessed"),
        EvidenceStatus.NONE_FOUND: marked("none found"),
        EvidenceStatus.SUPPORTS: marked("confirmed"),
        EvidenceStatus.PARTLY_SUPPORTS: marked("partly confirmed"),
        EvidenceStatus.CONTRADICTS: marked("contradicted"),
    },
    Firmness: {
        Firmness.FIRM: marked("firm"),
        Firmness.CONDITIONAL: marked("conditional"),
        Firmness.ASPIRATIONAL: marked("aspirational"),
        Firmness.EXPLORATORY: marked("exploratory"),
    },
    DocumentKind: {
        DocumentKind.LETTER: marked("letter"),
        DocumentKind.MOTION: marked("motion"),
        DocumentKind.REQUEST: marked("request"),
        DocumentKind.QUESTION: marked("question"),
        DocumentKind.EVALUATION: marked("evaluation"),
        DocumentKind.DEBATE: marked("debate"),
        DocumentKind.REPORT: marked("report"),
        DocumentKind.DECISION: marked("decision"),
        DocumentKind.OTHER: marked("other document"),
    },
    Outcome: {
        Outcome.ADOPTED: marked("adopted"),
        Outcome.REJECTED: marked("rejected"),
        Outcome.WITHDRAWN: marked("withdrawn"),
        Outcome.HELD: marked("held"),
    },
}


def in_words(value: object) -> str:
    """Return a value of a document or update as a message names it.

    One of a vocabulary is its code in English, as the file has it, and its label in Dutch.
    """
    if message_language() == "en" or not isinstance(value, StrEnum):
        return str(value)
    label = _LABELS.get(type(value), {}).get(value)
    return str(value) if label is None else _(label)
