"""The criteria of a selection, as data that any engine can apply."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from enum import StrEnum
from typing import Any, Final, TypeVar

import attrs
from attrs import Attribute, field, frozen

from ssrpolicy.arguments import as_tuple, check_type, whole_number_or_none
from ssrpolicy.errors import ArgumentError
from ssrpolicy.messages import _, argument
from ssrpolicy.model import (
    STATEMENT_KINDS,
    ClaimedStatus,
    DocumentKind,
    EvidenceStatus,
    Firmness,
    PaperNumber,
    Schedule,
    check_day,
    compact_session_year,
    invalid_value,
    member,
)
from ssrpolicy.selection.folding import Words

V = TypeVar("V", bound=StrEnum)

NOBODY: Final = "none"
"""What stands for an owner where nobody is responsible; "nobody" and "niemand" do, too."""

_NOBODY: Final = ("nobody", "niemand")

_LONGEST_PERIOD: Final = 36_500
_SPACED_DIGITS: Final = re.compile(r"(?<![0-9])([0-9]{2}) (?=[0-9]{3}(?![0-9]))")


def _texts(values: str | Iterable[str]) -> tuple[str, ...]:
    # A dictionary is taken for several texts by nobody.
    given: object = as_tuple(values)
    found = given if isinstance(given, tuple) else (given,)
    for each in found:
        if not isinstance(each, str):
            raise invalid_value(
                _("{value!r:.60} is not a text; a criterion is one, or several", value=each),
                of_type=False,
            )
    return found


def _owners(values: str | Iterable[str]) -> tuple[str, ...]:
    return tuple(NOBODY if each in _NOBODY else each for each in _texts(values))


def _members(vocabulary: type[V], name: str, values: str | Iterable[str]) -> tuple[V, ...]:
    return tuple(member(vocabulary, each, name) for each in _texts(values))


def _document_kinds(values: str | Iterable[str]) -> tuple[DocumentKind, ...]:
    return _members(DocumentKind, "document_kinds", values)


def _schedules(values: str | Iterable[str]) -> tuple[Schedule, ...]:
    return _members(Schedule, "schedules", values)


def _claimed(values: str | Iterable[str]) -> tuple[ClaimedStatus, ...]:
    return _members(ClaimedStatus, "claimed", values)


def _evidence(values: str | Iterable[str]) -> tuple[EvidenceStatus, ...]:
    return _members(EvidenceStatus, "evidence", values)


def _firmness(values: str | Iterable[str]) -> tuple[Firmness, ...]:
    return _members(Firmness, "firmness", values)


def _kinds(values: str | Iterable[str]) -> tuple[str, ...]:
    found = _texts(values)
    for each in found:
        if each not in STATEMENT_KINDS:
            from ssrpolicy.similar import nearest_or_all  # noqa: PLC0415 - loaded only where something is wrong

            raise ArgumentError(
                _("{kind!r:.60} is not a kind of statement.", kind=each),
                hint=nearest_or_all(each, STATEMENT_KINDS),
            )
    return found


def _years(values: str | Iterable[str]) -> tuple[str, ...]:
    found = (compact_session_year(each) for each in _texts(values))
    return tuple(f"{each[:4]}-{each[4:]}" for each in found)


def _dossiers(values: str | Iterable[str]) -> tuple[str, ...]:
    return tuple(_dossier(each) for each in _texts(values))


def _dossier(text: str) -> str:
    written = _SPACED_DIGITS.sub(r"\1", " ".join(text.split()).upper()).replace(" ", "-")
    try:
        number = PaperNumber.parse(f"kst-{written}-1")
    except ValueError:
        number = None
    if number is None or number.dossier_with_suffix != written:
        raise invalid_value(
            _("{text!r:.60} is not a dossier; write it as 32123 or 32123-X.", text=text)
        )
    return written


def _words(_instance: object, _attribute: Attribute[Any], text: object) -> None:
    if text is not None and not (isinstance(text, str) and Words(text).words):
        raise invalid_value(
            _("{words!r:.80} holds no word to look for.", words=text), of_type=isinstance(text, str)
        )


def _day(_instance: object, attribute: Attribute[Any], day: object) -> None:
    if day is not None:
        check_day(day, attribute.name)


def _period(_instance: object, attribute: Attribute[Any], days: object) -> None:
    if days is not None and (type(days) is not int or not 0 <= days <= _LONGEST_PERIOD):
        raise invalid_value(
            _(
                "{name} is {days!r:.60}; it is 0 to {most} days",
                name=argument("--due-within", attribute.name),
                days=days,
                most=_LONGEST_PERIOD,
            ),
            of_type=type(days) is int,
        )


@frozen(kw_only=True)
class Selection:
    """Criteria for statements, and so for the requests and motions that they answer.

    All criteria must be met; of one with several values, any. One that is not given asks nothing.
    Codes are those of the code lists or of a record; ``record#code`` is that of one record alone.

    Attributes:
        kinds: kinds of statement: ``commitment``, ``condition``, ...
        document_kinds: kinds of the papers in which they stand: ``letter``, ``motion``, ...
        owners: who is responsible as of the day, with the ministry of the letter's author where
            nobody is named; ``none`` stands for nobody.
        partners: with whom it is done.
        places: codes of places.
        sectors: codes of sectors.
        frameworks: codes of policy frameworks.
        dossiers: dossiers of the papers in which they stand: ``32123``, ``32123-X``, ``32 123 X``.
        session_years: session years of those papers: ``2009-2010``.
        asked_since: what answers a request of this day or later.
        promised_since: what stands in a paper of this day or later.
        updated_since: what has an update of this day or later.
        due_before: what has a term that ends before this day.
        due_within: what is not met yet, and due within so many days (0 to 36,500).
        schedules: what the calendar says: ``overdue``, ... With ``due_within`` either is enough.
        claimed: what is reported: ``in_progress``, ...
        evidence: what is shown: ``supports``, ...
        firmness: how firmly it is promised: ``firm``, ...
        words: words of the summary or of a quote; all of them, see `Words`.

    Raises ArgumentError for a value that is not one of its criterion, so that a slip is never
    answered by an empty list: an unknown kind, a dossier that cannot be one, a text without words;
    ArgumentTypeError for what is not a text, a day or a number where one belongs.
    A dossier or a session year that can be one, and that none of the records has, chooses nothing,
    as a day does on which nothing was promised.
    """

    kinds: tuple[str, ...] = field(default=(), converter=_kinds)
    document_kinds: tuple[DocumentKind, ...] = field(default=(), converter=_document_kinds)
    owners: tuple[str, ...] = field(default=(), converter=_owners)
    partners: tuple[str, ...] = field(default=(), converter=_texts)
    places: tuple[str, ...] = field(default=(), converter=_texts)
    sectors: tuple[str, ...] = field(default=(), converter=_texts)
    frameworks: tuple[str, ...] = field(default=(), converter=_texts)
    dossiers: tuple[str, ...] = field(default=(), converter=_dossiers)
    session_years: tuple[str, ...] = field(default=(), converter=_years)
    asked_since: dt.date | None = field(default=None, validator=_day)
    promised_since: dt.date | None = field(default=None, validator=_day)
    updated_since: dt.date | None = field(default=None, validator=_day)
    due_before: dt.date | None = field(default=None, validator=_day)
    due_within: int | None = field(default=None, converter=whole_number_or_none, validator=_period)
    schedules: tuple[Schedule, ...] = field(default=(), converter=_schedules)
    claimed: tuple[ClaimedStatus, ...] = field(default=(), converter=_claimed)
    evidence: tuple[EvidenceStatus, ...] = field(default=(), converter=_evidence)
    firmness: tuple[Firmness, ...] = field(default=(), converter=_firmness)
    words: str | None = field(default=None, validator=_words)

    def __bool__(self) -> bool:
        """Whether anything is asked."""
        return bool(self.given)

    @property
    def given(self) -> Mapping[str, Any]:
        """The criteria that are given, by their names."""
        every = attrs.asdict(self, recurse=False)
        return {name: value for name, value in every.items() if value not in ((), None)}

    @property
    def asks_papers_only(self) -> bool:
        """Whether all that is asked can be asked of a request and its paper as well."""
        return self.given.keys() <= _OF_PAPERS

    def to_plain(self) -> dict[str, Any]:
        """Return the criteria that are given as JSON has them: lists, texts and numbers."""
        return {
            name: [str(each) for each in value] if isinstance(value, tuple) else _plain(value)
            for name, value in self.given.items()
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Selection:
        """Return the selection that :meth:`to_plain` made; raises ValueError for anything else."""
        check_type(plain, Mapping, "plain", "selection.to_plain()")
        fields = attrs.fields_dict(cls)
        with suppress(TypeError, ValueError, KeyError):
            values: dict[str, Any] = {
                name: dt.date.fromisoformat(value) if fields[name].validator is _day else value
                for name, value in plain.items()
            }
            made = cls(**values)
            if made.to_plain() == plain:
                return made
        raise invalid_value(_("{plain!r:.80} is not what a selection asks", plain=plain))


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value


_OF_PAPERS: Final = frozenset(
    {"document_kinds", "dossiers", "session_years", "asked_since", "words"}
)
