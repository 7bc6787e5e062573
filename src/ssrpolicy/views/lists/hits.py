"""Words looked for in many records: where they stand, in summaries, quotes and papers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, Final, NamedTuple, get_args

from attrs import field, frozen

from ssrpolicy.arguments import check_number, check_type
from ssrpolicy.errors import ArgumentError
from ssrpolicy.evidence import Block, SourceText, Span, anchors
from ssrpolicy.fields import typed
from ssrpolicy.messages import _, argument
from ssrpolicy.model import Document, Entry, Handling, Language, Passage, PolicyRecord
from ssrpolicy.selection import Chosen, Selection, SharedCode, Words, choose, shared_codes
from ssrpolicy.views.lists.texts import KINDS_OF_PARTS, HitKind, called, paper_of
from ssrpolicy.views.shared import records_given

_KINDS: Final[tuple[HitKind, ...]] = get_args(HitKind)


@frozen(kw_only=True, field_transformer=typed)
class Hit:
    """A text in which all the words stand.

    Attributes:
        id: the full id of the entry; of a part of a paper, that of the paper.
        kind: in what the words stand.
        text: the text as it is, white space folded.
        marks: where the words stand in the text: from and up to, in characters.
        document: the full id of the paper; None for what stands in no paper.
        date: the date of the paper, where it is known.
        heading: the heading above it, where there is one.
        paragraph: the number of its paragraph in the paper, from 1; headings and notes have none.
        page: the page, where the paper has pages.
        address: the public address of the paper.
    """

    id: str
    kind: HitKind
    text: str
    marks: tuple[tuple[int, int], ...]
    document: str | None = None
    date: dt.date | None = None
    heading: str | None = None
    paragraph: int | None = None
    page: int | None = None
    address: str | None = None

    def to_plain(self) -> dict[str, Any]:
        """Return the hit as JSON has it."""
        return {
            "id": self.id,
            "kind": self.kind,
            "text": self.text,
            "marks": [list(each) for each in self.marks],
            "document": self.document,
            "date": None if self.date is None else self.date.isoformat(),
            "heading": self.heading,
            "paragraph": self.paragraph,
            "page": self.page,
            "address": self.address,
        }


@frozen(kw_only=True, field_transformer=typed)
class Found:
    """What a search found: the first hits, and how many there are.

    Attributes:
        words: the words as they were typed.
        selection: in which entries was looked, with the code of each name.
        as_of: the day as of which statuses count.
        hits: the hits, in order: summaries, quotes, paragraphs, headings, notes; the newest paper
            first.
        total: how many hits there are in all.
        shared: the codes of the selection that several records declare.
    """

    words: str
    selection: Selection
    as_of: dt.date
    hits: tuple[Hit, ...] = field(repr=False)
    total: int
    shared: tuple[SharedCode, ...] = ()


def search(
    records: PolicyRecord | Iterable[PolicyRecord],
    words: str,
    selection: Selection | None = None,
    *,
    as_of: dt.date,
    language: Language = "nl",
    limit: int | None = None,
) -> Found:
    """Return where all of some words stand in records: in summaries, quotes and papers.

    Words are compared without case and accents, in any order; one of three letters or more is
    found within a word too. Of papers, paragraphs, headings and notes are read.
    ``selection`` says in which entries is looked, and so in which papers; what is in papers after
    ``as_of`` is not found, nor what is in a paper without a date that is only known from those.
    ``language`` is that of the summaries. ``limit`` is the most hits that
    are returned, 1 or more.

    Raises ArgumentError without a word to look for, UnknownIdError for a code that is not
    known.
    """
    given = records_given(records, as_of=as_of, language=language, none=True)
    wanted = words_to_find(words, limit=limit)
    selection = Selection() if selection is None else selection
    handling = Handling(given, as_of)
    chosen = choose(given, selection, as_of=as_of, handling=handling)
    found = [
        each
        for record in given
        for each in _hits(record, chosen, wanted, language)
        if each.paper is None or not handling.is_later(record, each.paper.id)
    ]
    found.sort(key=lambda each: each.id)
    found.sort(key=lambda each: each.date or dt.date.min, reverse=True)
    found.sort(key=lambda each: _KINDS.index(each.kind))
    # Where words stand takes long to find, and is found for what is shown.
    shown = found if limit is None else found[:limit]
    return Found(
        words=words,
        selection=chosen.selection,
        as_of=as_of,
        hits=tuple(each.made() for each in shown),
        total=len(found),
        shared=shared_codes(chosen.selection, given),
    )


def words_to_find(words: str, *, limit: int | None = None) -> Words:
    """Return the words that a search is for.

    Raises ArgumentError without a word to look for, or more than a search takes, or
    ``limit`` is below 1.
    """
    if limit is not None:
        limit = check_number(limit, argument("--limit", "limit"), least=1)
    check_type(words, str, "words", "'training'")
    try:
        wanted = Words(words)
    except ValueError as error:
        raise ArgumentError(str(error), hint=_("Look for fewer words.")) from None
    if not wanted.words:
        raise ArgumentError(
            _("{words!r:.80} holds no word to look for.", words=words),
            hint=_("Give a word of letters or digits."),
        )
    return wanted


class _Candidate(NamedTuple):
    """A text that contains all the words, and the function that makes its hit."""

    kind: HitKind
    id: str
    paper: Document | None
    made: Callable[[], Hit]

    @property
    def date(self) -> dt.date | None:
        return None if self.paper is None else self.paper.date


def _hits(
    record: PolicyRecord, chosen: Chosen, words: Words, language: Language
) -> Iterator[_Candidate]:
    for entry in record:
        if not chosen.holds(record, entry):
            continue
        yield from _summary(record, entry, words, language)
        if isinstance(entry, Document):
            yield from _parts(record, entry, words)
            continue
        for quote in entry.quotes:
            if words.are_in(quote.quote) and quote.document in record:
                paper = record.document(quote.document)
                made = partial(_quote, record, entry.id, quote, words)
                yield _Candidate("quote", record.full_id(entry.id), paper, made)


def _of_paper(record: PolicyRecord, paper: Document | None) -> dict[str, Any]:
    if paper is None:
        return {}
    about = {"date": paper.date, "address": paper.address}
    return {"document": record.full_id(paper.id), **about}


def _summary(
    record: PolicyRecord, entry: Entry, words: Words, language: Language
) -> Iterator[_Candidate]:
    """The text in the reader's language, or else in the other one where the words stand there."""
    text, other = called(entry), "en" if language == "nl" else "nl"
    for shown in (getattr(text, language, None), getattr(text, other, None)):
        if shown is not None and words.are_in(shown):
            paper, id = paper_of(record, entry), record.full_id(entry.id)

            def made(shown: str = shown, paper: Document | None = paper, id: str = id) -> Hit:
                about, marks = _of_paper(record, paper), words.places(shown)
                return Hit(id=id, kind="summary", text=shown, marks=marks, **about)

            yield _Candidate("summary", id, paper, made)
            return


def _quote(record: PolicyRecord, id: str, quote: Passage, words: Words) -> Hit:
    text = " ".join(quote.quote.split())
    place = anchors(record).of(quote).place
    return Hit(
        id=record.full_id(id),
        kind="quote",
        text=text,
        marks=words.places(text),
        heading=None if place is None else place.heading,
        paragraph=None if place is None else place.paragraph,
        page=None if place is None else place.page,
        **_of_paper(record, record.document(quote.document)),
    )


def _parts(record: PolicyRecord, paper: Document, words: Words) -> Iterator[_Candidate]:
    source = anchors(record).source(paper.id)
    if source is None or not words.are_in(source.text):
        return
    for block in source.readable:
        text = source.display(block.start, block.end)
        if words.are_in(text):
            made = partial(_part, record, paper, source, block, text, words)
            yield _Candidate(KINDS_OF_PARTS[block.kind], record.full_id(paper.id), paper, made)


def _part(  # noqa: PLR0917 - these are the fields of a hit, in their order
    record: PolicyRecord, paper: Document, source: SourceText, block: Block, text: str, words: Words
) -> Hit:
    place = source.describe(Span(start=block.start, end=block.end), paper.id)
    return Hit(
        id=record.full_id(paper.id),
        kind=KINDS_OF_PARTS[block.kind],
        text=text,
        marks=words.places(text),
        heading=place.heading,
        paragraph=block.number,
        page=place.page,
        **_of_paper(record, paper),
    )
