"""The parts of an entry as a reader goes through it: words, quotes, pointers, where it stands."""

from __future__ import annotations

import datetime as dt

from attrs import frozen

AXES = ("claimed", "evidence", "schedule")
"""The axes on which a statement stands, in the order in which they are shown."""


@frozen(kw_only=True)
class LanguageText:
    """Words with the language that they are in, where that is not the reader's.

    Attributes:
        language: their language tag; None for the reader's language.
        text: the words.
    """

    text: str
    language: str | None = None


@frozen(kw_only=True)
class Pointer:
    """Words that may lead on: to an entry of a record of the report, or to a public address.

    ``language`` is that of the words, where it is not the reader's; words before and after them,
    such as how one entry stands to another, are in the reader's.

    Attributes:
        record: the id of the record to which they lead; None for none.
        entry: the id of the entry to which they lead; None for none.
        text: the words.
        before: words in the reader's language that come first.
        after: words in the reader's language that come last.
        url: the public address; None without one.
    """

    text: str
    record: str | None = None
    entry: str | None = None
    url: str | None = None
    language: str | None = None
    before: str = ""
    after: str = ""


@frozen(kw_only=True)
class Detail:
    """One thing said of an entry, under its label.

    Attributes:
        label: the same in words.
        key: what it is, such as ``owners``.
        values: what is said, each with where it leads.
    """

    key: str
    label: str
    values: tuple[Pointer, ...]


@frozen(kw_only=True)
class Quotation:
    """A quote on one line, and where it stands; ``begins`` is its offset where it is verified.

    Attributes:
        text: the words.
        language: the language tag of the words.
        document: the id of the document.
        name: what the document is called.
        place: where it stands, in words; None where that is not known.
    """

    text: str
    language: str
    document: str
    name: str
    place: str | None
    begins: int | None


@frozen(kw_only=True)
class AxisState:
    """Where a statement stands on one axis, as recorded and in words."""

    axis: str
    label: str
    value: str
    text: str


@frozen(kw_only=True)
class Event:
    """An update of a statement: when, by whom, on what, and what it says.

    Attributes:
        date: the day.
        day: the day in words.
        by: who said or found it, by name; None where the host left the name out.
        axis: the axis, as recorded.
        axis_label: the axis in words.
        value: what it says, in words; None where it is a note alone.
        note: its note.
        document: the id of the document on which it rests; None without one.
        paper: the same document as it is cited, in words.
        quotes: the passages that show it.
    """

    date: dt.date
    day: str
    by: LanguageText | None
    axis: str
    axis_label: str
    value: str | None
    note: LanguageText | None
    document: str | None
    paper: str | None
    quotes: tuple[Quotation, ...]


@frozen(kw_only=True)
class RequestAnswer:
    """One answer to a request, of which there may be several."""

    label: str
    value: str
    text: str
    details: tuple[Detail, ...]
    quotes: tuple[Quotation, ...]


@frozen(kw_only=True)
class PageEntry:
    """A request, a statement or an instrument, with all that is recorded of it.

    Attributes:
        id: its id in the record.
        kind: what it is, as recorded.
        kind_label: the same in words.
        summary: what it says.
        standing: where it stands on each axis.
        details: what else is recorded, each under its label.
        quotes: the passages on which it rests.
        answers: the answers, of a request.
        history: its updates by date.
        doubt: why it might be read otherwise.
    """

    id: str
    kind: str
    kind_label: str
    summary: LanguageText
    standing: tuple[AxisState, ...] = ()
    details: tuple[Detail, ...] = ()
    quotes: tuple[Quotation, ...] = ()
    answers: tuple[RequestAnswer, ...] = ()
    history: tuple[Event, ...] = ()
    doubt: LanguageText | None = None


def pointers(values: str | list[Pointer], quoted: str | None = None) -> tuple[Pointer, ...]:
    """Return words in pointers, one for each line, or the pointers that there are.

    ``quoted`` is the language of the source's words that a line opens with, in quotation marks;
    None for the reader's.
    """
    if isinstance(values, str):
        return tuple(_line(line, quoted) for line in values.split("\n"))
    return tuple(values)


def _line(line: str, quoted: str | None) -> Pointer:
    words, mark, after = line.rpartition("”")
    if quoted is None or not words.startswith("“"):
        return Pointer(text=line)
    return Pointer(text=words + mark, language=quoted, after=after)
