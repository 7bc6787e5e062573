"""Amounts in sentences: money, percentages and people, with their bound, and nothing else."""

from decimal import Decimal
from typing import Any

from ssrpolicy.drafting.cues.quantities import quantities_in
from ssrpolicy.model import Quantity
from tables import each_case


@each_case(
    "sentence, given",
    [
        ("Het kabinet trekt hiervoor 25 miljoen euro uit.", {"exactly": 25_000_000, "unit": "EUR"}),
        ("Ik stel € 1.500.000 per jaar beschikbaar.",
         {"exactly": 1_500_000, "unit": "EUR", "per": "year"}),
        ("Zij kan maximaal 100 personen per jaar uitzenden.",
         {"at_most": 100, "unit": "person", "per": "year"}),
        ("De lasten dalen naar minimaal 30%.", {"at_least": 30, "unit": "percent"}),
        ("Dit kost ongeveer 2,5 miljoen euro.", {"about": 2_500_000, "unit": "EUR"}),
    ],
)  # fmt: skip
def test_an_amount_has_its_bound_unit_and_period(sentence: str, given: dict[str, Any]) -> None:
    """A ceiling is a ceiling, and what is for a year says so."""
    values: dict[str, Any] = {
        key: Decimal(value) if isinstance(value, int) else value for key, value in given.items()
    }

    assert quantities_in(sentence, "nl") == (Quantity(**values),)


@each_case(
    "sentence",
    [
        "In 2025 wordt de regeling geëvalueerd.",
        "Zie de brief van 7 november 2023 (Kamerstuk 32 813, nr. 1395).",
        "Er zijn twee redenen voor.",
    ],
)
def test_a_number_without_a_unit_is_no_amount(sentence: str) -> None:
    """Years, papers and counts of anything else are left to a person."""
    assert quantities_in(sentence, "nl") == ()
