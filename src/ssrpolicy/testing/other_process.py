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
from collections.abc import Mapping

from ssrpolicy.model import Language, PolicyRecord
from ssrpolicy.reporting import OfferedReporter, Origin, Reporter, run_report

# The path comes first: by it, the reporter's own module is found.
_PROGRAM = """
import json, pickle, sys
sys.path[:] = json.loads(sys.argv[1])
from ssrpolicy.testing.other_process import report_bytes
sys.stdout.buffer.write(report_bytes(*pickle.load(sys.stdin.buffer)))
"""


class CannotMoveError(Exception):
    """A reporter that cannot be made in another process, with the reason."""


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


def report_in_other_process(
    reporter: Reporter,
    records: tuple[PolicyRecord, ...],
    language: Language,
    as_of: dt.date,
    *,
    seed: int,
    options: Mapping[str, object],
) -> bytes:
    """Return the report from a process with another order of sets, folder, time zone and locale.

    Raises CannotMoveError where Python cannot make the reporter there anew, such as one of a class
    in a function.
    """
    try:
        task = pickle.dumps((reporter, records, language, as_of, dict(options)))
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        raise CannotMoveError(str(error)) from error
    done = subprocess.run(  # noqa: S603 - it is this Python, with the program above
        [sys.executable, "-c", _PROGRAM, json.dumps([os.path.abspath(p) for p in sys.path])],  # noqa: PTH100 - entries of sys.path are text
        input=task,
        capture_output=True,
        cwd=tempfile.gettempdir(),
        env={**os.environ, "PYTHONHASHSEED": str(seed), "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        check=False,
    )
    if done.returncode != 0:
        last = done.stderr.decode(errors="replace").strip().splitlines()[-1:] or ["no reason given"]
        if last[0].startswith(("ModuleNotFoundError", "AttributeError", "ImportError")):
            raise CannotMoveError(last[0])
        raise AssertionError(f"in another process the report failed: {last[0]}")
    return done.stdout
