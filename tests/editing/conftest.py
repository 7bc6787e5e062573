"""Entries to append to the letter, with real sentences as quotes."""

import datetime as dt
from collections.abc import Callable
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
