"""What the modules of Python keep for all code of a process: what finds modules, and logging."""

from __future__ import annotations

import sys
from typing import Any


def finders_now() -> tuple[Any, ...]:
    """Return what finds the modules that are imported later on."""
    return tuple(sys.meta_path), tuple(sys.path_hooks)


def is_finder_lost(before: tuple[Any, ...], now: tuple[Any, ...]) -> bool:
    """Whether one that found modules before does so no longer; a plugin may add its own."""
    return any(each not in after for was, after in zip(before, now, strict=True) for each in was)


def set_finders(before: tuple[Any, ...]) -> None:
    """Find modules as before, and then by what was added since."""
    finders, hooks = before
    sys.meta_path[:] = [*finders, *(each for each in sys.meta_path if each not in finders)]
    sys.path_hooks[:] = [*hooks, *(each for each in sys.path_hooks if each not in hooks)]


def silenced_now() -> int:
    """Return up to which level nobody's messages are logged; 0 where all are."""
    logging = sys.modules.get("logging")
    return 0 if logging is None else logging.root.manager.disable


def set_silenced(before: int) -> None:
    """Log the messages of everybody again, but for those up to a level."""
    import logging  # noqa: PLC0415 - it takes time, and is loaded where it was changed

    logging.disable(before)
