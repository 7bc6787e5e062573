"""A run from request to summary: the checks before the work, and the totals after it."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from attrs import frozen

from ssrpolicy import InputError, OutputError, PluginError
from ssrpolicy.commands import print_line, tracked
from ssrpolicy.databases import refuse_in_record
from ssrpolicy.reporting import Registry, load_plugins
from ssrpolicy_corpus.desk import PaperOutcome, StoppedError
from ssrpolicy_corpus.messages import _
from ssrpolicy_corpus.papers import Archive, find_papers
from ssrpolicy_corpus.reasons import Said, cannot_write, in_the_language, resumable
from ssrpolicy_corpus.results import Receipt, locked, read_receipts, ready, remove_empty, settle
from ssrpolicy_corpus.running import LocalPool, Pool, run
from ssrpolicy_corpus.settings import Settings, Work, versions_of
from ssrpolicy_corpus.summary import Summary
from ssrpolicy_corpus.worker import WorkerError

BUILT_IN: Final = "cues"
"""The drafter that comes with ssrpolicy."""

# To this a shell adds the number of the signal that ended a command.
_SIGNALLED: Final = 128


@frozen(kw_only=True)
class RunRequest:
    """What was asked for; ``workers`` is one a core where it is None."""

    work: Work
    folder: Path
    output: Path
    scheduler: str | None = None
    workers: int | None = None
    limit: int
    drafter: str
    retry: bool = False


def carry_out(request: RunRequest) -> Summary:
    """Carry out a run, and return its summary.

    Raises InputError where there is nothing to do, OutputError where results cannot be written,
    PluginError where a drafter, the workers or the scheduler cannot be used.
    """
    began = time.monotonic()
    registry = load_plugins()
    for failure in registry.failures:
        print_line(_("Not used: {failure}", failure=failure), err=True)
    _refuse_overlap(request)
    _refuse_drafter(request, registry)
    archive = find_papers(request.work, request.folder, registry)
    settings = Settings(
        work=request.work,
        folder=str(request.folder.resolve()),
        output=str(request.output.resolve() / request.work),
        limit=request.limit,
        drafter=request.drafter,
        versions=versions_of(request.work, request.drafter, registry, os.environ),
    )
    summary = Summary(work=request.work, output=request.output / request.work)
    summary.others.update(archive.others)
    with _ended_in_order(), _output(Path(settings.output)):
        receipts = {
            paper: receipt
            for paper, receipt in read_receipts(Path(settings.output)).items()
            if receipt["versions"] == settings.key and not (request.retry and "left_out" in receipt)
        }
        with closing(_pool(request, settings, archive)) as pool:
            _follow(run(archive.papers, receipts, pool), archive, receipts, summary)
        summary.gone = settle(
            Path(settings.output), frozenset(archive.papers), settings.key, settings.versions
        )
    summary.seconds = time.monotonic() - began
    return summary


def _refuse_overlap(request: RunRequest) -> None:
    folder, output = request.folder.resolve(), request.output.resolve()
    if folder == output or output.is_relative_to(folder) or folder.is_relative_to(output):
        raise InputError(
            _(
                "{output} and {folder} lie in one another, and results would be read as papers.",
                output=request.output,
                folder=request.folder,
            ),
            hint=_("Name a folder for results next to the one with papers."),
        )
    refuse_in_record(request.output / request.work)


def _refuse_drafter(request: RunRequest, registry: Registry) -> None:
    names = [BUILT_IN, *(each.name for each in registry.drafters)]
    if request.drafter not in (*names, *(each.full_name for each in registry.drafters)):
        raise PluginError(
            _("No drafter is called {name!r:.80}.", name=request.drafter),
            hint=_("There are: {names}.", names=", ".join(names)),
        )


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """Leave nothing running when the system asks this process to end."""

    def end(number: int, _frame: object) -> None:
        sys.exit(_SIGNALLED + number)

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _output(folder: Path) -> Iterator[None]:
    """Keep the folder for results to this run; raises OutputError where nothing can be written.

    A run that is refused leaves no folder that was not there.
    """
    absent = [each for each in (folder, *folder.parents) if not each.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder):
            try:
                ready(folder)
                yield
            except BaseException:
                remove_empty(folder, absent)
                raise
    except BlockingIOError as error:
        raise OutputError(
            _("Another run is writing in {folder}.", folder=folder),
            hint=_("Wait until it ends, or name another folder."),
        ) from error
    except OSError as error:
        raise _refusal(cannot_write(error, str(folder))) from error
    except StoppedError as stopped:
        raise _refusal(stopped.said) from stopped
    except WorkerError as error:
        raise PluginError(
            _("A process to work on papers could not begin: {error}.", error=error),
            hint=resumable(),
        ) from error


def _refusal(said: Said) -> OutputError:
    message, __, hint = in_the_language(said).partition("\n")
    return OutputError(message, hint=hint or None)


def _pool(request: RunRequest, settings: Settings, archive: Archive) -> Pool:
    if request.scheduler is None:
        most = len(archive.papers)
        return LocalPool(settings, min(request.workers or cores(), most))
    from ssrpolicy_corpus.remote import remote_pool  # noqa: PLC0415 - it needs Dask, which is optional

    return remote_pool(request.scheduler, settings, archive)


def _follow(
    outcomes: Iterator[PaperOutcome],
    archive: Archive,
    receipts: Mapping[str, Receipt],
    summary: Summary,
) -> None:
    """Count the outcomes of the papers, with a progress bar on a terminal."""
    doing = {"check": _("Checking"), "draft": _("Drafting"), "cite": _("Finding citations")}
    bar = tracked(archive.papers, doing[summary.work])
    try:
        for outcome, __ in zip(outcomes, bar, strict=False):
            summary.add(outcome, receipts.get(outcome["paper"]))
    finally:
        if isinstance(bar, Generator):
            bar.close()


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
