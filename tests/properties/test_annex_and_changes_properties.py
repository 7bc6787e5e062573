"""What holds of annex and changes for any record that the model allows, once its ids lead home."""

import datetime as dt
import io
from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from properties.whole import QUICK
from ssrpolicy import Commitment, PolicyRecord, Schedule
from ssrpolicy.reporting import Report, load_plugins, option_values
from ssrpolicy.views import Grid, Heading, Paragraph, annex, changes
from ssrpolicy.views.notes.changes.record_changes import RecordChanges
from ssrpolicy.views.notes.frame import parts_of
from strategies import records

pytestmark = pytest.mark.slow
FIRST = dt.date(1815, 1, 1)
DAYS = st.dates(dt.date(1815, 1, 2), dt.date(2099, 12, 31))
LANGUAGES = st.sampled_from(["nl", "en"])


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
