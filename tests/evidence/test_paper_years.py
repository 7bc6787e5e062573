"""Which year the phrases of terms mean that name none, by the day of their paper."""

import datetime as dt

import pytest

from ssrpolicy.evidence.terms import phrases_in, read_term, says_again
from tables import each_case

PAPER = dt.date(2026, 5, 12)
DECEMBER = dt.date(2026, 12, 31)
JANUARY = dt.date(2027, 1, 15)


def _read(phrase: str, paper: dt.date) -> str:
    """What a phrase gives; it reads the same in either language, as a slip in one is."""
    return str(read_term(phrase, paper_date=paper).date)


@each_case(
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
    """However it is inflected, and after whatever part of the year."""
    assert _read(phrase, paper) == date


@each_case(
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


@each_case(
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


@each_case(
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
@pytest.mark.parametrize("number", [2_000, pytest.param(20_000, marks=pytest.mark.slow)])
def test_what_looks_like_a_list_without_end_does_not_keep_from_the_term(
    item: str, language: str, number: int
) -> None:
    """Each number is looked at with a few that follow it, and not with all of them."""
    sentence = f"De nummers {item * number}staan in april 2027 vast."
    assert [sentence[slice(*each)] for each in phrases_in(sentence, language)] == ["in april 2027"]


@each_case(
    "phrase, paper",
    [
        ("na de verkiezingen in maart 2027", PAPER),
        ("na de top van juni 2027", PAPER),
        ("na verkiezingen in maart", PAPER),
        ("after the elections in May 2027", PAPER),
        ("after elections in 2027", PAPER),
        ("following the summit in June 2027", PAPER),
        ("nadat de evaluatie in 2027 is afgerond", PAPER),
        ("zodra het advies in het najaar van 2026 er is", PAPER),
        ("once the review in the first half of 2027 is complete", PAPER),
        ("voor de verkiezingen in maart 2027", PAPER),
        ("before the elections in May 2027", PAPER),
        ("na besluitvorming in het najaar van 2026", PAPER),
        ("after receipt in June 2027", PAPER),
        ("na kerst 2026", PAPER),
        ("after Easter 2027", PAPER),
        ("na pasen van 2027", PAPER),
        ("voor het BO MIRT 2027", PAPER),
        ("voor mei", PAPER),
        ("vóór 12 mei", PAPER),
        ("before the spring", PAPER),
        ("voor januari", JANUARY),
        ("voor het eerste kwartaal", JANUARY),
    ],
)
def test_a_bound_of_what_has_no_day_or_has_begun_gives_none(phrase: str, paper: dt.date) -> None:
    """What happens somewhere in a month or year bounds no day; nor does what has begun already."""
    assert _read(phrase, paper) == "None"


@each_case(
    "phrase, paper, date",
    [
        ("in mei 2027, na de verkiezingen", PAPER, "2027-05"),
        ("na de verkiezingen, uiterlijk in mei 2027", PAPER, "2027-05"),
        ("na de verkiezingen maar uiterlijk in mei 2027", PAPER, "2027-05"),
        ("op de top in juni 2027", PAPER, "2027-06"),
        ("tijdens de top van juni 2027", PAPER, "2027-06"),
        ("as soon as possible in 2027", PAPER, "2027"),
        ("when possible in June 2027", PAPER, "2027-06"),
        ("na het einde van mei 2027", PAPER, "2027-06/.."),
        ("na de eerste helft van 2027", PAPER, "2027-07/.."),
        ("na afloop van 2027", PAPER, "2028/.."),
        ("na het jaar 2027", PAPER, "2028/.."),
        ("daarna in mei 2027", PAPER, "2027-05"),
        ("voor de gemeenten in 2027", PAPER, "2027"),
        ("voor kerst 2026", PAPER, "2026"),
        ("voor eind mei", PAPER, "2026-05"),
        ("voor juni", PAPER, "2026-05-31"),
        ("voor 1 mei", PAPER, "2027-04-30"),
        ("voor mei", JANUARY, "2027-04-30"),
        ("voor januari", DECEMBER, "2026-12-31"),
        ("by or before 1 June 2027", PAPER, "2027-06-01"),
        ("on or before 1 June 2027", PAPER, "2027-06-01"),
        ("op of voor 1 juni 2027", PAPER, "2027-06-01"),
    ],
)
def test_a_bound_of_a_stretch_itself_is_kept(phrase: str, paper: dt.date, date: str) -> None:
    """An event next to a stretch, or in it, leaves its date; before or on a day is that day."""
    assert _read(phrase, paper) == date


@pytest.mark.parametrize(
    "phrase",
    ["every June", "each May", "elke maart", "iedere eerste week van juni", "every summer"],
)
def test_a_month_of_each_year_comes_back(phrase: str) -> None:
    """As a season of each year does."""
    assert read_term(phrase, paper_date=PAPER).recurring


def test_what_may_be_done_is_not_what_is_done_each_may() -> None:
    """In English the verb is written small, and the month is not."""
    assert not says_again("Each may be joined to the file.")
    assert says_again("We report each May.")


@each_case(
    "language, occasion",
    [
        ("nl", "voor het BO MIRT 2027"),
        ("nl", "bij de voorjaarsbesluitvorming"),
        ("nl", "bij de augustusbesluitvorming"),
        ("nl", "voor de ontwerpbegroting 2027"),
        ("nl", "bij het belastingplan 2027"),
        ("nl", "bij het jaarverslag 2026"),
        ("nl", "voor de meivakantie van 2027"),
        ("nl", "na de algemene politieke beschouwingen"),
        ("nl", "voor de jaarwisseling"),
        ("en", "before the Easter recess"),
        ("en", "at the spring statement"),
        ("en", "before the turn of the year"),
        ("en", "in the summer session"),
    ],
)
def test_an_occasion_that_is_found_is_read_as_one(language: str, occasion: str) -> None:
    """What a sentence is searched for, and what a phrase is read as, are the same occasions."""
    sentence = {"nl": "Ik informeer u {}.", "en": "We report {}."}[language].format(occasion)
    assert [sentence[slice(*each)] for each in phrases_in(sentence, language)] == [occasion]
    found = read_term(occasion, language=language, paper_date=PAPER)
    assert (found.occasion, found.date) == (True, None)
