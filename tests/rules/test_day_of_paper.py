"""The date of a term is judged by the day of its paper."""

import datetime as dt
from collections.abc import Callable
from typing import TypeAlias

import pytest

from ssrpolicy.model import (
    Claim,
    Commitment,
    Document,
    DocumentKind,
    EdtfDate,
    Finding,
    Passage,
    PolicyRecord,
    Timeframe,
)
from tables import each_case

Records: TypeAlias = Callable[..., PolicyRecord]
Claims: TypeAlias = Callable[..., Claim]
Commitments: TypeAlias = Callable[..., Commitment]
Found: TypeAlias = Callable[[PolicyRecord], list[str]]
Only: TypeAlias = Callable[[PolicyRecord, str], Finding]
ROUNDS = "binnen twee maanden na de laatste verkiezingsronde, die gepland staat voor 7 september"
AT_WORK = "Hieraan wordt gewerkt: "


def _in_letter_of(day: str, phrase: str) -> Document:
    return Document(
        id="letter",
        kind=DocumentKind.LETTER,
        date=dt.date.fromisoformat(day),
        language="nl",
        text=f"{AT_WORK}{phrase}.",
    )


@each_case(
    "phrase, paper, date",
    [
        (ROUNDS, "2010-06-29", "2010-11-07"),
        (ROUNDS, "2010-10-01", "2010-11-07"),
        ("over een half jaar", "2010-06-29", "2010-12-29"),
        ("over een half jaar", "2010-06-29", "2010-12"),
        ("binnen twee maanden", "2029-11-01", "2030-01-01"),
        ("binnen twee maanden na de top", "2029-11-01", "2030-05-01"),
        ("Na september 2023", "2023-06-01", "2023-10/.."),
        ("Na september 2023", "2023-06-01", "2023-11"),
        ("derde kwartaal van 2023", "2023-06-01", "2023-07/2023-09"),
        ("derde kwartaal", "2023-06-01", "2023-07/2023-09"),
        ("vóór 1 juni", "2023-03-01", "2023-05-31"),
        ("eind februari", "2022-12-22", "2023-02"),
        ("eind februari", "2022-12-22", "2022-02"),
        ("dit najaar", "2023-03-01", "2023-23"),
        ("deze winter", "2023-01-10", "2023-02"),
        ("in mei van het volgende jaar", "2026-05-12", "2027-05"),
        ("eerste helft van komend jaar", "2026-05-12", "2027-01/2027-06"),
        ("volgend jaar", "2023-03-01", "2024"),
        ("Met ingang van 2036", "2033-06-06", "2036/.."),
        ("binnen maximaal 3 maanden", "2024-03-05", "2024-06-05"),
        ("binnen tien werkdagen", "2024-03-05", "2024-03-19"),
        ("in de komende zes maanden", "2024-03-05", "2024-09-05"),
        ("uiterlijk 1 juni '27", "2024-03-05", "2027-06-01"),
        ("tussen 1 mei en 1 juli 2027", "2024-03-05", "2027-05-01/2027-07-01"),
        ("niet eerder dan 2027", "2024-03-05", "2027/.."),
        ("met de voorjaarsnota", "2024-03-05", "2024-05"),
        ("bij de begroting 2027", "2024-03-05", "2026-09-15"),
        ("voor de jaarwisseling", "2024-03-05", "2024-12-31"),
        ("aanstaande vrijdag", "2024-03-05", "2024-03-08"),
        ("na mei of juni 2026", "2026-03-10", "2026-06/.."),
        ("na 1 mei of 1 juni 2026", "2026-03-10", "2026-05-02/.."),
        ("vóór mei of juni 2026", "2026-03-10", "2026-04-30"),
        ("vanaf 1 januari 2027 of 1 juli 2027", "2026-03-10", "2027-01-01/.."),
        ("tussen 1 en 15 juni", "2026-03-10", "2026-06-02"),
        ("voor de gemeenten op 1 juli", "2026-03-10", "2026-07-01"),
        ("in de week van 3 juni", "2026-03-10", "2026-06-07"),
        ("in week 23", "2026-03-10", "2026-06-01"),
        ("met Prinsjesdag", "2026-03-10", "2026-09-15"),
        ("uiterlijk bij het jaarverslag over 2026", "2026-03-10", "2027-05-19"),
    ],
)
def test_a_date_is_judged_by_the_day_of_its_paper(
    record: Records, claim: Claims, found: Found, *, phrase: str, paper: str, date: str
) -> None:
    """What counts, and what leaves out its year, is placed by the letter that says so."""
    letter = _in_letter_of(paper, phrase)
    statement = claim(
        quotes=(Passage(document="letter", quote=str(letter.text)),),
        timeframe=Timeframe(phrase=phrase, date=EdtfDate(date)),
    )

    assert "date-not-in-phrase" not in found(record(documents=(letter,), statements=(statement,)))


@each_case(
    "phrase, paper, date, said",
    [
        (
            "binnen twee maanden",
            "2026-03-05",
            "2030-01-01",
            "gives 5 May 2026, counted from 5 March 2026, but 1 January 2030 is recorded.",
        ),
        (
            ROUNDS,
            "2010-06-29",
            "2010-09-07",
            "gives 7 November 2010, counted from 7 September 2010",
        ),
        ("over een half jaar", "2010-06-29", "2011-12-29", "gives 29 December 2010"),
        ("uiterlijk 1 juni", "2026-03-05", "2016-06-01", "gives 1 June 2026"),
        ("eerste helft van 2026", "2026-03-05", "2026-12", "gives 2026-01/2026-06"),
        ("dit najaar", "2023-03-01", "2025-23", "names another season"),
        ("volgend jaar", "2023-03-01", "2026", "gives 2024"),
        ("uiterlijk 1 juni '27", "2024-03-05", "2024-06-01", "gives 1 June 2027"),
        ("niet eerder dan 2027", "2024-03-05", "2026", "names another year"),
        ("in de tweede helft van juni 2027", "2024-03-05", "2027-08", "names another month"),
        ("tussen 1 en 15 juni", "2026-03-10", "2026-07-01", "names another month"),
        ("voor de gemeenten op 1 juli", "2026-03-10", "2027-07-01", "gives 1 July 2026"),
        ("in week 23", "2026-03-10", "2026-06-15", "gives 2026-06-01/2026-06-07"),
        ("op termijn", "2026-03-10", "2027", "gives no date"),
    ],
)
def test_a_date_against_the_day_of_its_paper_is_reported(
    record: Records, claim: Claims, only: Only, *, phrase: str, paper: str, date: str, said: str
) -> None:
    """Two months from March are in May, whatever a form asked for."""
    letter = _in_letter_of(paper, phrase)
    statement = claim(
        quotes=(Passage(document="letter", quote=str(letter.text)),),
        timeframe=Timeframe(phrase=phrase, date=EdtfDate(date)),
    )
    finding = only(record(documents=(letter,), statements=(statement,)), "date-not-in-phrase")

    assert said in finding.message


@pytest.mark.parametrize(
    "date, day, hint",
    [
        ("2009-06-01", "1 June 2009", "Correct the date"),
        ("1905-07-26", "26 July 1905", "Was the year 2034 meant, which Excel took for a day?"),
    ],
)
def test_a_term_ends_no_earlier_than_its_paper(
    record: Records, commitment: Commitments, claim: Claims, only: Only, found: Found,
    *, date: str, day: str, hint: str,
) -> None:  # fmt: skip
    """What is promised lies ahead; what is claimed may be past."""
    given = {"timeframe": Timeframe(phrase="waar mogelijk", date=EdtfDate(date))}
    finding = only(record(statements=(commitment(**given),)), "term-before-paper")

    assert finding.message == f"The timeframe ends on {day}, and letter is of 29 April 2010."
    assert finding.hint is not None
    assert finding.hint.startswith(hint)
    assert "term-before-paper" not in found(record(statements=(claim(**given),)))


@each_case(
    "phrase, is_past",
    [
        ("uiterlijk 1 juni 2009", True),
        ("uiterlijk 1 juni '09", True),
        ("vóór de zomer van 2009", True),
        ("uiterlijk 31 november 2009", True),
        ("in de loop van 2008", True),
        ("binnen zes maanden na 1 mei 2009", True),
        ("uiterlijk eind vorig jaar", True),
        ("uiterlijk 28 april 2010", True),
        ("nog in 2009", True),
        ("zo spoedig mogelijk, uiterlijk 1 mei 2009", True),
        ("zo snel mogelijk, maar in ieder geval voor 1 april 2010", True),
        ("niet later dan 31-12-2009", True),
        ("aan het eind van 2009", True),
        ("vóór kerst 2009", True),
        ("zo spoedig mogelijk na de verkiezingen van 2009", False),
        ("bij de slotwet 2009", False),
        ("uiterlijk 29 april 2010", False),
        ("in 2010", False),
        ("tussen 2008 en 2012", False),
        ("vanaf 2009", False),
        ("niet eerder dan 2009", False),
        ("na 2008", False),
        ("jaarlijks sinds 2008", False),
        ("uiterlijk bij het jaarverslag over 2009", False),
        ("uiterlijk 1 juni", False),
        ("op termijn", False),
        ("in lijn met de afspraken van 2003, uiterlijk 2014", False),
        ("vóór de evaluatie van de Wmo 2007", False),
        ("uiterlijk drie jaar na 2008", False),
        ("uiterlijk twee jaar na de inwerkingtreding van de wet van 2008", False),
        ("uiterlijk bij de evaluatie van het programma 2005-2009", False),
        ("before the end of the 2009/10 session", False),
        ("by publication of the 2008-09 accounts", False),
        ("before the Annual Report 2009 is published", False),
        ("voor de inwerkingtreding van de Omgevingswet 2008", False),
    ],
)
def test_words_alone_that_name_a_past_day_are_reported(
    record: Records, commitment: Commitments, claim: Claims, found: Found,
    *, phrase: str, is_past: bool,
) -> None:  # fmt: skip
    """A year that was mistyped stands in the words as it stands in a date."""
    given = {"timeframe": Timeframe(phrase=phrase)}
    codes = found(record(statements=(commitment(**given),)))

    assert ("term-before-paper" in codes) is is_past
    assert "term-before-paper" not in found(record(statements=(claim(**given),)))
