"""Whenever a command is killed, what it writes is the old or the new, whole; it can be repeated."""

import random
import shutil
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import attrs
import pytest
from hypothesis import settings
from openpyxl import load_workbook

from forked import BUG, Commands, commands

pytestmark = pytest.mark.slow

DAY = ("--as-of", "2010-12-31")
SEED = 1
# At each change to the file system, and at so many moments; `--hypothesis-profile=explore` tries
# ten times as many, others in every run.
MOMENTS = settings().max_examples // 20
EXPLORING = settings().max_examples > 100

State: TypeAlias = dict[str, bytes]


@attrs.frozen
class Job:
    """A command in a folder: what is there before, and what it is told."""

    prepare: Callable[[Path], None]
    words: tuple[str, ...]


@pytest.fixture(scope="module")
def serving() -> Iterator[Commands]:
    """A process that runs commands."""
    with commands() as served:
        yield served


def state(folder: Path) -> State:
    """Every file of a folder with its bytes; folders with nothing in them too."""
    return {
        each.relative_to(folder).as_posix(): each.read_bytes() if each.is_file() else b""
        for each in folder.rglob("*")
    }


def accept_three(file: Path) -> None:
    """Enter in a workbook of proposals that the first three are accepted."""
    workbook = load_workbook(file)
    sheet = workbook.worksheets[0]
    head = next(c for row in sheet.iter_rows() for c in row if c.value == "Beslissing")
    for row in range(head.row + 1, head.row + 4):
        sheet.cell(row, head.column).value = "Overnemen"
    workbook.save(file)


@pytest.fixture(scope="module")
def jobs(letter: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Job]:
    """Each command that writes, on the letter's record."""
    source = letter / "sources" / "kst-32123-X-124.txt"
    desk = tmp_path_factory.mktemp("desk")
    with commands() as served:
        for words in (
            ("--to", "excel", "--output", "t.xlsx", *DAY),
            ("--to", "json", "--as-of", "2010-06-30"),
        ):
            made = served.run("report", letter, *words, within=desk)
            assert made.code == 0, made.output
    workbook = load_workbook(desk / "t.xlsx")
    sheet = workbook["Toezeggingen"]
    column = next(cell.column for cell in sheet[1] if cell.value == "Opmerking")
    assert column is not None
    sheet.cell(2, column).value = "De Afrikaanse Unie is gesteund."
    workbook.save(desk / "t.xlsx")

    def record(folder: Path) -> None:
        shutil.copytree(letter, folder / "record")
        (folder / "brief.txt").write_text("Den Haag, 1 maart 2011\n\nNederland volgt dit.\n")

    served_draft = desk / "record"
    shutil.copytree(letter, served_draft)
    text = (served_draft / "record.toml").read_text("utf-8")
    (served_draft / "record.toml").write_text(text.partition("# -- Requests ")[0], "utf-8")
    (served_draft / "sources" / "kst-32123-X-124.txt").chmod(0o644)
    with commands() as served:
        drafted = served.run("draft", "record", within=desk)
        assert drafted.code == 0, drafted.output
        reviewed = ("--to", "excel-review", "--output", "r.xlsx", *DAY)
        made = served.run("report", "record", *reviewed, within=desk)
        assert made.code == 0, made.output
    accept_three(desk / "r.xlsx")
    proposals = tomllib.loads((served_draft / "draft.toml").read_text("utf-8"))["proposals"]

    def with_draft(folder: Path) -> None:
        shutil.copytree(served_draft, folder / "record")

    def with_workbook(folder: Path) -> None:
        with_draft(folder)
        shutil.copy(desk / "r.xlsx", folder / "r.xlsx")

    def with_tracker(folder: Path) -> None:
        record(folder)
        shutil.copy(desk / "t.xlsx", folder / "t.xlsx")

    def with_report(folder: Path) -> None:
        record(folder)
        shutil.copy(desk / "kst-32123-X-124.json", folder)

    def with_source(folder: Path) -> None:
        shutil.copy(source, folder / "brief.txt")

    def with_folder(folder: Path) -> None:
        with_source(folder)
        (folder / "new").mkdir()

    update = ("--statement", "african-union", "--date", "2011-03-01", "--by", "nl-bz")
    paper = ("--id", "follow-up", "--kind", "letter", "--file", "brief.txt")
    merge = ("--by", "nl-bz", "--date", "2011-03-01", "--apply")
    by = ("--by", "nl-bz", "--date", "2011-03-01")
    return {
        "new": Job(with_source, ("new", "brief.txt", "new")),
        "new in a folder": Job(with_folder, ("new", "brief.txt", "new")),
        "new-reporter": Job(lambda _: None, ("new-reporter", "action-list", "new")),
        "add update": Job(record, ("add", "update", "record", *update, "--claimed", "open")),
        "add document": Job(record, ("add", "document", "record", *paper)),
        "merge": Job(with_tracker, ("merge", "t.xlsx", "record", *merge)),
        "draft": Job(record, ("draft", "record")),
        "review": Job(with_draft, ("review", "record", *by, "--accept", proposals[0]["id"])),
        "merge a review": Job(with_workbook, ("merge", "r.xlsx", "record", *merge)),
        "report": Job(with_report, ("report", "record", "--to", "json", *DAY)),
    }


NAMES = (
    "new", "new in a folder", "new-reporter", "add update", "add document", "merge", "draft",
    "review", "merge a review", "report",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_killed_command_leaves_the_old_or_the_new(
    name: str, jobs: dict[str, Job], serving: Commands, tmp_path: Path
) -> None:
    """At each change that it makes and at any moment; then check runs, and it can be repeated."""
    job = jobs[name]
    folders = (tmp_path / f"{number}" for number in range(10_000))

    def prepared() -> Path:
        folder = next(folders)
        folder.mkdir()
        job.prepare(folder)
        return folder

    folder = prepared()
    old = state(folder)
    done = serving.run(*job.words, within=folder)
    assert done.code == 0, done.output
    new = state(folder)

    change = 0
    while True:
        change += 1
        folder = prepared()
        ended = serving.run(*job.words, within=folder, at_change=change)
        if not ended.killed:
            break
        judged(job, serving, folder, old, new)
    assert change > 2, "it was never killed"

    chance = random.Random(None if EXPLORING else SEED)  # noqa: S311 - it chooses a moment, and is not a secret
    for _ in range(MOMENTS):
        folder = prepared()
        serving.run(*job.words, within=folder, after=chance.uniform(0, 1.2 * done.cpu))
        judged(job, serving, folder, old, new)


def judged(job: Job, serving: Commands, folder: Path, old: State, new: State) -> None:
    """Fail where a killed command left something that is neither, or cannot be repeated."""
    left = state(folder)
    for name in old.keys() | new.keys():
        if name in left:
            assert left[name] in (old.get(name), new.get(name)), f"{name} is half-written"
        else:
            assert name not in old, f"{name} is gone"
    for record in ("record", "new"):
        if (folder / record / "record.toml").exists():
            checked = serving.run("check", record, within=folder)
            assert checked.code == 0, checked.output
    again = serving.run(*job.words, within=folder)
    assert again.code != BUG, again.output
    if again.code:
        # It was done already: the record, or the entry, is there.
        assert all(left.get(name) == data for name, data in new.items()), again.output
    elif all(left.get(name) == old.get(name) for name in old.keys() | new.keys()):
        assert state(folder) == new
    assert [name for name in state(folder) if name.endswith(".part")] == []
