"""What documents are called is the same in every report, and an id is shown only where it helps."""

import datetime as dt

import attrs

from ssrpolicy import Document, DocumentKind, LocalText, PolicyRecord
from ssrpolicy.testing import small_record
from ssrpolicy.views.notes.citations import cited
from ssrpolicy.views.notes.frame import parts_of
from ssrpolicy.views.shared import ReadingContext

DAY = dt.date(2010, 12, 14)


def a_record() -> PolicyRecord:
    """The small record with two letters of one day, a report with a title, and questions."""
    small = small_record()
    more = [
        Document(id="second", kind=DocumentKind.LETTER, date=DAY),
        Document(id="third", kind=DocumentKind.LETTER, date=DAY),
        Document(
            id="yearly", kind=DocumentKind.REPORT, date=DAY, title=LocalText(nl="Jaarbericht 2010")
        ),
        Document(id="plain", kind=DocumentKind.EVALUATION, date=DAY),
        Document(id="asked", kind=DocumentKind.QUESTION, date=DAY),
    ]
    asked = [attrs.evolve(small.requests[0], id=f"q{n}", document="asked") for n in (1, 2)]
    return attrs.evolve(
        small, documents=(*small.documents, *more), requests=(*small.requests, *asked)
    )


def test_a_paper_without_a_number_is_called_by_its_title_or_by_itself() -> None:
    """Its id stands there only where another document would be called the same."""
    names = ReadingContext(a_record(), "nl")
    assert [names.document(id) for id in ("second", "third", "yearly", "plain", "asked")] == [
        "brief van 14 december 2010 (second)",
        "brief van 14 december 2010 (third)",
        "rapport van 14 december 2010 (“Jaarbericht 2010”)",
        "evaluatie van 14 december 2010",
        "vragen van 14 december 2010",
    ]


def test_notes_tracker_and_page_call_it_the_same() -> None:
    """One word for one thing: a list of questions is not one question."""
    record = a_record()
    (part,) = parts_of([record], as_of=DAY, language="nl")
    names = ReadingContext(record, "nl")
    for document in record.documents:
        assert cited(part, document.id) == names.document(document.id)


def test_an_id_that_nobody_has_is_not_made_a_name() -> None:
    """An unknown party stays as it was typed; a name begins with a capital."""
    names = ReadingContext(a_record(), "nl")
    assert names.parties(("nl-niets",)) == "nl-niets"
    assert names.owners(("nl-niets", "nl-bz")) == "nl-niets\nMinisterie van Buitenlandse Zaken"
