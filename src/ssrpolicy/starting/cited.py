"""The papers that a new record's paper cites, with what the words around call them."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import field, frozen

from ssrpolicy.citations import Citation, find_citations
from ssrpolicy.evidence import NOTE_BEGIN, NOTE_MARK, plain_mark
from ssrpolicy.model import DocumentKind, PaperNumber, TextParts
from ssrpolicy.starting.days import WRITTEN_DAY, written_day
from ssrpolicy.starting.decided import Decision, decision_on

MOST_SEARCHED: Final = 1_000_000
"""How many characters of a text are searched for what it states and cites; a letter has 20,000."""
_BEFORE: Final = 80
# A text says at a few places what was decided on a motion, or what a note cites; of one that does
# so at more, nothing is certain.
_MOST_PLACES: Final = 200
_BLANK: Final = re.compile(r"(?=\n\n)")
# What the words before a citation call the paper, and the kind of document that it then is.
_CALLED: Final = (
    (re.compile(r"\bmoties?\b|\bmotion", re.IGNORECASE), DocumentKind.MOTION),
    (
        re.compile(r"(?:\b|kamer)(?:brief|brieven)\b|\bletters?\b", re.IGNORECASE),
        DocumentKind.LETTER,
    ),
    (re.compile(r"vragen\b|\bquestions?\b", re.IGNORECASE), DocumentKind.QUESTION),
    (re.compile(r"verzoek\b|\brequest\b", re.IGNORECASE), DocumentKind.REQUEST),
    (re.compile(r"rapport(?:en)?\b|\breports?\b", re.IGNORECASE), DocumentKind.REPORT),
    (re.compile(r"evaluati", re.IGNORECASE), DocumentKind.EVALUATION),
    (re.compile(r"amendement|\bamendment", re.IGNORECASE), DocumentKind.OTHER),
)
_SEVERAL: Final = re.compile(
    r"\b(?:moties|motions|(?:kamer)?brieven|letters|rapporten|reports)\b", re.IGNORECASE
)
# Words of the sentence before do not name what a citation cites.
_ENDED: Final = re.compile(r"(?<=\w{3})[.?!]\s+(?=[A-Z])")
# The date of a paper stands right after its citation, or between what it is called and a bracket
# that holds the citation and nothing else.
_DATED_AFTER: Final = re.compile(
    rf"\)?[\s,;]{{0,3}}\(?(?:d\.?\s?d\.?|gedateerd|dated)\s+(?:op\s+)?(?P<day>{WRITTEN_DAY})\b",
    re.IGNORECASE,
)
_DATED_BEFORE: Final = re.compile(
    r"(?:moties?|motion|brief|letter|rapport|report)\b(?:\s+[^\s.;]+){0,6}?\s+"
    rf"(?:van|of|d\.?\s?d\.?|gedateerd|dated)\s+(?:op\s+)?(?P<day>{WRITTEN_DAY})\s*\(\s*\Z",
    re.IGNORECASE,
)
_IN_BRACKETS: Final = re.compile(r"\s*\((?P<words>[^)\n]{3,60})\)")


@frozen(kw_only=True)
class CitedPaper:
    """A paper that is cited: its number, its kind, the words of the citation, what is odd in it.

    ``decision`` is what the text says was decided on a motion, ``date`` the day that it gives.
    """

    number: PaperNumber
    kind: DocumentKind
    words: str
    warnings: tuple[str, ...] = ()
    decision: Decision | None = None
    date: dt.date | None = None


@frozen
class _Cites:
    """Where a text cites papers, where its notes begin, and where it refers to them.

    Each is found once, in the order of the text.
    """

    text: str
    notes: int
    found: Sequence[Citation]
    marks: tuple[re.Match[str], ...]
    _starts: list[int]
    _begins: list[re.Match[str]]
    _blanks: list[int]
    _by_mark: dict[str, list[int]] = field(factory=dict)

    @classmethod
    def of(cls, text: str, parts: TextParts | None) -> _Cites:
        """Look for all in a text; notes at its end begin where ``parts`` says."""
        notes = None if parts is None else parts.notes
        found = find_citations(text)
        marks = tuple(NOTE_MARK.finditer(text))
        by_mark: dict[str, list[int]] = {}
        for at, mark in enumerate(marks):
            by_mark.setdefault(plain_mark(mark[0]), []).append(at)
        return cls(
            text=text,
            notes=0 if notes is None else notes,
            found=found,
            marks=marks,
            starts=sorted(each.start for each in found),
            begins=list(NOTE_BEGIN.finditer(text)),
            blanks=[each.start() for each in _BLANK.finditer(text)],
            by_mark=by_mark,
        )

    def note_around(self, place: int) -> re.Match[str] | None:
        """Return the mark that begins the note in which a place stands; None where in no note."""
        if place < self.notes:
            return None
        blank = bisect_right(self._blanks, place - 2)
        above = max(self.notes, self._blanks[blank - 1] if blank else 0)
        at = bisect_right(self._begins, place, key=lambda each: each.end())
        begin = self._begins[at - 1] if at else None
        return begin if begin is not None and begin.start() >= above else None

    def number_within(self, start: int, end: int) -> int:
        """Return how many citations begin within a piece of the text."""
        return bisect_left(self._starts, end) - bisect_left(self._starts, start)

    def marks_within(self, start: int, end: int) -> tuple[re.Match[str], ...]:
        """Return the marks of notes within a piece of the text."""
        first = bisect_left(self.marks, start, key=lambda each: each.start())
        return self.marks[first : bisect_right(self.marks, end, key=lambda each: each.end())]

    def references_to(self, note: re.Match[str]) -> list[int]:
        """Return which of the marks above a note are its own; none where there are too many."""
        listed = self._by_mark.get(plain_mark(note["mark"]), [])
        above = bisect_right(listed, note.start(), key=lambda at: self.marks[at].end())
        return listed[:above] if above <= _MOST_PLACES else []


def cited_papers(
    text: str,
    parts: TextParts | None,
    known: frozenset[PaperNumber | None],
    own: PaperNumber | None,
) -> Iterator[CitedPaper]:
    """Yield the papers that a text cites, each once, but for those that are known.

    A paper does not cite itself. One that is cited without its House is of the House that the
    paper itself, ``own``, is of.
    """
    cites = _Cites.of(text, parts)
    found: dict[PaperNumber | None, list[Citation]] = {}
    for each in cites.found:
        found.setdefault(each.number or _of_the_same_house(each, own), []).append(each)
    for number, citations in found.items():
        if number is None or number in known:
            continue
        citation = citations[0]
        kind = _kind(cites, citation, number)
        yield CitedPaper(
            number=number,
            kind=kind,
            words=citation.words,
            warnings=tuple(map(str, citation.warnings if citation.number else ())),
            decision=_decision(cites, citations) if kind is DocumentKind.MOTION else None,
            date=_date(text, citations),
        )


def _date(text: str, citations: list[Citation]) -> dt.date | None:
    """Return the day of a paper, where a text gives one at its citations."""
    found: set[dt.date | None] = set()
    for citation in citations:
        alone = text.startswith(")", citation.end)
        before = text[max(0, citation.start - 2 * _BEFORE) : citation.start] if alone else ""
        dated = _DATED_AFTER.match(text, citation.end) or _DATED_BEFORE.search(before)
        found |= {written_day(dated["day"])} if dated else set()
    return found.pop() if len(found) == 1 else None


def _decision(cites: _Cites, citations: list[Citation]) -> Decision | None:
    """Return what was decided on a motion, where a text says it at a citation and nowhere else."""
    if len(citations) > _MOST_PLACES:
        return None
    places: list[tuple[int, int]] = []
    for citation in citations:
        note = cites.note_around(citation.start)
        if note is None:
            places.append((citation.start, citation.end))
        elif cites.number_within(note.end(), citation.end) == 1:
            own = cites.references_to(note)
            places += [cites.marks[at].span() for at in own] if len(own) == 1 else []
    found = [e for place in places if (e := decision_on(cites.text, place, cites.marks_within))]
    return found[0] if len({each.outcome for each in found}) == 1 else None


def _of_the_same_house(citation: Citation, own: PaperNumber | None) -> PaperNumber | None:
    if own in citation.candidates:  # "Nr. 17" in its own head, below a dossier with a chapter
        return own
    alike = (each for each in citation.candidates if own and each.series == own.series)
    return next(alike, None)


def _kind(cites: _Cites, citation: Citation, number: PaperNumber) -> DocumentKind:
    """Return the kind of paper that the words before a citation name, or before its note's mark."""
    if number.series.startswith("ah"):
        return DocumentKind.QUESTION
    text, note = cites.text, cites.note_around(citation.start)
    if note is None:
        return _called(text[max(0, citation.start - _BEFORE) : citation.start])
    called = _called(text[max(note.end(), citation.start - _BEFORE) : citation.start])
    in_brackets = _IN_BRACKETS.match(text, citation.end)
    if called is DocumentKind.OTHER and in_brackets is not None:
        called = _called(in_brackets["words"])
    if called is not DocumentKind.OTHER:
        return called
    # Of several papers in one note, the text names the first, or all.
    first = not cites.number_within(note.end(), citation.start)
    named = {
        _called(words) if first or _SEVERAL.search(words) else DocumentKind.OTHER
        for words in _before_its_marks(cites, note)
    }
    return named.pop() if len(named) == 1 else DocumentKind.OTHER


def _before_its_marks(cites: _Cites, note: re.Match[str]) -> Iterator[str]:
    """Yield the words before each place of the text that has the mark of a note.

    The same mark may stand at several notes, one on each page.
    """
    for at in cites.references_to(note):
        place = cites.marks[at].start()
        last = cites.marks[at - 1].end() if at else 0
        before = cites.text[max(0, place - _BEFORE) : place]
        # What stands before another mark is of that one's note, unless both share a name.
        shared = _SEVERAL.search(before)
        yield before if shared else cites.text[max(last, place - _BEFORE) : place]


def _called(before: str) -> DocumentKind:
    """Return the kind of paper that the words before a citation name, the last where several do."""
    words = " ".join(_ENDED.split(before)[-1].split())
    ends = {
        called: max((m.end() for m in called.finditer(words)), default=0) for called, _ in _CALLED
    }
    last, kind = max(_CALLED, key=lambda each: ends[each[0]])
    return kind if ends[last] else DocumentKind.OTHER
