"""How wide the columns of a table are: each has room for its words, and rows stay low."""

import re
from collections.abc import Sequence

from ssrpolicy.views.language import unbroken

# So many characters of a table fit side by side on the text's width; a cell has room around it, and
# its lines end before a word that does not fit.
_LINE, _AROUND, _LOST = 104, 1.5, 3
# A capital is so much wider than another character.
_CAPITAL = 0.35
# A longer word may break; an address on a line of its own has room for more.
_LONGEST_WORD, _LONGEST_ADDRESS = 23, 42
_ADDRESS = re.compile(r"https?://\S+")
# The bold words of a header are wider.
_BOLD = 1.06
# A line may end at the hyphen of a word, and not at those of a date.
_HYPHEN = re.compile(r"(?<=[^\W\d_])-")
# A cell that is a date stays on one line; within a sentence a line may end before the year.
_DATE = re.compile(r"\d{1,2} [^\W\d_]+ \d{4}")
# How much more the tallest cell of a row weighs than the others.
_POWER = 4
# So many characters of a cell stand for all of its words.
_READ = 500
# So many rows, spread over the table, stand for all.
_ROWS = 40


def widths_of(header: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[float, ...]:
    """Return the widths of columns as shares of the text's width; together they are 1.

    A column is as wide as its longest word at least, and as its longest cell at most. In between,
    the heights of all rows together, each that of its tallest cell, are nearly least.
    """
    columns = [[name, *(row[place] for row in rows)] for place, name in enumerate(header)]
    least = [
        max(_longest_word(texts[0]) * _BOLD, *map(_longest_word, texts)) + _AROUND
        for texts in columns
    ]
    most = [
        max(low, max(map(_longest_line, texts)) + _AROUND)
        for low, texts in zip(least, columns, strict=True)
    ]
    chosen = rows[:: len(rows) // _ROWS + 1]
    lengths = [
        [[len(line) for line in row[place].split("\n")] for row in chosen]
        for place in range(len(header))
    ]
    widths = list(least)
    heights = [_heights(cells, width) for cells, width in zip(lengths, widths, strict=True)]
    for _ in range(int(_LINE - sum(least))):
        growing = [place for place, width in enumerate(widths) if width < most[place]]
        if not growing:
            break
        gains = _gains(heights)
        widest = max(growing, key=gains.__getitem__)
        widths[widest] += 1
        heights[widest] = _heights(lengths[widest], widths[widest])
    shares = [round(width / sum(widths), 3) for width in widths]
    # What rounding leaves goes to the column that has most.
    widest = shares.index(max(shares))
    shares[widest] = 1 - sum(share for place, share in enumerate(shares) if place != widest)
    return tuple(shares)


def _heights(cells: Sequence[Sequence[int]], width: float) -> list[tuple[float, float]]:
    """Return of each cell of a column how its height weighs in its row, and what width saves."""
    room = max(width - _AROUND - _LOST, 1)
    found: list[tuple[float, float]] = []
    for cell in cells:
        height = sum(max(1.0, length / room) for length in cell)
        saved = sum(length for length in cell if length > room) / room**2
        found.append((height**_POWER, saved * height ** (_POWER - 1)))
    return found


def _gains(columns: Sequence[Sequence[tuple[float, float]]]) -> list[float]:
    """Return how much lower all rows together become with a column that is a little wider."""
    gains = [0.0] * len(columns)
    for row in zip(*columns, strict=True):
        tallest = sum(weight for weight, _saved in row) ** (1 / _POWER - 1)
        for place, (_weight, saved) in enumerate(row):
            gains[place] += saved * tallest
    return gains


def _longest_line(text: str) -> int:
    return max(map(len, text.split("\n")))


def _longest_word(text: str) -> float:
    if _DATE.fullmatch(text):
        return len(text)
    words = _HYPHEN.sub("- ", unbroken(text[:_READ])).replace("\n", " ").split(" ")
    longest = max(len(each) + _CAPITAL * sum(map(str.isupper, each)) for each in words)
    addresses = (len(each) for each in text.split("\n") if _ADDRESS.fullmatch(each))
    return max(min(_LONGEST_WORD, longest), min(_LONGEST_ADDRESS, max(addresses, default=0)))
