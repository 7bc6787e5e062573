"""A merge that is killed, or finds the disk full, leaves every file old or new."""

import datetime as dt
import os
import resource
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import attrs
import pytest

from ssrpolicy import codec
from ssrpolicy.errors import OutputError
from ssrpolicy.merging import Plan, RecordFile, plan_edits
from ssrpolicy.model import EditPart, PolicyRecord
from ssrpolicy.reporting import EditedCell, Edits, Report, baseline

# After every date that the strategies draw.
DAY = dt.date(2100, 1, 1)
REFUSED = 3

RECORD = """\
format = "ssrpolicy-record/1"
id = "letter-{number}"
language = "nl"
source = "letter"

[[documents]]
id = "letter"
kind = "letter"
date = 2010-04-29

[[statements]]
id = "african-union"
kind = "position"
summary = "Nederland zal dit proces ondersteunen."
quotes = ["zal dit proces waar mogelijk"]
"""


class Merge:
    """Some records in a folder, one of them JSON, and the merge of a tracker with an edit each."""

    def __init__(self, folder: Path, number: int) -> None:
        self.folder = folder
        for each in range(number):
            own = folder / f"letter-{each}"
            own.mkdir()
            # One is larger than the others, so that a disk may be full just there.
            text = RECORD.format(number=each) + ("# ruimte\n" * 2000 if each == number // 2 else "")
            (own / "record.toml").write_text(text)
        codec.dump_json(
            attrs.evolve(codec.read(folder / "letter-0").records[0], id="in-json"),
            folder / "json-record.json",
        )
        exported = baseline(Report(records=self.records(), as_of=DAY))
        self.edits = Edits(
            baseline=exported,
            cells=tuple(
                EditedCell(item=item, part=part, value=value, place=item)
                for item in exported.standings
                for part, value in ((EditPart.CLAIMED, "voldaan"), (EditPart.NOTE, "Gedaan."))
            ),
        )

    def records(self) -> tuple[PolicyRecord, ...]:
        """The records as they stand."""
        return tuple(codec.read(file).records[0] for file in codec.find_records(self.folder))

    def plan(self) -> Plan:
        """The merge, planned anew."""
        files = [
            RecordFile(record=codec.read(file).records[0], file=file)
            for file in codec.find_records(self.folder)
        ]
        return plan_edits(self.edits, files, tracker="tracker", date=DAY, by="Jan", judged_by=())

    def contents(self) -> dict[str, bytes]:
        """Every file below the folder by its path, but for what is kept to undo a change."""
        found = sorted(path for path in self.folder.rglob("*") if path.is_file())
        found = [path for path in found if path.parent.name != ".ssrpolicy"]
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in found}


def killed_at(number: int) -> None:
    """Have this process killed when it touches the disk for the n-th time from now on."""
    left = number

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal left
        writes = event in ("os.link", "os.rename", "os.chmod", "os.remove") or (
            event == "open" and isinstance(arguments[2], int) and arguments[2] & os.O_RDWR
        )
        if writes:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def applied_in_a_child(plan: Plan, before: Callable[[], None]) -> int:
    """Apply a plan in a process of its own after something is done there; its wait status."""
    process = os.fork()
    if process == 0:
        code = 1
        try:
            before()
            plan.apply()
            code = 0
        except OutputError:
            code = REFUSED
        finally:
            os._exit(code)
    return os.waitpid(process, 0)[1]


@pytest.mark.slow
def test_a_killed_merge_leaves_every_file_old_or_new_and_completes(tmp_path: Path) -> None:
    """Wherever it is killed, each file is whole, and the same merge again is the whole merge."""
    whole = tmp_path / "whole"
    whole.mkdir()
    merge = Merge(whole, 3)
    old = merge.contents()
    merge.plan().apply()
    new = merge.contents()
    assert (new.keys(), sum(new[name] != old[name] for name in new)) == (old.keys(), 4)
    places = 0
    for number in range(1, 1000):
        folder = tmp_path / str(number)
        folder.mkdir()
        merge = Merge(folder, 3)
        status = applied_in_a_child(merge.plan(), partial(killed_at, number))
        if os.WIFEXITED(status):
            assert (os.WEXITSTATUS(status), merge.contents()) == (0, new)
            break
        assert os.WTERMSIG(status) == signal.SIGKILL
        places += 1
        for name, data in merge.contents().items():
            assert name.endswith(".part") or data in (old[name], new[name])
        merge.plan().apply()
        assert merge.contents() == new
    assert places > 12


@pytest.mark.heavy
def test_a_full_disk_leaves_every_file_as_it_was(tmp_path: Path) -> None:
    """All are written before the first is replaced: the one that does not fit stops them all."""
    merge = Merge(tmp_path, 3)
    old = merge.contents()

    def full() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))

    status = applied_in_a_child(merge.plan(), full)

    assert (os.WIFEXITED(status), os.WEXITSTATUS(status)) == (True, REFUSED)
    assert merge.contents() == old


@pytest.mark.heavy
def test_more_files_are_merged_than_a_process_may_hold_open(tmp_path: Path) -> None:
    """Where there are too many, the last have a name while they wait, and are merged as well."""
    merge = Merge(tmp_path, 80)
    names = set(merge.contents())
    held = len(list(Path("/proc/self/fd").iterdir()))

    def few() -> None:
        resource.setrlimit(resource.RLIMIT_NOFILE, (held + 60, held + 60))

    plan = merge.plan()
    status = applied_in_a_child(plan, few)

    assert (os.WIFEXITED(status), os.WEXITSTATUS(status)) == (True, 0)
    assert set(merge.contents()) == names
    assert {len(record.updates) for record in merge.records()} == {2}
