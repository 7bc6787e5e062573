"""How the blocks of a letter look: what a block could be, judged by itself alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs

from ssrpolicy.evidence.text.lines import Line, is_list_item

if TYPE_CHECKING:
    from collections.abc import Sequence

_MONTH: Final = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)"
)
_DATE: Final = rf"(?:\d{{1,2}}\s+{_MONTH}\s+\d{{4}}|{_MONTH}\s+\d{{1,2}},?\s+\d{{4}})"
#: What only a letter's head says: whom it is for, where and when, its number, the salutation.
_LETTERHEAD: Final = re.compile(
    rf"""
      (?:aan|to)\s+(?:de|het|den|the)\b [^.!?]* $
    | (?:aan|to|van|from|datum|date|betreft|betr|onderwerp|subject|re|ons\ kenmerk|uw\ kenmerk
       |kenmerk|bijlagen?|our\ ref(?:erence)?|your\ ref(?:erence)?|enclosures?)\.?\s*: .*
    | (?:[^\W\d][\w'\u2019 .-]*,\s*|voorgesteld\s+)? (?:de\s+)? {_DATE} \.? $
    | (?:nr|no|nummer|number)\.?\s*\d+\b [^.!?]* $
    | (?:geachte|zeer\ geachte|dear)\b [^.!?]* $
    | (?:mijnheer|mevrouw)?\s*(?:de\ )?voorzitter,? $
    | (?:vergaderjaar|kamerstukken?|tweede\ kamer|eerste\ kamer)\b [^.!?]* $
    """,
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_OFFICE: Final = re.compile(
    r"""
    (?:(?:mede\ )?namens\s+)? (?:de|het|the|on\ behalf\ of\ the)?\s*
    (?:minister|staatssecretaris|viceminister|minister-president|state\ secretary|secretary
      |voorzitter|griffier|chair|speaker|burgemeester|commissaris|ambassadeur|ambassador)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_CLOSING: Final = re.compile(
    r"""
    (?:hoogachtend|met\ (?:vriendelijke|de\ meeste)\ (?:groet(?:en)?|hoogachting)
      |yours\ (?:sincerely|faithfully|truly)|(?:kind|best)\ regards|sincerely
      |\(?w\.\s?g\.|\(?signed)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NUMBERED: Final = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Za-z])[.)]?\s+(?=\S)")
_FINAL: Final = re.compile(r"[.!?:;,\u2026][\"'\u201d\u2019\u00bb)\]]*$")
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

_LONGEST_HEADING: Final = 140
_LONGEST_ORNAMENT: Final = 80
_LONGEST_NAME: Final = 40
_MOST_HEADING_LINES: Final = 2
_LONGEST_HEAD: Final = 200
MOST_SIGNATURE_LINES: Final = 5
_LONGEST_SIGNATURE_LINE: Final = 80


@attrs.frozen(kw_only=True)
class Shape:
    """A block's text on one line with its lines, and what it could be by its looks alone."""

    text: str
    lines: Sequence[Line]

    @property
    def ends(self) -> bool:
        """Whether a mark closes it, be it a comma or a colon."""
        return bool(_FINAL.search(self.text))

    @property
    def stops(self) -> bool:
        """Whether it ends as a sentence ends."""
        return self.ends and not self.text.endswith((",", ";", ":"))

    @property
    def runs(self) -> bool:
        """Whether it reads as running text."""
        return (
            self.stops or len(self.text) > _LONGEST_HEAD or bool(_SENTENCE_BREAK.search(self.text))
        )

    @property
    def decorates(self) -> bool:
        """Whether it is a page number or a line of signs, and says nothing."""
        return len(self.text) <= _LONGEST_ORNAMENT and bool(_ORNAMENT.match(self.text))

    @property
    def addresses(self) -> bool:
        """Whether it says what only a letter's head says."""
        return len(self.text) <= _LONGEST_HEAD and bool(_LETTERHEAD.match(self.text))

    @property
    def may_head(self) -> bool:
        """Whether it could be a heading: short, bare and without an end."""
        first = self.text.lstrip("#*_ ")[:1]
        return (
            len(self.lines) <= _MOST_HEADING_LINES
            and len(self.text) <= _LONGEST_HEADING
            and not self.ends
            and not self.runs
            and (
                first.isupper()
                or first.isdigit()
                or (first != "" and bool(_NUMBERED.match(self.text)))
            )
            and not is_list_item(self.text, numbered=False)
        )

    @property
    def number(self) -> str | None:
        """The number it starts with, each digit as 0, so that numbers of one depth are alike."""
        match = _NUMBERED.match(self.text)
        return re.sub(r"\d+", "0", match.group().strip()) if match else None

    @property
    def signs(self) -> bool:
        """Whether it could close the letter: a formula, or an office with a name."""
        if len(self.lines) > MOST_SIGNATURE_LINES or any(
            len(line.text) > _LONGEST_SIGNATURE_LINE for line in self.lines
        ):
            return False
        if _CLOSING.match(self.text):
            return True
        if not _OFFICE.match(self.text) or self.stops:
            return False
        # An office alone, without the comma that a name follows, may begin a sentence.
        return self.lines[0].text.endswith(",") or (not self.ends and len(self.lines) > 1)

    @property
    def is_name(self) -> bool:
        """Whether it is a name and nothing else."""
        return len(self.text) <= _LONGEST_NAME and bool(_NAME.match(self.text))

    @property
    def names(self) -> bool:
        """Whether it could be a name, or an office without one."""
        return not self.ends and not self.runs and len(self.lines) <= _MOST_HEADING_LINES

    @property
    def is_office(self) -> bool:
        """Whether it starts with an office."""
        return bool(_OFFICE.match(self.text))
