"""Values that options take beyond text: dates, papers, quantities, words of a vocabulary."""

import datetime as dt
import difflib
import re
from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

import attrs
import click
from click.shell_completion import CompletionItem

from ssrpolicy.messages import _
from ssrpolicy.model import (
    BOUNDS,
    EdtfDate,
    PaperNumber,
    Quantity,
    Relation,
    RelationKind,
    Request,
    identifier,
)

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Parsed(click.ParamType[Any]):
    """The type of an option that a class of the model reads and refuses, in its own words."""

    def __init__(self, name: str, read: Callable[[str], Any], words: Iterable[str] = ()) -> None:
        self.name = name
        self.words = tuple(words)
        self._read = read

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return what was read, or fail with the reason."""
        if not isinstance(value, str):
            return value
        try:
            return self._read(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        param: click.Parameter,  # noqa: ARG002 - click's signature
        incomplete: str,
    ) -> list[CompletionItem]:
        """Return the words that begin with what was entered, for the shell to offer."""
        return [CompletionItem(word) for word in self.words if word.startswith(incomplete)]


def known_word(words: Iterable[str], made: Callable[[str], Any] = str) -> Parsed:
    """Return the type of an option that takes one of some words; errors name the nearest one."""
    known = [str(word) for word in words]

    def read(text: str) -> Any:
        if text in known:
            return made(text)
        close = difflib.get_close_matches(text, known, n=1)
        hint = (
            _("Did you mean {close}?", close=close[0])
            if close
            else _("One of: {known}.", known=", ".join(known))
        )
        raise ValueError(_("{text!r} is not known here. {hint}", text=text, hint=hint))

    return Parsed(f"one of {', '.join(known)}", read, known)


def _day(text: str) -> dt.date:
    if _DAY.fullmatch(text):
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            raise ValueError(_("{text!r} is not a day of the calendar.", text=text)) from None
    from ssrpolicy.evidence.terms import entered_day  # noqa: PLC0415 - its patterns take time

    day = entered_day(text)
    if day is None:
        raise ValueError(_("{text!r} is not a date such as 2010-12-31 or 31-12-2010.", text=text))
    return day


def _term_date(text: str) -> EdtfDate:
    try:
        return EdtfDate(text)
    except ValueError as error:
        from ssrpolicy.evidence.terms import entered_term  # noqa: PLC0415 - as said above

        date = entered_term(text)
        if date is None:
            raise ValueError(
                _("{error}; 2011-Q3 and 'first half of 2011' are understood", error=error)
            ) from None
        return date


def _id(text: str) -> str:
    identifier(None, attrs.fields(Request).id, text)
    return text


def _quantity(text: str) -> Quantity:
    example = "such as at_most=100,unit=person,per=year"
    parts: dict[str, Any] = {}
    for part in text.split(","):
        key, sign, value = part.strip().partition("=")
        if part.strip().isdecimal():
            raise ValueError(
                _(
                    "a comma stands between the parts only; write decimals with a point, {example}",
                    example=example,
                )
            )
        if not sign or key not in (*BOUNDS, "unit", "per"):
            raise ValueError(
                _(
                    "{part!r}: give one of {bounds}, with unit and perhaps per, {example}",
                    part=part,
                    bounds=", ".join(BOUNDS),
                    example=example,
                )
            )
        try:
            parts[key] = Decimal(value) if key in BOUNDS else value
        except InvalidOperation:
            raise ValueError(
                _(
                    "{value!r} is not a number; write it out in digits, {example}",
                    value=value,
                    example=example,
                )
            ) from None
    if "unit" not in parts:
        raise ValueError(_("the unit is missing, {example}", example=example))
    return Quantity(**parts)


def _relation(text: str) -> Relation:
    kind, sign, target = text.partition("=")
    if not sign or kind not in list(RelationKind):
        raise ValueError(
            _(
                "{text!r}: write {relationkind}, then = and a full id or a paper, such as "
                "amends=kst-32123-X-124#african-union",
                text=text,
                relationkind=", ".join(RelationKind),
            )
        )
    return Relation(kind=RelationKind(kind), target=target)


DATE = Parsed("date", _day)
EDTF = Parsed("EDTF date", _term_date)
ID = Parsed("id", _id)
PAPER = Parsed("paper", PaperNumber.parse)
QUANTITY = Parsed("quantity", _quantity)
RELATION = Parsed("relation", _relation)
