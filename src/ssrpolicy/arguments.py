"""Checks of arguments, and messages about those that a call cannot take."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from numbers import Real
from operator import index
from types import UnionType
from typing import Any, TypeVar, cast

from ssrpolicy.errors import ArgumentError, ArgumentTypeError
from ssrpolicy.messages import _, shown, wrong_type

_T = TypeVar("_T")

_LONGEST = 100
_MOST_NAMED = 20
# More than anybody counts, and few enough digits for what counts and writes them.
LARGEST_WRITTEN = 10**15
# By so many spaces at most JSON is indented.
DEEPEST_INDENT = 100
_DIGITS = re.compile(r"[+-]?[0-9]{1,15}")


def check_choice(value: object, name: str, known: Iterable[str]) -> None:
    """Raise ArgumentError for a value that is not among those known; the nearest are named."""
    names = [str(each) for each in known]
    if is_among(value, names):
        return
    from ssrpolicy.similar import nearest_or_all  # noqa: PLC0415 - loaded only where something is wrong

    kind = ArgumentError if isinstance(value, str) else ArgumentTypeError
    raise kind(
        _("{value!r:.80} is not a value of {name}.", value=value, name=name),
        hint=nearest_or_all(value, names),
    )


class ClosedVocabulary(StrEnum):
    """A closed list of words; of any other word it raises ArgumentError, with the nearest."""

    @classmethod
    def _missing_(cls, value: object) -> None:
        check_choice(value, cls.__name__, cls)


def is_among(value: object, names: Collection[str]) -> bool:
    """Whether a value is one of some texts; of another type none is, however it compares."""
    return isinstance(value, str) and value in names


def all_of(
    values: Iterable[_T], kind: type | UnionType | tuple[type, ...], name: str, example: str
) -> tuple[_T, ...]:
    """Return the values of an iterable, each of a type; ``example`` shows what belongs.

    Raises ArgumentTypeError where one is of another type, for what is not an iterable, and for a
    text, which would be read by its letters.
    """
    if isinstance(values, str | bytes):
        raise wrong_type(values, name, example)
    check_type(values, Iterable, name, example)
    found = tuple(values)
    for each in found:
        if not isinstance(each, kind):
            raise ArgumentTypeError(
                _(
                    "{name} holds {value!r:.60}, where {example} belongs.",
                    name=name,
                    value=each,
                    example=example,
                )
            )
    return found


def as_tuple(values: Iterable[Any]) -> tuple[Any, ...]:
    """Return the values of a list, or of another iterable, as a tuple; anything else unchanged.

    A text is returned unchanged too, so that the error names it as a whole and not its letters,
    and a dictionary, of which the values would be lost.
    """
    given: Any = values
    listed = isinstance(given, Iterable) and not isinstance(given, str | bytes | Mapping)
    return tuple(given) if listed else given


def check_callable(value: object, name: str, example: str) -> None:
    """Raise ArgumentTypeError for what cannot be called; ``example`` shows what can."""
    if not callable(value):
        raise wrong_type(value, name, example)


def check_stream(stream: object, method: str, name: str) -> None:
    """Raise ArgumentTypeError for what is not a binary stream with this method, read or write."""
    if isinstance(stream, type) or not callable(getattr(stream, method, None)):
        raise wrong_type(stream, name, "io.BytesIO()")


def check_flag(value: object, name: str) -> None:
    """Raise ArgumentTypeError for what is not True or False: ``"no"`` would be taken as yes."""
    if not isinstance(value, bool):
        raise ArgumentTypeError(
            _("{name} is {value!r:.40}, not True or False.", name=name, value=value),
            hint=converted(value, name, bool),
        )


def converted(value: Any, name: str, kind: Any) -> str | None:
    """Return how a value becomes a flag, a whole number or a day, as a hint; None where it cannot.

    Data frames, and what reads data, give these in classes of their own, or as texts.
    """
    form = _FORMS[kind](value)
    return form and _("Give {form}.", form=form.format(name))


def _flag_form(value: Any) -> str | None:
    return "bool({})" if _is_item(value, "b") else None


def _whole_form(value: Any) -> str | None:
    if isinstance(value, str):
        return "int({})" if _DIGITS.fullmatch(value) else None
    number = isinstance(value, Real) and not isinstance(value, bool)
    if not number and not (isinstance(value, Decimal) and value.is_finite()):
        return None
    return "int({})" if abs(value) <= LARGEST_WRITTEN and int(value) == value else None


def _day_form(value: Any) -> str | None:
    if isinstance(value, str):
        with suppress(ValueError):
            date.fromisoformat(value)
            return "datetime.date.fromisoformat({})"
    elif isinstance(value, datetime):
        # A missing moment of pandas is a datetime too, and equals nothing.
        return "{}.date()" if value == value else None  # noqa: PLR0124 - the missing moment alone is unlike itself
    elif _is_item(value, "M") and isinstance(value.astype("datetime64[D]").item(), date):
        return "{}.astype('datetime64[D]').item()"
    return None


def _is_item(value: Any, kind: str) -> bool:
    """Whether a value is a single item of numpy, of a kind by the letter that numpy has for it."""
    dtype = getattr(value, "dtype", None)
    return getattr(dtype, "kind", None) == kind and getattr(value, "ndim", None) == 0


_FORMS: Mapping[type, Callable[[Any], str | None]] = {
    bool: _flag_form,
    int: _whole_form,
    date: _day_form,
}


def as_whole(value: Any) -> Any:
    """Return a whole number of another class, such as numpy's, as Python's own.

    Anything else is returned unchanged, also yes and no, so that the error names what was given.
    """
    # Most are plain numbers.
    if type(value) is int:
        return value
    # Not isinstance of SupportsIndex: that takes ten times as long for a decimal number.
    if hasattr(value, "__index__") and not isinstance(value, bool | type):
        with suppress(TypeError):  # an array has the method, and may refuse to be an index
            return index(value)
    return value


def whole_number(value: int) -> int:
    """Convert a field that holds a whole number, as :func:`as_whole` does."""
    return cast("int", as_whole(value))


def whole_number_or_none(value: int | None) -> int | None:
    """Convert a field that holds a whole number or None, as :func:`as_whole` does."""
    return None if value is None else whole_number(value)


def check_number(
    value: object, name: str, *, least: int | None = None, most: int | None = None
) -> int:
    """Return a whole number of whichever class, as Python takes an index; yes or no is not one.

    Raises ArgumentTypeError for what is not a whole number, ArgumentError for one too small or
    too large.
    """
    number = as_whole(value)
    if type(number) is not int:
        raise ArgumentTypeError(
            _("{name} is {value!r:.80}, not a whole number.", name=name, value=value),
            hint=converted(value, name, int),
        )
    if least is not None and number < least:
        raise ArgumentError(
            _("{name} is {value:.80}; it is {least} or more.",
              name=name, value=shown(value), least=least)
        )  # fmt: skip
    if most is not None and number > most:
        raise ArgumentError(
            _("{name} is {value:.80}; it is {most} or less.",
              name=name, value=shown(value), most=most)
        )  # fmt: skip
    return number


def check_type(
    value: object, kind: type | UnionType | tuple[type, ...], name: str, example: str
) -> None:
    """Raise ArgumentTypeError for a value that is not of a type; ``example`` shows one that is."""
    if not isinstance(value, kind):
        raise wrong_type(value, name, example)
