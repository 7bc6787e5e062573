"""How wide texts are in the workbook's font, and how high the rows that hold them."""

import math
from collections.abc import Iterable
from functools import lru_cache

from ssrpolicy.views import FullId

# Advance widths of Arial in thousandths of its size, from the published metrics; by width, the
# characters that have it. All others count as wide as a digit or a capital.
_ADVANCES = {
    191: "'",
    222: "ijl",
    260: "|",
    278: " !,./:;IftI[]\\",
    333: "-()`r",
    355: '"',
    389: "*",
    469: "^",
    500: "Jckszvxy",
    556: "$#0123456789?_abdeghnopquL",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1015: "@",
}
_DEFAULT = 600
# Widths are summed as bytes, which a table translates letters into: five thousandths a unit.
_UNIT = 5
_UNITS = bytearray([_DEFAULT // _UNIT] * 256)
for _width, _letters in _ADVANCES.items():
    for _letter in _letters:
        _UNITS[ord(_letter)] = math.ceil(_width / _UNIT)
_TABLE = bytes(_UNITS)

# A column's width counts digits of seven pixels, five pixels of margin included.
DIGIT_PIXELS = 7
MARGIN_PIXELS = 6
# Programs round each letter to whole pixels; a line holds a little less than its sum says.
_ROUNDING = 1.04
_BOLD = 1.09
_PIXELS_PER_POINT = 96 / 72
_POINTS = 10


# Of a line and of the margin of a row, in points; the greatest height is Excel's published limit.
_LINE = 12.75
_MARGIN = 3.0
_TALLEST = 409.0


def row_height(lines: int) -> float:
    """Return the height, in points, of a row with room for so many lines."""
    return min(lines * _LINE + _MARGIN, _TALLEST)


# So much of an entry's own id stays, from its beginning.
_LEAST_OF_ENTRY = 8


def lines_of(text: str, width: int, *, bold: bool = False) -> int:
    """Return on how many lines a text stands in a column that is ``width`` digits wide."""
    room = _room(width, bold)
    # No letter is wider than the at sign: most short texts need no closer look.
    if len(text) * _TABLE[ord("@")] <= room and "\n" not in text:
        return 1
    return sum(_lines_of_paragraph(paragraph, room) for paragraph in text.split("\n"))


def width_for(texts: Iterable[str], *, least: int, most: int) -> int:
    """Return the width, in digits, of a column in which each text stands on one line.

    One that is wider than ``most`` gets as much.
    """
    width = least
    for text in texts:
        while width < most and lines_of(text, width) > 1:
            width += 1
    return width


def shortened(id: str, width: int) -> str:
    """Return an id on one line of a column: with less of its end, and then of its record's middle.

    What tells records apart, the number, is the last part of their ids.
    """
    if lines_of(id, width) == 1:
        return id
    record, entry = FullId.parse(id) or FullId("", id)
    least = min(len(entry), _LEAST_OF_ENTRY)
    ends = [f"{entry[:kept]}…" for kept in range(len(entry) - 1, least - 1, -1)]
    whole = (str(FullId(record, end)) if record else end for end in ends)
    middle = (
        str(FullId(f"{record[:3]}…{record[-kept:]}", end))
        for kept in range(len(record) - 4, 0, -1)
        for end in (entry, ends[-1] if ends else entry)
    )
    return next((each for each in (*whole, *middle) if lines_of(each, width) == 1), id)


@lru_cache(maxsize=256)
def _room(width: int, bold: bool) -> int:  # noqa: FBT001 - the cache takes its keys by their place
    pixels = width * DIGIT_PIXELS - MARGIN_PIXELS
    em = _POINTS * _PIXELS_PER_POINT * _ROUNDING * (_BOLD if bold else 1)
    return max(int(pixels / em * 1000 / _UNIT), 1)


def _lines_of_paragraph(paragraph: str, room: int) -> int:
    units = paragraph.encode("latin-1", "replace").translate(_TABLE)
    if sum(units) <= room:
        return 1
    space = _TABLE[ord(" ")]
    lines, used, start = 1, 0, 0
    for word in paragraph.split(" "):
        end = start + len(word)
        length = sum(units[start:end])
        start = end + 1
        if used and used + space + length > room:
            lines, used = lines + 1, 0
        if length > room:
            lines += math.ceil(length / room) - 1
            length %= room
        used += length + (space if used else 0)
    return lines
