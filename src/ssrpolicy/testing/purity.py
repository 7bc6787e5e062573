"""That a reporter reads and keeps nothing but the report that it is given, as tests."""

from __future__ import annotations

import datetime as dt
import io
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import FrameType
from typing import Any, ClassVar
from unittest import SkipTest

from attrs import evolve

from ssrpolicy.reporting import Report, Reporter, run_report
from ssrpolicy.testing.failing import AS_OF, fail
from ssrpolicy.testing.other_process import (
    Asked,
    CannotMoveError,
    offered_under_test,
    pickled,
    report_bytes,
    reports_in_other_process,
)
from ssrpolicy.testing.records import empty_record, nasty_record, small_record

_ANOTHER_DAY = dt.date(2999, 12, 31)
# What always says which time it is, and in which zone this machine stands.
_CLOCKS = frozenset({"now", "today", "utcnow", "time", "time_ns", "localtime", "ctime"})
# What says so where it is not given a time, with how many arguments it is given one.
_CLOCKS_BY_DEFAULT = {"gmtime": 1, "strftime": 2}


class PurityTests:
    """Tests of a reporter in a process of its own, and with an eye on the environment."""

    reporter: ClassVar[Reporter]
    given: ClassVar[Mapping[str, object]] = {}
    _unused: ClassVar[bytes | CannotMoveError]

    def __init_subclass__(cls, **more: Any) -> None:
        """Keep the reporter as it is before its first report."""
        super().__init_subclass__(**more)
        if "reporter" in vars(cls):
            try:
                cls._unused = pickled(cls.reporter)
            except CannotMoveError as error:
                cls._unused = error

    def test_another_process_gives_the_same_bytes(self) -> None:
        """Neither the order of sets, nor folder, user, time zone and locale show in a report."""
        asked = Asked((small_record(), nasty_record()))
        here = report_bytes(self.reporter, *asked, self.given)
        for seed in (1, 2):
            (there,), _files = self._elsewhere(asked, seed=seed)
            if here != there:
                fail("another process writes other bytes; is a set gone through in its own order?")

    def test_the_first_report_is_like_every_other(self) -> None:
        """Nothing is kept between reports, whatever their records, language and day."""
        small = Asked((small_record(),))
        other = Asked((empty_record(),), "en", _ANOTHER_DAY)
        (first, _, third), _files = self._elsewhere(small, other, small)
        (_, second), _files = self._elsewhere(other, small)
        if not first == second == third:
            fail(
                "the first report of a process is another than a later one on the same record; is "
                "something kept between reports?"
            )

    def test_it_changes_nothing_of_the_process(self) -> None:
        """Neither the environment, nor the working folder, the locale or what else it shares."""
        offered = offered_under_test(self.reporter)
        listening: Any = _Listening(offered.reporter)
        said = run_report(
            small_record(),
            evolve(offered, reporter=listening),
            io.BytesIO(),
            as_of=AS_OF,
            options={**self.given},
            internal=True,
        )
        if blamed := [each for each in said if each not in listening.own]:
            fail(" ".join(blamed))

    def test_it_writes_no_other_file(self) -> None:
        """What it writes goes to the stream; temporary files are gone when it returns."""
        _reports, files = self._elsewhere(Asked((small_record(), nasty_record())))
        if files:
            fail(f"it writes files of its own: {', '.join(files)}; all it writes is the stream's")

    def test_it_reads_no_environment(self) -> None:
        """No variable of the environment is looked at: what may differ is an option."""
        package = type(self.reporter).__module__.partition(".")[0]
        with environment_watched(package) as looked_at:
            report_bytes(self.reporter, (small_record(),), "nl", AS_OF, self.given)
        if looked_at:
            names = ", ".join(dict.fromkeys(looked_at))
            fail(f"it reads the environment: {names}; what may differ is an option")

    def test_it_asks_no_clock(self) -> None:
        """The day is that of the report: it is not looked up, in whatever form it is written."""
        package = type(self.reporter).__module__.partition(".")[0]
        with clocks_watched(package) as asked:
            report_bytes(self.reporter, (small_record(),), "nl", AS_OF, self.given)
        if asked:
            names = ", ".join(dict.fromkeys(asked))
            fail(f"it asks the clock: {names}; the day of a report is report.as_of")

    def _elsewhere(self, *asked: Asked, seed: int = 1) -> tuple[list[bytes], list[str]]:
        """Return reports made one after another in another process, and files written there."""
        try:
            if isinstance(self._unused, CannotMoveError):
                raise self._unused
            return reports_in_other_process(
                self._unused, asked, seed=seed, options=dict(self.given)
            )
        except CannotMoveError as error:
            raise SkipTest(f"the reporter cannot be made in another process: {error}") from None


class _Listening:
    """A reporter that keeps what another has remarked when that has written a report."""

    own: tuple[str, ...] = ()

    def __init__(self, reporter: Reporter) -> None:
        self._reporter = reporter

    def write(self, report: Report, out: Any) -> object:
        """Have the other write, and return what it returns."""
        returned: object = self._reporter.write(report, out)  # type: ignore[func-returns-value]  # that it returns nothing is for the host to check
        self.own = tuple(report.remarks)
        return returned


@contextmanager
def clocks_watched(package: str) -> Iterator[list[str]]:
    """Note in the list by which functions the code of a package asks what time it is."""
    asked: list[str] = []

    def called(frame: FrameType, event: str, function: Any) -> None:
        if (
            event == "c_call"
            and function.__name__ in _CLOCKS
            and _is_clock(function.__self__)
            and str(frame.f_globals.get("__name__", "")).partition(".")[0] == package
        ):
            asked.append(function.__qualname__)

    def watched(name: str, enough: int) -> Callable[..., Any]:
        function: Callable[..., Any] = getattr(time, name)

        def call(*arguments: Any) -> Any:
            if len(arguments) < enough and _caller() == package:
                asked.append(name)
            return function(*arguments)

        return call

    before, profile = {name: getattr(time, name) for name in _CLOCKS_BY_DEFAULT}, sys.getprofile()
    for name, enough in _CLOCKS_BY_DEFAULT.items():
        setattr(time, name, watched(name, enough))
    sys.setprofile(called)
    try:
        yield asked
    finally:
        sys.setprofile(profile)
        for name, function in before.items():
            setattr(time, name, function)


def _is_clock(owner: object) -> bool:
    return owner is time or (isinstance(owner, type) and issubclass(owner, dt.date))


@contextmanager
def environment_watched(package: str) -> Iterator[list[str]]:
    """Note in the list what the code of a package looks up in the environment."""
    kind, looked_at = type(os.environ), []

    def watched(method: Callable[..., Any]) -> Callable[..., Any]:
        def call(environ: Any, *arguments: Any) -> Any:
            if _caller() == package:
                looked_at.append(str(arguments[0]) if arguments else "all of it")
            return method(environ, *arguments)

        return call

    names = ("__getitem__", "__iter__")
    before = {name: getattr(kind, name) for name in names}
    for name, method in before.items():
        setattr(kind, name, watched(method))
    try:
        yield looked_at
    finally:
        for name, method in before.items():
            setattr(kind, name, method)


def _caller() -> str:
    """Return the package of the code that uses the environment, itself or through Python's own."""
    frame = sys._getframe(2)  # noqa: SLF001 - documented, and the way to find a caller
    while frame is not None:
        module = frame.f_globals.get("__name__", "")
        if module not in {"os", "_collections_abc", "collections.abc"}:
            return str(module).partition(".")[0]
        if frame.f_back is None:
            break
        frame = frame.f_back
    return ""
