"""Reading the citations that name a dossier, from the first to the last in a text."""

from __future__ import annotations

import re

from attrs import evolve, frozen

from ssrpolicy.citations import patterns
from ssrpolicy.citations.chapters import with_chapter
from ssrpolicy.citations.citation import Citation
from ssrpolicy.citations.dossiers import (
    Dossier,
    evidence_for,
    is_no_dossier,
    prefixes,
    read_dossier,
    stands_by_itself,
)
from ssrpolicy.citations.numbers import Number, further_numbers
from ssrpolicy.citations.papers import cited_dossier, cited_papers
from ssrpolicy.citations.warnings import CitationWarning

# A comma, a word and some spaces: what may stand between citations that belong together.
_LONGEST_JOINT = 16
# No paper belongs to more dossiers than this; the bound also keeps the work linear.
_MOST_JOINED = 12


@frozen(kw_only=True)
class _Group:
    """A dossier, or several joined, with the first number after the last of them."""

    dossiers: tuple[Dossier, ...]
    number: Number | None


def dossier_citations(text: str) -> tuple[Citation, ...]:
    """Return the citations in ``text`` that name a dossier, in reading order."""
    return tuple(_Reader(text).citations())


class _Reader:
    """Goes through a text once, from dossier to dossier."""

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
            group = self._group(match)
            new = self._cited(group) if group else ()
            position = max(match.end(), new[-1].end if new else 0)
            if group and new:
                self._vouched_until = position if group.dossiers[0].vouched else None
            found.extend(new)
        return found

    def _group(self, match: re.Match[str]) -> _Group | None:
        prefix = self._prefixes.get(match.start())
        if is_no_dossier(self._text, match, prefix):
            return None
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
        return _Group(dossiers=tuple(dossiers), number=number)

    def _goes_on(self, start: int) -> bool:
        if self._vouched_until is None or start - self._vouched_until > _LONGEST_JOINT:
            return False
        between = self._text[self._vouched_until : start]
        return patterns.BETWEEN_CITATIONS.fullmatch(between) is not None

    def _joined(self, previous: Dossier) -> tuple[Dossier, Number | None] | None:
        """Return the dossier that follows directly, as in "31 514 / 31 707, E"."""
        joint = patterns.JOINED.match(self._text, previous.end)
        if joint is None or joint.end() in self._prefixes:
            return None
        match = patterns.DOSSIER.match(self._text, joint.end())
        if match is None:
            return None
        return with_chapter(self._text, read_dossier(self._text, match, None, previous.evidence))

    def _cited(self, group: _Group) -> tuple[Citation, ...]:
        if group.number is None:
            return self._cited_alone(group.dossiers)
        last = group.dossiers[-1]
        if group.number.introduced == "dash" and not _dash_is_enough(last, group.number):
            return ()
        numbers = further_numbers(self._text, group.number, chapter=last.suffix is not None)
        return cited_papers(self._text, group.dossiers, numbers)

    def _cited_alone(self, dossiers: tuple[Dossier, ...]) -> tuple[Citation, ...]:
        """Return citations of dossiers after which no number stands."""
        found: list[Citation] = []
        for dossier in dossiers:
            joined = bool(found)
            accepted = self._accepted(dossier, joined=joined)
            if accepted is None:
                break
            found.append(cited_dossier(self._text, accepted))
        return tuple(found)

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


def _dash_is_enough(dossier: Dossier, number: Number) -> bool:
    """Whether 12345-67 is a paper, though no word and no bracket may say so."""
    if dossier.vouched or dossier.suffix or dossier.is_council:
        return True
    return dossier.may_stand_alone and not dossier.dotted and not number.may_be_year
