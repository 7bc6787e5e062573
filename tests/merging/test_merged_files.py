"""The files that a merge writes: of either kind, in their form, linked, and read-only."""

import datetime as dt
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

import ssrpolicy
from ssrpolicy.storage import locked

pytestmark = pytest.mark.heavy

Edit = Callable[..., Path]

DAY = dt.date(2011, 3, 1)
BY: dict[str, Any] = {"date": DAY, "by": "Jan"}


def test_a_json_record_is_merged_with_a_toml_record(
    edit: Edit, folder: Path, fixtures: Path, tmp_path: Path
) -> None:
    """Records of mixed kinds are the normal case; JSON stays as its reporter writes it."""
    invented = ssrpolicy.load(fixtures / "records" / "lagemeer-2031-7")
    as_of = dt.date(2034, 4, 15)
    copies = folder / "copies.json"
    ssrpolicy.report(invented, "json", copies, as_of=as_of)
    tracker = tmp_path / "both.lines"
    ssrpolicy.report(ssrpolicy.load_all(folder), "lines", tracker, as_of=as_of)
    edit(at=tracker, claimed="Voldaan")
    edit("lagemeer-2031-7#send-trainers", at=tracker, note="Nagevraagd.")

    plan = ssrpolicy.plan_merge(tracker, folder, date=as_of, by="Jan")
    plan.apply()

    assert len(plan.changes) == 2
    again = tmp_path / "again.json"
    merged = invented.with_update(
        "send-trainers", date=as_of, by="Jan", internal=True, note="Nagevraagd."
    )
    ssrpolicy.report(merged, "json", again, as_of=as_of)
    assert copies.read_bytes() == again.read_bytes()


def test_a_merge_is_undone_in_all_its_files_or_in_none(
    edit: Edit, folder: Path, fixtures: Path, tmp_path: Path
) -> None:
    """From whichever record it is asked; one that was changed since keeps all as they are."""
    shutil.copytree(fixtures / "records" / "lagemeer-2031-7", folder / "lagemeer-2031-7")
    files = sorted(folder.rglob("record.toml"))
    before = [file.read_bytes() for file in files]
    as_of = dt.date(2034, 4, 15)
    tracker = tmp_path / "both.lines"
    ssrpolicy.report(ssrpolicy.load_all(folder), "lines", tracker, as_of=as_of)
    edit(at=tracker, claimed="Voldaan")
    edit("lagemeer-2031-7#send-trainers", at=tracker, note="Nagevraagd.")
    ssrpolicy.plan_merge(tracker, folder, date=as_of, by="Jan").apply()
    after = [file.read_bytes() for file in files]
    assert all(one != other for one, other in zip(before, after, strict=True))

    files[0].write_bytes(after[0] + b"# later\n")
    for file in files:
        with pytest.raises(ssrpolicy.EditRefusedError, match="was changed since the merge"):
            ssrpolicy.undo(file)
    assert [file.read_bytes() for file in files] == [after[0] + b"# later\n", after[1]]

    files[0].write_bytes(after[0])
    memory = {each: each.read_bytes() for each in folder.rglob("*.last-change")}
    preview = ssrpolicy.undo(files[1].parent, preview=True)
    assert [file.read_bytes() for file in files] == after
    assert ssrpolicy.undo(folder, preview=True) == preview
    assert ssrpolicy.undo(folder) == preview
    assert [each.file for each in preview] == files
    assert [file.read_bytes() for file in files] == before

    # As it is where the command is killed before it comes to the second file.
    for file, kept in memory.items():
        file.write_bytes(kept)
    files[1].write_bytes(after[1])
    assert [each.file for each in ssrpolicy.undo(folder)] == files[1:]
    assert [file.read_bytes() for file in files] == before
    for file, kept in memory.items():
        file.write_bytes(kept)
    with pytest.raises(ssrpolicy.EditRefusedError, match="that is undone already"):
        ssrpolicy.undo(files[0])


def test_several_json_records_in_one_file_are_rewritten_together(
    edit: Edit, folder: Path, tmp_path: Path
) -> None:
    """The others of the file stay, and one line stays one line."""
    letter = ssrpolicy.load(folder)
    other = ssrpolicy.PolicyRecord(
        id="other", language="nl", source="letter", documents=letter.documents[:1]
    )
    file = tmp_path / "several.json"
    text = ssrpolicy.codec.dumps([other, letter], indent=None, derived=False)
    file.write_text(text)
    tracker = tmp_path / "t.lines"
    ssrpolicy.report([other, letter], "lines", tracker, as_of=DAY)
    edit(at=tracker, claimed="Open")

    ssrpolicy.plan_merge(tracker, file, **BY).apply()

    merged = letter.with_update("african-union", date=DAY, by="Jan", internal=True, claimed="open")
    assert file.read_text() == ssrpolicy.codec.dumps([other, merged], indent=None, derived=False)


@pytest.mark.parametrize("portfolio", [True, False])
def test_a_json_file_keeps_its_form(
    edit: Edit, folder: Path, tmp_path: Path, *, portfolio: bool
) -> None:
    """A list of one record stays one, tabs stay tabs, and Windows line ends what they are."""
    letter = ssrpolicy.load(folder)
    file = tmp_path / "one.json"

    def text(record: ssrpolicy.PolicyRecord) -> bytes:
        written = ssrpolicy.codec.dumps(record, indent="\t", derived=False, portfolio=portfolio)
        return written.replace("\n", "\r\n").encode()

    file.write_bytes(text(letter))

    ssrpolicy.plan_merge(edit(claimed="Open"), file, **BY).apply()

    merged = letter.with_update("african-union", date=DAY, by="Jan", internal=True, claimed="open")
    assert file.read_bytes() == text(merged)
    assert (b'"records"' in file.read_bytes()) is portfolio


def test_who_merges_through_a_link_waits_for_who_edits_the_record(
    edit: Edit, record_toml: Path, tmp_path: Path
) -> None:
    """The lock is that of the folder where the file is, wherever a link to it stands."""
    link = tmp_path / "elsewhere" / "record.toml"
    link.parent.mkdir()
    link.symlink_to(record_toml)
    shutil.copytree(record_toml.parent / "sources", link.parent / "sources")
    plan = ssrpolicy.plan_merge(edit(claimed="Open"), link, **BY)
    before = record_toml.read_bytes()
    merging = Thread(target=plan.apply, daemon=True)

    with locked(record_toml.parent):
        merging.start()
        merging.join(0.5)
        waited = (merging.is_alive(), record_toml.read_bytes() == before)
    merging.join(30)

    assert waited == (True, True)
    assert record_toml.read_bytes() != before
    assert link.is_symlink()


def test_a_record_that_may_not_be_written_stays(
    edit: Edit, folder: Path, record_toml: Path
) -> None:
    """What somebody made read-only is not replaced, though its folder be writable."""
    tracker = edit(claimed="Open")
    before = record_toml.read_bytes()
    record_toml.chmod(0o444)
    said = ["merge", str(tracker), str(folder), "--by", "Jan", "--date", "2011-03-01", "--apply"]
    command = [sys.executable, "-m", "ssrpolicy", *said]
    if os.getuid() == 0:
        setpriv = shutil.which("setpriv")
        if setpriv is None:
            pytest.skip("the tests run as root, and setpriv is not installed")
        lost = "-dac_override,-dac_read_search"
        command = [setpriv, f"--bounding-set={lost}", f"--inh-caps={lost}", *command]

    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (done.returncode, record_toml.read_bytes()) == (2, before)
    assert f"{record_toml} may not be written by you; nothing was changed." in done.stderr
