"""One report: the records given to a reporter, and what it writes put where it belongs."""

from __future__ import annotations

import datetime as dt
import errno
import gc
import io
import os
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, BinaryIO, cast

from ssrpolicy.arguments import all_of, check_flag, check_type
from ssrpolicy.errors import ArgumentTypeError, InputError, OptionError, ReporterError
from ssrpolicy.messages import _
from ssrpolicy.model import Draft, Finding, FullId, Language, PolicyRecord, several
from ssrpolicy.reporting.contract import Report, Reporter, updates_recorded
from ssrpolicy.reporting.internal import left_out, refuse_to_lose_notes, without_internal
from ssrpolicy.reporting.options.values import internal_asked, option_values
from ssrpolicy.reporting.output import Output, writing
from ssrpolicy.reporting.plugins.isolation import (
    PluginFault,
    blame,
    brief_repr,
    fingerprint,
    isolated,
)
from ssrpolicy.reporting.plugins.offers import OfferedReporter
from ssrpolicy.reporting.plugins.origins import Origin
from ssrpolicy.reporting.plugins.registry import Registry, load_plugins
from ssrpolicy.reporting.stream import ReportStream
from ssrpolicy.reporting.targets import refuse_harm, refuse_suffix, suffix_remark
from ssrpolicy.selection import Selection, choose, collective_remark, shared_codes
from ssrpolicy.storage import path_of
from ssrpolicy.views.shared import later_letters, records_of_later, with_something

# After so many new values more than were freed, the collector looks for cycles among them.
_SELDOM = 100_000
# What the collector was set to before each report that is being made, in whatever thread.
_RESTING: list[tuple[int, int, int]] = []
_RESTING_LOCK = threading.Lock()
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def run_report(
    records: PolicyRecord | Iterable[PolicyRecord],
    to: str | Reporter | OfferedReporter,
    output: Output,
    *,
    as_of: dt.date,
    language: Language = "nl",
    options: Mapping[str, object] | object = None,
    internal: bool | None = None,
    registry: Registry | None = None,
    findings: Iterable[Finding] = (),
    selection: Selection | None = None,
    drafts: Iterable[Draft] = (),
) -> tuple[str, ...]:
    """Have a reporter write a report on the records, which are taken to be without errors.

    ``to`` is a reporter's name, ``DISTRIBUTION:NAME``, a reporter, or one from a registry.
    ``output`` is a path or a binary stream; what stood there is replaced when the report is whole.
    ``options`` are values by key, or an instance of the reporter's options class; ``findings`` are
    those of the check: the reporter gets the number of warnings on the records that it shows.
    ``selection`` says which entries are reported; without one, or where it asks nothing, all are.
    ``drafts`` are the open proposals of each record, for a reporter that wants them. Internal notes
    are taken out of the records unless ``internal``, here or among the options, or else the
    reporter includes them. Returns what the user should know, a sentence each: what the reporter
    remarked, and how much was taken out.

    Raises ReporterError when the reporter is unknown, ambiguous or fails; OptionError;
    OutputError when the report cannot be put in its place or is named as what another reporter
    writes; InputError without a record.
    """
    if registry is None:
        registry = load_plugins() if isinstance(to, str) else Registry()
    check_type(registry, Registry, "registry", "load_plugins()")
    if not isinstance(to, OfferedReporter):
        to = _offered(to, registry)
    given = several(records)
    if not given:
        raise InputError(_("No record was given to report on."))
    if internal is not None:
        check_flag(internal, "internal")
    if selection is not None:
        check_type(selection, Selection, "selection", 'Selection(owners="nl-bz")')
    if selection:
        refuse_selection(to)
    drafts = all_of(drafts, Draft, "drafts", "ssrpolicy.draft(record)")
    findings = all_of(findings, Finding, "findings", "ssrpolicy.check(records)")
    refuse_harm(output, to, given, options)
    unusual = _unusual_name(output, to, registry)
    report = _report(
        given,
        as_of=as_of,
        language=language,
        options=option_values(to, options),
        internal=internal_asked(to, options, internal=internal),
        findings=findings,
        selection=selection,
        drafts=drafts if to.wants_drafts else (),
    )
    if not report.internal:
        refuse_to_lose_notes(output)
    with writing(output) as file:
        _write(to, report, file)
    later = later_letters(records_of_later(given, as_of), as_of)
    remarks = (*unusual, *_emptiness(report), *later, *report.remarks)
    return remarks if report.internal else (*remarks, *left_out(given, report.selection))


def _unusual_name(output: Output, to: OfferedReporter, registry: Registry) -> tuple[str, ...]:
    """Return that a file is not named as what the reporter writes, where so.

    Raises OutputError where it is named as what another writes.
    """
    if not isinstance(output, str | os.PathLike):
        return ()
    path = path_of(output)
    refuse_suffix(path, to, registry.reporters)
    remark = suffix_remark(path, to)
    return () if remark is None else (remark,)


def _emptiness(report: Report) -> tuple[str, ...]:
    """Return that nothing is in a selection, where so: a slip would show in an empty file only."""
    if report.selection is None:
        return ()
    empty = not report.selection.full_ids
    said = (
        _("Nothing in the records is in this selection.") if empty else None,
        collective_remark(report.selection.selection),
        *(each.remark for each in shared_codes(report.selection.selection, report.records)),
    )
    return tuple(filter(None, said))


def _offered(to: object, registry: Registry) -> OfferedReporter:
    """Return the reporter of a name, or one that is given itself, as if a plugin offered it."""
    if isinstance(to, str):
        return registry.reporter(to)
    if not hasattr(to, "write"):
        raise ArgumentTypeError(
            _("{to} is neither the name of a reporter nor a reporter.", to=brief_repr(to)),
            hint=_("Give a name such as excel, or an object with the members of a Reporter."),
        )
    module = type(to).__module__
    try:
        with isolated():
            return OfferedReporter.of(to, Origin(distribution=module, entry_point=module))
    except PluginFault as fault:
        raise ReporterError(
            _("{to} cannot be used as a reporter: {cause}.", to=brief_repr(to), cause=fault)
        ) from fault.__cause__


def refuse_selection(offered: OfferedReporter) -> None:
    """Raise ReporterError where a reporter cannot report a selection."""
    if not offered.supports_selection:
        raise ReporterError(
            _("The reporter {offered} cannot report a selection.", offered=offered),
            hint=_("Report everything, or use a reporter that can, such as excel or word."),
        )


def _record_of(finding: Finding) -> str:
    """The id of the record that a finding is about: itself, or an entry of it."""
    full_id = FullId.parse(finding.subject)
    return finding.subject if full_id is None else full_id.record


def _report(
    records: tuple[PolicyRecord, ...],
    *,
    internal: bool,
    findings: Iterable[Finding],
    selection: Selection | None,
    **more: Any,
) -> Report:
    """Return the report as its reporter gets it, without internal notes unless it may have them."""
    shown = records if internal else tuple(map(without_internal, records))
    if selection:
        more["selection"] = choose(shown, selection, as_of=more["as_of"])
    of_interest = with_something(shown, more.get("selection"))
    others = {each.id for each in shown} - {each.id for each in of_interest}
    more["warnings"] = sum(each.is_warning and _record_of(each) not in others for each in findings)
    if all(one is whole for one, whole in zip(shown, records, strict=True)):
        return Report(records=records, internal=internal, **more)
    from ssrpolicy.codec import digest  # noqa: PLC0415 - loads the writing of JSON

    return Report(
        records=shown,
        internal=internal,
        digests=tuple(
            None if one is whole else digest(whole)
            for one, whole in zip(shown, records, strict=True)
        ),
        recorded=updates_recorded(records),
        **more,
    )


def _write(offered: OfferedReporter, report: Report, file: BinaryIO) -> None:
    """Have the reporter write, and make sure that what it leaves is whole.

    What the disk refuses is raised as OSError, whatever the reporter made of it.
    """
    stream = ReportStream(file)
    given = [fingerprint(record) for record in report.records]
    try:
        with _records_at_rest(), isolated() as changed:
            # What a plugin returns is checked, not trusted.
            returned: object = offered.reporter.write(report, cast("BinaryIO", stream))  # type: ignore[func-returns-value]  # that it returns nothing is what is checked
    except PluginFault as fault:
        cause = fault.__cause__
        if stream.failure is not None:
            raise stream.failure from cause
        # Formats that are packed first use the disk for that, too.
        if isinstance(cause, OSError) and (cause.errno in _FULL or _no_room(cause)):
            raise cause from None
        if isinstance(cause, ReporterError | OptionError):
            raise cause from cause.__cause__
        raise _failure(offered, str(fault), fault.hint) from cause
    finally:
        stream.finish()
    if stream.failure is not None:
        raise stream.failure
    _check(offered, stream, returned)
    if file.seek(0, io.SEEK_END) == 0:
        raise _failure(offered, _("it wrote nothing"))
    for record, before in zip(report.records, given, strict=True):
        if fingerprint(record) != before:
            said = _(
                "it changed the record {id}, which it is only to read; a script that goes on with "
                "that record loads it again",
                id=record.id,
            )
            raise _failure(offered, said)
    for sentence in blame(_("The reporter {name}", name=offered), changed):
        report.remark(sentence)


@contextmanager
def _records_at_rest() -> Iterator[None]:
    """Have Python's garbage collector come seldom while a report is made.

    Many values come up then, and hardly any of them are cycles. What was there before is not kept
    from the collector: that would begin its counts anew with each report, so that in a program
    that makes one after another it would never look through all that is in memory.
    """
    with _RESTING_LOCK:
        _RESTING.append(_rest() if not _RESTING else _RESTING[0])
    try:
        yield
    finally:
        with _RESTING_LOCK:
            thresholds = _RESTING.pop()
            if not _RESTING:
                gc.set_threshold(*thresholds)


def _rest() -> tuple[int, int, int]:
    """Make the collector rest; return its thresholds before."""
    thresholds = gc.get_threshold()
    if thresholds[0]:  # at zero the program has none of it, and that stays so
        gc.set_threshold(max(_SELDOM, thresholds[0]), *thresholds[1:])
    return thresholds


def _check(offered: OfferedReporter, stream: ReportStream, returned: object) -> None:
    """Raise ReporterError where a reporter did not leave things as the contract has it."""
    if returned is not None:
        raise _failure(
            offered,
            _(
                "it returned {returned}; it is to write and return nothing",
                returned=brief_repr(returned),
            ),
        )
    if stream.too_far is not None:
        raise _failure(offered, stream.too_far)
    if stream.closed:
        raise _failure(offered, _("it closed the stream, which is the host's"))


def _no_room(error: OSError) -> bool:
    """Whether no folder exists in which a temporary file can be written."""
    return isinstance(error, FileNotFoundError) and "temporary directory" in str(error)


def _failure(offered: OfferedReporter, cause: str, *hints: str) -> ReporterError:
    kept = _("Nothing was written; what stood there before, if anything, still stands there.")
    return ReporterError(
        _("The reporter {offered} failed: {cause}.", offered=offered, cause=cause),
        hint="\n".join((kept, *hints)),
    )
