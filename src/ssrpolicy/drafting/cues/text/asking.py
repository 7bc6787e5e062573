"""Who asks in a sentence: the House, a committee or a member, by a motion or without one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from ssrpolicy.drafting.cues.text.reading import Utterance

BY_PEOPLE: Final = frozenset(
    ("kamer-vraagt", "lid-verzoekt", "verzoek-van", "asked", "your-letter")
)
"""Rules that find what people ask; a motion is what asks only where the words say so."""

_ASKING_MOTION: Final = re.compile(
    r"\b(?:(?:bij|per|in|met|via|middels|door|blijkens|by|through|with|verzoek (?:van|uit))"
    r" (?:(?:een|de|het|deze|die|haar|zijn|hun|an?|the|this|that|its|their|[^\W\d_]+en?) ){0,3}"
    r"(?:motie|motion)s?\b"
    r"|moties?\b[^.;]{0,120}?,? (?:waarin|waarmee|waarbij)\b"
    r"|motions?\b[^.;]{0,80}? (?:asks?|asked|requests?|requested|in which)\b)",
    re.IGNORECASE,
)
_NAMED_MOTION: Final = re.compile(
    r"\b(?:moties?|motions?)\b(?:[^,.;]|(?<=\bnr)\.|(?<=c\.s)\.|(?<=\bc)\.)*", re.IGNORECASE
)
#: Words of the writer in a main clause.
_ANSWERS: Final = re.compile(
    r"(?<!\bof )(?<!\bdat )(?<!\bhoe )(?<!\bwat )(?<!\bwaarom )(?<!\bwanneer )(?<!\bhow )"
    r"(?<!\bwhether )(?<!\bthat )(?<!\bwhat )(?<!\bwhy )(?<!\bwhen )\b(?:ik|wij|we|I)\b"
    r"|\b(?:zal|neemt|volgt|beschouwt|geeft|voert|acht|ziet|wil) (?:het kabinet|de regering)\b"
    r"|(?:^|[,;:] |\b(?:en|maar|and|but) )(?:het kabinet|de regering|the government) \w+",
    re.IGNORECASE,
)
#: Whoever asks so wants to know something, and not that something is done.
_TO_KNOW: Final = re.compile(
    r"\?|\b(?:gevraagd|vra(?:agt|gen)|vroeg(?:en)?|weten|vernemen|geven|lichten|mij|regering|kabinet"
    r"|minister|staatssecretaris),? of\b|\b(?:hoe\w*|wat|welke?|waarom|wanneer|wie|in hoeverre"
    r"|whether|if|how|what|why|when|which|who"
    r"|planning|tijdpad|stand van zaken|timetable|state of play)\b",
    re.IGNORECASE,
)
#: A written question, in the words in which it is printed: "To ask the Minister, what ...; and".
_WRITTEN: Final = re.compile(
    r"(?:\d{1,4}[.)]? )?(?:To ask|(?:Deputy|Senator|Lord|Baroness|Mr|Mrs|Ms|Dr)\b[^,.;:]{2,60}"
    r" asked)"
    r" (?:the|an?|his|her|mr|madam)\b",
    re.IGNORECASE,
)
#: Where a written question goes on with another thing.
_ANOTHER: Final = re.compile(
    r"(?:; (?:and )?+|, and (?=(?:by )?(?:what|whether|when|how|why|which|if)\b))"
    r"(?=\w)(?!(?:if|whether) (?:so|not)\b|why\b(?! \w+ \w))",
    re.IGNORECASE,
)
#: Words at the end of almost every written question, which the answer itself meets.
_STATEMENT: Final = re.compile(
    r"(?:if|whether) (?:he|she|they) will make a statement (?:on|about) (?:the|this) matter\b",
    re.IGNORECASE,
)
THE_HOUSE: Final = re.compile(
    r"^[ \t]*(?P<who>(?:De|Het|The) [A-Z][a-z]+),(?=[ \t\r]*$|[ \t]+(?:gehoord|having)\b)",
    re.MULTILINE,
)
"""Who asks in a motion, at the beginning of a line above what it considers."""

ENDS_MOTION: Final = re.compile(r"(?:en gaat over tot|and (?:proceeds|passes) to)\b", re.IGNORECASE)
"""What stands below the last thing that a motion asks."""

#: Words above a list of what is asked of the government: "The motion calls on the Government to:".
_ASKS_BELOW: Final = re.compile(
    r"\b(?:(?:verzoekt|verzoeken|vraagt|vragen|roept|roepen) (?:(?:daarom|ook|tevens) )?"
    r"(?:ons|mij|de regering|het kabinet|de (?:minister|staatssecretaris)(?: van [^.:;]{2,60})?)"
    r"(?: op)?,?(?: om)?"
    r"|(?:requests?|calls? (?:up)?on|asks?|urges?|invites?)"
    r" (?:us|me|(?:the|his majesty's) (?:government|minister|secretary of state)"
    r"(?: (?:of|for) [^.:;]{2,60})?)(?: to)?) ?:$",
    re.IGNORECASE,
)
_NEXT_CLAUSE: Final = re.compile(r"; |, (?:maar|doch|but) ", re.IGNORECASE)


def asked_without_motion(utterance: Utterance) -> Utterance:
    """Return a sentence in which people ask, with blanks for motions that are not what asks.

    "The House asked how this motion is carried out" asks by no motion. A sentence that says that
    a motion asks is returned as it is; all others keep their length.
    """
    text = utterance.text
    if _ASKING_MOTION.search(text):
        return utterance
    blanked = _NAMED_MOTION.sub(lambda match: " " * len(match.group()), text)
    return attrs.evolve(utterance, line=attrs.evolve(utterance.line, text=blanked))


def asks_below(lead: str) -> bool:
    """Whether words ask of the government what the items of a list below them say."""
    return _ASKS_BELOW.search(lead) is not None


def things_asked(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a sentence that each ask one thing; most sentences are one stretch.

    A written question to a minister may ask several, "the cost of it; and when it will open".
    """
    at = 0
    for joint in _ANOTHER.finditer(sentence) if _WRITTEN.match(sentence) else ():
        yield at, joint.start()
        at = joint.end()
    if not at or not _STATEMENT.match(sentence, at):
        yield at, len(sentence)


def answered_besides(sentence: str, asks: int) -> str | None:
    """Return a sentence in which people ask, with blanks for what they ask, to a next clause.

    ``asks`` is where they begin to ask. None where no clause begins anew after that.
    """
    joint = _NEXT_CLAUSE.search(sentence, asks)
    if joint is None:
        return None
    return sentence[:asks] + " " * (joint.end() - asks) + sentence[joint.end() :]


def is_of_writer(sentence: str, start: int, end: int) -> bool:
    """Whether the writer speaks in a main clause of a stretch, and not of what is asked."""
    return _ANSWERS.search(sentence, start, end) is not None


def wants_to_know(asked: str) -> bool:
    """Whether what is asked is a question: any answer meets it, be it that something is not so."""
    return _TO_KNOW.search(asked) is not None
