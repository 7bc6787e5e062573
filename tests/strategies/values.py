"""Texts, codes, dates and numbers as a record may hold them, and classes made of some."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from ssrpolicy.model import EdtfDate, LocalText, PaperNumber

_SAMPLES = (
    "geïnformeerd worden over de mogelijkheden",
    "SSR-beleid, -instrumenten en -middelen",
    "veiligheids-\nstructuren",
    "de vloot 🚢 en de brandweer 👩🏽‍🚒",
    "\u05e9\u05dc\u05d5\u05dd \u2067rechts naar links\u2069",
    "gei\u0308nformeerd met een los teken",
    "=SUM(A1:A9)",
    "<b>geen opmaak</b> & ]]>",
    "zacht\u00adteken, vaste\u00a0spatie",
)
SHORT = 3  # entries of a kind in one record: enough to mix, few enough to be quick

characters = st.one_of(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"),
    st.sampled_from("\n\té’„”–-"),
)
texts = st.one_of(
    st.sampled_from(_SAMPLES),
    st.text(characters, min_size=1, max_size=40).filter(lambda text: not text.isspace()),
)
"""What a record may hold as text: not blank, no control characters but tab and line feed."""

ids = st.from_regex(r"[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)
codes = st.one_of(ids, st.sampled_from(("AFG", "BDI", "XKX", "15210", "police")))
dates = st.dates(dt.date(1815, 1, 1), dt.date(2099, 12, 31))
numbers = st.one_of(
    st.integers(-(10**15) + 1, 10**15 - 1).map(Decimal),
    st.decimals(-(10**9), 10**9, places=4, allow_nan=False, allow_infinity=False),
)
edtf_dates = st.one_of(
    dates.map(EdtfDate.of),
    st.sampled_from(
        (
            "2011",
            "2011-06",
            "2011-23",
            "2011~",
            "201X",
            "2011-XX",
            "2011/2014",
            "2011/..",
            "../2014",
        )
    ).map(EdtfDate),
)
papers = st.sampled_from(
    (
        "kst-32123-X-124",
        "kst-21501-02-1538",
        "kst-20082009-32024-C",
        "blg-123",
        "ah-tk-20092010-123",
    )
).map(PaperNumber.parse)
local_texts = st.one_of(
    st.builds(LocalText, nl=texts),
    st.builds(LocalText, en=texts),
    st.builds(LocalText, nl=texts, en=texts),
)


def several(of: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """None of a kind, or a few."""
    return st.lists(of, max_size=SHORT).map(tuple)


def unlike(of: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    """None of a kind, or a few that differ."""
    return st.lists(of, max_size=SHORT, unique=True).map(tuple)


def some(**optional: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Any of the keys, and not the others: what is not known is absent."""
    return st.fixed_dictionaries({}, optional=optional)


def made(
    cls: Callable[..., Any],
    options: dict[str, st.SearchStrategy[Any]],
    **needed: st.SearchStrategy[Any],
) -> st.SearchStrategy[Any]:
    """What a class makes of the options that are there and of what it needs."""
    return st.builds(
        lambda required, optional: cls(**required, **optional),
        st.fixed_dictionaries(needed),
        some(**options),
    )
