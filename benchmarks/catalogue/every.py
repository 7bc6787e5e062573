"""What is measured, and its budgets: the one place where they stand, but for those of registers.

A step is the words of a command for the worker (`benchmarks/worker.py`), in which ``N`` is the size
and ``@kind:details`` an input (`benchmarks/inputs.py`).
"""

from benchmarks.catalogue.benchmark import FULL, Benchmark, Floor
from benchmarks.catalogue.registers import ON_REGISTERS


def _portfolio_report(name: str, title: str, against: str, plain: str, budget: float) -> Benchmark:
    return Benchmark(
        name=name,
        group="reports",
        title=title,
        step=f"report @portfolio:N {name} @out:{name}:N",
        items="commitments",
        sizes=(FULL, FULL * 5),
        floor=Floor(name=against, step=f"{plain} @kept:{name}:N @out:{name}:floor", budget=budget),
    )


def _large_record(name: str, title: str, step: str) -> Benchmark:
    return Benchmark(
        name=f"record-{name}",
        group="record",
        title=f"one record: {title}",
        step=step,
        items="statements",
        sizes=(FULL // 25, FULL // 5, FULL),
    )


BENCHMARKS = (
    Benchmark(
        name="help",
        group="cold",
        title="--help, cold",
        step="command --help",
        floor=Floor(name="bare python", step="bare-python", budget=6.5),
        rounds=4,
    ),
    Benchmark(
        name="check-letter",
        group="cold",
        title="check the letter, cold",
        step="command check @letter",
        floor=Floor(name="bare python", step="bare-python", budget=12),
        rounds=4,
    ),
    Benchmark(
        name="letter",
        group="cold",
        title="the letter in three formats, cold",
        step="report-letter @letter @out:letter",
        floor=Floor(name="importing the libraries", step="libraries", budget=2),
        rounds=2,
    ),
    Benchmark(
        name="letter-again",
        group="cold",
        title="the same over its own reports, cold",
        step="report-letter @letter @out:letter again",
        floor=Floor(name="importing the libraries", step="libraries", budget=2),
        rounds=2,
    ),
    Benchmark(
        name="letters-20",
        group="folders",
        title="check a folder, cold",
        step="command check @letters:N",
        items="letters",
        sizes=(20,),
        each=20,  # the start included
        rounds=2,
    ),
    Benchmark(
        name="letters-300",
        group="folders",
        title="check a folder, cold",
        step="command check @letters:N",
        items="letters",
        sizes=(300,),
        each=10,
    ),
    Benchmark(
        name="list",
        group="records",
        title="list what is overdue, cold",
        step="command list commitments @letters:N --overdue --as-of 2012-01-01",
        items="letters",
        sizes=(300,),
        each=12,
    ),
    Benchmark(
        name="search",
        group="records",
        title="search a word, cold",
        step="command search politietraining @letters:N --limit 20",
        items="letters",
        sizes=(300,),
        each=15,
    ),
    *ON_REGISTERS,
    Benchmark(
        name="add-update",
        group="editing",
        title="add update to a long log, cold",
        step="add-update @updates:N @out:updates",
        items="updates",
        sizes=(5_000,),
        floor=Floor(name="tomllib reads the record", step="plain-toml @updates:N", budget=5),
    ),
    Benchmark(
        name="read-pdf",
        group="reading",
        title="read a PDF",
        step="read @pdf:N",
        items="pages",
        sizes=(20, 100),
        each=100,
    ),
    Benchmark(
        name="draft",
        group="drafting",
        title="draft the letter",
        step="draft @letter",
        items="pages",
        sizes=(3,),
        each=50,
        rounds=4,
    ),
    Benchmark(
        name="corpus",
        group="archives",
        title="cite an archive of tiny letters, cold",
        step="corpus @papers:N @out:corpus:N",
        items="letters",
        sizes=(2_000,),
        each=2,  # the start and the work on each included
    ),
    Benchmark(
        name="load",
        group="loading",
        title="load and check JSON",
        step="check @portfolio:N",
        items="commitments",
        sizes=(FULL, FULL * 5),
        floor=Floor(name="plain cattrs load", step="plain-load @portfolio:N", budget=2),
    ),
    _portfolio_report(
        "excel", "report as Excel", "same cells, openpyxl write-only", "plain-cells", 0.6
    ),
    _portfolio_report("word", "report as Word", "same paragraphs, lxml", "plain-paragraphs", 0.9),
    _portfolio_report("html", "report as a page", "same elements, Jinja2", "plain-pieces", 2.5),
    _portfolio_report("json", "report as JSON", "same data, orjson", "plain-json", 8),
    Benchmark(
        name="import-edits",
        group="editing",
        title="load records, plan a merge",
        step="plan-merge @portfolio:N @report:excel:N",
        items="commitments",
        sizes=(FULL, FULL * 5),
        floor=Floor(
            name="plain load, openpyxl read-only",
            step="plain-import @portfolio:N @report:excel:N",
            budget=2,
        ),
    ),
    _large_record("check", "check", "check @record:N"),
    _large_record("json", "report as JSON", "report @record:N json @out:json:record:N"),
    _large_record("excel", "report as Excel", "report @record:N excel @out:excel:record:N"),
    _large_record("word", "report as Word", "report @record:N word @out:word:record:N"),
    _large_record("html", "report as a page", "report @record:N html @out:html:record:N"),
)
