"""The two records of fixtures/ as `make demo` reads them, and the day of its reports."""

import datetime as dt
import re
from pathlib import Path

import pytest

from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.reporting.portfolio import Portfolio, read_portfolio

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def portfolio(fixtures: Path) -> Portfolio:
    """Both records, read and judged together as `make demo` checks them."""
    return read_portfolio([fixtures / "records"])


@pytest.fixture(scope="session")
def letter_record(portfolio: Portfolio) -> PolicyRecord:
    """The record of the letter."""
    return _record(portfolio, "kst-32123-X-124")


@pytest.fixture(scope="session")
def invented(portfolio: Portfolio) -> PolicyRecord:
    """The invented record."""
    return _record(portfolio, "lagemeer-2031-7")


@pytest.fixture(scope="session")
def invented_as_of() -> dt.date:
    """The day for which `make demo` reports the invented record."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    (day,) = re.findall(r"^INVENTED_AS_OF := (.+)$", makefile, re.MULTILINE)
    return dt.date.fromisoformat(day)


def _record(portfolio: Portfolio, id: str) -> PolicyRecord:
    (found,) = (record for record in portfolio.records if record.id == id)
    return found
