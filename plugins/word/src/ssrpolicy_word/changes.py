"""The reporter ``word-changes``: what changed between two days, laid out as a Word document."""

from __future__ import annotations

import datetime as dt
from typing import Any, BinaryIO

from attrs import Attribute, frozen

from ssrpolicy import OptionError
from ssrpolicy.reporting import Report, option
from ssrpolicy.views import LONGEST_SILENCE, STALE_AFTER, changes
from ssrpolicy_word.options import DocumentOptions
from ssrpolicy_word.writing.document import write_document


def _days(_: object, attribute: Attribute[Any], days: int) -> None:
    if not 1 <= days <= LONGEST_SILENCE:
        raise ValueError(f"{attribute.name} is {days}; it is 1 to {LONGEST_SILENCE} days")


@frozen(kw_only=True)
class ChangesOptions(DocumentOptions):
    """Which period the overview is about, and when silence counts."""

    since: dt.date | None = option(
        None,
        help="The day to compare with, such as that of the last overview; it must be given.",
    )
    stale_after: int = option(
        STALE_AFTER,
        help="For how many days nothing must have been recorded of a commitment before it is "
        "listed as long without an update.",
        validator=_days,
    )


@frozen
class Changes:
    """An overview of what changed after a day, up to and including the day of the report."""

    name: str = "word-changes"
    summary: str = "A Word overview of what changed since a day (-o since=DATE)."
    suffix: str = "docx"
    media_type: str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    api: int = 1
    options: type[ChangesOptions] = ChangesOptions

    def write(self, report: Report, out: BinaryIO) -> None:
        """Write the overview to a binary stream; the same report gives the same bytes.

        Raises OptionError without a day to compare with, or with one that is not before the day
        of the report.
        """
        options: ChangesOptions = report.options
        note = changes(
            report.records,
            since=_since(options.since, report.as_of),
            as_of=report.as_of,
            language=report.language,
            stale_after=options.stale_after,
        )
        write_document(note, report, out)


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
