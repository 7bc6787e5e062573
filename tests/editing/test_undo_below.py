"""The last change undone from a folder in which several records are."""

import shutil
from pathlib import Path

import attrs
import pytest

import ssrpolicy
from ssrpolicy.editing import append, undo
from ssrpolicy.model import Update


def test_the_one_change_in_a_folder_is_undone(letter_copy: Path, update: Update) -> None:
    """Whichever record it was made to."""
    shutil.copytree(letter_copy, letter_copy.parent / "another")
    before = (letter_copy / "record.toml").read_bytes()
    append(letter_copy, update)
    (undone,) = undo(letter_copy.parent)

    assert undone.file == letter_copy / "record.toml"
    assert (letter_copy / "record.toml").read_bytes() == before
    with pytest.raises(ssrpolicy.EditRefusedError, match=r"No change to .* is known"):
        undo(letter_copy.parent)


def test_of_several_changes_in_a_folder_none_is_guessed(letter_copy: Path, update: Update) -> None:
    """Which is meant nobody can know; the records are named, and nothing is changed."""
    other = Path(shutil.copytree(letter_copy, letter_copy.parent / "another"))
    append(letter_copy, update)
    append(other, attrs.evolve(update, by="somebody else"))
    before = (letter_copy / "record.toml").read_bytes()
    with pytest.raises(ssrpolicy.EditRefusedError, match="2 changes to the records") as refused:
        undo(letter_copy.parent)

    assert all(str(each) in (refused.value.hint or "") for each in (letter_copy, other))
    assert (letter_copy / "record.toml").read_bytes() == before
