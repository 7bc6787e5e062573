"""A merge before it is made: every edit with what comes of it, to be shown and then applied."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import attrs
from attrs import frozen

from ssrpolicy.errors import EditRefusedError
from ssrpolicy.merging.apply import Appending, append_updates
from ssrpolicy.merging.plan_data import plan_data
from ssrpolicy.merging.three_way import EditOutcome, Take
from ssrpolicy.merging.wording import value_words
from ssrpolicy.model.edits import EditField, Refusal, Standing
from ssrpolicy.model.findings import Finding
from ssrpolicy.model.progress import Update
from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.texts import Language

_CHANGES = (EditOutcome.CHANGE, EditOutcome.OVERRIDE)


@frozen(kw_only=True)
class EditedField:
    """A field of a statement that was edited in a tracker, its three sides, and what comes of it.

    ``item`` is the statement's full id, ``places`` are the cells. ``given_out`` is where the
    statement stood when the tracker was made, ``typed`` has what the cells ask for in this field,
    ``recorded`` is where it stands in ``file`` now, by the update ``recorded_by``. ``update`` is
    what a change appends.
    """

    item: str
    field: EditField
    places: tuple[str, ...]
    given_out: Standing = attrs.field(repr=False)
    typed: Standing = attrs.field(repr=False)
    recorded: Standing = attrs.field(repr=False)
    outcome: EditOutcome
    recorded_by: Update | None = None
    update: Update | None = None
    file: Path
    record: PolicyRecord = attrs.field(repr=False, eq=False)
    language: Language = "nl"

    @property
    def was(self) -> str:
        """What the tracker showed, in words of its language."""
        return value_words(self.field, self.given_out, self.record, self.language)

    @property
    def now(self) -> str:
        """What the record says, in words of the tracker's language."""
        return value_words(self.field, self.recorded, self.record, self.language)

    @property
    def wanted(self) -> str:
        """What was typed, in words of the tracker's language."""
        return value_words(self.field, self.typed, self.record, self.language)


@frozen(kw_only=True)
class Merged:
    """What a merge wrote: the files, and how many updates were appended to each."""

    updates: Mapping[Path, int]

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that were replaced, in their order."""
        return tuple(self.updates)


@frozen(kw_only=True)
class Plan:
    """What a merge of a tracker would do, and why it cannot be done where it cannot.

    ``edits`` are all edited fields in the tracker's order. ``refusals`` say what cannot be taken
    over. ``absent`` are the full ids of rows that are gone from the tracker, which deletes
    nothing; ``private`` is what its readers added for themselves. ``remarks`` say what else is to
    know, ``findings`` what the records come to be warned of.
    """

    tracker: str
    as_of: dt.date
    language: Language
    date: dt.date
    by: str
    take: Take | None = None
    edits: tuple[EditedField, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    absent: tuple[str, ...] = ()
    private: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    appending: tuple[Appending, ...] = attrs.field(default=(), repr=False)

    def _of(self, *outcomes: EditOutcome) -> tuple[EditedField, ...]:
        return tuple(edit for edit in self.edits if edit.outcome in outcomes)

    @cached_property
    def changes(self) -> tuple[EditedField, ...]:
        """The edits that the records take over, each as one appended update."""
        return self._of(*_CHANGES)

    @cached_property
    def clashes(self) -> tuple[EditedField, ...]:
        """The edits of fields that the records say something else of by now."""
        return self._of(EditOutcome.CLASH)

    @cached_property
    def kept(self) -> tuple[EditedField, ...]:
        """The edits that were decided for what the records say."""
        return self._of(EditOutcome.KEPT)

    @cached_property
    def already_there(self) -> tuple[EditedField, ...]:
        """The edits that the records have taken over already."""
        return self._of(EditOutcome.RECORDED, EditOutcome.OVERTAKEN)

    @property
    def applicable(self) -> bool:
        """Whether the merge can be made: nothing is refused, and nothing clashes."""
        return not self.refusals and not self.clashes

    def apply(self) -> Merged:
        """Append the updates; every file is prepared before the first is replaced.

        Raises EditRefusedError where something is refused or clashes, or a file is not what it
        was when the merge was planned, and OutputError when a file cannot be written: then
        nothing is changed. Applied again after it was stopped halfway, a merge that is planned
        anew completes it.
        """
        if not self.applicable:
            raise EditRefusedError(
                f"{self.tracker} is not merged: {self.obstacles}; nothing was changed.",
                hint="Clashes are decided with take (--take tracker or --take record); what is "
                "refused is to be put right in the tracker.",
            )
        append_updates(self.appending)
        return Merged(updates={each.file: each.number for each in self.appending})

    @property
    def obstacles(self) -> str:
        """How much is refused and how much clashes, in words."""
        told = (("refused", len(self.refusals)), ("in clash", len(self.clashes)))
        parts = [f"{n} edit{'' if n == 1 else 's'} {what}" for what, n in told if n]
        return " and ".join(parts) or "nothing stands in the way"

    def to_json(self) -> dict[str, Any]:
        """Return the plan as the data of a JSON object of the format ssrpolicy-merge/1."""
        return plan_data(self)
