"""Words looked for in texts, as SQL: through the vocabulary, in which each word stands once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Integer,
    SelectBase,
    Text,
    and_,
    bindparam,
    cast,
    column,
    false,
    func,
    intersect,
    literal_column,
    select,
    table,
)
from sqlalchemy.dialects import postgresql

from ssrpolicy.selection import Words
from ssrpolicy_register.database.tables import texts, vocabulary

_SHORTEST_PART: Final = 3
INDEX: Final = "texts_words"
"""The name of SQLite's index of the ids of words."""
PLACES: Final = "texts_places"
"""The name of what gives the texts of an id of a word, in SQLite."""

_places = table(PLACES, column("term"), column("doc"))
_index = table(INDEX, column("rowid"), column(INDEX))
_MOST_TERMS: Final = 50
"""Up to how many words of the vocabulary SQLite's index finds a text by any of them fastest."""


def held(ids: Sequence[int], *, sqlite: bool) -> str:
    """Return the column of terms for the ids of a text: an array as COPY has it, or words."""
    return " ".join(map(str, ids)) if sqlite else f"{{{','.join(map(str, ids))}}}"


def holds_words(words: Words, *, of: FromClause = texts) -> ColumnElement[bool]:
    """Return whether all of some words stand in a text, parts of words from three letters.

    This is for PostgreSQL; ``of`` is the table of texts, or an alias of it.
    """
    numbers = postgresql.ARRAY(Integer)
    none = literal_column("'{}'::integer[]", numbers)
    parts = []
    for word in words.words:
        fits = _fits(word, sqlite=False)
        found = select(func.coalesce(func.array_agg(vocabulary.c.id), none)).where(fits)
        parts.append(of.c.terms.op("&&")(found.scalar_subquery()))
    return and_(*parts) if parts else false()


def _fits(word: str, *, sqlite: bool) -> ColumnElement[bool]:
    """Whether a word of the vocabulary is one that is looked for, or holds it."""
    if len(word) < _SHORTEST_PART:
        return vocabulary.c.word == word
    place = func.instr if sqlite else func.strpos
    return place(vocabulary.c.word, bindparam(None, word, Text)) > literal_column("0", Integer)


def texts_between(connection: Connection, words: Words) -> Callable[[int, int], SelectBase] | None:
    """Return what queries the ids of texts that hold all of some words, from one id up to another.

    This is for SQLite. None stands for words of which one is in no text at all.
    """
    fitting = [_fits(word, sqlite=True) for word in words.words]
    terms = [connection.execute(select(vocabulary.c.id).where(e)).scalars().all() for e in fitting]
    if not all(terms) or not terms:
        return None
    if max(map(len, terms)) <= _MOST_TERMS:
        said = " AND ".join(f"({' OR '.join(map(str, ids))})" for ids in terms)
        matching = select(_index.c.rowid.label("id")).where(_index.c[INDEX].op("MATCH")(said))
        return lambda first, last: matching.where(_index.c.rowid.between(first, last))

    def in_places(first: int, last: int) -> SelectBase:
        of_words = (select(cast(vocabulary.c.id, Text)).where(each) for each in fitting)
        parts = [
            select(_places.c.doc.label("id"))
            .where(_places.c.term.in_(ids), _places.c.doc.between(first, last))
            .distinct()
            for ids in of_words
        ]
        return intersect(*parts) if parts[1:] else parts[0]

    return in_places
