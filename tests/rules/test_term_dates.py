"""The date of a term follows the words of its phrase."""

from collections.abc import Callable
from typing import TypeAlias

from ssrpolicy.model import (
    Claim,
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
Found: TypeAlias = Callable[[PolicyRecord], list[str]]
Only: TypeAlias = Callable[[PolicyRecord, str], Finding]


@each_case(
    "phrase, date",
    [
        ("Vóór 1 juli 2031", "../2031-06-30"),
        ("voor 1 januari 2032", "2031-12"),
        ("Uiterlijk op 1 oktober 2031", "2031-10-01"),
        ("uiterlijk dinsdag 6 mei 2031", "2031-05-06"),
        ("in het najaar", "2031-23"),
        ("dit jaar", "2031"),
        ("binnen zes weken", "2031-05-01"),
        ("in het parlementaire jaar 2031/32", "2032-03"),
        ("before the summer recess", "2031-07~"),
        ("in 2011", "2011"),
        ("2031-2033", "2031/2033"),
        ("voor de zomer van 2027", "2027-22"),
        ("voor de zomer van 2027", "../2027-06-20"),
        ("voor de zomer van 2027", "2027-21"),
        ("voor de zomer", "2027-07-01"),
        ("before the summer of 2027", "2027-07-31"),
        ("voor Prinsjesdag 2027", "2027-09-20"),
        ("met Prinsjesdag 2027", "2027-09"),
        ("uiterlijk Verantwoordingsdag 2027", "2027-05-19"),
        ("voor de zomer van 2027", "2026-11"),
        ("vóór het najaar van 2027", "2027-08-31"),
        ("in het najaar van 2027", "2027-23"),
        ("in het najaar van 2027", "2027"),
        ("gepland voor het najaar van 2027", "2027-10-15"),
        ("uiterlijk in de herfst van 2027", "2027-07"),
        ("na de zomer van 2027", "2027-09"),
        ("na de zomer", "2027-23"),
        ("in de winter van 2027", "2028-02"),
        ("in de winter van 2027", "2027-01"),
        ("in the spring of 2027", "2027-04-15"),
        ("by the summer of 2027", "2027-05"),
        ("before the fall of 2027", "2027-09-01"),
        ("vanaf de zomer van 2027", "2027-10/.."),
    ],
)
def test_a_date_that_the_phrase_gives_is_fine(
    record: Records, claim: Claims, found: Found, document: Document, *, phrase: str, date: str
) -> None:
    """A phrase with a year, a month, a season or a count of weeks gives a date."""
    text = f"{document.text}\n{phrase} wordt dit afgerond."
    letter = Document(id="letter", kind=DocumentKind.LETTER, text=text)
    statement = claim(
        quotes=(Passage(document="letter", quote=f"{phrase} wordt dit afgerond."),),
        timeframe=Timeframe(phrase=phrase, date=EdtfDate(date)),
    )

    # The letter has no date, so that a phrase without a year may be of any.
    remarks = found(record(documents=(letter,), statements=(statement,)))
    assert remarks == ["source-without-date"]


@each_case(
    "phrase, date, message",
    [
        ("de komende jaren", "2012", 'The phrase "de komende jaren" gives no date'),
        ("per jaar", "2011", 'The phrase "per jaar" gives no date'),
        ("momenteel", "2010-04", 'The phrase "momenteel" gives no date'),
        ("op permanente basis", "2010/..", 'The phrase "op permanente basis" gives no date'),
        ("Vóór 1 juli 2031", "2032-06-30", 'The phrase "Vóór 1 juli 2031" names another year'),
        ("Vóór 1 juli 2031", "2031-09-30", 'The phrase "Vóór 1 juli 2031" names another month'),
        (
            "voor de zomer van 2027",
            "2027-09-21",
            'The phrase "voor de zomer van 2027" names another season than 21 September 2027.',
        ),
        ("voor de zomer van 2027", "2027-08-15", 'The phrase "voor de zomer van 2027" names'),
        ("uiterlijk Prinsjesdag 2027", "2027-10-01", 'The phrase "uiterlijk Prinsjesdag 2027"'),
        ("voor de zomer van 2027", "../2027-09-21", 'The phrase "voor de zomer van 2027" names'),
        ("Voor de zomer", "2027-11", 'The phrase "Voor de zomer" names another season'),
        ("na de zomer van 2027", "2027-05", 'The phrase "na de zomer van 2027" names another'),
        ("in het voorjaar van 2027", "2027-23", 'The phrase "in het voorjaar van 2027" names'),
        ("lente 2027", "2027-08-01", 'The phrase "lente 2027" names another season'),
        ("in het najaar", "2027-03", 'The phrase "in het najaar" names another season'),
        ("deze herfst", "2027-06-30", 'The phrase "deze herfst" names another season'),
        ("in de winter", "2027-07", 'The phrase "in de winter" names another season'),
        ("in the spring", "2027-10", 'The phrase "in the spring" names another season'),
        ("this summer", "2027-12", 'The phrase "this summer" names another season'),
        ("autumn 2027", "2027-22/2027-08", 'The phrase "autumn 2027" names another season'),
        ("in the fall of 2027", "2027-04", 'The phrase "in the fall of 2027" names another'),
        (
            "uiterlijk maandag 6 mei 2031",
            "2031-05-06",
            'The phrase "uiterlijk maandag 6 mei 2031" says maandag, and 6 May 2031 is another day',
        ),
        ("by Monday, May 6, 2031", "2031-05-05", 'The phrase "by Monday, May 6, 2031" says Monday'),
        ("before the summer", "2027-10-01", 'The phrase "before the summer" names another'),
    ],
)
def test_a_date_that_the_phrase_does_not_give_is_told(
    record: Records, claim: Claims, only: Only, *, phrase: str, date: str, message: str
) -> None:
    """None of the letter's phrases gives a date, and another date than the phrase's is a slip."""
    statement = claim(timeframe=Timeframe(phrase=phrase, date=EdtfDate(date)))

    assert only(record(statements=(statement,)), "date-not-in-phrase").message.startswith(message)
