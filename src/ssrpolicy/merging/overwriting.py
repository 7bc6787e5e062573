"""Reports that would replace a file that people edited: refused where edits would be lost."""

import datetime as dt
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs

from ssrpolicy import codec
from ssrpolicy.errors import InputError, OutputError, ReporterError
from ssrpolicy.merging.trackers import is_read_back, read_edits
from ssrpolicy.messages import _, argument
from ssrpolicy.model import FORMAT, Disposition, Finding, PolicyRecord, SetAside, Update, brief
from ssrpolicy.reporting import Edits, Registry, is_as_written, load_plugins, without_internal
from ssrpolicy.storage import open_elsewhere, open_file, read_file

_MOST_LISTED = 5
_DERIVED = "derived-differs"
# With which the format of one record and of several begins, wherever a file states it.
_FORMAT = FORMAT.partition("/")[0].encode()
# Packages that are edited in office programs and that no reporter need read back.
_OFFICE = (".docx", ".pptx", ".xlsx")
# The header of a database, its first bytes, and the number of the SQLite that wrote it last.
_SQLITE, _WRITTEN_BY = b"SQLite format 3\0", slice(96, 100)
# So far into a file the mark of its reporter stands.
_START = 4096


def refuse_to_lose_edits(
    targets: Iterable[str | os.PathLike[str]],
    records: Iterable[PolicyRecord],
    *,
    registry: Registry | None = None,
) -> None:
    """Raise OutputError for a tracker or document whose edits a report would replace.

    What is open in an office program is not replaced, nor a file that is not a report, nor a
    database or an Office document that is not as a report wrote it, nor a tracker that holds
    unmerged edits; what is as a report wrote it may be. Unmerged are edits that its records do not
    have, what cannot be merged at all, and what people added for themselves; a file with that
    suffix that cannot be read back may hold any of them. The message lists them, and the hint says
    what would work.
    """
    plugins = load_plugins() if registry is None else registry
    records = tuple(records)
    overwrite = argument("--overwrite", "overwrite=True")
    for target in map(Path, targets):
        _refuse_to_lose_entries(target, records)
        if not _holds_something(target):
            continue
        _refuse_what_is_open(target)
        if (start := _start_of(target)) is not None:
            _refuse_to_lose_other_file(target, start, plugins)
            _refuse_to_lose_database(target, start)
        if not is_read_back(target, plugins):
            _refuse_to_lose_document(target)
            continue
        try:
            if _is_as_written(target):
                continue
            edits = read_edits(target, registry=plugins)
        except (InputError, ReporterError) as error:
            raise OutputError(
                _(
                    "{target} is there already and cannot be read back as a tracker, so that it "
                    "may hold what is nowhere else: {message}",
                    target=target,
                    message=error.message,
                ),
                hint=_(
                    "Give the report another name; or replace the file all the same with "
                    "{overwrite}.",
                    overwrite=overwrite,
                ),
            ) from error
        if lost := _unmerged(edits, records, str(target)):
            raise OutputError(
                _would_be_lost(target, lost),
                hint=_(
                    "Give the report another name; or replace it all the same with {overwrite}.",
                    overwrite=overwrite,
                )
                # What people added for themselves is merged into no record.
                if lost == [*edits.private]
                else _(
                    "Merge it first: {merge}; or give the report another name; or replace it all "
                    "the same with {overwrite}.",
                    merge=argument(
                        _("ssrpolicy merge TRACKER PATH... --apply"),
                        "plan_merge(tracker, paths, date=...).apply()",
                    ),
                    overwrite=overwrite,
                ),
            )


def _only_in(old: PolicyRecord, new: PolicyRecord) -> Iterator[str]:
    """Yield what an old record has and a new one lacks, or has otherwise; nothing where none is."""
    for field in attrs.fields(PolicyRecord):
        held, known = getattr(old, field.name), getattr(new, field.name)
        if not isinstance(held, tuple):
            yield from [f"{old.id}: {field.name}"] if held != known else []
            continue
        # A report that leaves internal notes out has the rest of such an update.
        found = {*known, *(without_internal(new).updates if field.name == "updates" else ())}
        yield from (_called(each, old) for each in held if each not in found)


def _called(entry: Any, record: PolicyRecord) -> str:
    """What an entry is called where it would be lost."""
    match entry:
        case Update():
            return f"{record.id}: {entry.statement}, {entry.date}{_by(entry)}"
        case Disposition():
            return f"{record.id}: {entry.request}, {entry.document}"
        case SetAside():
            return f"{record.id}: {brief(entry.quote.quote)}"
        case _:
            return record.full_id(entry.id) if entry.id in record else f"{record.id}: {entry.id}"


def _refuse_to_lose_entries(target: Path, records: Iterable[PolicyRecord]) -> None:
    """Raise OutputError for a JSON record with anything that the records to be reported lack.

    What a report wrote and nobody changed since may be replaced, though the records are different
    by now: what it holds came from them.
    """
    if target.suffix.lower() != ".json" or not _holds_something(target):
        return
    new = {record.id: record for record in records}
    try:
        data = read_file(target)
        # What names no format of ours, in any encoding, may be the report of a plugin.
        if _FORMAT not in data.replace(b"\0", b"") or codec.is_report(data):
            return
        reading = codec.read(target)
    except InputError:
        return  # whatever it is, it is not a record
    lost = [each for old in reading.records if old.id in new for each in _only_in(old, new[old.id])]
    # What could not be read is not in the records that were, nor is what was changed in what
    # follows from them.
    lost += [
        _with_place(each) for each in reading.findings if each.is_error or each.code == _DERIVED
    ]
    if lost:
        raise OutputError(
            _would_be_lost(target, lost),
            hint=_(
                "Give the report another name, such as {path}; or replace the file all the same "
                "with {overwrite}.",
                path=codec.free_path(target),
                overwrite=argument("--overwrite", "overwrite=True"),
            ),
        )


def _refuse_what_is_open(target: Path) -> None:
    """Raise OutputError for a file that somebody has open: saving it would undo the report."""
    if (found := open_elsewhere(target)) is not None:
        program, lock = found
        raise OutputError(
            _("{target} is open in {program}.", target=target, program=program),
            hint=_(
                "Close it there first. Where nobody has it open, remove {lock}; or replace the "
                "file all the same with {overwrite}.",
                lock=lock,
                overwrite=argument("--overwrite", "overwrite=True"),
            ),
        )


def _is_as_written(package: Path) -> bool:
    with open_file(package) as stream:
        return is_as_written(stream)


def _refuse_to_lose_document(target: Path) -> None:
    """Raise OutputError for an Office document that is not as a report wrote it."""
    if target.suffix.lower() not in _OFFICE or _is_as_written(target):
        return
    raise OutputError(
        _(
            "{target} is not as a report wrote it: it was filled in, edited or saved since, and "
            "that would be lost.",
            target=target,
        ),
        hint=_(
            "Give the report another name; or replace it all the same with {overwrite}.",
            overwrite=argument("--overwrite", "overwrite=True"),
        ),
    )


def _start_of(target: Path) -> bytes | None:
    """Return what a file begins with; None for one that cannot be read."""
    try:
        with open_file(target) as stream:
            return stream.read(_START)
    except InputError:
        return None


def _refuse_to_lose_other_file(target: Path, start: bytes, plugins: Registry) -> None:
    """Raise OutputError for a letter, a page or the like, which no reporter made.

    Reports are known by the mark that their reporter states, and Office documents by their seal.
    Those of a reporter without a mark are known by their suffix alone.
    """
    suffix = target.suffix.lower().removeprefix(".")
    reporters = plugins.reporters
    if any(each.mark is None and each.suffix.lower() == suffix for each in reporters):
        return
    marks = [each.mark for each in reporters if each.mark is not None]
    if any(mark in start for mark in (_SQLITE, *marks)) or _is_as_written(target):
        return
    raise OutputError(
        _("{target} is there already, and does not look like a report.", target=target),
        hint=_(
            "Give the report another name; or replace it all the same with {overwrite}.",
            overwrite=argument("--overwrite", "overwrite=True"),
        ),
    )


def _refuse_to_lose_database(target: Path, start: bytes) -> None:
    """Raise OutputError for a database that SQLite itself wrote last, such as a register.

    Reports are not among them: their header does not say which SQLite wrote it.
    """
    if not start.startswith(_SQLITE) or not any(start[_WRITTEN_BY]):
        return
    raise OutputError(
        _(
            "{target} was changed since a report wrote it, or is another database, such as a "
            "register.",
            target=target,
        ),
        hint=_(
            "Give the report another name; or replace it all the same with {overwrite}.",
            overwrite=argument("--overwrite", "overwrite=True"),
        ),
    )


def _with_place(finding: Finding) -> str:
    """Return what a finding says, after its place in the file, where it has one."""
    place = finding.location.pointer
    return f"{place}: {finding.message}" if place else finding.message


def _would_be_lost(target: Path, lost: Sequence[str]) -> str:
    more = len(lost) - _MOST_LISTED
    lines = [*lost[:_MOST_LISTED], *([_("and {number} more", number=more)] if more > 0 else [])]
    return _(
        "{target} holds what is not in the records and would be lost:\n{listed}",
        target=target,
        listed="\n".join(f"  {line}" for line in lines),
    )


def _by(update: Update) -> str:
    return "" if update.by is None else _(", by {name}", name=update.by)


def _unmerged(edits: Edits, records: Sequence[PolicyRecord], tracker: str) -> list[str]:
    """What a tracker holds and its records do not, a sentence each, with its cell."""
    if not (edits.cells or edits.refusals or edits.private):
        return []
    from ssrpolicy.merging.application import RecordFile  # noqa: PLC0415 - it is needed only where a file was edited
    from ssrpolicy.merging.comparison import EditOutcome  # noqa: PLC0415 - it is needed only where a file was edited
    from ssrpolicy.merging.plan import plan_edits  # noqa: PLC0415 - it is needed only where a file was edited

    known = [RecordFile(record=record, file=Path()) for record in records]
    # As of the last day there is, every update counts that was ever recorded.
    plan = plan_edits(edits, known, tracker=tracker, date=dt.date.max, by="-", judged_by=())
    entered = [
        _(
            "{places}: {item} is not merged: {wanted}",
            places=", ".join(edit.places),
            item=edit.item,
            wanted=brief(edit.wanted),
        )
        for edit in plan.edits
        if edit.outcome not in (EditOutcome.RECORDED, EditOutcome.OVERTAKEN)
    ]
    return [*map(str, plan.refusals), *entered, *edits.private]


def _holds_something(target: Path) -> bool:
    try:
        status = target.stat()
    except (OSError, ValueError):
        return False
    return stat.S_ISREG(status.st_mode) and status.st_size > 0
