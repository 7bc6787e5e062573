"""What holds of annex and changes for any record that the model allows, once its ids lead home."""

import datetime as dt
import io
from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ssrpolicy import (
    Answer,
    ClaimedStatus,
    Commitment,
    Disposition,
    Document,
    DocumentKind,
    LocalText,
    Outcome,
    Passage,
    PolicyRecord,
    Relation,
    RelationKind,
    Schedule,
)
from ssrpolicy.reporting import Report, load_plugins, option_values
from ssrpolicy.testing import small_record
from ssrpolicy.views import Grid, Heading, Note, Paragraph, annex, changes
from ssrpolicy.views.notes.changes.record_changes import RecordChanges
from ssrpolicy.views.notes.frame import parts_of
from strategies import records

pytestmark = pytest.mark.slow

FIRST = dt.date(1815, 1, 1)
DAYS = st.dates(dt.date(1815, 1, 2), dt.date(2099, 12, 31))
LANGUAGES = st.sampled_from(["nl", "en"])
QUICK = settings(
    max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@st.composite
def whole_records(draw: st.DrawFn) -> PolicyRecord:
    """Any record of the strategies, with every id that an entry names replaced by one that is."""
    record = draw(records())
    documents = st.sampled_from([document.id for document in record.documents])
    statements = [statement.id for statement in record.statements]
    requests = [request.id for request in record.requests]
    conditions = [condition.id for condition in record.conditions]
    instruments = [instrument.id for instrument in record.instruments]

    def some(of: list[str]) -> tuple[str, ...]:
        return tuple(draw(st.lists(st.sampled_from(of), unique=True, max_size=3))) if of else ()

    def update(each: Any) -> Any:
        found = None if each.document is None else draw(documents)
        return attrs.evolve(each, statement=draw(st.sampled_from(statements)), document=found)

    return attrs.evolve(
        record,
        requests=tuple(attrs.evolve(r, document=draw(documents)) for r in record.requests),
        statements=tuple(
            attrs.evolve(s, needs=some(conditions), uses=some(instruments))
            for s in record.statements
        ),
        dispositions=tuple(
            attrs.evolve(
                d,
                request=draw(st.sampled_from(requests)),
                document=draw(documents),
                by=some(statements),
                because=some(statements),
            )
            for d in record.dispositions
            if requests
        ),
        updates=tuple(update(each) for each in record.updates if statements),
    )


@pytest.mark.parametrize("name", ["word-annex", "word-changes"])
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(record=whole_records(), as_of=DAYS, language=LANGUAGES)
def test_any_record_renders_and_twice_the_same(
    name: str, record: PolicyRecord, as_of: dt.date, language: Any
) -> None:
    """Whatever it holds, it becomes a document, the same one each time."""
    offered = load_plugins().reporter(name)
    asked = {"since": FIRST} if name == "word-changes" else {}
    options = option_values(offered, asked)
    report = Report(records=(record,), as_of=as_of, language=language, options=options)
    made = []
    for _ in range(2):
        out = io.BytesIO()
        offered.reporter.write(report, out)
        made.append(out.getvalue())
    assert made[0]
    assert made[0] == made[1]


@QUICK
@given(record=whole_records(), as_of=DAYS, language=LANGUAGES)
def test_every_commitment_is_in_one_table_of_the_annex_or_later(
    record: PolicyRecord, as_of: dt.date, language: Any
) -> None:
    """None is lost and none stands there twice; the tables follow what is reported."""
    note = annex([record], as_of=as_of, language=language)
    listed = [
        id.partition("#")[2]
        for block in note.blocks
        if isinstance(block, Grid)
        for id in block.ids
        if isinstance(record[id], Commitment)
    ]
    known = {
        commitment.id
        for commitment in record.commitments
        if (day := record.document(commitment.document).date) is None or day <= as_of
    }
    assert sorted(listed) == sorted(known)


@QUICK
@given(record=whole_records(), days=st.lists(DAYS, min_size=2, max_size=4, unique=True).map(sorted))
def test_every_update_is_told_once_in_periods_that_follow_one_another(
    record: PolicyRecord, days: list[dt.date]
) -> None:
    """Nothing falls between two overviews, and nothing is told in both."""
    told = []
    for since, as_of in pairwise(days):
        (part,) = parts_of([record], as_of=as_of, language="nl")
        found = RecordChanges(part=part, since=since, stale_after=180)
        every = (
            *(*found.terms, *found.evidence),
            *(*found.updates, *found.unchanged, *found.notes),
        )
        told += [change.update for change in every]
    made = {s.id: record.document(s.document).date for s in record.statements}
    begun = [
        update
        for update in set(record.updates)
        if days[0] < update.date <= days[-1] and (made[update.statement] or FIRST) <= update.date
    ]
    assert len(told) == len(set(told))
    assert set(begun) <= set(told)


FOLLOWING = (RelationKind.SUPERSEDES, RelationKind.REPEATS)
RELATED = st.sampled_from(FOLLOWING)
YEARS = (dt.date(2011, 1, 1), dt.date(2012, 3, 1))
CLAIMS = st.sampled_from(
    [ClaimedStatus.FULFILLED, ClaimedStatus.NOT_PURSUED, ClaimedStatus.TRANSFERRED]
)
ANSWERS = st.sampled_from([Answer.ANSWERED_HERE, Answer.PROMISED, Answer.DECLINED])


@st.composite
def answered_motions(draw: st.DrawFn) -> PolicyRecord:
    """A motion with one or two requests, answered in letters by commitments that follow another."""
    days = st.none() | st.dates(dt.date(2011, 1, 1), dt.date(2011, 12, 31))
    small = small_record()
    letters = [
        attrs.evolve(small.documents[0], id=f"letter-{n}", date=draw(days)) for n in range(3)
    ]
    motion = Document(
        id="motion",
        kind=DocumentKind.MOTION,
        outcome=draw(st.sampled_from([None, Outcome.ADOPTED])),
    )
    words = "Vóór de zomer van 2011 ontvangt de Kamer daarover een bericht."
    ids = [f"promise-{number}" for number in range(4)]
    promises = [
        attrs.evolve(
            small.commitments[0],
            id=id,
            quotes=(Passage(document=draw(st.sampled_from(letters)).id, quote=words),),
            relations=tuple(
                Relation(kind=draw(RELATED), target=f"small#{other}")
                for other in draw(st.lists(st.sampled_from(ids), unique=True, max_size=1))
            ),
        )
        for id in ids
    ]
    some = st.lists(st.sampled_from(ids), unique=True, max_size=2).map(tuple)
    scopes = st.sampled_from([None, LocalText(nl="in het algemeen"), LocalText(nl="per geval")])
    asked = [attrs.evolve(small.requests[0], id=id, document="motion") for id in ("a", "b")]
    asked[1] = attrs.evolve(asked[1], summary=LocalText(nl="Doe het snel"))
    asked = asked[: draw(st.integers(1, 2))]
    answers = [
        Disposition(
            request=request.id,
            document=draw(st.sampled_from(letters)).id,
            answer=draw(ANSWERS),
            scope=draw(scopes),
            by=draw(some),
        )
        for request in asked
        for _ in range(draw(st.integers(1, 3)))
    ]
    record = attrs.evolve(
        small,
        documents=(*small.documents, motion, *letters),
        requests=tuple(asked),
        statements=(*small.statements, *promises),
        dispositions=tuple(answers),
        updates=(),
    )
    for id in draw(st.lists(st.sampled_from(ids), max_size=5)):
        said: dict[str, Any] = draw(
            st.one_of(
                st.just({"owners": ["ministry"]}),
                st.just({"evidence": "contradicts"}),
                st.builds(lambda claim: {"claimed": claim}, CLAIMS),
            )
        )
        if "evidence" in said:
            said |= {"document": "letter-0", "quotes": [words]}
        day = dt.date(2011, 12, 1) + dt.timedelta(days=draw(st.integers(0, 60)))
        record = record.with_update(id, date=day, by="ministry", **said)
    return record


@QUICK
@given(one=answered_motions(), two=answered_motions(), as_of=st.dates(*YEARS))
def test_no_motion_is_dealt_with_while_a_commitment_of_its_answers_is_in_hand(
    one: PolicyRecord, two: PolicyRecord, as_of: dt.date
) -> None:
    """Whatever carries an answer, supersedes it or repeats it stands among what is dealt with."""
    records = [one, attrs.evolve(two, id="other")]
    tables = tables_of(annex(records, as_of=as_of, language="nl"))
    in_hand = tables.get("Toezeggingen in behandeling", set())
    for record in records:
        if record.full_id("motion") in tables.get("Afgehandelde moties", ()):
            assert not answering(record, records, as_of) & in_hand


def tables_of(note: Note) -> dict[str, set[str]]:
    """The ids of the rows of each table, by the heading above it."""
    found: dict[str, set[str]] = {}
    heading = ""
    for block in note.blocks:
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, Grid):
            found[heading] = set(block.ids)
    return found


def answering(record: PolicyRecord, records: list[PolicyRecord], as_of: dt.date) -> set[str]:
    """The commitments that carry an answer of a record on a day, and those that follow on them."""

    def is_known(of: PolicyRecord, document: str) -> bool:
        return of.dates.get(document, as_of) <= as_of

    every = {
        of.full_id(each.id): each
        for of in records
        for each in of.commitments
        if is_known(of, each.document)
    }
    found = {
        record.full_id(id)
        for answer in record.dispositions
        if is_known(record, answer.document)
        for id in answer.by
    } & every.keys()
    while True:
        more = {
            id
            for id, each in every.items()
            if any(r.target in found and r.kind in FOLLOWING for r in each.relations)
        }
        if more <= found:
            return found
        found |= more


def days_of(record: PolicyRecord, as_of: dt.date) -> set[dt.date]:
    """Every day on which something of a record is dated, or a term ends as it is on a day.

    An internal note is not in every report, and of what is superseded no term counts.
    """
    stands = [record.progress(each.id, as_of=as_of) for each in record.statements]
    return {
        *record.dates.values(),
        *(update.date for update in record.updates if not update.is_internal_note),
        *(each.term.due for each in record.requests if each.term and each.term.due),
        *(now.due for now in stands if now.due and now.schedule is not Schedule.SUPERSEDED),
    }


@QUICK
@given(record=whole_records(), several=st.booleans(), data=st.data(), language=LANGUAGES)
def test_whatever_has_a_date_in_the_period_is_a_change(
    *, record: PolicyRecord, several: bool, data: st.DataObject, language: Any
) -> None:
    """With a date in it, the overview never says that nothing changed; without one, it does."""
    dated = st.sampled_from(sorted(days_of(record, dt.date.max) | {FIRST + dt.timedelta(9)}))
    as_of = max(data.draw(dated | DAYS), FIRST + dt.timedelta(9))
    since = as_of - dt.timedelta(days=data.draw(st.integers(1, 9)))
    records = [record, attrs.evolve(record, id=f"{record.id}-2")] if several else [record]
    note = changes(records, since=since, as_of=as_of, language=language)
    said = ["".join(run.text for run in b.runs) for b in note.blocks if isinstance(b, Paragraph)]
    nothing = any(each.startswith(("In deze periode is er niets", "Nothing c")) for each in said)
    assert nothing is not any(since < day <= as_of for day in days_of(record, as_of))


@QUICK
@given(record=whole_records(), as_of=DAYS, language=LANGUAGES)
def test_headings_have_no_gaps_and_no_cell_is_empty(
    record: PolicyRecord, as_of: dt.date, language: Any
) -> None:
    """What any reader, and any screen reader, needs of a document."""
    other = attrs.evolve(record, id=f"{record.id}-2")
    for note in (
        annex([record, other], as_of=as_of, language=language),
        changes([record, other], since=FIRST, as_of=as_of, language=language),
    ):
        levels = [block.level for block in note.blocks if isinstance(block, Heading)]
        cells = [
            "".join(run.text for run in cell)
            for block in note.blocks
            if isinstance(block, Grid)
            for row in block.rows
            for cell in row
        ]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
        assert [cell for cell in cells if not cell.strip()] == []
