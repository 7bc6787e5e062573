"""How the command ends where a plugin left things running, or Python other than it was."""

from __future__ import annotations

import atexit
import builtins
import os
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Final

from ssrpolicy.cli.console import print_line
from ssrpolicy.messages import _

_PATIENCE: Final = 2.0
_CANNOT: Final = 2
_OURS: Final = ("sys", "builtins", "ssrpolicy")


@contextmanager
def ended_in_words() -> Iterator[None]:
    """Say what the end of the command waits for, and why it could not go on where Python cannot.

    An exception of ours is raised on: it is a bug, and its traceback shows where.
    """
    is_whole = _whole_now()
    try:
        yield
    except Exception as error:
        if is_whole():
            raise
        _stop(error)
    finally:
        if is_whole():
            _say_what_is_waited_for()


def _whole_now() -> Callable[[], bool]:
    """Return a test of whether Python still has the modules and names that it has now."""
    modules = {name: sys.modules.get(name) for name in _OURS}
    offered = [(vars(each), _functions(vars(each))) for each in (builtins, sys)]

    def is_whole() -> bool:
        there = all(sys.modules.get(name) is modules[name] for name in modules)
        return there and all(callable(now.get(n)) for now, before in offered for n in before)

    return is_whole


def _functions(names: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(name for name, value in names.items() if callable(value))


def _stop(error: Exception) -> None:
    """End the process with a message, through as little of Python as that takes."""
    said = "A plugin took from Python what the command needs, and it could not go on"
    with suppress(Exception):
        said = _("A plugin took from Python what the command needs, and it could not go on")
    with suppress(Exception):
        os.write(2, f"Error: {said}: {error}.\n".encode(errors="backslashreplace"))
    os._exit(_CANNOT)


def _say_what_is_waited_for() -> None:
    """Say which threads that a plugin left go on, since Python ends only after them."""
    running = [each for each in threading.enumerate() if not each.daemon]
    names = [each.name for each in running if each is not threading.main_thread()]
    if names:
        _say(_("Waiting for what a plugin left running: {names}.", names=", ".join(names)))
    # Last registered, it is called first; what plugins registered before is not in any list.
    atexit.register(_watch_the_end)


def _watch_the_end() -> None:
    """Say after a while that something which a plugin does at the end goes on."""
    said = _("Waiting for what a plugin does at the end of the program; Ctrl-C stops it.")
    waits = threading.Timer(_PATIENCE, _say, [said])
    waits.daemon = True
    with suppress(RuntimeError):  # of a Python that takes no thread at its end
        waits.start()


def _say(line: str) -> None:
    with suppress(OSError, ValueError):
        print_line(line, err=True)
