"""What holds for every merge: it is what a simple model says, once, whole, or not at all."""

import datetime as dt
import tempfile
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ssrpolicy import codec
from ssrpolicy.merging import EditOutcome, Plan, RecordFile, plan_edits
from ssrpolicy.model import (
    ClaimedStatus,
    EditField,
    EditPart,
    EditRefusedError,
    EdtfDate,
    EvidenceStatus,
    LocalText,
    Passage,
    PolicyRecord,
    Standing,
    Timeframe,
    Update,
)
from ssrpolicy.reporting import EditedCell, Edits, Report, baseline
from strategies import records, updates

# After every date that the strategies draw.
DAY = dt.date(2100, 1, 1)
NOTES = ("Gezien.", "=SUM(A1:A9)", "Twee\nregels")
OWNERS = (("nl-bz",), ("nl-defensie",), ("nl-bz", "nl-defensie"), ())
TERMS = ("2101-01-01", "2102-06-30")
EVIDENCE = (EvidenceStatus.NOT_ASSESSED, EvidenceStatus.NONE_FOUND)
PART = {EditField.TERM: EditPart.DUE}

some = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
values: dict[EditField, st.SearchStrategy[Any]] = {
    EditField.CLAIMED: st.sampled_from(ClaimedStatus),
    EditField.OWNERS: st.sampled_from(OWNERS),
    EditField.TERM: st.sampled_from(TERMS),
    EditField.EVIDENCE: st.sampled_from(EVIDENCE),
    EditField.NOTE: st.sampled_from(NOTES),
}
QUOTES = st.just(Passage(document="letter", quote="waar mogelijk"))
said = st.sampled_from(EditField).flatmap(lambda f: st.tuples(st.just(f), values[f]))
sides = st.lists(st.tuples(st.integers(0, 2), said), max_size=8)


def update(statement: str, edited: EditField, value: Any) -> Update:
    """What somebody appends to the record."""
    what: dict[str, Any] = {edited.value: value}
    if edited is EditField.TERM:
        what = {"timeframe": Timeframe(phrase="dan", date=EdtfDate(value))}
    elif edited is EditField.NOTE:
        what = {"note": LocalText(nl=value)}
    return Update(statement=statement, date=DAY, by="de ander", **what)


def stands(record: PolicyRecord, statement: str) -> dict[EditField, Any]:
    """Where a statement stands in each field, as plain as can be."""
    now = Standing.of(record.progress(statement, as_of=DAY))
    note = None if now.note is None else (now.note.nl or "").strip() or now.note
    return {
        EditField.CLAIMED: now.claimed,
        EditField.OWNERS: frozenset(now.owners),
        EditField.TERM: None if now.term is None else str(now.term.date),
        EditField.EVIDENCE: now.evidence,
        EditField.NOTE: note,
    }


def modelled(base: Any, entered: Any, now: Any, since: list[Any]) -> str:
    """What comes of an edit: the whole of the three-way merge."""
    if entered == now or entered in since:
        return "recorded"
    return "change" if base == now else "clash"


@some
@given(
    record=records(),
    history=st.lists(updates(QUOTES), max_size=3),
    theirs=sides,
    ours=sides,
    take=st.sampled_from((None, "tracker", "record")),
)
def test_a_merge_is_what_the_model_says(
    *, record: PolicyRecord, history: list[Update], theirs: list[Any], ours: list[Any], take: Any
) -> None:
    """Edits of two sides are merged field by field, nothing is lost, and nothing recorded twice."""
    ids = [statement.id for statement in record.statements]
    if not ids:
        return
    documents = (attrs.evolve(d, text=None, file=None, sha256=None) for d in record.documents)
    past = [
        *record.updates,
        *(attrs.evolve(u, statement=ids[n % len(ids)]) for n, u in enumerate(history)),
    ]
    # The model knows nothing of what the evidence quotes.
    unquoted = tuple(attrs.evolve(each, document=None, quotes=()) for each in past)
    record = attrs.evolve(record, documents=tuple(documents), updates=unquoted)
    exported = baseline(Report(records=(record,), as_of=DAY))
    appended = [update(ids[n % len(ids)], *what) for n, what in theirs]
    now = attrs.evolve(record, updates=(*record.updates, *appended))
    entered = {(ids[n % len(ids)], edited): value for n, (edited, value) in ours}
    since: dict[tuple[str, EditField], list[Any]] = {}
    for n, (edited, value) in theirs:
        since.setdefault((ids[n % len(ids)], edited), []).append(_plain(edited, value))
    edits = Edits(
        baseline=exported,
        cells=tuple(
            EditedCell(
                item=record.full_id(id),
                part=PART.get(edited, EditPart(edited.value)),
                value="\n".join(value) or "niemand" if edited is EditField.OWNERS else str(value),
                place=f"{id}:{edited}",
            )
            for (id, edited), value in entered.items()
        ),
    )
    expected: dict[tuple[str, EditField], str] = {}
    wanted = {id: stands(now, id) for id in ids}
    for (id, edited), value in entered.items():
        plain = _plain(edited, value)
        base = stands(record, id)[edited]
        # A status entered as it stood is not an edit; a term is entered into an empty cell.
        if plain == base and edited is not EditField.TERM:
            continue
        outcome = modelled(base, plain, wanted[id][edited], since.get((id, edited), []))
        if outcome == "clash" and take is not None:
            outcome = "change" if take == "tracker" else "kept"
        expected[id, edited] = outcome
        if outcome == "change":
            wanted[id][edited] = plain
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "record.json"
        codec.dump_json(now, file)
        before = file.read_bytes()

        def planned() -> Plan:
            (current,) = codec.read(file).records
            return plan_edits(
                edits,
                [RecordFile(record=current, file=file)],
                tracker="tracker",
                date=DAY,
                by="wij",
                take=take,
                judged_by=(),
            )

        plan = planned()
        assert [str(refusal) for refusal in plan.refusals] == []
        assert _outcomes(plan, record) == expected
        if plan.clashes:
            with pytest.raises(EditRefusedError):
                plan.apply()
            assert file.read_bytes() == before
            return
        plan.apply()
        (after,) = codec.read(file).records
        assert after.updates[: len(now.updates)] == now.updates
        assert len(after.updates) == len(now.updates) + len(plan.changes)
        assert attrs.evolve(after, updates=now.updates) == now
        assert {id: stands(after, id) for id in ids} == wanted
        assert planned().changes == ()
        assert plan.changes or file.read_bytes() == before


def _plain(edited: EditField, value: Any) -> Any:
    return frozenset(value) if edited is EditField.OWNERS else value


def _outcomes(plan: Plan, record: PolicyRecord) -> dict[tuple[str, EditField], str]:
    named = {
        EditOutcome.CHANGE: "change",
        EditOutcome.OVERRIDE: "change",
        EditOutcome.KEPT: "kept",
        EditOutcome.CLASH: "clash",
        EditOutcome.OVERTAKEN: "recorded",
        EditOutcome.RECORDED: "recorded",
    }
    return {
        (edit.item.removeprefix(f"{record.id}#"), edit.field): named[edit.outcome]
        for edit in plan.edits
    }
