"""The words of a quote as they are searched for, and the gaps around them."""

from typing import Self

import attrs

from ssrpolicy.evidence.matching.folding import (
    GAP,
    GAP_CHARACTERS,
    SOFT_HYPHEN,
    WHITE_SPACE,
    gaps,
    joined,
    levelled,
    plain,
    readings,
    same_gaps,
    skeleton,
)


@attrs.frozen(kw_only=True)
class SearchWords:
    """The words that are looked for, folded once; white space around them counts for nothing.

    ``core`` reaches from the first to the last character that is not a dash; ``head`` and ``tail``
    are the dashes around it, with the white space between.
    """

    levelled: str
    skeleton: str
    core: str
    head: str
    tail: str

    @classmethod
    def of(cls, words: str) -> Self:
        """The words as they are looked for; ValueError when nothing but white space is given."""
        # A soft hyphen at either end was cut off from its word.
        text = levelled(words).strip(WHITE_SPACE + SOFT_HYPHEN)
        if not text:
            msg = "a quote needs words; this one is empty"
            raise ValueError(msg)
        from_core = text.lstrip(GAP_CHARACTERS)
        core = from_core.rstrip(GAP_CHARACTERS)
        return cls(
            levelled=text,
            skeleton=skeleton(core),
            core=core,
            head=text[: len(text) - len(from_core)],
            tail=from_core[len(core) :],
        )

    def matches(self, piece: str) -> bool:
        """Whether a levelled piece with the core's skeleton says it, by the list of foldings."""
        folded = " ".join(self.core.split())
        # Nearly every quote is decided by these two; the last comparison decides them all.
        return (
            " ".join(piece.split()) == folded
            or " ".join(joined(piece).split()) == folded
            or same_gaps(gaps(self.core), gaps(piece))
        )


def gap_before(text: str, end: int) -> str:
    """The white space, hyphens and dashes right before this offset."""
    start = end
    while start and ((last := text[start - 1]) in ("-", SOFT_HYPHEN) or last.isspace()):
        start -= 1
    return text[start:end]


def gap_after(text: str, start: int) -> str:
    """The white space, hyphens and dashes right after this offset."""
    match = GAP.match(text, start)
    return match.group() if match else ""


def dashes_taken(gap: str, wanted: str, *, at_end: bool) -> int:
    """How many characters of a gap a quote's outer dashes stand for; 0 when it has none."""
    wanted = plain(wanted)
    places = [place for place, character in enumerate(gap) if character == "-"]
    for place in reversed(places) if at_end else places:
        part = gap[place:] if at_end else gap[: place + 1]
        # Only a hyphen right after a word's part is at a line end.
        if plain(part) == wanted or (at_end and place == 0 and wanted in readings(part)):
            return len(part)
    return 0


def dashes_of(folded: str) -> str:
    """The dashes of a gap alone."""
    return folded.replace(" ", "")


def same_seam(one: str, other: str) -> bool:
    """Whether two gaps are the same but for white space, which nobody types in a prefix."""
    return not {dashes_of(way) for way in readings(one)}.isdisjoint(
        dashes_of(way) for way in readings(other)
    )
