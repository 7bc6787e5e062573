"""That a reporter reads and keeps nothing but the report that it is given, as tests."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, ClassVar
from unittest import SkipTest

from ssrpolicy.model import PolicyRecord
from ssrpolicy.reporting import Reporter
from ssrpolicy.testing.failing import AS_OF, fail
from ssrpolicy.testing.other_process import (
    CannotMoveError,
    pickled,
    report_bytes,
    reports_in_other_process,
)
from ssrpolicy.testing.records import empty_record, nasty_record, small_record


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
        records = (small_record(), nasty_record())
        here = report_bytes(self.reporter, records, "nl", AS_OF, self.given)
        for seed in (1, 2):
            (there,), _files = self._elsewhere(records, seed=seed)
            if here != there:
                fail("another process writes other bytes; is a set gone through in its own order?")

    def test_the_first_report_is_like_every_other(self) -> None:
        """Nothing is kept between reports: the first of a process is as the third."""
        small, empty = (small_record(),), (empty_record(),)
        (first, _, third), _files = self._elsewhere(small, empty, small)
        if first != third:
            fail(
                "the first report of a process is another than a later one on the same record; is "
                "something kept between reports?"
            )

    def test_it_writes_no_other_file(self) -> None:
        """What it writes goes to the stream; temporary files are gone when it returns."""
        _reports, files = self._elsewhere((small_record(), nasty_record()))
        if files:
            fail(f"it writes files of its own: {', '.join(files)}; all it writes is the stream's")

    def test_it_reads_no_environment(self) -> None:
        """No variable of the environment is looked at: what may differ is an option."""
        package = type(self.reporter).__module__.partition(".")[0]
        with _environment_watched(package) as looked_at:
            report_bytes(self.reporter, (small_record(),), "nl", AS_OF, self.given)
        if looked_at:
            names = ", ".join(dict.fromkeys(looked_at))
            fail(f"it reads the environment: {names}; what may differ is an option")

    def _elsewhere(
        self, *portfolios: tuple[PolicyRecord, ...], seed: int = 1
    ) -> tuple[list[bytes], list[str]]:
        """Return reports made one after another in another process, and files written there."""
        try:
            if isinstance(self._unused, CannotMoveError):
                raise self._unused
            return reports_in_other_process(
                self._unused, portfolios, "nl", AS_OF, seed=seed, options=dict(self.given)
            )
        except CannotMoveError as error:
            raise SkipTest(f"the reporter cannot be made in another process: {error}") from None


@contextmanager
def _environment_watched(package: str) -> Iterator[list[str]]:
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
