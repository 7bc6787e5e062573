"""Citations made of the words read: which paper each number names, and which remain uncertain."""

from __future__ import annotations

import re

from attrs import evolve

from ssrpolicy.citations import patterns
from ssrpolicy.citations.citation import Citation, CitationWarning
from ssrpolicy.citations.dossiers import Dossier
from ssrpolicy.citations.numbers import CitedNumber
from ssrpolicy.model import PaperNumber

# Up to this session the identifiers of Senate papers hold the session year; since the one after
# next they do not. Dossiers from before the second date may have papers of either kind.
_LAST_SESSION_IN_NUMBER = "20082009"
_SESSION_OF_CHANGE = "20092010"
_FIRST_DOSSIER_SINCE = 32_150
_LONGEST_RANGE = 100


def cited_dossier(text: str, dossier: Dossier) -> Citation:
    """Return the citation of a dossier as a whole."""
    warnings, candidates = list(dossier.warnings), []
    if dossier.doubtful_letter:
        candidates.append(PaperNumber(dossier=dossier.name, number=dossier.doubtful_letter))
    if dossier.part and not dossier.suffix and not dossier.part.startswith("0"):
        doubt = CitationWarning("dossier-or-paper", (dossier.name, dossier.part, dossier.digits))
        warnings.append(doubt)
        candidates.append(PaperNumber(dossier=dossier.digits, number=dossier.part))
    return Citation(
        words=text[dossier.start : dossier.end],
        start=dossier.start,
        end=dossier.end,
        kind="dossier",
        dossier=dossier.full_name,
        warnings=tuple(warnings),
        candidates=tuple(candidates),
    )


def cited_papers(
    text: str, dossiers: tuple[Dossier, ...], numbers: tuple[CitedNumber, ...]
) -> tuple[Citation, ...]:
    """Return one citation for each number after a dossier, or after several joined."""
    citations = []
    for position, number in enumerate(numbers):
        papers, warnings = _read(dossiers, number)
        start = dossiers[0].start if position == 0 else number.start
        certain = len(papers) == 1
        citation = Citation(
            words=text[start : number.end],
            start=start,
            end=number.end,
            kind="paper",
            number=papers[0] if certain else None,
            dossier=papers[0].dossier_with_suffix if len(dossiers) == 1 else None,
            warnings=warnings,
            candidates=() if certain else papers,
        )
        citations.append(
            as_range(citation, number)
            if number.last is not None
            else _or_year(citation, number, dossiers[-1], papers)
        )
    letter = patterns.LETTER_AFTER.match(text, numbers[-1].end)
    if letter and numbers[-1].value.isdecimal():
        citations[-1] = _with_letter(text, citations[-1], dossiers[-1], letter)
    return tuple(citations)


def _read(
    dossiers: tuple[Dossier, ...], number: CitedNumber
) -> tuple[tuple[PaperNumber, ...], tuple[CitationWarning, ...]]:
    """Return the papers that a number after its dossiers may be, and what was odd about it."""
    papers: list[PaperNumber] = []
    warnings = [warning for dossier in dossiers for warning in dossier.warnings]
    for dossier in dossiers:
        named = evolve(dossier, suffix=number.suffix) if number.suffix else dossier
        found, odd = _papers_of(named, number.value, _session_year(dossiers))
        papers.extend(found)
        warnings.extend(odd)
    if len(dossiers) > 1:
        warnings.append(CitationWarning("joint-dossiers"))
    if number.introduced in {"comma", "stroke", "space"} and not number.is_letter:
        warnings.append(CitationWarning("no-number-marker", (number.value,)))
    plain = dossiers[0].suffix is None and not dossiers[0].is_council
    if plain and not dossiers[0].vouched and number.introduced == "dash":
        warnings.append(CitationWarning("unmarked"))
    return tuple(papers), tuple(dict.fromkeys(warnings))


def _or_year(
    citation: Citation, number: CitedNumber, dossier: Dossier, papers: tuple[PaperNumber, ...]
) -> Citation:
    """Return the citation of a number, in doubt where the number may be a year."""
    dashed = number.introduced == "dash"
    if not number.may_be_year or number.introduced == "word" or (dashed and dossier.is_council):
        return citation
    doubt = CitationWarning("year-or-number", (number.value,))
    citation = evolve(citation, warnings=(*citation.warnings, doubt))
    if number.introduced == "list" or (dashed and dossier.suffix is None):
        # 22112-2019 is how papers are written; a dossier without chapters gets so far.
        return citation
    return evolve(citation, kind="dossier", number=None, candidates=papers)


def _papers_of(
    dossier: Dossier, value: str, session_year: str | None
) -> tuple[tuple[PaperNumber, ...], tuple[CitationWarning, ...]]:
    """Return the papers that a number in a dossier may be: one, or two in doubt."""
    paper = PaperNumber(dossier=dossier.name, suffix=dossier.suffix, number=value)
    senate = not value.isdecimal() or (dossier.prefix is not None and dossier.prefix.chamber == "I")
    if not senate:
        return (paper,), ()
    if session_year is None:
        old = int(dossier.digits) < _FIRST_DOSSIER_SINCE
        return (paper,), ((CitationWarning("session-year-missing"),) if old else ())
    with_year = evolve(paper, session_year=session_year)
    if session_year <= _LAST_SESSION_IN_NUMBER:
        return (with_year,), ()
    if session_year == _SESSION_OF_CHANGE:
        return (with_year, paper), (CitationWarning("session-year-doubtful", ("2009/10",)),)
    return (paper,), ()


def _session_year(dossiers: tuple[Dossier, ...]) -> str | None:
    years = (dossier.prefix.session_year for dossier in dossiers if dossier.prefix)
    return next((year for year in years if year is not None), None)


def as_range(citation: Citation, number: CitedNumber) -> Citation:
    """Return a citation of a number as one of the range that the number begins."""
    first, last = int(number.value), int(number.last or number.value)
    names = (str(first), str(last))
    if citation.number is not None and first < last <= first + _LONGEST_RANGE:
        note = CitationWarning("range", (*names, str(last - first + 1)))
        return evolve(
            citation,
            kind="range",
            last=evolve(citation.number, number=str(last)),
            warnings=(*citation.warnings, note),
        )
    papers = citation.candidates or ((citation.number,) if citation.number else ())
    ends = tuple(evolve(paper, number=str(last)) for paper in papers)
    return evolve(
        citation,
        number=None,
        candidates=tuple(dict.fromkeys((*papers, *ends))),
        warnings=(*citation.warnings, CitationWarning("range-doubtful", names)),
    )


def _with_letter(
    text: str, citation: Citation, dossier: Dossier, letter: re.Match[str]
) -> Citation:
    papers = citation.candidates or ((citation.number,) if citation.number else ())
    lettered = PaperNumber(dossier=dossier.name, suffix=dossier.suffix, number=letter["letter"])
    return evolve(
        citation,
        words=text[citation.start : letter.end()],
        end=letter.end(),
        kind="paper",
        number=None,
        last=None,
        candidates=(*papers, lettered),
        warnings=(*citation.warnings, CitationWarning("letter-and-number")),
    )
