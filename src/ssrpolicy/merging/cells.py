"""What people type into cells, read as a status, a day or a text; or why it cannot be read so."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import TypeVar

from ssrpolicy.model.edits import Typed
from ssrpolicy.model.texts import LANGUAGES, Language, LocalText, check_text, visible
from ssrpolicy.views.language.dates import long_date
from ssrpolicy.views.language.labels import capital, label

V = TypeVar("V", bound=StrEnum)

_LINE_END = re.compile("\r\n?")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", re.ASCII)
_MARK = re.compile(r"\[([^\[\]\n]{1,20})\]\s*(?=\S)")
_SHOWN = 60


class TypedError(ValueError):
    """What was typed in one column cannot be taken over; the hint says what would work."""

    def __init__(self, column: str, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.column = column
        self.message = message
        self.hint = hint


def folded(text: str) -> str:
    """Return a text as it is compared: small letters, single spaces, no signs between words."""
    return " ".join(text.casefold().replace("-", " ").replace("_", " ").split())


def shown(value: Typed) -> str:
    """Return what was typed as a message names it, short whatever it is."""
    text = " ".join(visible(str(value)).split())
    return f"“{text if len(text) <= _SHOWN else f'{text[:_SHOWN]}…'}”"


def text_of(value: Typed, language: Language) -> str | None:
    """Return what a cell says as text, or None where it is empty.

    A day is written in words: people type words, and programs make dates of them. Lines end in
    line feeds, and what stands around the text is taken off.
    """
    if value is None:
        return None
    if isinstance(value, dt.date):
        return long_date(day_of(value), language)
    text = _LINE_END.sub("\n", value if isinstance(value, str) else _digits(value)).strip()
    return text or None


def _digits(value: int | Decimal) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def day_of(value: dt.date) -> dt.date:
    """Return the calendar day of a day or a moment."""
    return value.date() if isinstance(value, dt.datetime) else value


def status(column: str, value: Typed, vocabulary: type[V], language: Language) -> V:
    """Return the status that was typed, by its label in either language or by its key.

    Raises TypedError with what there is to choose from.
    """
    text = text_of(value, language)
    key = None if text is None else _keys(vocabulary).get(folded(text))
    if key is not None:
        return vocabulary(key)
    choices = {capital(label(each, language)): each for each in vocabulary}
    if text is None:
        unknown = next(iter(choices))
        raise TypedError(
            column, "It was emptied, and a status is never nothing.", hint=f"Choose {unknown}."
        )
    close = difflib.get_close_matches(text[:_SHOWN], choices, n=1)
    hint = f"Did you mean {close[0]}?" if close else f"Choose one of: {', '.join(choices)}."
    raise TypedError(column, f"{shown(value)} is none of the statuses.", hint=hint)


@cache
def _keys(vocabulary: type[StrEnum]) -> dict[str, str]:
    keys = {folded(label(each, lang)): each.value for each in vocabulary for lang in LANGUAGES}
    return keys | {folded(each.value): each.value for each in vocabulary}


def day(column: str, value: Typed) -> dt.date | None:
    """Return the day that was typed; raises TypedError where it is none."""
    if isinstance(value, dt.date):
        return day_of(value)
    text = None if value is None else str(value).strip()
    if not text:
        return None
    if isinstance(value, str) and _ISO_DATE.fullmatch(text):
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            raise TypedError(
                column, f"{shown(value)} is a day that does not exist.", hint="Give another day."
            ) from None
    if isinstance(value, str) and (meant := _day_first(text)) is not None:
        # It is not taken over: whoever writes the month first meant another day.
        raise TypedError(
            column,
            f"{shown(value)} stands there as text, and not as a date.",
            hint=f"If it is {long_date(meant, 'en')}, write {meant}.",
        )
    raise TypedError(
        column,
        f"{shown(value)} is not a date.",
        hint="Type a date, such as 30-06-2011, that the program knows as one; or write 2011-06-30.",
    )


def _day_first(text: str) -> dt.date | None:
    """The day that a text such as 30-06-2011 or 30/6/2011 gives to who writes the day first."""
    found = _DAY_FIRST.fullmatch(text)
    if found is None:
        return None
    number, month, year = map(int, found.groups())
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


def local_text(column: str, value: Typed, language: Language) -> LocalText | None:
    """Return a text in the language in which it was typed, or None where nothing was.

    It is that of the tracker, but for a text behind the mark with which a tracker shows one that
    exists in the other language only: who mends that text leaves the mark, and it stays in its
    language.
    """
    text = text_of(value, language)
    if text is None:
        return None
    if (mark := _MARK.match(text)) and (marked := _languages().get(mark[1].casefold())):
        text, language = text[mark.end() :], marked
    checked(column, text)
    return LocalText(**{language: text})


@cache
def _languages() -> dict[str, Language]:
    return {
        label(f"language.{each}", told).casefold(): each for each in LANGUAGES for told in LANGUAGES
    }


def checked(column: str, text: str) -> str:
    """Return a text that a record may hold; raises TypedError where it may not."""
    try:
        check_text(text, "the text")
    except ValueError as error:
        message = str(error)
        raise TypedError(
            column,
            f"{capital(message)}, which no record may hold.",
            hint="Type it anew: such characters come along when text is pasted.",
        ) from None
    return text
