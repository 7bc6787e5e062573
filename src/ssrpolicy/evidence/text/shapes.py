"""What a block of a text could be by its looks alone, wherever it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs

from ssrpolicy.evidence.text.letterhead import LONGEST_HEAD, is_letterhead
from ssrpolicy.evidence.text.lines import Line, is_list_item
from ssrpolicy.evidence.text.notes import ASKED
from ssrpolicy.evidence.text.questions import stops_within
from ssrpolicy.evidence.text.signature import (
    OFFICE,
    copies,
    encloses,
    is_closing,
    is_formula,
    is_person,
    signs_through,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMBERED: Final = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Za-z])[.)]?\s+(?=\S)")
_MARKS: Final = tuple(".!?:;,\u2026")
_CLOSERS: Final = "\"'\u201d\u2019\u00bb)]"
#: An end with the mark of a note after it; a bare number, only where something is asked; or with
#: a reference in brackets: "by the end of 2032. (Paragraph 14)".
_NOTED: Final = re.compile(
    rf"{ASKED}$"
    r"|[^\W_]{4}[.!?][\"'\u201d\u2019\u00bb]*\s+\([^\W_]{2}[^()]{1,80}\)$"
    r"|[.!?:;,\u2026][\"'\u201d\u2019\u00bb)]*\s?\[\d{1,3}\]$"
)
_SENTENCE_BREAK: Final = re.compile(
    r"[^\W\d_]{2}[.!?][\"'\u201d\u2019)]*\s+[\"'\u201c\u2018(]*[^\W\d_a-z]"
)
_ORNAMENT: Final = re.compile(
    r"[\W_]*(?:(?:pagina|page|blz\.?|p\.)?\s*\d{1,4}(?:\s*(?:van|of|/)\s*\d{1,4})?[\W_]*)?$",
    re.IGNORECASE,
)
#: A name alone on its line, as the movers of a motion sign it: "Van der Lee", "Peters".
_NAME: Final = re.compile(
    r"(?:[^\W\d_a-z]\.\s*)*"
    r"(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Hh]et|[Tt]en|[Tt]er|'t|[Ii]n|[Oo]p|[Ll]a|[Ll]e|[Ee]l)\s+)*"
    r"[^\W\d_a-z][^\W\d_]*(?:[ -][^\W\d_a-z][^\W\d_]*){0,2}$"
)

LONGEST_HEADING: Final = 140
_LONGEST_ORNAMENT: Final = 80
_LONGEST_NAME: Final = 40
_MOST_HEADING_LINES: Final = 2
MOST_SIGNATURE_LINES: Final = 5
_LONGEST_SIGNATURE_LINE: Final = 80


@attrs.define(eq=False)
class Shape:
    """A block's text on one line with its lines, and what it could be by its looks alone."""

    text: str
    lines: Sequence[Line]
    ends: bool = attrs.field(init=False)
    """Whether a mark closes it, be it a comma or a colon."""
    closes: bool = attrs.field(init=False)
    """Whether each of its lines is of a signature: a formula, an office, who signs."""
    runs: bool = attrs.field(init=False)
    """Whether it reads as running text."""
    is_office: bool = attrs.field(init=False)
    """Whether it starts with an office."""

    @ends.default
    def _ends(self) -> bool:
        return self.text.rstrip(_CLOSERS).endswith(_MARKS) or bool(_NOTED.search(self.text))

    @closes.default
    def _closes(self) -> bool:
        return is_closing([line.text for line in self.lines])

    @runs.default
    def _runs(self) -> bool:
        long = len(self.text) > LONGEST_HEAD
        like_text = long or self.stops or bool(_SENTENCE_BREAK.search(self.text))
        return like_text and not self.closes

    @is_office.default
    def _is_office(self) -> bool:
        return bool(OFFICE.match(self.text))

    @property
    def stops(self) -> bool:
        """Whether it ends as a sentence ends."""
        return self.ends and not self.text.endswith((",", ";", ":"))

    @property
    def decorates(self) -> bool:
        """Whether it is a page number or a line of signs, and says nothing."""
        return len(self.text) <= _LONGEST_ORNAMENT and bool(_ORNAMENT.match(self.text))

    @property
    def addresses(self) -> bool:
        """Whether it says what only a letter's head says."""
        return is_letterhead(self.text)

    @property
    def may_head(self) -> bool:
        """Whether it could be a heading: short, bare and without an end."""
        first = self.text.lstrip("#*_ ")[:1]
        return (
            len(self.lines) <= _MOST_HEADING_LINES
            and len(self.text) <= LONGEST_HEADING
            and not self.ends
            and not self.runs
            and not stops_within(self.text)
            and (first.isupper() or first.isdigit() or bool(_NUMBERED.match(self.text)))
            and not is_list_item(self.text, numbered=False)
        )

    @property
    def goes_on(self) -> bool:
        """Whether it begins in the middle of a sentence: with a small letter that marks no item."""
        return self.text[:1].islower() and not is_list_item(self.text)

    @property
    def number(self) -> str | None:
        """The number it starts with, each digit as 0, so that numbers of one depth are alike."""
        match = _NUMBERED.match(self.text)
        return re.sub(r"\d+", "0", match.group().strip()) if match else None

    @property
    def signs(self) -> bool:
        """Whether it could close the letter: a formula, or an office with a name."""
        formula = is_formula(self.lines[0].text)
        if not (formula or self.is_office) or len(self.lines) > MOST_SIGNATURE_LINES:
            return False
        if max(len(line.text) for line in self.lines) > _LONGEST_SIGNATURE_LINE:
            return False
        if formula:
            return True
        if self.stops:
            return False
        # An office alone, without the comma that a name follows, may begin a sentence.
        return self.lines[0].text.endswith(",") or (not self.ends and len(self.lines) > 1)

    @property
    def closing_goes_on(self) -> bool:
        """Whether it may stand below an office or a formula: who signs, or who signs next."""
        return self.is_person or self.closes

    @property
    def is_person(self) -> bool:
        """Whether it is who signs and nothing else."""
        return len(self.lines) == 1 and is_person(self.text)

    @property
    def encloses(self) -> bool:
        """Whether it lists what is enclosed, and says nothing in sentences."""
        return encloses(self.text) and not self.runs

    @property
    def copies(self) -> bool:
        """Whether it says to whom a copy goes, and nothing else."""
        return copies(self.lines[0].text) and not self.runs

    @property
    def signs_through(self) -> bool:
        """Whether it is the official who signs for a minister, who is named above."""
        return signs_through([line.text for line in self.lines])

    @property
    def is_name(self) -> bool:
        """Whether it is a name and nothing else."""
        return len(self.text) <= _LONGEST_NAME and bool(_NAME.match(self.text))

    @property
    def names(self) -> bool:
        """Whether it could be a name, or an office without one."""
        return not self.ends and not self.runs and len(self.lines) <= _MOST_HEADING_LINES
