"""Names that stand in one text, where the signs between them may be part of a name as well."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

# A line end or a semicolon separates names; a comma or "and" does only where it is not part of one.
SEPARATOR: Final = re.compile(r"[;,\n]|\s(?:en|and|&)\s", re.IGNORECASE)
_CERTAIN: Final = (";", "\n")
_MOST_PARTS: Final = 8


def names_listed(
    text: str, ids: Callable[[str], Sequence[str]]
) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the names in a text, each with the ids of what it names.

    ``ids`` gives those of one name. The longest names count: "Onderwijs, Cultuur en Wetenschap" is
    one where there is such a ministry. Words that name nothing are one name up to the next line
    end or semicolon, and have no ids.
    """
    parts, signs = SEPARATOR.split(text), [*SEPARATOR.findall(text), "\n"]
    start = 0
    while start < len(parts):
        for end in range(min(len(parts), start + _MOST_PARTS), start, -1):
            name = _joined(parts, signs, start, end)
            if name and (found := ids(name)):
                yield name, found
                break
        else:
            end = start + 1
            while signs[end - 1] not in _CERTAIN:
                end += 1
            if name := _joined(parts, signs, start, end):
                yield name, ()
        start = end


def _joined(parts: list[str], signs: list[str], start: int, end: int) -> str:
    pieces = zip(parts[start:end], [*signs[start : end - 1], ""], strict=True)
    return "".join(f"{part}{sign}" for part, sign in pieces).strip()
