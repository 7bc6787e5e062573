"""The head and the names of a motion, where no blank lines set them apart from what it says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ssrpolicy.evidence.text.letterhead import LONGEST_HEAD, is_letterhead, opens_motion, undertakes
from ssrpolicy.evidence.text.lines import Line, ends_sentence
from ssrpolicy.evidence.text.signature import is_person

if TYPE_CHECKING:
    from collections.abc import Sequence

_PROCEEDS: Final = re.compile(
    r"(?:tot de orde van de dag|to the order of the day)[.,;]?$", re.IGNORECASE
)
_MOST_LINES: Final = 20
_FIRST: Final = frozenset("DdTt")


def with_motion_apart(lines: list[Line], above: str = "") -> list[list[Line]]:
    """Return a group of lines, each line of a motion's head and each of its names by itself.

    Where what stands above its opening, or below its end, is text, that stays as it is. ``above``
    is the line before the group, with which the motion may end.
    """
    if _PROCEEDS.search(above) and all(is_person(line.text) for line in lines):
        return [[line] for line in lines]
    opening = next((at for at in range(len(lines)) if _opens(lines, at)), None)
    if opening is None:
        return [lines]
    head = lines[:opening] if _is_head(lines[:opening]) else []
    end = next(
        (at for at in range(opening, len(lines)) if _PROCEEDS.search(lines[at].text)), len(lines)
    )
    names = lines[end + 1 :] if all(is_person(line.text) for line in lines[end + 1 :]) else []
    said = lines[len(head) : len(lines) - len(names)]
    return [*([line] for line in head), said, *([line] for line in names)]


def _opens(lines: Sequence[Line], at: int) -> bool:
    # Few lines begin as "De Kamer" does, which is seen before two of them are joined.
    return lines[at].text[0] in _FIRST and opens_motion(
        " ".join([line.text for line in lines[at : at + 2]])
    )


def _is_head(lines: Sequence[Line]) -> bool:
    """Whether lines above the opening are those of a head, and no text."""
    return (
        len(lines) <= _MOST_LINES
        and any(is_letterhead(line.text) for line in lines)
        and all(is_letterhead(line.text) or _is_bare(line.text) for line in lines)
    )


def _is_bare(text: str) -> bool:
    return len(text) <= LONGEST_HEAD and not ends_sentence(text) and not undertakes(text)
