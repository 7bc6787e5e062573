"""A plain load of JSON records, without any check."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import cattrs
from attrs import field, frozen


@frozen
class _Names:
    nl: str | None = None
    en: str | None = None


@frozen
class _Selector:
    type: str
    exact: str | None = None
    start: int | None = None
    end: int | None = None


@frozen
class _Passage:
    document: str
    selector: list[_Selector]


@frozen
class _Timeframe:
    phrase: str
    date: str | None = None


@frozen
class _Quantity:
    unit: str
    exactly: int | None = None
    at_most: int | None = None


@frozen
class _Document:
    id: str
    kind: str
    text: str
    sha256: str
    file: str
    date: dt.date
    number: str | None = None
    title: _Names | None = None
    authors: list[str] = field(factory=list)


@frozen
class _Request:
    id: str
    document: str
    summary: _Names
    quotes: list[_Passage]


@frozen
class _Statement:
    id: str
    kind: str
    summary: _Names
    quotes: list[_Passage]
    firmness: str | None = None
    course: str | None = None
    cue: str | None = None
    owners: list[str] = field(factory=list)
    places: list[str] = field(factory=list)
    quantities: list[_Quantity] = field(factory=list)
    timeframe: _Timeframe | None = None


@frozen
class _Disposition:
    request: str
    document: str
    answer: str
    by: list[str]


@frozen
class _Update:
    statement: str
    date: dt.date
    by: str
    claimed: str | None = None
    evidence: str | None = None
    timeframe: _Timeframe | None = None
    note: _Names | None = None
    document: str | None = None
    quotes: list[_Passage] = field(factory=list)


@frozen
class _Code:
    id: str
    name: _Names


@frozen
class _Record:
    format: str
    id: str
    language: str
    source: str
    title: _Names
    documents: list[_Document]
    requests: list[_Request]
    statements: list[_Statement]
    dispositions: list[_Disposition]
    updates: list[_Update]
    parties: list[_Code]
    places: list[_Code]


@frozen
class _Portfolio:
    format: str
    records: list[_Record]


def plain_load(portfolio: str) -> Callable[[], None]:
    """Load the portfolio with cattrs as it comes, into plain classes, without any check."""
    converter = cattrs.Converter()
    converter.register_structure_hook(dt.date, lambda text, _: dt.date.fromisoformat(text))

    def load() -> None:
        text = Path(portfolio).read_text(encoding="utf-8")
        assert converter.structure(json.loads(text), _Portfolio).records

    return load
