"""Selections, days and words that are drawn, from what invented records hold."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from plugins.register.tests.portfolio import portfolio

from ssrpolicy import ClaimedStatus, DocumentKind, EvidenceStatus, Firmness, Schedule
from ssrpolicy.selection import Selection
from ssrpolicy.views import LIST_KINDS

RECORDS = portfolio()
CODES = {
    name: sorted({code for r in RECORDS for s in r.statements for code in getattr(s, name)})
    for name in ("owners", "partners", "places", "sectors", "frameworks")
}
DAYS = sorted(
    {update.date for record in RECORDS for update in record.updates}
    | {day for record in RECORDS for day in record.dates.values()}
    | {day for r in RECORDS for s in r.statements if s.timeframe and (day := s.timeframe.due)}
)
WORDS = (
    "politie",
    "de",
    "ing",
    "e",
    "minister opleiding",
    "vn",
    "training",
    "ssr instrumenten",
    "zal niet",
    "x9",
    "Één",
    "a b",
    "x" * 40_000,
)

days = st.builds(
    lambda day, more: day + dt.timedelta(days=more),
    st.sampled_from(DAYS),
    st.sampled_from([-400, -31, -30, -1, 0, 1, 29, 30, 31, 400]),
)


def some(values: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    """One or two of some values."""
    return st.lists(st.sampled_from(list(values)), min_size=1, max_size=2, unique=True).map(tuple)


CRITERIA: dict[str, st.SearchStrategy[Any]] = {
    "kinds": some(["commitment", "condition", "position", "claim"]),
    "document_kinds": some(DocumentKind),
    "owners": some([*CODES["owners"], "none", "nl-bz"]),
    **{name: some(CODES[name]) for name in ("partners", "places", "sectors", "frameworks")},
    "dossiers": some(
        {d.number.dossier for r in RECORDS for d in r.documents if d.number and d.number.dossier}
    ),
    "session_years": some(["2009-2010", "2010-2011", "2030-2031", "2039-2040", "2040-2041"]),
    "asked_since": days,
    "promised_since": days,
    "updated_since": days,
    "due_before": days,
    "due_within": st.sampled_from([0, 30, 365, 36_500]),
    "schedules": some(Schedule),
    "claimed": some(ClaimedStatus),
    "evidence": some(EvidenceStatus),
    "firmness": some(Firmness),
    "words": st.sampled_from(WORDS),
}
selections = st.sets(st.sampled_from(sorted(CRITERIA)), max_size=3).flatmap(
    lambda names: st.builds(Selection, **{name: CRITERIA[name] for name in sorted(names)})
)

asked_of_lists = given(
    selection=selections,
    as_of=days,
    language=st.sampled_from(["nl", "en"]),
    kind=st.sampled_from(LIST_KINDS),
    limit=st.sampled_from([None, 3]),
    back=st.sampled_from([5, 400, 4_000]),
    sort=st.sampled_from([None, "-due", "summary"]),
)
asked_of_searches = given(
    words=st.sampled_from(WORDS),
    selection=selections,
    as_of=days,
    language=st.sampled_from(["nl", "en"]),
    limit=st.sampled_from([None, 5]),
)
