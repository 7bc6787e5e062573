"""Single values as they stand in files, read strictly: nothing is converted silently."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Any, TypeAlias, TypeVar

from ssrpolicy.model.edtf import EdtfDate
from ssrpolicy.model.papers import PaperNumber

Place: TypeAlias = tuple[str | int, ...]
Hook: TypeAlias = Callable[[Any, Any], Any]
"""What cattrs calls: a value and the type to make of it."""

E = TypeVar("E", bound=Enum)

PLAIN_LANGUAGE: ContextVar[str] = ContextVar("PLAIN_LANGUAGE", default="nl")
"""The language of the plain strings that are read: that of the record."""

PLAIN_DOCUMENT: ContextVar[str | None] = ContextVar("PLAIN_DOCUMENT", default=None)
"""The document from which a quote is that names none: the entry's own, or the record's source."""

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
# Larger whole numbers are no counts or amounts of a policy; Python would even refuse to show them.
_LARGEST = 10**18
_SHOWN = 60


@contextmanager
def during(variable: ContextVar[Any], value: object) -> Iterator[None]:
    """Give a variable a value while the block runs."""
    token = variable.set(value)
    try:
        yield
    finally:
        variable.reset(token)


class Refused(ValueError):  # noqa: N818 - a value is refused; no call fails by it
    """A value cannot stand where it stands: the predicate of a sentence about it, and the code."""

    def __init__(
        self,
        predicate: str,
        *,
        code: str = "type-wrong",
        hint: str | None = None,
        place: Place = (),
    ) -> None:
        super().__init__(predicate)
        self.predicate = predicate
        self.code = code
        self.hint = hint
        self.place = place


def shown(value: object) -> str:
    """Return a value as a message names it, short whatever it is."""
    match value:
        case bool():
            said = "true" if value else "false"
        case str():
            more = "" if len(value) <= _SHOWN else "..."
            said = f"the text {value[:_SHOWN]!r}{more}"
        case int() if abs(value) >= _LARGEST:
            said = "a number with very many digits"
        case int() | float() | Decimal():
            said = f"the number {value!s:.40}"
        case dt.datetime():
            said = f"the date and time {value}"
        case dt.date():
            said = f"the date {value}"
        case None:
            said = "null"
        case _:
            named = {list: "list", dict: "table", dt.time: "time of day"}
            said = f"a {named.get(type(value), type(value).__name__)}"
    return said


def wrong_type(value: object, wanted: str, *, hint: str | None = None) -> Refused:
    """Return the refusal of a value where ``wanted`` belongs."""
    if value is None:
        hint = "What is not known is left out, with its key."
    return Refused(f"is {shown(value)}, where {wanted} belongs", hint=hint)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is most like ``word``, or None where none is like it."""
    by_small = {each.lower(): each for each in known}
    # A key may be as long as a file; no word that long is like a known one.
    close = difflib.get_close_matches(word[:_SHOWN].lower().replace("-", "_"), by_small, n=1)
    return by_small[close[0]] if close else None


def text(value: object, _: object = None) -> str:
    """Return a text as it is."""
    if type(value) is not str:
        raise wrong_type(value, "a text")
    return value


def truth(value: object, _: object = None) -> bool:
    """Return true or false as it is."""
    if type(value) is not bool:
        raise wrong_type(value, "true or false", hint="Write true or false, no quotation marks.")
    return value


def whole_number(value: object, _: object = None) -> int:
    """Return a whole number as it is; true is none."""
    if type(value) is not int:
        raise wrong_type(value, "a whole number")
    if not -_LARGEST < value < _LARGEST:
        raise Refused("is a number with very many digits", code="value-invalid")
    return value


def amount(value: object, _: object = None) -> Decimal:
    """Return a number as an exact decimal; a float counts as the shortest decimal that gives it."""
    if type(value) is Decimal:
        return value
    if type(value) is int:
        return Decimal(whole_number(value))
    if type(value) is float:
        return Decimal(repr(value))
    raise wrong_type(value, "a number", hint="Write the number without quotation marks.")


def toml_date(value: object, _: object = None) -> dt.date:
    """Return a calendar day, which TOML writes without quotation marks."""
    if type(value) is not dt.date:
        raise wrong_type(
            value, "a date", hint="Write the date as 2010-04-29, without quotation marks or time."
        )
    return value


def json_date(value: object, _: object = None) -> dt.date:
    """Return a calendar day, which JSON writes as an ISO 8601 text."""
    if type(value) is not str:
        raise wrong_type(value, "a date", hint='Write the date as "2010-04-29".')
    if not _ISO_DATE.fullmatch(value):
        raise Refused(
            f"is {shown(value)}, which is no date such as 2010-04-29", code="value-invalid"
        )
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise Refused(
            f"is {shown(value)}, a day that does not exist", code="value-invalid"
        ) from None


@lru_cache(maxsize=4096)
def _edtf(written: str) -> EdtfDate:
    return EdtfDate(written)


@lru_cache(maxsize=4096)
def _paper(written: str) -> PaperNumber:
    return PaperNumber.parse(written)


def edtf_date(value: object, _: object = None) -> EdtfDate:
    """Return an EDTF date from its text, or from a TOML date."""
    if type(value) is dt.date:
        return _edtf(value.isoformat())
    if type(value) is not str:
        raise wrong_type(value, "a date", hint='Write a date such as "2011-06" or "2011~".')
    return _edtf(value)


def paper_number(value: object, _: object = None) -> PaperNumber:
    """Return the number of a paper from its canonical text."""
    if type(value) is not str:
        raise wrong_type(value, "the number of a paper", hint='Write it as "kst-32123-X-124".')
    return _paper(value)


def member_hook(vocabulary: type[E]) -> Hook:
    """Return the hook that reads a value of a closed vocabulary."""
    members = {str(member.value): member for member in vocabulary}

    def member(value: object, _: object = None) -> E:
        if type(value) is str and value in members:
            return members[value]
        raise not_among(value, members)

    return member


def literal_hook(values: tuple[str, ...]) -> Hook:
    """Return the hook that reads one of a few fixed words."""

    def word(value: object, _: object = None) -> str:
        if type(value) is str and value in values:
            return value
        raise not_among(value, values)

    return word


def not_among(value: object, known: Iterable[str]) -> Refused:
    """Return the refusal of a value that is none of the known ones, with the nearest as hint."""
    words = tuple(known)
    if type(value) is not str:
        return wrong_type(value, f"one of {', '.join(words)}")
    close = nearest(value, words)
    hint = f"Did you mean {close}?" if close else f"One of: {', '.join(words)}."
    return Refused(
        f"is {shown(value)}, which is none of the known values", code="value-unknown", hint=hint
    )
