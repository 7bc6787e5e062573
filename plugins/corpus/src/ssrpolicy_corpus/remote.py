"""A pool of Dask workers: looked over before work begins, and asked for chunks."""

from __future__ import annotations

import asyncio
import importlib.util
import logging
import os
import queue
import warnings
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ssrpolicy import InputError, PluginError
from ssrpolicy.commands import print_line
from ssrpolicy_corpus import on_dask
from ssrpolicy_corpus.desk import PaperOutcome, StoppedError
from ssrpolicy_corpus.messages import _
from ssrpolicy_corpus.papers import Archive, digest_of
from ssrpolicy_corpus.reasons import connection_lost, crashed, loss_reported, worker_failed
from ssrpolicy_corpus.results import UNFINISHED, Writer
from ssrpolicy_corpus.running import Pool, Taken
from ssrpolicy_corpus.settings import Settings
from ssrpolicy_corpus.worker import Paper, WorkerError

if TYPE_CHECKING:
    from distributed import Client, Future

_CONNECT: Final = 6
"""How many seconds a scheduler has to answer."""
_LOOK: Final = 2.0
_LOGGERS: Final = ("distributed", "tornado", "asyncio")
_AHEAD: Final = 2
# What the three kinds of processes must have in common to understand each other.
_SPOKEN: Final = ("python", "dask", "distributed")


def remote_pool(address: str, settings: Settings, archive: Archive) -> Pool:
    """Return a pool of the workers of a scheduler, when all of them can do the work.

    Raises PluginError where Dask is not installed, the scheduler does not answer, or it or a worker
    has another version; InputError where a worker does not see the same files.
    """
    if importlib.util.find_spec("distributed") is None:
        raise PluginError(
            _("For --scheduler Dask is needed, which is not installed."),
            hint=_(
                "Install it: python -m pip install {package}", package="'ssrpolicy-corpus[dask]'"
            ),
        )
    client = _connected(address)
    try:
        _refuse_other_dask(client, address)
        _refuse_other_workers(client, address, settings, archive)
    except BaseException:
        _close(client)
        raise
    return DaskPool(client, address, settings)


class DaskPool:
    """The workers of a scheduler."""

    def __init__(self, client: Client, address: str, settings: Settings) -> None:
        self._client, self._address, self._settings = client, address, settings
        self._sent = settings.to_json()
        self._writer = Writer(Path(settings.output), settings.key)
        self._waits = False
        self._underway: dict[Future[on_dask.ChunkResult], Sequence[Paper]] = {}
        self._ended: queue.SimpleQueue[Future[on_dask.ChunkResult]] = queue.SimpleQueue()

    @property
    def width(self) -> int:
        """How many chunks should be underway: as many as threads, and as many waiting there."""
        with loss_reported(self._address):
            threads: int = sum(self._client.nthreads().values())
        return max(1, threads) * _AHEAD

    def give(self, chunk: Sequence[Paper]) -> None:
        """Hand out a chunk."""
        with loss_reported(self._address):
            future = self._client.submit(on_dask.do_chunk, self._sent, list(chunk), pure=False)
        self._underway[future] = chunk
        future.add_done_callback(self._ended.put)

    def take(self) -> Taken:
        """Wait until a chunk is finished or lost; raises what ended the work."""
        while True:
            try:
                future = self._ended.get(timeout=_LOOK)
            except queue.Empty:
                if self._client.status != "running":
                    raise connection_lost(self._address) from None
                self._say_when_nobody_is_left()
                continue
            taken = self._taken(future, self._underway.pop(future))
            if taken is not None:
                return taken

    def _say_when_nobody_is_left(self) -> None:
        with loss_reported(self._address):
            workers = self._client.nthreads()
        if not workers and not self._waits:
            words = _(
                "No worker is left at {address}; the run waits for one.", address=self._address
            )
            print_line(words, err=True)
        self._waits = not workers

    def leave_out(self, paper: str) -> PaperOutcome:
        """Note that a paper is left out, because its workers were lost."""
        reason = crashed(None)
        self._writer.withdraw(paper)
        self._writer.note({"paper": paper, "input": "", "seconds": 0.0, "left_out": reason})
        return {"paper": paper, "status": "left_out", "seconds": 0.0, "reason": reason}

    def close(self) -> None:
        """Give back the workers; what they are doing now they finish by themselves."""
        self._writer.close()
        _close(self._client)

    def _taken(self, future: Future[on_dask.ChunkResult], chunk: Sequence[Paper]) -> Taken | None:
        """Return what came of a chunk; None where it is being done again."""
        answer = self._fetched(future) if future.status == "finished" else None
        if answer is not None:
            return self._answered(answer)
        if future.status == "error":
            error = future.exception()
            if type(error).__name__ == "KilledWorker":
                return Taken(lost=chunk)
            raise worker_failed(self._address, error)
        if future.status == "cancelled" or self._client.status != "running":
            raise connection_lost(self._address)
        # The worker was lost with its answer, and another does the chunk again.
        self._underway[future] = chunk
        future.add_done_callback(self._ended.put)
        return None

    def _fetched(self, future: Future[on_dask.ChunkResult]) -> on_dask.ChunkResult | None:
        """Return the answer of a chunk; None where it cannot be had, as the status says then."""
        try:
            return future.result(timeout=_CONNECT)
        except TimeoutError:
            return None
        except OSError as error:  # answers come by way of the scheduler
            raise connection_lost(self._address) from error
        except Exception as error:
            if future.status == "finished":
                raise worker_failed(self._address, error) from error
            return None

    def _answered(self, answer: on_dask.ChunkResult) -> Taken:
        if "stopped" in answer:
            raise StoppedError(answer["stopped"])
        if "failed" in answer:
            raise WorkerError(answer["failed"])
        if "versions" in answer:
            raise _differ(self._address, self._settings.versions, answer["versions"])
        return Taken(outcomes=answer["outcomes"], finished=True)


def _connected(address: str) -> Client:
    from distributed import Client  # noqa: PLC0415 - it takes a second, and few need it

    # What goes wrong it logs with tracebacks; our own sentences are enough.
    for name in [*logging.root.manager.loggerDict]:
        if name.partition(".")[0] in _LOGGERS:
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        # A client waits for ever where something listens that says nothing.
        asyncio.run(asyncio.wait_for(_greeted(address), _CONNECT))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # versions are compared below
            return Client(address, timeout=_CONNECT, set_as_default=False)
    except Exception as error:  # what answers may be anything, and what Dask makes of it too
        raise PluginError(
            _("No Dask scheduler answers at {address}.", address=address),
            hint=_(
                "Start one with `dask scheduler`; it says its address, such as {example}.",
                example="tcp://10.0.0.5:8786",
            ),
        ) from error


async def _greeted(address: str) -> None:
    """Return when a scheduler says at an address what it is."""
    from distributed import rpc  # noqa: PLC0415 - Dask has loaded it already where this runs

    async with rpc(address) as scheduler:
        await scheduler.identity()


def _refuse_other_dask(client: Client, address: str) -> None:
    with loss_reported(address):
        found: Any = client.get_versions()
    if not found["workers"]:
        raise PluginError(
            _("The scheduler at {address} has no workers.", address=address),
            hint=_("Start one on each machine: dask worker {address}", address=address),
        )
    own = _spoken(found["client"])
    for place, each in {address: found["scheduler"], **found["workers"]}.items():
        if _spoken(each) != own:
            raise _differ(place, own, _spoken(each))


def _spoken(found: Mapping[str, Any] | None) -> dict[str, str]:
    packages = (found or {}).get("packages", {})
    versions = {name: str(packages.get(name)) for name in _SPOKEN}
    versions["python"] = ".".join(versions["python"].split(".")[:2])
    return versions


def _refuse_other_workers(
    client: Client, address: str, settings: Settings, archive: Archive
) -> None:
    mark = f"seen-{os.urandom(8).hex()}.part"
    file = Path(settings.output, UNFINISHED, mark)
    file.write_text(mark, "utf-8")
    first = archive.papers[0]
    digest = digest_of(settings.work, Path(settings.folder, first))
    try:
        with loss_reported(address):
            seen = client.run(on_dask.look, settings.to_json(), mark, first, on_error="return")
    finally:
        file.unlink(missing_ok=True)
    for place, each in seen.items():
        if isinstance(each, Exception):
            raise PluginError(
                _("The worker {worker} cannot take part: {error}.", worker=place, error=each),
                hint=_("Install ssrpolicy-corpus there, in the same versions as here."),
            )
        if each.get("mark") != mark or each.get("paper") != digest:
            raise InputError(
                _(
                    "The worker {worker} does not see the same files at {folder} and {output}.",
                    worker=place,
                    folder=settings.folder,
                    output=settings.output,
                ),
                hint=_("Both must be on a file system that all machines share, at the same place."),
            )
        if "failed" in each:
            raise WorkerError(each["failed"])
        if each["versions"] != settings.versions:
            raise _differ(place, settings.versions, each["versions"])


def _differ(place: str, own: Mapping[str, str], found: Mapping[str, str]) -> PluginError:
    names = sorted(name for name in {*own, *found} if own.get(name) != found.get(name))
    none = _("none")
    return PluginError(
        _(
            "{place} has other versions: {differences}.",
            place=place,
            differences=", ".join(
                _(
                    "{name} {found} (here {own})",
                    name=name,
                    found=found.get(name) or none,
                    own=own.get(name) or none,
                )
                for name in names
            ),
        ),
        hint=_("Install the same versions on every machine, and begin scheduler and workers anew."),
    )


def _close(client: Client) -> None:
    with suppress(Exception):
        if client.status == "running":
            client.run(on_dask.end_all, on_error="ignore")
    with suppress(Exception):
        client.close(timeout=_LOOK)
