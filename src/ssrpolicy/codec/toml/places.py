"""The lines on which the values of a TOML file stand, found when they are asked for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, cached_property
from typing import TYPE_CHECKING, Final

from attrs import frozen

from ssrpolicy.codec.problems import Place

if TYPE_CHECKING:
    from tree_sitter import Node, Parser

# No record has values deeper than this; what is deeper stands in the line of what is around it.
_DEPTH = 12
# Heads of tables, the brackets of lists, and what may hold what looks like either: texts and
# comments.
_TOKEN: Final = re.compile(
    rb'"""(?:[^"\\]++|\\.|"(?!""))*+"{3,5}|' + rb"'''(?:[^']++|'(?!''))*+'{3,5}|"
    rb'"(?:[^"\\\n]++|\\.)*+"|' + rb"'[^'\n]*+'|#[^\n]*+|"
    rb"(?P<head>^[ \t]*+(?:\[\[(?P<list>[^][\n]++)\]\]|\[(?P<table>[^][\n]++)\]))|"
    rb"(?P<open>\[)|(?P<close>\])",
    re.DOTALL | re.MULTILINE,
)


@frozen
class _Part:
    """A part of a file: from the head of a table to the next; ``above`` are the lines before."""

    start: int
    end: int
    above: int


class Lines:
    """The lines of the values in a TOML file, by their places in the data.

    The file is searched for the heads of its tables, and only the entry that is asked for is
    parsed. Of an odd file, as many lines are found as can be.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._found: dict[Place, dict[Place, int]] = {}

    def line(self, place: Place) -> int | None:
        """Return the line (from 1) of a place, or of the nearest place around it, if any."""
        if not place:
            return None
        entry = next(each for each in (place[:2], place[:1], ()) if each in self._parts)
        if len(place) <= len(entry):
            return self._parts[entry][0].above + 1
        if entry not in self._found:
            self._found[entry] = self._lines(entry)
        for length in range(len(place), 0, -1):
            if (line := self._found[entry].get(place[:length])) is not None:
                return line
        return None

    @cached_property
    def _parts(self) -> dict[Place, list[_Part]]:
        """The parts of the file that hold each table, and each entry of a list of tables."""
        starts: list[tuple[int, Place]] = [(0, ())]
        entries: dict[str, int] = {}
        for start, keys, is_list in self._heads():
            table = keys[0]
            if is_list and len(keys) == 1:
                entries[table] = entries.get(table, -1) + 1
            starts.append((start, (table, entries[table]) if table in entries else (table,)))
        parts: dict[Place, list[_Part]] = {}
        above = 0
        ends = [*(start for start, _ in starts[1:]), len(self._data)]
        for (start, place), end in zip(starts, ends, strict=True):
            part = _Part(start, end, above)
            above += self._data.count(b"\n", start, end)
            parts.setdefault(place, []).append(part)
            parts.setdefault(place[:1], [part])
        return parts

    def _heads(self) -> Iterator[tuple[int, list[str], bool]]:
        """Yield where the head of each table stands, its keys, and whether of a list of tables."""
        depth = 0
        for token in _TOKEN.finditer(self._data):
            match token.lastgroup:
                case "open":
                    depth += 1
                case "close":
                    depth -= 1
                case "head" if depth <= 0:
                    keys = (token["list"] or token["table"]).decode("utf-8", "replace")
                    named = [key.strip().strip("\"'") for key in keys.split(".")]
                    yield token.start(), named, token["list"] is not None

    def _lines(self, entry: Place) -> dict[Place, int]:
        """Return the lines of all that stands in one entry, or before the first head."""
        lines: dict[Place, int] = {}
        entries: dict[Place, int] = defaultdict(int)
        if len(entry) > 1:
            entries[entry[:1]] = int(entry[1])
        for part in self._parts[entry]:
            tree = _parser().parse(self._data[part.start : part.end])
            for node in tree.root_node.named_children:
                if node.type == "pair":
                    _put(lines, node, (), part.above)
                elif node.type in ("table", "table_array_element"):
                    named = node.named_children
                    place = _head(lines, entries, node, named, part.above)
                    for each in named:
                        if each.type == "pair":
                            _put(lines, each, place, part.above)
        return lines


@cache
def _parser() -> Parser:
    # Most records have nothing to place, and the grammar takes long to load.
    import tree_sitter_toml  # noqa: PLC0415 - see above
    from tree_sitter import Language, Parser  # noqa: PLC0415 - see above

    return Parser(Language(tree_sitter_toml.language()))


def _line(node: Node, above: int) -> int:
    return int(node.start_point[0]) + 1 + above


def _head(
    lines: dict[Place, int],
    entries: dict[Place, int],
    node: Node,
    named: list[Node],
    above: int,
) -> Place:
    """Note the line of a table's head, and return the table's place."""
    keys = next((_keys(each) for each in named if each.type.endswith("key")), [])
    place: Place = ()
    for number, key in enumerate(keys, start=1):
        place = (*place, key)
        if number == len(keys) and node.type == "table_array_element":
            entries[place] += 1
        if entries.get(place):
            # What follows belongs to the last entry of that table.
            lines.setdefault(place, _line(node, above))
            place = (*place, entries[place] - 1)
    lines.setdefault(place, _line(node, above))
    return place


def _put(lines: dict[Place, int], pair: Node, around: Place, above: int) -> None:
    """Note the lines of a key and of what stands in its value, without recursion."""
    waiting = [(pair, around)]
    while waiting:
        node, place = waiting.pop()
        if len(place) > _DEPTH:
            continue
        if node.type == "pair":
            head, *rest = node.named_children
            for key in _keys(head):
                place = (*place, key)
                lines.setdefault(place, _line(node, above))
            waiting.extend((each, place) for each in rest)
        elif node.type == "inline_table":
            waiting.extend((each, place) for each in node.named_children)
        elif node.type == "array":
            items = (each for each in node.named_children if each.type != "comment")
            for index, item in enumerate(items):
                lines.setdefault((*place, index), _line(item, above))
                waiting.append((item, (*place, index)))


def _keys(node: Node) -> list[str]:
    """Return the parts of a key, which may be dotted; the parts stand nested in the tree."""
    parts: list[str] = []
    waiting = [node]
    while waiting:
        each = waiting.pop()
        if each.type == "dotted_key":
            waiting.extend(reversed(each.named_children))
        elif each.type in ("bare_key", "quoted_key"):
            written = (each.text or b"").decode("utf-8", "replace")
            parts.append(written[1:-1] if each.type == "quoted_key" else written)
    return parts[:_DEPTH]
