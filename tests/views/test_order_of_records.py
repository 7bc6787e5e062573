"""Reports on several records have them by the day of their papers, whatever they are called."""

import datetime as dt
from collections.abc import Callable

import attrs

from ssrpolicy import PolicyRecord
from ssrpolicy.testing import small_record
from ssrpolicy.views import Heading, Note, briefing, changes, dossier, reading_page
from tables import each_case

AS_OF, SINCE = dt.date(2025, 1, 1), dt.date(2000, 1, 1)


def of_day(id: str, day: dt.date | None) -> PolicyRecord:
    """The small record with another id and day."""
    small = small_record()
    documents = tuple(
        attrs.evolve(each, date=day) if each.id == small.source else each
        for each in small.documents
    )
    return attrs.evolve(small, id=id, documents=documents, updates=())


RECORDS = (
    of_day("a-of-2022", dt.date(2022, 3, 1)),
    of_day("b-without-a-day", None),
    of_day("c-of-2009", dt.date(2009, 3, 1)),
    of_day("d-of-2017", dt.date(2017, 3, 1)),
)
BY_DAY = ["c-of-2009", "d-of-2017", "a-of-2022", "b-without-a-day"]

NOTES: dict[str, Callable[[], Note]] = {
    "note": lambda: briefing(RECORDS, as_of=AS_OF, language="nl"),
    "dossier": lambda: dossier(RECORDS, as_of=AS_OF, language="nl"),
    "changes": lambda: changes(RECORDS, since=SINCE, as_of=AS_OF, language="nl"),
}


@each_case("made", NOTES)
def test_notes_have_records_by_day(made: str) -> None:
    """What has no day comes last."""
    headings = (each for each in NOTES[made]().blocks if isinstance(each, Heading))
    ids = [each.key for each in headings if each.key in BY_DAY]

    assert ids == [id for id in BY_DAY if id in ids]
    assert len(ids) > 2


def test_the_page_has_records_by_day() -> None:
    """As the notes do."""
    page = reading_page(RECORDS, as_of=AS_OF, language="nl")

    assert [each.id for each in page.records()] == BY_DAY
