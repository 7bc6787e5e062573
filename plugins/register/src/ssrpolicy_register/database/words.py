"""Words looked for in folded texts, as SQL."""

from __future__ import annotations

from sqlalchemy import ColumnElement, FromClause, Text, and_, column, literal_column, select, table

from ssrpolicy.selection import Words
from ssrpolicy_register.database.tables import texts

_SHORTEST_PART = 3
INDEX = "texts_words"
"""The name of the index of parts of words."""

_SPACE: ColumnElement[str] = literal_column("' '", Text)
_indexed = table(INDEX, column("rowid"), column("words"))


def holds_words(words: Words, *, trigrams: bool, of: FromClause = texts) -> ColumnElement[bool]:
    """Return whether all of some words stand in a folded text, parts of words from three letters.

    With ``trigrams`` the texts are found through SQLite's index of three letters; PostgreSQL looks
    in its own by itself. ``of`` is the table of texts, or an alias of it.
    """
    folded, spaced = of.c.words, _SPACE.concat(of.c.words).concat(_SPACE)
    longest = max(words.words, key=len, default="")
    indexed = trigrams and len(longest) >= _SHORTEST_PART
    parts: list[ColumnElement[bool]] = []
    if indexed:
        # The index looks at the words themselves too.
        found = select(_indexed.c.rowid).where(_indexed.c.words.like(f"%{longest}%"))
        parts.append(of.c.id.in_(found))
    for word in words.words:
        if len(word) < _SHORTEST_PART:
            parts.append(spaced.like(f"% {word} %"))
        elif not (indexed and word == longest):
            # Folded words hold letters and digits alone, so there is nothing to escape.
            parts.append(folded.like(f"%{word}%"))
    return and_(*parts)
