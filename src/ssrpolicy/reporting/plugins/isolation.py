"""Code of plugins run in isolation: what fails in it is reported, and breaks nothing else."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, redirect_stdout

import attrs

from ssrpolicy.model import PolicyRecord

_LENGTH = 500


class PluginFault(Exception):  # noqa: N818 - it is caught in this room and never reaches a caller
    """What a plugin raised, in words; the exception itself is its cause."""


@contextmanager
def isolated() -> Iterator[None]:
    """Raise a PluginFault for whatever the block raises, even an exit of the program.

    What it prints goes to standard error, so that standard output stays the caller's; and the
    working folder is restored afterwards, so that relative paths keep their meaning.
    """
    # Output is redirected for the whole process: two threads would restore it crosswise.
    alone = threading.current_thread() is threading.main_thread()
    try:
        with redirect_stdout(sys.stderr) if alone else nullcontext(), _working_folder_restored():
            yield
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        raise PluginFault(describe_error(error)) from error


@contextmanager
def _working_folder_restored() -> Iterator[None]:
    try:
        folder = os.open(".", os.O_RDONLY)
    except OSError:
        # A working folder that is gone, or forbidden, cannot be restored.
        yield
        return
    try:
        yield
    finally:
        os.fchdir(folder)
        os.close(folder)


def fingerprint(record: PolicyRecord) -> int | None:
    """Return a number that changes when anything in the record does; None if it has no hash.

    Records are frozen, and yet Python lets a determined plugin change them.
    """
    try:
        return hash(tuple(getattr(record, each.name) for each in attrs.fields(PolicyRecord)))
    except (TypeError, AttributeError):
        return None


def brief_repr(value: object) -> str:
    """Return a plugin's value as Python shows it, cut to 80 characters."""
    try:
        return f"{value!r:.80}"
    except Exception:  # noqa: BLE001 - the repr of a plugin's value may fail
        return f"a {type(value).__name__}"


def describe_error(error: BaseException) -> str:
    """Return an exception in one line: its type and its message."""
    kind = type(error).__name__
    if isinstance(error, SystemExit):
        return f"it asked the program to exit ({kind}: {error.code})"
    try:
        message = " ".join(str(error).split())
    except Exception:  # noqa: BLE001 - the text of a plugin's exception may fail
        message = ""
    if len(message) > _LENGTH:
        message = f"{message[:_LENGTH]} ..."
    return f"{kind}: {message}" if message else kind
