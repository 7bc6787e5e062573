"""Papers are accepted by every name that a report prints."""

import datetime as dt

import attrs
import pytest

from merging.printed.entered import DAY, entered, names_of
from ssrpolicy import Document, DocumentKind, Language, LocalText, PolicyRecord
from ssrpolicy.model import LANGUAGES
from ssrpolicy.testing import small_record
from ssrpolicy.views.language import capital
from ssrpolicy.views.shared import ReadingContext
from ssrpolicy.views.workbook.statements import statement_rows

NO_DOCUMENT = ("Geen document", "No document")
RECORDS = ("kst-32123-X-124", "lagemeer-2031-7")


@pytest.mark.heavy
@pytest.mark.parametrize(
    "language, typed_in",
    [
        ("nl", "nl"),
        ("nl", "en"),
        ("en", "nl"),
        # The names of a report in English are accepted by the same code as those of one in Dutch.
        pytest.param("en", "en", marks=pytest.mark.slow),
    ],
)
@pytest.mark.parametrize("name", RECORDS)
def test_every_printed_name_of_a_document_is_accepted(
    name: str, language: Language, typed_in: Language, read: dict[str, PolicyRecord]
) -> None:
    """Or refused, where several documents are printed so, with all of them named."""
    record, seen, refused = read[name], set(), 0
    for text, id in names_of(record, language):
        if (text, id) in seen or "\n" in text or text in NO_DOCUMENT:
            continue
        seen.add((text, id))
        plan = entered(record, typed_in, evidence="none_found", document=text)
        if plan.refusals:
            (refusal,) = plan.refusals
            assert "may be any of" in refusal.message, text
            assert id in (refusal.hint or "")
            refused += 1
        elif id:
            assert plan.edits[0].entered.document == id, text
    assert len(seen) > 30
    assert refused * 10 < len(seen)


def of_two_letters() -> PolicyRecord:
    """The small record with a letter and a report of December 2010, and a list of questions."""
    small = small_record()
    day = dt.date(2010, 12, 14)
    more = [
        Document(id="second", kind=DocumentKind.LETTER, date=day),
        Document(
            id="yearly",
            kind=DocumentKind.REPORT,
            date=day,
            title=LocalText(nl="Jaarbericht van de brandweer over 2010"),
        ),
        Document(id="asked-again", kind=DocumentKind.QUESTION, date=day),
    ]
    return attrs.evolve(small, documents=(*small.documents, *more))


@pytest.mark.parametrize(
    "text, id",
    [
        ("Brief van 14 december 2010", "second"),
        ("brief 14-12-2010, alinea 6", "second"),
        ("brief 14-12-2010", "second"),
        ("Letter of December 14, 2010", "second"),
        ("Zie de brief van 14 december 2010.", "second"),
        ("letter of 14 December 2010 (second), paragraph 2 (under “Ladders”)", "second"),
        ("Vragen van 14 december 2010", "asked-again"),
        ("het rapport van 14 december 2010", "yearly"),
        ("Jaarbericht van de brandweer", "yearly"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paper_is_known_by_kind_and_day_however_they_are_written(
    text: str, id: str, language: Language
) -> None:
    """In Dutch and English, with its paragraph or without."""
    plan = entered(of_two_letters(), language, evidence="none_found", document=text)
    assert plan.refusals == ()
    assert plan.edits[0].entered.document == id


@pytest.mark.parametrize("typed_in", LANGUAGES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", RECORDS)
def test_the_source_of_evidence_is_accepted_as_it_is_printed(
    read: dict[str, PolicyRecord], name: str, language: Language, typed_in: Language
) -> None:
    """The tracker's cell "Bron van het bewijs", and a note's source with its words."""
    record = read[name]
    context = ReadingContext(record, language, DAY)
    printed = [
        (row.evidence_source, row.progress.evidence_by)
        for row in statement_rows(context, record.statements)
    ]
    for text, update in printed:
        if text is None or update is None or update.document is None:
            continue
        document = record.document(update.document)
        words = update.quotes[0].quote if update.quotes else None
        forms = [text, text.replace("\n", ": ", 1)]
        if words is not None:
            forms.append(f"{capital(context.document(document.id))}, alinea 2: “{words}”")
        for form in forms if document.text is not None and words else forms[:1]:
            plan = entered(record, typed_in, evidence="none_found", document=form)
            assert plan.refusals == (), form
            assert plan.edits[0].entered.document == document.id


def test_words_after_a_document_are_its_quote() -> None:
    """What was copied whole needs no copying a second time."""
    small = small_record()
    words = small.statements[0].quotes[0].quote
    plan = entered(small, "nl", evidence="supports", document=f"letter\n“{words}”")
    assert plan.refusals == ()
    assert plan.edits[0].entered.quotes == (words,)


def test_other_words_after_a_document_are_refused() -> None:
    """They are not words of it."""
    plan = entered(
        of_two_letters(), "nl", evidence="none_found", document="letter\nwat niemand schreef"
    )
    (refusal,) = plan.refusals
    assert "is not a document of small" in refusal.message


def test_of_two_papers_of_one_name_both_are_named() -> None:
    """It cannot be said which is meant, and the refusal says how to."""
    record = of_two_letters()
    twin = attrs.evolve(record.document("second"), id="third")
    record = attrs.evolve(record, documents=(*record.documents, twin))
    plan = entered(record, "nl", evidence="none_found", document="Brief van 14 december 2010")
    (refusal,) = plan.refusals
    assert refusal.message.endswith("may be any of 2 documents.")
    assert refusal.hint == (
        "Type the id of the one that is meant: second (brief van 14 december 2010); third "
        "(brief van 14 december 2010)."
    )


@pytest.mark.parametrize(
    "text", ["Brief van 15 december 2010", "Brief", "Jaarb", "14 december 2010"]
)
def test_a_name_that_no_report_prints_is_refused(text: str) -> None:
    """Another day, a kind alone of which there are several, and half a word."""
    plan = entered(of_two_letters(), "nl", evidence="none_found", document=text)
    (refusal,) = plan.refusals
    assert "is not a document of small" in refusal.message
