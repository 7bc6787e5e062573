"""The columns of the tables, each kind with its type on every engine."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from sqlalchemy import BigInteger, Boolean, Column, Date, ForeignKey, Integer, Text
from sqlalchemy.dialects import postgresql

# Compared by code points on every engine, as Python compares texts.
_TEXT: Final = Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
# SQLite takes no other type for a key that is the place of a row.
_NUMBER: Final = BigInteger().with_variant(Integer, "sqlite")


def text(name: str, comment: str, *more: Any, **how: Any) -> Column[str]:
    """Return a column of texts."""
    return Column(name, _TEXT, *more, comment=comment, **how)


def id_of(entry: str) -> Column[str]:
    """Return the column of the full ids of entries, which is the key."""
    return text("id", f"The full id of {entry}, RECORD#ID.", primary_key=True)


def of_record() -> Column[str]:
    """Return the column that says of which record a row is."""
    return text("record", "The record in which it stands.", ForeignKey("records.id"), index=True)


def day(name: str, comment: str, **how: Any) -> Column[dt.date]:
    """Return a column of calendar days."""
    return Column(name, Date, comment=comment, **how)


def number(name: str, comment: str, **how: Any) -> Column[int]:
    """Return a column of numbers of up to 53 bits."""
    return Column(name, _NUMBER, comment=comment, **how)


def flag(name: str, comment: str) -> Column[bool]:
    """Return a column of yes or no."""
    return Column(name, Boolean, nullable=False, comment=comment)


def terms(name: str, comment: str) -> Column[Any]:
    """Return a column of ids of words: numbers, which SQLite holds as a text with spaces."""
    kind = Text().with_variant(postgresql.ARRAY(Integer), "postgresql")
    return Column(name, kind, nullable=False, comment=comment)
