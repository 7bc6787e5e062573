"""How long people wait for a register, by the clock: a server's work is not CPU time of ours."""

import itertools
import math
import os
import time
from collections.abc import Callable, Iterator

from benchmarks.inputs import Inputs
from benchmarks.reasons import KNOWN
from benchmarks.registers import COMMON_WORDS, WORDS, asked_for_pages, asked_for_words
from benchmarks.servers import SERVER, build

_ASKED = 60


def figures_of(inputs: Inputs, records: int) -> Iterator[str]:
    """Yield a line for each measurement; where no server is named, a line says so."""
    yield from _asked(f"SQLite, {records:,} records", inputs.path(f"register:{records}"))
    server = os.environ.get(SERVER)
    if server is None:
        yield f"PostgreSQL: not measured, for {SERVER} names no server"
        return
    built = _seconds(build(inputs.path(f"office:{records}")))
    yield f"PostgreSQL, build {records:,} records: {built * 1_000 / records:.1f} ms each (25 ms)"
    yield from _asked(f"PostgreSQL, {records:,} records", server)


def _asked(title: str, address: str) -> Iterator[str]:
    for name, questions, budget, known in (
        ("a page of a list", asked_for_pages(address), 20, f": {KNOWN['register-pages']}"),
        ("a search with few hits", asked_for_words(address, WORDS), 20, ""),
        ("a search with many", asked_for_words(address, COMMON_WORDS), 100, ""),
    ):
        questions[0]()  # what is read once only
        waits = sorted(map(_seconds, itertools.islice(itertools.cycle(questions), _ASKED)))
        half, most = (waits[math.ceil(len(waits) * part) - 1] * 1_000 for part in (0.5, 0.95))
        said = f"OVER{known}" if most > budget else "ok"
        yield f"{title}, {name}: median {half:.0f} ms, p95 {most:.0f} ms ({budget} ms), {said}"


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
