"""What scripts and plugins make of public classes refuses what a field cannot hold."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import pandas as pd
import pytest

import ssrpolicy
from promises.arguments.answers import INNARDS
from ssrpolicy import databases, reporting, selection, views
from ssrpolicy.testing import small_record
from tables import each_case

DAY = dt.date(2034, 1, 1)
RECORD = small_record()
REFUSAL = ssrpolicy.Refusal(place="A1", message="It cannot be read.")
CELL = reporting.EditedCell(
    item="small#report", part=reporting.EditPart.CLAIMED, value="open", place="A1"
)
BASELINE = reporting.baseline(reporting.Report(records=RECORD, as_of=DAY))
DECIDED = reporting.DecidedProposal(proposal="a", accepted=True, place="A1")
FINDING = ssrpolicy.Finding(
    code="own-rule", severity=ssrpolicy.Severity.NOTE, subject="small", message="Look."
)
PROPOSAL = ssrpolicy.Proposal(
    entry=RECORD.statements[0],
    grounds=(ssrpolicy.Ground(document="letter", start=0, end=3),),
    rule="own",
    why="Said so.",
    confidence=ssrpolicy.Confidence.SURE,
)
INPUT: Any = ssrpolicy.InputFile(name="a.txt", data=b"x")
LISTED = views.listing(RECORD, "commitments", as_of=DAY)
SHARED = selection.SharedCode(criterion="owners", code="jansen", records=2, first="a")
ORIGIN = reporting.Origin(distribution="acme", version="1.0", entry_point="acme")


@attrs.frozen(kw_only=True)
class Options:
    """What the rules below take."""

    least: int = ssrpolicy.option(1, help="How many.")


@reporting.rule("own-rule", "note", options=Options)
def own_rule(record: ssrpolicy.PolicyRecord, options: Options) -> Iterator[reporting.Remark]:
    """A record is looked at."""
    for each in record.statements[: options.least]:
        yield reporting.Remark.of(record, each, "Look.")


@reporting.portfolio_rule("own-together", "note")
def own_together(
    records: tuple[ssrpolicy.PolicyRecord, ...],
) -> Iterator[tuple[ssrpolicy.PolicyRecord, reporting.Remark]]:
    """Records are looked at."""
    for record in records:
        yield record, reporting.Remark.of(record, record.statements[0], "Look.")


MADE: tuple[Any, ...] = (
    *(REFUSAL, CELL, BASELINE, DECIDED, PROPOSAL, FINDING),
    ssrpolicy.Location(file="record.toml", line=3, path=("statements", 0)),
    reporting.Edits(baseline=BASELINE, cells=(CELL,), refusals=(REFUSAL,)),
    reporting.Decisions(record="small", decided=(DECIDED,)),
    ssrpolicy.Standing(),
    ssrpolicy.Draft(record="small", sources={}, proposals=(PROPOSAL,)),
    ssrpolicy.Dropped(drafter="own", rule="own", kind="commitment", reason="It is there."),
    INPUT,
    ORIGIN,
    reporting.PluginFailure(origin=ORIGIN, what="the reporter acme", cause="it has no name"),
    reporting.Remark.of(RECORD, "report", "Look.", field="summary"),
    *(own_rule, own_together, databases.packed(RECORD), reporting.PackageLimits()),
    databases.RecordsOfFile(file=Path("record.toml"), records=(RECORD,), errors=(FINDING,)),
    views.Supplied(recipient="To the minister.", date=DAY, annexes=("The letter.",)),
    selection.Words("training police"),
    LISTED,
    *(LISTED.table.columns[0], views.Choice(key="open", label="Open")),
    attrs.evolve(views.search(RECORD, "rapport", as_of=DAY), shared=(SHARED,)),
    *(*views.search(RECORD, "rapport", as_of=DAY).hits[:1], SHARED),
    selection.OwnerTotals(each={"nl-bz": 1}, several=0),
    views.Fact(key="day", label="Day", value="1 January"),
    views.Figure(key="overdue", label="Overdue", about="It is late.", ids=("a#b",)),
    *(views.Link("The letter", "https://example.org"), views.Contents(2)),
    views.Heading(1, "Motions", anchor="motions", key="motions"),
)
WRONG: tuple[Any, ...] = (
    *(object(), 0.5, [object()], {1: object()}, (object(),), float("nan"), RECORD),
    *(pd.NA, pd.NaT, np.array([1, 2]), Path("x")),
)


@each_case("made", MADE, ids=lambda made: type(made).__name__)
@each_case("wrong", WRONG, ids=lambda wrong: type(wrong).__name__)
def test_a_field_refuses_what_is_not_of_its_type(made: Any, wrong: Any) -> None:
    """In a sentence that names the field, as an error of ours."""
    for field in attrs.fields(type(made)):
        if isinstance(getattr(made, field.name), type(wrong)):
            continue  # a path, where one belongs
        with pytest.raises(ssrpolicy.SsrPolicyError) as refused:
            attrs.evolve(made, **{field.alias: wrong})
        message = str(refused.value).replace(repr(wrong), "it")
        assert field.name in message
        assert not INNARDS.search(message.replace(field.name, "")), message
        assert message.endswith("."), message


@each_case("made", MADE, ids=lambda made: type(made).__name__)
def test_a_field_takes_what_it_holds(made: Any) -> None:
    """Or it would refuse for another reason than the type."""
    assert attrs.evolve(made) == made


def test_the_sentence_shows_what_belongs_there() -> None:
    """By an example of the type, or with the nearest of a vocabulary."""
    examples: dict[str, Any] = {"name": '"..."', "data": 'b"..."'}
    wrong: Any = {"language": {"language": "end"}, "claimed": {"claimed": "open"}}
    for field, example in examples.items():
        with pytest.raises(ssrpolicy.ArgumentTypeError, match=f"{field} is 3, where {example} bel"):
            attrs.evolve(INPUT, **{field: 3})
    with pytest.raises(ssrpolicy.ArgumentError, match="'end' is not a value of language"):
        attrs.evolve(BASELINE, **wrong["language"])
    with pytest.raises(ssrpolicy.ArgumentTypeError, match=r"where ClaimedStatus\.\w+ belongs"):
        attrs.evolve(ssrpolicy.Standing(), **wrong["claimed"])


def test_a_list_is_taken_where_a_tuple_is_held() -> None:
    """As in the fields of a record."""
    given: Any = [REFUSAL]
    made = reporting.Edits(baseline=BASELINE, refusals=given)

    assert made.refusals == (REFUSAL,)


def test_a_path_in_a_list_is_a_path() -> None:
    """As what a list holds is taken elsewhere; what is neither a key nor a number is named."""
    path: Any = ["statements", 0]
    wrong: Any = ["statements", 0.5]

    assert ssrpolicy.Location(path=path).path == ("statements", 0)
    with pytest.raises(ssrpolicy.ArgumentTypeError, match=r"path is .*, where \(\"...\", 3\) b"):
        ssrpolicy.Location(path=wrong)


def test_an_error_carries_findings_and_nothing_else() -> None:
    """A text is not taken for several by its letters."""
    words: Any = "Look."

    refused = ssrpolicy.EditRefusedError("It is not added.", findings=(FINDING,))
    assert refused.findings == (FINDING,)
    with pytest.raises(ssrpolicy.ArgumentTypeError, match=r"findings is 'Look\.', where Finding"):
        ssrpolicy.RecordInvalidError("It cannot be read.", findings=words)


def test_a_moment_of_a_data_frame_is_answered_with_its_day() -> None:
    """As the arguments of functions are."""
    moment: Any = pd.Timestamp("2034-01-01")
    with pytest.raises(ssrpolicy.ArgumentTypeError) as refused:
        attrs.evolve(BASELINE, as_of=moment)
    assert refused.value.hint == "Give as_of.date()."


def test_a_class_made_of_ours_has_hints_of_its_own() -> None:
    """They may name what only its own module knows, or nobody."""
    own = type("Own", (ssrpolicy.Refusal,), {"__annotations__": {"sheet": "Unknown"}, "sheet": 1})
    assert own(place="A1", message="It cannot be read.").message == "It cannot be read."
    with pytest.raises(ssrpolicy.ArgumentTypeError, match="message is 3"):
        own(place="A1", message=3)
