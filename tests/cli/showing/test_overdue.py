"""`ssrpolicy show` of several records: what is overdue, as one list."""

import datetime as dt
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
from click.testing import Result

import ssrpolicy
from ssrpolicy import EdtfDate, Relation, RelationKind, Timeframe
from ssrpolicy.model import PolicyRecord
from ssrpolicy.testing import small_record

Run = Callable[..., Result]
AS_OF = dt.date(2033, 12, 31)
DAY = ("--as-of", "2033-12-31")


@pytest.fixture
def two_records(lagemeer: Path, letter: Path, tmp_path: Path) -> Path:
    """A folder with the invented record, the same under another id, and the letter."""
    for name in ("lagemeer-2031-7", "lagemeer-2031-8"):
        shutil.copytree(lagemeer, tmp_path / name)
        file = tmp_path / name / "record.toml"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("lagemeer-2031-7", name), encoding="utf-8")
    shutil.copytree(letter, tmp_path / letter.name)
    return tmp_path


def test_what_is_overdue_in_many_records_is_one_list_by_due_date(
    run: Run, two_records: Path, record: PolicyRecord
) -> None:
    """The due date, the days over, the id with its record, who, and what; with a total."""
    result = run("show", two_records, "--overdue", "--language", "en", *DAY)

    rows = [line.split() for line in result.output.splitlines() if re.match(r" \d{4}-", line)]
    dues = (record.progress(s.id, as_of=AS_OF).due for s in record.overdue(as_of=AS_OF))
    late = sorted(day for day in dues if day is not None)
    assert [row[0] for row in rows] == [str(day) for day in late for _ in range(2)]
    assert [row[2] for row in rows[:2]] == ["lagemeer-2031-7#", "lagemeer-2031-8#"]
    assert rows[0][1] == str((AS_OF - dt.date.fromisoformat(rows[0][0])).days)
    total = f"Total: {len(rows)} statements, in 2 records"
    assert re.search(rf"{total}; \d+ with nobody responsible\.\n$", result.output)
    assert max(map(len, result.output.splitlines())) <= 80


@pytest.mark.parametrize(
    "owner, words", [((), "with nobody responsible"), (("--owner", "lm-kustwacht"), "more with")]
)
def test_the_total_of_what_is_overdue_says_how_many_belong_to_nobody(
    run: Run, two_records: Path, owner: tuple[str, ...], words: str
) -> None:
    """As many as the list of the same statements counts, whoever is asked for."""
    asked = (two_records, "--due-within", "3000", "--overdue", *owner, *DAY)
    listed = run("list", "statements", *asked, "--format", "json")
    number = json.loads(listed.stdout)["totals"]["nobody"]

    total = run("show", *asked, "--language", "en").stdout.splitlines()[-1]
    assert f"; {number} {words}" in total


def test_nothing_overdue_in_any_record_is_said(run: Run, two_records: Path) -> None:
    """No empty table."""
    result = run("show", two_records, "--overdue", "--as-of", "2010-12-31")
    assert result.stdout == "Niets in de dossiers voldoet daaraan.\n"


def test_what_another_record_superseded_is_overdue_nowhere(run: Run, tmp_path: Path) -> None:
    """In one list of all records only what took its place is."""
    folder = tmp_path / "records"
    for number, day in ((1, "2010-12-31"), (2, "2011-06-30")):
        record = small_record()
        made = attrs.evolve(
            record.commitments[0],
            timeframe=Timeframe(phrase="spoedig", date=EdtfDate(day)),
            relations=(Relation(kind=RelationKind.SUPERSEDES, target="r1#report"),)
            if number > 1
            else (),
        )
        rest = tuple(s for s in record.statements if s.id != "report")
        record = attrs.evolve(record, id=f"r{number}", statements=(made, *rest), updates=())
        folder.mkdir(exist_ok=True)
        ssrpolicy.dump(record, folder / f"r{number}.json")

    shown = run("show", folder, "--overdue", "--as-of", "2012-01-01").stdout

    assert ("r2#" in shown, "r1#" in shown) == (True, False)
