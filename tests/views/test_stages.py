"""How pressing a commitment is: its stage, the order of rows, and the strip of quarters."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ssrpolicy
from ssrpolicy.model import PolicyRecord
from ssrpolicy.views import Tracker, tracker

AS_OF = dt.date(2042, 2, 15)


@pytest.fixture(scope="module")
def clean(fixtures: Path) -> PolicyRecord:
    """The invented record that is in order."""
    return ssrpolicy.load(fixtures / "records" / "duinmark-2040-3")


def made(record: PolicyRecord, as_of: dt.date = AS_OF) -> Tracker:
    """The tracker of a record as of a day."""
    return tracker([record], as_of=as_of, language="nl")


def short(ids: Sequence[str]) -> list[str]:
    """Ids without the record's."""
    return [id.partition("#")[2] for id in ids]


def test_the_most_pressing_commitment_comes_first(clean: PolicyRecord) -> None:
    """What is overdue the longest is the first row, and what is shown comes last."""
    ids = short(made(clean).table("commitments").ids)

    assert ids[:4] == ["prison-review", "radio-network", "second-account", "head-of-school"]
    assert set(ids[-8:]) == {
        *("police-trainers", "training-plan", "patrol-boats", "boats-later", "crew-training"),
        *("cost-overview", "yearly-report", "explore-school"),
    }


def test_each_figure_counts_what_it_says(clean: PolicyRecord) -> None:
    """Overdue, due soon, nothing reported, reported and shown: each commitment is one of these."""
    figures = {figure.key: short(figure.ids) for figure in made(clean).figures}

    assert figures["overdue"] == ["prison-review", "radio-network"]
    assert figures["due_soon"] == ["second-account", "head-of-school"]
    assert set(figures["silent"]) == {"evaluation-2043", "evacuation", "radio-network-stands"}
    assert {"judges", "women-in-the-police"} <= set(figures["reported"])
    assert len(figures["shown"]) == 8


@given(as_of=st.dates(dt.date(2040, 2, 6), dt.date(2045, 1, 1)))
def test_on_every_day_the_figures_make_up_the_rows(clean: PolicyRecord, as_of: dt.date) -> None:
    """Put one after another, the rows of the figures are those of the sheet, in its order."""
    view = made(clean, as_of)

    counted_rows = tuple(id for f in view.figures for id in f.ids)
    rows = view.table("commitments")
    assert rows.ids[: len(counted_rows)] == counted_rows
    assert set(rows.column("schedule")[len(counted_rows) :]) <= {"Vervangen"}
    quarters = view.table("quarters")
    counted = sum(
        number if isinstance(number, int) else 0
        for key in ("not_shown", "shown")
        for number in quarters.column(f"overview.{key}")
    )
    dated = [due for due in rows.column("due")[: len(counted_rows)] if due is not None]
    assert counted == len(dated)
    assert len(quarters.rows) <= 13


def test_quarters_follow_one_another(clean: PolicyRecord) -> None:
    """The present one is marked; those long ago and far ahead are counted together."""
    names = made(clean).table("quarters").column("overview.quarter")

    assert names == (
        *("Eerder", "2040 K4", "2041 K1", "2041 K2", "2041 K3", "2041 K4", "2042 K1 (nu)"),
        *("2042 K2", "2042 K3", "2042 K4", "2043 K1", "2043 K2", "Later"),
    )
