"""The phrases of terms give a date in EDTF as exact as the words, or nothing."""

import datetime as dt

import pytest

from ssrpolicy.evidence.terms import TermReading, read_term
from tables import each_case

PAPER = dt.date(2024, 3, 5)


@each_case(
    "phrase, date",
    [
        ("uiterlijk 1 juni", "2024-06-01"),
        ("vóór 1 juni", "2024-05-31"),
        ("voor 1 juli 2031", "2031-06-30"),
        ("eind 2026", "2026"),
        ("in 2026", "2026"),
        ("in de loop van 2026", "2026"),
        ("voor het einde van 2026", "2026"),
        ("voor eind 2026", "2026"),
        ("nog dit jaar", "2024"),
        ("voor het eind van het jaar", "2024"),
        ("volgend jaar", "2025"),
        ("begin volgend jaar", "2025~"),
        ("begin 2026", "2026~"),
        ("medio 2026", "2026~"),
        ("half juni", "2024-06~"),
        ("eerste helft van 2026", "2026-01/2026-06"),
        ("in de tweede helft van 2026", "2026-07/2026-12"),
        ("derde kwartaal van 2026", "2026-07/2026-09"),
        ("in het derde kwartaal 2026", "2026-07/2026-09"),
        ("het laatste kwartaal van dit jaar", "2024-10/2024-12"),
        ("eerste kwartaal van volgend jaar", "2025-01/2025-03"),
        ("in het tweede kwartaal", "2024-04/2024-06"),
        ("in het eerste kwartaal van 2024", "2024-01/2024-03"),
        ("Q3 2026", "2026-07/2026-09"),
        ("2026-Q3", "2026-07/2026-09"),
        ("begin derde kwartaal 2026", "2026-07~/2026-09~"),
        ("dit najaar", "2024-23"),
        ("voorjaar 2026", "2026-21"),
        ("rond de zomer van 2023", "2023-22~"),
        ("dit voorjaar", "2024-21"),
        ("eind februari", "2025-02"),
        ("in maart", "2024-03"),
        ("na september 2026", "2026-10/.."),
        ("na 2026", "2027/.."),
        ("na 1 juni 2026", "2026-06-02/.."),
        ("tussen juni en september 2026", "2026-06/2026-09"),
        ("van 2026 tot en met 2028", "2026/2028"),
        ("eind juni of begin juli 2026", "2026-06/2026-07"),
        ("gepland voor het najaar", "2024-23"),
        ("uiterlijk in december 2026", "2026-12"),
        ("op 30-11-2025", "2025-11-30"),
        ("omstreeks 1 mei 2025", "2025-05-01~"),
        ("by the end of 2026", "2026"),
        ("no later than 1 June", "2024-06-01"),
        ("in the autumn", "2024-23"),
        ("before 1 June 2026", "2026-05-31"),
        ("in the first half of 2026", "2026-01/2026-06"),
        ("in the third quarter of 2026", "2026-07/2026-09"),
        ("by December 16, 2026", "2026-12-16"),
        ("early 2026", "2026~"),
        ("mid-2026", "2026~"),
        ("next year", "2025"),
        ("after September 2026", "2026-10/.."),
        ("na 1 mei, maar vóór 1 juni 2031", "2031-05-02/2031-05-31"),
        ("na mei 2031, maar nog voor het einde van 2031", "2031-06/2031"),
        ("niet eerder dan 1 mei, maar uiterlijk 1 juni 2031", "2031-05-01/2031-06-01"),
        ("after 1 May but before the end of 2031", "2031-05-02/2031"),
        ("in the run-up to 2032", "2031-12-31"),
        ("in de aanloop naar 1 juni 2032", "2032-05-31"),
        ("by the 15th of next month", "2024-04-15"),
        ("vóór de 1e van volgende maand", "2024-03-31"),
        ("uiterlijk woensdag 6 maart 2024", "2024-03-06"),
    ],
)
def test_a_phrase_gives_a_date_as_exact_as_its_words(phrase: str, date: str) -> None:
    """The date is the stretch that the words name, never a day that they do not."""
    english = any(
        word in phrase.split() for word in ("the", "by", "no", "after", "before", "early")
    )
    found = read_term(phrase, language="en" if english else "nl", paper_date=PAPER)
    assert str(found.date) == date


@each_case(
    "phrase",
    [
        "zo spoedig mogelijk",
        "na 1 juni 2031, maar voor 1 mei 2031",
        "uiterlijk maandag 6 mei 2031",
        "on Monday, 6 May 2031",
        "de komende jaren",
        "op termijn",
        "binnen afzienbare tijd",
        "voor de zomer",
        "na de zomer",
        "na het zomerreces",
        "voor het kerstreces van 2026",
        "in aanloop naar Prinsjesdag",
        "bij de begroting voor 2027",
        "binnen twee maanden na de laatste verkiezingsronde",
        "binnen enkele weken",
        "in 150 gevallen",
        "as soon as possible",
        "in due course",
        "momenteel",
        "na 31-12-9999",
        "voor 1-1-0001",
        "",
        "niet in 2026",
        "niet meer dit jaar",
        "not this year",
    ],
)
def test_a_phrase_without_a_date_gives_none(phrase: str) -> None:
    """What is vague, or hangs on an event or on the House's calendar, is left in its words."""
    assert read_term(phrase, paper_date=PAPER) == TermReading()


@pytest.mark.parametrize(
    "phrase, date",
    [
        ("in de tweede helft van juni 2027", "2027-06"),
        ("in the first half of May 2027", "2027-05"),
        ("eerste helft van mei", "2024-05"),
        ("in de tweede helft van de maand", "None"),
        ("in het tweede kwartaal van de looptijd", "None"),
        ("in het tweede kwartaal van begrotingsjaar 2027", "2027-04/2027-06"),
    ],
)
def test_half_of_a_month_is_not_half_of_a_year(phrase: str, date: str) -> None:
    """A part is one of the year only where the words do not say of what else it is."""
    assert str(read_term(phrase, paper_date=PAPER).date) == date


@each_case(
    "phrase, date",
    [
        ("uiterlijk 1 juni '27", "2027-06-01"),
        ("najaar \u201927", "2027-23"),
        ("4e kwartaal '27", "2027-10/2027-12"),
        ("11-2027", "2027-11"),
        ("K3 2027", "2027-07/2027-09"),
        ("in het jaar '27", "2027"),
        ("begin '27", "2027~"),
        ("by the end of '27", "2027"),
        ("in the year 2027", "2027"),
        ("in mei van het jaar 2027", "2027-05"),
        ("bij '27 gemeenten", "None"),
    ],
)
def test_a_year_or_month_written_short_is_read(phrase: str, date: str) -> None:
    """The year that is named in two figures is not left out, nor is a month in figures."""
    assert str(read_term(phrase, paper_date=PAPER).date) == date


@pytest.mark.parametrize(
    "phrase, date",
    [
        ("niet voor 2027", "2027/.."),
        ("niet vóór 1 januari 2027", "2027-01-01/.."),
        ("niet eerder dan 1 juni 2027", "2027-06-01/.."),
        ("op zijn vroegst eind 2027", "2027/.."),
        ("no earlier than June 2027", "2027-06/.."),
        ("1 juli 2027 of later", "2027-07-01/.."),
        ("na afloop van 2027", "2028/.."),
        ("niet later dan 1 juni 2027", "2027-06-01"),
    ],
)
def test_the_earliest_day_is_not_the_last_one(phrase: str, date: str) -> None:
    """What will not be done before a day is open, and due on none."""
    assert str(read_term(phrase, paper_date=PAPER).date) == date


@pytest.mark.parametrize(
    "phrase",
    ["jaarlijks", "ieder half jaar", "elk kwartaal", "per kwartaal", "twee keer per jaar",
     "annually", "every year", "jaarlijks voor 1 juni"],
)  # fmt: skip
def test_a_recurring_term_has_no_date(phrase: str) -> None:
    """What comes back every year has no one date."""
    assert read_term(phrase, paper_date=PAPER) == TermReading(recurring=True)


@pytest.mark.parametrize(
    "phrase, start",
    [
        ("met ingang van 2036", dt.date(2036, 1, 1)),
        ("vanaf september 2026", dt.date(2026, 9, 1)),
        ("vanaf het derde kwartaal van 2026", dt.date(2026, 7, 1)),
        ("as of 1 June 2026", dt.date(2026, 6, 1)),
    ],
)
def test_a_start_is_not_a_term(phrase: str, start: dt.date) -> None:
    """Where something begins is not a day by which it is done."""
    assert read_term(phrase, paper_date=PAPER) == TermReading(start=start)


def test_the_year_that_a_phrase_leaves_out_is_marked() -> None:
    """A year from the paper's date is said to be from there; without the paper it has no year."""
    assert read_term("uiterlijk 1 juni", paper_date=PAPER).year_from_paper
    assert not read_term("uiterlijk 1 juni 2024", paper_date=PAPER).year_from_paper
    assert read_term("uiterlijk 1 juni") == TermReading()


def test_a_past_month_is_the_next_years_only_in_an_undertaking() -> None:
    """What is promised for February is yet to come; what was planned for February is not."""
    letter = dt.date(2022, 12, 22)
    promised = read_term("eind februari", paper_date=letter)
    planned = read_term("eind februari", paper_date=letter, undertaking=False)
    assert (str(promised.date), str(planned.date)) == ("2023-02", "2022-02")
