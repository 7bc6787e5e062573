"""A record made in Python is checked for what Python does not check: types, and texts.

Most values of another type are refused at once; these went around that.
"""

import datetime as dt
import hashlib
from decimal import Decimal
from typing import Any

import attrs

from spoiled import spoiled
from ssrpolicy import codec
from ssrpolicy.model import (
    Commitment,
    Course,
    Document,
    DocumentKind,
    Firmness,
    LocalText,
    Passage,
    PolicyRecord,
    Quantity,
)
from tables import each_case

TEXT = (
    "Verder streeft het ministerie ernaar om maximaal 100 personen per jaar uit te kunnen zenden."
)


def record(document: dict[str, Any] | None = None, **changes: Any) -> PolicyRecord:
    """A record of one commitment, with changes to it or to its document."""
    given: dict[str, Any] = {
        "id": "bzk-ceiling",
        "summary": LocalText(nl="Hoogstens 100 uitzendingen per jaar."),
        "quotes": (Passage(document="letter", quote="maximaal 100 personen per jaar"),),
        "firmness": Firmness.ASPIRATIONAL,
        "course": Course.RECURRING,
        "cue": "streeft",
        "owners": ("nl-bzk",),
        "quantities": (Quantity(at_most=Decimal(100), unit="person"),),
    }
    paper: dict[str, Any] = {
        "id": "letter",
        "kind": DocumentKind.LETTER,
        "text": TEXT,
        "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
    }
    return PolicyRecord(
        id="made-in-python",
        language="nl",
        source="letter",
        documents=(Document(**(paper | (document or {}))),),
        statements=(Commitment(**(given | changes)),),
    )


def test_a_record_of_the_right_types_is_left_alone() -> None:
    """Nothing is found where every value is what its class says."""
    assert codec.type_findings(record()) == ()


@each_case(
    "field, value, message",
    [
        ("owners", ["nl-bzk"], "owners holds a value of type list, not a tuple."),
        ("needs", None, "needs holds a value of type NoneType, not a tuple."),
        (
            "timeframe",
            dt.date(2011, 1, 1),
            "timeframe holds a value of type date, not a Timeframe.",
        ),
    ],
)
def test_a_wrong_type_is_told_with_its_place(field: str, value: Any, message: str) -> None:
    """Each value of another type than its class says is a finding."""
    made = record()
    statements = (spoiled(made.statements[0], **{field: value}),)
    (finding,) = codec.type_findings(attrs.evolve(made, statements=statements))

    assert (finding.code, finding.message) == ("type-wrong", message)
    assert finding.location.path == ("statements", 0, field)


def test_a_date_with_a_time_is_no_date() -> None:
    """A datetime passes for a date in Python, and not in a record."""
    moment = dt.datetime(2010, 4, 29, tzinfo=dt.UTC)
    made = record()
    papers = (spoiled(made.documents[0], date=moment),)
    (finding,) = codec.type_findings(attrs.evolve(made, documents=papers))

    assert finding.location.path == ("documents", 0, "date")


def test_what_is_no_statement_is_told() -> None:
    """A table holds only entries of its own kind."""
    made = record()
    wrong = spoiled(made, statements=made.documents)

    assert [finding.location.path for finding in codec.type_findings(wrong)] == [("statements", 0)]


def test_a_text_is_held_against_its_digest() -> None:
    """The text of a document made in Python is checked as one that is read."""
    found = codec.text_findings(record({"text": TEXT + "!"}))

    assert [finding.code for finding in found] == ["source-changed"]
