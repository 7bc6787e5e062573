"""Quantities in words, with the bound that the source gives them."""

from __future__ import annotations

from decimal import Decimal

from ssrpolicy.model import Language, Quantity
from ssrpolicy.views.language.dates import number
from ssrpolicy.views.language.labels import label, words


def quantity_words(quantity: Quantity, language: Language) -> str:
    """Return a quantity in words: "ten hoogste 100 personen per jaar"."""
    parts = [amount_words(quantity, language)]
    if quantity.per is not None:
        parts.append(f"{label('bound.per', language)} {unit_words(quantity.per, language)}")
    if quantity.of is not None:
        parts.append(f"({quantity.of.text(language)})")
    return " ".join(parts)


def amount_words(quantity: Quantity, language: Language) -> str:
    """Return a quantity's bound, number and unit, without the period and what is counted."""
    bound = _bound(quantity)
    numbers = [_number(n, quantity.unit, language) for n in quantity.numbers]
    amount = f" {label('bound.to', language)} ".join(numbers)
    if bound is not None:
        amount = f"{label(f'bound.{bound}', language)} {amount}"
    if _is_sign(quantity.unit):
        return amount
    one = abs(quantity.numbers[-1]) == 1
    return f"{amount} {unit_words(quantity.unit, language, plural=not one)}"


def unit_words(unit: str, language: Language, *, plural: bool = False) -> str:
    """Return the word for a unit; a unit that no list has stands as it was recorded."""
    for table in ("sign_before", "sign_after"):
        if unit in words(table):
            return str(words(table)[unit][language]).strip()
    known = words("unit").get(unit)
    return unit if known is None else str(known[language][plural])


def counted(key: str, amount: int, language: Language) -> str:
    """Return a number with its noun: ``counted("commitments", 3, "en")``, "3 commitments"."""
    one, many = words("count")[key][language]
    return f"{number(amount, language)} {one if amount == 1 else many}"


def _bound(quantity: Quantity) -> str | None:
    if len(quantity.numbers) > 1:
        return None
    return next(
        (name for name in ("about", "at_least", "at_most") if getattr(quantity, name) is not None),
        None,
    )


def _is_sign(unit: str) -> bool:
    return unit in words("sign_before") or unit in words("sign_after")


def _number(amount: Decimal, unit: str, language: Language) -> str:
    before = words("sign_before").get(unit, {}).get(language, "")
    after = words("sign_after").get(unit, {}).get(language, "")
    return f"{before}{number(amount, language)}{after}"
