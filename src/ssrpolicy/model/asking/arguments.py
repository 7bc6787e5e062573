"""Arguments that a call cannot take, answered in a sentence with the nearest that it can."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from types import UnionType

from ssrpolicy.errors import ArgumentError, ArgumentTypeError
from ssrpolicy.messages import _, did_you_mean, some

_LONGEST = 100
_MOST_NAMED = 20


def check_choice(value: object, name: str, known: Iterable[str]) -> None:
    """Raise ArgumentError for a value that is not among those known; the nearest are named."""
    names = [str(each) for each in known]
    if isinstance(value, str) and value in names:
        return
    raise ArgumentError(
        _("{value!r:.80} is not a value of {name}.", value=value, name=name),
        hint=nearest_or_all(value, names),
    )


def nearest_or_all(value: object, names: Iterable[str]) -> str:
    """Return a hint with the names most like a value, or else with all, or the first of many."""
    known = [*names]
    near = difflib.get_close_matches(str(value)[:_LONGEST], known)
    return did_you_mean(near) or _("It is one of: {known}.", known=some(known, _MOST_NAMED))


def check_number(value: object, name: str, *, least: int | None = None) -> None:
    """Raise ArgumentTypeError for what is not a whole number, ArgumentError for one too small."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise ArgumentTypeError(
            _("{name} is {value!r:.80}, not a whole number.", name=name, value=value)
        )
    if least is not None and value < least:
        raise ArgumentError(
            _("{name} is {value}; it is {least} or more.", name=name, value=value, least=least)
        )


def check_type(
    value: object, kind: type | UnionType | tuple[type, ...], name: str, example: str
) -> None:
    """Raise ArgumentTypeError for a value that is not of a type; ``example`` shows one that is."""
    if not isinstance(value, kind):
        raise ArgumentTypeError(
            _(
                "{name} is {value!r:.80}, where {example} belongs.",
                name=name,
                value=value,
                example=example,
            )
        )
