"""Decisions are undone and withdrawn, as long as nothing came after."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

import ssrpolicy
from drafting.deciding.decided import decisions, drafted, first
from ssrpolicy.model import EditRefusedError

DAY = dt.date(2026, 3, 5)
BY: dict[str, Any] = {"by": "jansen", "date": DAY}


def test_undo_takes_back_entry_and_decision_together(folder: Path) -> None:
    """Both files are what they were before, and the proposal can be accepted again."""
    draft = drafted(folder)
    ssrpolicy.reject(folder, first(draft, "claim"), **BY)
    files = [folder / "record.toml", folder / "decisions.toml"]
    before = [each.read_bytes() for each in files]
    ssrpolicy.accept(folder, first(draft, "disposition"), **BY)
    ssrpolicy.undo(folder)

    assert [each.read_bytes() for each in files] == before
    ssrpolicy.accept(folder, first(draft, "disposition"), **BY)


def test_undo_is_refused_when_something_came_after(folder: Path) -> None:
    """Only the bytes last appended are taken back, while they are the end of the file."""
    draft = drafted(folder)
    ssrpolicy.accept(folder, first(draft, "commitment"), **BY)
    with (folder / "decisions.toml").open("a", encoding="utf-8") as file:
        file.write("# added by hand\n")
    before = (folder / "record.toml").read_bytes()
    with pytest.raises(EditRefusedError, match="was changed since"):
        ssrpolicy.undo(folder)

    assert (folder / "record.toml").read_bytes() == before


def test_a_rejection_can_be_withdrawn(folder: Path) -> None:
    """The decision stays in the file, the withdrawal after it, and the proposal comes back."""
    proposal = first(drafted(folder), "commitment")
    ssrpolicy.reject(folder, proposal, **BY)
    ssrpolicy.withdraw(folder, proposal, by="bakker", date=DAY)

    assert [each["decided"] for each in decisions(folder)] == ["rejected", "withdrawn"]
    assert proposal.id in {each.id for each in ssrpolicy.draft(folder).proposals}
    with pytest.raises(EditRefusedError, match="No decision"):
        ssrpolicy.withdraw(folder, proposal.id, **BY)


def test_several_decisions_are_withdrawn_in_one_change(folder: Path) -> None:
    """By id or proposal, as they are accepted; none is where one of them cannot be."""
    draft = drafted(folder)
    rejected = first(draft, "commitment"), first(draft, "claim")
    ssrpolicy.reject(folder, rejected, **BY)
    before = decisions(folder)
    with pytest.raises(EditRefusedError, match="No decision"):
        ssrpolicy.withdraw(folder, [*rejected, "nope"], **BY)
    assert decisions(folder) == before
    ssrpolicy.withdraw(folder, [rejected[0], rejected[1].id], **BY)
    assert {each.id for each in rejected} <= {e.id for e in ssrpolicy.draft(folder).proposals}
    ssrpolicy.undo(folder)
    assert decisions(folder) == before


def test_what_is_in_the_record_is_removed_before_its_decision_is_withdrawn(folder: Path) -> None:
    """Else record and decisions would say different things."""
    proposal = first(drafted(folder), "commitment")
    change = ssrpolicy.accept(folder, proposal, **BY)
    with pytest.raises(EditRefusedError, match="stands in the record"):
        ssrpolicy.withdraw(folder, proposal.id, **BY)
    ssrpolicy.remove(folder, change.entries[0].id)
    ssrpolicy.withdraw(folder, proposal.id, **BY)

    assert proposal.id in {each.id for each in ssrpolicy.draft(folder).proposals}
