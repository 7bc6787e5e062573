"""What is not shown since it is of a day after that of a report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from ssrpolicy.messages import argument, message_language, ngettext, some
from ssrpolicy.model import PolicyRecord
from ssrpolicy.views.language import capital, long_date
from ssrpolicy.views.shared.context import ReadingContext
from ssrpolicy.views.shared.names import kind_key


def records_of_later(records: Iterable[PolicyRecord], as_of: dt.date) -> tuple[str, ...]:
    """Return the ids of records whose letter is of a day after ``as_of``."""
    return tuple(
        each.id
        for each in records
        if (day := each.dates.get(each.source)) is not None and day > as_of
    )


def later_letters(later: Sequence[str], as_of: dt.date) -> tuple[str, ...]:
    """Return a sentence where records are of letters of a day after ``as_of``, as their ids say.

    Lists and documents show nothing of such a letter, which is easily taken for a fault.
    """
    if not later:
        return ()
    return (
        ngettext(
            "The letter of {ids} is of a day after {as_of}: what it says does not count yet; give "
            "a later {option}.",
            "The letters of {number} records ({ids}) are of a day after {as_of}: what they say "
            "does not count yet; give a later {option}.",
            len(later),
            ids=some(later),
            as_of=long_date(as_of, message_language()),
            option=argument("--as-of", "as_of"),
        ),
    )


def nothing_reported(context: ReadingContext) -> str:
    """Return why nothing is reported of a record: its paper is of a later day, or it is empty."""
    source = context.find_document(context.record.source)
    if source is None or not context.is_later(source.id):
        return context.words("briefing.nothing_recorded")
    kind = kind_key(context.record, source)
    several = "_many" if kind == "question_many" else ""
    paper, day = capital(context.words(f"briefing_this.{kind}")), context.day(context.as_of)
    return context.words(f"reading.not_yet{several}", paper=paper, date=day)
