"""What a report prints, a tracker accepts: documents, parties, statuses, dates, terms, quotes."""

import datetime as dt
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ssrpolicy
from ssrpolicy import (
    Answer,
    ClaimedStatus,
    Disposition,
    Document,
    DocumentKind,
    EvidenceStatus,
    Language,
    LocalText,
    Party,
    PolicyRecord,
    Request,
)
from ssrpolicy.merging import Plan, RecordFile, plan_edits
from ssrpolicy.model import LANGUAGES, EditPart, terms
from ssrpolicy.reporting import Baseline, EditedCell, Edits, Entered, Report, baseline
from ssrpolicy.testing import small_record
from ssrpolicy.views import Note, annex, changes, dossier, label, reading_page, tracker
from ssrpolicy.views.language import capital, edtf_words, long_date
from ssrpolicy.views.notes.citations import cited, the_document
from ssrpolicy.views.notes.frame import parts_of
from ssrpolicy.views.shared import ReadingContext
from ssrpolicy.views.workbook.statements import statement_rows

DAY = dt.date(2034, 4, 15)
NO_DOCUMENT = ("Geen document", "No document")
RECORDS = ("kst-32123-X-124", "lagemeer-2031-7")


@pytest.fixture(scope="module")
def read(fixtures: Path) -> dict[str, PolicyRecord]:
    """The two records of the fixtures, by their ids."""
    return {name: ssrpolicy.load(fixtures / "records" / name) for name in RECORDS}


@cache
def exported(record: PolicyRecord, language: Language) -> Baseline:
    """What a tracker says of itself; made once, for records do not change."""
    return baseline(Report(records=(record,), as_of=DAY, language=language))


def entered(
    record: PolicyRecord, language: Language, statement: str | None = None, /, **values: Entered
) -> Plan:
    """The plan of a merge of cells of one statement, the first commitment if none is named."""
    item = record.full_id(statement or record.commitments[0].id)
    cells = [
        EditedCell(item=item, part=EditPart(part), value=value, place=part)
        for part, value in values.items()
    ]
    return plan_edits(
        Edits(baseline=exported(record, language), cells=tuple(cells)),
        [RecordFile(record=record, file=Path("record.toml"))],
        tracker="tracker",
        date=DAY,
        by="Jan",
        judged_by=(),
    )


# -- documents -------------------------------------------------------------------------------------


def names_of(record: PolicyRecord, language: Language) -> Iterator[tuple[str, str]]:
    """What every report prints of each document, with the document's id."""
    context = ReadingContext(record, language, DAY)
    for document in record.documents:
        id = document.id
        yield from ((id, id), (record.full_id(id), id), (context.document(id), id))
        yield from ((capital(context.document(id)), id), (cited(context, id), id))
        for in_full in (True, False):
            yield the_document(context, id, in_full=in_full), id
        for text in (document.register_number, document.address, document.number):
            yield from [(str(text), id)] if text is not None else []
        if document.title is not None:
            yield context.name(document.title), id
    yield from sources_of(record, language)
    yield from page_names_of(record, language)


def sources_of(record: PolicyRecord, language: Language) -> Iterator[tuple[str, str]]:
    """The papers of the lists of sources, in whole and in short, with the paragraph."""
    for note in notes(record, language):
        for source in note.sources:
            id = source.full_id.partition("#")[2]
            yield from ((source.paper, id), (source.paper.partition(" (")[0], id))
            yield from [(f"{source.paper}, {source.place}", id)] if source.place else []


def page_names_of(record: PolicyRecord, language: Language) -> Iterator[tuple[str, str]]:
    """The documents of the page's entries, and those in the cells of the tracker."""
    (page,) = reading_page([record], as_of=DAY, language=language).records()
    for entry in (*page.requests, *page.statements, *page.instruments):
        for quote in entry.quotes:
            yield quote.name, quote.document
        for detail in entry.details:
            if detail.key.endswith("_in"):
                yield from ((each.text, each.entry) for each in detail.values if each.entry)
    for table in tracker([record], as_of=DAY, language=language).tables:
        for key in ("document", "asked_in", "answered_in", "moved_in"):
            if any(column.key == key for column in table.columns):
                yield from ((str(cell), "") for cell in table.column(key) if cell)


def notes(record: PolicyRecord, language: Language) -> Iterator[Note]:
    """The notes of a record."""
    yield dossier([record], as_of=DAY, language=language)
    yield annex([record], as_of=DAY, language=language)
    yield changes([record], since=dt.date(2009, 1, 1), as_of=DAY, language=language)


@pytest.mark.heavy
@pytest.mark.parametrize("typed_in", LANGUAGES)
@pytest.mark.parametrize("language", LANGUAGES)
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


WORDS = ("vragen", "vraag", "brief", "motie", "letter-2", "beantwoording", "besluit")
NAMES = (None, None, "Vragen", "Brief", "Besluit", "letter-2", "2010Z00001", "Vraag over de haven")


@st.composite
def papers_alike(draw: st.DrawFn) -> PolicyRecord:
    """Records of papers without day or number, with ids and titles that read like kinds."""
    small = small_record()
    ids = draw(st.lists(st.sampled_from(WORDS), min_size=2, max_size=4, unique=True))
    kinds = st.sampled_from((DocumentKind.QUESTION, *DocumentKind))
    days = st.sampled_from((None, None, dt.date(2010, 5, 3)))
    more = []
    for id in ids:
        title = draw(st.sampled_from(NAMES))
        more.append(
            Document(
                id=id,
                kind=draw(kinds),
                date=draw(days),
                title=None if title is None else LocalText(nl=title),
                reference=draw(st.sampled_from((None, None, "vragen", "2010Z00001"))),
            )
        )
    asked = [
        Request(id=f"asked-{id}-{n}", document=id, summary=LocalText(nl="Vraag."), implied=True)
        for id in ids
        for n in range(draw(st.integers(0, 2)))
    ]
    answered = [
        Disposition(
            request=request.id, document=draw(st.sampled_from(ids)), answer=Answer.ANSWERED_HERE
        )
        for request in asked
        if draw(st.booleans())
    ]
    return attrs.evolve(
        small,
        documents=(*small.documents, *more),
        requests=(*small.requests, *asked),
        dispositions=(*small.dispositions, *answered),
    )


@pytest.mark.slow
@pytest.mark.heavy
@given(papers_alike(), st.sampled_from(LANGUAGES))
@settings(max_examples=25)
def test_the_printed_name_of_a_paper_never_means_another_one(
    record: PolicyRecord, language: Language
) -> None:
    """Not where it is the id, the title or the reference of that one: then both are named."""
    for text, id in dict.fromkeys(names_of(record, language)):
        if not id or "\n" in text:
            continue
        plan = entered(record, "nl", evidence="none_found", document=text)
        if plan.refusals:
            (refusal,) = plan.refusals
            assert "may be any of" in refusal.message, text
            assert id in (refusal.hint or ""), text
        else:
            assert plan.edits[0].entered.document == id, text


def test_a_name_that_is_the_id_of_another_paper_is_told_apart_by_the_full_id() -> None:
    """The id alone would be the same words again."""
    small = small_record()
    more = [
        Document(id="brief", kind=DocumentKind.REPORT, title=LocalText(nl="Verslag")),
        Document(id="later", kind=DocumentKind.LETTER),
    ]
    record = attrs.evolve(small, documents=(*small.documents, *more))
    (refusal,) = entered(record, "nl", evidence="none_found", document="Brief").refusals
    assert refusal.hint == (
        "Type the id of the one that is meant: small#brief (rapport); small#later (brief)."
    )
    plan = entered(record, "nl", evidence="none_found", document="small#brief")
    assert [edit.entered.document for edit in plan.edits] == ["brief"]


@pytest.mark.parametrize(
    "text", ["Brief van 15 december 2010", "Brief", "Jaarb", "14 december 2010"]
)
def test_a_name_that_no_report_prints_is_refused(text: str) -> None:
    """Another day, a kind alone of which there are several, and half a word."""
    plan = entered(of_two_letters(), "nl", evidence="none_found", document=text)
    (refusal,) = plan.refusals
    assert "is not a document of small" in refusal.message


# -- parties ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed_in", LANGUAGES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", RECORDS)
def test_every_printed_name_of_a_party_is_accepted(
    name: str, language: Language, typed_in: Language, read: dict[str, PolicyRecord]
) -> None:
    """With its article, with its abbreviation, alone and in a list."""
    record = read[name]
    (part,) = parts_of([record], as_of=DAY, language=language)
    used = {
        *(id for s in record.statements for id in (*s.owners, *s.partners)),
        *(id for d in record.documents for id in d.authors),
        *(party.id for party in record.parties),
    }
    for id in sorted(used):
        aliases = next((p.aliases for p in record.parties if p.id == id), ())
        for text in (
            id,
            part.party(id),
            capital(part.party(id)),
            part.party_in_full(id),
            part.party_with_article(id),
            capital(part.party_with_article(id)),
            *aliases,
        ):
            plan = entered(record, typed_in, owners=text)
            assert plan.refusals == (), text
            assert [edit.entered.owners for edit in plan.edits] in ([(id,)], []), text
    both = tuple(sorted(used)[:2])
    for listed in (
        part.listing([part.party(id) for id in both]),
        part.names_with_articles(both),
        part.parties_in_full(both),
        part.owners(both),
    ):
        plan = entered(record, typed_in, owners=listed)
        assert plan.refusals == (), listed
        assert [set(edit.entered.owners) for edit in plan.edits] == [set(both)], listed


@pytest.mark.parametrize("language", LANGUAGES)
def test_members_that_are_drawn_together_are_told_apart(
    language: Language, read: dict[str, PolicyRecord]
) -> None:
    """As the annex names those who moved a motion: "de leden Peters en Knops"."""
    record = read["kst-32123-X-124"]
    (part,) = parts_of([record], as_of=DAY, language=language)
    movers = record.document("motion").authors
    plan = entered(record, "nl", owners=part.movers(movers))
    assert [edit.entered.owners for edit in plan.edits] == [movers]


def test_an_instrument_stands_for_the_party_that_it_is(read: dict[str, PolicyRecord]) -> None:
    """The Stability Fund, in either language."""
    for record in read.values():
        for instrument in record.instruments:
            if instrument.party is None:
                continue
            for language in LANGUAGES:
                plan = entered(record, language, owners=instrument.name.text(language))
                assert plan.refusals == ()
                found = [edit.entered.owners for edit in plan.edits]
                assert found in ([(instrument.party,)], [])


def test_of_two_parties_of_one_name_both_are_named() -> None:
    """It cannot be said which is meant."""
    small = small_record()
    twins = [Party(id=id, name=LocalText(nl="Raad van Vuur")) for id in ("raad-a", "raad-b")]
    record = attrs.evolve(small, parties=(*small.parties, *twins))
    (refusal,) = entered(record, "nl", owners="de Raad van Vuur").refusals
    assert refusal.hint == "Type the id of the one that is meant: raad-a, raad-b."


def test_the_record_s_own_parties_come_first_where_a_name_is_unknown(
    read: dict[str, PolicyRecord],
) -> None:
    """There are many ministries in the built-in list, and some are like anything."""
    (refusal,) = entered(read["lagemeer-2031-7"], "nl", owners="Ministerie van Kustwach").refusals
    assert (refusal.hint or "").startswith("Did you mean Ministerie van Kustwacht van Lagemeer")


# -- nobody, and emptied cells ---------------------------------------------------------------------


@pytest.mark.parametrize("text", ["niemand", "Nobody", "-", "geen", "none", "Niet genoemd"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_that_nobody_is_responsible_is_entered_in_words(text: str, language: Language) -> None:
    """As reports print it."""
    record = small_record()
    assert [e.entered.owners for e in entered(record, language, owners=text).edits] == [()]


def test_an_emptied_owner_is_asked_about() -> None:
    """It says as little as an emptied status."""
    (refusal,) = entered(small_record(), "nl", owners=None).refusals
    assert refusal.message.endswith("It was emptied, and who is responsible does not end by that.")
    assert refusal.hint == "Put the names back; or type niemand if nobody is responsible any more."


# -- statuses --------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed_in", LANGUAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_printed_status_is_accepted(language: Language, typed_in: Language) -> None:
    """As a label, as the overview of changes says it, and by its key."""
    record = small_record()
    for claimed in ClaimedStatus:
        words = label(claimed, language)
        said = label("changes.claimed_first", language, now=words)
        for text in (words, capital(words), words.upper(), said, claimed.value):
            plan = entered(record, typed_in, claimed=text)
            assert plan.refusals == (), text
            assert [e.entered.claimed for e in plan.edits] in ([claimed], []), text
    for evidence in (EvidenceStatus.NONE_FOUND, EvidenceStatus.NOT_ASSESSED):
        words = label(evidence, language)
        for printed in (words, label("changes.evidence_first", language, now=words)):
            plan = entered(record, typed_in, evidence=printed)
            assert [e.entered.evidence for e in plan.edits] in ([evidence], []), text


@pytest.mark.parametrize(
    "text, claimed",
    [
        ("Afgedaan", "fulfilled"),
        ("nagekomen", "fulfilled"),
        ("Nog niet begonnen", "open"),
        ("Openstaand", "open"),
        ("vervallen", "not_pursued"),
        ("under way", "in_progress"),
        ("handed over", "transferred"),
    ],
)
def test_other_words_in_use_stand_for_a_status(text: str, claimed: str) -> None:
    """Those of the annex and of the House's register."""
    plan = entered(small_record(), "nl", claimed=text)
    assert [e.entered.claimed for e in plan.edits] in ([ClaimedStatus(claimed)], [])
    assert plan.refusals == ()


@pytest.mark.parametrize(
    "text, named",
    [
        ("Afgehandeld", "Voldaan, Niet voortgezet, Overgedragen"),
        ("in hand", "Onbekend, Nog niet begonnen, In uitvoering, Deels voldaan"),
    ],
)
def test_a_word_for_several_statuses_is_refused_with_all_of_them(text: str, named: str) -> None:
    """The annex calls three of them closed."""
    (refusal,) = entered(small_record(), "nl", claimed=text).refusals
    assert refusal.hint == f"Choose the one that is meant: {named}."


# -- dates and terms -------------------------------------------------------------------------------


@pytest.mark.parametrize("typed_in", LANGUAGES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", RECORDS)
def test_every_printed_date_and_term_is_accepted(
    name: str, language: Language, typed_in: Language, read: dict[str, PolicyRecord]
) -> None:
    """In the cell of a term's date and in that of its words, wherever a report prints it."""
    record, number = read[name], 0
    context = ReadingContext(record, language, DAY)
    (part,) = parts_of([record], as_of=DAY, language=language)
    for term, _, _ in terms(record):
        printed = context.term(term) or ""
        note = "".join(run.text for run in part.term_runs(attrs.evolve(term, after=None), "letter"))
        plan = entered(record, typed_in, term=printed)
        number += 1
        assert plan.refusals == () or "before the paper" in plan.refusals[0].message
        assert [e.entered.term for e in plan.edits] in ([term], []), printed
        if term.firmness is None:
            plan = entered(record, typed_in, term=note)
            found = [e.entered.term for e in plan.edits]
            assert [(t.phrase, t.date) for t in found if t] in ([(term.phrase, term.date)], [])
        if term.date is not None:
            for text in (edtf_words(term.date, language), term.date.text):
                plan = entered(record, typed_in, due=text)
                dates = [e.entered.term and e.entered.term.date for e in plan.edits]
                assert dates in ([term.date], []), text
    assert number


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text, date",
    [
        ("14 december 2010", "2010-12-14"),
        ("14-12-2010", "2010-12-14"),
        ("December 14, 2010", "2010-12-14"),
        ("14 December 2010", "2010-12-14"),
        ("in het tweede kwartaal van 2031", "2031-04/2031-06"),
        ("second quarter of 2031", "2031-04/2031-06"),
        ("2031-Q2", "2031-04/2031-06"),
        ("april 2031 tot en met juni 2031", "2031-04/2031-06"),
        ("het najaar van 2031", "2031-23"),
        ("autumn 2031", "2031-23"),
        ("de winter van 2031-2032", "2031-24"),
        ("winter 2031", "2031-24"),
    ],
)
def test_a_date_is_accepted_as_it_is_printed(text: str, date: str, language: Language) -> None:
    """Days, quarters and seasons, in either language."""
    plan = entered(small_record(), language, due=text)
    assert plan.refusals == ()
    (edit,) = plan.edits
    assert edit.entered.term is not None
    assert str(edit.entered.term.date) == date


def test_every_day_is_accepted_as_it_is_printed() -> None:
    """Both languages, the first and the last of each month."""
    for month in range(1, 13):
        for day in (1, 28):
            date = dt.date(2031, month, day)
            for language in LANGUAGES:
                (edit,) = entered(small_record(), "nl", due=long_date(date, language)).edits
                assert edit.entered.term is not None
                assert edit.entered.term.due == date


def test_day_comes_before_month_and_the_plan_says_which_day_was_read() -> None:
    """3 April, as on the command line; whoever meant 4 March sees it before anything is written."""
    (edit,) = entered(small_record(), "nl", due="03-04-2031").edits
    assert edit.entered.term is not None
    assert str(edit.entered.term.date) == "2031-04-03"
    assert "3 april 2031" in edit.wanted


@pytest.mark.parametrize(
    "words, date",
    [("derde kwartaal 2031", "2031-07/2031-09"), ("uiterlijk 1 mei 2031", "2031-05-01")],
)
def test_the_date_that_the_words_of_a_term_give_is_offered(words: str, date: str) -> None:
    """It is not filled in: who typed the words may have meant them alone."""
    plan = entered(small_record(), "nl", term=words)
    (edit,) = plan.edits
    assert edit.entered.term is not None
    assert edit.entered.term.date is None
    (remark,) = plan.remarks
    assert remark == (
        f"term: “{words}” is taken as words alone, without a date; to give the timeframe its end "
        f"too, type {date} under “Nieuwe termijn: datum”."
    )
    again = entered(small_record(), "nl", term=words, due=date)
    assert again.remarks == ()
    assert str(again.edits[0].entered.term and again.edits[0].entered.term.date) == date


@pytest.mark.parametrize("words", ["niet eerder dan 2031", "na september 2031", "op termijn"])
def test_no_end_is_offered_for_words_that_give_none(words: str) -> None:
    """What begins on a day and is open then has no end to type."""
    assert entered(small_record(), "nl", term=words).remarks == ()


# -- quotes ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", RECORDS)
def test_every_printed_quote_is_accepted(name: str, read: dict[str, PolicyRecord]) -> None:
    """In quotation marks, as a list of sources has it, and several on a line each."""
    record = read[name]
    rows = tracker([record], as_of=DAY, language="nl").table("commitments")
    printed = dict(zip(rows.ids, rows.column("quote"), strict=True))
    for statement in record.commitments:
        text = str(printed[record.full_id(statement.id)])
        if "[niet geverifieerd]" in text or len({q.document for q in statement.quotes}) > 1:
            continue
        forms = [text] if "\n" in text else [text, f"“{text}”", f"Brief, alinea 2: “{text}”."]
        for form in forms:
            plan = entered(
                record, "nl", evidence="supports", document=statement.document, quote=form
            )
            assert plan.refusals == (), form
