"""The table of what was measured: each row with its floor, its budget and a verdict."""

from collections.abc import Iterator, Sequence

from attrs import astuple, frozen

from benchmarks.catalogue.benchmark import FULL, GROWTH, MEMORY, Benchmark
from benchmarks.harness import BOUND, Measurement
from benchmarks.reasons import KNOWN

_HEAD = ("step", "measured, CPU", "floor", "ratio", "budget", "memory", "verdict")
_RIGHT = {3, 4, 5}


@frozen(kw_only=True)
class Row:
    """One line of the table, its fields in the order of the columns."""

    step: str
    measured: str = ""
    floor: str = ""
    ratio: str = ""
    budget: str = ""
    memory: str = ""
    verdict: str = ""


@frozen
class _Comparison:
    """How a measurement relates to its floor and its budget."""

    floor: str = ""
    ratio: str = ""
    budget: str = ""
    over: bool = False


def rows(
    benchmark: Benchmark,
    sizes: Sequence[int],
    measured: Sequence[Measurement],
    floor: Measurement | None,
) -> Iterator[Row]:
    """Yield a row for each size: the first against the floor, the others against the one before.

    Sizes that were not measured, because a smaller one was stopped, say so.
    """
    for number, (size, measurement) in enumerate(zip(sizes, measured, strict=False)):
        if number == 0:
            compared = _with_floor(benchmark, size, measurement, floor)
        else:
            name = f"{sizes[number - 1]:,} {benchmark.items}"
            compared = _times(measurement, name, measured[number - 1].seconds, GROWTH)
        yield Row(
            step=_titled(benchmark, size),
            measured=_seconds(measurement),
            floor=compared.floor,
            ratio=f">{compared.ratio}" if measurement.stopped else compared.ratio,
            budget=compared.budget,
            memory="" if measurement.stopped else f"{measurement.peak:.0f} MiB",
            verdict=_verdict(size, measurement, compared, KNOWN.get(benchmark.name, "")),
        )
    for size in sizes[len(measured) :]:
        yield unmeasured(benchmark, size, "OVER (not run, for fewer were stopped)")


def _verdict(size: int, measurement: Measurement, compared: _Comparison, known: str) -> str:
    if measurement.stopped:
        return f"OVER (stopped at {BOUND} s)"
    over = ["time"] if compared.over else []
    if size <= FULL and measurement.peak > MEMORY:
        over.append("memory")
    if over:
        reason = f": {known}" if known and compared.over else ""
        return f"OVER ({', '.join(over)}){reason}"
    return "ok"


def unmeasured(benchmark: Benchmark, size: int, reason: str) -> Row:
    """Return the row of a size that was not measured, and why."""
    return Row(step=_titled(benchmark, size), verdict=reason)


def table(lines: Sequence[Row]) -> str:
    """Return the rows below their head, as text."""
    cells = [_HEAD, *(astuple(row) for row in lines)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if column in _RIGHT else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in cells
    )


def _titled(benchmark: Benchmark, size: int) -> str:
    return f"{benchmark.title}, {size:,} {benchmark.items}" if benchmark.items else benchmark.title


def _with_floor(
    benchmark: Benchmark, size: int, measurement: Measurement, floor: Measurement | None
) -> _Comparison:
    if benchmark.each is not None:
        each = measurement.seconds * 1_000 / size
        budget = f"{benchmark.each:g} ms each"
        return _Comparison("", f"{each:.1f} ms each", budget, each > benchmark.each)
    if benchmark.floor is None or floor is None:
        return _Comparison()
    return _times(measurement, benchmark.floor.name, floor.seconds, benchmark.floor.budget)


def _times(measurement: Measurement, name: str, seconds: float, budget: float) -> _Comparison:
    ratio = measurement.seconds / seconds
    return _Comparison(f"{_short(seconds)} {name}", f"{ratio:.2f}", f"{budget:g} x", ratio > budget)


def _seconds(measurement: Measurement) -> str:
    if measurement.stopped:
        return f"> {BOUND} s"
    least, most = map(_short, measurement.spread)
    return f"{_short(measurement.seconds)} s ({least}–{most}, n={len(measurement.runs)})"


def _short(seconds: float) -> str:
    return f"{seconds:.2f}" if seconds >= 1 else f"{seconds:.3f}"
