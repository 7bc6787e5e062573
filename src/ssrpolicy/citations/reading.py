"""Finding every citation in a text: by identifier, by dossier, by number alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve

from ssrpolicy.citations import patterns
from ssrpolicy.citations.citation import Citation, CitationWarning
from ssrpolicy.citations.dossiers import (
    Dossier,
    evidence_for,
    is_something_else,
    prefixes,
    read_dossier,
    stands_by_itself,
)
from ssrpolicy.citations.identifiers import identified
from ssrpolicy.citations.numbers import CitedNumber, further_numbers, with_chapter
from ssrpolicy.citations.orphans import with_orphans
from ssrpolicy.citations.papers import cited_dossier, cited_papers

# A comma, a word and some spaces: what may stand between citations that belong together.
_LONGEST_JOINT = 16
# No paper belongs to more dossiers than this; the bound also keeps the work linear.
_MOST_JOINED = 12


def citations_in(text: str, default_dossier: str | None) -> tuple[Citation, ...]:
    """Return the citations in a text in reading order."""
    by_identifier = identified(text)
    rest = _blanked(text, by_identifier)
    by_dossier = _Reader(rest).citations()
    cited = tuple(sorted((*by_identifier, *by_dossier), key=lambda each: each.start))
    found = with_orphans(rest, cited, default_dossier)
    return tuple(_as_written(text, each) for each in found)


def _as_written(text: str, citation: Citation) -> Citation:
    """Return a citation with its own words, and with a warning where a reprint is named."""
    warnings = citation.warnings
    reprint = patterns.REPRINT.match(text, citation.end)
    if reprint is not None and citation.number is not None and citation.number.edition is None:
        warnings = (*warnings, CitationWarning("reprint", (reprint["reprint"].strip("()"),)))
    words = text[citation.start : citation.end]
    if reprint is None and words == citation.words:
        return citation
    return evolve(citation, words=words, warnings=warnings)


def _blanked(text: str, cited: tuple[Citation, ...]) -> str:
    """Return the text with a character in place of each that is cited already.

    The character is one that no pattern of a citation takes, so that nothing is read across it.
    """
    pieces: list[str] = []
    position = 0
    for citation in cited:
        pieces.extend((text[position : citation.start], "\x00" * (citation.end - citation.start)))
        position = citation.end
    pieces.append(text[position:])
    return "".join(pieces)


class _Reader:
    """Reads the citations that name a dossier, in one pass over a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._prefixes = prefixes(text)
        # Where the last citation ended, when words or brackets vouched for it: they vouch as
        # well for what follows it directly, after a comma or "en".
        self._vouched_until: int | None = None

    def citations(self) -> list[Citation]:
        """Return every citation that names a dossier."""
        found: list[Citation] = []
        position = 0
        while (match := patterns.DOSSIER.search(self._text, position)) is not None:
            dossiers, number = self._group(match)
            new = self._cited(dossiers, number)
            position = max(match.end(), new[-1].end if new else 0)
            if new:
                self._vouched_until = position if dossiers[0].vouched else None
            found.extend(new)
        return found

    def _group(self, match: re.Match[str]) -> tuple[tuple[Dossier, ...], CitedNumber | None]:
        """Return a dossier, or several joined, with the first number after the last of them."""
        prefix = self._prefixes.get(match.start())
        if is_something_else(self._text, match, prefix):
            return (), None
        evidence = evidence_for(self._text, match.start(), prefix)
        if evidence != "word" and self._goes_on(match.start()):
            evidence = "word"
        dossier, number = with_chapter(
            self._text, read_dossier(self._text, match, prefix, evidence)
        )
        dossiers = [dossier]
        while number is None and len(dossiers) < _MOST_JOINED:
            joined = self._joined(dossiers[-1])
            if joined is None:
                break
            dossier, number = joined
            dossiers.append(dossier)
        return tuple(dossiers), number

    def _goes_on(self, start: int) -> bool:
        if self._vouched_until is None or start - self._vouched_until > _LONGEST_JOINT:
            return False
        between = self._text[self._vouched_until : start]
        return patterns.BETWEEN_CITATIONS.fullmatch(between) is not None

    def _joined(self, previous: Dossier) -> tuple[Dossier, CitedNumber | None] | None:
        """Return the dossier that follows directly, as in "31 514 / 31 707, E"."""
        joint = patterns.JOINED.match(self._text, previous.end)
        if joint is None or joint.end() in self._prefixes:
            return None
        match = patterns.DOSSIER.match(self._text, joint.end())
        if match is None:
            return None
        return with_chapter(self._text, read_dossier(self._text, match, None, previous.evidence))

    def _cited(
        self, dossiers: tuple[Dossier, ...], number: CitedNumber | None
    ) -> tuple[Citation, ...]:
        if number is None:
            return tuple(self._cited_alone(dossiers))
        if number.introduced == "dash" and not _dash_is_enough(dossiers[-1], number):
            return ()
        chapter = dossiers[-1].suffix is not None
        numbers = further_numbers(self._text, number, chapter=chapter)
        return cited_papers(self._text, dossiers, numbers)

    def _cited_alone(self, dossiers: tuple[Dossier, ...]) -> Iterator[Citation]:
        """Yield citations of dossiers after which no number stands."""
        for position, dossier in enumerate(dossiers):
            accepted = self._accepted(dossier, joined=position > 0)
            if accepted is None:
                break
            yield cited_dossier(self._text, accepted)

    def _accepted(self, dossier: Dossier, *, joined: bool) -> Dossier | None:
        """Return a dossier without a number if something says that it is one."""
        if patterns.COUNTED.match(self._text, dossier.end):
            return None
        if dossier.evidence in {"word", "number"}:
            return dossier
        if not dossier.may_stand_alone:
            return None
        if dossier.evidence == "brackets":
            accepted = self._in_brackets(dossier, joined=joined)
            if accepted is not None:
                return accepted
        if dossier.suffix and len(dossier.suffix) > 1:
            odd = CitationWarning("unmarked")
            return evolve(dossier, warnings=(*dossier.warnings, odd))
        return None

    def _in_brackets(self, dossier: Dossier, *, joined: bool) -> Dossier | None:
        """Return a dossier that brackets set apart, with a doubt if it may be an amount."""
        if not patterns.CLOSES_DOSSIER.match(self._text, dossier.end):
            return None
        by_itself = joined or stands_by_itself(self._text, dossier)
        before = self._text[max(0, dossier.first_digit - 4) : dossier.first_digit].rstrip()
        if not by_itself and not before.endswith((",", ";", ":")):
            return None
        if dossier.suffix or (by_itself and not dossier.dotted):
            return dossier
        doubt = CitationWarning("dossier-or-amount", (dossier.name,))
        return evolve(dossier, warnings=(*dossier.warnings, doubt))


def _dash_is_enough(dossier: Dossier, number: CitedNumber) -> bool:
    """Whether 12345-67 is a paper even without a word or bracket that confirms it."""
    if dossier.vouched or dossier.suffix or dossier.is_council:
        return True
    return dossier.may_stand_alone and not dossier.dotted and not number.may_be_year
