"""The last change undone, while the file is still what that change left."""

import itertools
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest

from forked import commands
from ssrpolicy.editing import append, record_to_edit, remove, undo
from ssrpolicy.model import Document, DocumentKind, EditRefusedError, Update


def test_undo_gives_back_the_bytes_once(letter_copy: Path, update: Update) -> None:
    """What was added is gone again, and then there is nothing more to undo."""
    file = letter_copy / "record.toml"
    before = file.read_bytes()
    append(letter_copy, update)

    (undone,) = undo(letter_copy)

    assert file.read_bytes() == before
    assert (undone.taken_out, undone.put_back) == (9, 0)
    (name,) = undone.entries_out
    assert (update.statement in name, undone.entries_back) == (True, ())
    with pytest.raises(EditRefusedError, match=r"No change to .* is known"):
        undo(letter_copy)


def test_a_preview_writes_nothing_at_all(letter_copy: Path, update: Update) -> None:
    """Not even a file for a moment, so that it works where nothing may be written."""
    append(letter_copy, update)
    before = letter_copy.stat().st_mtime_ns

    (shown,) = undo(letter_copy, preview=True)

    assert letter_copy.stat().st_mtime_ns == before
    assert (shown,) == undo(letter_copy)


def test_only_the_last_change_is_undone(letter_copy: Path, update: Update) -> None:
    """Of two changes the second is undone, and the first stays."""
    file = letter_copy / "record.toml"
    append(letter_copy, update)
    between = file.read_bytes()
    remove(letter_copy, update)

    undo(file)

    assert file.read_bytes() == between


def test_a_file_that_was_changed_since_is_left_alone(letter_copy: Path, update: Update) -> None:
    """One space more, and undo refuses and says why."""
    file = letter_copy / "record.toml"
    append(letter_copy, update)
    file.write_bytes(file.read_bytes() + b" ")
    changed = file.read_bytes()

    with pytest.raises(EditRefusedError, match="was changed since the last change"):
        undo(letter_copy)
    assert file.read_bytes() == changed


def test_the_text_of_a_document_goes_with_its_entry(letter_copy: Path, tmp_path: Path) -> None:
    """A text that was copied for the change is taken away; one that stood there stays."""
    source = tmp_path / "vervolg.txt"
    source.write_text("Den Haag, 1 maart 2011\n\nGeachte voorzitter,\n")
    document = Document(id="follow-up", kind=DocumentKind.LETTER)
    before = (letter_copy / "record.toml").read_bytes()
    append(letter_copy, document, source=source)
    copy = letter_copy / "sources" / "vervolg.txt"

    (undone,) = undo(letter_copy)

    assert (undone.removed, copy.exists()) == (letter_copy / "sources/vervolg.txt", False)
    assert (letter_copy / "record.toml").read_bytes() == before
    shutil.copy(source, copy)
    append(letter_copy, document, source=copy)
    undo(letter_copy)
    assert copy.exists()


@pytest.mark.heavy
def test_git_sees_nothing_of_it(letter_copy: Path, update: Update) -> None:
    """What is kept for undo is not a file of the record, and not a change for git."""
    git = shutil.which("git")
    if git is None:
        pytest.skip("git is not installed")
    run = [git, "-C", str(letter_copy)]
    subprocess.run([*run, "init", "-q"], check=True)

    append(letter_copy, update)

    seen = subprocess.run(
        [*run, "status", "--porcelain", "--untracked-files=all"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert [line[3:] for line in seen.stdout.splitlines()] == [
        "record.toml",
        "sources/kst-32123-X-124.txt",
    ]


def test_a_folder_in_which_nothing_can_be_kept_takes_changes_all_the_same(
    letter_copy: Path, update: Update, tmp_path: Path
) -> None:
    """Where what is kept would follow a link, the change is made and cannot be undone."""
    (letter_copy / ".ssrpolicy").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    (tmp_path / "elsewhere").mkdir()

    change = append(letter_copy, update)

    assert change.not_undoable is not None
    assert record_to_edit(letter_copy).updates == (update,)
    assert list((tmp_path / "elsewhere").iterdir()) == []
    with pytest.raises(EditRefusedError, match="No change to"):
        undo(letter_copy)


def test_what_is_kept_leads_to_no_other_file(letter_copy: Path, update: Update) -> None:
    """A forged file that names another, which keeps nothing itself, undoes nothing there."""
    append(letter_copy, update)
    other = letter_copy.parent / "other.toml"
    other.write_text("x = 1\n")
    kept = letter_copy / ".ssrpolicy" / "record.toml.last-change"
    kept.write_text(kept.read_text().replace('"record.toml"', '"record.toml", "../other.toml"'))

    with pytest.raises(EditRefusedError, match=r"other\.toml was changed since the merge"):
        undo(letter_copy)
    assert other.read_text() == "x = 1\n"


@pytest.mark.slow
def test_a_killed_correction_leaves_a_whole_file(letter: Path, tmp_path: Path) -> None:
    """At whichever change it is killed the file is the old or the new, and undo harms neither."""
    words = ("remove", "record", "african-union")
    with commands() as serving:
        seen = set()
        for change in itertools.count(1):
            folder = tmp_path / str(change)
            shutil.copytree(letter, folder / "record")
            file = folder / "record" / "record.toml"
            before = file.read_bytes()
            ended = serving.run(*words, within=folder, at_change=change)
            seen.add(file.read_bytes())
            with suppress(EditRefusedError):
                undo(file.parent)

            assert file.read_bytes() == before
            if not ended.killed:
                break

    assert ended.code == 0, ended.output
    assert change > 2, "it was never killed"
    assert len(seen) == 2
