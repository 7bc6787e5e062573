"""What is accepted is in the record, once, as it was proposed or changed."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

import ssrpolicy
from draftable import ANSWERS
from drafting.deciding.decided import decisions, drafted, first
from ssrpolicy.errors import ArgumentError, ArgumentTypeError, InputError
from ssrpolicy.model import (
    Answer,
    ClaimedStatus,
    Disposition,
    EditRefusedError,
    LocalText,
    Request,
    Update,
)

NewRecord = Callable[..., Path]
DAY = dt.date(2026, 3, 5)
BY: dict[str, Any] = {"by": "jansen", "date": DAY}


def test_what_is_accepted_is_in_the_record_and_noted(folder: Path) -> None:
    """The entry is appended as it was proposed; who decided and when stands beside it."""
    proposal = first(drafted(folder), "commitment")
    before = (folder / "record.toml").read_bytes()
    change = ssrpolicy.accept(folder, proposal, **BY)

    (entry,) = change.entries
    assert entry == proposal.entry
    assert (folder / "record.toml").read_bytes().startswith(before)
    (decision,) = decisions(folder)
    assert decision["proposal"] == proposal.id
    assert (decision["decided"], decision["by"], decision["date"]) == ("accepted", "jansen", DAY)
    assert decision["became"] == entry.id


@pytest.mark.parametrize("by", ["jansen " * 30, "", "\a"])
def test_who_decides_is_named_as_in_an_update(folder: Path, by: str) -> None:
    """A text, nothing and what cannot be read are refused before anything is written."""
    proposal = first(drafted(folder), "commitment")
    before = (folder / "record.toml").read_bytes()
    for decide in (ssrpolicy.accept, ssrpolicy.reject):
        with pytest.raises(ArgumentError, match=r"by (has|is|holds) "):
            decide(folder, proposal, by=by, date=DAY)
    with pytest.raises(ArgumentError, match=r"by (has|is|holds) "):
        Update(statement="a", date=DAY, by=by, claimed=ClaimedStatus.OPEN)

    assert (folder / "record.toml").read_bytes() == before
    assert decisions(folder) == []


def test_what_was_not_accepted_is_in_no_record_and_no_report(folder: Path, tmp_path: Path) -> None:
    """A draft next to the record changes nothing that is read or reported."""
    before = ssrpolicy.load(folder)
    reports = [tmp_path / "before.json", tmp_path / "after.json"]
    ssrpolicy.report(before, "json", reports[0], as_of=DAY)
    ssrpolicy.reject(folder, first(drafted(folder), "commitment"), **BY)
    after = ssrpolicy.load(folder)
    ssrpolicy.report(after, "json", reports[1], as_of=DAY)

    assert after == before
    assert ssrpolicy.check(folder) == ssrpolicy.check(before)
    assert reports[0].read_bytes() == reports[1].read_bytes()


def test_what_a_proposal_requires_is_accepted_with_it(folder: Path) -> None:
    """A disposition comes with its request, in one write, what is referred to first."""
    draft = drafted(folder)
    answer, request = first(draft, "disposition"), first(draft, "request")
    change = ssrpolicy.accept(folder, answer.id, **BY)

    assert change.entries == (request.entry, answer.entry)
    assert [each["proposal"] for each in decisions(folder)] == [request.id, answer.id]


def test_another_whole_entry_follows_what_was_accepted_under_another_id(folder: Path) -> None:
    """What is given in the place of a proposal names its request as that is called by then."""
    draft = drafted(folder)
    answer, request = first(draft, "disposition"), first(draft, "request")
    assert isinstance(answer.entry, Disposition)
    record = folder / "record.toml"
    taken = f'\n[[parties]]\nid = "{getattr(request.entry, "id", "")}"\nname.nl = "Havenraad"\n'
    record.write_bytes(record.read_bytes() + taken.encode())
    other = attrs.evolve(answer.entry, answer=Answer.PARTLY)
    change = ssrpolicy.accept(folder, answer.id, **BY, entry=other)

    asked, met = change.entries
    assert isinstance(asked, Request)
    assert isinstance(met, Disposition)
    assert asked.id != getattr(request.entry, "id", "")
    assert (met.request, met.answer) == (asked.id, Answer.PARTLY)


def test_a_reference_follows_what_was_accepted_under_another_id(folder: Path) -> None:
    """The request was accepted with another id; its disposition names that one."""
    draft = drafted(folder)
    ssrpolicy.accept(folder, first(draft, "request"), id="count-officers", **BY)
    change = ssrpolicy.accept(folder, first(draft, "disposition"), **BY)

    (answer,) = change.entries
    assert answer.request == "count-officers"
    assert [each["decided"] for each in decisions(folder)] == ["edited", "accepted"]


def test_changes_are_given_as_a_file_has_them(folder: Path) -> None:
    """A word of a vocabulary, a text in the record's language, and owners as a list."""
    proposal = first(drafted(folder), "commitment")
    change = ssrpolicy.accept(
        folder, proposal.id, firmness="aspirational", summary="Er komen afspraken.",
        owners=["nl-jenv"], **BY,
    )  # fmt: skip

    (entry,) = change.entries
    assert (entry.firmness, entry.summary.nl) == ("aspirational", "Er komen afspraken.")
    assert entry.owners == ("nl-jenv",)


@pytest.mark.parametrize(
    "changes", [{"firmness": "iron"}, {"weight": "3"}, {"owners": ["nobody-known"]}]
)
def test_wrong_changes_are_refused_and_change_nothing(
    folder: Path, changes: dict[str, Any]
) -> None:
    """A word that is not of the vocabulary, a field that is not there, a party nobody knows."""
    proposal = first(drafted(folder), "commitment")
    before = (folder / "record.toml").read_bytes()
    with pytest.raises(EditRefusedError):
        ssrpolicy.accept(folder, proposal.id, **changes, **BY)

    assert (folder / "record.toml").read_bytes() == before
    assert decisions(folder) == []


def test_a_field_that_is_not_there_is_named_with_those_that_are(folder: Path) -> None:
    """The message has no name of a constructor; the fields, or the nearest, are the hint."""
    proposal = first(drafted(folder), "commitment")
    with pytest.raises(EditRefusedError) as refused:
        ssrpolicy.accept(folder, proposal, firmnes="firm", **BY)

    assert "Commitment has no field 'firmnes'" in refused.value.message
    assert "__init__" not in refused.value.message
    assert refused.value.hint is not None
    assert "Did you mean firmness?" in refused.value.hint


@pytest.mark.parametrize("entry", ["firm", None, 5, {"id": "x"}, LocalText(nl="Woorden.")])
def test_what_is_not_an_entry_is_not_accepted_as_one(folder: Path, entry: object) -> None:
    """A mistake in the call is said in a sentence, and changes nothing."""
    proposal = first(drafted(folder), "commitment")
    with pytest.raises(ArgumentTypeError, match="is not an entry of a record"):
        ssrpolicy.accept(folder, proposal, entry=entry, **BY)

    assert decisions(folder) == []


@pytest.mark.parametrize("given", [None, 5, [None], [5]])
def test_what_is_not_a_proposal_is_refused(folder: Path, given: Any) -> None:
    """Neither accepted, nor rejected, nor withdrawn."""
    drafted(folder)
    for decide in (ssrpolicy.accept, ssrpolicy.reject):
        with pytest.raises(ArgumentTypeError, match="is not a proposal"):
            decide(folder, given, **BY)
    with pytest.raises(ArgumentTypeError, match="is not a proposal"):
        ssrpolicy.withdraw(folder, given, **BY)


def test_nobody_is_asked_twice(folder: Path) -> None:
    """A later draft leaves out what was accepted, rejected, or reclassified by hand."""
    draft = drafted(folder)
    one, two, *_ = [each for each in draft.proposals if each.kind == "commitment"]
    ssrpolicy.accept(folder, one, **BY)
    ssrpolicy.reject(folder, two, reason="geen toezegging", **BY)
    again = ssrpolicy.draft(folder)

    assert {one.id, two.id}.isdisjoint(each.id for each in again.proposals)
    assert len(again.proposals) == len(draft.proposals) - 2
    assert again.decided == 2


def test_who_decides_is_asked_for_first(folder: Path) -> None:
    """A wrong name is said of what was decided already too, in the words of any wrong name."""
    proposal = first(drafted(folder), "commitment")
    ssrpolicy.accept(folder, proposal, **BY)
    wrong: Any = 3
    for decide in (ssrpolicy.accept, ssrpolicy.reject):
        with pytest.raises(ArgumentTypeError, match="by is 3, not a text"):
            decide(folder, proposal, by=wrong, date=DAY)


def test_two_reviewers_cannot_decide_about_one_proposal(folder: Path) -> None:
    """The second is told who decided; nothing is in the record twice."""
    proposal = first(drafted(folder), "commitment")
    ssrpolicy.accept(folder, proposal, **BY)
    before = (folder / "record.toml").read_bytes()
    with pytest.raises(EditRefusedError, match=r"jansen decided about .* already"):
        ssrpolicy.accept(folder, proposal, by="bakker", date=DAY)
    with pytest.raises(EditRefusedError, match=r"jansen decided about .* already"):
        ssrpolicy.reject(folder, proposal, by="bakker", date=DAY)

    assert (folder / "record.toml").read_bytes() == before


def test_what_somebody_recorded_by_hand_is_not_added_again(folder: Path) -> None:
    """The entry is there already, though no decision says so: a crash may have come between."""
    proposal = first(drafted(folder), "commitment")
    ssrpolicy.append(folder, proposal.entry)
    before = (folder / "record.toml").read_bytes()
    assert proposal.id not in {each.id for each in ssrpolicy.draft(folder).proposals}
    change = ssrpolicy.accept(folder, proposal, **BY)

    assert change.entries == ()
    assert (folder / "record.toml").read_bytes() == before
    (decision,) = decisions(folder)
    assert decision["became"] in {each.id for each in ssrpolicy.load(folder).statements}
    assert proposal.id not in {each.id for each in ssrpolicy.draft(folder).proposals}


def test_many_are_accepted_in_one_write(new_record: NewRecord) -> None:
    """All of a kind at once; one undo takes all of them back."""
    folder = new_record(ANSWERS, "answers")
    draft = drafted(folder)
    before = (folder / "record.toml").read_bytes()
    change = ssrpolicy.accept(folder, [each.id for each in draft.proposals], **BY)

    assert len(change.entries) == len(draft.proposals)
    assert not [each for each in ssrpolicy.check(folder) if each.is_error]
    assert ssrpolicy.draft(folder).proposals == ()
    ssrpolicy.undo(folder)
    assert (folder / "record.toml").read_bytes() == before


def test_a_kind_that_no_proposal_has_is_told(folder: Path) -> None:
    """It is not a key that is lacking."""
    drafted(folder)
    file = folder / "draft.toml"
    text = file.read_text("utf-8").replace('kind = "set_aside"', 'kind = "aside"')
    file.write_text(text, "utf-8")
    with pytest.raises(
        InputError, match="'aside' is not a kind of proposal; it is one of document"
    ):
        ssrpolicy.accept(folder, "abc", **BY)
