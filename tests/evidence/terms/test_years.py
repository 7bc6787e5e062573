"""Which year and which part of it a phrase of more parts gives."""

import datetime as dt

from ssrpolicy.evidence.terms import read_term
from tables import each_case

PAPER = dt.date(2031, 11, 15)


def _read(phrase: str) -> str | None:
    date = read_term(phrase, paper_date=PAPER).date
    return None if date is None else date.text


@each_case(
    "phrase, date",
    [
        ("niet op korte termijn, maar voor 1 mei 2032", "2032-04-30"),
        ("niet binnen drie weken maar uiterlijk 1 mei 2032", "2032-05-01"),
        ("niet dit jaar, maar in 2032", "2032"),
        ("niet meer dit jaar maar begin volgend jaar", "2032~"),
        ("not in 2032 but in 2033", "2033"),
        ("niet in 2032, maar ook niet in 2033", None),
        ("niet in 2032", None),
    ],
)
def test_what_is_given_instead_of_a_term_that_is_denied_is_the_term(
    phrase: str, date: str | None
) -> None:
    """Of "niet dit jaar, maar in 2032" the first half only says when not."""
    assert _read(phrase) == date


@each_case(
    "phrase, date",
    [
        ("volgend jaar juni 2032", "2032-06"),
        ("volgend jaar mei 2033", "2033-05"),
        ("volgend jaar, in juni 2032", "2032-06"),
        ("volgend jaar, uiterlijk 1 juni 2032", "2032-06-01"),
        ("next year, by 1 June 2032", "2032-06-01"),
        ("voor volgend jaar juni 2032", "2032-05-31"),
        ("volgend jaar maart", "2032-03"),
        ("voor volgend jaar maart", "2032-02-29"),
    ],
)
def test_a_part_of_a_counted_year_that_gives_its_year_is_of_that_year(
    phrase: str, date: str
) -> None:
    """What is said last, and exactly, is what is meant; without a year it is that of the words."""
    assert _read(phrase) == date


@each_case(
    "phrase, date",
    [
        ("de eerste helft of het voorjaar van 2032", "2032-01/2032-21"),
        ("het tweede kwartaal of het voorjaar van 2032", "2032-04/2032-21"),
        ("juli of de zomer van 2032", "2032-07/2032-22"),
        ("december of januari 2033", "2032-12/2033-01"),
        ("eind mei of begin juni 2033", "2033-05/2033-06"),
        ("tussen juni en juli 2033", "2033-06/2033-07"),
        ("de winter of het voorjaar van 2033", "2032-24/2033-21"),
        ("van de zomer tot juli 2033", "2032-22/2033-07"),
    ],
)
def test_the_first_of_two_parts_is_of_the_year_of_the_second(phrase: str, date: str) -> None:
    """It is the last one that does not begin after the second ends."""
    assert _read(phrase) == date


@each_case(
    "phrase, date",
    [
        ("begin volgend jaar, uiterlijk 1 maart", "2032-03-01"),
        ("medio volgend jaar, uiterlijk 1 juli", "2032-07-01"),
        ("early next year, by 1 March", "2032-03-01"),
        ("later dit jaar, in december", "2031-12"),
        ("later dit jaar, in maart", None),
        ("nog dit jaar, uiterlijk 1 maart", None),
        ("dit jaar in maart", "2031-03"),
    ],
)
def test_the_edge_of_a_counted_year_is_not_that_of_a_day_in_it(
    phrase: str, date: str | None
) -> None:
    """A day stays exact, and a part that is past is not "later"."""
    assert _read(phrase) == date


@each_case(
    "phrase, date",
    [
        ("artikel 2032.1.2", None),
        ("artikel 2032-1-2", None),
        ("onderdeel 2032/1/2", None),
        ("artikel 1.2.2032", None),
        ("versie 1.2.2032", None),
        ("sections 1.1.2032 and 1.2.2032", None),
        ("§ 1-2-2032", None),
        ("nr. 12, 1-2-2032", "2032-02-01"),
        ("de brief van 1.2.2032", "2032-02-01"),
        ("vóór 1.2.2032 zal artikel 3 gelden", "2032-01-31"),
        ("2032.1.2", "2032-01-02"),
        ("uiterlijk 2032/1/2", "2032-01-02"),
        ("tussen 2032/1/2 en 2032/3/4", "2032-01-02/2032-03-04"),
        ("de brief 2032-01-02", "2032-01-02"),
    ],
)
def test_three_numbers_with_signs_between_are_a_day_where_one_can_stand(
    phrase: str, date: str | None
) -> None:
    """Those of ISO 8601 are one everywhere; "artikel 2032.1.2" is a number of an article."""
    assert _read(phrase) == date
