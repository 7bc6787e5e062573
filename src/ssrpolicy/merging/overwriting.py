"""Reports that would replace a tracker: refused where its edits would be lost."""

import datetime as dt
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ssrpolicy import codec
from ssrpolicy.errors import InputError, OutputError, ReporterError
from ssrpolicy.merging.application import RecordFile
from ssrpolicy.merging.comparison import EditOutcome
from ssrpolicy.merging.plan import plan_edits
from ssrpolicy.merging.trackers import is_read_back, read_edits
from ssrpolicy.messages import _, argument
from ssrpolicy.model import PolicyRecord, Update, brief
from ssrpolicy.reporting import Edits, Registry, load_plugins

_MOST_LISTED = 5


def refuse_to_lose_edits(
    targets: Iterable[str | os.PathLike[str]],
    records: Iterable[PolicyRecord],
    *,
    registry: Registry | None = None,
) -> None:
    """Raise OutputError for a tracker that a report would replace and that holds unmerged edits.

    Unmerged are edits that its records do not have, what cannot be merged at all, and what people
    added for themselves; a file with that suffix that cannot be read back may hold any of them.
    The message lists them, and the hint says what would work.
    """
    plugins = load_plugins() if registry is None else registry
    records = tuple(records)
    known = [RecordFile(record=record, file=Path()) for record in records]
    overwrite = argument("--overwrite", "overwrite=True")
    for target in map(Path, targets):
        _refuse_to_lose_entries(target, records)
        if not _holds_something(target) or not is_read_back(target, plugins):
            continue
        try:
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
        if lost := _unmerged(edits, known, str(target)):
            more = len(lost) - _MOST_LISTED
            lines = [
                *lost[:_MOST_LISTED],
                *([_("and {number} more", number=more)] if more > 0 else []),
            ]
            listed = "\n".join(f"  {line}" for line in lines)
            raise OutputError(
                _(
                    "{target} holds what is not in the records and would be lost:\n{listed}",
                    target=target,
                    listed=listed,
                ),
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
    """Yield what an old record has and a new one lacks; what was changed is in both."""
    yield from (old.full_id(entry.id) for entry in old if entry.id not in new)
    if len(old.dispositions) > len(new.dispositions):
        for answer in old.dispositions:
            if answer not in new.dispositions:
                yield f"{old.id}: {answer.request}, {answer.document}"
    if len(old.updates) > len(new.updates):
        for update in old.updates:
            if update not in new.updates:
                yield f"{old.id}: {update.statement}, {update.date}{_by(update)}"


def _refuse_to_lose_entries(target: Path, records: Iterable[PolicyRecord]) -> None:
    """Raise OutputError for a JSON record with entries that the records to be reported lack."""
    if target.suffix.lower() != ".json" or not _holds_something(target):
        return
    new = {record.id: record for record in records}
    try:
        old = codec.read(target).records
    except InputError:
        return  # whatever it is, it is not a record
    lost = [
        f"  {words}" for each in old if each.id in new for words in _only_in(each, new[each.id])
    ]
    if lost:
        left = len(lost) - _MOST_LISTED
        more = [f"  {_('and {number} more', number=left)}"] if left > 0 else []
        listed = "\n".join([*lost[:_MOST_LISTED], *more])
        raise OutputError(
            _(
                "{target} holds what is not in the records and would be lost:\n{listed}",
                target=target,
                listed=listed,
            ),
            hint=_(
                "Give the report another name; or replace the file all the same with {overwrite}.",
                overwrite=argument("--overwrite", "overwrite=True"),
            ),
        )


def _by(update: Update) -> str:
    return "" if update.by is None else _(", by {name}", name=update.by)


def _unmerged(edits: Edits, records: Sequence[RecordFile], tracker: str) -> list[str]:
    """What a tracker holds and its records do not, a sentence each, with its cell."""
    if not (edits.cells or edits.refusals or edits.private):
        return []
    # As of the last day there is, every update counts that was ever recorded.
    plan = plan_edits(edits, records, tracker=tracker, date=dt.date.max, by="-", judged_by=())
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
