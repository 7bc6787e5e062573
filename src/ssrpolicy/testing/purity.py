"""That a reporter reads and keeps nothing but the report that it is given, as tests."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping
from typing import Any, ClassVar
from unittest import SkipTest

from attrs import evolve

from ssrpolicy.reporting import Report, Reporter, run_report
from ssrpolicy.testing.failing import AS_OF, Contract, fail
from ssrpolicy.testing.other_process import (
    Asked,
    CannotMoveError,
    offered_under_test,
    pickled,
    report_bytes,
    reports_in_other_process,
)
from ssrpolicy.testing.records import empty_record, nasty_record, small_record
from ssrpolicy.testing.watching import clocks_watched, environment_watched

_ANOTHER_DAY = dt.date(2999, 12, 31)


class PurityTests(Contract):
    """Tests of a reporter in a process of its own, and with an eye on the environment."""

    _member = "reporter"
    reporter: ClassVar[Reporter]
    given: ClassVar[Mapping[str, object]] = {}
    _unused: ClassVar[bytes | CannotMoveError]

    def __init_subclass__(cls, **more: Any) -> None:
        """Keep the reporter as it is before its first report."""
        super().__init_subclass__(**more)
        if hasattr(cls, "reporter"):
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
