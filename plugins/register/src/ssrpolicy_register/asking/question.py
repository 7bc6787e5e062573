"""What is asked of a register when words are looked for, whichever engine holds it."""

from __future__ import annotations

import datetime as dt

from attrs import frozen
from sqlalchemy import CompoundSelect, Connection, Select, select

from ssrpolicy import Language
from ssrpolicy.selection import Words
from ssrpolicy_register.database.tables import documents, texts


@frozen(kw_only=True)
class Question:
    """Words that are looked for as of a day.

    Attributes:
        connection: a connection to the register.
        words: the words.
        chosen: what gives the ids of the entries in which they are looked for; None stands for all.
        as_of: the day; what was not known by then is not found.
        language: the language of summaries.
        limit: the most hits that are returned; None for all.
    """

    connection: Connection
    words: Words
    chosen: CompoundSelect[tuple[str]] | None
    as_of: dt.date
    language: Language
    limit: int | None

    def not_yet_known(self) -> Select[tuple[int]]:
        """Return the ids of the texts without a date that are only known from a later paper."""
        return (
            select(texts.c.id)
            .join(documents, documents.c.id == texts.c.document)
            .where(documents.c.date.is_(None), documents.c.known_on > self.as_of)
        )
