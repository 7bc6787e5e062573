"""Which year the phrases of terms mean that name none, by the day of their paper."""

import datetime as dt

import pytest

from ssrpolicy.evidence.terms import read_term

PAPER = dt.date(2026, 5, 12)
DECEMBER = dt.date(2026, 12, 31)
JANUARY = dt.date(2027, 1, 15)


def _read(phrase: str, paper: dt.date) -> str:
    """What a phrase gives; it reads the same in either language, as a slip in one is."""
    return str(read_term(phrase, paper_date=paper).date)


@pytest.mark.parametrize(
    "phrase, paper, date",
    [
        ("in mei van het volgende jaar", PAPER, "2027-05"),
        ("in mei van het volgende jaar", DECEMBER, "2027-05"),
        ("in mei van het volgende jaar", JANUARY, "2028-05"),
        ("najaar van het volgende jaar", PAPER, "2027-23"),
        ("in het voorjaar van het komende jaar", PAPER, "2027-21"),
        ("uiterlijk 1 juli van het komende kalenderjaar", PAPER, "2027-07-01"),
        ("eerste helft van mei van het volgende jaar", PAPER, "2027-05"),
        ("by the spring of the coming year", PAPER, "2027-21"),
        ("in June of the next year", PAPER, "2027-06"),
        ("in mei volgend jaar", PAPER, "2027-05"),
        ("in mei dit jaar", PAPER, "2026-05"),
        ("eerste helft van komend jaar", PAPER, "2027-01/2027-06"),
        ("first half of the coming year", PAPER, "2027-01/2027-06"),
        ("in de tweede helft van het volgende jaar", DECEMBER, "2027-07/2027-12"),
        ("Q1 volgend jaar", PAPER, "2027-01/2027-03"),
        ("het eerste kwartaal van dit jaar", PAPER, "2026-01/2026-03"),
        ("Q1 van dit jaar", PAPER, "2026-01/2026-03"),
        ("het eerste kwartaal", PAPER, "2027-01/2027-03"),
        ("week 19 van dit jaar", PAPER, "2026-05-04/2026-05-10"),
        ("week 19 van volgend jaar", PAPER, "2027-05-10/2027-05-16"),
        ("komend kwartaal", PAPER, "2026-07/2026-09"),
        ("the coming quarter", DECEMBER, "2027-01/2027-03"),
        ("komende maand", DECEMBER, "2027-01"),
        ("komend jaar", JANUARY, "2028"),
    ],
)
def test_a_year_named_by_the_papers_is_that_year(phrase: str, paper: dt.date, date: str) -> None:
    """However it is inflected, and behind whatever part of the year."""
    assert _read(phrase, paper) == date


@pytest.mark.parametrize(
    "phrase, paper, date",
    [
        ("in mei vorig jaar", PAPER, "2025-05"),
        ("in mei van het vorige jaar", PAPER, "2025-05"),
        ("in het najaar van het afgelopen jaar", JANUARY, "2026-23"),
        ("op 1 juli verleden jaar", PAPER, "2025-07-01"),
        ("in May last year", PAPER, "2025-05"),
        ("on 1 July last year", PAPER, "2025-07-01"),
        ("last May", PAPER, "2025-05"),
        ("last May", JANUARY, "2026-05"),
        ("last summer", DECEMBER, "2026-22"),
        ("afgelopen zomer", DECEMBER, "2026-22"),
        ("afgelopen zomer", PAPER, "2025-22"),
        ("afgelopen winter", PAPER, "2025-24"),
        ("vorig najaar", JANUARY, "2026-23"),
        ("derde kwartaal van vorig jaar", PAPER, "2025-07/2025-09"),
        ("in the first half of last year", PAPER, "2025-01/2025-06"),
        ("Q4 vorig jaar", PAPER, "2025-10/2025-12"),
        ("week 40 van vorig jaar", PAPER, "2025-09-29/2025-10-05"),
        ("last year", PAPER, "2025"),
        ("last month", JANUARY, "2026-12"),
        ("1 mei jl.", PAPER, "2026-05-01"),
        ("op 20 december jongstleden", JANUARY, "2026-12-20"),
        ("op 1 juni j.l.", PAPER, "2025-06-01"),
        ("in april jl.", PAPER, "2026-04"),
        ("on 1 May last", PAPER, "2026-05-01"),
    ],
)
def test_what_is_said_to_be_past_is_not_to_come(phrase: str, paper: dt.date, date: str) -> None:
    """It is that of the year named, or the last one that is over."""
    assert _read(phrase, paper) == date
