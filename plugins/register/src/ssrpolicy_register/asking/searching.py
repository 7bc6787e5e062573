"""Words looked for in a register."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Row, and_, exists, func, or_, select

from ssrpolicy import Language
from ssrpolicy.selection import Selection, Words
from ssrpolicy.views import Found, Hit, HitKind
from ssrpolicy_register.asking.places import page_of
from ssrpolicy_register.asking.question import Question
from ssrpolicy_register.asking.selecting import Selecting
from ssrpolicy_register.database.tables import SUMMARY, texts
from ssrpolicy_register.database.words import holds_words

_KINDS: tuple[HitKind, ...] = ("summary", "quote", "paragraph", "heading", "note")


def found_in(
    connection: Connection,
    wanted: Words,
    selection: Selection,
    *,
    as_of: dt.date,
    language: Language,
    limit: int | None,
    sqlite: bool,
) -> Found:
    """Return where all of some words stand; what `ssrpolicy.views.search` finds in the records."""
    chosen = Selecting(selection, as_of, connection, sqlite).entries() if selection else None
    asked = Question(
        connection=connection,
        words=wanted,
        chosen=chosen,
        as_of=as_of,
        language=language,
        limit=limit,
    )
    rows, total = page_of(asked) if sqlite else _page(asked)
    hits = tuple(
        Hit(
            id=row.entry,
            kind=_KINDS[row.rank],
            text=row.text,
            marks=wanted.places(row.text),
            document=row.document,
            date=row.date,
            heading=row.heading,
            paragraph=row.paragraph,
            page=row.page,
            address=row.address,
        )
        for row in rows
    )
    return Found(words=wanted.text, selection=selection, as_of=as_of, hits=hits, total=total)


def _page(asked: Question) -> tuple[Sequence[Row[Any]], int]:
    """Return the first hits and how many there are, of PostgreSQL."""
    wanted, chosen = asked.words, asked.chosen
    parts: list[ColumnElement[bool]] = [holds_words(wanted)]
    # A summary in the other language counts where the words do not stand in the reader's.
    other = texts.alias()
    in_own = exists().where(
        other.c.entry == texts.c.entry,
        other.c.rank == SUMMARY,
        other.c.language == asked.language,
        holds_words(wanted, of=other),
    )
    parts.append(or_(texts.c.rank != SUMMARY, texts.c.language == asked.language, ~in_own))
    undated = and_(texts.c.date.is_(None), texts.c.id.not_in(asked.not_yet_known()))
    parts.append(or_(texts.c.date <= asked.as_of, undated))
    if chosen is not None:
        parts.append(texts.c.entry.in_(select(chosen.subquery().c[0])))
    # Only what sorts and counts hits is read of all of them.
    sorting = (texts.c.id, texts.c.rank, texts.c.date, texts.c.entry)
    every = select(*sorting).where(*parts).cte("every_hit")
    total = select(func.count()).select_from(every).scalar_subquery()
    page = (
        select(every.c.id, total.label("total"))
        .order_by(*_order(every))
        .limit(asked.limit)
        .subquery()
    )
    rows = asked.connection.execute(
        select(texts, page.c.total).join(page, page.c.id == texts.c.id).order_by(*_order(texts))
    ).all()
    return rows, rows[0].total if rows else 0


def _order(of: FromClause) -> tuple[ColumnElement[Any], ...]:
    """Summaries, then quotes, then parts of papers; the newest paper first."""
    columns = of.c
    return columns.rank, columns.date.desc().nulls_last(), columns.entry, columns.id
