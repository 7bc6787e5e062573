"""The three-way comparison of an edited field: what was exported, entered, and recorded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, TypeAlias

import attrs
from attrs import frozen

from ssrpolicy.arguments import ClosedVocabulary
from ssrpolicy.evidence import same_words
from ssrpolicy.messages import _
from ssrpolicy.model import (
    LANGUAGES,
    EditField,
    EditPart,
    Language,
    LocalText,
    PolicyRecord,
    Standing,
    Timeframe,
    Update,
    brief,
)
from ssrpolicy.reporting import EditedCell, Entered
from ssrpolicy.views import label, long_date
from ssrpolicy.views.language import NO_BREAK, capital
from ssrpolicy.views.shared import ReadingContext

Take: TypeAlias = Literal["tracker", "record"]
"""The side for which clashes are decided."""

_LONGEST_QUOTE = 120


class EditOutcome(ClosedVocabulary):
    """The result of comparing an edit: a change, no change, or a conflict to be decided."""

    UNCHANGED = "unchanged"
    """What was entered is what was exported; a plan leaves such edits out."""

    CHANGE = "change"
    """The record still says what was exported; what was entered is appended to it."""

    OVERRIDE = "override"
    """The record says something else by now; what was entered is appended, as requested."""

    KEPT = "kept"
    """The record says something else by now; that stays, as requested."""

    RECORDED = "recorded"
    """The record already says what was entered."""

    OVERTAKEN = "overtaken"
    """What was entered was recorded after the export, and something else after that."""

    CLASH = "clash"
    """The record says something else by now, and nobody decided for either side."""


_DECIDED: Mapping[Take | None, EditOutcome] = {
    None: EditOutcome.CLASH,
    "tracker": EditOutcome.OVERRIDE,
    "record": EditOutcome.KEPT,
}


@frozen(kw_only=True)
class EditedField:
    """A field of a statement that was edited in a tracker, from its cells to the appended update.

    Attributes:
        item: the full id of the statement.
        field: the field that was edited.
        cells: its edited cells.
        exported: where the statement stood when the tracker was exported.
        entered: what the cells ask for this field.
        recorded: where the statement stands in ``file`` now.
        outcome: what becomes of the edit; it follows from the three before it.
        recorded_by: the update by which the statement stands there.
        update: the update that a change appends; None where nothing is appended.
        file: the file of the record.
        record: the record that has the statement.
        language: the language of the tracker.
    """

    item: str
    field: EditField
    cells: tuple[EditedCell, ...]
    exported: Standing = attrs.field(repr=False)
    entered: Standing = attrs.field(factory=Standing, repr=False)
    recorded: Standing = attrs.field(repr=False)
    outcome: EditOutcome = EditOutcome.UNCHANGED
    recorded_by: Update | None = None
    update: Update | None = None
    file: Path
    record: PolicyRecord = attrs.field(repr=False, eq=False)
    language: Language = "nl"

    @property
    def places(self) -> tuple[str, ...]:
        """Where the edited cells are."""
        return tuple(cell.place for cell in self.cells)

    @property
    def values(self) -> Mapping[EditPart, Entered]:
        """The values of the edited cells, by the part of the field that each holds."""
        return {cell.part: cell.value for cell in self.cells}

    @property
    def was(self) -> str:
        """What the tracker showed, in words of its language."""
        return self._words(self.exported)

    @property
    def now(self) -> str:
        """What the record says, in words of the tracker's language."""
        return self._words(self.recorded)

    @property
    def wanted(self) -> str:
        """What was entered, in words of the tracker's language."""
        return self._words(self.entered)

    def to_json(self) -> dict[str, Any]:
        """Return the edit as data of the format ssrpolicy-merge/1."""
        by = self.recorded_by
        return {
            "id": self.item,
            "field": self.field.value,
            "places": list(self.places),
            "outcome": self.outcome.value,
            "exported": self._data(self.exported),
            "entered": self._data(self.entered),
            "recorded": self._data(self.recorded),
            "recorded_on": None if by is None else by.date.isoformat(),
            "recorded_by": None if by is None else by.by,
            "internal": self.update is not None and self.update.internal,
            "file": str(self.file),
        }

    def _data(self, standing: Standing) -> dict[str, Any]:
        defaults = {"claimed": "unknown", "evidence": "not_assessed", "owners": []}
        plain = {**defaults, **standing.to_plain()}
        names = self.field.parts_of_standing
        given = {name: plain[name] for name in names if name in plain}
        return {**given, "shown": self._words(standing)}

    def _words(self, standing: Standing) -> str:
        context = ReadingContext(self.record, self.language)
        match self.field:
            case EditField.CLAIMED:
                return capital(label(standing.claimed, self.language))
            case EditField.OWNERS:
                return context.parties(standing.owners) or _("(none)")
            case EditField.NOTE:
                return context.text(standing.note) or _("(none)")
            case EditField.TERM:
                term = (context.term(standing.term) or _("(none)")).replace("\n", "; ")
                reason = context.text(standing.reason) if standing.term is not None else None
                return term if reason is None else f"{term}: {reason}"
            case EditField.EVIDENCE:
                words = capital(label(standing.evidence, self.language))
                words = ", ".join((words, *map(context.document, standing.documents)))
                quotes = "; ".join(f"“{brief(each, _LONGEST_QUOTE)}”" for each in standing.quotes)
                return f"{words}: {quotes}" if quotes else words


def compare(
    edit: EditedField, since: Sequence[Update], take: Take | None, *, public: Standing
) -> EditOutcome:
    """Return the outcome of an edit, by the three-way comparison of its field.

    ``since`` are the statement's updates that were recorded after the export. ``public`` is where
    it stands without the internal notes from before, which the tracker may have left out.
    """
    field, entered = edit.field, edit.entered
    # What is entered in empty cells says something even where it repeats another cell.
    into_empty = field is EditField.TERM or entered.document is not None
    if not into_empty and _agrees(field, entered, edit.exported):
        return EditOutcome.UNCHANGED
    if _agrees(field, entered, edit.recorded):
        return EditOutcome.RECORDED
    said = (said_by(update, field) for update in since)
    if any(each is not None and _agrees(field, entered, each) for each in said):
        return EditOutcome.OVERTAKEN
    unchanged = any(_same(field, each, edit.exported) for each in (edit.recorded, public))
    return EditOutcome.CHANGE if unchanged else _DECIDED[take]


def said_by(update: Update, field: EditField) -> Standing | None:
    """Return a standing with what an update says in one field; None where it says nothing there."""
    match field:
        case EditField.CLAIMED if update.claimed is not None:
            return Standing(claimed=update.claimed)
        case EditField.OWNERS if update.owners is not None:
            return Standing(owners=update.owners)
        case EditField.TERM if update.timeframe is not None:
            return Standing(term=update.timeframe, reason=update.note)
        case EditField.EVIDENCE if update.evidence is not None:
            return Standing.shown_by(update)
        case EditField.NOTE if update.note is not None and update.timeframe is None:
            return Standing(note=update.note)
    return None


def _same(field: EditField, one: Standing, other: Standing) -> bool:
    """Whether two standings are equal in a field; the order of owners does not matter."""
    if field is EditField.OWNERS:
        return set(one.owners) == set(other.owners)
    if field is EditField.NOTE:
        return _by_language(one.note) == _by_language(other.note)
    if field is EditField.EVIDENCE:
        # A tracker of an earlier version does not say of which document each quote is.
        one, other = attrs.evolve(one, sources=()), attrs.evolve(other, sources=())
    return one.value(field) == other.value(field)


def _agrees(field: EditField, entered: Standing, other: Standing) -> bool:
    """Whether a standing says what was entered; it may say more, such as another language."""
    match field:
        case EditField.CLAIMED | EditField.OWNERS:
            return _same(field, entered, other)
        case EditField.TERM:
            return _same_term(entered.term, other.term) and (
                entered.reason is None or _agrees_in_text(entered.reason, other.reason)
            )
        case EditField.EVIDENCE:
            return (
                entered.evidence is other.evidence
                and set(entered.documents) <= set(other.documents)
                and all(any(same_words(q, each) for each in other.quotes) for q in entered.quotes)
            )
        case EditField.NOTE:
            return _agrees_in_text(entered.note, other.note)


def _agrees_in_text(entered: LocalText | None, other: LocalText | None) -> bool:
    if entered is None or other is None:
        return entered is other
    return _by_language(entered).items() <= _by_language(other).items()


def _by_language(text: LocalText | None) -> dict[str, str]:
    given = {} if text is None else {each: getattr(text, each) for each in LANGUAGES}
    # Reports print a space at which no line breaks, which people copy along.
    return {
        each: words.replace(NO_BREAK, " ").strip()
        for each, words in given.items()
        if words is not None
    }


def _same_term(entered: Timeframe | None, other: Timeframe | None) -> bool:
    if entered is None or other is None or entered.date != other.date:
        return entered is other
    if entered.phrase == other.phrase:
        return True
    # Where only a date was entered, its phrase is that date in words.
    due = entered.due
    return due is not None and entered.phrase in [long_date(due, each) for each in LANGUAGES]
