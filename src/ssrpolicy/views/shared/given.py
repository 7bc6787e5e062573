"""What a view is given: one record or several, a day, and a language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ssrpolicy.model import PolicyRecord, check_day, check_language, several


def records_given(
    records: PolicyRecord | Iterable[PolicyRecord], *, as_of: dt.date, language: str
) -> tuple[PolicyRecord, ...]:
    """Return the records of a view.

    Raises InputError for what is not a record, ValueError for what is not a day, ArgumentError
    for a language in which no view is written.
    """
    check_day(as_of, "as_of")
    check_language(language)
    return several(records)
