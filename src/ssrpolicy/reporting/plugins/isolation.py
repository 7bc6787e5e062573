"""Code of plugins run in isolation: what fails in it is reported, and breaks nothing else."""

from __future__ import annotations

import re
import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import attrs

from ssrpolicy.errors import SsrPolicyError
from ssrpolicy.messages import _
from ssrpolicy.model import PolicyRecord
from ssrpolicy.reporting.plugins.shared_state import named, shared_state_kept

_LENGTH = 500
# A class as Python shows it, with its name.
_CLASS = re.compile(r"<class '(?:[\w.]+\.)?(\w+)'>")


class PluginFault(Exception):  # noqa: N818 - it is caught in this room and never reaches a caller
    """What a plugin raised, in words; the exception itself is its cause."""


@contextmanager
def isolated() -> Iterator[list[str]]:
    """Raise a PluginFault for whatever the block raises, even an exit of the program.

    What it prints goes to standard error, and what it changes of the process is set back and
    named in the list. Only the user's own interruption goes on.
    """
    changed: list[str] = []
    try:
        with _interruptions() as interrupted, shared_state_kept() as changed:
            yield changed
    except KeyboardInterrupt as error:
        if interrupted:
            raise
        raise PluginFault(_with_blame(_("it raised KeyboardInterrupt itself"), changed)) from error
    except BaseException as error:
        raise PluginFault(_with_blame(describe_error(error), changed)) from error


def blame(who: object, changed: Iterable[str]) -> tuple[str, ...]:
    """Return the sentence that says what somebody changed of the process, if anything."""
    if not (things := named(changed)):
        return ()
    said = _(
        "{who} changed {things}, which is all code's; that was set back.", who=who, things=things
    )
    return (said,)


def _with_blame(cause: str, changed: list[str]) -> str:
    if not (things := named(changed)):
        return cause
    return _("{cause}; it also changed {things}, which was set back", cause=cause, things=things)


@contextmanager
def _interruptions() -> Iterator[list[int]]:
    """Give the list of the interruptions by the user (Ctrl-C), which may be swallowed otherwise."""
    found: list[int] = []

    def interrupted(number: int, frame: object) -> None:  # noqa: ARG001 - the signal's signature
        found.append(number)
        raise KeyboardInterrupt

    handler = signal.getsignal(signal.SIGINT)
    main = threading.current_thread() is threading.main_thread()
    if not main or handler is not signal.default_int_handler:
        # Where Ctrl-C is ignored, none is the user's; where somebody else handles it, each may be.
        yield [] if handler is signal.SIG_IGN else [signal.SIGINT]
        return
    signal.signal(signal.SIGINT, interrupted)
    try:
        yield found
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if found:
            raise KeyboardInterrupt


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
        return _("a {type}", type=type(value).__name__)


def worded(error: BaseException) -> str:
    """Return the message of a plugin's exception in one line, without its full stop."""
    # A validator of attrs adds the field and the value to its sentence, which people do not read.
    of_attrs = any(isinstance(each, attrs.Attribute) for each in error.args)
    try:
        text = str(error.args[0] if of_attrs else error)
        return _CLASS.sub(r"\1", " ".join(text.split())).rstrip(".")
    except Exception:  # noqa: BLE001 - the text of a plugin's exception may fail
        return ""


def describe_error(error: BaseException) -> str:
    """Return an exception in one line: its type and its message."""
    kind, message = type(error).__name__, worded(error)
    if isinstance(error, SystemExit):
        return _(
            "it asked the program to exit ({kind}: {code})", kind=kind, code=f"{message:.{_LENGTH}}"
        )
    if isinstance(error, SsrPolicyError):
        return f"{message:.{_LENGTH}}"
    if len(message) > _LENGTH:
        message = f"{message[:_LENGTH]} ..."
    return f"{kind}: {message}" if message else kind
