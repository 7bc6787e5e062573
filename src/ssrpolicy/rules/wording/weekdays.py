"""The days of the week that a term's phrase names, and the dates that are on another one."""

import re
from typing import Final

from ssrpolicy.evidence.terms import term_paper
from ssrpolicy.messages import _
from ssrpolicy.model import PolicyRecord, Request, Statement, Timeframe, Update
from ssrpolicy.rules.messages import in_full, in_quotes

# Compiled where it is first used.
_WEEKDAY: Final = (
    r"(?i)\b((?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r",? (?:(?:de|the) )?(?=\d|[a-z]+ \d)"
)


def against_weekday(
    record: PolicyRecord, term: Timeframe, entry: Request | Statement | Update
) -> str | None:
    """Return how a dated phrase contradicts itself: "maandag 6 mei 2031", which is a Tuesday."""
    named = re.search(_WEEKDAY, term.phrase)
    if term.date is None or named is None:
        return None
    from ssrpolicy.evidence.terms import read_term  # noqa: PLC0415 - slow to load, and few terms name a day of the week

    paper = term_paper(record, entry)
    # What is promised for a past month is next year's; what was planned for it is not.
    promised, planned = (
        read_term(term.phrase, language=paper.language, paper_date=paper.date, undertaking=ahead)
        for ahead in (True, False)
    )
    if not (promised.other_weekday and planned.other_weekday):
        return None
    return _(
        "The phrase {phrase} says {weekday}, and {day} is another day of the week.",
        phrase=in_quotes(term.phrase),
        weekday=named[1],
        day=in_full(promised.named[0][0]),
    )
