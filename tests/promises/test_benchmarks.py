"""`make bench` works: its smallest row end to end, and every row in its parts."""

import datetime as dt
import json
import subprocess
import sys
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest
from benchmarks import registers
from benchmarks.catalogue.benchmark import Benchmark
from benchmarks.catalogue.every import BENCHMARKS
from benchmarks.harness import Measurement, Run
from benchmarks.invented import large_record, many, portfolio
from benchmarks.invented.folder import write_folder
from benchmarks.reasons import KNOWN
from benchmarks.table import rows
from benchmarks.worker import STEPS

import ssrpolicy
from ssrpolicy.selection import Selection
from ssrpolicy_register.asking.register import open_register
from ssrpolicy_register.building.build import build
from ssrpolicy_register.building.sources import Source
from ssrpolicy_register.database.stores import store_at
from tables import each_case

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
@pytest.mark.heavy
def test_small_rows_end_to_end(tmp_path: Path) -> None:
    """A folder is checked, and loading is measured against its floor and a fifth of the items."""
    options = ["--repeats", "1", "--shrink", "500", "--folder", str(tmp_path / "made")]
    result = subprocess.run(
        [sys.executable, "-m", "benchmarks", "letters-20", "load", *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    rows = [line for line in result.stdout.splitlines() if "MiB  " in line]
    assert [row.split("  ")[0] for row in rows] == [
        "check a folder, cold, 1 letters",
        "load and check JSON, 20 commitments",
        "load and check JSON, 100 commitments",
    ]


def test_names_are_unique() -> None:
    """Each row is called by a name of its own."""
    names = Counter(each.name for each in BENCHMARKS)
    assert [name for name, count in names.items() if count > 1] == []


def test_reasons_are_of_rows() -> None:
    """A reason stays only as long as its row."""
    assert {*KNOWN} <= {each.name for each in BENCHMARKS}


@each_case("benchmark", BENCHMARKS, ids=lambda each: each.name)
def test_steps_exist(benchmark: Benchmark) -> None:
    """The step of every row, and that of its floor, is a function that the worker finds."""
    steps = [benchmark.step, *([benchmark.floor.step] if benchmark.floor else [])]
    for step in steps:
        module, function = STEPS[step.split()[0]].split(":")
        assert callable(getattr(import_module(module), function))


def test_large_record(tmp_path: Path) -> None:
    """The large record has no errors, several documents and parties named by abbreviation."""
    write_folder(large_record.record(40, updates=100), tmp_path / "record")
    record = ssrpolicy.load(tmp_path / "record")
    summaries = " ".join(statement.summary.text("nl") for statement in record.statements)
    named = [party.id for party in record.parties if party.aliases[0] in summaries]
    assert len(record.statements) == 40
    assert len(record.updates) == 100
    assert len(record.documents) == 5
    assert 0 < len(named) < len(record.parties)


@pytest.mark.slow
def test_a_register_of_very_many_statements_answers_as_one_that_was_built(tmp_path: Path) -> None:
    """The same rows and totals on any day, and the same hits but those in papers."""
    made, built = str(tmp_path / "made.sqlite"), str(tmp_path / "built.sqlite")
    office = tmp_path / "office"
    for place, record in enumerate(portfolio.records(3)):
        text = json.dumps(record).replace(record["id"], many.id_of(place))
        write_folder(json.loads(text), office / str(place))
    build(store_at(built), Source.of([office]), today=dt.date(2030, 1, 1))
    registers.statements(str(3 * portfolio.COMMITMENTS), made)()
    stated = Selection(kinds=("commitment",))
    chosen = (Selection(), Selection(schedules=("overdue",)), Selection(owners="none"), stated)

    def answers(address: str) -> list[object]:
        register = open_register(address)
        found: list[object] = []
        for day in (dt.date(2009, 1, 1), dt.date(2010, 12, 31), dt.date(2030, 1, 1)):
            for each in chosen:
                listed = register.listing("commitments", each, as_of=day, limit=20)
                numbers = listed.chosen, listed.every, listed.overdue, listed.nobody
                found += [numbers, listed.table.rows]
            for word in ("politie", "jaar"):
                hits = register.search(word, stated, as_of=day).hits
                found.append([each for each in hits if each.kind != "paragraph"])
        return found

    given = answers(made)
    assert (60, 60, 44, 0) in given
    assert given == answers(built)


@pytest.mark.slow
def test_words_that_are_searched_for_are_found(tmp_path: Path) -> None:
    """Nothing is measured by a search for words that are not there."""
    made, built = str(tmp_path / "made.sqlite"), str(tmp_path / "built.sqlite")
    office = tmp_path / "office"
    for record in portfolio.records(20):
        write_folder(record, office / record["id"])
    build(store_at(built), Source.of([office]), today=dt.date(2030, 1, 1))
    registers.statements(str(50 * portfolio.COMMITMENTS), made)()
    missing = []
    for address, words in ((made, registers.MANY_WORDS), (built, registers.COMMON_WORDS)):
        register = open_register(address)
        for each in words:
            found = register.search(each, Selection(), as_of=dt.date(2030, 1, 1), limit=1)
            if not found.total:
                missing.append(each)

    assert missing == []


def test_a_budget_that_is_missed_on_purpose_is_shown_with_its_reason() -> None:
    """And not where it is met."""
    pages = next(each for each in BENCHMARKS if each.name == "register-pages")
    (size,) = pages.sizes
    verdicts = []
    for seconds in (0.5, 5.0):
        taken = Measurement(runs=(Run(work=seconds, process=seconds, peak=50.0),))
        (row,) = rows(pages, pages.sizes, [taken], None)
        verdicts.append(row.verdict)

    assert size == 50
    assert verdicts == [
        "ok",
        "OVER (time): rows are made from excerpts of records, see docs/decisions/0025",
    ]
