"""The tracker: every entry has its row, in the order of reading, as of the day asked."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import attrs
import pytest

import ssrpolicy
from ssrpolicy.model import (
    Answer,
    Claim,
    Commitment,
    Course,
    Disposition,
    Document,
    DocumentKind,
    EditPart,
    EdtfDate,
    Firmness,
    Instrument,
    InstrumentKind,
    Language,
    LocalText,
    PaperNumber,
    Party,
    Passage,
    PolicyRecord,
    Position,
    Quantity,
    Relation,
    RelationKind,
    Request,
    Timeframe,
)
from ssrpolicy.views.shared import Summaries
from ssrpolicy.views.workbook.cells import Link, Value
from ssrpolicy.views.workbook.tables import Kind, Table
from ssrpolicy.views.workbook.tracker import Group, Tracker, tracker

TEXT = """Internationale coördinatie op SSR-gebied

Nederland volgt
dit nauwgezet en zal dit proces waar mogelijk, en bij voorkeur multila-
teraal, ondersteunen.

SSR-instrumenten

Tot dusver is dit fonds qua omvang adequaat
gebleken om gewenste activiteiten te kunnen financieren.
"""
AFRICAN_UNION = """Nederland volgt
dit nauwgezet en zal dit proces waar mogelijk, en bij voorkeur multila-
teraal, ondersteunen."""
FUND = "Tot dusver is dit fonds qua omvang adequaat gebleken"


def quoted(words: str, document: str = "letter") -> tuple[Passage, ...]:
    """One passage of a document."""
    return (Passage(document=document, quote=words),)


@pytest.fixture
def record() -> PolicyRecord:
    """A commitment and a claim of the letter, recorded against the order of reading."""
    return PolicyRecord(
        id="kst-32123-X-124",
        language="nl",
        source="letter",
        documents=(
            Document(
                id="letter",
                kind=DocumentKind.LETTER,
                number=PaperNumber.parse("kst-32123-X-124"),
                date=dt.date(2010, 4, 29),
                session_year="2009-2010",
                text=TEXT,
            ),
            Document(id="motion", kind=DocumentKind.MOTION),
        ),
        requests=(
            Request(
                id="intensify",
                document="motion",
                summary=LocalText(nl="Intensiveren"),
                quotes=quoted("de mogelijkheden om te intensiveren", "motion"),
            ),
            Request(id="report", document="motion", summary=LocalText(en="Report")),
        ),
        statements=(
            Claim(id="fund-adequate", summary=LocalText(nl="Fonds volstaat"), quotes=quoted(FUND)),
            Commitment(
                id="african-union",
                summary=LocalText(nl="De AU steunen", en="Support the AU"),
                quotes=quoted(AFRICAN_UNION),
                owners=("nl-bz", "unit"),
                firmness=Firmness.CONDITIONAL,
                course=Course.ONCE,
                cue="zal dit proces waar mogelijk",
                timeframe=Timeframe(phrase="voor de zomer", date=EdtfDate("2010-06-20")),
                relations=(
                    Relation(kind=RelationKind.REPEATS, target="kst-32123-X-80"),
                    Relation(kind=RelationKind.AMENDS, target="other#elsewhere"),
                ),
            ),
        ),
        dispositions=(
            Disposition(
                request="intensify",
                document="letter",
                answer=Answer.DECLINED,
                scope=LocalText(nl="in algemene zin"),
                because=("fund-adequate",),
                by=("african-union",),
            ),
            Disposition(request="intensify", document="letter", answer=Answer.CONDITIONAL),
        ),
        parties=(Party(id="unit", name=LocalText(nl="eenheid", en="unit")),),
    )


def tracked(
    *records: PolicyRecord, as_of: dt.date = dt.date(2010, 12, 31), language: Language = "nl"
) -> Tracker:
    """The tracker of records."""
    return tracker(records, as_of=as_of, language=language)


def row(table: Table, id: str) -> dict[str, Value]:
    """One row of a table by its id, by column key."""
    values = table.rows[table.ids.index(id)]
    return {column.key: value for column, value in zip(table.columns, values, strict=True)}


AU = "kst-32123-X-124#african-union"


def test_the_tables_stand_in_their_order(record: PolicyRecord) -> None:
    """Commitments, requests, other statements, instruments, sources, history, code lists."""
    assert [table.key for table in tracked(record).tables] == [
        "commitments",
        "requests",
        "statements",
        "instruments",
        "sources",
        "history",
        "codes",
    ]


def test_row_ids_are_unique(record: PolicyRecord) -> None:
    """No table has one id for two rows, and each has one for every row."""
    for table in tracked(record).tables:
        assert len(set(table.ids)) == len(table.ids) == len(table.rows)
        assert all(len(values) == len(table.columns) for values in table.rows)


def test_a_quote_reads_on_one_line_with_its_place(record: PolicyRecord) -> None:
    """The publisher's line-end hyphens are gone, and heading and paragraph are named."""
    found = row(tracked(record).table("commitments"), AU)

    assert found["quote"] == (
        "Nederland volgt dit nauwgezet en zal dit proces waar mogelijk, en bij voorkeur "
        "multilateraal, ondersteunen."
    )
    assert found["document"] == (
        "Brief van 29 april 2010 (Kamerstukken II 2009/10, 32123-X, nr. 124)"
    )
    assert found["passage"] == "“Internationale coördinatie op SSR-gebied”, alinea 1"
    assert found["owners"] == "Ministerie van Buitenlandse Zaken\nEenheid"
    assert found["verified"] == "Ja"


def test_the_three_axes_stand_apart(record: PolicyRecord) -> None:
    """Said to be fulfilled, it is not shown; a term passed without either is overdue."""
    before = row(tracked(record).table("commitments"), AU)
    said = record.with_update(
        "african-union", date=dt.date(2010, 7, 1), by="nl-bz", claimed="fulfilled", note="Gedaan"
    )
    after = row(tracked(said).table("commitments"), AU)

    assert (before["schedule"], before["claimed"]) == ("Termijn verstreken", "Onbekend")
    assert before["days_late"] == (dt.date(2010, 12, 31) - dt.date(2010, 6, 20)).days
    assert (after["schedule"], after["claimed"], after["evidence"]) == (
        "Gemeld als voldaan, niet aangetoond",
        "Voldaan",
        "Niet beoordeeld",
    )
    assert after["claimed_by"] == "ministerie van Buitenlandse Zaken, 1 juli 2010"
    assert after["last_update"] == dt.date(2010, 7, 1)
    assert after["note"] == "Gedaan"


def test_a_move_keeps_the_first_term_in_sight(record: PolicyRecord) -> None:
    """After a postponement the first term and its date stand beside the latest."""
    moved = record.with_update(
        "african-union",
        date=dt.date(2010, 6, 1),
        by="nl-bz",
        timeframe=Timeframe(phrase="in het najaar", date=EdtfDate("2011-23")),
    )
    found = row(tracked(moved).table("commitments"), AU)

    assert found["first_term"] == "“voor de zomer” (20 juni 2010)"
    assert found["first_due"] == dt.date(2010, 6, 20)
    assert found["latest_term"] == "“in het najaar” (het najaar van 2011)"
    assert found["due"] == dt.date(2011, 11, 30)
    assert found["moves"] == 1
    assert found["moved_in"] == "Geen document"


def test_relations_are_named(record: PolicyRecord) -> None:
    """A paper is cited, and an entry of a record that is not there keeps its full id."""
    assert row(tracked(record).table("commitments"), AU)["relations"] == (
        "herhaalt Kamerstukken II, 32123-X, nr. 80\nwijzigt other#elsewhere"
    )


def test_each_answer_has_a_row(record: PolicyRecord) -> None:
    """A request with two answers has two rows; one without says that none is recorded."""
    requests = tracked(record).table("requests")

    assert requests.column("answer") == (
        "Afgewezen",
        "Onder voorwaarden",
        "(geen antwoord vastgelegd)",
    )
    assert requests.column("answer_number") == (1, 2, None)
    assert row(requests, "kst-32123-X-124#intensify/1")["scope"] == "in algemene zin"
    assert (
        row(requests, "kst-32123-X-124#intensify/1")["because"] == "Fonds volstaat [fund-adequate]"
    )


def test_a_contradicted_ground_is_shown_with_the_answer(record: PolicyRecord) -> None:
    """An answer that rests on a claim which evidence contradicts says so."""
    contradicted = record.with_update(
        "fund-adequate",
        date=dt.date(2010, 9, 1),
        by="Rekenkamer",
        evidence="contradicts",
        quotes=(FUND,),
    )
    requests = tracked(contradicted).table("requests")

    assert row(requests, "kst-32123-X-124#intensify/1")["contradicted"] == (
        "Fonds volstaat [fund-adequate]"
    )
    assert row(requests, "kst-32123-X-124#intensify/2")["contradicted"] is None


def test_an_unverified_quote_says_so(record: PolicyRecord) -> None:
    """A quote from a document without a text is marked, counted and said on the overview."""
    found = tracked(record)
    asked = row(found.table("requests"), "kst-32123-X-124#intensify/1")
    notes = {fact.key: fact.value for fact in found.facts}

    assert asked["request_quote"] == "de mogelijkheden om te intensiveren [niet geverifieerd]"
    assert asked["verified"] == "Nee"
    assert str(notes["unverified"]).startswith("1 citaat is niet geverifieerd")


def test_a_missing_summary_falls_back_and_says_so(record: PolicyRecord) -> None:
    """A summary in the other language is marked with it, and the overview says so once."""
    found = tracked(record)

    assert found.table("requests").column("request")[-1] == "[Engels] Report"
    assert [fact.key for fact in found.facts].count("fallback") == 1


def test_later_updates_are_left_out_and_counted(record: PolicyRecord) -> None:
    """What happened after the day is in no row; the overview says how much that is."""
    later = record.with_update(
        "african-union", date=dt.date(2011, 1, 1), by="nl-bz", claimed="open"
    )
    found = tracked(later)

    assert found.table("history").rows == ()
    assert {fact.key: fact.value for fact in found.facts}["later"] == (
        "1 bericht van na deze datum is buiten beschouwing gelaten."
    )


def test_history_has_one_row_an_update_by_date(record: PolicyRecord) -> None:
    """Updates follow one another by date, with who said what of which statement."""
    told = record.with_update(
        "fund-adequate", date=dt.date(2010, 9, 1), by="Rekenkamer", note="Onderzoek begonnen"
    ).with_update("african-union", date=dt.date(2010, 5, 1), by="nl-bz", claimed="in_progress")
    history = tracked(told).table("history")

    assert history.column("date") == (dt.date(2010, 5, 1), dt.date(2010, 9, 1))
    assert history.column("axis") == ("Gemelde status", "Opmerking")
    assert history.column("value") == ("In uitvoering", None)


def test_entries_come_in_the_order_of_reading(record: PolicyRecord) -> None:
    """Statements follow the letter, not the record's file."""
    first, second = record.statements
    both = attrs.evolve(
        record,
        statements=(
            first,
            second,
            attrs.evolve(first, id="earlier", quotes=quoted("Nederland volgt")),
        ),
    )

    assert tracked(both).table("statements").ids == (
        "kst-32123-X-124#earlier",
        "kst-32123-X-124#fund-adequate",
    )


def test_the_overview_counts_by_status_owner_and_place(record: PolicyRecord) -> None:
    """Commitments are counted, and no other statements; a status that none has is left out."""
    found = tracked(record)

    assert row(found.table("claimed"), "unknown")["overview.commitments"] == 1
    assert found.table("claimed").ids == ("unknown",)
    assert found.table("owners").column("field.owners") == (
        "Eenheid",
        "Ministerie van Buitenlandse Zaken",
    )
    assert found.table("places").column("field.places") == ("(geen land of gebied genoemd)",)
    assert found.table("overdue").ids == (AU,)
    assert found.table("due_soon").rows[0][0] == "geen"


def test_a_source_leads_to_its_public_page(record: PolicyRecord) -> None:
    """A paper's address is a link, and a document without one has none."""
    address = "https://zoek.officielebekendmakingen.nl/kst-32123-X-124.html"

    assert tracked(record).table("sources").column("address") == (Link(address, address), None)


def test_a_closed_column_holds_its_choices_only(record: PolicyRecord) -> None:
    """Every value in a column of a closed vocabulary is one of its choices."""
    for language in ("nl", "en"):
        for table in tracked(record, language=language).tables:
            for column in table.columns:
                if column.kind is Kind.CHOICE and column.key != "answer":
                    allowed = {choice.label for choice in column.choices} | {None}
                    assert set(table.column(column.key)) <= allowed


def test_a_tracker_of_nothing_is_refused() -> None:
    """There is no tracker without a record."""
    with pytest.raises(ValueError, match="No record was given to show"):
        tracked()


def test_what_to_read_first_and_to_fill_in_stands_together(record: PolicyRecord) -> None:
    """Both tables of statements begin with the same columns; of nine, a word says what to type."""
    found = tracked(record)

    for key in ("commitments", "statements"):
        columns = found.table(key).columns
        main = [column.key for column in columns if column.main and column.key != "kind"]
        assert main == [
            "id",
            "summary",
            "schedule",
            "due",
            "owners",
            "claimed",
            "note",
            "noted_by",
            "evidence",
        ]
        assert [column.main for column in columns] == sorted(
            (c.main for c in columns), reverse=True
        )
        assert sorted(column.edits for column in columns if column.edits) == sorted(EditPart)
        assert all(column.hint for column in columns if column.editable)


def test_what_becomes_an_update_of_its_own_is_exported_empty(record: PolicyRecord) -> None:
    """A new term and what evidence rests on are empty, whatever was said before."""
    shown = record.with_update(
        "african-union", date=dt.date(2010, 9, 1), by="nl-bz", evidence="supports", quotes=(FUND,)
    )
    found = row(tracked(shown).table("commitments"), AU)

    assert found["evidence"] == "Bevestigd"
    for key in ("new_term", "new_due", "term_reason", "evidence_document", "evidence_quote"):
        assert found[key] is None


def test_the_reason_of_a_term_is_no_note(record: PolicyRecord) -> None:
    """Why a term was moved stands beside the term; the note stays as it was."""
    moved = record.with_update(
        "african-union", date=dt.date(2010, 5, 1), by="nl-bz", note="Gestart"
    ).with_update(
        "african-union",
        date=dt.date(2010, 6, 1),
        by="nl-bz",
        timeframe=Timeframe(phrase="in het najaar", date=EdtfDate("2011-23")),
        note="De Unie vroeg om uitstel",
    )
    found = row(tracked(moved).table("commitments"), AU)

    assert found["note"] == "Gestart"
    assert found["move_reason"] == "De Unie vroeg om uitstel"


@pytest.mark.parametrize("group, key", [("claimed", "claimed"), ("owner", "owners")])
def test_a_group_puts_its_column_beside_the_id(
    record: PolicyRecord, group: Group, key: str
) -> None:
    """Tables that have the column begin with it behind the id; the others stay as they are."""
    made = tracker([record], as_of=dt.date(2010, 12, 31), language="nl", group=group)
    plain = tracked(record)

    assert made.table("statements").columns[1].key == key
    assert sorted(made.table("statements").ids) == sorted(plain.table("statements").ids)
    assert made.table("sources") == plain.table("sources")


def test_rows_without_a_value_are_the_last_group(record: PolicyRecord) -> None:
    """Within a group the order of reading stays, and what has no owner comes last."""
    first = record.statements[0]
    others = tuple(
        attrs.evolve(first, id=id, owners=owners)
        for id, owners in [("b", ("unit",)), ("a", ("unit",)), ("c", ("nl-bz",))]
    )
    more = attrs.evolve(record, statements=(*record.statements, *others))
    made = tracker([more], as_of=dt.date(2010, 12, 31), language="nl", group="owner")

    assert [id.partition("#")[2] for id in made.table("statements").ids] == [
        "b",
        "a",
        "c",
        "fund-adequate",
    ]


@pytest.mark.parametrize(
    "summaries, shown",
    [
        ("report", "De AU steunen"),
        ("nl", "De AU steunen"),
        ("en", "Support the AU"),
        ("both", "De AU steunen\n[Engels] Support the AU"),
    ],
)
def test_summaries_can_be_in_another_language(
    record: PolicyRecord, summaries: Summaries, shown: str
) -> None:
    """The record's own texts come in the language asked, or in both, the report's first."""
    made = tracker([record], as_of=dt.date(2010, 12, 31), language="nl", summaries=summaries)

    assert row(made.table("commitments"), AU)["summary"] == shown


def test_bounds_are_numbers_of_the_first_quantity(record: PolicyRecord) -> None:
    """An instrument sorts by its bounds; that there are more quantities is said in a number."""
    quantities = (
        Quantity(at_most=Decimal(100), unit="person", per="year"),
        Quantity(exactly=Decimal(153), unit="person"),
    )
    pool = Instrument(
        id="pool",
        kind=InstrumentKind.PERSONNEL_POOL,
        name=LocalText(nl="Pool"),
        quantities=quantities,
        quotes=quoted(FUND),
    )
    found = row(
        tracked(attrs.evolve(record, instruments=(pool,))).table("instruments"),
        "kst-32123-X-124#pool",
    )

    assert (found["at_most"], found["exactly"], found["at_least"]) == (Decimal(100), None, None)
    assert (found["unit"], found["per"], found["more_quantities"]) == ("persoon", "jaar", 1)
    assert found["capacity"] == "ten hoogste 100 personen per jaar\n153 personen"


def test_whoever_fills_a_cell_has_a_capital(fixtures: Path) -> None:
    """Who reports and who is written to begin their cells, and so with a capital."""
    invented = ssrpolicy.load(fixtures / "records" / "lagemeer-2031-7")
    made = tracker([invented], as_of=dt.date(2034, 4, 15), language="nl")
    cells = (*made.table("history").column("said_by"), *made.table("sources").column("addressee"))
    named = [str(cell) for cell in cells if cell is not None]

    assert "Ministerie van Buitenlandse Betrekkingen van Lagemeer" in named
    assert "Regering van Lagemeer" in named
    assert [name for name in named if not name[0].isupper()] == []


def test_a_note_says_of_when_and_whose_it_is(record: PolicyRecord) -> None:
    """A note that is older than the status next to it cannot be taken for its reason."""
    told = record.with_update(
        "african-union", date=dt.date(2010, 5, 1), by="nl-bz", note="Nog in overleg"
    ).with_update("african-union", date=dt.date(2010, 9, 1), by="nl-bz", claimed="fulfilled")
    found = row(tracked(told).table("commitments"), AU)

    assert (found["claimed"], found["note"]) == ("Voldaan", "Nog in overleg")
    assert found["noted_by"] == "1-5-2010\nMinisterie van Buitenlandse Zaken"


def test_a_position_has_a_status_only_where_somebody_gave_it_one(record: PolicyRecord) -> None:
    """Nothing can come of what a government thinks; what was said of it all the same is shown."""
    first = record.statements[0]
    position = Position(id="own-view", summary=first.summary, quotes=first.quotes)
    with_view = attrs.evolve(record, statements=(*record.statements, position))
    told = with_view.with_update("own-view", date=dt.date(2010, 9, 1), by="nl-bz", claimed="open")
    id = "kst-32123-X-124#own-view"
    before, after = (row(tracked(each).table("statements"), id) for each in (with_view, told))

    assert (before["claimed"], before["evidence"], before["schedule"]) == (None, None, None)
    assert (after["claimed"], after["evidence"]) == ("Nog niet begonnen", None)
    claim = row(tracked(record).table("statements"), "kst-32123-X-124#fund-adequate")
    assert (claim["claimed"], claim["evidence"]) == ("Onbekend", "Niet beoordeeld")


def test_each_owner_is_reminded_of_what_is_overdue(record: PolicyRecord) -> None:
    """A row for each owner of each commitment whose term has passed, and for no other."""
    days = (dt.date(2010, 12, 31), dt.date(2010, 6, 1))
    reminders, before = (
        tracker([record], as_of=day, language="nl", per_owner=True).table("reminders")
        for day in days
    )

    assert reminders.column("owner") == ("Eenheid", "Ministerie van Buitenlandse Zaken")
    assert set(reminders.column("id")) == {AU}
    assert set(reminders.column("days_late")) == {
        (dt.date(2010, 12, 31) - dt.date(2010, 6, 20)).days
    }
    assert before.rows == ()


def test_tables_of_each_owner_come_on_request(record: PolicyRecord) -> None:
    """A commitment of two owners stands in the tables of both, with all its columns."""
    made = tracker([record], as_of=dt.date(2010, 12, 31), language="nl", per_owner=True)
    own = [table for table in made.tables if table.key.startswith("commitments/")]

    assert [table.title for table in own] == ["Eenheid", "Ministerie van Buitenlandse Zaken"]
    assert [table.rows for table in own] == [made.table("commitments").rows] * 2
    assert {table.columns for table in own} == {made.table("commitments").columns}


def test_a_table_gives_a_dict_a_row(letter: Path) -> None:
    """Rows come with the keys of the columns, in their order, for whatever takes rows."""
    for table in tracker(ssrpolicy.load(letter), as_of=dt.date(2010, 12, 31), language="en").tables:
        rows = table.to_dicts()

        assert [row[table.columns[0].key] for row in rows] == [row[0] for row in table.rows]
        assert {tuple(row) for row in rows} <= {tuple(column.key for column in table.columns)}
        assert [tuple(row.values()) for row in rows] == list(table.rows)


def test_a_quarter_in_which_very_many_terms_end_names_the_first(record: PolicyRecord) -> None:
    """However many commitments end in one quarter, a cell can hold what it says of them."""
    promise = record.commitments[0]
    term = ssrpolicy.Timeframe(phrase="dan", date=ssrpolicy.EdtfDate("2010-12-01"))
    many = tuple(attrs.evolve(promise, id=f"promise-{n}", timeframe=term) for n in range(4_000))
    record = attrs.evolve(record, statements=(*record.statements, *many))
    made = tracker(record, as_of=dt.date(2010, 12, 31), language="nl")
    ending = [str(each) for each in made.table("quarters").column("overview.ending")]
    (named,) = [text for text in ending if text.endswith("\n… (+3988)")]

    assert len(named) < 1_300


def test_what_ends_in_a_quarter_is_named_by_what_it_says(record: PolicyRecord) -> None:
    """A reader knows no ids: each commitment is a line of its summary, cut after a whole word."""
    promise = record.commitments[0]
    term = ssrpolicy.Timeframe(phrase="dan", date=ssrpolicy.EdtfDate("2010-12-01"))
    long = ssrpolicy.LocalText(
        nl="De minister stuurt de Kamer elk jaar uiterlijk op 1 december een overzicht van wat is "
        "uitgegeven (en ontvangen), en een toelichting."
    )
    dated = attrs.evolve(promise, id="dated", timeframe=term, summary=long)
    record = attrs.evolve(record, statements=(*record.statements, dated))
    made = tracker(record, as_of=dt.date(2010, 12, 31), language="nl")
    ending = "\n".join(str(each) for each in made.table("quarters").column("overview.ending"))

    shown = "De minister stuurt de Kamer elk jaar uiterlijk op 1 december een overzicht…"
    assert shown in ending.splitlines()
    assert "dated" not in ending
