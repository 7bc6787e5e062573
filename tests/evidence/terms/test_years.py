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
