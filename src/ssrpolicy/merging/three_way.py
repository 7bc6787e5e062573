"""Three sides of one field: what a copy showed, what was typed in it, and what the record says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Literal, TypeAlias

from attrs import frozen

from ssrpolicy.evidence.matching.folding import same_words
from ssrpolicy.merging.requested import said_by
from ssrpolicy.model.edits import EditField, Standing
from ssrpolicy.model.progress import Update
from ssrpolicy.model.texts import LANGUAGES, LocalText
from ssrpolicy.model.timeframes import Timeframe
from ssrpolicy.views.language.dates import long_date

Take: TypeAlias = Literal["tracker", "record"]
"""Which side a clash is decided for."""


class EditOutcome(StrEnum):
    """What comes of an edit: a change, nothing, or a clash that somebody must decide."""

    CHANGE = "change"
    """The record still says what the copy showed; it takes over what was typed."""

    OVERRIDE = "override"
    """The record says something else by now; it takes over what was typed, as was asked."""

    KEPT = "kept"
    """The record says something else by now; that stays, as was asked."""

    RECORDED = "recorded"
    """The record says already what was typed."""

    OVERTAKEN = "overtaken"
    """The record took over what was typed since the copy was given out, and moved on."""

    CLASH = "clash"
    """The record says something else by now, and nobody decided for either."""


_DECIDED: Mapping[Take | None, EditOutcome] = {
    None: EditOutcome.CLASH,
    "tracker": EditOutcome.OVERRIDE,
    "record": EditOutcome.KEPT,
}


@frozen(kw_only=True)
class Sides:
    """The three sides of one field, and the statement's updates since the copy was given out."""

    field: EditField
    given_out: Standing
    typed: Standing
    recorded: Standing
    since: Sequence[Update] = ()

    def outcome(self, take: Take | None) -> EditOutcome | None:
        """Return what comes of the edit, or None when it is none: what was there was typed."""
        field, typed = self.field, self.typed
        unchanged = same(field, self.recorded, self.given_out)
        # What is typed into empty cells says something even where it is what stood elsewhere.
        into_empty = field is EditField.TERM or typed.document is not None
        if not into_empty and agrees(field, typed, self.given_out):
            return None
        if agrees(field, typed, self.recorded):
            return EditOutcome.RECORDED
        if any(agrees(field, typed, said) for said in self._said_since()):
            return EditOutcome.OVERTAKEN
        return EditOutcome.CHANGE if unchanged else _DECIDED[take]

    def _said_since(self) -> Iterator[Standing]:
        said = (said_by(update, self.field) for update in self.since)
        return (each for each in said if each is not None)


def governing(updates: Sequence[Update], field: EditField) -> Update | None:
    """Return the last of a statement's updates, in their order, that says something in a field."""
    return next((update for update in reversed(updates) if said_by(update, field)), None)


def same(field: EditField, one: Standing, other: Standing) -> bool:
    """Whether two standings are one in a field; the order of owners says nothing."""
    if field is EditField.OWNERS:
        return set(one.owners) == set(other.owners)
    if field is EditField.NOTE:
        return _folded(one.note) == _folded(other.note)
    return one.value(field) == other.value(field)


def agrees(field: EditField, typed: Standing, other: Standing) -> bool:
    """Whether a standing says what was typed; it may say more, such as another language."""
    match field:
        case EditField.CLAIMED | EditField.OWNERS:
            return same(field, typed, other)
        case EditField.TERM:
            return _same_term(typed.term, other.term) and (
                typed.reason is None or _says(typed.reason, other.reason)
            )
        case EditField.EVIDENCE:
            return (
                typed.evidence is other.evidence
                and typed.document in (None, other.document)
                and all(any(same_words(q, each) for each in other.quotes) for q in typed.quotes)
            )
        case EditField.NOTE:
            return _says(typed.note, other.note)


def _says(typed: LocalText | None, other: LocalText | None) -> bool:
    if typed is None or other is None:
        return typed is other
    found = _folded(other)
    return all(found.get(each) == words for each, words in _folded(typed).items())


def _folded(text: LocalText | None) -> dict[str, str]:
    given = {} if text is None else {each: getattr(text, each) for each in LANGUAGES}
    return {each: words.strip() for each, words in given.items() if words is not None}


def _same_term(typed: Timeframe | None, other: Timeframe | None) -> bool:
    if typed is None or other is None or typed.date != other.date:
        return typed is other
    if typed.phrase == other.phrase:
        return True
    # Where only a date was typed, its phrase is that date in words.
    return typed.phrase in _in_words(typed.due)


def _in_words(day: dt.date | None) -> list[str]:
    return [] if day is None else [long_date(day, each) for each in LANGUAGES]
