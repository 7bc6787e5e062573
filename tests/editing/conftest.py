"""Entries to append to the letter, with real sentences as quotes."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ssrpolicy.model import Claim, ClaimedStatus, LocalText, Passage, Update


@pytest.fixture
def claim() -> Callable[..., Claim]:
    """A function that makes a claim of the letter, with changes."""

    def make(**changes: Any) -> Claim:
        quote = changes.pop("quote", "Tot dusver is dit fonds qua omvang adequaat\ngebleken")
        given: dict[str, Any] = {
            "id": "fund-sufficed",
            "summary": LocalText(nl="Het fonds was groot genoeg.", en="The fund was big enough."),
            "quotes": (Passage(document="letter", quote=quote),),
        }
        return Claim(**(given | changes))

    return make


@pytest.fixture
def update() -> Update:
    """What was said of the commitment on the African Union a year later."""
    return Update(
        statement="african-union",
        date=dt.date(2011, 3, 1),
        by="nl-bz",
        claimed=ClaimedStatus.IN_PROGRESS,
        note=LocalText(nl='Er is een "eerste" overleg geweest.\nHet vervolgt.'),
    )


@pytest.fixture(scope="session")
def letter_text(letter: Path) -> str:
    """The text of the letter, as the publisher broke it."""
    return (letter / "sources" / "kst-32123-X-124.txt").read_bytes().decode("utf-8")


@pytest.fixture(scope="session")
def fixtures_lagemeer(fixtures: Path) -> str:
    """The text of the invented letter."""
    return (fixtures / "records" / "lagemeer-2031-7" / "sources" / "brief-7.txt").read_text("utf-8")
