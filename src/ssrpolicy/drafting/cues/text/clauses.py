"""Where the clauses of a sentence begin, and what of it belongs to a verb of its main clause."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

#: Where another clause begins that may undertake something of its own.
CLAUSE: Final = {
    "nl": re.compile(
        r"; (?=\w)|,? en dat (?=(?:ik|wij|we|het kabinet|u|uw Kamer|de Kamer)\b"
        r"|(?:de|het|dit|dat|deze|die|een) [^,.;]{2,120}\b(?:zal|zullen|word(?:t|en))\b)"
        r"| (?=(?:die|dat|welke) (?:ik|wij|we|het kabinet) (?:u|uw Kamer|de Kamer)\b"
        r"[^.,;]*\b(?:zal|zullen)\b)"
        r"|(?:,? en|, waarna|, maar) (?=(?:zal|zullen|wordt|worden|is|zijn|gaat|gaan"
        r"|komt|komen|kom(?= (?:hier|daar))"
        r"|blijf(?:t|en)?|bericht(?:en)?|informe(?:er|ert|ren)|stu(?:ur|urt|ren)|zend(?:t|en)?"
        r"|breng(?:t|en)?|leg(?:t|gen)?|bied(?:t|en)?|rapporte(?:er|ert|ren)|stel(?:t|len)?"
        r"|evalue(?:er|ert|ren)|ik|wij|we|het kabinet|de regering|daar\w+|hier\w+|vervolgens"
        r"|uw Kamer|de Kamer|(?:uiterlijk|per|vanaf) [^,.;]{3,30}? (?:gaat|gaan|treedt|treden"
        r"|word(?:t|en)|zal|zullen|start(?:en)?|volg(?:t|en)) (?:de|het|een|deze|dit|die|er)"
        r"|(?:dit|deze|die|dat|een|de|het)"
        # A clause has its verb near: "het plan en de nota naar de Kamer sturen" is none.
        r"(?=(?: [^ ,.;]+){0,6} (?:word(?:t|en)|zal|zullen|is|zijn|kom(?:t|en)|ga(?:at|an)"
        r"|start(?:en)?|volg(?:t|en)|ontvang(?:t|en)|krijg(?:t|en)|verschijn(?:t|en))\b))\b)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"; (?=\w)|(?:,? and|, but) (?=(?:(?:is|are|will|shall|it|I|we|they)\b"
        # What is only named besides has no verb: "I will meet the board and its officials to".
        r"|(?:its|the|this|these|that|those|both|all|each|my|our|an?)\b"
        r"(?=(?: (?!to\b|who\b|which\b)[^ ,.;]+){0,9} (?:is|are|has|have|will|shall"
        r"|remains?|continues?|comes?|takes?|enters?|starts?|begins?|follows?)\b)))"
        r"|, (?=which (?:will|shall)\b)",
        re.IGNORECASE,
    ),
}
#: A clause whose subject may be that of a clause within the one before it.
GOES_ON: Final = re.compile(
    r"(?:will|shall|(?:zal|zullen)(?! (?:ik|wij|we|het kabinet|de regering|u|uw|de Kamer)\b))\b",
    re.IGNORECASE,
)
WITHIN: Final = re.compile(
    r"\b(?:that|which|who|whether|dat|of|welke?|wat|hoe|waar\w*)\b|, die\b", re.IGNORECASE
)
WITHOUT_SUBJECT: Final = re.compile(
    r"(?:bericht|inform|stu|zend|breng|leg|bied|rapporte|stel|evalue|blij|kom\b|zal\b|zullen\b|will\b"
    r"|shall\b)",
    re.IGNORECASE,
)

#: Where a second undertaking of the same sentence begins.
SECOND: Final = {
    "nl": re.compile(
        r",? en (?=(?:(?:zal |zullen )?(?:uw Kamer|de Kamer|u|hierover|daarover|vervolgens)\b"
        r"[^.;]*\b(?:informeren|berichten|inlichten|terugkoppelen|geïnformeerd)\b"
        # What is looked into stands after the verb: "rapporten en onderzoeken" are nouns.
        r"|(?:kijken|bezien|verkennen|nagaan|onderzoeken(?= (?:of|hoe|wat|welke?|waar\w*"
        r"|in hoeverre|dit|dat|deze)\b))\b))",
        re.IGNORECASE,
    ),
    "en": re.compile(r",? and (?=(?:then )?(?:inform|write to|update|report to)\b)", re.IGNORECASE),
}
#: The verb of a second undertaking, whose subject stands in the clause before it.
VERB_OF_SECOND: Final = {
    "nl": re.compile(
        r"\b(?:informeren|berichten|inlichten|terugkoppelen|geïnformeerd|kijken|bezien|onderzoeken"
        r"|verkennen|nagaan)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(r"\b(?:inform|write|update|report)\b", re.IGNORECASE),
}

#: What a sentence says besides: a clause after a comma, or after the noun that it goes with.
_BESIDES: Final = {
    "nl": re.compile(
        r", (?:en )?(?:die|welke|wie(?:r|ns)?|waar(?! (?:mogelijk|nodig|het kan|dat kan)\b)\w*"
        r"|zodat|omdat|doordat|opdat|terwijl|hoewel|aangezien|zoals)\b[^,;]*"
        # A word like "die" that no noun follows goes back to the one before it.
        r"|(?<=\w{5}) (?:die|waar\w*)(?= (?:er|dan|in|op|aan|voor|per|nog|ook|wij|we|ik|het|de"
        r"|een|zij|u|niet|geen|nu)\b)[^,;]*?(?=[,;]| en (?:over|met|aan|van|op|voor|in)\b|$)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r", (?:and )?(?:which|who|whose|where(?:by|as)?(?! (?:possible|necessary|appropriate)\b)"
        r"|so that|because|although|while)\b[^,;]*",
        re.IGNORECASE,
    ),
}
#: A clause before the main one, to the comma between them: why or for what something is done.
_FIRST: Final = {
    "nl": re.compile(
        r"(?:[-*\u2022\u2013] )?(?:om|omdat|doordat|hoewel|aangezien|teneinde)\b[^;]*,",
        re.IGNORECASE,
    ),
    "en": re.compile(r"(?:in order to|because|although|as|to)\b[^;]*,", re.IGNORECASE),
}


_EXAMPLE: Final = re.compile(r", zoals\b", re.IGNORECASE)
#: A word with a capital that is not only the first of its sentence.
_NAME: Final = re.compile(
    r"\b(?!(?:Ook|Dat|Als|Indien|Wanneer|Zodra|Omdat|Nu|Zelfs|Alleen|Juist|Waar|Hoe|Want|Maar|En|Of"
    r"|Terwijl|Hoewel|Toen|Voor|In|Van|Met)\b)[A-Z][\w-]+ \Z"
)
#: A relative clause after which the clause that it stands in goes on with its verb.
_ENCLOSED: Final = re.compile(
    r", (?:die|dat|welke|which|who)\b[^,;.]*, (?=(?:is|zijn|word(?:t|en)|zal|zullen|kan|kunnen"
    r"|heeft|hebben|gaat|gaan|are|will|shall|has|have)\b)",
    re.IGNORECASE,
)
#: What a sentence has between the marks of a quotation: the words of somebody, or of another paper.
_QUOTED: Final = re.compile(
    r"\u00ab[^\u00bb]*\u00bb|\u201c[^\u201d]*\u201d|\u201e[^\u201c\u201d]*[\u201c\u201d]|\"[^\"]*\""
)


def is_quoted(sentence: str, place: int) -> bool:
    """Whether a place in a sentence stands in a quotation."""
    return any(match.start() < place < match.end() for match in _QUOTED.finditer(sentence))


def is_enclosed(sentence: str, place: int) -> bool:
    """Whether a place stands in a relative clause within another: "The act, | which, | says"."""
    return any(match.start() < place < match.end() for match in _ENCLOSED.finditer(sentence))


def is_in_a_name(sentence: str, place: int) -> bool:
    """Whether the country's name at a place is part of another: "Netbeheer | Nederland"."""
    before = sentence[:place]
    named = before.endswith("-") or _NAME.search(before) is not None
    return sentence.startswith("Nederland", place) and named


def is_behind_that(ahead: str) -> bool:
    """Whether what begins after these words is a clause of "dat", in which the verb is last."""
    return ahead.lower().split()[-1:] == ["dat"]


@lru_cache(maxsize=256)
def without_other_clauses(sentence: str, place: int, language: str) -> str:
    """Return a sentence with blanks for the subordinate clauses that a place is not in.

    What is "not" done there, or "can" be, is not said of the verb at the place: "We close the
    port, which cannot be deepened". A sentence keeps its length. One whose verb stands in such a
    clause is returned as it is.
    """
    for start, end in _others_of(sentence, place, language):
        sentence = sentence[:start] + " " * (end - start) + sentence[end:]
    return sentence


def other_clauses(sentence: str, place: int, language: str) -> list[tuple[int, int]]:
    """Return where the subordinate clauses stand that a place is not in; none if it is in one.

    An example has no verb of its own, and after "as" the main clause may go on without a comma:
    "I carry out the measures, as I informed the House, as soon as possible".
    """
    found = _others_of(sentence, place, language)
    return [(start, end) for start, end in found if not _EXAMPLE.match(sentence, start)]


def _others_of(sentence: str, place: int, language: str) -> list[tuple[int, int]]:
    found = [match.span() for match in _BESIDES[language].finditer(sentence)]
    if any(start <= place < end for start, end in found):
        return []
    first = _FIRST[language].match(sentence, 0, place)
    return found if first is None else [*found, first.span()]
