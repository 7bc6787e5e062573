"""A fence around the code of plugins: what breaks inside it is told, and breaks nothing else."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, redirect_stdout

import attrs

from ssrpolicy.model.record import PolicyRecord

_LENGTH = 500


class PluginFault(Exception):  # noqa: N818 - it is caught in this room and never reaches a caller
    """What a plugin raised, in words; the exception itself is its cause."""


@contextmanager
def fenced() -> Iterator[None]:
    """Turn what the block raises, an exit of the program included, into a PluginFault.

    What it prints goes to standard error, so that standard output stays the caller's; and the
    working folder is afterwards what it was, so that names of files mean what they meant.
    """
    # Output is redirected for the whole process: two threads would restore it crosswise.
    alone = threading.current_thread() is threading.main_thread()
    try:
        with redirect_stdout(sys.stderr) if alone else nullcontext(), _staying():
            yield
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        raise PluginFault(words_of(error)) from error


@contextmanager
def _staying() -> Iterator[None]:
    try:
        folder = os.open(".", os.O_RDONLY)
    except OSError:
        # A working folder that is gone, or forbidden, cannot be left by mistake.
        yield
        return
    try:
        yield
    finally:
        os.fchdir(folder)
        os.close(folder)


def fingerprint(record: PolicyRecord) -> int | None:
    """Return a number that differs when anything in the record does; None for what it cannot be.

    Records are frozen, and yet Python lets whoever insists change them.
    """
    try:
        return hash(tuple(getattr(record, each.name) for each in attrs.fields(PolicyRecord)))
    except (TypeError, AttributeError):
        return None


def shown(value: object) -> str:
    """Return a plugin's value as Python shows it, cut to 80 characters."""
    try:
        return f"{value!r:.80}"
    except Exception:  # noqa: BLE001 - a plugin's value may fail to show itself
        return f"a {type(value).__name__}"


def words_of(error: BaseException) -> str:
    """Return an exception in one line: its kind and its message."""
    kind = type(error).__name__
    if isinstance(error, SystemExit):
        return f"it asked the program to exit ({kind}: {error.code})"
    try:
        message = " ".join(str(error).split())
    except Exception:  # noqa: BLE001 - a plugin's exception may fail to say what it is
        message = ""
    if len(message) > _LENGTH:
        message = f"{message[:_LENGTH]} ..."
    return f"{kind}: {message}" if message else kind
