"""The state of the interpreter that all code shares: import finders, hooks and logging."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import ModuleType
from typing import Any

from ssrpolicy.messages import marked

_HOST = "ssrpolicy"
# Of what each process may have no more than so much.
_LIMITS = ("RLIMIT_AS", "RLIMIT_CPU", "RLIMIT_DATA", "RLIMIT_FSIZE", "RLIMIT_NOFILE")
# A plugin may add names of its own, and "_" is set by consoles and by translations.
_BUILT_IN = tuple(name for name in vars(builtins) if name[0] != "_" or name == "__import__")
_NAMES = vars(builtins)


@contextmanager
def built_in_kept(changed: list[str]) -> Iterator[None]:
    """Let the names of Python itself mean after the block what they did; none is needed for it."""
    before = {name: _NAMES.get(name) for name in _BUILT_IN}
    try:
        yield
    finally:
        if before != {name: _NAMES.get(name) for name in _BUILT_IN}:
            _NAMES.update(before)
            changed.append(marked("the built-in functions"))


def finders_now() -> tuple[Any, ...]:
    """Return the finders by which modules will be imported."""
    return tuple(sys.meta_path), tuple(sys.path_hooks)


def is_finder_lost(before: tuple[Any, ...], now: tuple[Any, ...]) -> bool:
    """Whether one that found modules before does so no longer; a plugin may add its own."""
    return any(each not in after for was, after in zip(before, now, strict=True) for each in was)


def set_finders(before: tuple[Any, ...]) -> None:
    """Find modules as before, and then by what was added since."""
    finders, hooks = before
    sys.meta_path[:] = [*finders, *(each for each in sys.meta_path if each not in finders)]
    sys.path_hooks[:] = [*hooks, *(each for each in sys.path_hooks if each not in hooks)]


def search_now() -> list[str]:
    """Return the folders in which modules are looked for, in their order."""
    return [*sys.path]


def is_search_changed(before: list[str], now: list[str]) -> bool:
    """Whether other folders come first; a plugin may add its own after those that there were."""
    return now[: len(before)] != before


def set_search(before: list[str]) -> None:
    """Look for modules as before, and then in the folders that were added since."""
    sys.path[:] = [*before, *(each for each in sys.path if each not in before)]


def modules_now() -> dict[str, ModuleType]:
    """Return the modules that were imported, by their names."""
    return sys.modules.copy()


def is_module_lost(before: dict[str, ModuleType], now: dict[str, ModuleType]) -> bool:
    """Whether a module that was imported is gone; one that was replaced does not count as gone."""
    # Nearly always all are as they were, which is seen far sooner than whose each of them is.
    with suppress(Exception):  # a module may be an object of any kind, that compares as it likes
        if list(before.values()) == list(now.values()):
            return False
    lost = [name for name in before if now.get(name) is None]
    return any(_is_kept(name, before) for name in lost)


def set_modules(before: dict[str, ModuleType]) -> None:
    """Put back the modules that were there and are gone."""
    for name, module in before.items():
        if _is_kept(name, before) and sys.modules.get(name) is None:
            sys.modules[name] = module


def _is_kept(name: str, before: dict[str, ModuleType]) -> bool:
    # What the host loaded since would not fit its modules; a plugin that forgets them is refused.
    return before[name] is not None and name.partition(".")[0] != _HOST


def hooks_now() -> tuple[Any, ...]:
    """Return the functions that Python calls for each line run and for uncaught exceptions."""
    return sys.gettrace(), sys.getprofile(), sys.excepthook, sys.unraisablehook


def set_hooks(before: tuple[Any, ...]) -> None:
    """Let Python call what it called before."""
    trace, profile, sys.excepthook, sys.unraisablehook = before
    sys.settrace(trace)
    sys.setprofile(profile)


def limits_now() -> tuple[tuple[int, int], ...] | None:
    """Return how much memory, time and files the process may have; None where nothing limits it."""
    try:
        import resource  # noqa: PLC0415 - Windows does not have this module
    except ImportError:
        return None
    return tuple(resource.getrlimit(getattr(resource, name)) for name in _LIMITS)


def set_limits(before: tuple[tuple[int, int], ...]) -> None:
    """Let the process have as much as before, as far as the system still lets it."""
    import resource  # noqa: PLC0415 - Windows does not have this module

    for name, (soft, _most) in zip(_LIMITS, before, strict=True):
        number = getattr(resource, name)
        most = resource.getrlimit(number)[1]
        least = soft if most == resource.RLIM_INFINITY else most
        resource.setrlimit(
            number, (least if soft == resource.RLIM_INFINITY else min(soft, least), most)
        )


def socket_timeout_now() -> tuple[float | None] | None:
    """Return how long a socket waits that sets no time of its own; None where none can be made."""
    socket = sys.modules.get("socket")
    return (None,) if socket is None else (socket.getdefaulttimeout(),)


def set_socket_timeout(before: tuple[float | None]) -> None:
    """Let sockets wait as long as before."""
    import socket  # noqa: PLC0415 - it takes time, and is loaded where it was changed

    socket.setdefaulttimeout(*before)


def silenced_now() -> int:
    """Return up to which level nobody's messages are logged; 0 where all are."""
    logging = sys.modules.get("logging")
    return 0 if logging is None else logging.root.manager.disable


def set_silenced(before: int) -> None:
    """Log the messages of everybody again, but for those up to a level."""
    import logging  # noqa: PLC0415 - it takes time, and is loaded where it was changed

    logging.disable(before)
