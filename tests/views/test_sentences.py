"""What sentences are made of: numbers in words, and names with their article."""

import pytest

from ssrpolicy import Language
from ssrpolicy.views.articles import with_article
from ssrpolicy.views.numerals import counted_in_words, counted_together, in_words


@pytest.mark.parametrize(
    "amount, language, words",
    [
        (0, "nl", "nul"),
        (1, "nl", "één"),
        (7, "en", "seven"),
        (20, "nl", "twintig"),
        (21, "nl", "21"),
        (1500, "nl", "1.500"),
        (1500, "en", "1,500"),
    ],
)
def test_small_numbers_are_words(amount: int, language: Language, words: str) -> None:
    """To twenty; beyond that digits."""
    assert in_words(amount, language) == words


def test_a_number_stands_with_its_noun() -> None:
    """One has the singular, more the plural."""
    assert counted_in_words("commitments", 1, "nl") == "één toezegging"
    assert counted_in_words("requests", 2, "en") == "two requests"


def test_the_numbers_of_one_sentence_are_written_alike() -> None:
    """All in words, or all in digits."""
    few, many = [("statements", 17), ("instruments", 2)], [("statements", 67), ("instruments", 14)]
    assert counted_together(few, "nl") == ["zeventien andere uitspraken", "twee instrumenten"]
    assert counted_together(many, "nl") == ["67 andere uitspraken", "14 instrumenten"]


@pytest.mark.parametrize(
    "name, language, expected",
    [
        ("ministerie van Defensie", "nl", "het ministerie van Defensie"),
        ("minister van Buitenlandse Zaken", "nl", "de minister van Buitenlandse Zaken"),
        ("Raad der Provinciën", "nl", "de Raad der Provinciën"),
        ("Lagemeer Ministry of the Judiciary", "en", "the Lagemeer Ministry of the Judiciary"),
        ("Nederland", "nl", "Nederland"),
        ("het lid Peters", "nl", "het lid Peters"),
        ("Peters, Member of the House", "en", "Peters, Member of the House"),
        ("the Netherlands", "en", "the Netherlands"),
    ],
)
def test_a_name_takes_its_article(name: str, language: Language, expected: str) -> None:
    """Bodies and offices have one, proper names have none or bring their own."""
    assert with_article(name, language) == expected
