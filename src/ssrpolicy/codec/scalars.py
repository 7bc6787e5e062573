"""The readers of single values, which are strict: nothing is converted silently."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypeAlias

from ssrpolicy.codec.problems import LARGEST, invalid, not_among, refused, shown, wrong_type
from ssrpolicy.model import EdtfDate, PaperNumber


class Defaults(NamedTuple):
    """What plain strings stand for: texts in this language, and quotes from this document."""

    language: str
    document: str


NO_DEFAULTS = Defaults("nl", "")
"""For values that need none: in JSON every text and quote is written in full."""

Convert: TypeAlias = Callable[[Any, Defaults], Any]
"""What makes one value of another, in either direction; raises FlawedError."""

_LONGEST_TERM = 60
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def text(value: object, _: object = None) -> str:
    """Return a text as it is."""
    if type(value) is not str:
        raise wrong_type(value, "a text")
    return value


def truth(value: object, _: object) -> bool:
    """Return true or false as it is."""
    if type(value) is not bool:
        raise wrong_type(value, "true or false", hint="Write true or false, no quotation marks.")
    return value


def whole_number(value: object, _: object) -> int:
    """Return a whole number as it is; true is not a number."""
    if type(value) is not int:
        raise wrong_type(value, "a whole number")
    if not -LARGEST < value < LARGEST:
        raise refused("is a number with very many digits", code="value-invalid")
    return value


def amount(value: object, _: object) -> Decimal:
    """Return a number as an exact decimal; a float counts as the shortest decimal that gives it."""
    if type(value) is Decimal:
        return value
    if type(value) is int:
        return Decimal(whole_number(value, None))
    if type(value) is float:
        return Decimal(repr(value))
    raise wrong_type(value, "a number", hint="Write the number without quotation marks.")


def toml_date(value: object, _: object) -> dt.date:
    """Return a calendar day, which TOML writes without quotation marks."""
    if type(value) is not dt.date:
        raise wrong_type(
            value, "a date", hint="Write the date as 2010-04-29, without quotation marks or time."
        )
    return value


def json_date(value: object, _: object) -> dt.date:
    """Return a calendar day, which JSON writes as an ISO 8601 text."""
    if type(value) is not str:
        raise wrong_type(value, "a date", hint='Write the date as "2010-04-29".')
    if not _ISO_DATE.fullmatch(value):
        raise refused(
            f"is {shown(value)}, which is not a date such as 2010-04-29", code="value-invalid"
        )
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise refused(
            f"is {shown(value)}, a day that does not exist", code="value-invalid"
        ) from None


@lru_cache(maxsize=4096)
def _edtf(written: str) -> EdtfDate:
    return EdtfDate(written)


@lru_cache(maxsize=4096)
def _paper(written: str) -> PaperNumber:
    return PaperNumber.parse(written)


def edtf_date(value: object, _: object) -> EdtfDate:
    """Return an EDTF date from its text, or from a TOML date."""
    if type(value) is dt.date:
        value = value.isoformat()
    if type(value) is not str:
        raise wrong_type(value, "a date", hint='Write a date such as "2011-06" or "2011~".')
    try:
        return _edtf(value)
    except ValueError as error:
        from ssrpolicy.evidence.terms import entered_term  # noqa: PLC0415 - only for a refusal

        meant = entered_term(value[:_LONGEST_TERM])
        raise invalid(error, hint=None if meant is None else f'Write "{meant}".') from None


def paper_number(value: object, _: object) -> PaperNumber:
    """Return the number of a paper from its canonical text."""
    if type(value) is not str:
        raise wrong_type(value, "the number of a paper", hint='Write it as "kst-32123-X-124".')
    try:
        return _paper(value)
    except ValueError as error:
        raise invalid(error) from None


def one_of(values: Mapping[str, Any]) -> Convert:
    """Return the function that reads one of a closed list of words."""

    def word(value: object, _: object) -> Any:
        if type(value) is str and value in values:
            return values[value]
        raise not_among(value, values)

    return word


SCALARS: Final[Mapping[type, Convert]] = {
    str: text,
    int: whole_number,
    bool: truth,
    Decimal: amount,
    EdtfDate: edtf_date,
    PaperNumber: paper_number,
}
"""The readers of single values that both wire formats write alike."""
