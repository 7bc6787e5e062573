"""Where the clauses of a sentence begin, and which of them have no subject of their own."""

from __future__ import annotations

import re
from typing import Final

#: Where another clause begins that may undertake something of its own.
CLAUSE: Final = {
    "nl": re.compile(
        r"; (?=\w)|,? en dat (?=(?:ik|wij|we|het kabinet|u|uw Kamer|de Kamer)\b"
        r"|(?:de|het|dit|dat|deze|die|een) [^,.;]{2,120}\b(?:zal|zullen|word(?:t|en))\b)"
        r"|(?:,? en|, waarna|, maar) (?=(?:zal|zullen|wordt|worden|is|zijn|gaat|gaan"
        r"|komt|komen"
        r"|blijf(?:t|en)?|bericht(?:en)?|informe(?:er|ert|ren)|stu(?:ur|urt|ren)|zend(?:t|en)?"
        r"|breng(?:t|en)?|leg(?:t|gen)?|bied(?:t|en)?|rapporte(?:er|ert|ren)|stel(?:t|len)?"
        r"|evalue(?:er|ert|ren)|ik|wij|we|het kabinet|de regering|daar\w+|hier\w+|vervolgens"
        r"|uw Kamer|de Kamer|(?:dit|deze|die|dat|een|de|het)"
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
GOES_ON: Final = re.compile(r"(?:will|shall)\b", re.IGNORECASE)
WITHIN: Final = re.compile(r"\b(?:that|which|who|whether)\b", re.IGNORECASE)
WITHOUT_SUBJECT: Final = re.compile(
    r"(?:bericht|inform|stu|zend|breng|leg|bied|rapporte|stel|evalue|blij|zal\b|zullen\b|will\b"
    r"|shall\b)",
    re.IGNORECASE,
)
