"""Flat views for people who ask with SQL or a reporting tool: one row a commitment or answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    and_,
    case,
    literal_column,
    or_,
    select,
)

from ssrpolicy_register.database.schedules import schedule
from ssrpolicy_register.database.tables import (
    dispositions,
    documents,
    owners,
    requests,
    statements,
    states,
)

_TODAY: Final[Any] = literal_column("CURRENT_DATE")
_SOON: Final[Mapping[str, Any]] = {
    "sqlite": literal_column("date(CURRENT_DATE, '+30 days')"),
    "postgresql": literal_column("CURRENT_DATE + 30"),
}
VIEWS: Final = {
    "commitments_today": "Commitments as they stand today; one of two parties has two rows.",
    "answers": "Requests of motions and others, with each answer.",
}
"""The views, and what they hold."""


def make_views(connection: Connection) -> None:
    """Make the views in the dialect of a connection."""
    dialect = connection.dialect
    queries = {"commitments_today": _commitments(dialect.name), "answers": _answers()}
    for name, query in queries.items():
        said = query.compile(dialect=dialect, compile_kwargs={"literal_binds": True})
        connection.exec_driver_sql(f"CREATE VIEW {name} AS {said}".replace("%%", "%"))


def is_reply(papers: FromClause) -> ColumnElement[bool]:
    """Return whether a paper holds written questions together with their answers."""
    answering = select(dispositions.c.document)
    # Who asks promises nothing.
    promising = select(statements.c.document).where(statements.c.kind == "commitment")
    answers = or_(papers.c.id.in_(answering), papers.c.id.in_(promising))
    return and_(papers.c.kind == "question", answers)


def _commitments(dialect: str) -> Select[Any]:
    on_day = [
        and_(table.c.statement == statements.c.id, table.c.since <= _TODAY, table.c.until >= _TODAY)
        for table in (states, owners)
    ]
    return (
        select(
            statements.c.id,
            statements.c.record,
            documents.c.number.label("letter"),
            documents.c.date.label("letter_date"),
            statements.c.summary_nl,
            statements.c.summary_en,
            states.c.due,
            states.c.first_due,
            states.c.moves,
            schedule(_TODAY, _SOON[dialect]).label("schedule"),
            *(states.c[name] for name in ("claimed", "evidence", "firmness", "met_on")),
            states.c.last_update,
            owners.c.party.label("responsible"),
            owners.c.ministry,
            owners.c.by_authorship,
            documents.c.address,
        )
        .select_from(statements)
        .join(states, on_day[0])
        .join(owners, on_day[1], isouter=True)
        .join(documents, documents.c.id == statements.c.document, isouter=True)
        .where(
            statements.c.kind == "commitment",
            or_(documents.c.date.is_(None), documents.c.date <= _TODAY),
        )
    )


def _answers() -> Select[Any]:
    asked, letters = documents.alias("asked"), documents.alias("letters")
    return (
        select(
            requests.c.id.label("request"),
            requests.c.record,
            asked.c.kind.label("asked_in"),
            asked.c.number,
            case((~is_reply(asked), asked.c.date)).label("asked_on"),
            asked.c.outcome,
            requests.c.summary_nl,
            requests.c.summary_en,
            dispositions.c.answer,
            dispositions.c.scope,
            letters.c.number.label("letter"),
            letters.c.date.label("answered_on"),
            letters.c.address,
        )
        .select_from(requests)
        .join(asked, asked.c.id == requests.c.document, isouter=True)
        .join(dispositions, dispositions.c.request == requests.c.id, isouter=True)
        .join(letters, letters.c.id == dispositions.c.document, isouter=True)
    )
