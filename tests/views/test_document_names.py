"""What documents are called is the same in every report, and an id is shown only where it helps."""

import datetime as dt
from pathlib import Path

import attrs
import pytest

import ssrpolicy
from notes_read import runs_of, text
from ssrpolicy import Document, DocumentKind, LocalText, PolicyRecord
from ssrpolicy.testing import small_record
from ssrpolicy.views import briefing, dossier, reading_page, tracker
from ssrpolicy.views.notes.blocks import texts_of
from ssrpolicy.views.notes.citations import cited, the_document
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


def test_what_is_of_no_kind_of_its_own_is_a_document() -> None:
    """The list of kinds says "other document"; a sentence that names one does not."""
    small = small_record()
    deed = Document(id="deed", kind=DocumentKind.OTHER, date=DAY, title=LocalText(nl="Akte"))
    record = attrs.evolve(small, documents=(*small.documents, deed))

    assert ReadingContext(record, "nl").document("deed") == "document van 14 december 2010 (“Akte”)"
    assert ReadingContext(record, "en").document("deed") == "document of 14 December 2010 (“Akte”)"


def test_every_report_of_a_record_without_a_title_is_called_by_that_of_its_letter() -> None:
    """The subject of the letter; without one, its kind and date, with a capital."""
    untitled = attrs.evolve(small_record(), title=None)
    letter = attrs.evolve(untitled.source_document, title=LocalText(nl="Havens"), number=None)
    rest = tuple(each for each in untitled.documents if each.id != letter.id)
    about = attrs.evolve(untitled, documents=(letter, *rest))
    nothing = attrs.evolve(untitled, documents=(attrs.evolve(letter, title=None), *rest))

    note = briefing([about], as_of=DAY, language="nl")
    page = reading_page([about], as_of=DAY, language="nl")
    assert (note.title, page.title) == ("Beslisnota: Havens", "Havens")
    assert tracker([about], as_of=DAY, language="nl").title.endswith(": Havens")
    assert next(iter(page.records())).sources[0].title is None
    assert reading_page([nothing], as_of=DAY, language="nl").title.startswith("Brief van ")


def test_names_and_amounts_of_the_record_in_order_read_as_words(fixtures: Path) -> None:
    """An instrument in a table begins with a capital; boats that are patrol boats are those."""
    record = ssrpolicy.load(fixtures / "records" / "duinmark-2040-3")
    note = dossier([record], as_of=dt.date(2042, 2, 15), language="nl")
    shown = "\n".join(text(runs) for block in note.blocks for runs in texts_of(block))

    assert "Omvang: 10 patrouilleboten." in shown
    assert "(52 stemmen voor en 23 tegen)" in shown
    assert "(71 stemmen voor en 4 tegen)" in shown
    assert "\nVerdrag van 2038 tussen Duinmark en Meralië[" in shown


def test_a_title_that_says_what_kind_of_paper_it_is_says_it_once() -> None:
    """Where nothing but that title is known: "motie Vliegenthart", "de motie Vliegenthart"."""
    title = LocalText(nl="Motie Vliegenthart")
    small = small_record()
    motion = Document(id="vliegenthart", kind=DocumentKind.MOTION, title=title)
    dated = attrs.evolve(motion, id="dated", date=DAY)
    other = Document(id="other", kind=DocumentKind.MOTION, title=LocalText(nl="Motiveringen"))
    record = attrs.evolve(small, documents=(*small.documents, motion, dated, other))
    names = ReadingContext(record, "nl")
    ids = ("vliegenthart", "dated", "other")

    assert [names.document(id) for id in ids] == [
        "motie Vliegenthart",
        "motie van 14 december 2010 (“Motie Vliegenthart”)",
        "motie (“Motiveringen”)",
    ]
    assert the_document(names, "vliegenthart") == "de motie Vliegenthart"


def test_a_note_does_not_name_a_paper_of_which_nothing_is_known() -> None:
    """Where it was asked is then no more than "het verzoek", which says nothing."""
    small = small_record()
    asked = Document(id="asked", kind=DocumentKind.REQUEST)
    request = attrs.evolve(small.requests[0], document="asked")
    record = attrs.evolve(
        small, documents=(*small.documents, asked), requests=(request,), updates=()
    )
    said = " ".join(
        text(runs)
        for block in dossier([record], as_of=dt.date(2012, 1, 1), language="nl").blocks
        for runs in runs_of(block)
    )

    assert request.summary.text("nl") in said
    assert "gereageerd op het verzoek" not in said
    assert "gevraagd in het verzoek" not in said


def test_the_check_of_several_records_is_spoken_of_as_such() -> None:
    """One record has a check, several have one together."""
    small = small_record()
    both = [small, attrs.evolve(small, id="second")]

    def last(records: list[PolicyRecord], warnings: int) -> str:
        note = briefing(records, as_of=DAY, language="nl", warnings=warnings)
        return [text(runs) for block in note.blocks for runs in runs_of(block)][-1]

    assert last([small], 3) == "De controle van het dossier meldt drie waarschuwingen."
    assert last(both, 3) == "De controle van de dossiers meldt drie waarschuwingen."
    assert last(both, 1) == "De controle van de dossiers meldt één waarschuwing."


@pytest.mark.parametrize(
    "kind, names",
    [
        (DocumentKind.OTHER, ["stuk zonder nadere gegevens", "paper without particulars"]),
        (DocumentKind.REQUEST, ["verzoek", "request"]),
    ],
)
def test_where_nothing_is_known_of_the_paper_that_asked_that_stays_open(
    kind: DocumentKind, names: list[str]
) -> None:
    """Neither the tracker nor the page says that it was asked in "document"."""
    small = small_record()
    papers = (*small.documents, Document(id="asked", kind=kind))
    requests = tuple(attrs.evolve(each, document="asked") for each in small.requests)
    record = attrs.evolve(small, documents=papers, requests=requests)
    entries = next(iter(reading_page([record], as_of=DAY, language="nl").records())).entries
    asked = [each for each in entries if each.kind == "request"]
    tables = tracker([record], as_of=DAY, language="nl").tables
    (table,) = (each for each in tables if each.key == "requests")
    column = [each.key for each in table.columns].index("asked_in")

    assert asked
    assert "Gevraagd in" not in {detail.label for each in asked for detail in each.details}
    assert {row[column] for row in table.rows} == {None}
    assert [ReadingContext(record, each).document("asked") for each in ("nl", "en")] == names
