"""A run: papers handed out in chunks of some seconds of work, and what comes of each."""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Protocol

from attrs import field, frozen

from ssrpolicy_corpus.desk import Outcome
from ssrpolicy_corpus.results import Receipt
from ssrpolicy_corpus.settings import Settings
from ssrpolicy_corpus.worker import Paper, Worker

_SECONDS: Final = 3.0
"""How much work a chunk is."""
_FIRST: Final = 4
_MOST: Final = 500


@frozen(kw_only=True)
class Taken:
    """What a pool has to tell: outcomes, that a chunk is finished, or that one was lost."""

    outcomes: Sequence[Outcome] = ()
    finished: bool = False
    lost: Sequence[Paper] = ()


class Pool(Protocol):
    """Workers, wherever they are."""

    @property
    def width(self) -> int:
        """How many chunks should be underway, so that nobody waits."""

    def give(self, chunk: Sequence[Paper]) -> None:
        """Hand out a chunk."""

    def take(self) -> Taken:
        """Wait until there is something to tell; raises what ended the work."""

    def leave_out(self, paper: str) -> Outcome:
        """Note that a paper is left out, because its workers were lost."""

    def close(self) -> None:
        """End every worker."""


class LocalPool:
    """Workers on this machine, each looked after by a thread."""

    def __init__(self, settings: Settings, workers: int) -> None:
        self.width = workers
        self._chunks: queue.SimpleQueue[Sequence[Paper] | None] = queue.SimpleQueue()
        self._told: queue.SimpleQueue[Taken | Exception] = queue.SimpleQueue()
        self._workers = [Worker(settings) for _ in range(workers)]
        self._threads = [
            threading.Thread(target=self._look_after, args=(worker,), daemon=True)
            for worker in self._workers
        ]
        for thread in self._threads:
            thread.start()

    def give(self, chunk: Sequence[Paper]) -> None:
        """Hand out a chunk to whichever worker is free first."""
        self._chunks.put(chunk)

    def take(self) -> Taken:
        """Wait until there is something to tell; raises what ended the work."""
        told = self._told.get()
        if isinstance(told, Exception):
            raise told
        return told

    def leave_out(self, paper: str) -> Outcome:
        """Note that a paper is left out; here no worker is lost without its thread knowing."""
        raise AssertionError(paper)

    def close(self) -> None:
        """End every worker, whatever it is doing."""
        for worker in self._workers:
            worker.stop()
        for _thread in self._threads:
            self._chunks.put(None)
        for thread in self._threads:
            thread.join()

    def _look_after(self, worker: Worker) -> None:
        try:
            while (chunk := self._chunks.get()) is not None:
                for outcome in worker.do(chunk):
                    self._told.put(Taken(outcomes=(outcome,)))
                self._told.put(Taken(finished=True))
        except Exception as error:  # noqa: BLE001 - the thread that takes raises it
            self._told.put(error)
        finally:
            worker.close()


@frozen
class Pace:
    """How many papers make a chunk, from what papers took until now."""

    _times: deque[float] = field(factory=lambda: deque(maxlen=200))

    def add(self, outcome: Outcome) -> None:
        """Take into account what a paper took."""
        self._times.append(outcome["seconds"])

    def papers(self, waiting: int, width: int) -> int:
        """Return how many papers the next chunk has: fewer in the end, so that all end alike."""
        if not self._times:
            return _FIRST
        mean = sum(self._times) / len(self._times)
        fair = -(-waiting // (2 * width))
        return max(1, min(_MOST, fair, int(_SECONDS / max(mean, _SECONDS / _MOST))))


def run(papers: Sequence[str], receipts: Mapping[str, Receipt], pool: Pool) -> Iterator[Outcome]:
    """Yield what comes of each paper, in the order in which they are done.

    ``receipts`` are those that may still hold. A chunk that is lost with its worker is halved until
    the paper that is the cause stands alone, which is left out.
    """
    waiting: deque[Paper] = deque((paper, receipts.get(paper)) for paper in papers)
    halves: list[Sequence[Paper]] = []
    pace, underway = Pace(), 0
    while waiting or halves or underway:
        while (waiting or halves) and underway < pool.width:
            if halves:
                chunk = halves.pop()
            else:
                size = min(pace.papers(len(waiting), pool.width), len(waiting))
                chunk = [waiting.popleft() for _ in range(size)]
            pool.give(chunk)
            underway += 1
        taken = pool.take()
        for outcome in taken.outcomes:
            pace.add(outcome)
            yield outcome
        if taken.finished or taken.lost:
            underway -= 1
        if len(taken.lost) == 1:
            yield pool.leave_out(taken.lost[0][0])
        elif taken.lost:
            middle = len(taken.lost) // 2
            halves += [taken.lost[middle:], taken.lost[:middle]]
