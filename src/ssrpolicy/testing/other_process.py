"""A report made in this process, and in another in which all differs that must not show."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from ssrpolicy.model import Language, PolicyRecord
from ssrpolicy.reporting import OfferedReporter, Origin, Reporter, run_report
from ssrpolicy.testing.failing import AS_OF

# The path comes first: by it, the reporter's own module is found.
_PROGRAM = """
import json, pickle, sys
sys.path[:] = json.loads(sys.argv[1])
sys.dont_write_bytecode = True
from ssrpolicy.testing.other_process import reports_with_files
pickle.dump(reports_with_files(pickle.load(sys.stdin.buffer)), sys.stdout.buffer)
"""
# Nothing of it may show in a report, and none of it is how it was here.
_ENVIRONMENT = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "LANG": "C",
    "USER": "somebody-else",
    "LOGNAME": "somebody-else",
    "USERNAME": "somebody-else",
    "HOSTNAME": "elsewhere",
}
_CHANGES = frozenset({"os.mkdir", "os.rename", "os.link", "os.symlink", "shutil.copyfile"})
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC


class CannotMoveError(Exception):
    """A reporter that cannot be made in another process, with the reason."""


class Asked(NamedTuple):
    """A report that another process is to make: of which records, in which language and day."""

    records: tuple[PolicyRecord, ...]
    language: Language = "nl"
    as_of: dt.date = AS_OF


def offered_under_test(reporter: Reporter) -> OfferedReporter:
    """Return the reporter as if a plugin offered it; raises where it does not fit the contract."""
    origin = Origin(distribution="the reporter under test", entry_point="test")
    return OfferedReporter.of(reporter, origin)


def report_bytes(
    reporter: Reporter,
    records: tuple[PolicyRecord, ...],
    language: Language,
    as_of: dt.date,
    options: Mapping[str, object],
) -> bytes:
    """Return a report as the host would have it written, with the host's checks."""
    out, offered = io.BytesIO(), offered_under_test(reporter)
    run_report(records, offered, out, as_of=as_of, language=language, options=options)
    return out.getvalue()


def pickled(reporter: object) -> bytes:
    """Return a reporter as it is now, to be made anew; raises CannotMoveError where it cannot."""
    try:
        return pickle.dumps(reporter)
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        raise CannotMoveError(str(error)) from error


def reports_in_other_process(
    reporter: bytes, asked: Sequence[Asked], *, seed: int, options: Mapping[str, object]
) -> tuple[list[bytes], list[str]]:
    """Return reports, and the files written next to them, from a process that is another in all.

    The order of sets, folder, time zone, locale and user differ there. ``reporter`` is pickled.
    Raises CannotMoveError where Python cannot make the reporter there anew, such as one of a class
    in a function.
    """
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, **_ENVIRONMENT, "PYTHONHASHSEED": str(seed)}
        environment |= dict.fromkeys(("TMPDIR", "TEMP", "TMP", "HOME"), folder)
        task = (reporter, [pickle.dumps(each) for each in asked], options)
        done = subprocess.run(  # noqa: S603 - it is this Python, with the program above
            [sys.executable, "-c", _PROGRAM, json.dumps([os.path.abspath(p) for p in sys.path])],  # noqa: PTH100 - entries of sys.path are text
            input=pickle.dumps(task),
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
        raise AssertionError(f"in another process the report failed: {cause}")
    reports, files = pickle.loads(done.stdout)  # noqa: S301 - it is what the program above wrote
    return reports, [*left, *files]


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


def reports_with_files(
    task: tuple[bytes, list[bytes], dict[str, object]],
) -> tuple[list[bytes], list[str]]:
    """Return the reports of a task, in its order, and the files that they changed elsewhere.

    It is called in the other process, whose temporary files are in its working folder: those
    that are left there are seen afterwards.
    """
    reporter, asked, options = task
    under_test, own = pickle.loads(reporter), os.path.realpath(tempfile.gettempdir())  # noqa: S301 - this process wrote what is unpickled
    changed: list[str] = []

    def audit(event: str, arguments: tuple[object, ...]) -> None:
        path = arguments[0] if arguments else None
        if (event == "open" and not _is_written(arguments)) or event not in {"open", *_CHANGES}:
            return
        if isinstance(path, str | bytes | os.PathLike):
            place = os.path.realpath(os.fsdecode(path))
            if not place.startswith((own, os.devnull)):
                changed.append(place)

    sys.addaudithook(audit)
    reports = []
    for each in asked:
        one: Asked = pickle.loads(each)  # noqa: S301 - this process wrote what is unpickled
        reports.append(report_bytes(under_test, *one, options))
    return reports, list(dict.fromkeys(changed))


def _is_written(arguments: tuple[object, ...]) -> bool:
    flags = arguments[2] if len(arguments) > 2 else 0  # noqa: PLR2004 - path, mode, flags
    return isinstance(flags, int) and bool(flags & _WRITES)
