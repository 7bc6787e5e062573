"""Data written as JSON by a compiled library, where it is there and writes the same.

The library comes with ``pip install ssrpolicy[fast]``. With and without it the result is the same:
what it refuses, or would write otherwise, Python's own library decides.
"""

from types import ModuleType
from typing import Any, Final

orjson: ModuleType | None
try:
    import orjson
except ImportError:
    orjson = None


COMPACT: Final[dict[str, Any]] = {
    "ensure_ascii": False,
    "allow_nan": False,
    "separators": (",", ":"),
}
"""How json.dumps writes data on one line, in as few characters as it can."""


class SmallFloat(float):
    """A number that Python and orjson write differently, so that orjson refuses it."""

    __slots__ = ()


def sorted_json(value: Any) -> bytes | None:
    """Return data in UTF-8 on one line with sorted keys as json.dumps has them, None if not."""
    if orjson is None:
        return None
    try:
        written: bytes = orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
    except TypeError:  # as below
        return None
    return written


def json_bytes(value: Any, step: str | None, *, depth: int) -> bytes | None:
    """Return data in UTF-8 as json.dumps has them, None if not; ``depth`` is 0 or 2 steps in."""
    if orjson is None or step not in (None, "  "):
        return None
    option = orjson.OPT_INDENT_2 if step else None
    try:
        written: bytes = orjson.dumps([[value]] if step and depth else value, option=option)
    except TypeError:  # half of a character pair, or a number that is written otherwise
        return None
    if step and depth:
        return written.removeprefix(b"[\n  [\n    ").removesuffix(b"\n  ]\n]")
    return written
