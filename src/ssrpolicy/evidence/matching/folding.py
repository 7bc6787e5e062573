"""What a quote and its source may differ in and still be the same words: the written list.

1.  **Unicode composition.** Both are brought to normal form NFC.
2.  **White space.** Every run of white space, no-break spaces, line ends and page breaks
    included, counts as one space; what stands at the very start or end of a quote counts for
    nothing.
3.  **Apostrophes**, **quotation marks** and **dashes** count by kind: see `APOSTROPHES`,
    `QUOTATION_MARKS` and `DASHES`. A single mark and a double one stay different.
4.  **Soft hyphens** count for nothing.
5.  **Line-end hyphens.** A hyphen between two words' parts that has a line end right after it
    may be read three ways, each line end for itself: joined ("veiligheidsstructuren"), kept
    ("SSR-beleid"), or as the publisher broke it, which rule 2 makes "veiligheids- structuren".
    A soft hyphen at a line end may also be read as nothing but white space (rules 2 and 4).
    Readers of PDF files leave U+FFFE or U+0002 in the place of such a hyphen, with its line end
    or without: see `BROKEN_HYPHENS`.

Nothing else: never letter case, never diacritics, never words. Two texts match when one of the
readings of the first is one of the readings of the second.

To compare texts by search instead of by trying every reading, each has a *skeleton*: its
characters without white space, hyphens and dashes. Every reading of a text has the same skeleton,
so a match is always found there; the *gaps* that the skeleton left out then decide whether it is
one. Gaps are compared one by one, which is exact, because a reading changes gaps only.
"""

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import Final, NamedTuple, Self

#: What ends a line, as `str.splitlines` sees it; page breaks (form feeds) are among them.
LINE_BREAKS: Final = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"

#: Every character that counts as white space, line ends included.
WHITE_SPACE: Final = "".join(filter(str.isspace, map(chr, range(0x3001))))

#: Shows only where a line breaks on it; elsewhere it counts for nothing.
SOFT_HYPHEN: Final = "\N{SOFT HYPHEN}"

#: What readers of PDF files put in the place of a hyphen that breaks a word at a line end.
BROKEN_HYPHENS: Final = "\ufffe\x02"
_BROKEN, *_OTHER_BROKEN = BROKEN_HYPHENS

#: The kinds of hyphen and dash that count as "-".
DASHES: Final = (
    "\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}\N{HORIZONTAL BAR}"
    "\N{MINUS SIGN}\N{SMALL EM DASH}\N{SMALL HYPHEN-MINUS}\N{FULLWIDTH HYPHEN-MINUS}"
)

#: The kinds of apostrophe and single quotation mark that count as "'".
APOSTROPHES: Final = (
    "\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
    "\N{SINGLE LOW-9 QUOTATION MARK}\N{SINGLE HIGH-REVERSED-9 QUOTATION MARK}"
    "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
    "\N{MODIFIER LETTER APOSTROPHE}\N{PRIME}\N{GRAVE ACCENT}\N{ACUTE ACCENT}"
    "\N{FULLWIDTH APOSTROPHE}"
)

#: The kinds of double quotation mark that count as '"'.
QUOTATION_MARKS: Final = (
    "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}"
    "\N{DOUBLE LOW-9 QUOTATION MARK}\N{DOUBLE HIGH-REVERSED-9 QUOTATION MARK}"
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
    "\N{DOUBLE PRIME}\N{REVERSED DOUBLE PRIME QUOTATION MARK}\N{DOUBLE PRIME QUOTATION MARK}"
    "\N{LOW DOUBLE PRIME QUOTATION MARK}\N{FULLWIDTH QUOTATION MARK}"
)

#: Each sign, with the kinds that count as it; all of one code point, so that offsets stay.
KINDS: Final = {"-": DASHES, "'": APOSTROPHES, '"': QUOTATION_MARKS}

#: What a skeleton leaves out, a run at a time.
GAP: Final = re.compile(rf"[\s\-{SOFT_HYPHEN}{_BROKEN}]+")
GAP_CHARACTERS: Final = f"{WHITE_SPACE}-{SOFT_HYPHEN}{_BROKEN}"

_REPLACEMENTS: Final = (
    *((kind, sign) for sign, kinds in KINDS.items() for kind in kinds),
    *((sign, _BROKEN) for sign in _OTHER_BROKEN),
)
_BREAKS: Final = frozenset(LINE_BREAKS)
_OTHER_GAP_CHARACTERS: Final = GAP_CHARACTERS.replace(" ", "")
_HARD_LINE_END: Final = re.compile(
    rf"(?<=[^\s\-{SOFT_HYPHEN}])(?:-(?=[^\S{LINE_BREAKS}]*[{LINE_BREAKS}])\s++|{_BROKEN}\s*+)"
    rf"(?=[^\s\-{SOFT_HYPHEN}])"
)
_ASCII: Final = frozenset(map(chr, range(128)))


def levelled(text: str) -> str:
    """A text in NFC with one kind of dash, apostrophe and quotation mark (rules 1 and 3)."""
    text = unicodedata.normalize("NFC", text)
    if text.isascii():
        text = text.replace("`", "'")
        return text.replace(_OTHER_BROKEN[0], _BROKEN)
    # A replacement that finds nothing costs next to nothing; translate() visits every character.
    for kind, sign in _REPLACEMENTS:
        text = text.replace(kind, sign)
    return text


def bare_letters(text: str) -> str:
    """A text of the same length in small letters without accents, to look for near misses."""
    if not text.isascii():
        for sign in set(text) - _ASCII:
            bare = unicodedata.normalize("NFD", sign)[0].lower()
            if sign.isalpha() and len(bare) == 1:
                text = text.replace(sign, bare)
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := sign.lower()) == 1 else sign for sign in text)


def without_broken_hyphens(text: str) -> str:
    """A text with a hyphen in the place of what readers of PDF files put there for one."""
    for sign in BROKEN_HYPHENS:
        text = text.replace(sign, "-")
    return text


def split_at_gaps(levelled_text: str) -> list[str]:
    """The parts of a levelled text between the characters that its skeleton leaves out.

    Where two such characters adjoin, the part between them is empty: parts and characters left
    out take turns, so that offsets can be counted.
    """
    for character in _OTHER_GAP_CHARACTERS:
        levelled_text = levelled_text.replace(character, " ")
    return levelled_text.split(" ")


def skeleton(levelled_text: str) -> str:
    """A levelled text without white space, hyphens, dashes and soft hyphens."""
    bare = "".join(levelled_text.split()).replace("-", "").replace(SOFT_HYPHEN, "")
    return bare.replace(_BROKEN, "")


def joined(levelled_text: str) -> str:
    """A levelled text with every line-end hyphen joined."""
    return _HARD_LINE_END.sub("", levelled_text)


def plain(gap: str) -> str:
    """A gap with its white space folded and its soft hyphens gone (rules 2 and 4)."""
    return re.sub(r"\s+", " ", gap.replace(SOFT_HYPHEN, "").replace(_BROKEN, "-"))


@lru_cache(maxsize=4096)
def readings(gap: str) -> frozenset[str]:
    """The ways to read what stands between two characters of a skeleton (rules 2, 4 and 5)."""
    folded = plain(gap)
    if _BROKEN in gap and folded in ("-", "- "):
        return frozenset(("", "-", "- "))
    if not _BREAKS.isdisjoint(gap):
        if folded == "- " and gap.lstrip(SOFT_HYPHEN).startswith("-"):
            return frozenset(("", "-", "- "))
        if folded == " " and gap.startswith(SOFT_HYPHEN):
            return frozenset(("", "-", "- ", " "))
    return frozenset((folded,))


def same_gap(one: str, other: str) -> bool:
    """Whether two gaps have a reading in common."""
    return one == other or not readings(one).isdisjoint(readings(other))


def gaps(levelled_text: str) -> dict[int, str]:
    """The gaps of a levelled text, each by how many characters of the skeleton precede it."""
    found: dict[int, str] = {}
    left_out = 0
    for match in GAP.finditer(levelled_text):
        gap = match.group()
        found[match.start() - left_out] = gap
        left_out += len(gap)
    return found


def same_gaps(one: dict[int, str], other: dict[int, str]) -> bool:
    """Whether two texts of one skeleton match, judged by the gaps of both."""
    return all(same_gap(gap, other.get(place, "")) for place, gap in one.items()) and all(
        place in one or same_gap("", gap) for place, gap in other.items()
    )


def same_words(one: str, other: str) -> bool:
    """Whether two texts are the same but for what the list allows."""
    first, second = (levelled(text).strip(WHITE_SPACE + SOFT_HYPHEN) for text in (one, other))
    return skeleton(first) == skeleton(second) and same_gaps(gaps(first), gaps(second))


def gap_before(text: str, end: int) -> str:
    """The white space, hyphens and dashes right before this offset."""
    start = end
    while start and ((last := text[start - 1]) in ("-", SOFT_HYPHEN, _BROKEN) or last.isspace()):
        start -= 1
    return text[start:end]


def gap_after(text: str, start: int) -> str:
    """The white space, hyphens and dashes right after this offset."""
    match = GAP.match(text, start)
    return match.group() if match else ""


def dashes_taken(gap: str, wanted: str, *, at_end: bool) -> int:
    """How many characters of a gap a quote's outer dashes stand for; 0 when either has none."""
    if not wanted:
        return 0
    wanted = plain(wanted)
    places = [place for place, character in enumerate(gap) if character in ("-", _BROKEN)]
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


class Composition(NamedTuple):
    """Where bringing a text to NFC moved its characters, so that every offset leads back.

    ``rows`` are the stretches that changed: the start and end of each in the NFC text, and in the
    original. A text that is in NFC already has none.
    """

    rows: tuple[tuple[int, int, int, int], ...] = ()

    @classmethod
    def of(cls, text: str) -> Self:
        """Where bringing this text to NFC moves characters."""
        if unicodedata.is_normalized("NFC", text):
            return cls()
        rows: list[tuple[int, int, int, int]] = []
        shift = 0
        # ASCII never composes with what precedes it: each stretch stands by itself.
        for match in re.finditer(r"[\x00-\x7f]?[^\x00-\x7f]+", text):
            first, last = match.span()
            starters = (place for place in range(first + 1, last) if not attaches(text[place]))
            for start, end in pairwise((first, *starters, last)):
                composed = unicodedata.normalize("NFC", text[start:end])
                if composed != text[start:end]:
                    rows.append((start + shift, start + shift + len(composed), start, end))
                    shift += len(composed) - (end - start)
        return cls(tuple(rows))

    def original_start(self, offset: int) -> int:
        """Where the character at this offset of the NFC text starts in the original."""
        _, end, original_start, original_end = self._row(offset)
        return original_start if offset < end else original_end + offset - end

    def original_end(self, offset: int) -> int:
        """Where the character before this offset of the NFC text ends in the original."""
        _, end, _, original_end = self._row(offset - 1)
        return original_end + max(0, offset - end)

    def _row(self, offset: int) -> tuple[int, int, int, int]:
        """The last stretch that starts at or before this offset of the NFC text."""
        index = bisect_right(self.rows, offset, key=itemgetter(0)) if self.rows else 0
        return self.rows[index - 1] if index else (0, 0, 0, 0)


def attaches(character: str) -> bool:
    """Whether a character may compose with the one before it: a mark, or part of a syllable."""
    return not character.isascii() and (
        unicodedata.category(character).startswith("M") or "\u1160" <= character <= "\u11ff"
    )
