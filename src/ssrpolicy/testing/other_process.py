"""What a plugin gives in another process, in which all differs that must not show."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

# The path comes first: by it, the plugin's own module is found. What it prints goes elsewhere.
_PROGRAM = """
import json, os, pickle, sys
answer = os.fdopen(os.dup(1), "wb")
os.dup2(2, 1)
sys.path[:] = json.loads(sys.argv[1])
sys.dont_write_bytecode = True
from ssrpolicy.testing.other_process import answers
pickle.dump(answers(*pickle.load(sys.stdin.buffer)), answer)
"""
# Nothing of these may show, and none is how it is here or in the other of the two.
_ELSEWHERE = tuple(
    {"TZ": zone, "LC_ALL": locale, "LANG": locale}
    | dict.fromkeys(("USER", "LOGNAME", "USERNAME", "HOSTNAME"), somebody)
    for zone, locale, somebody in (
        ("Pacific/Kiritimati", "C", "somebody-else"),
        ("America/Adak", "C.UTF-8", "nobody-here"),
    )
)
# What is done to a file or a folder that the first argument names.
_CHANGES = frozenset(
    {"os.mkdir", "os.rename", "os.link", "os.symlink", "shutil.copyfile", "os.truncate"}
    | {"os.remove", "os.rmdir", "sqlite3.connect"}
)
_STARTS = frozenset(
    {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn"}
    | {"os.fork", "os.forkpty", "os.startfile"}
)
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC


class CannotMoveError(Exception):
    """A plugin that cannot be made in another process, with the reason."""


class Call(NamedTuple):
    """What is asked of a plugin: a function that is given the plugin, and these arguments."""

    name: str
    function: Callable[..., Any]
    arguments: tuple[Any, ...]

    def of(self, plugin: object) -> object:
        """Return what the plugin gives."""
        result: object = self.function(plugin, *self.arguments)
        return result


class Elsewhere(NamedTuple):
    """The results of a plugin in two other processes, and its side effects there.

    Attributes:
        first: the results of all calls, in order, and of all once more, from one process.
        last: the results in order of the calls, which were made from the last to the first.
        files: what was written next to that.
        programs: the names of programs that were started.
    """

    first: list[object]
    last: list[object]
    files: list[str]
    programs: list[str]


def movable(plugin: object, module: str) -> bytes:
    """Return a plugin as it is now, to be made anew elsewhere; raises CannotMoveError."""
    try:
        return pickle.dumps(plugin)
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        for name, value in vars(sys.modules[module]).items():
            if value is plugin:
                return pickle.dumps(_Named(module, name))
        raise CannotMoveError(str(error)) from error


class _Named(NamedTuple):
    """What a module has by a name, such as a rule, which is not made of values alone."""

    module: str
    name: str

    def __reduce__(self) -> tuple[Callable[..., object], tuple[str, str]]:
        return _imported, (self.module, self.name)


def _imported(module: str, name: str) -> object:
    found: object = getattr(import_module(module), name)
    return found


def elsewhere(plugin: bytes, module: str, calls: Sequence[Call]) -> Elsewhere:
    """Return what the calls give in two processes that are others in all, kept for the last asked.

    The order of sets, folder, time zone, locale and user differ there, and the order of the calls.
    Raises CannotMoveError where Python cannot make the plugin there anew, such as one of a class
    in a function.
    """
    return _elsewhere(plugin, module, tuple(pickle.dumps(each) for each in calls))


@lru_cache(maxsize=1)
def _elsewhere(plugin: bytes, module: str, calls: tuple[bytes, ...]) -> Elsewhere:
    own = _listed(module)
    first, files, programs = _answered(plugin, calls * 2, 0)
    last, more, others = _answered(plugin, calls[::-1], 1)
    changed = {str(path) for path, when in _listed(module).items() if own.get(path) != when}
    return Elsewhere(
        first,
        last[::-1],
        list(dict.fromkeys([*files, *more, *sorted(changed)])),
        list(dict.fromkeys([*programs, *others])),
    )


def _listed(module: str) -> dict[Path, int]:
    """Return what stands next to a module, and when each was changed; all of a package.

    Left out is what Python itself keeps there.
    """
    file = getattr(sys.modules.get(module.partition(".")[0]), "__file__", None)
    if file is None:
        return {}
    folder = Path(file).parent
    found = folder.rglob("*") if Path(file).stem == "__init__" else folder.iterdir()
    return {
        path: path.stat().st_mtime_ns
        for path in found
        if path.is_file() and "__pycache__" not in path.relative_to(folder).parts
    }


def _answered(
    plugin: bytes, calls: tuple[bytes, ...], number: int
) -> tuple[list[object], list[str], list[str]]:
    """Return the results of calls, the files written and the programs started, of one process."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, **_ELSEWHERE[number], "PYTHONHASHSEED": str(number + 1)}
        environment |= dict.fromkeys(("TMPDIR", "TEMP", "TMP", "HOME"), folder)
        done = subprocess.run(  # noqa: S603 - it is this Python, with the program above
            [sys.executable, "-c", _PROGRAM, json.dumps([os.path.abspath(p) for p in sys.path])],  # noqa: PTH100 - entries of sys.path are text
            input=pickle.dumps((plugin, calls)),
            capture_output=True,
            cwd=folder,
            env=environment,
            check=False,
        )
        left = sorted(str(path.relative_to(folder)) for path in Path(folder).rglob("*"))
    if done.returncode != 0:
        cause = _raised(done.stderr.decode(errors="replace"))
        if cause.startswith(("ModuleNotFoundError", "AttributeError", "ImportError")):
            raise CannotMoveError(cause)
        raise AssertionError(f"in another process it failed: {cause}")
    results, files, programs = pickle.loads(done.stdout)  # noqa: S301 - it is what the program above wrote
    return results, [*left, *files], programs


def _raised(printed: str) -> str:
    """Return the first line of the exception that ended a process; its hint stands below that."""
    lines = printed.strip().splitlines() or ["no reason given"]
    # It follows the frames, which are indented; of several, the last ended the process.
    after = [
        line
        for before, line in pairwise(lines)
        if before.startswith(" ") and not line.startswith(" ")
    ]
    return after[-1] if after else lines[-1]


def answers(plugin: bytes, calls: Sequence[bytes]) -> tuple[list[object], list[str], list[str]]:
    """Return what the calls give, the files that were changed elsewhere, and programs started.

    It is called in the other process, whose temporary files are in its working folder: those
    that are left there are seen afterwards.
    """
    under_test, own = pickle.loads(plugin), os.path.realpath(tempfile.gettempdir())  # noqa: S301 - the tests wrote what is unpickled
    changed: list[str] = []
    started: list[str] = []

    def audit(event: str, arguments: tuple[object, ...]) -> None:
        if event in _STARTS:
            started.append(_program(arguments))
        if (event == "open" and not _is_written(arguments)) or event not in {"open", *_CHANGES}:
            return
        path = arguments[0] if arguments else None
        if isinstance(path, str | bytes | os.PathLike):
            place = os.path.realpath(os.fsdecode(path))
            if not place.startswith((own, os.devnull)):
                changed.append(place)

    sys.addaudithook(audit)
    results = []
    for each in calls:
        one: Call = pickle.loads(each)  # noqa: S301 - the tests wrote what is unpickled
        results.append(one.of(under_test))
    return results, list(dict.fromkeys(changed)), list(dict.fromkeys(started))


def _program(arguments: tuple[object, ...]) -> str:
    """Return the name of the program that is started."""
    for each in arguments:
        named = each[0] if isinstance(each, list | tuple) and each else each
        if isinstance(named, str | bytes | os.PathLike) and named:
            return Path(os.fsdecode(named).split()[0]).name
    return "a copy of itself"


def _is_written(arguments: tuple[object, ...]) -> bool:
    flags = arguments[2] if len(arguments) > 2 else 0  # noqa: PLR2004 - the arguments are path, mode and flags
    return isinstance(flags, int) and bool(flags & _WRITES)
