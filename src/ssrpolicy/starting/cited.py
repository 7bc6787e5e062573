"""The papers that a new record's paper cites, with what the words around call them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from attrs import frozen

from ssrpolicy.citations import Citation, find_citations
from ssrpolicy.evidence import NOTE_BEGIN, NOTE_MARK, plain_mark
from ssrpolicy.evidence.terms import entered_day
from ssrpolicy.model import DocumentKind, PaperNumber, TextParts
from ssrpolicy.starting.decided import Decision, decision_on

MOST_SEARCHED: Final = 1_000_000
"""How many characters of a text are searched for what it states and cites; a letter has 20,000."""
_BEFORE: Final = 80
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
_DAY: Final = (
    r"(?P<day>\d{1,2}\s+[a-z]{3,9}\s+[12]\d{3}|[a-z]{3,9}\s+\d{1,2},?\s+[12]\d{3}"
    r"|\d{1,2}[-/]\d{1,2}[-/][12]\d{3})"
)
# The date of a paper stands right after its citation, or between what it is called and a bracket
# that holds the citation and nothing else.
_DATED_AFTER: Final = re.compile(
    rf"\)?[\s,;]{{0,3}}\(?(?:d\.?\s?d\.?|gedateerd|dated)\s+(?:op\s+)?{_DAY}\b", re.IGNORECASE
)
_DATED_BEFORE: Final = re.compile(
    r"(?:moties?|motion|brief|letter|rapport|report)\b(?:\s+[^\s.;]+){0,6}?\s+"
    rf"(?:van|of|d\.?\s?d\.?|gedateerd|dated)\s+(?:op\s+)?{_DAY}\s*\(\s*\Z",
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
    marks = tuple(NOTE_MARK.finditer(text))
    found: dict[PaperNumber | None, list[Citation]] = {}
    for each in find_citations(text):
        found.setdefault(each.number or _of_the_same_house(each, own), []).append(each)
    for number, citations in found.items():
        if number is None or number in known:
            continue
        citation = citations[0]
        kind = _kind(text, parts, citation, number, marks)
        yield CitedPaper(
            number=number,
            kind=kind,
            words=citation.words,
            warnings=tuple(map(str, citation.warnings if citation.number else ())),
            decision=_decision(text, parts, citations, marks)
            if kind is DocumentKind.MOTION
            else None,
            date=_date(text, citations),
        )


def _date(text: str, citations: list[Citation]) -> dt.date | None:
    """Return the day of a paper, where a text gives one at its citations."""
    found: set[dt.date | None] = set()
    for citation in citations:
        alone = text.startswith(")", citation.end)
        before = text[max(0, citation.start - 2 * _BEFORE) : citation.start] if alone else ""
        dated = _DATED_AFTER.match(text, citation.end) or _DATED_BEFORE.search(before)
        found |= {entered_day(dated["day"])} if dated else set()
    return found.pop() if len(found) == 1 else None


def _decision(
    text: str, parts: TextParts | None, citations: list[Citation], marks: tuple[re.Match[str], ...]
) -> Decision | None:
    """Return what was decided on a motion, where a text says it at a citation and nowhere else."""
    places: list[tuple[int, int]] = []
    for citation in citations:
        note = _note(text, parts, citation.start)
        if note is None:
            places.append((citation.start, citation.end))
        elif len(find_citations(text[note.end() : citation.end])) == 1:
            mark = plain_mark(note["mark"])
            above = [each for each in marks if each.end() <= note.start()]
            own = [each.span() for each in above if plain_mark(each[0]) == mark]
            places += own if len(own) == 1 else []
    found = [each for place in places if (each := decision_on(text, place, marks))]
    return found[0] if len({each.outcome for each in found}) == 1 else None


def _of_the_same_house(citation: Citation, own: PaperNumber | None) -> PaperNumber | None:
    if own in citation.candidates:  # "Nr. 17" in its own head, below a dossier with a chapter
        return own
    alike = (each for each in citation.candidates if own and each.series == own.series)
    return next(alike, None)


def _kind(
    text: str,
    parts: TextParts | None,
    citation: Citation,
    number: PaperNumber,
    marks: tuple[re.Match[str], ...],
) -> DocumentKind:
    """Return the kind of paper that the words before a citation name, or before its note's mark."""
    if number.series.startswith("ah"):
        return DocumentKind.QUESTION
    note = _note(text, parts, citation.start)
    if note is None:
        return _called(text[max(0, citation.start - _BEFORE) : citation.start])
    called = _called(text[max(note.end(), citation.start - _BEFORE) : citation.start])
    in_brackets = _IN_BRACKETS.match(text, citation.end)
    if called is DocumentKind.OTHER and in_brackets is not None:
        called = _called(in_brackets["words"])
    if called is not DocumentKind.OTHER:
        return called
    # Of several papers in one note, the text names the first, or all.
    first = not find_citations(text[note.end() : citation.start])
    named = {
        _called(words) if first or _SEVERAL.search(words) else DocumentKind.OTHER
        for words in _before_its_marks(note, marks)
    }
    return named.pop() if len(named) == 1 else DocumentKind.OTHER


def _note(text: str, parts: TextParts | None, place: int) -> re.Match[str] | None:
    """Return the mark that begins the note in which a place stands; None where it is in no note."""
    notes = None if parts is None else parts.notes
    if notes is not None and place < notes:
        return None
    above = max(0 if notes is None else notes, text.rfind("\n\n", 0, place))
    return next(reversed(list(NOTE_BEGIN.finditer(text, above, place + 1))), None)


def _before_its_marks(note: re.Match[str], marks: tuple[re.Match[str], ...]) -> Iterator[str]:
    """Yield the words before each place of the text that has the mark of a note.

    The same mark may stand at several notes, one on each page.
    """
    text, mark, last = note.string, plain_mark(note["mark"]), 0
    for each in takewhile(lambda found: found.end() <= note.start(), marks):
        if plain_mark(each[0]) == mark:
            before = text[max(0, each.start() - _BEFORE) : each.start()]
            # What stands before another mark is of that one's note, unless both share a name.
            shared = _SEVERAL.search(before)
            yield before if shared else text[max(last, each.start() - _BEFORE) : each.start()]
        last = each.end()


def _called(before: str) -> DocumentKind:
    """Return the kind of paper that the words before a citation name, the last where several do."""
    words = " ".join(_ENDED.split(before)[-1].split())
    ends = {
        called: max((m.end() for m in called.finditer(words)), default=0) for called, _ in _CALLED
    }
    last, kind = max(_CALLED, key=lambda each: ends[each[0]])
    return kind if ends[last] else DocumentKind.OTHER
