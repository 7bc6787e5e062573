"""The contract with plugins: what a reporter gets and offers, and the edits that it reads back."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, BinaryIO, Generic, Protocol, runtime_checkable

from attrs import Attribute, field, frozen

from ssrpolicy.arguments import check_number, check_type
from ssrpolicy.errors import ArgumentTypeError
from ssrpolicy.messages import _
from ssrpolicy.model import (
    FullId,
    Language,
    PolicyRecord,
    Standing,
    check_day,
    check_language,
    invalid_value,
    several,
    yes_or_no,
)
from ssrpolicy.unseen import on_one_line

if TYPE_CHECKING:
    # Type checkers know it; Python before 3.13 has no type variable with a default.
    from typing_extensions import TypeVar

    from ssrpolicy.model import Draft
    from ssrpolicy.reporting.edits import Baseline, Edits
    from ssrpolicy.selection import Chosen

    Options_co = TypeVar("Options_co", covariant=True, default=object)
else:
    from typing import TypeVar

    Options_co = TypeVar("Options_co", covariant=True)

API = 1
"""The version of this contract that the host speaks."""


def _records(_instance: object, __: object, records: tuple[PolicyRecord, ...]) -> None:
    if not records:
        raise invalid_value(_("a report is made of at least one record"))


def _day(_instance: object, attribute: Attribute[Any], day: object) -> None:
    check_day(day, attribute.name)


def _language(_instance: object, __: object, language: str) -> None:
    check_language(language)


def _warnings(number: int) -> int:
    return check_number(number, "warnings", least=0)


def _selection(_instance: object, __: object, chosen: Chosen | None) -> None:
    if chosen is not None:
        from ssrpolicy.selection import Chosen  # noqa: PLC0415 - for reports of a selection only

        check_type(chosen, Chosen, "selection", "choose(records, Selection(...), as_of=day)")


@frozen(kw_only=True)
class NoOptions:
    """The options of a reporter that has none."""


@frozen(kw_only=True)
class Report(Generic[Options_co]):
    """All that a reporter may know: it reads no clock, no environment, no path.

    ``Report[LinesOptions]`` says to type checkers what ``options`` are; at run time it is the same.

    ``records`` are one or many, without errors, in the order given. ``as_of`` is the day for
    which the axes are derived. ``options`` is an instance of the reporter's own options class.
    ``internal`` says whether the records have their internal notes; where it is false the host
    took them out, with the names of who made them. ``warnings`` says how many the check of the
    records gives; ``language`` is that of the report. ``selection`` is what is reported of the
    records, None for everything: the records come whole, rows are those of the entries that it
    ``holds``, and what these refer to is context. It is given only to a reporter that has
    ``supports_selection = True``. ``drafts`` are the open proposals of each record, in the order
    of the records, which are in no record yet; they are given only to a reporter that has
    ``wants_drafts = True``.
    """

    records: tuple[PolicyRecord, ...] = field(converter=several, validator=_records, repr=False)
    as_of: dt.date = field(validator=_day)
    language: Language = field(default="nl", validator=_language)
    options: Options_co = field(factory=NoOptions)  # type: ignore[assignment]  # a reporter without options gets these, whatever the type variable stands for
    internal: bool = field(default=True, validator=yes_or_no)
    warnings: int = field(default=0, converter=_warnings)
    selection: Chosen | None = field(default=None, validator=_selection)
    drafts: tuple[Draft, ...] = field(default=(), repr=False)
    # What is known of the whole records where something was taken out of them: the digests, and
    # the number of updates by the full id of each statement.
    _digests: tuple[str | None, ...] | None = field(default=None, eq=False, repr=False)
    _recorded: Mapping[str, int] | None = field(default=None, eq=False, repr=False)
    _remarks: list[str] = field(factory=list, init=False, eq=False, repr=False)

    @property
    def digests(self) -> tuple[str, ...]:
        """The SHA-256 of each record over its canonical JSON, in the order of the records.

        It is that of the whole record, also where internal notes were taken out.
        """
        # Computed only when used: for a large portfolio it takes as long as writing it.
        from ssrpolicy.codec import digest  # noqa: PLC0415 - loads the writing of JSON

        known = self._digests or (None,) * len(self.records)
        found = tuple(
            each or digest(record) for each, record in zip(known, self.records, strict=True)
        )
        object.__setattr__(self, "_digests", found)
        return found

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the reporter has remarked so far, in its order, nothing twice."""
        return tuple(dict.fromkeys(self._remarks))

    def remark(self, text: str) -> None:
        """Report to the user, in a sentence, what the file does not show: left out or replaced.

        The host shows it when the report is written; what stops a report is an exception.
        """
        if not isinstance(text, str):
            raise ArgumentTypeError(_("A remark is a sentence, not {text!r:.80}.", text=text))
        self._remarks.append(on_one_line(text))


def updates_recorded(records: Iterable[PolicyRecord]) -> Mapping[str, int]:
    """Return how many updates each statement of the records has, by its full id."""
    return Counter(str(FullId(r.id, update.statement)) for r in records for update in r.updates)


def baseline(report: Report) -> Baseline:
    """Return what a report says when it is exported, for a reporter to put into its file."""
    check_type(report, Report, "report", "Report(records=records, as_of=day)")
    from ssrpolicy.reporting.edits import Baseline  # noqa: PLC0415 - for files that people edit

    standings = {}
    recorded = report._recorded  # noqa: SLF001 - the report's own, for this function only
    if recorded is None:
        recorded = updates_recorded(report.records)
    for record in report.records:
        for statement in record.statements:
            id = record.full_id(statement.id)
            progress = record.progress(statement.id, as_of=report.as_of)
            if report.selection is not None and not report.selection.holds(record, statement):
                continue
            standings[id] = Standing.of(progress, recorded=recorded.get(id, 0))
    return Baseline(
        as_of=report.as_of,
        language=report.language,
        records=dict(zip((r.id for r in report.records), report.digests, strict=True)),
        standings=standings,
    )


@runtime_checkable
class Reporter(Protocol):
    """Writes a report in one format; any object with these members is one.

    It must keep nothing between two reports, and reads nothing but the report that it is given.
    Where it has ``shows_internal = True`` its records have their internal notes, unless the user
    leaves them out; otherwise they have none, unless the user includes them. Where it has
    ``supports_selection = True`` it reports what ``report.selection`` holds; otherwise the host
    refuses to have it report a selection. Where it has ``wants_drafts = True`` it gets
    ``report.drafts``.
    """

    @property
    def name(self) -> str:
        """What ``--to`` takes: lower-case words with hyphens, such as ``excel``."""

    @property
    def summary(self) -> str:
        """What the reporter makes, in one sentence."""

    @property
    def suffix(self) -> str:
        """The suffix of its files, without the dot before it, such as ``xlsx``."""

    @property
    def media_type(self) -> str:
        """The media type of its files, such as ``application/json``."""

    @property
    def api(self) -> int:
        """The version of this contract that it was written for: 1."""

    @property
    def options(self) -> type[Any]:
        """The attrs class of its options, every one with a default; else ``NoOptions``."""

    def write(self, report: Report[Any], out: BinaryIO) -> None:
        """Write the report to a binary stream; the same report gives the same bytes.

        The stream is seekable, must not be closed, and is the host's: what was written becomes
        the file only when this returns. Raise ContentError where a text cannot be written in
        the format, and name the item and the field.
        """


@runtime_checkable
class EditableReporter(Reporter, Protocol):
    """A reporter whose files people edit, and which reads back what they entered.

    It knows cells and no records: what an edit means for a record is for the host to decide.
    """

    def read_edits(self, stream: BinaryIO) -> Edits:
        """Return what was entered in a file that :meth:`write` made, and what cannot be merged.

        The stream is seekable and must not be closed. Raise InputError where it holds no
        such file, or one that cannot be read: damaged, encrypted, without its baseline.
        """
