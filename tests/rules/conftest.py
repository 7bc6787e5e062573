"""The letter with entries of a test's choosing, and what the rules find in it."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ssrpolicy.model import (
    Claim,
    Commitment,
    Course,
    Document,
    DocumentKind,
    Finding,
    Firmness,
    LocalText,
    Passage,
    PolicyRecord,
)
from ssrpolicy.rules import findings

AFRICAN_UNION = (
    "Nederland volgt dit nauwgezet en zal dit proces waar mogelijk, en bij voorkeur "
    "multilateraal, ondersteunen."
)
FUND = "Tot dusver is dit fonds qua omvang adequaat gebleken"


@pytest.fixture(scope="session")
def letter_text(letter: Path) -> str:
    """The text of the letter, as the publisher broke it."""
    return (letter / "sources" / "kst-32123-X-124.txt").read_bytes().decode("utf-8")


@pytest.fixture
def document(letter_text: str) -> Document:
    """The letter as a document with its text."""
    return Document(
        id="letter",
        kind=DocumentKind.LETTER,
        date=dt.date(2010, 4, 29),
        authors=("minister-bz",),
        text=letter_text,
    )


@pytest.fixture
def commitment() -> Callable[..., Commitment]:
    """A function that makes the commitment on the African Union, with changes."""

    def make(**changes: Any) -> Commitment:
        quotes = changes.pop("quotes", (AFRICAN_UNION,))
        given: dict[str, Any] = {
            "id": "african-union",
            "summary": LocalText(nl="Nederland zal dit proces waar mogelijk ondersteunen."),
            "quotes": tuple(
                Passage(document="letter", quote=q) if isinstance(q, str) else q for q in quotes
            ),
            "owners": ("nl",),
            "firmness": Firmness.CONDITIONAL,
            "course": Course.CONTINUOUS,
            "cue": "zal dit proces waar mogelijk",
        }
        return Commitment(**(given | changes))

    return make


@pytest.fixture
def claim() -> Callable[..., Claim]:
    """A function that makes the claim on the fund, with changes."""

    def make(**changes: Any) -> Claim:
        given: dict[str, Any] = {
            "id": "fund-adequate",
            "summary": LocalText(nl="Het fonds is tot dusver adequaat gebleken."),
            "quotes": (Passage(document="letter", quote=FUND),),
        }
        return Claim(**(given | changes))

    return make


@pytest.fixture
def record(document: Document) -> Callable[..., PolicyRecord]:
    """A function that makes a record of the letter with the entries given."""

    def make(**entries: Any) -> PolicyRecord:
        given: dict[str, Any] = {"id": "letter-record", "language": "nl", "source": "letter"}
        given["documents"] = (document,)
        return PolicyRecord(**(given | entries))

    return make


@pytest.fixture
def found() -> Callable[[PolicyRecord], list[str]]:
    """A function that gives the codes of what the rules find in a record."""

    def codes(record: PolicyRecord) -> list[str]:
        return [finding.code for finding in findings(record)]

    return codes


@pytest.fixture
def only() -> Callable[[PolicyRecord, str], Finding]:
    """A function that gives the one finding of a code in a record."""

    def one(record: PolicyRecord, code: str) -> Finding:
        (finding,) = (finding for finding in findings(record) if finding.code == code)
        return finding

    return one
