"""A tracker brought home: its edits read by the reporter that made it, and merged into records."""

from __future__ import annotations

import datetime as dt
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from ssrpolicy.errors import InputError, OutputError, ReporterError
from ssrpolicy.merging.comparison import RecordFile
from ssrpolicy.merging.plan import Plan
from ssrpolicy.merging.planning import plan_edits
from ssrpolicy.merging.three_way import EditOutcome, Take
from ssrpolicy.model.edits import Edits
from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.texts import brief
from ssrpolicy.reporting import (
    OfferedReporter,
    Paths,
    Registry,
    Tracked,
    load_plugins,
    read_portfolio,
)
from ssrpolicy.rules import RULES

_MOST_TOLD = 5


def plan_merge(
    tracker: str | os.PathLike[str],
    paths: str | os.PathLike[str] | Paths,
    *,
    date: dt.date,
    by: str | None = None,
    take: Take | None = None,
    registry: Registry | None = None,
    edits: Edits | None = None,
    tracked: Tracked = iter,
) -> Plan:
    """Return what a merge of an edited tracker into the records at some paths would do.

    Nothing is written until ``plan.apply()``. ``date`` is that of the appended updates and ``by``
    who says them: who saved the tracker last, if left out. Where tracker and record both changed
    a field, ``take`` decides: "tracker" or "record". ``edits`` are those of the tracker where
    they were read already. Raises InputError when the tracker cannot be read back, or has edits and
    does not say whose they are, RecordInvalidError when the records have errors.
    """
    plugins = load_plugins() if registry is None else registry
    found = read_edits(tracker, registry=plugins) if edits is None else edits
    by = found.saved_by if by is None else by
    if by is None and found.cells:
        raise InputError(
            f"{tracker} does not say who saved it last, and an update says by whom it is.",
            hint="Say whose edits they are: --by NAME (in Python, by=...).",
        )
    places = [paths] if isinstance(paths, str | os.PathLike) else paths
    portfolio = read_portfolio(places, more_rules=plugins.rules, tracked=tracked)
    records = portfolio.without_errors()
    return plan_edits(
        found,
        [
            RecordFile(record=record, file=file)
            for record, file in zip(records, portfolio.read_from, strict=True)
        ],
        tracker=str(tracker),
        date=date,
        by="-" if by is None else by,  # where nothing was typed nobody says anything
        take=take,
        judged_by=(*RULES, *plugins.rules),
    )


def read_edits(tracker: str | os.PathLike[str], *, registry: Registry | None = None) -> Edits:
    """Return what was typed in a tracker, as the reporter of such files reads it.

    Raises InputError where no reporter reads such files, or the file is no tracker or damaged;
    ReporterError when the reporter fails.
    """
    path = Path(tracker)
    if path.is_dir():
        raise InputError(
            f"{path} is a folder, and no tracker.",
            hint="The tracker comes first, and the records behind it: ssrpolicy merge TRACKER "
            "PATH...",
        )
    plugins = load_plugins() if registry is None else registry
    readers = list(_readers(path, plugins))
    if not readers:
        names = sorted({f".{r.suffix}" for r in plugins.reporters if r.is_editable})
        raise InputError(
            f"No reporter reads back files such as {path.name!r:.120}.",
            hint=f"Those that are read back end in {', '.join(names)}."
            if names
            else "Install a reporter that does, such as ssrpolicy-excel.",
        )
    refusal: InputError | None = None
    for offered in readers:
        try:
            with _opened(path) as stream:
                return offered.read_edits(stream, path)
        except InputError as error:
            # Another reporter may make files with the same suffix.
            refusal = refusal or error
    raise refusal or InputError(f"{path} cannot be read.")


def refuse_to_lose_edits(
    targets: Iterable[str | os.PathLike[str]],
    records: Iterable[PolicyRecord],
    *,
    registry: Registry | None = None,
) -> None:
    """Refuse to replace a tracker that holds what would be lost.

    That are edits which its records did not take over, what cannot be merged at all, and what
    its readers added for themselves; and a file of that suffix which cannot be read back, of
    which nobody can tell. Raises OutputError that says which, and what would work.
    """
    plugins = load_plugins() if registry is None else registry
    known = [RecordFile(record=record, file=Path()) for record in records]
    for target in map(Path, targets):
        if not _holds_something(target) or not any(_readers(target, plugins)):
            continue
        try:
            edits = read_edits(target, registry=plugins)
        except (InputError, ReporterError) as error:
            raise OutputError(
                f"{target} is there already and cannot be read back as a tracker, so that it may "
                f"hold what is nowhere else: {error.message}",
                hint="Give the report another name; or replace the file all the same with "
                "--overwrite (in Python, overwrite=True).",
            ) from error
        if lost := _unmerged(edits, known, str(target)):
            more = len(lost) - _MOST_TOLD
            lines = [*lost[:_MOST_TOLD], *([f"and {more} more"] if more > 0 else [])]
            told = "\n".join(f"  {line}" for line in lines)
            # What readers added for themselves goes into no record, however often it is merged.
            first = "Merge it first: ssrpolicy merge TRACKER PATH... --apply; or give"
            raise OutputError(
                f"{target} holds what is not in the records and would be lost:\n{told}",
                hint=f"{'Give' if lost == [*edits.private] else first} the report another name; "
                "or replace it all the same with --overwrite (in Python, overwrite=True).",
            )


def _unmerged(edits: Edits, records: list[RecordFile], tracker: str) -> list[str]:
    """What of a tracker stands in no record, a sentence each, with its cell."""
    # As of the last day there is, every update counts that was ever recorded.
    plan = plan_edits(edits, records, tracker=tracker, date=dt.date.max, by="-", judged_by=())
    typed = [
        f"{', '.join(edit.places)}: {edit.item} is not merged: {brief(edit.wanted)}"
        for edit in plan.edits
        if edit.outcome not in (EditOutcome.RECORDED, EditOutcome.OVERTAKEN)
    ]
    return [*map(str, plan.refusals), *typed, *edits.private] if _edited(edits) else []


def _edited(edits: Edits) -> bool:
    return bool(edits.cells or edits.refusals or edits.private)


def _holds_something(target: Path) -> bool:
    try:
        status = target.stat()
    except (OSError, ValueError):
        return False
    return stat.S_ISREG(status.st_mode) and status.st_size > 0


def _readers(path: Path, registry: Registry) -> Iterator[OfferedReporter]:
    """The reporters that read back files with the suffix of this one."""
    for offered in registry.reporters:
        if path.name.lower().endswith(f".{offered.suffix.lower()}") and offered.is_editable:
            yield offered


def _opened(path: Path) -> BinaryIO:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise InputError(f"{path} is no ordinary file.")
        return path.open("rb")
    except FileNotFoundError:
        raise InputError(f"{path} does not exist.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{path} cannot be read: {reason}.") from error
