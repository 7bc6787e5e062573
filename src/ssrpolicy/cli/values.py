"""Values that options take beyond text: dates, papers, words of a vocabulary."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import attrs
import click

from ssrpolicy.cli.console import print_line
from ssrpolicy.messages import _, message_language
from ssrpolicy.model import (
    EdtfDate,
    LocalText,
    PaperNumber,
    Party,
    Relation,
    RelationKind,
    Request,
    identifier,
)

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Labels = str | type[StrEnum]
"""A table of labels, or the vocabulary that it labels."""

_WHOLE = r"[0-9]{1,9}"
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_NUMBERS = r"\s*[0-9]{1,2}\s*[-/.]"
_MONTHS = 12


class Parsed(click.ParamType[Any]):
    """The type of an option that a class of the model reads and refuses, in its own words."""

    def __init__(
        self,
        name: str,
        read: Callable[[str], Any],
        words: Iterable[str] = (),
        labels: Labels | None = None,
    ) -> None:
        self.name = name
        self.words = tuple(words)
        self.read = read
        self._labels = labels

    @property
    def listed(self) -> str:
        """The words that it takes, as people in the language that is spoken call them."""
        names = self.words
        if self._labels is not None and message_language() != "en":
            from ssrpolicy.views.language import words  # noqa: PLC0415 - the labels are loaded only where a value is put into words

            entries = words(_table(self._labels))
            names = tuple(entries[word][message_language()] for word in names)
        # The House's own words have commas in them.
        return ("; " if any("," in name for name in names) else ", ").join(names)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return what was read, or fail with the reason."""
        if not isinstance(value, str):
            return value
        try:
            return self.read(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        param: click.Parameter,  # noqa: ARG002 - click's signature
        incomplete: str,
    ) -> list[CompletionItem]:
        """Return the words that begin with what was entered, for the shell to offer."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415 - only a shell asks

        return [CompletionItem(word) for word in self.words if word.startswith(incomplete)]


def known_word(
    words: Iterable[str], made: Callable[[str], Any] = str, labels: Labels | None = None
) -> Parsed:
    """Return the type of an option that takes one of some words; errors name the nearest one.

    With ``labels`` it also takes what people call them in Dutch and English, as a tracker does.
    """
    known = [str(word) for word in words]

    def read(text: str) -> Any:
        if text in known:
            return made(text)
        names = dict(zip(known, known, strict=True))
        if labels is not None:
            from ssrpolicy.views.language import keys_by_name, keys_named  # noqa: PLC0415 - the labels are loaded only where a value is put into words

            table = _table(labels)
            keys = [key for key in keys_named(table, text.rstrip(". ")) if key in known]
            if len(keys) > 1:
                listed = ", ".join(keys)
                raise ValueError(_("{text!r} may be any of: {names}.", text=text, names=listed))
            if keys:
                return made(keys[0])
            called = keys_by_name(table)
            names |= {name: name for name, key in called.items() if key in known}
        from ssrpolicy.similar import nearest  # noqa: PLC0415 - loaded only where something is wrong

        close = nearest(text, names)
        wrong = _("{text!r} is not known here.", text=text)
        if close:
            hint = _("Did you mean {name}?", name=close[0])
        else:
            hint = _("One of: {names}.", names=parsed.listed)
        raise ValueError(f"{wrong} {hint}")

    parsed = Parsed(f"one of {', '.join(known)}", read, known, labels)
    return parsed


def _table(labels: Labels) -> str:
    from ssrpolicy.views.language import vocabulary_table  # noqa: PLC0415 - the labels are loaded only where a value is put into words

    return labels if isinstance(labels, str) else vocabulary_table(labels)


def _day(text: str) -> dt.date:
    if re.fullmatch(_DAY, text):
        with suppress(ValueError):
            return dt.date.fromisoformat(text)
    from ssrpolicy.evidence import terms  # noqa: PLC0415 - its patterns take time

    day = terms.entered_day(text)
    if terms.is_day_that_is_not(text):
        raise ValueError(_("{text!r} is not a day of the calendar.", text=text))
    if day is None:
        raise ValueError(_("{text!r} is not a date such as 2010-12-31 or 31-12-2010.", text=text))
    _print_read(text, day)
    return day


def _print_read(text: str, day: dt.date | None) -> None:
    """Print as which day numbers are read that could be another, with the month first."""
    if day is not None and day.day <= _MONTHS and day.day != day.month and re.match(_NUMBERS, text):
        from ssrpolicy.views.language import long_date  # noqa: PLC0415 - it is needed only for a day that is refused

        words = long_date(day, message_language())
        print_line(_("{text} is read as {day}.", text=text.strip(), day=words), err=True)


def _term_date(text: str) -> EdtfDate:
    try:
        return EdtfDate(text)
    except ValueError as error:
        from ssrpolicy.evidence import terms  # noqa: PLC0415 - most terms are typed as dates

        date = terms.entered_term(text)
        if date is None and terms.names_no_last_day(text):
            words = _(
                "{text!r} does not say what its last day is; give that day, such as 2011-06-30, or "
                "a part of the year, such as 2011-Q2; the words go with --term.",
                text=text,
            )
            raise ValueError(words) from None
        if terms.is_day_that_is_not(text):
            raise ValueError(_("{text!r} is not a day of the calendar.", text=text)) from None
        if date is None:
            raise ValueError(
                _("{error} 2011-Q3 and 'first half of 2011' are understood.", error=error)
            ) from None
        _print_read(text, date.first_day)
        return date


def _paper(text: str) -> PaperNumber:
    from ssrpolicy.citations import paper_named  # noqa: PLC0415 - its patterns take time

    return paper_named(text)


def _code(text: str) -> str:
    Party(id=text, name=LocalText(nl="-"))
    return text


def _id(text: str) -> str:
    identifier(None, attrs.fields(Request).id, text)
    return text


def _whole(text: str) -> int:
    if not re.fullmatch(_WHOLE, text.strip()):
        raise ValueError(
            _("{text!r} is not a whole number in plain digits, such as 76.", text=text)
        )
    return int(text)


def _relation(text: str) -> Relation:
    kind, sign, target = text.partition("=")
    try:
        known = _RELATIONS.convert(kind.strip(), None, None) if sign else None
    except click.BadParameter:
        known = None
    if known is None:
        raise ValueError(
            _(
                "{text!r}: write {kinds}, then = and a full id or a paper, such as {example}",
                text=text,
                kinds=_RELATIONS.listed,
                example="amends=kst-32123-X-124#african-union",
            )
        )
    return Relation(kind=known, target=target)


_RELATIONS = known_word(RelationKind, RelationKind, RelationKind)
CODE = Parsed("code", _code)
DATE = Parsed("date", _day)
"""The type of an option that takes a date as people write it: 2010-12-31, 31-12-2010."""

EDTF = Parsed("EDTF date", _term_date)
ID = Parsed("id", _id)
PAPER = Parsed("paper", _paper)
WHOLE = Parsed("whole number", _whole)
RELATION = Parsed("relation", _relation)
