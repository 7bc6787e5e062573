"""What runs on a Dask worker: each task has a process of its own for the papers of its chunk.

A paper that crashes or hangs ends that process, and not the Dask worker with the work of others.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypedDict

from ssrpolicy_corpus.desk import PaperOutcome, StoppedError
from ssrpolicy_corpus.papers import digest_of
from ssrpolicy_corpus.reasons import Said
from ssrpolicy_corpus.results import UNFINISHED
from ssrpolicy_corpus.settings import Settings
from ssrpolicy_corpus.worker import Paper, Worker, WorkerError

_LOCK = threading.Lock()
# Those whose chunk is finished; the next chunk of the same run takes one.
_IDLE: list[Worker] = []


class ChunkResult(TypedDict, total=False):
    """What a task answers: outcomes; or why no paper can be done, or no process can begin."""

    outcomes: list[PaperOutcome]
    stopped: Said
    failed: str
    versions: dict[str, str]


class Seen(TypedDict, total=False):
    """What a Dask worker sees: the mark that the run made, the first paper, the versions."""

    mark: str
    paper: str
    versions: dict[str, str]
    failed: str


def look(settings: Mapping[str, Any], mark: str, paper: str) -> Seen:
    """Return what this machine sees of a run's files, and has of what its results depend on."""
    asked = Settings(**settings)
    seen: Seen = {}
    try:
        seen["mark"] = Path(asked.output, UNFINISHED, mark).read_text("utf-8")
        seen["paper"] = digest_of(asked.work, Path(asked.folder, paper))
    except OSError:
        return seen
    worker = Worker(asked)
    try:
        seen["versions"] = worker.begin()
    except (WorkerError, OSError) as error:
        seen["failed"] = str(error)
        worker.close()
    else:
        _put_back(worker)
    return seen


def do_chunk(settings: Mapping[str, Any], chunk: Sequence[Paper]) -> ChunkResult:
    """Do a chunk of papers; whatever goes wrong is in the answer.

    A Dask worker that joined late is asked for its versions here.
    """
    asked = Settings(**settings)
    worker = _take(asked)
    try:
        if worker is None:
            worker = Worker(asked)
            if (versions := worker.begin()) != asked.versions:
                worker.close()
                return {"versions": versions}
        answer: ChunkResult = {"outcomes": list(worker.do(chunk))}
    except StoppedError as stopped:
        answer = {"stopped": stopped.said}
    except (WorkerError, OSError) as error:
        answer = {"failed": str(error)}
    if worker is not None:
        _put_back(worker)
    return answer


def end_all() -> None:
    """End the processes that are idle."""
    with _LOCK:
        ending, _IDLE[:] = _IDLE[:], []
    for worker in ending:
        worker.close()


def _take(settings: Settings) -> Worker | None:
    """Return an idle process of this run; end those of other runs."""
    with _LOCK:
        others = [each for each in _IDLE if each.settings != settings]
        own = [each for each in _IDLE if each.settings == settings]
        _IDLE[:] = own[1:]
    for each in others:
        each.close()
    return own[0] if own else None


def _put_back(worker: Worker) -> None:
    with _LOCK:
        _IDLE.append(worker)
