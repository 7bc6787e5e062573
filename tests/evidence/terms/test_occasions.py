"""Terms by occasions, fixed days and seasons."""

import datetime as dt

import pytest

from ssrpolicy.evidence.terms import TermReading, read_term
from tables import each_case

PAPER = dt.date(2024, 3, 5)


@each_case(
    "phrase, date",
    [
        ("jaareinde 2026", "2026"),
        ("voor jaareinde 2026", "2026"),
        ("na jaareinde 2026", "2027/.."),
        ("by year-end 2026", "2026"),
        ("in the new year 2027", "2027"),
        ("before the new year 2027", "2026-12-31"),
        ("oud en nieuw 2026", "2026"),
        ("Pinksteren 2026", "2026"),
        ("voor kerst '26", "2026"),
        ("op 1 januari van het nieuwe jaar 2028", "2028-01-01"),
        ("op 1 januari van het nieuwe jaar", "2027-01-01"),
        ("voor het zomerreces, op 30 juni 2026", "2026-06-30"),
        ("after the recession, in the eastern provinces in 2027", "2027"),
        ("voor het kerstreces van 2026", "None"),
        ("in het nieuwe jaar", "None"),
        ("rond Pinksteren", "None"),
    ],
)
def test_an_occasion_with_its_year_or_next_to_a_day_has_a_date(phrase: str, date: str) -> None:
    """What lies in the year that is named is in that year; a word that only looks so is not one."""
    assert str(read_term(phrase, paper_date=dt.date(2026, 3, 10)).date) == date


@each_case(
    "phrase, date",
    [
        ("Vóór het commissiedebat van 21 mei 2026", "2026-05-20"),
        ("voor de Kamerbehandeling op donderdag 21 mei 2026", "2026-05-20"),
        ("vóór donderdag 21 mei 2026", "2026-05-20"),
        ("before the committee debate of 21 May 2026", "2026-05-20"),
        ("before the general consultation on Thursday 21 May", "2026-05-20"),
        ("na afloop van het commissiedebat van 21 mei 2026", "2026-05-22/.."),
        ("niet voor het commissiedebat van 21 mei 2026", "2026-05-21/.."),
        ("tijdens het commissiedebat van 21 mei 2026", "2026-05-21"),
        ("gepland voor de vergadering van 21 mei 2026", "2026-05-21"),
        ("voor de Kamer uiterlijk op 21 mei 2026", "2026-05-21"),
    ],
)
def test_before_an_event_that_has_its_day_is_the_day_before(phrase: str, date: str) -> None:
    """The event and the day of the week stand between the word and the day that it bounds."""
    assert str(read_term(phrase, paper_date=dt.date(2026, 3, 10)).date) == date


@each_case(
    "phrase, date",
    [
        ("op Prinsjesdag 2026", "2026-09-15"),
        ("met Prinsjesdag", "2024-09-17"),
        ("voor Prinsjesdag", "2024-09-16"),
        ("uiterlijk Prinsjesdag 2027", "2027-09-21"),
        ("rond Prinsjesdag", "2024-09-17~"),
        ("na Prinsjesdag", "2024-09-18/.."),
        ("op Prinsjesdag van volgend jaar", "2025-09-16"),
        ("komende Prinsjesdag", "2024-09-17"),
        ("twee weken na Prinsjesdag", "2024-10-01"),
        ("op Verantwoordingsdag", "2024-05-15"),
        ("voor Verantwoordingsdag 2026", "2026-05-19"),
    ],
)
def test_a_day_that_law_fixes_has_its_date(phrase: str, date: str) -> None:
    """The third Tuesday of September, and the third Wednesday of May, counted from the paper."""
    assert str(read_term(phrase, paper_date=PAPER).date) == date


@pytest.mark.parametrize("phrase", ["met Prinsjesdag", "aanstaande vrijdag"])
def test_a_day_that_no_calendar_has_is_not_given(phrase: str) -> None:
    """After the last day of the last year nothing comes."""
    assert read_term(phrase, paper_date=dt.date.max) == TermReading()


@each_case("phrase", ["voor Prinsjesdag", "aanstaande vrijdag", "eind van de maand"])
def test_a_day_without_a_year_has_no_date_in_a_paper_without_one(phrase: str) -> None:
    """Nothing places it."""
    assert read_term(phrase) == TermReading()


@each_case(
    "phrase, day, date",
    [
        ("komend voorjaar", "2024-03-05", "2024-21"),
        ("komend voorjaar", "2024-04-05", "None"),
        ("komend voorjaar", "2024-05-12", "2025-21"),
        ("komend voorjaar", "2024-06-05", "2025-21"),
        ("the coming spring", "2024-05-12", "2025-21"),
        ("komende zomer", "2024-06-20", "2024-22"),
        ("komende winter", "2024-01-20", "2024-24"),
    ],
)
def test_a_season_to_come_that_has_long_begun_is_the_next(phrase: str, day: str, date: str) -> None:
    """At its beginning it is meant itself; between the two nobody can tell."""
    assert str(read_term(phrase, paper_date=dt.date.fromisoformat(day)).date) == date


@each_case(
    "phrase",
    [
        "het komende jaar",
        "in het komende jaar",
        "over the coming year",
        "vanaf de verkiezingen in maart 2027",
        "tot het debat in mei 2027",
        "from the elections in May 2027",
        "until the summit in June 2027",
    ],
)
def test_the_year_from_now_on_and_an_event_within_a_month_have_no_known_day(phrase: str) -> None:
    """The event may be early or late in its month."""
    reading = read_term(phrase, paper_date=PAPER)

    assert (reading.date, reading.start) == (None, None)
