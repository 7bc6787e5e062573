"""A workbook of proposals read back: decisions, corrections, and cells that cannot be merged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, Final

from attrs import frozen

from ssrpolicy import Firmness, Language
from ssrpolicy.reporting import DecidedProposal, Decisions, InputError, Refusal
from ssrpolicy.views import label
from ssrpolicy_excel.messages import _
from ssrpolicy_excel.reading.findings import cell_place
from ssrpolicy_excel.reading.workbook import EditedWorkbook, opened_workbook
from ssrpolicy_excel.review.form import EDITED_IN, HIDDEN, kept_columns, taken_columns
from ssrpolicy_excel.review.words import (
    coded,
    decision,
    firmness,
    folded,
    kind,
    set_aside_reason,
    text_of,
    words_of_decisions,
    words_of_kinds,
)

_ABOUT: Final = 3  # the format, the record and the language come before the keys of the columns
_MOST_HEADS: Final = 20


@frozen
class _Exported:
    """What the hidden sheet says was exported."""

    record: str
    language: Language
    keys: tuple[str, ...]
    edited: tuple[str, ...]
    texts: Mapping[str, Mapping[str, str]]

    @property
    def taken(self) -> tuple[str, ...]:
        """The columns that people fill in."""
        return taken_columns(self.edited)


def decisions_in(stream: BinaryIO) -> Decisions:
    """Return what was decided in a workbook of proposals.

    Raises InputError where the stream holds no such workbook, or one that cannot be read.
    """
    with opened_workbook(stream) as workbook:
        exported = _exported(workbook)
        found: list[DecidedProposal] = []
        refusals: list[Refusal] = []
        seen: dict[str, str] = {}
        for title in workbook.titles:
            if title != HIDDEN:
                for each in _rows(workbook, title, exported):
                    _read(workbook, each, exported, seen, found, refusals)
        if not seen:
            raise InputError(
                _("The workbook has no row of a proposal any longer."),
                hint=_("Take an earlier copy of it, or report the draft again."),
            )
        return Decisions(
            record=exported.record,
            language=exported.language,
            decided=tuple(found),
            refusals=tuple(refusals),
            saved_by=workbook.saved_by,
        )


def _exported(workbook: EditedWorkbook) -> _Exported:
    if HIDDEN not in workbook.titles:
        raise InputError(_("This is not a workbook to review proposals in."))
    # A tracker's hidden sheet is called the same: its first row says what it is, and the others
    # are of a workbook of proposals only.
    rows = ([text_of(cell) for cell in row] for row in workbook.rows(HIDDEN))
    head = next(rows, [])
    edited = EDITED_IN.get(head[0]) if head else None
    if edited is None:
        raise InputError(_("This is not a workbook to review proposals in."))
    language: Language = "en" if head[2:3] == ["en"] else "nl"
    keys = tuple(key for key in head[_ABOUT:] if key)
    kept = kept_columns(keys, edited)
    texts = {
        row[0]: dict(zip(kept, [*row[1:], *([""] * len(kept))], strict=False))
        for row in rows
        if row and row[0]
    }
    return _Exported(head[1] if len(head) > 1 else "", language, keys, edited, texts)


@frozen
class _Row:
    """A row of the sheet: its place, and its cells by the keys of the columns."""

    sheet: str
    number: int
    cells: Mapping[str, Any]
    columns: Mapping[str, int]

    def place(self, key: str) -> str:
        return cell_place(self.sheet, self.columns[key], self.number)


def _rows(workbook: EditedWorkbook, title: str, exported: _Exported) -> Iterator[_Row]:
    labels = {folded(label(f"field.{key}", exported.language)): key for key in exported.keys}
    columns: dict[str, int] = {}
    rows = workbook.rows_of(title, exported=len(exported.texts))
    for number, row in enumerate(rows, start=1):
        if not columns:
            heads = {labels.get(folded(text_of(cell))): at for at, cell in enumerate(row, start=1)}
            if {"proposal", "decision"} <= set(heads):
                columns = {key: at for key, at in heads.items() if key is not None}
            elif number > _MOST_HEADS:
                return
            continue
        cells = {key: row[at - 1] for key, at in columns.items() if at <= len(row)}
        if any(text_of(cells.get(key)) for key in ("proposal", *exported.taken)):
            yield _Row(title, number, cells, columns)


def _read(  # noqa: PLR0917 - a row, what it is compared with, and where what is found goes
    workbook: EditedWorkbook,
    row: _Row,
    exported: _Exported,
    seen: dict[str, str],
    found: list[DecidedProposal],
    refusals: list[Refusal],
) -> None:
    id = text_of(row.cells.get("proposal"))
    if not id:
        refusals.append(
            Refusal(
                place=row.place("proposal"),
                message=_("The row names no proposal."),
                hint=_("Restore the id of the row, or empty it."),
            )
        )
        return
    if id not in exported.texts:
        refusals.append(
            Refusal(
                place=row.place("proposal"),
                message=_("{id} is not a proposal of this workbook.", id=id),
                hint=_("Restore the id of the row, or delete the row."),
            )
        )
        return
    if id in seen:
        refusals.append(
            Refusal(
                place=row.place("proposal"),
                message=_("{id} stands in {place} already.", id=id, place=seen[id]),
                hint=_("Delete one of the two rows."),
            )
        )
        return
    seen[id] = row.place("proposal")
    wrong = list(_wrong(workbook, row, exported.taken))
    word = text_of(row.cells.get("decision"))
    accepted = decision(word) if word else None
    if word and accepted is None:
        wrong.append(
            Refusal(
                place=row.place("decision"),
                message=_("“{word:.60}” is not a decision.", word=word),
                hint=_(
                    "Choose one: {words}.", words=", ".join(words_of_decisions(exported.language))
                ),
            )
        )
    was = exported.texts[id]
    typed = {key: text_of(row.cells.get(key)) for key in exported.edited if key in row.columns}
    changes = {key: text for key, text in typed.items() if text != was.get(key, "")}
    for key, text in changes.items():
        wrong += _refused(row, key, text, was, exported.language)
    wrong += _overwritten(row, was, exported.taken)
    reason = text_of(row.cells.get("reason")) or None
    if not wrong and accepted is None and reason is not None:
        wrong.append(
            Refusal(
                place=row.place("reason"),
                message=_("{id} has a reason, and no decision.", id=id),
                hint=_("Choose a decision, or empty the cell."),
            )
        )
    if not wrong and accepted is not True and changes:
        key = next(iter(changes))
        wrong.append(
            Refusal(
                place=row.place(key),
                message=_("{id} is corrected, and not accepted.", id=id),
                hint=_("Accept it, or restore the cell."),
            )
        )
    refusals += wrong
    if wrong or accepted is None:
        return
    found.append(
        DecidedProposal(
            proposal=id,
            accepted=accepted,
            changes=coded(changes),
            reason=reason,
            place=row.place("decision"),
            places={key: row.place(key) for key in changes},
        )
    )


def _overwritten(row: _Row, was: Mapping[str, str], taken: tuple[str, ...]) -> Iterator[Refusal]:
    """Yield what was typed where nothing is read: it would be lost, and nobody would know.

    Words of another proposal show that rows were mixed, such as by sorting some columns.
    """
    for key in row.columns:
        if key == "proposal" or key in taken or key not in was:
            continue
        text = text_of(row.cells.get(key))
        if text == was[key] or not (text or key == "term"):
            continue
        yield Refusal(
            place=row.place(key),
            message=_("The cell has other words than were exported, and is not read."),
            hint=_("A term is corrected in the record: ssrpolicy replace. Restore the cell.")
            if key == "term"
            else _("Restore the cell; if rows were mixed, take an earlier copy."),
        )


def _wrong(workbook: EditedWorkbook, row: _Row, taken: tuple[str, ...]) -> Iterator[Refusal]:
    """Yield what in the cells that people fill in cannot be read."""
    for key in taken:
        cell = row.cells.get(key)
        if cell is None or cell.value is None:
            continue
        if cell.data_type in ("f", "e"):
            what = _("a formula") if cell.data_type == "f" else _("an error")
            hint = _("Type the text itself.")
            message = _("The cell holds {what}.", what=what)
            yield Refusal(place=row.place(key), message=message, hint=hint)
        elif workbook.is_struck(cell):
            yield Refusal(
                place=row.place(key),
                message=_("The words are struck through, and it is not clear whether they count."),
                hint=_("Delete them, or take the line away."),
            )


def _refused(
    row: _Row, key: str, text: str, was: Mapping[str, str], language: Language
) -> Iterator[Refusal]:
    may_be_empty = key in {"owners", "term", "term_date"} or (
        key == "firmness" and kind(was.get("kind", "")) is not None
    )
    if not was.get(key) and not may_be_empty:
        yield Refusal(
            place=row.place(key),
            message=_("This proposal has no such field."),
            hint=_("Empty the cell."),
        )
    elif key == "summary" and not text:
        yield Refusal(
            place=row.place(key),
            message=_("The summary is empty."),
            hint=_("Restore it, or type another."),
        )
    elif key == "kind" and kind(was["kind"]) is None:
        yield Refusal(
            place=row.place(key),
            message=_("Only what the letter states can be of another kind."),
            hint=_("Restore the cell; or reject the proposal, and add the entry to the record."),
        )
    elif key == "kind" and kind(text) is None and set_aside_reason(text) is None:
        yield Refusal(
            place=row.place(key),
            message=_("“{word:.60}” is not a kind of statement.", word=text),
            hint=_("Choose one: {words}.", words=", ".join(words_of_kinds(language))),
        )
    elif key == "firmness" and firmness(text) is None:
        words = (label(each, language) for each in Firmness)
        yield Refusal(
            place=row.place(key),
            message=_("“{word:.60}” is not a firmness.", word=text),
            hint=_("Choose one: {words}.", words=", ".join(words)),
        )
