"""Records of one title, as a dossier has them, can be told apart wherever they stand together."""

import datetime as dt

import attrs
import pytest

from ssrpolicy import PaperNumber, PolicyRecord
from ssrpolicy.testing import small_record
from ssrpolicy.views import Heading, changes, dossier, listing, reading_page
from ssrpolicy.views.language import NO_BREAK

DAY = dt.date(2034, 1, 1)


def _called(id: str, number: str | None, date: dt.date) -> PolicyRecord:
    small = small_record()
    paper = None if number is None else PaperNumber.parse(number)
    letter = attrs.evolve(small.documents[0], number=paper, date=date, title=None)
    return attrs.evolve(small, id=id, documents=(letter, *small.documents[1:]))


@pytest.fixture
def records() -> tuple[PolicyRecord, ...]:
    """Two numbered letters of one title, two without a number, and two of one day."""
    day, later = dt.date(2010, 4, 29), dt.date(2010, 5, 3)
    return (
        _called("first", "kst-99001-124", day),
        _called("second", "kst-99001-125", day),
        _called("third", None, dt.date(2010, 5, 1)),
        _called("fourth", None, later),
        _called("fifth", None, later),
    )


EXPECTED = {
    "De brandweer (Kamerstukken II, 99001, nr. 124)",
    "De brandweer (Kamerstukken II, 99001, nr. 125)",
    "De brandweer (1 mei 2010)",
    "De brandweer (fourth)",
    "De brandweer (fifth)",
}


def test_headings_and_contents_tell_records_of_one_title_apart(
    records: tuple[PolicyRecord, ...],
) -> None:
    """By the number of the paper, its date, or the id of the record; in notes and on a page."""
    note = dossier(records, as_of=DAY, language="nl")
    heads = {each.text.replace(NO_BREAK, " ") for each in note.blocks if isinstance(each, Heading)}
    page = reading_page(records, as_of=DAY, language="nl")
    assert heads >= EXPECTED
    assert {each.title.replace(NO_BREAK, " ") for each in page.records()} == EXPECTED
    note = changes(records, since=dt.date(2010, 1, 1), as_of=DAY, language="nl")
    heads = {each.text.replace(NO_BREAK, " ") for each in note.blocks if isinstance(each, Heading)}
    assert heads >= EXPECTED


def test_a_record_whose_title_is_its_own_keeps_it(records: tuple[PolicyRecord, ...]) -> None:
    """Nothing is added where nothing is alike."""
    (page,) = reading_page(records[:1], as_of=DAY, language="nl").records()
    assert page.title == "De brandweer"


def test_a_list_of_letters_has_the_title_of_the_record_where_its_paper_has_none(
    records: tuple[PolicyRecord, ...],
) -> None:
    """Nobody finds a letter by an empty cell."""
    found = listing(records[:1], "letters", as_of=DAY)
    assert found.table.column("title") == ("De brandweer",)
