"""The state that all code of a process shares: restored after a plugin ran, changes reported."""

from __future__ import annotations

import decimal
import gc
import locale
import operator
import os
import signal
import sys
import threading
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, NamedTuple, TextIO

from ssrpolicy.messages import _, marked, message_language, set_message_language, together
from ssrpolicy.reporting.plugins.interpreter_state import (
    built_in_kept,
    finders_now,
    hooks_now,
    is_finder_lost,
    is_module_lost,
    is_search_changed,
    limits_now,
    modules_now,
    search_now,
    set_finders,
    set_hooks,
    set_limits,
    set_modules,
    set_search,
    set_silenced,
    set_socket_timeout,
    silenced_now,
    socket_timeout_now,
)

_ENVIRON = os.environ
# Those with a name: of the numbers that Linux keeps free nobody here makes use.
_SIGNALS = tuple(signal.valid_signals() & set(signal.Signals))
_STREAMS = marked("the standard streams")
_ERRORS = (OSError, ValueError, locale.Error, RecursionError)


class _Shared(NamedTuple):
    """Something shared: its name, and how it is read, restored, and when it must be restored."""

    name: str
    read: Callable[[], Any]
    set_back: Callable[[Any], object]
    is_changed: Callable[[Any, Any], bool] = operator.ne

    def now(self) -> Any:
        """Return the present value; None where it cannot be read, and therefore not restored."""
        try:
            return self.read()
        except _ERRORS:
            return None


@contextmanager
def shared_state_kept() -> Iterator[list[str]]:
    """Set back what the block changes of its process, and name that in the list it is given.

    In a thread only what is that thread's own is set back: others are at work at the same time.
    """
    changed: list[str] = []
    if threading.current_thread() is not threading.main_thread():
        with _kept(_OF_A_THREAD, changed):
            yield changed
        return
    with (
        _kept((*_OF_A_THREAD, *_OF_THE_PROCESS), changed),
        warnings.catch_warnings(),
        _streams_kept(changed),
        built_in_kept(changed),
    ):
        yield changed


@contextmanager
def _kept(shared: tuple[_Shared, ...], changed: list[str]) -> Iterator[None]:
    before = [each.now() for each in shared]
    process = os.getpid()
    try:
        yield
    finally:
        if os.getpid() != process:
            os._exit(1)  # a copy of the process that a plugin made would write all anew
        for each, value in zip(shared, before, strict=True):
            if value is not None and each.is_changed(value, each.now()):
                changed.append(each.name)
                with suppress(*_ERRORS):
                    each.set_back(value)


def named(changed: Iterable[str]) -> str:
    """Return what messages call the things that were changed, each once."""
    return together([_(each) for each in dict.fromkeys(changed)])


class _Printed:
    """Standard error, as code gets it that may print on it and not close it."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.was_closed = False

    def close(self) -> None:
        """Leave the stream open, for it is the host's, and keep in mind that it was asked."""
        self.was_closed = True

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


@contextmanager
def _streams_kept(changed: list[str]) -> Iterator[None]:
    """Let all that is printed go to standard error, so that standard output stays the caller's.

    That holds for the descriptors too, which other programs inherit that the block starts.
    """
    streams = {name: getattr(sys, name) for name in ("stdin", "stdout", "stderr")}
    own = {name: getattr(sys, name) for name in ("__stdout__", "__stderr__")}
    for stream in (streams["stdout"], own["__stdout__"]):
        _flush(stream)
    descriptors = [(number, copy) for number in (1, 2) if (copy := _copied(number)) is not None]
    if len(descriptors) == len(own):
        os.dup2(descriptors[1][1], 1)
    given = None if sys.stderr is None else _Printed(sys.stderr)
    sys.stdout = sys.stderr = given
    opened = [_opened(number) for number, _copy in descriptors]
    try:
        yield
    finally:
        kept = (sys.stdin, sys.stdout, sys.stderr) == (streams["stdin"], given, given)
        closed = given is not None and given.was_closed
        if closed or not kept or opened != [_opened(number) for number, _copy in descriptors]:
            changed.append(_STREAMS)
        for stream in own.values():
            _flush(stream)
        for number, copy in descriptors:
            os.dup2(copy, number)
            os.close(copy)
        for name, stream in (streams | own).items():
            setattr(sys, name, stream)
        for number, name in enumerate(own, start=1):
            if getattr(own[name], "closed", False):
                _reopen(number, name, own[name])
                changed.append(_STREAMS)


def _copied(descriptor: int) -> int | None:
    try:
        return os.dup(descriptor)
    except OSError:  # it is closed
        return None


def _opened(descriptor: int) -> tuple[int, int] | None:
    """Return what identifies the file or pipe that a descriptor leads to; None if it is closed."""
    try:
        found = os.fstat(descriptor)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _flush(stream: Any) -> None:
    with suppress(OSError, ValueError, AttributeError):
        stream.flush()


def _reopen(descriptor: int, name: str, closed: Any) -> None:
    """Put a new stream in the place of one of Python's own that was closed."""
    new = open(  # noqa: SIM115 - a descriptor has no path, and the stream stays open
        descriptor, "w", encoding=closed.encoding, errors=closed.errors, closefd=False
    )
    setattr(sys, name, new)
    if getattr(sys, name.strip("_")) is closed:
        setattr(sys, name.strip("_"), new)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _decimals() -> tuple[Any, ...]:
    now = decimal.getcontext()
    traps = [trap for trap, on in now.traps.items() if on]
    return now.prec, now.rounding, now.Emin, now.Emax, now.capitals, now.clamp, [], traps


def _set_decimals(before: tuple[Any, ...]) -> None:
    decimal.setcontext(decimal.Context(*before))


def _environment() -> tuple[bool, dict[Any, Any]]:
    # As the system has it: each plugin is isolated many times, and turning every variable into
    # text each time would be a third of loading the plugins.
    return os.environ is _ENVIRON, dict(vars(_ENVIRON)["_data"])


def _set_environment(before: tuple[bool, dict[Any, Any]]) -> None:
    os.environ = _ENVIRON  # noqa: B003 - nothing is cleared: it is the one that there was
    for name in vars(_ENVIRON)["_data"].keys() - before[1].keys():
        del _ENVIRON[_ENVIRON.decodekey(name)]
    for name, value in before[1].items():
        _ENVIRON[_ENVIRON.decodekey(name)] = _ENVIRON.decodevalue(value)
    if hasattr(time, "tzset"):
        time.tzset()


def _set_locale(before: str) -> None:
    locale.setlocale(locale.LC_ALL, before)


def _signals() -> tuple[Any, ...]:
    return tuple(map(signal.getsignal, _SIGNALS))


def _set_signals(before: tuple[Any, ...]) -> None:
    for number, handler in zip(_SIGNALS, before, strict=True):
        # One that is not Python's cannot be set, nor can some that no program changes.
        if handler is not None and handler != signal.getsignal(number):
            signal.signal(number, handler)


def _blocked() -> set[signal.Signals | int] | None:
    return (
        signal.pthread_sigmask(signal.SIG_BLOCK, ()) if hasattr(signal, "pthread_sigmask") else None
    )


def _set_blocked(before: set[signal.Signals | int]) -> None:
    signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _alarm() -> bool:
    return hasattr(signal, "getitimer") and signal.getitimer(signal.ITIMER_REAL)[0] > 0


def _set_alarm(before: bool) -> None:  # noqa: FBT001 - what is set back is given by its place
    if not before:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _collector() -> tuple[bool, tuple[int, int, int]]:
    return gc.isenabled(), gc.get_threshold()


def _set_collector(before: tuple[bool, tuple[int, int, int]]) -> None:
    gc.set_threshold(*before[1])
    (gc.enable if before[0] else gc.disable)()


_OF_A_THREAD = (
    _Shared(marked("the decimal context"), _decimals, _set_decimals),
    _Shared(marked("the language of messages"), message_language, set_message_language),
)
_OF_THE_PROCESS = (
    _Shared(marked("the working folder"), os.getcwd, os.chdir),
    _Shared(marked("the umask"), _umask, os.umask),
    _Shared(marked("the environment"), _environment, _set_environment),
    _Shared(marked("the locale"), lambda: locale.setlocale(locale.LC_ALL), _set_locale),
    _Shared(marked("the recursion limit"), sys.getrecursionlimit, sys.setrecursionlimit),
    _Shared(marked("the limit of digits"), sys.get_int_max_str_digits, sys.set_int_max_str_digits),
    _Shared(marked("the signal handlers"), _signals, _set_signals),
    _Shared(marked("the alarm"), _alarm, _set_alarm),
    _Shared(marked("the garbage collector"), _collector, _set_collector),
    _Shared(marked("the blocked signals"), _blocked, _set_blocked),
    _Shared(marked("the import of modules"), finders_now, set_finders, is_finder_lost),
    _Shared(marked("the search path of modules"), search_now, set_search, is_search_changed),
    _Shared(marked("the imported modules"), modules_now, set_modules, is_module_lost),
    _Shared(marked("the hooks of Python"), hooks_now, set_hooks),
    _Shared(marked("the limits of the process"), limits_now, set_limits),
    _Shared(marked("the logging"), silenced_now, set_silenced),
    _Shared(marked("the timeout of sockets"), socket_timeout_now, set_socket_timeout),
)
