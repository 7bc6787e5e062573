"""Which functions of the clock, the environment and the machine the code of a package calls."""

from __future__ import annotations

import datetime as dt
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

# What always says which time it is, and in which zone this machine stands.
_CLOCKS = frozenset({"now", "today", "utcnow", "time", "time_ns", "localtime", "ctime"})
# What says so where it is not given a time, with how many arguments it is given one.
_CLOCKS_BY_DEFAULT = {"gmtime": 1, "strftime": 2}
# Modules of Python's own that say on which machine, for whom and where a process runs; None
# stands for all of a module's functions.
_OF_THE_MACHINE: dict[str, frozenset[str] | None] = {
    "platform": None,
    "getpass": None,
    **dict.fromkeys(("posixpath", "ntpath"), frozenset({"expandvars", "expanduser"})),
    "pathlib": frozenset({"home", "cwd", "expanduser"}),
    "uuid": frozenset({"getnode", "uuid1"}),
    "locale": frozenset({"getlocale", "getdefaultlocale", "getpreferredencoding", "localeconv"}),
    "tempfile": frozenset({"gettempdir", "gettempdirb"}),
    **dict.fromkeys(("socket", "_socket"), frozenset({"gethostname", "getfqdn"})),
    **dict.fromkeys(
        ("os", "posix", "nt"),
        frozenset(
            [
                "getlogin",
                "getuid",
                "geteuid",
                "getgid",
                "getpid",
                "getppid",
                "uname",
                "cpu_count",
                "getcwd",
                "getloadavg",
            ]
        ),
    ),
}

# The ways to look into a dict, such as the environment of the module ``posix``.
_LOOKING = ("__getitem__", "__iter__", "__contains__", "get", "keys", "values", "items", "copy")


@contextmanager
def clocks_watched(package: str) -> Iterator[list[str]]:
    """Note in the list by which functions the code of a package asks what time it is."""
    asked: list[str] = []

    def called(frame: FrameType, event: str, function: Any) -> None:
        if (
            event == "c_call"
            and function.__name__ in _CLOCKS
            and _is_clock(function.__self__)
            and _is_of(package, _module(frame))
        ):
            asked.append(function.__qualname__)

    def watched(name: str, enough: int) -> Callable[..., Any]:
        function: Callable[..., Any] = getattr(time, name)

        def call(*arguments: Any) -> Any:
            if len(arguments) < enough and _is_of(package, _caller()):
                asked.append(name)
            return function(*arguments)

        return call

    before, profile = _names_of_clocks(package), sys.getprofile()
    for module, name, function in before:
        setattr(module, name, watched(function.__name__, _CLOCKS_BY_DEFAULT[function.__name__]))
    sys.setprofile(called)
    try:
        yield asked
    finally:
        sys.setprofile(profile)
        for module, name, function in before:
            setattr(module, name, function)


def _names_of_clocks(package: str) -> list[tuple[Any, str, Callable[..., Any]]]:
    """Return where ``time`` and the modules of a package name what may ask the clock."""
    functions = [getattr(time, name) for name in _CLOCKS_BY_DEFAULT]
    modules = [m for name, m in sys.modules.items() if _is_of(package, name)]
    return [
        (module, name, value)
        for module in (time, *modules)
        for name, value in [*vars(module).items()]
        if any(value is function for function in functions)
    ]


def _is_clock(owner: object) -> bool:
    return owner is time or (isinstance(owner, type) and issubclass(owner, dt.date))


@contextmanager
def environment_watched(package: str) -> Iterator[list[str]]:
    """Note in the list what the code of a package looks up in the environment and the machine."""
    kind, looked_at = type(os.environ), []

    def watched(method: Callable[..., Any]) -> Callable[..., Any]:
        def call(environ: Any, *arguments: Any) -> Any:
            if _is_of(package, _caller()):
                looked_at.append(_name(arguments[0]) if arguments else "all of it")
            return method(environ, *arguments)

        return call

    # What os.environ keeps is a dict that the module of the system has, too, by a name of its own.
    members = {name: watched(getattr(dict, name)) for name in _LOOKING}
    kept = type("Watched", (dict,), members)(_system_environ())
    replaced = [
        *((kind, name, watched(getattr(kind, name))) for name in ("__getitem__", "__iter__")),
        *((module, name, kept) for module, name in _names_of_environ(package)),
    ]
    before = [(owner, name, getattr(owner, name)) for owner, name, _ in replaced]
    for owner, name, value in replaced:
        setattr(owner, name, value)
    try:
        with _machine_watched(package, looked_at):
            yield looked_at
    finally:
        for owner, name, value in before:
            setattr(owner, name, value)


def _system_environ() -> dict[Any, Any]:
    """Return the environment as the module of the operating system has it."""
    found: dict[Any, Any] = vars(sys.modules[os.name])["environ"]
    return found


def _names_of_environ(package: str) -> list[tuple[Any, str]]:
    """Return where the module of the system and those of a package name its environment."""
    system = _system_environ()
    modules = [m for name, m in sys.modules.items() if _is_of(package, name)]
    return [
        (module, name)
        for module in (sys.modules[os.name], *modules)
        for name, value in [*vars(module).items()]
        if value is system
    ]


def _name(key: object) -> str:
    return os.fsdecode(key) if isinstance(key, bytes) else str(key)


@contextmanager
def _machine_watched(package: str, looked_at: list[str]) -> Iterator[None]:
    """Note in the list what the code of a package asks about the machine, its user and folders."""
    profile: Any = sys.getprofile()

    def called(frame: FrameType, event: str, function: Any) -> None:
        if profile is not None:
            profile(frame, event, function)
        if event == "c_call":
            caller, module, name = frame, str(function.__module__), function.__name__
        elif event == "call" and frame.f_back is not None:
            caller = frame.f_back
            module, name = str(frame.f_globals.get("__name__")), frame.f_code.co_name
        else:
            return
        if module not in _OF_THE_MACHINE:
            return
        names = _OF_THE_MACHINE[module]
        if (names is None or name in names) and _is_of(package, _module(caller)):
            looked_at.append(f"{module}.{name}")

    sys.setprofile(called)
    try:
        yield
    finally:
        sys.setprofile(profile)


def _module(frame: FrameType) -> str:
    return str(frame.f_globals.get("__name__", ""))


def _is_of(package: str, module: str) -> bool:
    return f"{module}.".startswith(f"{package}.")


def _caller() -> str:
    """Return the module of the code that uses the environment, itself or through Python's own."""
    frame = sys._getframe(2)  # noqa: SLF001 - documented, and the way to find a caller
    while frame is not None:
        if (module := _module(frame)) not in {"os", "_collections_abc", "collections.abc"}:
            return module
        if frame.f_back is None:
            break
        frame = frame.f_back
    return ""
