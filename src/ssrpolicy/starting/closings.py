"""Who signs below the closing of a letter with a function that is not a minister's.

A mayor and aldermen, a secretary-general, a special envoy: what stands there names them, and no
list of functions is needed to see it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from ssrpolicy.starting.functions import Stated, one_line, stated_party, without_article
from ssrpolicy.starting.signatures import FOOT, SALUTATION, is_name

_CLOSING: Final = re.compile(
    r"^[ \t]*(?:hoogachtend|met (?:vriendelijke|hartelijke) groet(?:en)?"
    r"|met (?:de meeste )?hoogachting|yours (?:sincerely|faithfully|truly)|sincerely"
    r"|kind regards|best wishes)[ \t]*[,.]?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_PLACE: Final = (
    r"(?:(?:de |het )?(?:gemeente |provincie |waterschap )?"
    r"(?-i:[^\W\d_a-z]|['’]s-)[\w'’-]*(?:[ -][^\W\d_][\w'’-]*){0,4})"
)
#: The bodies of municipalities, provinces and water boards, alone on their line.
_BODY: Final = re.compile(
    r"^[ \t]*(?:namens[ \t]+)?(?:het[ \t]+)?(?P<who>(?:college[ \t]+(?:van[ \t]+)?)?"
    r"(?:burgemeester[ \t]+(?:en|&)[ \t]+wethouders|gedeputeerde[ \t]+staten|dijkgraaf en "
    rf"(?:hoog)?heemraden)(?:[ \t]+(?:van[ \t]+)?{_PLACE})?),?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_WITH_ARTICLE: Final = re.compile(r"(?:de|het|the)\s+[^.!?;:@]{3,160},", re.IGNORECASE)
#: What a function begins with that stands below the name of who has it.
_NOUN: Final = re.compile(
    r"(?:wethouder|burgemeester|gedeputeerde|commissaris|secretaris|voorzitter|president|griffier"
    r"|(?:speciaal|bijzonder) (?:gezant|vertegenwoordiger)|regeringscommissaris|informateur"
    r"|formateur|directeur|inspecteur|ombudsman|chair|clerk|permanent|director|special envoy"
    r"|commissioner|head of|chief)[^.!?;:@\d]{0,160}",
    re.IGNORECASE,
)
_PEER: Final = re.compile(
    r"(?:the )?(?:lord|lady|baron|baroness|viscount|earl) (?-i:[^\W\d_a-z])[\w'’ -]{1,50}",
    re.IGNORECASE,
)
_MOST_ROWS: Final = 8
_LONGEST_FUNCTION: Final = 3


def named_at_closing(lines: str) -> Iterator[Stated]:
    """Yield who signs a letter: the body that stands at its foot, or the function at its closing.

    Of several who sign next to each other nobody is named.
    """
    begins = SALUTATION.search(lines)
    start = max(begins.end() if begins else 0, len(lines) - FOOT)
    if begins and (body := _BODY.search(lines, start)):
        yield stated_party(one_line(body["who"]))
    elif closing := list(_CLOSING.finditer(lines, start)):
        below = lines[closing[-1].end() :].split("\n")
        rows = list(islice(filter(None, map(str.strip, below)), _MOST_ROWS))
        if function := _function(rows):
            yield stated_party(without_article(one_line(function).strip(" ,")))


def _function(rows: Sequence[str]) -> str | None:
    """The function with which rows begin, a name below it, or that stands below a name."""
    for count in range(1, _LONGEST_FUNCTION + 1):
        words, below = " ".join(rows[:count]), rows[count : count + 1]
        if _WITH_ARTICLE.fullmatch(words) and below and is_name(below[0]):
            return words
    name, function = (*rows[:2], "", "")[:2]
    named = is_name(name) or _PEER.fullmatch(name)
    return function if named and _NOUN.fullmatch(function) else None
