"""The lines on which the values of a TOML file stand, found when they are needed."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import Final, NamedTuple

from ssrpolicy.codec.problems import Place

# No record has values deeper than this; what is deeper stands in the line of what is around it.
_DEPTH = 12
# A text that is never closed goes on to the end of its line, or of the file: what was looked
# through once is not looked through again from each of its quotes.
_TEXT_OR_COMMENT = (
    rb'"""(?:[^"\\]++|\\.?+|"(?!""))*+(?:"{3,5}|\Z)|' + rb"'''(?:[^']++|'(?!''))*+(?:'{3,5}|\Z)|"
    rb'"(?:[^"\\\n]++|\\[^\n]?+)*+(?:"|(?=\n)|\Z)|' + rb"'[^'\n]*+(?:'|(?=\n)|\Z)|#[^\n]*+"
)
# Texts and comments may hold what looks like the head of a table; in a list, a list may. All up to
# the next bracket outside of them is taken at once: a line end only where no bracket begins a line.
_HEAD: Final = re.compile(
    rb"(?:" + _TEXT_OR_COMMENT + rb"|[^][\"'#\n]++|\n(?![ \t]*+\[))*+(?:"
    rb"\n(?P<head>[ \t]*+(?:\[\[(?P<list>[^][\n]++)\]\]|\[(?P<table>[^][\n]++)\]))"
    rb"|\n?[ \t]*+(?P<open>\[)|(?P<close>\])|.|\Z)",
    re.DOTALL,
)
TOKEN: Final = re.compile(
    _TEXT_OR_COMMENT + rb"|[][{}=,\n]|[^][{}=,\s\"'#]++", re.DOTALL | re.MULTILINE
)
_KEY: Final = re.compile(r"\"[^\"]*\"|'[^']*'|[^.\s\"']+")


class Part(NamedTuple):
    """A part of a file: the table that begins with a head, up to the next; ``line`` is the head's.

    ``place`` is that of the table in the data; ``head`` is where its head begins, ``start`` where
    that ends.
    """

    place: Place
    line: int
    head: int
    start: int
    end: int


class Lines:
    """The lines of the values in a TOML file, by their places in the data.

    The file is searched for the heads of its tables, and only the entry that is needed is
    looked at. Of a file that is not TOML, as many lines are found as can be.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._found: dict[Place, dict[Place, int]] = {}

    def line(self, place: Place) -> int | None:
        """Return the line (from 1) of a place, or of the nearest place around it, if any."""
        if not place:
            return None
        entry = next(each for each in (place[:2], place[:1], ()) if each in self.parts)
        if entry not in self._found:
            self._found[entry] = self._lines(entry)
        for length in range(len(place), 0, -1):
            if (line := self._found[entry].get(place[:length])) is not None:
                return line
        return None

    @cached_property
    def parts(self) -> dict[Place, list[Part]]:
        """The parts of the file that hold each table, and each entry of a list of tables."""
        heads: list[tuple[Place, int, int]] = [((), 0, 0), *self._heads()]
        ends = [*(start for _, start, _ in heads[1:]), len(self._data)]
        parts: dict[Place, list[Part]] = {}
        line = 1
        for (place, start, body), end in zip(heads, ends, strict=True):
            part = Part(place, line, start, body, end)
            line += self._data.count(b"\n", start, end)
            in_list = len(place) > 1 and isinstance(place[1], int)
            parts.setdefault(place[: 2 if in_list else 1], []).append(part)
            parts.setdefault(place[:1], [part])
        return parts

    def _heads(self) -> Iterator[tuple[Place, int, int]]:
        """Yield the place of each table, and where its head begins and ends."""
        entries: dict[Place, int] = defaultdict(int)
        written: dict[bytes, list[str]] = {}  # most heads stand there again and again
        depth = 0
        # A line end is put before the first line, so that there is one before each head.
        for token in _HEAD.finditer(b"\n" + self._data):
            match token.lastgroup:
                case "open":
                    depth += 1
                case "close":
                    depth -= 1
                case "head" if depth <= 0:
                    name = token["list"] or token["table"]
                    if name not in written:
                        written[name] = keys_in(name)
                    keys = written[name]
                    place: Place = ()
                    for number, key in enumerate(keys, start=1):
                        place = (*place, key)
                        entries[place] += number == len(keys) and token["list"] is not None
                        if entries[place]:
                            # What follows belongs to the last entry of that table.
                            place = (*place, entries[place] - 1)
                    yield place, token.start("head") - 1, token.end() - 1

    def _lines(self, entry: Place) -> dict[Place, int]:
        """Return the lines of all that stands in one entry, or before the first head."""
        lines: dict[Place, int] = {}
        for part in self.parts[entry]:
            for length in range(1, len(part.place) + 1):
                lines.setdefault(part.place[:length], part.line)
            _note(lines, self._data, part)
        return lines


def _note(lines: dict[Place, int], data: bytes, part: Part) -> None:
    """Note the lines of a table's keys and of the values within them."""
    line = part.line
    # The tables and lists around, with the index of the item in a list.
    around: list[tuple[Place, int | None]] = [(part.place, None)]
    key = b""
    value: Place | None = None  # the place of the value that is expected
    for found in TOKEN.finditer(data, part.start, part.end):
        token = found[0]
        place, index = around[-1]
        if index is not None and token not in b",]\n" and not token.startswith(b"#"):
            value = (*place, index)
            lines.setdefault(value, line)
        if token == b"=" and index is None:
            value = place
            for each in keys_in(key)[: _DEPTH - len(place)]:
                value = (*value, each)
                lines.setdefault(value, line)
        elif token in b"[{":
            deeper = value if value is not None and len(value) < _DEPTH else place
            around.append((deeper, 0 if token == b"[" else None))
            key, value = b"", None
        elif token in b"]}":
            del around[max(1, len(around) - 1) :]
        elif token == b"," and index is not None:
            around[-1] = (place, index + 1)
        elif token == b"," or (token == b"\n" and len(around) == 1):
            key, value = b"", None
        elif value is None and not token.startswith(b"#"):
            key += token
        line += token.count(b"\n")


def keys_in(written: bytes) -> list[str]:
    """Return the parts of a key, which may be dotted."""
    parts = _KEY.findall(written.decode("utf-8", "replace"))
    return [each[1:-1] if each[0] in "\"'" else each for each in parts[:_DEPTH]]
