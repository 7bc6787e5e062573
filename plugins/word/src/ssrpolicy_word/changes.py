"""The reporter ``word-changes``: what changed between two days."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from attrs import Attribute, frozen

from ssrpolicy import OptionError
from ssrpolicy.reporting import Report, option
from ssrpolicy.views import LONGEST_SILENCE, STALE_AFTER
from ssrpolicy_word.options import DocumentOptions
from ssrpolicy_word.reporter import WordReporter

if TYPE_CHECKING:
    from ssrpolicy.views import Note


def _days(_: object, attribute: Attribute[Any], days: int) -> None:
    if not 1 <= days <= LONGEST_SILENCE:
        raise ValueError(f"{attribute.name} is {days}; it is 1 to {LONGEST_SILENCE} days")


@frozen(kw_only=True)
class ChangesOptions(DocumentOptions):
    """Which period the overview is about, and when silence counts."""

    since: dt.date | None = option(
        None, help="The day to compare with, such as that of the last overview; it must be given."
    )
    stale_after: int = option(
        STALE_AFTER,
        help="For how many days nothing must have been recorded of a commitment before it is "
        "listed as long without an update.",
        validator=_days,
    )


@frozen
class Changes(WordReporter):
    """An overview of what changed after a day, up to and including the day of the report."""

    name: str = "word-changes"
    summary: str = "A Word overview of what changed since a day (-o since=DATE)."
    options: type[ChangesOptions] = ChangesOptions

    def note(self, report: Report) -> Note:
        """Return the overview of changes of the report's records.

        Raises OptionError without a day to compare with, or with one that is not before the day
        of the report.
        """
        from ssrpolicy.views import changes  # noqa: PLC0415 - loads the notes

        options: ChangesOptions = report.options
        return changes(
            report.records,
            since=_since(options.since, report.as_of),
            as_of=report.as_of,
            language=report.language,
            stale_after=options.stale_after,
        )


def _since(since: dt.date | None, as_of: dt.date) -> dt.date:
    example = as_of.replace(day=1) - dt.timedelta(days=1) if as_of > dt.date(1, 1, 31) else as_of
    if since is None:
        raise OptionError(
            "word-changes compares two days, and the option since, the first of them, is missing.",
            hint=f"Give a day before {as_of}: -o word-changes.since={example}.",
        )
    if since >= as_of:
        raise OptionError(
            f"The option since of word-changes is {since}; it must be a day before {as_of}, the "
            "day of the report.",
            hint=f"Give an earlier day, as in -o word-changes.since={example}, or a later --as-of.",
        )
    return since
