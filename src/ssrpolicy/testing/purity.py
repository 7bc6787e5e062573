"""That a plugin reads and keeps nothing but what it is given, as tests."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping
from typing import Any, ClassVar
from unittest import SkipTest

from attrs import evolve

from ssrpolicy.model import Language, PolicyRecord
from ssrpolicy.reporting import OfferedReporter, Origin, Report, Reporter, run_report
from ssrpolicy.rules import PortfolioRule, Rule
from ssrpolicy.testing.failing import AS_OF, Contract, fail
from ssrpolicy.testing.other_process import Call, CannotMoveError, Elsewhere, elsewhere, movable
from ssrpolicy.testing.records import empty_record, nasty_record, small_record
from ssrpolicy.testing.watching import clocks_watched, environment_watched

_HOST = __name__.partition(".")[0]
_ANOTHER_DAY = dt.date(2999, 12, 31)


class PurityTests(Contract):
    """Tests of a plugin in processes of its own, and with an eye on clock and environment."""

    programs: ClassVar[tuple[str, ...]] = ()
    """The programs that it starts on purpose, such as ``("pandoc",)``.

    What these do is not seen, unless they leave a file in the working folder, at home or among the
    temporary files.
    """
    variables: ClassVar[tuple[str, ...]] = ()
    """The variables of the environment that it reads on purpose, such as the key of a service."""
    _unused: ClassVar[bytes | CannotMoveError]

    def __init_subclass__(cls, **more: Any) -> None:
        """Keep the plugin as it is before its first call."""
        super().__init_subclass__(**more)
        if (plugin := getattr(cls, cls._member, None)) is not None:
            cls._unused = _moved(plugin)

    def _calls(self) -> tuple[Call, ...]:
        """Return what is asked of the plugin in these tests: at least two different things."""
        raise NotImplementedError

    def test_another_process_gives_the_same(self) -> None:
        """Neither the order of sets, nor folder, user, time zone and locale show in a result."""
        calls, there = self._elsewhere()
        for number, call in enumerate(calls):
            here = call.of(self._plugin)
            if here not in there.first[number :: len(calls)] or here != there.last[number]:
                fail(
                    f"another process gives something else for {call.name}; is a set gone through "
                    "in its own order?"
                )

    def test_the_first_call_is_like_every_other(self) -> None:
        """Nothing is kept between calls, whatever was asked before."""
        calls, there = self._elsewhere()
        for number, call in enumerate(calls):
            first, again = there.first[number :: len(calls)]
            if not first == again == there.last[number]:
                fail(
                    f"what a process gives first for {call.name} is something else than what it "
                    "gives later; is something kept between calls?"
                )

    def test_it_writes_no_other_file(self) -> None:
        """It leaves no file and starts no program; temporary files are gone when it returns.

        Seen are the working folder, home, the temporary files and the folder of its own module,
        whoever writes there; elsewhere, what Python itself opens to write.
        """
        _calls, there = self._elsewhere()
        if there.files:
            names = ", ".join(there.files)
            fail(f"it writes files of its own: {names}; all it gives is what it returns or streams")
        if others := [name for name in there.programs if name not in self.programs]:
            fail(
                f"it starts other programs: {', '.join(others)}; what these write is not seen, so "
                "that one that is started on purpose is named in programs"
            )

    def test_it_reads_no_environment(self) -> None:
        """No variable of the environment is looked at: what may differ is an option."""
        with environment_watched(self._package) as looked_at:
            self._called()
        if others := [name for name in dict.fromkeys(looked_at) if name not in self.variables]:
            fail(f"it reads the environment: {', '.join(others)}; what may differ is an option")

    def test_it_asks_no_clock(self) -> None:
        """The day is given or an option: it is not looked up, in whatever form it is written."""
        with clocks_watched(self._package) as asked:
            self._called()
        if asked:
            names = ", ".join(dict.fromkeys(asked))
            fail(
                f"it asks the clock: {names}; the day of a report is report.as_of, and any other "
                "day is an option"
            )

    @property
    def _plugin(self) -> Any:
        return getattr(self, self._member)

    @property
    def _package(self) -> str:
        """The package whose looks are seen; of what stands in the host's, one below that."""
        names = _module(self._plugin).split(".")
        return ".".join(names[: 2 if names[0] == _HOST else 1])

    def _called(self) -> None:
        for call in self._calls():
            call.of(self._plugin)

    def _elsewhere(self) -> tuple[tuple[Call, ...], Elsewhere]:
        """Return the calls, and what they give in other processes."""
        try:
            unused = vars(type(self)).get("_unused") or _moved(self._plugin)
            if isinstance(unused, CannotMoveError):
                raise unused
            calls = self._calls()
            return calls, elsewhere(unused, _module(self._plugin), calls)
        except CannotMoveError as error:
            reason = f"the {self._member} cannot be made in another process: {error}"
            raise SkipTest(reason) from None


def _moved(plugin: object) -> bytes | CannotMoveError:
    """Return a plugin as it is now, or why it cannot be made in another process."""
    try:
        return movable(plugin, _module(plugin))
    except CannotMoveError as error:
        return error


def _module(plugin: Any) -> str:
    """Return the module in which a plugin is written."""
    made: Any = plugin.check if isinstance(plugin, Rule | PortfolioRule) else type(plugin)
    name: str = made.__module__
    return name


class ReporterPurity(PurityTests):
    """The tests of a reporter in other processes, and of what it changes in its own."""

    _member = "reporter"
    reporter: ClassVar[Reporter]
    given: ClassVar[Mapping[str, object]] = {}

    def _calls(self) -> tuple[Call, ...]:
        more = {**self.given}
        return (
            Call("the small record", report_bytes, ((small_record(),), "nl", AS_OF, more)),
            Call("the nasty record", report_bytes, ((nasty_record(),), "nl", AS_OF, more)),
            Call("the empty record", report_bytes, ((empty_record(),), "en", _ANOTHER_DAY, more)),
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
