"""The entries of a ``record.toml`` as stretches of its bytes: taken out, or replaced key by key.

A comment belongs to the entry below it when no empty line separates the two, and to the entry above
it when it follows that directly and an empty line, or the end of the file, comes after it. Every
other comment is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple, TypeAlias

from ssrpolicy.codec.problems import Place
from ssrpolicy.codec.toml.places import Lines, Part
from ssrpolicy.codec.toml.scanning import KeyValue, Stretch, has_comment, items_in, key_values
from ssrpolicy.codec.toml.writing import Value, value_text
from ssrpolicy.messages import _

Values: TypeAlias = Mapping[str, Value]

_EMPTY_LINE: Final = re.compile(rb"[ \t]*\r?\n")
_ENDS_EMPTY: Final = re.compile(rb"(?:\A|\n)(?P<line>[ \t]*\r?\n)\Z")
_ENDS_TWICE_EMPTY: Final = re.compile(rb"(?:\A|\n)[ \t]*\r?\n[ \t]*\r?\n\Z")


class LayoutError(ValueError):
    """An entry stands in its file in a way in which it cannot be taken out or replaced."""


class _Edit(NamedTuple):
    """Other bytes for a stretch; with None it is cut out, with an empty line next to it."""

    at: Stretch
    text: bytes | None


class _Table(NamedTuple):
    """A table with its keys, where a new one can be added, and the parts below it.

    ``depth`` is how many parts of dotted keys name the table itself, ``prefix`` these parts.
    """

    values: list[KeyValue]
    end: int
    below: Sequence[Part] = ()
    depth: int = 0
    prefix: str = ""


class Layout:
    """Where the entries of a file stand, from the comment above each to its last line."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._parts = Lines(data).parts

    @cached_property
    def _in_order(self) -> list[Part]:
        every = {part.head: part for parts in self._parts.values() for part in parts if part.place}
        return [self._parts[()][0], *(every[head] for head in sorted(every))]

    @cached_property
    def _next(self) -> dict[Part, Part]:
        return dict(pairwise(self._in_order))

    @cached_property
    def _previous(self) -> dict[Part, Part]:
        return {after: before for before, after in pairwise(self._in_order)}

    def entry_at(self, line: int) -> Place | None:
        """Return the table and the number of the entry that stands on a line, counted from 1."""
        ends = [match.end() for match in re.finditer(rb"\n|\Z", self._data)]
        if not 1 <= line <= len(ends):
            return None
        first, last = ends[line - 2] if line > 1 else 0, ends[line - 1]
        for place, stretch in self._entries():
            if stretch.start < last and first < stretch.end:
                return place
        return None

    def _entries(self) -> Iterator[tuple[Place, Stretch]]:
        for place, parts in self._parts.items():
            if _is_entry(place):
                yield from ((place, self._with_comments(part)) for part in parts)
        for each in key_values(self._data, self._parts[()][0]):
            if len(each.keys) == 1 and self._data[each.value.start : each.value.start + 1] == b"[":
                for number, item in enumerate(items_in(self._data, each.value)):
                    yield (each.keys[0], number), item

    def without(self, place: Place) -> bytes:
        """Return the file without an entry and the comments that belong to it.

        One of the empty lines around it goes with it. Raises LayoutError where it is not found.
        """
        data = self._data
        if place not in self._parts:
            return self._without_item(place)
        for part in sorted(self._parts[place], key=lambda part: part.head, reverse=True):
            data = _cut(data, self._with_comments(part))
        return data

    def replaced(self, place: Place, old: Values, new: Values) -> bytes:
        """Return the file with other values in an entry; what stays the same is not touched.

        ``old`` and ``new`` are its values by their keys. Raises LayoutError where the entry is not
        found, or a comment stands where it would be lost.
        """
        if place not in self._parts:
            return self._replaced_item(place, old, new)
        whole, *below = self._parts[place]
        if whole.place != place:
            raise LayoutError(_("it does not begin with its own head"))
        table = _Table([*key_values(self._data, whole)], self._end(whole), below)
        return _edited(self._data, [*self._edits(table, old, new)])

    def _edits(self, table: _Table, old: Values, new: Values) -> Iterator[_Edit]:
        """Yield what is to be written where, so that a table has new values for its old ones."""
        added = b""
        for key in {**old, **new}:
            before, after = old.get(key), new.get(key)
            if before == after:
                continue
            mine = [each for each in table.values if each.keys[table.depth] == key]
            tables = [part for part in table.below if part.place[2] == key]
            inner = self._inner(table, key, mine, tables)
            if inner is not None and isinstance(before, Mapping):
                after = _as_table(before, after)
            if inner is not None and isinstance(before, Mapping) and isinstance(after, Mapping):
                yield from self._edits(inner, before, after)
            elif after is not None and len(mine) == 1 and len(mine[0].keys) == table.depth + 1:
                yield from self._value_edits(mine[0].value, before, after)
            else:
                yield from (_Edit(self._with_comments(part), None) for part in tables)
                yield from (_Edit(Stretch(each.start, each.after), b"") for each in mine)
                if after is not None:
                    added += (
                        f"{table.prefix}{key} = ".encode() + self._bytes(after) + self._line_end
                    )
        if added and not self._data[: table.end].endswith(b"\n"):
            added = self._line_end + added.removesuffix(self._line_end)
        yield _Edit(Stretch(table.end, table.end), added)

    def _inner(
        self, table: _Table, key: str, mine: list[KeyValue], tables: list[Part]
    ) -> _Table | None:
        """The table that is the value of a key, where its own values stand one by one."""
        if not mine and len(tables) == 1 and len(tables[0].place) == 3:  # noqa: PLR2004 - a table within an entry has a place of three parts
            (part,) = tables
            return _Table([*key_values(self._data, part)], self._end(part))
        dotted = table.depth + 2
        if mine and not tables and all(len(each.keys) == dotted for each in mine):
            prefix = f"{table.prefix}{key}."
            return _Table(mine, mine[-1].after, depth=table.depth + 1, prefix=prefix)
        return None

    def _value_edits(self, at: Stretch, before: Value | None, after: Value) -> Iterator[_Edit]:
        """Yield the edits of one value; of a list of the same length only the items that differ."""
        if isinstance(before, tuple) and isinstance(after, tuple) and len(before) == len(after):
            items = [*items_in(self._data, at)]
            if len(items) == len(before):
                for item, one, other in zip(items, before, after, strict=True):
                    if one != other:
                        yield _Edit(item, self._bytes(other))
                return
        if has_comment(self._data, at):
            raise LayoutError(_("a comment stands inside it, in a list"))
        yield _Edit(at, self._bytes(after))

    @cached_property
    def _line_end(self) -> bytes:
        return b"\r\n" if b"\r\n" in self._data else b"\n"

    def _bytes(self, value: Value) -> bytes:
        return value_text(value).encode("utf-8").replace(b"\n", self._line_end)

    def _end(self, part: Part) -> int:
        """Where the line after the last value of a part begins, or after its head."""
        last = self._head_line_end(part) if part.place else 0
        for each in key_values(self._data, part):
            last = each.after
        return last

    def _head_line_end(self, part: Part) -> int:
        return self._data.find(b"\n", part.start) + 1 or len(self._data)

    def _with_comments(self, part: Part) -> Stretch:
        """The part from the comment above its head to the comment below its last value."""
        data = self._data
        floor = self._end(self._previous[part])
        start = part.head
        while start > floor:
            line = max(floor, data.rfind(b"\n", floor, start - 1) + 1)
            if not data[line:start].lstrip().startswith(b"#"):
                break
            start = line
        at = end = self._end(part)
        following = self._next.get(part)
        ceiling = len(data) if following is None else following.head
        while at < ceiling and data[at:ceiling].lstrip(b" \t").startswith(b"#"):
            at = data.find(b"\n", at, ceiling) + 1 or ceiling
        # What stands directly above the next head belongs to that.
        is_own = at == len(data) or _EMPTY_LINE.match(data, at) is not None
        return Stretch(start, at if is_own else end)

    # -- entries in one list, such as updates = [{ ... }, { ... }] ---------------------------------

    def _item(self, place: Place) -> tuple[list[Stretch], int, Stretch]:
        """The items of the list that an entry stands in, its number, and the list."""
        table, number = place[0], int(place[1])
        for each in key_values(self._data, self._parts[()][0]):
            items = [*items_in(self._data, each.value)] if each.keys == (table,) else []
            if number < len(items):
                return items, number, each.value
        raise LayoutError(_("it is not found in the file"))

    def _without_item(self, place: Place) -> bytes:
        data = self._data
        items, number, whole = self._item(place)
        item = items[number]
        comma = re.compile(rb"\s*,").match(data, item.end)
        end = item.end if comma is None else comma.end()
        line = max(whole.start + 1, data.rfind(b"\n", whole.start, item.start) + 1)
        rest = re.compile(rb"[ \t]*(?:#[^\n]*)?\r?\n").match(data, end)
        if not data[line : item.start].strip() and rest is not None and line > whole.start + 1:
            while line > whole.start + 1:
                above = data.rfind(b"\n", whole.start, line - 1) + 1
                if above <= whole.start or not data[above:line].lstrip().startswith(b"#"):
                    break
                line = above
            return data[:line] + data[rest.end() :]
        if number + 1 < len(items):
            return data[: item.start] + data[items[number + 1].start :]
        start = items[number - 1].end if number else item.start
        return data[:start] + data[end:]

    def _replaced_item(self, place: Place, old: Values, new: Values) -> bytes:
        items, number, _whole = self._item(place)
        if old == new:
            return self._data
        return _edited(self._data, [*self._value_edits(items[number], old, new)])


def _as_table(before: Values, after: Value | None) -> Value | None:
    """Return a text in one language as the table of both that it was, where its own text stays."""
    same = [key for key, text in before.items() if text == after]
    return {same[0]: before[same[0]]} if len(same) == 1 else after


def _is_entry(place: Place) -> bool:
    return len(place) == 2 and isinstance(place[1], int)  # noqa: PLR2004 - an entry's place is its table and its number


def _cut(data: bytes, stretch: Stretch) -> bytes:
    """Return the data without a stretch of whole lines, and without one empty line next to it."""
    before, after = data[: stretch.start], data[stretch.end :]
    above = _ENDS_EMPTY.search(before)
    if above is not None and (below := _EMPTY_LINE.match(after)):
        after = after[below.end() :]
    elif above is not None and not after and not _ENDS_TWICE_EMPTY.search(before):
        before = before[: above.start("line")]
    return before + after


def _edited(data: bytes, edits: list[_Edit]) -> bytes:
    for stretch, text in sorted(edits, key=lambda edit: edit.at, reverse=True):
        if text is None:
            data = _cut(data, stretch)
        else:
            data = data[: stretch.start] + text + data[stretch.end :]
    return data
