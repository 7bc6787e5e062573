"""Tables become data frames, by the lines that the page on Python gives."""

import datetime as dt
import re
from pathlib import Path

import pandas as pd
import polars as pl

import ssrpolicy
from ssrpolicy.testing import empty_record
from ssrpolicy.views import Table, tracker

PAGE = Path(__file__).parents[2] / "docs/how-to/use-it-from-python.md"
DAY = dt.date(2034, 4, 15)


def line(library: str) -> str:
    """The expression that the page gives for a library."""
    found = re.search(rf"`({library}\.DataFrame\(.*\))`", PAGE.read_text("utf-8"))
    assert found is not None
    return found[1]


def tables(fixtures: Path) -> list[Table]:
    """Every table of a record, and of one with nothing in it."""
    full = ssrpolicy.load(fixtures / "records" / "lagemeer-2031-7")
    both = [tracker(each, as_of=DAY, language="en") for each in (full, empty_record())]
    return [table for each in both for table in each.tables]


def test_tables_are_data_frames_of_pandas(fixtures: Path) -> None:
    """Each row and each column, in order; a table without rows has its columns."""
    found = tables(fixtures)
    assert any(not table.rows for table in found)
    for table in found:
        frame = eval(line("pandas"), {"pandas": pd, "table": table})  # noqa: S307 - the line of the page is tried
        assert list(frame.columns) == table.keys
        assert len(frame) == len(table.rows)


def test_tables_are_data_frames_of_polars(fixtures: Path) -> None:
    """With the same values, whatever stands in the first rows."""
    for table in tables(fixtures):
        frame = eval(line("polars"), {"polars": pl, "table": table})  # noqa: S307 - the line of the page is tried
        assert frame.columns == table.keys
        assert frame.to_dicts() == table.to_dicts()
