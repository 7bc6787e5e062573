"""Words for messages: quoted words, and words to choose from."""

from ssrpolicy.messages import _, marked
from ssrpolicy.model import (
    Answer,
    Claim,
    Commitment,
    Condition,
    Document,
    Engagement,
    Entry,
    Instrument,
    ListName,
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
