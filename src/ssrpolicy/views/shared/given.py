"""What a view is given: one record or several, a day, and a language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ssrpolicy.arguments import check_type
from ssrpolicy.errors import ArgumentError
from ssrpolicy.messages import _
from ssrpolicy.model import PolicyRecord, check_day, check_language, several
from ssrpolicy.selection import Chosen


def records_given(
    records: PolicyRecord | Iterable[PolicyRecord],
    *,
    as_of: dt.date,
    language: str,
    selection: Chosen | None = None,
    none: bool = False,
) -> tuple[PolicyRecord, ...]:
    """Return the records of a view, one at least unless ``none`` will do.

    Raises ArgumentTypeError for what is not a record, not a day, or chooses nothing; ArgumentError
    for a language in which no view is written, and where records are missing.
    """
    check_day(as_of, "as_of")
    check_language(language)
    if selection is not None:
        check_chosen(selection)
    given = several(records)
    if not (given or none):
        raise ArgumentError(_("No record was given to show."))
    return given


def check_chosen(selection: object) -> None:
    """Raise ArgumentTypeError for what is not the outcome of a selection."""
    check_type(selection, Chosen, "selection", "choose(records, Selection(...), as_of=day)")
