"""One cell of a tracker names several documents, as a report prints them: accepted, or refused."""

import datetime as dt
from pathlib import Path

import attrs
import pytest

from ssrpolicy import (
    Document,
    DocumentKind,
    EvidenceStatus,
    Language,
    LocalText,
    PolicyRecord,
    Update,
)
from ssrpolicy.merging import Plan, RecordFile, plan_edits
from ssrpolicy.merging.application import with_updates
from ssrpolicy.model import LANGUAGES, EditPart
from ssrpolicy.reporting import EditedCell, Edits, Entered, Report, baseline
from ssrpolicy.testing import small_record
from ssrpolicy.views.shared import ReadingContext
from ssrpolicy.views.workbook.statements import statement_rows
from tables import each_case

DAY = dt.date(2034, 4, 15)
LETTER = "De brandweer kreeg in 2010 twee ladderwagens. Zij staan in de haven."
REPORT = "De ladderwagens zijn in gebruik genomen. Zij staan in de haven."
FIRST, SECOND = "De brandweer kreeg in 2010 twee ladderwagens.", "zijn in gebruik genomen"


@pytest.fixture(scope="module")
def record() -> PolicyRecord:
    """The small record with a letter of December 2010 and a report of March 2011, with texts."""
    small = small_record()
    more = [
        Document(id="second", kind=DocumentKind.LETTER, date=dt.date(2010, 12, 14), text=LETTER),
        Document(id="third", kind=DocumentKind.LETTER, date=dt.date(2011, 3, 3), text=LETTER),
        Document(
            id="yearly",
            kind=DocumentKind.REPORT,
            date=dt.date(2011, 3, 3),
            title=LocalText(nl="Jaarbericht van politie en brandweer; deel 2"),
            text=REPORT,
        ),
    ]
    return attrs.evolve(small, documents=(*small.documents, *more))


def entered(record: PolicyRecord, language: Language = "nl", /, **values: Entered) -> Plan:
    """The plan of a merge of cells of the first commitment."""
    item = record.full_id(record.commitments[0].id)
    cells = [
        EditedCell(item=item, part=EditPart(part), value=value, place=part)
        for part, value in values.items()
    ]
    given = baseline(Report(records=(record,), as_of=DAY, language=language))
    return plan_edits(
        Edits(baseline=given, cells=tuple(cells)),
        [RecordFile(record=record, file=Path("record.toml"))],
        tracker="tracker",
        date=DAY,
        by="Jan",
        judged_by=(),
    )


def update_of(plan: Plan) -> Update:
    """The update that a plan of one edit appends."""
    (edit,) = plan.edits
    assert edit.update is not None
    return edit.update


BOTH = [
    "Brief van 14 december 2010; het rapport van 3 maart 2011",
    "Brief van 14 december 2010;\nRapport van 3 maart 2011",
    "Letter of 14 December 2010\r\nreport of March 3, 2011\r\n",
    "Kamerbrief van 14 december 2010; Jaarbericht van politie en brandweer",
    "brief 14-12-2010, alinea 1 en het rapport van 3 maart 2011, alinea 1",
    "second; alinea 1; yearly",
]


@each_case("language", LANGUAGES)
@each_case("text", BOTH)
def test_several_documents_are_accepted_with_words_of_each(
    record: PolicyRecord, text: str, language: Language
) -> None:
    """The update rests on the first, and each quote is of the document in which it stands."""
    plan = entered(
        record, language, evidence="supports", document=text, quote=f"{FIRST}\n“{SECOND}”"
    )
    assert plan.refusals == ()
    update = update_of(plan)
    assert update.document == "second"
    assert [(each.document, each.quote) for each in update.quotes] == [
        ("second", FIRST),
        ("yearly", SECOND),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_tracker_shows_of_several_documents_it_accepts(
    record: PolicyRecord, language: Language
) -> None:
    """The cell with the source of the evidence, copied whole, says what the record has."""
    plan = entered(
        record, evidence="supports", document="second; yearly", quote=f"{FIRST}\n{SECOND}"
    )
    known = with_updates(record, [update_of(plan)])
    (row,) = statement_rows(ReadingContext(known, language, DAY), known.commitments[:1])
    printed = row.evidence_source or ""
    assert printed.count("\n") == 3
    again = entered(known, language, evidence="supports", document=printed)
    assert again.refusals == ()
    assert [each.outcome.value for each in again.edits] == ["recorded"]
    assert again.edits[0].now.count("2010") == again.edits[0].now.count("2011") + 1


def test_a_source_with_its_words_on_each_line_is_accepted(record: PolicyRecord) -> None:
    """As a list of sources prints them."""
    text = f"Brief 14-12-2010, alinea 1: “{FIRST}”; rapport van 3 maart 2011: “{SECOND}”"
    plan = entered(record, evidence="supports", document=text)
    assert plan.refusals == ()
    update = update_of(plan)
    assert [each.document for each in update.quotes] == ["second", "yearly"]


def test_a_title_with_a_semicolon_is_one_document(record: PolicyRecord) -> None:
    """The whole is looked up before its parts."""
    text = "Jaarbericht van politie en brandweer; deel 2"
    plan = entered(record, evidence="supports", document=text, quote=SECOND)
    assert plan.refusals == ()
    assert plan.edits[0].entered.documents == ("yearly",)


@pytest.mark.parametrize(
    "text, quote, message",
    [
        (
            "Brief van 14 december 2010; Rapport van 4 maart 2011",
            FIRST,
            "“Rapport van 4 maart 2011” is not a document of small.",
        ),
        ("second; yearly", FIRST, "No words of yearly were entered."),
        (
            "second; yearly",
            f"{SECOND}\nZij staan in de haven.",
            "The words “Zij staan in de haven.” stand in second and yearly.",
        ),
        (
            "second; yearly",
            f"{FIRST}\nnergens te vinden",
            "The words “nergens te vinden” do not stand once in second or yearly.",
        ),
    ],
)
def test_a_part_that_cannot_be_merged_is_named(
    record: PolicyRecord, text: str, quote: str, message: str
) -> None:
    """The part alone, not the whole cell, with what works."""
    plan = entered(record, evidence="supports", document=text, quote=quote)
    (refusal,) = plan.refusals
    assert refusal.message.endswith(message)
    assert refusal.hint


def test_a_part_that_may_be_any_of_two_documents_is_named(record: PolicyRecord) -> None:
    """With the ids of both."""
    twin = attrs.evolve(record.document("second"), id="twin")
    twice = attrs.evolve(record, documents=(*record.documents, twin))
    text = "Rapport van 3 maart 2011; Brief van 14 december 2010"
    plan = entered(twice, evidence="supports", document=text, quote=SECOND)
    (refusal,) = plan.refusals
    assert refusal.message.endswith("“Brief van 14 december 2010” may be any of 2 documents.")
    assert "second (brief van 14 december 2010); twin" in (refusal.hint or "")


@pytest.mark.parametrize("sign", ["\n", "; "])
def test_without_words_an_update_rests_on_one_document(record: PolicyRecord, sign: str) -> None:
    """Of another one there is another update, and the refusal says how to add it."""
    text = sign.join(["Brief van 14 december 2010", "Rapport van 3 maart 2011"])
    plan = entered(record, evidence="none_found", document=text)
    (refusal,) = plan.refusals
    assert refusal.message.endswith(
        "second and yearly are several documents, and without words of each an update rests on one."
    )
    assert "Update(...)" in (refusal.hint or "")


def test_a_quote_of_another_document_is_another_standing(record: PolicyRecord) -> None:
    """The documents of quotes are part of where a statement stands, and are kept with it."""
    plan = entered(
        record, evidence="supports", document="second; yearly", quote=f"{FIRST}\n{SECOND}"
    )
    standing = plan.edits[0].entered
    assert standing.evidence is EvidenceStatus.SUPPORTS
    assert standing.documents == ("second", "yearly")
    assert type(standing).from_plain(standing.to_plain()) == standing
