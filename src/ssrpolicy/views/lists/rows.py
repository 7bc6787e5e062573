"""The columns of each kind of list, and its rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, TypeAlias, get_args

from ssrpolicy.model import Commitment, DocumentKind, EditPart, Entry, Statement
from ssrpolicy.selection import Chosen
from ssrpolicy.views.lists.changed import CHANGES, change_rows
from ssrpolicy.views.lists.motions import MOTIONS, motion_rows
from ssrpolicy.views.lists.statements import RESPONSIBLE, StatementListed
from ssrpolicy.views.shared import ReadingContext
from ssrpolicy.views.workbook.cells import Link
from ssrpolicy.views.workbook.instruments import INSTRUMENTS, instrument_rows
from ssrpolicy.views.workbook.requests import REQUESTS, request_rows
from ssrpolicy.views.workbook.rows import EntryRow, Row
from ssrpolicy.views.workbook.sources import SOURCES, SourceRow, source_rows
from ssrpolicy.views.workbook.statements import COMMITMENTS, STATEMENTS
from ssrpolicy.views.workbook.tables import ColumnOf, Kind

ListKind: TypeAlias = Literal[
    "motions", "requests", "commitments", "statements", "letters", "instruments", "changes"
]
"""What a list is of."""

LIST_KINDS: tuple[ListKind, ...] = get_args(ListKind)
"""Every kind of list."""

STATED: Mapping[ListKind, type[Statement]] = {"commitments": Commitment, "statements": Statement}
"""The statements in each list of statements."""

Rows: TypeAlias = list[tuple[str, Any, str]]
"""Rows, each with its id and the full id of the entry with which it is in."""


def rows_of(
    kind: ListKind, contexts: Sequence[ReadingContext], chosen: Chosen, since: dt.date | None
) -> tuple[tuple[ColumnOf[Any], ...], Rows]:
    """Return the columns of a list and its rows: all there are; of changes, those that are in."""
    match kind:
        case "motions":
            by_id = {context.record.id: context for context in contexts}
            motions = motion_rows(chosen.handling, by_id)
            return MOTIONS, [(id, row, _full_id(row, row.motion.document)) for id, row in motions]
        case "changes":
            changed = change_rows(contexts, chosen, since or chosen.as_of)
            return CHANGES, [(id, row, row.id) for id, row in changed]
        case "letters":
            letters = (each for context in contexts for each in source_rows(context))
            return SOURCES, [
                (id, row, _full_id(row, row.document)) for id, row in letters if _is_letter(row)
            ]
        case "requests":
            asked = (each for context in contexts for each in request_rows(context))
            return (*REQUESTS, _ADDRESS), [(id, row, _full_id(row, row.entry)) for id, row in asked]
        case "instruments":
            named = (each for context in contexts for each in instrument_rows(context))
            return (*INSTRUMENTS, _ADDRESS), [
                (id, row, _full_id(row, row.entry)) for id, row in named
            ]
        case _:
            wanted = STATED[kind]
            said = COMMITMENTS if kind == "commitments" else STATEMENTS
            statements = [
                StatementListed(context, each, context.progress[each.id], chosen)
                for context in contexts
                for each in context.record.statements
                if isinstance(each, wanted) and not context.is_later(each.document)
            ]
            return (*_filled(said), RESPONSIBLE, _ADDRESS), [
                (row.id, row, _full_id(row, row.entry)) for row in statements
            ]


def entries_of(kind: ListKind, chosen: Chosen) -> frozenset[str]:
    """Return the full ids of the entries that are chosen, of those at least that a list has."""
    return chosen.full_ids_of(STATED[kind]) if kind in STATED else frozenset(chosen.full_ids)


def _full_id(row: Row, entry: Entry) -> str:
    return row.context.record.full_id(entry.id)


def _is_letter(row: SourceRow) -> bool:
    """Whether a paper is a letter, or answers written questions as a letter does."""
    record, document = row.context.record, row.document
    return document.kind is DocumentKind.LETTER or record.is_reply(document.id)


def _address(row: EntryRow[Any]) -> Link | None:
    """The public address of the paper in which an entry stands."""
    entry, record = row.entry, row.context.record
    id = (
        entry.document
        if hasattr(entry, "document")
        else next((quote.document for quote in entry.quotes), None)
    )
    address = None if id is None or id not in record else record.document(id).address
    return None if address is None else Link(address, address)


_ADDRESS: ColumnOf[Any] = ColumnOf("address", 36, _address, Kind.LINK)


def _filled(columns: Iterable[ColumnOf[Any]]) -> tuple[ColumnOf[Any], ...]:
    """Return the columns that hold something; those to enter an update in are empty."""
    return tuple(each for each in columns if each.edits not in _TO_ENTER)


_TO_ENTER = frozenset(
    (EditPart.DOCUMENT, EditPart.QUOTE, EditPart.TERM, EditPart.DUE, EditPart.REASON)
)
