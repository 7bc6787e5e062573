"""Terms and days as people enter them."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from ssrpolicy.evidence.terms import entered_day, entered_term, names_no_last_day, read_term
from tables import each_case

PAPER = dt.date(2024, 3, 5)


@each_case(
    "typed, date",
    [
        ("2023-Q3", "2023-07/2023-09"),
        ("Q3 2023", "2023-07/2023-09"),
        ("derde kwartaal 2023", "2023-07/2023-09"),
        ("eerste helft van 2023", "2023-01/2023-06"),
        ("H2 2023", "2023-07/2023-12"),
        ("3e kw. 2023", "2023-07/2023-09"),
        ("eerste kw 2023", "2023-01/2023-03"),
        ("kw. 4 2023", "2023-10/2023-12"),
        ("eind 2023", "2023"),
        ("30-11-2010", "2010-11-30"),
        ("2010-11", "2010-11"),
        ("november 2010", "2010-11"),
        ("najaar 2010", "2010-23"),
        ("2010/..", "2010/.."),
        ("11/2010", "2010-11"),
        ("within two years of 1 May 2010", "2012-05-01"),
    ],
)
def test_a_term_is_entered_in_words_or_in_edtf(typed: str, date: str) -> None:
    """Quarters, halves, seasons, months and days come out as their interval or day."""
    assert str(entered_term(typed)) == date


@each_case("typed", ["Q5 2024", "14 2024", "kw 5 2024", "blok 2 2024", "2e ronde van 2024"])
def test_a_number_next_to_a_year_is_not_passed_over(typed: str) -> None:
    """Whatever part of the year it means, it is not all of it."""
    assert entered_term(typed) is None


@each_case(
    "typed",
    [
        "vóór kerst 2026",
        "uiterlijk Kerstmis 2026",
        "before Christmas 2026",
        "Pasen 2027",
        "oud en nieuw 2026",
        "vóór sinterklaas 2026",
        "koningsdag 2027",
        "einde schooljaar 2026",
        "augustusbesluitvorming 2027",
        "moederdag in mei 2027",
        "voor het zomerreces van 2026",
        "in het nieuwe jaar 2027",
        "the end of the school year 2026",
    ],
)
def test_a_day_that_its_words_do_not_give_is_not_the_whole_year(typed: str) -> None:
    """A feast, a recess or a school year is a part of that year, which no calendar here has."""
    assert entered_term(typed) is None
    assert names_no_last_day(typed)


@each_case(
    "typed, date",
    [
        ("2026", "2026"),
        ("in 2026", "2026"),
        ("in de loop van 2026", "2026"),
        ("uiterlijk eind 2026", "2026"),
        ("vóór het einde van 2026", "2026"),
        ("in the course of 2026", "2026"),
        ("begin 2027", "2027~"),
        ("eind mei 2027", "2027-05"),
        ("the end of May 2027", "2027-05"),
        ("het begrotingsjaar 2027", "2027"),
        ("half mei 2026", "2026-05~"),
        ("mei 2026 (streefdatum)", "2026-05"),
        ("2026 (onder voorbehoud)", "2026"),
        ("in 2026 gereed", "2026"),
        ("verwacht in 2026", "2026"),
        ("streefdatum 2026", "2026"),
        ("gepland in mei 2026", "2026-05"),
        ("planned for May 2026", "2026-05"),
        ("due May 2026", "2026-05"),
        ("ultimo 2026", "2026"),
        ("primo 2026", "2026~"),
        ("end of financial year 2026", "2026"),
        ("2026, zie brief", "2026"),
        ("oplevering wegvak in 2026", "2026"),
        ("afspraken met Sint Maarten, 2026", "2026"),
    ],
)
def test_a_whole_year_or_month_is_what_its_words_say(typed: str, date: str) -> None:
    """Other words about it, whatever they are, do not make it refused."""
    assert str(entered_term(typed)) == date


@each_case(
    "typed, day",
    [
        ("30-11-2010", dt.date(2010, 11, 30)),
        ("3/11/2025", dt.date(2025, 11, 3)),
        ("2010-11-30", dt.date(2010, 11, 30)),
        ("2010-5-1", dt.date(2010, 5, 1)),
        ("2010/05/01", dt.date(2010, 5, 1)),
        ("2010.13.01", None),
        ("30 november 2010", dt.date(2010, 11, 30)),
        ("November 30, 2010", dt.date(2010, 11, 30)),
        ("30 november", None),
        ("november 2010", None),
        ("32-11-2010", None),
        ("op 30-11-2010", None),
    ],
)
def test_a_day_is_entered_as_people_write_days(typed: str, day: dt.date | None) -> None:
    """A day with its year is read, the day before the month; anything less is not a day."""
    assert entered_day(typed) == day


@given(
    st.text(
        alphabet=st.sampled_from("binnen voor na eind 2026 q34 juni maanden twee/-."), max_size=40
    )
    | st.text(max_size=40)
)
def test_any_text_is_read_without_harm(phrase: str) -> None:
    """Whatever stands there, the reading is a value; and the same one twice."""
    found = read_term(phrase, paper_date=PAPER)
    assert found == read_term(phrase, paper_date=PAPER)
    assert found.date is None or found.start is None
