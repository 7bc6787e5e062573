"""The lines on which the values of a TOML file stand, found only when there is what to place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from ssrpolicy.codec.values import Place

if TYPE_CHECKING:
    from tree_sitter import Node, Parser

# No record has values deeper than this; what is deeper stands in the line of what is around it.
_DEPTH = 12


class Lines:
    """The lines of values in a TOML file, by their places in the data."""

    def __init__(self, lines: Mapping[Place, int]) -> None:
        self._lines = lines

    def line(self, place: Place) -> int | None:
        """Return the line (from 1) of a place, or of the nearest place around it, if any."""
        for length in range(len(place), 0, -1):
            if (line := self._lines.get(place[:length])) is not None:
                return line
        return None


def toml_lines(data: bytes, places: Iterable[Place]) -> Lines:
    """Return the lines of ``places`` in a TOML file; of an odd file, as many as can be told."""
    wanted = {place[:length] for place in places for length in (1, 2)}
    lines: dict[Place, int] = {}
    entries: dict[Place, int] = defaultdict(int)
    for node in _parser().parse(data).root_node.named_children:
        if node.type == "pair":
            _put(lines, node, ())
        elif node.type in ("table", "table_array_element"):
            named = node.named_children
            place = _head(lines, entries, node, named)
            if place[:2] in wanted:
                for each in named:
                    if each.type == "pair":
                        _put(lines, each, place)
    return Lines(lines)


@cache
def _parser() -> Parser:
    # Most records have nothing to place, and the grammar takes long to load.
    import tree_sitter_toml  # noqa: PLC0415 - see above
    from tree_sitter import Language, Parser  # noqa: PLC0415 - see above

    return Parser(Language(tree_sitter_toml.language()))


def _line(node: Node) -> int:
    return int(node.start_point[0]) + 1


def _head(
    lines: dict[Place, int], entries: dict[Place, int], node: Node, named: list[Node]
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
            lines.setdefault(place, _line(node))
            place = (*place, entries[place] - 1)
    lines.setdefault(place, _line(node))
    return place


def _put(lines: dict[Place, int], pair: Node, around: Place) -> None:
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
                lines.setdefault(place, _line(node))
            waiting.extend((each, place) for each in rest)
        elif node.type == "inline_table":
            waiting.extend((each, place) for each in node.named_children)
        elif node.type == "array":
            items = (each for each in node.named_children if each.type != "comment")
            for index, item in enumerate(items):
                lines.setdefault((*place, index), _line(item))
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
