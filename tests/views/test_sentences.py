"""What sentences are made of: numbers in words, and names with their article."""

import datetime as dt

import pytest

from ssrpolicy import Language
from ssrpolicy.views.language import (
    capital,
    counted_in_words,
    counted_together,
    in_words,
    label,
    span,
    with_article,
    words,
)
from tables import each_case


@each_case(
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


@each_case(
    "name, language, expected",
    [
        ("ministerie van Defensie", "nl", "het ministerie van Defensie"),
        ("minister van Buitenlandse Zaken", "nl", "de minister van Buitenlandse Zaken"),
        ("Raad der Provinciën", "nl", "de Raad der Provinciën"),
        ("Lagemeer Ministry of the Judiciary", "en", "the Lagemeer Ministry of the Judiciary"),
        ("Nederland", "nl", "Nederland"),
        ("het lid Peters", "nl", "het lid Peters"),
        ("Staten van Duinmark", "nl", "de Staten van Duinmark"),
        ("Estates of Duinmark", "en", "the Estates of Duinmark"),
        ("Rekenraad van Duinmark", "nl", "de Rekenraad van Duinmark"),
        ("Staten-Generaal", "nl", "de Staten-Generaal"),
        ("Dienst Uitvoering Onderwijs", "nl", "de Dienst Uitvoering Onderwijs"),
        ("Inspectie van het Onderwijs", "nl", "de Inspectie van het Onderwijs"),
        ("Sociaal en Cultureel Planbureau", "nl", "het Sociaal en Cultureel Planbureau"),
        ("Education Inspectorate", "en", "the Education Inspectorate"),
        ("Department for Education", "en", "the Department for Education"),
        ("Secretary of State for Education", "en", "the Secretary of State for Education"),
        ("Chairman of the Committee", "en", "the Chairman of the Committee"),
        ("Chairman of the Committee", "nl", "de Chairman of the Committee"),
        ("Secretary of State for Education", "nl", "de Secretary of State for Education"),
        ("Clerk of the House", "en", "the Clerk of the House"),
        # A name that the record has in the other language only.
        ("staatssecretaris van Wolkenbeheer", "en", "the staatssecretaris van Wolkenbeheer"),
        ("ministerie van Wolkenbeheer", "en", "the ministerie van Wolkenbeheer"),
        ("Ministry of Clouds", "nl", "het Ministry of Clouds"),
        ("State Secretary of Clouds", "nl", "de State Secretary of Clouds"),
        ("Peters, Member of the House", "en", "Peters, Member of the House"),
        ("the Netherlands", "en", "the Netherlands"),
    ],
)
def test_a_name_takes_its_article(name: str, language: Language, expected: str) -> None:
    """Bodies and offices have one, proper names have none or bring their own."""
    assert with_article(name, language) == expected


@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_word_with_an_article_has_one_in_both_languages(language: Language) -> None:
    """A record may have a name in one language only, and a sentence of either needs an article."""
    each = words("article")

    assert {label(f"article.{word}", language) for word in each} <= {"de", "het", "the"}


def test_a_capital_bears_no_stress() -> None:
    """Dutch writes "Eén" at the begin of a sentence, and "één" within it."""
    assert capital("één bericht") == "Eén bericht"
    assert capital("évaluatie") == "Évaluatie"


def test_a_sentence_has_one_full_stop() -> None:
    """A name that ends with one brings that of the sentence; three are another sign."""
    named = label("annex.moved_undated", "nl", names="het lid De Boer c.s.")
    assert named == "Ingediend door het lid De Boer c.s."
    assert label("annex.moved_undated", "nl", names="het lid De Boer") == (
        "Ingediend door het lid De Boer."
    )


@each_case(
    "first, last, dutch, english",
    [
        (dt.date(2026, 12, 31), dt.date(2027, 1, 1), "één dag", "one day"),
        (dt.date(2026, 12, 31), dt.date(2027, 2, 1), "32 dagen", "32 days"),
        (dt.date(2031, 10, 1), dt.date(2032, 4, 1), "zes maanden", "six months"),
        (dt.date(2031, 5, 31), dt.date(2031, 9, 30), "vier maanden", "four months"),
        (
            dt.date(2033, 12, 31),
            dt.date(2034, 4, 15),
            "meer dan drie maanden",
            "more than three months",
        ),
        (dt.date(2031, 12, 31), dt.date(2034, 4, 15), "meer dan twee jaar", "more than two years"),
        (dt.date(2031, 12, 31), dt.date(2033, 12, 31), "twee jaar", "two years"),
    ],
)
def test_a_span_is_told_as_people_count_it(
    first: dt.date, last: dt.date, dutch: str, english: str
) -> None:
    """In days at first, then in months, and in years from the second on."""
    assert (span(first, last, "nl"), span(first, last, "en")) == (dutch, english)
