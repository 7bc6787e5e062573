"""What a reporter can go by, whatever the language: keys of headings, codes of cells."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from ssrpolicy.model import LANGUAGES, PolicyRecord
from ssrpolicy.reporting import read_portfolio
from ssrpolicy.testing import AS_OF, large_record, nasty_record, small_record
from ssrpolicy.views import Heading, Kind, Note, annex, briefing, changes, dossier, tracker

NOTES: dict[str, Callable[..., Note]] = {
    "briefing": briefing,
    "dossier": dossier,
    "annex": annex,
    "changes": lambda records, **more: changes(records, since=dt.date(1815, 1, 1), **more),
}

WORDS_OF_CODES = {("sources", "language")}
"""Columns that nobody chooses in, in which each cell has the words for a code."""


def headings(note: Note) -> list[Heading]:
    """The headings of a note, in its order."""
    return [block for block in note.blocks if isinstance(block, Heading)]


@pytest.mark.parametrize("name", NOTES)
@pytest.mark.parametrize("several", [False, True])
def test_each_heading_has_a_key_that_is_the_same_in_every_language(
    name: str,
    several: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    """A reporter finds a section by what it is about, and not by its words."""
    records = (small_record(), nasty_record()) if several else (small_record(),)
    keys = [
        [each.key for each in headings(NOTES[name](records, as_of=AS_OF, language=language))]
        for language in LANGUAGES
    ]

    assert keys[0] == keys[1]
    assert keys[0]
    assert all(keys[0])
    if several and name != "annex":
        assert "small" in keys[0]


def test_the_keys_of_a_briefing_are_those_of_its_sections() -> None:
    """The first section of the note is the advice, and that of the dossier the occasion."""
    note = briefing((small_record(),), as_of=AS_OF, language="en")
    whole = dossier((small_record(),), as_of=AS_OF, language="en")

    assert headings(note)[0].key == "advice"
    assert headings(whole)[0].key == "occasion"


@pytest.mark.parametrize("record", [small_record(), large_record(20)])
def test_each_choice_has_its_code_in_every_language(record: PolicyRecord) -> None:
    """The codes are those of the record; the labels are those of the language."""
    views = [tracker((record,), as_of=AS_OF, language=language) for language in LANGUAGES]

    for dutch, english in zip(views[0].tables, views[1].tables, strict=True):
        if dutch.key == "codes":  # in the order of the words of its language
            continue
        assert dutch.codes == english.codes, dutch.key
        for row, cells in zip(dutch.rows, dutch.cells(), strict=True):
            for column, value, cell in zip(dutch.columns, row, cells, strict=True):
                assert cell.value == value
                assert cell.label == ("" if value is None else str(value))
                has_code = column.kind is Kind.CHOICE or (dutch.key, column.key) in WORDS_OF_CODES
                has_code = has_code and value is not None
                assert (cell.code is not None) == has_code, (dutch.key, column.key, value)


def test_the_codes_of_a_fixture_are_what_is_recorded(fixtures: Path) -> None:
    """A code of the tracker is the claim of the record."""
    (record,) = read_portfolio([fixtures / "records" / "duinmark-2040-3"]).records
    view = tracker((record,), as_of=dt.date(2041, 1, 1), language="nl")
    (table,) = (each for each in view.tables if each.key == "commitments")
    place = [column.key for column in table.columns].index("claimed")
    by_id = {id: codes[place] for id, codes in zip(table.ids, table.codes, strict=True)}

    for commitment in record.commitments:
        if record.full_id(commitment.id) not in by_id:  # it is of a later day
            continue
        claimed = record.progress(commitment.id, as_of=dt.date(2041, 1, 1)).claimed
        assert by_id[record.full_id(commitment.id)] == claimed.value
