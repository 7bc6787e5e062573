"""Code of plugins run in isolation: what fails in it is reported, and breaks nothing else."""

from __future__ import annotations

import os
import re
import signal
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import attrs

from ssrpolicy.errors import SsrPolicyError
from ssrpolicy.holes import cut, cut_within
from ssrpolicy.messages import _
from ssrpolicy.model import PolicyRecord
from ssrpolicy.reporting.plugins.shared_state import named, shared_state_kept
from ssrpolicy.unseen import visible

DEBUG = "SSRPOLICY_DEBUG"
"""The environment variable that shows the tracebacks of plugins, unless it is 0 or empty."""

_HOST = sys.modules["ssrpolicy"]
_LENGTH = 500
# A class as Python shows it, with its name.
_CLASS = r"<class '(?:[\w.]+\.)?(\w+)'>"


# What stands in a traceback between the host and the code of a plugin.
_NOT_OF_PLUGINS = frozenset({"ssrpolicy", "importlib", "pluggy", "click"})
_traced: ContextVar[bool] = ContextVar("ssrpolicy.tracebacks", default=False)


class PluginFault(Exception):  # noqa: N818 - it is caught in this room and never reaches a caller
    """What a plugin raised, in words; the exception itself is its cause."""

    @property
    def hint(self) -> str:
        """How the makers of the plugin see where it failed, unless that was printed."""
        if _tracebacks_asked():
            return _("Its makers would want to know.")
        return _("Its makers would want to know; SSRPOLICY_DEBUG=1 shows them where it failed.")


@contextmanager
def tracebacks_shown() -> Iterator[None]:
    """Print on standard error, within the block, where in a plugin each exception was raised.

    The environment variable SSRPOLICY_DEBUG does the same for the whole process.
    """
    before = _traced.set(True)
    try:
        yield
    finally:
        _traced.reset(before)


@contextmanager
def isolated() -> Iterator[list[str]]:
    """Raise a PluginFault for whatever the block raises, even an exit of the program.

    What it prints goes to standard error, and what it changes of the process is set back and
    named in the list. Only the user's own interruption goes on. The traceback is printed where
    :func:`tracebacks_shown` or SSRPOLICY_DEBUG asks for it.
    """
    changed: list[str] = []
    before = sys.exception()
    if sys.modules.get("ssrpolicy") is not _HOST:
        raise PluginFault(_("a plugin before it made Python forget the modules of ssrpolicy"))
    try:
        with _interruptions() as interrupted, shared_state_kept() as changed:
            yield changed
    except KeyboardInterrupt as error:
        if interrupted:
            raise
        print_traceback(error, before)
        raise PluginFault(_with_blame(_("it raised KeyboardInterrupt itself"), changed)) from error
    except BaseException as error:
        print_traceback(error, before)
        raise PluginFault(_with_blame(describe_error(error), changed)) from error
    else:
        # What the host loads from now on would not fit what it has.
        if sys.modules.get("ssrpolicy") is not _HOST:
            raise PluginFault(_("it made Python forget the modules of ssrpolicy"))


def _tracebacks_asked() -> bool:
    return _traced.get() or os.environ.get(DEBUG, "0") not in {"", "0"}


def print_traceback(error: BaseException, before: BaseException | None = None) -> None:
    """Print the traceback of what a plugin raised, from the plugin's first line on, if asked.

    ``before`` is what the host was handling already, which has nothing to do with it.
    """
    if not _tracebacks_asked():
        return
    from traceback import TracebackException  # noqa: PLC0415 - for authors who look for a fault

    frames = error.__traceback__
    while frames is not None:
        package = frames.tb_frame.f_globals.get("__name__", "").partition(".")[0]
        if package not in _NOT_OF_PLUGINS:
            break
        frames = frames.tb_next
    # Without a line of the plugin's own the message says all; a syntax error names its line.
    if (frames is None and not isinstance(error, SyntaxError)) or sys.stderr is None:
        return
    shown = part = TracebackException(type(error), error, frames)
    while part.__context__ is not None:
        error = error.__context__ or error
        if error is before:
            part.__context__ = None
            break
        part = part.__context__
    sys.stderr.write(visible("".join(shown.format())))


def blame(who: object, changed: Iterable[str]) -> tuple[str, ...]:
    """Return the sentence that says what somebody changed of the process, if anything."""
    if not (things := named(changed)):
        return ()
    said = _(
        "{who} changed {things}, which the whole program shares; it was set back.",
        who=who,
        things=things,
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
        return cut_within(repr(value), 80)
    except BaseException:  # noqa: BLE001 - the repr of a plugin's value may fail
        return _("a {type}", type=type(value).__name__)


def worded(error: BaseException) -> str:
    """Return the message of a plugin's exception in one line, without its full stop."""
    # A validator of attrs adds the field and the value to its sentence, which people do not read.
    of_attrs = any(isinstance(each, attrs.Attribute) for each in error.args)
    try:
        text = str(error.args[0] if of_attrs else error)
        return re.sub(_CLASS, r"\1", " ".join(text.split())).rstrip(".")
    except BaseException:  # noqa: BLE001 - the text of a plugin's exception may fail
        return ""


def describe_error(error: BaseException) -> str:
    """Return an exception in one line: its type and its message."""
    kind, message = type(error).__name__, worded(error)
    if isinstance(error, SystemExit):
        return _(
            "it asked the program to exit ({kind}: {code})", kind=kind, code=cut(message, _LENGTH)
        )
    if isinstance(error, SsrPolicyError):
        return cut(message, _LENGTH)
    return f"{kind}: {cut(message, _LENGTH)}" if message else kind
