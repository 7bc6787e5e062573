"""What makes reading and writing faster: garbage collection paused, and compiled libraries.

The libraries come with ``pip install ssrpolicy[fast]``. With and without them the result is the
same: what they refuse, or would write otherwise, Python's own libraries decide.
"""

import gc
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from types import ModuleType
from typing import Any

orjson: ModuleType | None
try:
    import orjson
except ImportError:
    orjson = None

try:
    import tomli

    # Later versions read TOML 1.1, which Python does not.
    tomli_loads: Callable[..., dict[str, Any]] | None = (
        tomli.loads if tomli.__version__.startswith(("2.2.", "2.3.")) else None
    )
except ImportError:
    tomli_loads = None


def toml_tables(text: str) -> dict[str, Any]:
    """Return the tables in a TOML text, as tomllib does, and raise what it raises."""
    if tomli_loads is not None:
        try:
            return tomli_loads(text, parse_float=Decimal)
        except Exception:  # noqa: BLE001, S110 - what is wrong, tomllib says
            pass
    return tomllib.loads(text, parse_float=Decimal)


class SmallFloat(float):
    """A number that Python and orjson write differently, so that orjson refuses it."""

    __slots__ = ()


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


@contextmanager
def collection_paused() -> Iterator[None]:
    """Pause the collection of cycles while the block runs.

    Records have no cycles, and looking for some among all that was read takes longer each time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
