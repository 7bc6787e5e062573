"""A list as JSON: numbers are numbers, and codes are codes."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

import ssrpolicy
import ssrpolicy.views
from cli.conftest import Run
from cli.listing.rows import rows_of

DAY = ("--as-of", "2034-01-01")


def test_numbers_are_numbers_in_json(run: Run, records: Path) -> None:
    """A column of numbers holds no text, whole or not; none is lost in it."""
    found = [
        value
        for kind in ("commitments", "statements", "instruments", "motions")
        for row in rows_of(run, kind, records, *DAY)
        for value in row.values()
        if isinstance(value, int | float) and not isinstance(value, bool)
    ]
    table = ssrpolicy.views.listing(
        ssrpolicy.load_all(records), "instruments", as_of=dt.date(2034, 1, 1)
    ).table
    numbers = [each for row in table.rows for each in row if isinstance(each, Decimal)]

    assert numbers
    assert [float(each) for each in numbers] == [
        value
        for row in rows_of(run, "instruments", records, *DAY)
        for value in row.values()
        if isinstance(value, int | float)
    ]
    assert found


# Sentences, names and citations: all that a reader's language decides in JSON.
WORDED = {
    "address", "addressee", "answer", "answered_in", "answers", "asked_in", "authors", "because",
    "by_statements", "capacity", "claimed_by", "contradicted", "document", "doubt",
    "evidence_source", "facts_from", "first_term", "frameworks", "latest_term", "move_reason",
    "moved_in", "movers", "name", "needs", "note", "noted_by", "number", "on_behalf_of", "owners",
    "partners", "party", "passage", "places", "quantities", "relations", "replaces", "request",
    "requests", "responsible", "scope", "sectors", "summary", "term", "text", "title", "used_by",
    "uses", "votes",
}  # fmt: skip


@pytest.mark.parametrize("kind", ssrpolicy.views.LIST_KINDS)
def test_what_is_recorded_as_a_code_is_one_in_json(kind: str, run: Run, records: Path) -> None:
    """In a list in either language, whichever column it stands in."""
    since = ["--since", "2001-01-01"] if kind == "changes" else []
    asked = ["--as-of", "2042-01-01", "--sort", "id", *since, "--language"]
    dutch, english = (rows_of(run, kind, records, *asked, each) for each in ("nl", "en"))

    assert dutch
    for one, other in zip(dutch, english, strict=True):
        assert {key for key, value in one.items() if value != other[key]} <= WORDED


def test_what_comes_from_the_register_is_named_by_its_fields_in_json(
    run: Run, letter_copy: Path
) -> None:
    """The fields of the record, or register where all of it does; the table has people's words."""
    rows = rows_of(run, "letters", letter_copy, *DAY, "--fields", "language,metadata_from")
    table = run("list", "letters", letter_copy, *DAY, "--fields", "language,metadata_from").stdout

    assert rows == [
        {"language": "nl", "metadata_from": "number, register_number, session_year, url"}
    ]
    assert "Nederlands" in table
    assert "Nummer, registernummer" in table
