"""Whatever happened since, every report says the same of one statement on one day."""

import datetime as dt
import io
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import ssrpolicy
from ssrpolicy import EdtfDate, PolicyRecord, Timeframe
from ssrpolicy.views import reading_page, tracker

pytestmark = pytest.mark.slow
RECORD = ssrpolicy.load(Path(__file__).parents[2] / "fixtures" / "records" / "lagemeer-2031-7")
LETTER = RECORD.document("second-letter")
WRITTEN = dt.date(2031, 9, 3)
QUOTE = next(q for s in RECORD.statements for q in s.quotes if q.document == LETTER.id)
COMMITMENTS = ("curriculum", "port-inspection", "interpreters", "cost-overview", "judges")
DAYS = st.dates(dt.date(2031, 3, 13), dt.date(2035, 12, 31))

SAID = st.one_of(
    st.sampled_from(["open", "fulfilled", "not_pursued", "transferred"]).map(
        lambda word: {"claimed": word}
    ),
    st.sampled_from(["supports", "contradicts"]).map(
        lambda word: {"evidence": word, "document": LETTER.id, "quotes": (QUOTE,)}
    ),
    st.just({"evidence": "none_found"}),
    st.sampled_from([("later", None), ("eind 2032", "2032"), ("in mei 2034", "2034-05")]).map(
        lambda term: {
            "timeframe": Timeframe(
                phrase=term[0], date=None if term[1] is None else EdtfDate(term[1])
            )
        }
    ),
    st.sampled_from([(), ("lm-buza",), ("lm-recht", "lm-kustwacht")]).map(
        lambda ids: {"owners": ids}
    ),
)


UPDATES = st.lists(
    st.tuples(
        st.sampled_from(COMMITMENTS), DAYS, st.sampled_from([{}, {"document": LETTER.id}]), SAID
    ),
    min_size=1,
    max_size=6,
)


def written(record: PolicyRecord, reporter: str, day: dt.date) -> bytes:
    """What a reporter writes of a record on a day."""
    out = io.BytesIO()
    ssrpolicy.report(record, reporter, out, as_of=day, internal=True)
    return out.getvalue()


def in_json(record: PolicyRecord, day: dt.date) -> dict[str, Any]:
    """What the JSON says."""
    found = json.loads(written(record, "json", day))["derived"]["progress"]
    return {
        id: (each["schedule"], each.get("due"), each["claimed"], each["evidence"], each["moves"])
        for id, each in found.items()
    }


def in_database(record: PolicyRecord, day: dt.date) -> dict[str, Any]:
    """What the database to share says."""
    made = sqlite3.connect(":memory:")
    made.deserialize(written(record, "sqlite", day))
    rows = made.execute("SELECT id, schedule, due, claimed, evidence, moves FROM statements")
    return {id.partition("#")[2]: tuple(rest) for id, *rest in rows}


def in_tracker(record: PolicyRecord, day: dt.date) -> dict[str, Any]:
    """What the tracker says, and what a list in the terminal is made of."""
    table = tracker([record], as_of=day, language="nl").table("commitments")
    keys = ("id", "schedule", "due", "claimed", "evidence", "moves", "latest_term")
    found = {}
    for cells in table.cells():
        row = dict(zip(table.keys, cells, strict=True))
        id, schedule, due, claimed, evidence, moves, term = (row[key] for key in keys)
        last_day = None if due.value is None else str(due.value)
        stands = (schedule.code, last_day, claimed.code, evidence.code, moves.value)
        found[str(id.value).partition("#")[2]] = (stands, str(term.value or "").splitlines()[:1])
    return found


@settings(max_examples=40, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(updates=UPDATES, day=DAYS)
def test_every_report_says_the_same_of_a_commitment_on_a_day(
    updates: list[tuple[str, dt.date, dict[str, Any], dict[str, Any]]], day: dt.date
) -> None:
    """Schedule, last day, claim, evidence, moves and the words of the term that counts."""
    record = RECORD
    for id, said_on, shown, what in updates:
        said = {**shown, **what}
        on = max(said_on, WRITTEN) if "document" in said else said_on
        record = record.with_update(id, date=on, by="lm-buza", **said)
    data, database, table = in_json(record, day), in_database(record, day), in_tracker(record, day)
    page = {
        entry.id: entry
        for shown in reading_page([record], as_of=day, language="nl").records()
        for entry in shown.statements
    }
    for id in COMMITMENTS:
        now = record.progress(id, as_of=day)
        due = None if now.due is None else now.due.isoformat()
        stands = (now.schedule.value, due, now.claimed.value, now.evidence.value, now.moves)
        standing = {each.axis: each.value for each in page[id].standing}
        terms = [d for d in page[id].details if d.key in ("term", "latest_term")]
        words = [detail.values[0].text for detail in terms]

        assert (data[id], database[id], table[id][0]) == (stands, stands, stands)
        assert (standing["schedule"], standing["claimed"], standing["evidence"]) == (
            stands[0], stands[2], stands[3],
        )  # fmt: skip
        assert [d.key == "latest_term" for d in terms] == [now.is_moved] * len(words)
        assert words == table[id][1]
