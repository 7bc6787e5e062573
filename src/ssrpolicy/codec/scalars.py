"""The readers of single values, which are strict: nothing is converted silently."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypeAlias

from ssrpolicy.codec.problems import LARGEST, invalid, not_among, refused, shown, wrong_type
from ssrpolicy.messages import _, marked
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
_DAY_OF_DIGITS = re.compile(r"\d{8}")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def exactly(cls: type, wanted: str, hint: str | None = None) -> Convert:
    """Return the reader that takes values of one class as they are."""

    def same(value: object, __: object) -> Any:
        if type(value) is not cls:
            raise wrong_type(value, _(wanted), hint=None if hint is None else _(hint))
        return value

    return same


def _parsed(
    parse: Callable[[str], Any],
    wanted: str,
    hint: str,
    meant: Callable[[str], str | None] = lambda __: None,
) -> Convert:
    """Return the reader of a text in which a class of the model writes its values.

    ``meant`` gives the hint for a text that the class refuses.
    """
    parse = lru_cache(maxsize=4096)(parse)

    def value_of(value: object, __: object) -> Any:
        if type(value) is not str:
            raise wrong_type(value, _(wanted), hint=_(hint))
        try:
            return parse(value)
        except ValueError as error:
            raise invalid(error, hint=meant(value)) from None

    return value_of


def _as_edtf(value: str) -> str | None:
    from ssrpolicy.evidence.terms import entered_term  # noqa: PLC0415 - loaded only where a value is refused

    date = entered_term(value[:_LONGEST_TERM])
    return None if date is None else _('Write "{date}".', date=date)


def text(value: object, __: object) -> str:
    """Return a text as it is."""
    if type(value) is str:
        return value
    hint: str | None = None
    if isinstance(value, list):
        hint = _("Leave out the square brackets.")
    elif isinstance(value, int | float | Decimal | dt.date):
        hint = _("Put it between quotation marks.")
    raise wrong_type(value, _("a text"), hint=hint)


def _as_day(value: object) -> dt.date | None:
    """Return the day that was meant by what is not a date; None where that is not certain."""
    from ssrpolicy.evidence.terms import entered_day  # noqa: PLC0415 - loaded only where a value is refused

    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, int) and _DAY_OF_DIGITS.fullmatch(digits := str(value)):
        return entered_day(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}")
    return entered_day(value[:_LONGEST_TERM]) if isinstance(value, str) else None


def toml_date(value: object, __: object) -> dt.date:
    """Return a calendar day, which TOML has as a date."""
    if type(value) is not dt.date:
        day = _as_day(value) or "2010-04-29"
        hint = _("Write the date as {day}, without quotation marks or time.", day=day)
        raise wrong_type(value, _("a date"), hint=hint)
    return value


_edtf_text = _parsed(
    EdtfDate, marked("a date"), marked('Write a date such as "2011-06" or "2011~".'), meant=_as_edtf
)


def _edtf_date(value: object, defaults: Defaults) -> Any:
    """Return an EDTF date from its text, or from a TOML date."""
    if type(value) is int and 0 < value <= dt.MAXYEAR:
        raise wrong_type(value, _("a date"), hint=_('Write "{date}".', date=f"{value:04}"))
    return _edtf_text(value.isoformat() if type(value) is dt.date else value, defaults)


def _whole_number(value: object, __: object) -> int:
    """Return a whole number as it is; true is not a number."""
    if type(value) is not int:
        raise wrong_type(value, _("a whole number"))
    if not -LARGEST < value < LARGEST:
        raise refused(_("is a number with very many digits"), code="value-invalid")
    return value


def _amount(value: object, __: object) -> Decimal:
    """Return a number as an exact decimal; a float counts as the shortest decimal that gives it."""
    if type(value) is Decimal:
        return value
    if type(value) is int:
        return Decimal(_whole_number(value, None))
    if type(value) is float:
        return Decimal(repr(value))
    hint = _("Write the number without quotation marks.")
    raise wrong_type(value, _("a number in digits"), hint=hint)


def json_date(value: object, __: object) -> dt.date:
    """Return a calendar day, which JSON writes as an ISO 8601 text."""
    if type(value) is not str or not _ISO_DATE.fullmatch(value):
        hint = _('Write the date as "{day}".', day=_as_day(value) or "2010-04-29")
        if type(value) is not str:
            raise wrong_type(value, _("a date"), hint=hint)
        predicate = _("is {value}, which is not a date", value=shown(value))
        raise refused(predicate, code="value-invalid", hint=hint)
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        predicate = _("is {value}, a day that does not exist", value=shown(value))
        raise refused(predicate, code="value-invalid") from None


def one_of(values: Mapping[str, Any]) -> Convert:
    """Return the function that reads one of a closed list of words."""

    def word(value: object, __: object) -> Any:
        if type(value) is str and value in values:
            return values[value]
        raise not_among(value, values)

    return word


SCALARS: Final[Mapping[type, Convert]] = {
    str: text,
    int: _whole_number,
    bool: exactly(
        bool, marked("true or false"), marked("Write true or false, no quotation marks.")
    ),
    Decimal: _amount,
    EdtfDate: _edtf_date,
    PaperNumber: _parsed(
        PaperNumber.parse, marked("the number of a paper"), marked('Write it as "kst-32123-X-124".')
    ),
}
"""The readers of single values that both wire formats write alike."""
