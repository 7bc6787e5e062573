"""Amounts that a sentence states: money, percentages and people, with their bound and period."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from ssrpolicy.evidence import numbers_in
from ssrpolicy.model import Quantity

_UNITS: Final = {
    "EUR": re.compile(r" ?(?:euro\b|EUR\b)", re.IGNORECASE),
    "percent": re.compile(r" ?(?:%|procent\b|per cent\b|percent\b)", re.IGNORECASE),
    "person": re.compile(r" (?:personen|mensen|persons|people)\b", re.IGNORECASE),
}
_EURO: Final = re.compile(r"(?:€|\bEUR) ?$")
_BOUNDS: Final = {
    "at_most": re.compile(
        r"\b(?:maximaal|ten hoogste|hooguit|hoogstens|niet meer dan|maximum van|tot|at most|up to"
        r"|no more than|a maximum of) (?:€ ?|EUR ?)?$",
        re.IGNORECASE,
    ),
    "at_least": re.compile(
        r"\b(?:minimaal|ten minste|tenminste|minstens|meer dan|at least|no fewer than|more than"
        r"|a minimum of) (?:€ ?|EUR ?)?$",
        re.IGNORECASE,
    ),
    "about": re.compile(
        r"\b(?:ongeveer|circa|ca\.|rond de|zo'n|bijna|ruim|naar schatting|geschat op|about|around"
        r"|approximately|some|nearly|(?:an? )?estimated|estimated at|an estimate of) "
        r"(?:€ ?|EUR ?)?$",
        re.IGNORECASE,
    ),
}
#: "1 in 8 people", "een op de vier mensen": a share of them, and not how many.
_SHARE: Final = re.compile(
    r"\b(?:\d{1,2}|an?|one|two|three|een|\u00e9\u00e9n|twee|drie) "
    r"(?:op(?: de| elke| iedere)?|in(?: every)?|(?:out )?of(?: every)?|van de|van elke) $",
    re.IGNORECASE,
)
_PER_YEAR: Final = re.compile(
    r"^(?: \w+){0,2}? (?:per jaar|jaarlijks|a year|per year|annually|each year)\b", re.IGNORECASE
)
_MOST: Final = 4
_LONGEST: Final = Decimal(10) ** 15


def quantities_in(sentence: str, language: str) -> tuple[Quantity, ...]:
    """Return the amounts of a sentence, at most four; a number without a unit does not count."""
    return tuple(dict.fromkeys(_found(sentence, language)))[:_MOST]


def _found(sentence: str, language: str) -> Iterator[Quantity]:
    for number in numbers_in(sentence, language):
        before, after = sentence[: number.start], sentence[number.end :]
        unit, rest = next(
            ((u, after[m.end() :]) for u, form in _UNITS.items() if (m := form.match(after))),
            ("EUR", after) if _EURO.search(before) else (None, after),
        )
        if unit == "person" and _SHARE.search(before):
            continue
        if unit is None or number.weak or not 0 < number.value < _LONGEST:
            continue
        bound = next((b for b, form in _BOUNDS.items() if form.search(before)), "exactly")
        amount: dict[str, Any] = {bound: number.value}
        yield Quantity(**amount, unit=unit, per="year" if _PER_YEAR.search(rest) else None)
