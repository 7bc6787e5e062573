"""A selection as SQL: which entries are in, the same as `ssrpolicy.selection` chooses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from attrs import evolve, frozen
from sqlalchemy import (
    Column,
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    and_,
    false,
    literal,
    or_,
    select,
    true,
    union,
)

from ssrpolicy.databases import FullId
from ssrpolicy.selection import NOBODY, Selection, Words
from ssrpolicy_register.database.places import last_place
from ssrpolicy_register.database.schedules import stands
from ssrpolicy_register.database.tables import (
    QUOTE,
    authors,
    carries,
    codes,
    documents,
    owners,
    requests,
    statements,
    states,
    texts,
    uses,
)
from ssrpolicy_register.database.views import is_reply
from ssrpolicy_register.database.words import holds_words, texts_between

_LISTED = ("partners", "places", "sectors", "frameworks")


@frozen
class Selecting:
    """A selection, with the code of each name, as of a day; its parts are parts of statements.

    Attributes:
        selection: what is asked.
        as_of: the day as of which statuses count.
        connection: a connection to the register, which finds words.
        sqlite: whether SQLite is asked, not PostgreSQL.
    """

    selection: Selection
    as_of: dt.date
    connection: Connection
    sqlite: bool

    # -- statements -----------------------------------------------------------------------------

    def standing(self) -> Select[tuple[str]]:
        """Return the ids of all statements, from where they stand on the day."""
        found = select(states.c.statement)
        asked = self.selection
        if asked.document_kinds or asked.dossiers or asked.session_years:
            found = found.join(documents, documents.c.id == states.c.document, isouter=True)
        return found.where(states.c.since <= self.as_of, states.c.until >= self.as_of)

    def fits(self) -> ColumnElement[bool]:
        """Return whether a statement of `standing` meets all criteria."""
        asked, now = self.selection, states.c
        parts = [
            _among(now.kind, asked.kinds),
            _among(now.claimed, asked.claimed),
            _among(now.evidence, asked.evidence),
            self._in_paper(),
            self._due(),
            *(self._coded(name) for name in _LISTED),
        ]
        if asked.firmness:
            parts += [now.kind == "commitment", _among(now.firmness, asked.firmness)]
        if asked.updated_since is not None:
            parts.append(now.last_update >= asked.updated_since)
        if asked.promised_since is not None:
            parts.append(now.said_on >= asked.promised_since)
        if asked.owners:
            parts.append(self.owned())
        if asked.asked_since is not None:
            parts.append(now.statement.in_(self._answering(asked.asked_since)))
        if asked.words:
            parts.append(now.statement.in_(self._saying()))
        return and_(true(), *parts)

    def known(self) -> ColumnElement[bool]:
        """Return whether a statement of `standing` was made by the day."""
        return or_(states.c.said_on.is_(None), states.c.said_on <= self.as_of)

    @property
    def by_ids(self) -> bool:
        """Whether statements are found by ids that other tables say, as those of an owner are."""
        asked = self.selection
        listed = any(getattr(asked, name) for name in _LISTED)
        owned = set(asked.owners) - {NOBODY}
        return bool(listed or owned or asked.words or asked.asked_since)

    def of_owner(self, owner: str) -> Selecting:
        """Return what is selected by the same criteria of one owner alone."""
        return evolve(self, selection=evolve(self.selection, owners=(owner,)))

    def owned(self) -> ColumnElement[bool]:
        """Return whether a statement of `standing` is of one of the owners that were asked."""
        wanted = self.selection.owners
        then = owners.c.since <= self.as_of, owners.c.until >= self.as_of
        of = select(owners.c.statement).where(*then)
        # Who wrote a letter that names nobody is found by their own name as well.
        wrote = select(authors.c.document).where(_coded(authors.c.party, authors.c.record, wanted))
        theirs = select(statements.c.id).where(statements.c.document.in_(wrote))
        # One set, each part of which an index finds: else every statement is looked at.
        owned = union(
            of.where(_coded(owners.c.party, owners.c.record, wanted)),
            of.where(_coded(owners.c.ministry, owners.c.record, wanted)),
            of.where(owners.c.by_authorship, owners.c.statement.in_(theirs)),
        )
        parts: list[ColumnElement[bool]] = []
        if set(wanted) != {NOBODY}:
            parts.append(states.c.statement.in_(owned))
        if NOBODY in wanted:
            parts.append(~states.c.owned)
        return or_(false(), *parts)

    def _coded(self, name: str) -> ColumnElement[bool]:
        wanted = getattr(self.selection, name)
        if not wanted:
            return true()
        fitting = select(codes.c.statement).where(
            codes.c.list == name, _coded(codes.c.code, codes.c.record, wanted)
        )
        return states.c.statement.in_(fitting)

    def _due(self) -> ColumnElement[bool]:
        asked, due = self.selection, states.c.due
        before = true() if asked.due_before is None else due < asked.due_before
        if not asked.schedules and asked.due_within is None:
            return before
        either = [stands(each, self.as_of) for each in asked.schedules]
        if asked.due_within is not None:
            last = self.as_of + min(dt.timedelta(asked.due_within), dt.date.max - self.as_of)
            either.append(and_(states.c.pending, due >= self.as_of, due <= last))
        return and_(before, or_(*either))

    def _in_paper(self) -> ColumnElement[bool]:
        asked, paper = self.selection, documents.c
        dossier: ColumnElement[bool] = true()
        if asked.dossiers:
            dossier = or_(
                paper.dossier.in_(asked.dossiers), paper.dossier_with_suffix.in_(asked.dossiers)
            )
        return and_(
            _among(paper.kind, asked.document_kinds),
            dossier,
            _among(paper.session_year, asked.session_years),
        )

    def _answering(self, since: dt.date) -> Select[tuple[str]]:
        return (
            select(carries.c.statement)
            .join(requests, requests.c.id == carries.c.request)
            .join(documents, documents.c.id == requests.c.document)
            .where(_asked_since(since))
        )

    def _saying(self) -> Select[tuple[str]]:
        words = Words(self.selection.words or "")
        if not self.sqlite:
            return select(texts.c.entry).where(texts.c.id <= last_place(QUOTE), holds_words(words))
        between = texts_between(self.connection, words)
        holding = false() if between is None else texts.c.id.in_(between(0, last_place(QUOTE)))
        return select(texts.c.entry).where(holding)

    # -- all entries ----------------------------------------------------------------------------

    def entries(self) -> CompoundSelect[tuple[str]]:
        """Return the full ids of every entry that is in."""
        chosen = self.standing().where(self.fits()).cte("chosen_statements")
        ids = select(chosen.c.statement)
        asked = self._requests(ids).cte("chosen_requests")
        papers = union(
            select(requests.c.document).where(requests.c.id.in_(select(asked.c.id))),
            select(texts.c.document).where(texts.c.rank == QUOTE, texts.c.entry.in_(ids)),
        ).cte("chosen_papers")
        motions = select(documents.c.motion).where(
            documents.c.motion.is_not(None), documents.c.id.in_(select(papers.c[0]))
        )
        return union(
            ids,
            select(asked.c.id),
            select(papers.c[0]),
            # A motion that several records have is one motion.
            select(documents.c.id).where(documents.c.motion.in_(motions)),
            select(uses.c.instrument).where(uses.c.statement.in_(ids)),
        )

    def _requests(
        self, chosen: Select[tuple[str]]
    ) -> Select[tuple[str]] | CompoundSelect[tuple[str]]:
        answered = select(carries.c.request.label("id")).where(carries.c.statement.in_(chosen))
        asked = self.selection
        if not asked.asks_papers_only:
            return answered
        itself = (
            select(requests.c.id)
            .join(documents, documents.c.id == requests.c.document)
            .where(self._in_paper())
        )
        if asked.asked_since is not None:
            itself = itself.where(_asked_since(asked.asked_since))
        if asked.words:
            itself = itself.where(requests.c.id.in_(self._saying()))
        return union(answered, itself)


def _asked_since(since: dt.date) -> ColumnElement[bool]:
    return and_(documents.c.date >= since, ~is_reply(documents))


def _among(column: Column[str], wanted: Iterable[str]) -> ColumnElement[bool]:
    values = [str(each) for each in wanted]
    return column.in_(values) if values else true()


def _coded(column: Column[str], record: Column[str], wanted: Iterable[str]) -> ColumnElement[bool]:
    """Whether a code is wanted, by itself or as that of one record, ``record#code``."""
    plain, within = [], []
    for each in wanted:
        if full_id := FullId.parse(each):
            within.append(and_(record == literal(full_id.record), column == literal(full_id.entry)))
        else:
            plain.append(each)
    return or_(column.in_(plain), *within)
