"""The record that is asked wrongly."""

from pathlib import Path
from typing import Any

import pytest

import ssrpolicy
from promises.arguments.recorded import parts_of


@pytest.fixture(scope="module")
def record(fixtures: Path) -> Any:
    """The letter, as if Python had no types."""
    return ssrpolicy.load(fixtures / "records" / "kst-32123-X-124")


@pytest.fixture(scope="module")
def examples(record: Any, fixtures: Path) -> dict[type, Any]:
    """An object of each class of which a record is made."""
    found: dict[type, Any] = {
        ssrpolicy.PageStart: ssrpolicy.PageStart(start=0, page=1),
        ssrpolicy.TextParts: ssrpolicy.TextParts(),
        ssrpolicy.ApartText: ssrpolicy.ApartText(kind=ssrpolicy.ApartKind.MARGIN, text="a"),
        ssrpolicy.Ground: ssrpolicy.Ground(document="letter", start=0, end=1),
        ssrpolicy.FactsFrom: ssrpolicy.FactsFrom(facts=("votes",), name="handelingen"),
    }
    for one in (record, *ssrpolicy.load_all(fixtures / "records")):
        for each in parts_of((one, *one.set_aside)):
            found.setdefault(type(each), each)
    return found
