"""How pressing each commitment is: the order of the tracker's rows, and its five figures."""

import datetime as dt
from collections.abc import Iterable

from attrs import frozen

from ssrpolicy.arguments import ClosedVocabulary
from ssrpolicy.fields import typed
from ssrpolicy.model import ClaimedStatus, EvidenceStatus, Language, Progress, Schedule
from ssrpolicy.views.language import label
from ssrpolicy.views.workbook.statements import StatementRow

_MET = (Schedule.MET, Schedule.MET_MOVED, Schedule.MET_LATE)


class Stage(ClosedVocabulary):
    """How pressing a commitment is, the most pressing first; each is at one stage.

    What is superseded comes last, and has no figure: what took its place is counted.
    """

    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    SILENT = "silent"
    REPORTED = "reported"
    SHOWN = "shown"
    SUPERSEDED = "superseded"


@frozen(kw_only=True, field_transformer=typed)
class Figure:
    """How many commitments are at a stage, and the ids of their rows.

    Attributes:
        ids: the ids of the rows.
        key: the stage, the same in every language.
        label: the same in words.
        about: what the stage means, in words.
    """

    key: str
    label: str
    about: str
    ids: tuple[str, ...]

    @property
    def number(self) -> int:
        """The number of commitments."""
        return len(self.ids)


def stage_of(progress: Progress) -> Stage:
    """Return the stage of a commitment from where it stands."""
    if progress.schedule is Schedule.OVERDUE:
        return Stage.OVERDUE
    if progress.schedule is Schedule.DUE_SOON:
        return Stage.DUE_SOON
    if progress.schedule is Schedule.SUPERSEDED:
        return Stage.SUPERSEDED
    if progress.schedule in _MET or progress.evidence is EvidenceStatus.SUPPORTS:
        return Stage.SHOWN
    # A new term or owner, or a note alone, says nothing of what became of it.
    unknown = progress.claimed is ClaimedStatus.UNKNOWN
    if unknown and progress.evidence is EvidenceStatus.NOT_ASSESSED:
        return Stage.SILENT
    return Stage.REPORTED


def by_urgency(rows: Iterable[StatementRow]) -> list[StatementRow]:
    """Return commitments with the most pressing first: by stage, by day, in reading order."""
    ranks = {stage: rank for rank, stage in enumerate(Stage)}
    return sorted(
        rows, key=lambda row: (ranks[stage_of(row.progress)], row.progress.due or dt.date.max)
    )


def figures(rows: Iterable[StatementRow], language: Language) -> tuple[Figure, ...]:
    """Return the number of commitments at each stage but superseded, none of them twice."""
    ids: dict[Stage, list[str]] = {stage: [] for stage in Stage}
    for row in rows:
        ids[stage_of(row.progress)].append(row.id)
    return tuple(
        Figure(
            key=stage.value,
            label=label(f"stage.{stage.value}", language),
            about=label(f"stage_about.{stage.value}", language),
            ids=tuple(found),
        )
        for stage, found in ids.items()
        if stage is not Stage.SUPERSEDED
    )
