"""The papers that a new record's paper cites, with what the words around call them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from ssrpolicy.citations import Citation, find_citations
from ssrpolicy.model import DocumentKind, PaperNumber, TextParts

_BEFORE: Final = 60
# What the words before a citation call the paper, and the kind of document that it then is.
_CALLED: Final = (
    (re.compile(r"\bmoties?\b|\bmotion", re.IGNORECASE), DocumentKind.MOTION),
    (re.compile(r"\bbrief\b|\bletter\b|kamerbrief", re.IGNORECASE), DocumentKind.LETTER),
    (re.compile(r"vragen\b|\bquestions?\b", re.IGNORECASE), DocumentKind.QUESTION),
    (re.compile(r"verzoek\b|\brequest\b", re.IGNORECASE), DocumentKind.REQUEST),
    (re.compile(r"rapport\b|\breport\b", re.IGNORECASE), DocumentKind.REPORT),
    (re.compile(r"evaluati", re.IGNORECASE), DocumentKind.EVALUATION),
)
_MARK: Final = re.compile(r"\s*(?P<mark>[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+)")


@frozen(kw_only=True)
class CitedPaper:
    """A paper that is cited: its number, its kind, the words of the citation, what is odd in it."""

    number: PaperNumber
    kind: DocumentKind
    words: str
    warnings: tuple[str, ...] = ()


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
    seen = set(known)
    for citation in find_citations(text):
        number = citation.number or _of_the_same_house(citation, own)
        if number is None or number in seen:
            continue
        seen.add(number)
        yield CitedPaper(
            number=number,
            kind=_kind(text, parts, citation, number),
            words=citation.words,
            warnings=tuple(map(str, citation.warnings if citation.number else ())),
        )


def _of_the_same_house(citation: Citation, own: PaperNumber | None) -> PaperNumber | None:
    alike = (each for each in citation.candidates if own and each.series == own.series)
    return next(alike, None)


def _kind(
    text: str, parts: TextParts | None, citation: Citation, number: PaperNumber
) -> DocumentKind:
    """Return the kind of paper that the words before a citation name, or before its note's mark."""
    if number.series.startswith("ah"):
        return DocumentKind.QUESTION
    notes = None if parts is None else parts.notes
    if notes is None or citation.start < notes:
        return _called(text[max(0, citation.start - _BEFORE) : citation.start])
    note = max(notes, text.rfind("\n\n", 0, citation.start))
    called = _called(text[max(note, citation.start - _BEFORE) : citation.start])
    mark = _MARK.match(text, note)
    if called is not DocumentKind.OTHER or mark is None:
        return called
    # The same mark may stand at several notes, one on each page.
    marked = [m.start("mark") for m in _MARK.finditer(text, 0, notes) if m["mark"] == mark["mark"]]
    if len(marked) != 1:
        return called
    return _called(text[max(0, marked[0] - _BEFORE) : marked[0]])


def _called(before: str) -> DocumentKind:
    """Return the kind of paper that the words before a citation name, the last where several do."""
    words = " ".join(before.split())
    ends = {
        kind: max((m.end() for m in called.finditer(words)), default=0) for called, kind in _CALLED
    }
    kind = max(ends, key=lambda each: ends[each])
    return kind if ends[kind] else DocumentKind.OTHER
