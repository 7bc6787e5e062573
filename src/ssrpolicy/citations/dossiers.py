"""The dossier in a citation: its digits, its part, its budget chapter, and what led up to it."""

from __future__ import annotations

import re
from typing import Literal

from attrs import frozen

from ssrpolicy.citations import patterns
from ssrpolicy.citations.citation import CitationWarning
from ssrpolicy.citations.identifiers import house, read_session_year

# The Council of the European Union has its papers in dossiers 21501-02, 21501-03 and so on.
_COUNCIL = "21501"
# The budgets since 2000. After these a letter is more often a chapter than a Senate paper.
# fmt: off
_BUDGETS = frozenset((
    26_800, 27_400, 28_000, 28_600, 29_200, 29_800, 30_300, 30_800, 31_200, 31_700,
    32_123, 32_500, 33_000, 33_400, 33_750, 34_000, 34_300, 34_550, 34_775, 35_000,
    35_300, 35_570, 35_925, 36_200, 36_410, 36_600, 36_800,
))
# fmt: on
# Dossiers below this one are from before 1978 and are no longer cited without a word for them.
_OLDEST_UNMARKED = 15_000

# Brackets or spaces around what is otherwise the whole text.
_MARGIN = 4

# What vouches for a dossier: a word for parliamentary papers, a number before it that needs a
# dossier ("nr. 456 (36800-XVI)"), brackets around it, or nothing.
Evidence = Literal["word", "number", "brackets", "none"]


@frozen(kw_only=True)
class Prefix:
    """The words before a dossier that say which House it is from, and in which session."""

    start: int
    end: int
    chamber: str | None
    session_year: str | None


def prefixes(text: str) -> dict[int, Prefix]:
    """Return the words that lead up to a dossier, by the place where they end."""
    found = {}
    for match in patterns.PREFIX.finditer(text):
        session = read_session_year(match["session"] or match["bare_session"])
        if match["bare_session"] and session is None:
            continue
        chamber = house(match["chamber"] or match["bare_chamber"] or match["later_chamber"])
        found[match.end()] = Prefix(
            start=match.start(), end=match.end(), chamber=chamber, session_year=session
        )
    return found


@frozen(kw_only=True)
class Dossier:
    """A dossier as it stands in a text, up to where a number may follow.

    Attributes:
        start: where its words begin, what leads up to it included.
        first_digit: where its digits begin.
        end: where its words end.
        digits: its five digits.
        evidence: what vouches for its being a dossier.
        dotted: whether it is written with a dot, as amounts are: 33.344.
        part: two digits that belong to it, as in 21501-02.
        suffix: the budget chapter.
        doubtful_letter: the letter of the Senate paper that the chapter may also be.
        prefix: the words that lead up to it.
        warnings: what was odd about it.
    """

    start: int
    first_digit: int
    end: int
    digits: str
    evidence: Evidence
    dotted: bool = False
    part: str | None = None
    suffix: str | None = None
    doubtful_letter: str | None = None
    prefix: Prefix | None = None
    warnings: tuple[CitationWarning, ...] = ()

    @property
    def vouched(self) -> bool:
        """Whether words or brackets say that this is a dossier."""
        return self.evidence != "none"

    @property
    def name(self) -> str:
        """The dossier with its part: 21501-02."""
        return f"{self.digits}-{self.part}" if self.part else self.digits

    @property
    def full_name(self) -> str:
        """The dossier with its part and its budget chapter: 32123-X."""
        return f"{self.name}-{self.suffix}" if self.suffix else self.name

    @property
    def is_budget(self) -> bool:
        """Whether this is one of the yearly budgets, which have chapters."""
        return int(self.digits) in _BUDGETS

    @property
    def is_council(self) -> bool:
        """Whether this is a dossier of the Council of the European Union."""
        return self.digits == _COUNCIL

    @property
    def may_stand_alone(self) -> bool:
        """Whether the digits are a dossier without a word or a number that confirms it."""
        round_figure = self.digits.endswith("000") and not self.is_budget
        return int(self.digits) >= _OLDEST_UNMARKED and not round_figure


def is_something_else(text: str, match: re.Match[str], prefix: Prefix | None) -> bool:
    """Whether five digits are something else: an amount, a telephone number, another gazette."""
    start = match.start()
    before = text[max(0, start - 40) : start]
    if patterns.AMOUNT_BEFORE.search(before):
        return True
    if prefix is not None or patterns.HOUSE_REFERENCE.match(text, start):
        return False
    if patterns.OTHER_PUBLICATION.search(before):
        return True
    if before[-1:].isalpha():
        # NL91 and A4 begin other numbers; "TK31490" has its own word before it.
        return True
    # 12 345 678 and 070-31889 are longer numbers.
    return bool(re.search(r"[0-9](?:[.,/]|\s|-|\u2013)\Z", before[-2:])) or bool(
        match["gap"] and re.match(r"[\s.][0-9]{3}(?![0-9])", text[match.end() : match.end() + 5])
    )


def evidence_for(text: str, start: int, prefix: Prefix | None) -> Evidence:
    """Return what speaks for a dossier at ``start``: a word, a number, brackets, or nothing."""
    if prefix is not None or patterns.HOUSE_REFERENCE.match(text, start):
        return "word"
    window = text[max(0, start - 40) : start]
    if patterns.SUBJECT_WORD.search(window):
        return "word"
    if patterns.NUMBER_BEFORE.search(window):
        return "number"
    if start <= _MARGIN:
        # A text that begins with a dossier is a citation typed by itself.
        return "brackets"
    wide = text[max(0, start - 160) : start]
    return "brackets" if wide.rfind("(") > wide.rfind(")") else "none"


def stands_by_itself(text: str, dossier: Dossier) -> bool:
    """Whether a dossier stands directly after an opening bracket, or is the whole text."""
    before = text[max(0, dossier.first_digit - _MARGIN) : dossier.first_digit].rstrip()
    whole = dossier.first_digit <= _MARGIN and len(text) - dossier.end <= _MARGIN
    return before.endswith("(") or whole


def read_dossier(
    text: str, match: re.Match[str], prefix: Prefix | None, evidence: Evidence
) -> Dossier:
    """Return the dossier that begins with the five digits matched."""
    digits = match["high"] + match["low"]
    part, end = _part(text, match.end(), council=digits == _COUNCIL)
    odd = (CitationWarning("dossier-part", (part,)),) if part and digits != _COUNCIL else ()
    # The identifier of a paper on a Kingdom Act does not hold the Act's own number.
    kingdom_act = patterns.KINGDOM_ACT.match(text, end)
    end = kingdom_act.end() if kingdom_act else end
    return Dossier(
        start=prefix.start if prefix else match.start(),
        first_digit=match.start(),
        end=end,
        digits=digits,
        evidence=evidence,
        dotted=match["gap"] == ".",
        part=part,
        prefix=prefix,
        warnings=odd,
    )


def _part(text: str, end: int, *, council: bool) -> tuple[str | None, int]:
    found = patterns.PART.match(text, end)
    if found is None and council:
        found = patterns.SPACED_PART.match(text, end)
    if found is None:
        return None, end
    # 25000-10-3 has its number elsewhere, so that the two digits belong to the dossier.
    numbered = patterns.NUMBER_DASHED.match(text, found.end())
    if council or (numbered and numbered["value"].isdecimal()):
        return found["part"], found.end()
    return None, end
