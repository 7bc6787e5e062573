"""Dates and numbers in words, no more exact than they are known."""

import datetime as dt
from decimal import Decimal

from ssrpolicy.model import EdtfDate
from ssrpolicy.views.language.dates import edtf_words, long_date, number, says_date
from tables import each_case


def test_the_letter_is_dated_as_its_head_writes_it() -> None:
    """A day reads "29 april 2010" in Dutch, with a capital month in English."""
    assert long_date(dt.date(2010, 4, 29), "nl") == "29 april 2010"
    assert long_date(dt.date(2010, 4, 29), "en") == "29 April 2010"


@each_case(
    "amount, dutch, english",
    [
        ("153", "153", "153"),
        ("1500000", "1.500.000", "1,500,000"),
        ("2.5", "2,5", "2.5"),
        ("0.00012345", "0,00012345", "0.00012345"),
        ("1E+3", "1.000", "1,000"),
        ("-12.50", "-12,50", "-12.50"),
    ],
)
def test_a_number_keeps_every_digit(amount: str, dutch: str, english: str) -> None:
    """Numbers have the language's separators and are never rounded."""
    assert number(Decimal(amount), "nl") == dutch
    assert number(Decimal(amount), "en") == english


@each_case(
    "text, dutch, english",
    [
        ("2011", "2011", "2011"),
        ("2011-06", "juni 2011", "June 2011"),
        ("2011-06-30", "30 juni 2011", "30 June 2011"),
        ("2011-23", "het najaar van 2011", "autumn 2011"),
        ("2011-24", "de winter van 2011-2012", "winter 2011-2012"),
        ("2011~", "omstreeks 2011", "about 2011"),
        ("2011-06?", "juni 2011 (onzeker)", "June 2011 (uncertain)"),
        ("2011-23%", "omstreeks het najaar van 2011 (onzeker)", "about autumn 2011 (uncertain)"),
        ("201X", "een jaar van 2010 tot en met 2019", "a year from 2010 to 2019"),
        ("2011-XX", "een maand in 2011", "a month in 2011"),
        ("2011-XX-XX", "een dag in 2011", "a day in 2011"),
        ("2011-06-XX", "een dag in juni 2011", "a day in June 2011"),
        ("2011/2014", "2011 tot en met 2014", "2011 to 2014"),
        ("2011/..", "vanaf 2011", "from 2011"),
        ("../2014-06", "tot en met juni 2014", "up to and including June 2014"),
        ("2011/", "vanaf 2011 (einde onbekend)", "from 2011 (end unknown)"),
        (
            "/2014",
            "tot en met 2014 (begin onbekend)",
            "up to and including 2014 (beginning unknown)",
        ),
    ],
)
def test_a_date_reads_as_exact_as_it_is_known(text: str, dutch: str, english: str) -> None:
    """Each form of an EDTF date has words, and none gains a month or a day."""
    assert edtf_words(EdtfDate(text), "nl") == dutch
    assert edtf_words(EdtfDate(text), "en") == english


def test_a_phrase_says_its_date_in_the_reader_s_language() -> None:
    """A day in the other language needs explaining, unless the reader has days in both."""
    date = EdtfDate("2011-06-30")
    assert says_date("uiterlijk 30 juni 2011", date, "nl")
    assert not says_date("uiterlijk 30 juni 2011", date, "en")
    assert says_date("uiterlijk 30 juni 2011", date, "en", days_in=("nl", "en"))
    assert says_date("in het najaar van 2011", EdtfDate("2011-23"), "nl") is True
    assert not says_date("dit najaar", EdtfDate("2011-23"), "nl")
