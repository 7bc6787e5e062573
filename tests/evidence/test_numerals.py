"""The numbers that a text states, in digits and in words."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from ssrpolicy.evidence import SourceText, numbers_in
from tables import each_case


def stated(text: str, language: str = "nl") -> list[str]:
    """The numbers that a text surely states, in reading order."""
    return [f"{number.value:f}" for number in numbers_in(text, language) if not number.weak]


def states_number(text: str, value: Decimal) -> bool:
    """Whether a text may state this number."""
    return any(number.value == value for number in numbers_in(text))


@each_case(
    "text, expected",
    [
        ("beschikt over 153 uitzendbare functionarissen", ["153"]),
        ("de inzet van vijf Nederlandse Police Mentoring Teams", ["5"]),
        ("om maximaal 100 personen per jaar uit te kunnen zenden", ["100"]),
        ("drie belangrijke kaders. Het eerste, het tweede, het derde kader", ["3"]),
        ("1.250 en 100.000 en 1.234.567,89", ["1250", "100000", "1234567.89"]),
        ("1 250 en 100\u00a0000 en 1\u202f000", ["1250", "100000", "1000"]),
        (
            "2,5 miljoen, \u20ac 1,2 miljard, 5 mln. en 3 mld",
            ["2500000", "1200000000", "5000000", "3000000000"],
        ),
        ("\u20ac 500,- of 2.5 procent", ["500", "2.5"]),
        ("dertig duizend, honderd miljoen, 100 duizend", ["30000", "100000000", "100000"]),
        ("honderdvijftig, tweeëntwintig, één", ["150", "22", "1"]),
        ("honderd-\nvijftig, honderd\u00advijftig", ["150", "150"]),
        ("anderhalf miljoen, tweeënhalf, twee en een half", ["1500000", "2.5", "2.5"]),
        ("2\u00bd miljoen en \u00be", ["2500000", "0.75"]),
        ("twee miljoen driehonderdduizend vijftig", ["2300050"]),
        ("2 miljoen 300 duizend", ["2300000"]),
        (
            "vijftienhonderd, duizend vijfhonderd, honderd vijftig duizend",
            ["1500", "1500", "150000"],
        ),
        ("tweemaal per jaar, vijf keer", ["2", "5"]),
        ("40-60 personen, 40 tot 60", ["40", "60", "40", "60"]),
        ("vijf tot tien, zes of zeven", ["5", "10", "6", "7"]),
        ("-5% en \u22123,2 graden", ["-5", "-3.2"]),
        ("Den Haag, 29 april 2010", ["29", "2010"]),
        ("29.04.2010 en paragraaf 3.1.2", ["29", "4", "2010", "3", "1", "2"]),
        ("in 2010 153 functionarissen, in 2000 100", ["2010", "153", "2000", "100"]),
        ("nr. 84 van 32123 X", ["84", "32123"]),
        ("tientallen, honderden, miljoenen, eenheid, achtten, vierde", []),
        ("1e, 2de, 8ste, F16", []),
        ("10km en 5m", ["10", "5"]),
        ("", []),
        ("9" * 100, []),
    ],
)
def test_numbers_of_dutch_texts(text: str, expected: list[str]) -> None:
    """Dutch digits and numerals are read; ordinals, round plurals and codes are not numbers."""
    assert stated(text) == expected


@each_case(
    "text, expected",
    [
        ("1,250 people and 2.5 million euro", ["1250", "2500000"]),
        ("twenty-five and two hundred and fifty thousand", ["25", "250000"]),
        ("two thousand three hundred and one", ["2301"]),
        ("half a million; one and a half million", ["500000", "1500000"]),
        ("five hundred people and ten dogs", ["500", "10"]),
        ("the first, the 21st, dozens, hundreds and thousands", []),
        ("\u20ac5 bn and 1,234.5", ["5000000000", "1234.5"]),
        ("1,5 and 1,23456", ["1.5", "1.23456"]),
        ("25 and 100 25", ["25", "100", "25"]),
    ],
)
def test_numbers_of_english_texts(text: str, expected: list[str]) -> None:
    """English digits and numerals are read by the English signs."""
    assert stated(text, "en") == expected
    assert stated(text, "en-GB") == expected


def test_words_that_may_be_no_number() -> None:
    """The article "een", the verb "acht" and the like are numbers only weakly."""
    for text in ("een missie", "de regering acht dit nodig", "een drietal", "een half jaar"):
        assert stated(text) == []
    assert states_number("een drietal landen", Decimal(3))
    assert states_number("een missie", Decimal(1))
    assert stated("één missie") == ["1"]


def test_spaces_between_digits_may_part_numbers() -> None:
    """A dossier number is one number, and weakly the two that a space would part."""
    assert stated("(32 123 X-2009, nr. 84)") == ["32123", "2009", "84"]
    assert states_number("tabel 5 153 functionarissen", Decimal(153))


def test_number_stated_in_the_letter(source: SourceText) -> None:
    """A quantity is found in its quote, whatever the publisher did to the line."""
    assert states_number("beschikt over 153\nuitzendbare", Decimal(153))
    assert states_number("2,50 miljoen", Decimal(2_500_000))
    assert not states_number(source.text, Decimal(40))
    found = [number.value for number in numbers_in(source.text) if not number.weak]
    assert found == [124, 29, 2010, 32123, 2009, 84, 5, 3, 153, 100]


def test_place_of_a_number() -> None:
    """A number knows where it stands, all its words included."""
    text = "ruim dertig duizend personen"
    (number,) = numbers_in(text)
    assert text[number.start : number.end] == "dertig duizend"


UNITS = (
    *("", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"),
    *("tien", "elf", "twaalf"),
)
TEENS = ("dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien")
TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")


def spelt(value: int) -> str:
    """A whole number below a million as Dutch spells it in one word."""
    if value >= 1000:
        thousands = "" if value < 2000 else spelt(value // 1000)
        return f"{thousands}duizend{spelt(value % 1000)}"
    if value >= 100:
        return f"{UNITS[value // 100] if value >= 200 else ''}honderd{spelt(value % 100)}"
    if value < 20:
        return (UNITS + TEENS)[value]
    tens, unit = TENS[value // 10 - 2], UNITS[value % 10]
    joint = "ën" if unit.endswith("e") else "en"
    return f"{unit}{joint}{tens}" if unit else tens


@given(st.integers(min_value=2, max_value=999_999).filter(lambda value: value != 8))
def test_spelt_numbers_are_read(value: int) -> None:
    """Every whole number that Dutch spells as one word is read as that number."""
    assert stated(f"de {spelt(value)} teams") == [str(value)]


@given(st.integers(min_value=0, max_value=10**12))
def test_grouped_digits_are_read(value: int) -> None:
    """Digits in groups are read by the signs of the text's language."""
    assert stated(f"{value:,}".replace(",", ".")) == [str(value)]
    assert stated(f"{value:,}", "en") == [str(value)]
    assert stated(f"{value:,}".replace(",", "\u00a0")) == [str(value)]
