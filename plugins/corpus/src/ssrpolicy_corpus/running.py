"""A run: papers handed out in chunks of some seconds of work, and their outcomes."""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Protocol

from attrs import field, frozen

from ssrpolicy_corpus.desk import PaperOutcome
from ssrpolicy_corpus.results import Receipt
from ssrpolicy_corpus.settings import Settings
from ssrpolicy_corpus.worker import Paper, Worker

_SECONDS: Final = 3.0
"""How much work a chunk is."""
_FIRST: Final = 4
_MOST: Final = 500


@frozen(kw_only=True)
class Taken:
    """What a pool reports: outcomes, that a chunk is finished, or that one was lost."""

    outcomes: Sequence[PaperOutcome] = ()
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
        """Wait until there is something to report; raises what ended the work."""

    def leave_out(self, paper: str) -> PaperOutcome:
        """Note that a paper is left out, because its workers were lost."""

    def close(self) -> None:
        """End every worker."""


class LocalPool:
    """Workers on this machine, each looked after by a thread."""

    def __init__(self, settings: Settings, workers: int) -> None:
        self.width = workers
        self._chunks: queue.SimpleQueue[Sequence[Paper] | None] = queue.SimpleQueue()
        self._reports: queue.SimpleQueue[Taken | Exception] = queue.SimpleQueue()
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
        """Wait until there is something to report; raises what ended the work."""
        reported = self._reports.get()
        if isinstance(reported, Exception):
            raise reported
        return reported

    def leave_out(self, paper: str) -> PaperOutcome:
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
                    self._reports.put(Taken(outcomes=(outcome,)))
                self._reports.put(Taken(finished=True))
        except Exception as error:  # noqa: BLE001 - the thread that takes raises it
            self._reports.put(error)
        finally:
            worker.close()


@frozen
class Pace:
    """How many papers make a chunk, from what papers took until now."""

    _times: deque[float] = field(factory=lambda: deque(maxlen=200))

    def add(self, outcome: PaperOutcome) -> None:
        """Take into account what a paper took."""
        self._times.append(outcome["seconds"])

    def papers(self, waiting: int, width: int) -> int:
        """Return how many papers the next chunk has: fewer in the end, so that all end alike."""
        if not self._times:
            return _FIRST
        mean = sum(self._times) / len(self._times)
        fair = -(-waiting // (2 * width))
        return max(1, min(_MOST, fair, int(_SECONDS / max(mean, _SECONDS / _MOST))))


class _Handout:
    """Papers that are to be done, and those that are under suspicion."""

    def __init__(self, papers: Sequence[str], receipts: Mapping[str, Receipt]) -> None:
        self.pace = Pace()
        self.underway = 0
        self._waiting: deque[Paper] = deque((paper, receipts.get(paper)) for paper in papers)
        self._halves: list[Sequence[Paper]] = []
        self._suspects: list[Paper] = []
        self._alone = False

    def next_chunk(self, width: int) -> Sequence[Paper] | None:
        """Return what is to be handed out now; None where nothing is."""
        if self.underway >= (1 if self._alone else width):
            return None
        if self._halves:
            chunk = self._halves.pop()
        elif self._waiting:
            size = min(self.pace.papers(len(self._waiting), width), len(self._waiting))
            chunk = [self._waiting.popleft() for _ in range(size)]
        elif self._suspects and not self.underway:
            chunk, self._alone = [self._suspects.pop()], True
        else:
            return None
        self.underway += 1
        return chunk

    def finish(self) -> None:
        """Take note that a chunk is finished."""
        self.underway -= 1
        self._alone = False

    def lose(self, chunk: Sequence[Paper]) -> Paper | None:
        """Take note that a chunk was lost with its worker; return the paper that is the cause.

        It is the cause where it was handed out by itself, and nothing else was underway: what is
        underway with the cause is lost, too.
        """
        alone = self._alone
        self.finish()
        if alone:
            return chunk[0]
        if len(chunk) == 1:
            self._suspects += chunk
        else:
            middle = len(chunk) // 2
            self._halves += [chunk[middle:], chunk[:middle]]
        return None


def run(
    papers: Sequence[str], receipts: Mapping[str, Receipt], pool: Pool
) -> Iterator[PaperOutcome]:
    """Yield what comes of each paper, in the order in which they are done.

    ``receipts`` are those that may still hold. A chunk that is lost with its worker is halved until
    the paper that is the cause stands alone, which is left out.
    """
    handout = _Handout(papers, receipts)
    while True:
        while (chunk := handout.next_chunk(pool.width)) is not None:
            pool.give(chunk)
        if not handout.underway:
            return
        taken = pool.take()
        for outcome in taken.outcomes:
            handout.pace.add(outcome)
            yield outcome
        if taken.finished:
            handout.finish()
        elif taken.lost and (cause := handout.lose(taken.lost)) is not None:
            yield pool.leave_out(cause[0])
