"""Which year the phrases of terms mean that name none, by the day of their paper."""

import datetime as dt

import pytest

from ssrpolicy.evidence.terms import phrases_in, read_term

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


@pytest.mark.parametrize(
    "phrase, paper, date",
    [
        ("in de week van 11 mei", PAPER, "2026-05-11/2026-05-17"),
        ("week of 11 May", PAPER, "2026-05-11/2026-05-17"),
        ("in het weekend van 16 mei", dt.date(2026, 5, 17), "2026-05-16/2026-05-17"),
        ("in de week van 4 mei", PAPER, "2027-05-03/2027-05-09"),
        ("in de week van 28 december", DECEMBER, "2026-12-28/2027-01-03"),
        ("in de week van 1 januari", DECEMBER, "2026-12-28/2027-01-03"),
        ("in de week van 11 mei 2026", JANUARY, "2026-05-11/2026-05-17"),
        ("deze winter", JANUARY, "2026-24"),
        ("this winter", JANUARY, "2026-24"),
        ("in de winter", JANUARY, "2026-24"),
        ("deze winter", PAPER, "2026-24"),
        ("komende winter", JANUARY, "2027-24"),
        ("volgende winter", JANUARY, "2027-24"),
    ],
)
def test_a_week_or_winter_that_has_begun_is_not_a_year_later(
    phrase: str, paper: dt.date, date: str
) -> None:
    """The whole stretch is not over yet, though the day that it is called by is."""
    assert _read(phrase, paper) == date


@pytest.mark.parametrize(
    "phrase, paper, date",
    [
        ("1, 2 en 3 juni", PAPER, "2026-06-01/2026-06-03"),
        ("29, 30 and 31 May", PAPER, "2026-05-29/2026-05-31"),
        ("3, 10 en 17 juni", PAPER, "2026-06-03/2026-06-17"),
        ("on the 1st, 2nd and 3rd of June", PAPER, "2026-06-01/2026-06-03"),
        ("op 3 juni en 10, 17 en 24 juni", PAPER, "2026-06-03/2026-06-24"),
        ("op 30 en 31 december", DECEMBER, "2026-12-30/2026-12-31"),
        ("tussen 1 en 15 mei", PAPER, "2026-05-01/2026-05-15"),
        ("May 1 to June 15", PAPER, "2026-05-01/2026-06-15"),
        ("van 1 mei tot 15 juni", PAPER, "2026-05-01/2026-06-15"),
        ("tussen 1 december en 15 januari", DECEMBER, "2026-12-01/2027-01-15"),
        ("april tot juli", PAPER, "2026-04/2026-07"),
        ("20 tot en met 10 mei", PAPER, "None"),
        ("van 20 tot 10 mei 2027", PAPER, "None"),
        ("in de weken 10 en 11 van 2027", PAPER, "2027-03-08/2027-03-21"),
        ("weeks 10 to 12 of 2027", PAPER, "2027-03-08/2027-03-28"),
        ("in week 10 of 11", JANUARY, "2027-03-08/2027-03-21"),
        ("in de weken 10, 11 en 12 van volgend jaar", PAPER, "2027-03-08/2027-03-28"),
        ("in het eerste en tweede kwartaal van 2027", PAPER, "2027-01/2027-06"),
        ("in the first or second quarter of 2027", PAPER, "2027-01/2027-06"),
        ("het eerste, tweede en derde kwartaal van volgend jaar", PAPER, "2027-01/2027-09"),
        ("in de eerste of tweede helft van mei 2027", PAPER, "2027-05"),
    ],
)
def test_a_list_or_range_is_read_from_its_first_to_its_last(
    phrase: str, paper: dt.date, date: str
) -> None:
    """It is in one year, unless it goes over New Year; from the 20th to the 10th is a slip."""
    assert _read(phrase, paper) == date


@pytest.mark.parametrize(
    "language, phrase",
    [
        ("en", "on the 1st, 2nd and 3rd of June"),
        ("nl", "op 1, 2 en 3 juni 2027"),
        ("nl", "op 3 juni en 10, 17 en 24 juni"),
        ("nl", "in de weken 10 en 11 van 2027"),
        ("nl", "in het eerste en tweede kwartaal van 2027"),
    ],
)
def test_a_list_is_found_whole(language: str, phrase: str) -> None:
    """A sentence has all of it, as the phrase of its term."""
    sentence = {"nl": "Ik informeer u {}.", "en": "I will inform you {}."}[language].format(phrase)
    assert [sentence[slice(*each)] for each in phrases_in(sentence, language)] == [phrase]


@pytest.mark.parametrize("item", ["1, ", "1e, ", "1st, ", "1 en ", "eerste, "])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_looks_like_a_list_without_end_does_not_keep_from_the_term(
    item: str, language: str
) -> None:
    """Each number is looked at with a few that follow it, and not with all of them."""
    sentence = f"De nummers {item * 20_000}staan in april 2027 vast."
    assert [sentence[slice(*each)] for each in phrases_in(sentence, language)] == ["in april 2027"]
