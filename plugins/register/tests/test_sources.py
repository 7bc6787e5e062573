"""Which files a register is of, under whichever path or name they were read."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from plugins.register.tests.test_building import CLEAN, built, rows

from ssrpolicy import InputError
from ssrpolicy_register.asking.about import information
from ssrpolicy_register.building.build import Built

pytestmark = pytest.mark.heavy


@pytest.fixture
def folder(small_folder: Path) -> Path:
    """Seven records, of which it does not matter what they say."""
    return small_folder


@pytest.mark.slow
def test_which_of_two_records_counts_does_not_rest_on_which_came_first(
    tmp_path: Path, folder: Path
) -> None:
    """One that comes later and stands before the other takes its place, as in the folder."""
    address, fresh = str(tmp_path / "register.sqlite"), str(tmp_path / "fresh.sqlite")
    shutil.copytree(folder / CLEAN, folder / "zz-copy")
    built(address, folder)
    shutil.copytree(folder / CLEAN, folder / "0-copy")
    found = built(address, folder)
    built(fresh, folder)
    told = [each.message for each in found.findings]

    assert rows(address) == rows(fresh)
    assert [str(folder / "0-copy" / "record.toml") in each for each in told] == [True, True]

    shutil.rmtree(folder / "0-copy")
    built(address, folder)
    Path(fresh).unlink()
    built(fresh, folder)

    assert rows(address) == rows(fresh)


def test_a_folder_is_one_however_its_path_is_written(
    new_address: Callable[[], str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Relative, through a parent or through a link: nothing is read again, nor twice."""
    address = new_address()
    built(address, folder)
    link = folder.with_name("link")
    link.symlink_to(folder)
    monkeypatch.chdir(folder)
    paths = (Path(), Path("..") / folder.name, link, folder / CLEAN / "..")
    found = [built(address, path) for path in paths]

    assert {(each.read, each.unchanged, each.problems) for each in found} == {(0, 7, 0)}
    assert information(address).sources == {str(folder.resolve()): 7}


@pytest.mark.parametrize(
    "first, then", [([".", CLEAN], "."), ([CLEAN, "."], CLEAN), (["."], CLEAN)]
)
def test_folders_within_one_another_keep_nothing_that_has_gone(
    tmp_path: Path, folder: Path, first: list[str], then: str
) -> None:
    """What was below a folder goes with it, under whichever path it was read first."""
    address = str(tmp_path / "register.sqlite")
    (folder / CLEAN).rename(folder / "tmp")
    for name in ("one", "other"):
        shutil.copytree(folder / "tmp", folder / CLEAN / name)
    shutil.rmtree(folder / "tmp")
    other = folder / CLEAN / "other" / "record.toml"
    other.write_text(
        other.read_text("utf-8").replace(f'id = "{CLEAN}"', 'id = "other"', 1), "utf-8"
    )
    built(address, *(folder / each for each in first))
    shutil.rmtree(folder / CLEAN / "other")
    found = built(address, folder / then)

    assert (found.removed, found.records) == (1, 7)


def test_a_name_of_its_own_keeps_what_it_has(new_address: Callable[[], str], folder: Path) -> None:
    """A file is of who read it last, and only that one removes it."""
    address = new_address()
    built(address, folder)
    built(address, folder / CLEAN, name="own")
    assert information(address).sources == {"own": 1, str(folder.resolve()): 6}

    shutil.rmtree(folder / CLEAN)

    assert built(address, folder).removed == 0
    assert built(address, folder / f"{CLEAN}-twin", name="own", yes=True).removed == 1


def test_two_machines_have_files_at_the_same_path(
    new_address: Callable[[], str], folder: Path
) -> None:
    """Each gives its files a name; what the other one has is another file, and stays."""
    address, here = new_address(), folder.with_name("letters")
    machines = {"a": folder.with_name("a"), "b": folder.with_name("b")}
    for number, each in enumerate(sorted(folder.iterdir())):
        home = machines["ab"[number % 2]]
        home.mkdir(exist_ok=True)
        each.rename(home / f"letter-{number // 2}")

    def built_on(machine: str) -> Built:
        machines[machine].rename(here)
        done = built(address, here, name=machine)
        here.rename(machines[machine])
        return done

    first, then = built_on("a"), built_on("b")
    assert (first.records, then.records, then.removed) == (4, 7, 0)
    assert information(address).sources == {"a": 4, "b": 3}
    assert [built_on(each).unchanged for each in "ab"] == [4, 3]

    (machines["a"] / "letter-0" / "record.toml").write_text("id = [", "utf-8")
    assert {each.code for each in built_on("a").findings} == {"toml-syntax", "record-kept"}
    shutil.rmtree(machines["a"] / "letter-1")
    gone = built_on("a")

    assert (gone.records, gone.removed, gone.problems) == (6, 1, 2)
    told = {each.location.file for each in information(address).findings}
    assert told == {f"a:{here}/letter-0/record.toml"}


def test_other_records_at_the_same_paths_replace_none_in_silence(
    new_address: Callable[[], str], folder: Path
) -> None:
    """Without a name two machines look like one, and so do two folders that change places."""
    address, aside = new_address(), folder.with_name("aside")
    built(address, folder)
    shutil.copytree(folder, aside)
    for file in aside.glob("*/record.toml"):
        text = file.read_text("utf-8")
        id = file.parent.name
        file.write_text(text.replace(f'id = "{id}"', f'id = "{id}-b"', 1), "utf-8")
    folder.rename(folder.with_name("first"))
    aside.rename(folder)

    with pytest.raises(InputError, match="7 are not in its files any more; nothing was changed"):
        built(address, folder)
    folder.rename(aside)
    folder.with_name("first").rename(folder)
    assert built(address, folder).unchanged == 7

    folder.rename(folder.with_name("first"))
    aside.rename(folder)
    assert built(address, folder, name="b").records == 14
    assert built(address, folder, yes=True).records == 7


def test_a_record_of_another_machine_is_not_one_that_has_gone(
    new_address: Callable[[], str], folder: Path
) -> None:
    """It cannot be seen from here; of the two that have one id, the other is told."""
    address, elsewhere = new_address(), folder.with_name("elsewhere")
    shutil.copytree(folder / CLEAN, elsewhere / CLEAN)
    built(address, elsewhere, name="a")
    shutil.rmtree(elsewhere)
    for _again in range(2):
        found = built(address, folder, name="b")

        assert (found.records, found.problems) == (7, 1)
        assert [(each.code, each.subject) for each in found.findings] == [
            ("record-duplicate", CLEAN)
        ]
        assert f"a:{elsewhere}/{CLEAN}/record.toml" in found.findings[0].message


@pytest.mark.parametrize("order", ["ab", "ba"])
def test_a_copy_at_the_same_path_of_another_machine_takes_no_record_away(
    new_address: Callable[[], str], folder: Path, order: str
) -> None:
    """Which of two that differ counts does not rest on who built last, and the other is told."""
    address, here = new_address(), folder / CLEAN / "record.toml"
    ours = here.read_text("utf-8")
    theirs = ours.replace("[[documents]]", "# an older copy\n[[documents]]", 1)
    texts = {"a": ours, "b": theirs}
    for machine in order + order:
        here.write_text(texts[machine], "utf-8")
        found = built(address, folder / CLEAN, name=machine)

    assert information(address).sources == {"a": 1, "b": 1}
    assert (found.records, found.problems) == (1, 1)
    (told,) = information(address).findings
    assert (told.code, told.location.file) == ("record-duplicate", f"b:{here}")
    assert f"of a:{here}" in told.message

    here.write_text(ours, "utf-8")
    found = built(address, folder / CLEAN, name="b")

    assert (found.records, found.problems) == (1, 0)


@pytest.mark.parametrize("name, yes", [(None, False), ("office", True)])
def test_a_folder_that_moved_takes_the_place_of_the_old_one(
    new_address: Callable[[], str],
    folder: Path,
    name: str | None,
    yes: bool,  # noqa: FBT001 - whether a name of its own has to be told
) -> None:
    """Its records are those that are on the disk, and nothing of the old path is left."""
    address, moved = new_address(), folder.with_name("zz-moved")
    built(address, folder, name=name)
    folder.rename(moved)
    found = built(address, moved, name=name, yes=yes)

    assert (found.records, found.problems) == (7, 0)
    assert [each.code for each in found.findings] == ([] if yes else ["record-moved"])
    assert information(address).sources == {name or str(moved.resolve()): 7}
    assert built(address, moved, name=name).unchanged == 7


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_path_that_is_no_utf_8_is_a_path_like_others(
    new_address: Callable[[], str], folder: Path
) -> None:
    """Its record is read once, shown, told of when it breaks, and removed when it has gone."""
    address, odd = new_address(), folder / os.fsdecode(b"caf\xe9")
    (folder / CLEAN).rename(odd)
    first, second = built(address, folder), built(address, folder)
    (odd / "record.toml").write_bytes(b"id = [\n")
    broken = built(address, folder)

    assert (first.records, second.read, broken.records) == (7, 0, 7)
    assert {each.location.file for each in information(address).findings} == {
        f"{folder}/caf\\udce9/record.toml"
    }

    shutil.rmtree(odd)

    assert built(address, folder).removed == 1
