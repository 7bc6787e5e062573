"""The keys of a TOML table and the items of a list, each with the bytes that it takes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ssrpolicy.codec.toml.places import TOKEN, Part, keys_in

_OPENING, _CLOSING = (b"[", b"{"), (b"]", b"}")


class Stretch(NamedTuple):
    """Bytes of a file, from the first to before the last."""

    start: int
    end: int


class KeyValue(NamedTuple):
    """A key with its value: where its line begins, its value, and where the next line begins."""

    keys: tuple[str, ...]
    start: int
    value: Stretch
    after: int


def has_comment(data: bytes, at: Stretch) -> bool:
    """Return whether a comment stands in a stretch."""
    return any(token[0].startswith(b"#") for token in TOKEN.finditer(data, at.start, at.end))


def key_values(data: bytes, part: Part) -> Iterator[KeyValue]:
    """Yield the keys of a part's own table, each with where it and its value stand."""
    start = equals = value = last = None
    depth = 0
    for token in TOKEN.finditer(data, part.start, part.end):
        text = token[0]
        if text == b"\n":
            if depth == 0 and start is not None and equals is not None and value is not None:
                keys = tuple(keys_in(data[start:equals]))
                yield KeyValue(keys, start, Stretch(value, last or value), token.end())
            if depth == 0:
                start = equals = value = None
            continue
        if text.startswith(b"#"):
            continue
        start = token.start() if start is None else start
        if text == b"=" and equals is None:
            equals = token.start()
            continue
        if equals is not None:
            value = token.start() if value is None else value
            depth += (text in _OPENING) - (text in _CLOSING)
        last = token.end()
    if start is not None and equals is not None and value is not None:
        keys = tuple(keys_in(data[start:equals]))
        yield KeyValue(keys, start, Stretch(value, last or value), part.end)


def items_in(data: bytes, whole: Stretch) -> Iterator[Stretch]:
    """Yield where the items of a list stand."""
    depth, start, last = 0, None, 0
    for token in TOKEN.finditer(data, whole.start, whole.end):
        text = token[0]
        depth += (text in _OPENING) - (text in _CLOSING)
        if text == b"\n" or text.startswith(b"#"):
            continue
        if depth == 0 or (text == b"," and depth == 1):
            if start is not None:
                yield Stretch(start, last)
            start = None
        elif not (depth == 1 and text == b"[" and token.start() == whole.start):
            start = token.start() if start is None else start
            last = token.end()
