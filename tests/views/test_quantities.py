"""Quantities in words: a ceiling, a capacity and a deployment never read alike."""

from decimal import Decimal

from ssrpolicy.model import LocalText, Quantity
from ssrpolicy.views.language.quantities import counted, quantity_words
from tables import each_case


def test_a_ceiling_reads_as_a_ceiling() -> None:
    """The letter's "maximaal 100 personen per jaar" reads as at most, and never as a target."""
    ceiling = Quantity(at_most=Decimal(100), unit="person", per="year")

    assert quantity_words(ceiling, "nl") == "ten hoogste 100 personen per jaar"
    assert quantity_words(ceiling, "en") == "at most 100 people per year"


def test_what_is_counted_stands_after_the_number() -> None:
    """What is counted follows in brackets, in the language asked where it has it."""
    capacity = Quantity(
        exactly=Decimal(153),
        unit="person",
        of=LocalText(nl="uitzendbare functionarissen", en="deployable officers"),
    )

    assert quantity_words(capacity, "nl") == "153 personen (uitzendbare functionarissen)"
    assert quantity_words(capacity, "en") == "153 people (deployable officers)"


@each_case(
    "quantity, dutch, english",
    [
        (Quantity(exactly=Decimal(5), unit="team"), "5 teams", "5 teams"),
        (Quantity(about=Decimal(1), unit="team"), "ongeveer 1 team", "about 1 team"),
        (
            Quantity(at_least=Decimal(40), at_most=Decimal(60), unit="person"),
            "40 tot en met 60 personen",
            "40 to 60 people",
        ),
        (Quantity(at_least=Decimal("2.5"), unit="percent"), "ten minste 2,5%", "at least 2.5%"),
        (
            Quantity(at_most=Decimal(1500000), unit="EUR", per="year"),
            "ten hoogste €\u00a01.500.000 per jaar",
            "at most €1,500,000 per year",
        ),
        (Quantity(exactly=Decimal(3), unit="year"), "3 jaar", "3 years"),
        (Quantity(exactly=Decimal(3), unit="drone"), "3 drone", "3 drone"),
        (Quantity(exactly=Decimal(3), unit="EUR", per="EUR"), "€\u00a03 per €", "€3 per €"),
    ],
)
def test_each_bound_and_unit_has_its_words(quantity: Quantity, dutch: str, english: str) -> None:
    """Bounds, ranges, money and percentages read naturally; an unknown unit stands as recorded."""
    assert quantity_words(quantity, "nl") == dutch
    assert quantity_words(quantity, "en") == english


def test_a_count_agrees_with_its_noun() -> None:
    """One commitment is singular, none and several are plural."""
    assert counted("commitments", 1, "nl") == "1 toezegging"
    assert counted("commitments", 0, "nl") == "0 toezeggingen"
    assert counted("commitments", 1200, "en") == "1,200 commitments"
