"""What the modules of Python keep for all code of a process: logging, hooks, random numbers."""

from __future__ import annotations

import sys
import threading
from typing import Any, Final

_HOOKS: Final = ("excepthook", "displayhook", "unraisablehook", "breakpointhook")
# What logging is before anybody sets it up: only warnings, to nobody in particular.
_UNTOUCHED: Final = (30, (), 0, True)


def logging_now() -> tuple[Any, ...]:
    """Return how messages are logged at the root: from which level, where to, and which not."""
    logging = sys.modules.get("logging")
    if logging is None:
        return _UNTOUCHED
    root = logging.root
    return root.level, tuple(root.handlers), root.manager.disable, logging.raiseExceptions


def set_logging(before: tuple[Any, ...]) -> None:
    """Log as it was before."""
    import logging  # noqa: PLC0415 - it takes time, and is loaded where it was changed

    level, handlers, disabled, raising = before
    logging.root.setLevel(level)
    logging.root.handlers[:] = handlers
    logging.disable(disabled)
    logging.raiseExceptions = raising


def hooks_now() -> tuple[Any, ...]:
    """Return what Python calls for what nobody caught, and for each line that is run."""
    own = tuple(getattr(sys, name) for name in _HOOKS)
    return *own, threading.excepthook, sys.gettrace(), sys.getprofile()


def set_hooks(before: tuple[Any, ...]) -> None:
    """Call what was called before."""
    *own, in_threads, trace, profile = before
    for name, hook in zip(_HOOKS, own, strict=True):
        setattr(sys, name, hook)
    threading.excepthook = in_threads
    sys.settrace(trace)
    sys.setprofile(profile)


def imports_now() -> tuple[Any, ...]:
    """Return what finds the modules that are imported later on."""
    return tuple(sys.meta_path), tuple(sys.path_hooks)


def set_imports(before: tuple[Any, ...]) -> None:
    """Find modules as before."""
    sys.meta_path[:], sys.path_hooks[:] = before


def random_now() -> Any:
    """Return the state of Python's random numbers; None where nobody uses them."""
    random = sys.modules.get("random")
    return None if random is None else random.getstate()


def set_random(before: Any) -> None:
    """Let random numbers go on as if nobody had drawn any, or chosen where they begin."""
    if before is not None:
        sys.modules["random"].setstate(before)


def waited_for() -> frozenset[threading.Thread]:
    """Return the threads for which the process would wait before it ends, but the main one."""
    main = threading.main_thread()
    return frozenset(each for each in threading.enumerate() if not each.daemon and each is not main)
