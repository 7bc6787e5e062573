"""What a tracker says of each statement: place, axes, moves, answers and history."""

import datetime as dt
from decimal import Decimal

import attrs

from ssrpolicy.model import (
    EdtfDate,
    Instrument,
    InstrumentKind,
    LocalText,
    PolicyRecord,
    Quantity,
    Timeframe,
)
from ssrpolicy.views.workbook.cells import Link
from views.tracker.tracked import quoted, row, tracked

FUND = "Tot dusver is dit fonds qua omvang adequaat gebleken"
AU = "kst-32123-X-124#african-union"


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
    """After a postponement the first term and its date stand next to the latest."""
    moved = record.with_update(
        "african-union",
        date=dt.date(2010, 6, 1),
        by="nl-bz",
        timeframe=Timeframe(phrase="in het najaar", date=EdtfDate("2011-23")),
    )
    found = row(tracked(moved).table("commitments"), AU)

    assert found["first_term"] == "“voor de zomer” (20 juni 2010)"
    assert found["first_due"] == dt.date(2010, 6, 20)
    assert found["latest_term"] == "in het najaar (het najaar van 2011)"
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


def test_a_source_leads_to_its_public_page(record: PolicyRecord) -> None:
    """A paper's address is a link, and a document without one has none."""
    address = "https://zoek.officielebekendmakingen.nl/kst-32123-X-124.html"

    assert tracked(record).table("sources").column("address") == (Link(address, address), None)


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
