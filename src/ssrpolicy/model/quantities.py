"""How much or how many, with the bound that the source gives it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from attrs import Attribute, field, frozen

from ssrpolicy.fields import by_fields
from ssrpolicy.messages import _
from ssrpolicy.model.texts import LocalText, invalid_value, local_text, made_of, plain_text

BOUNDS = ("exactly", "about", "at_least", "at_most")

# A binary floating-point number carries 15 significant decimal digits through JSON and
# spreadsheets unharmed; a policy letter states no more.
_DIGITS = 15
_LARGEST = Decimal(10) ** _DIGITS


def _amount(_instance: object, attribute: Attribute[Any], number: Decimal | None) -> None:
    if number is None:
        return
    if not isinstance(number, Decimal):
        raise invalid_value(
            _("{name} is {value!r:.60}, not a Decimal", name=attribute.name, value=number),
            of_type=False,
        )
    # No arithmetic: on numbers of absurd size it overflows, and it rounds those of many digits.
    if number.is_nan():
        raise invalid_value(_("{name} is not a number", name=attribute.name))
    if not number.is_finite() or (number and number.adjusted() >= _DIGITS):
        raise invalid_value(
            _(
                "{name} is out of range; it is between -{largest:,} and {largest:,}",
                name=attribute.name,
                largest=int(_LARGEST),
            )
        )
    if any(number.as_tuple().digits[_DIGITS:]) or number.adjusted() < -_DIGITS:
        raise invalid_value(
            _(
                "{name} has more than {digits} significant digits",
                name=attribute.name,
                digits=_DIGITS,
            )
        )


@frozen(kw_only=True)
@by_fields
class Quantity:
    """A number with its bound: exactly, about, at least, at most, or a range of the last two.

    Attributes:
        unit: what is counted or measured (person, EUR, team, percent).
        exactly: the number, where it is exact.
        about: the number, where it is approximate.
        at_least: the lower bound, alone or with ``at_most``.
        at_most: the upper bound: a ceiling, never a target.
        per: the period that it is for (year).
        of: what is counted, in words.
    """

    exactly: Decimal | None = field(default=None, validator=_amount)
    about: Decimal | None = field(default=None, validator=_amount)
    at_least: Decimal | None = field(default=None, validator=_amount)
    at_most: Decimal | None = field(default=None, validator=_amount)
    unit: str = field(validator=plain_text)
    per: str | None = field(default=None, validator=plain_text)
    of: LocalText | None = field(default=None, validator=local_text)

    def __attrs_post_init__(self) -> None:
        given = tuple(name for name in BOUNDS if getattr(self, name) is not None)
        if len(given) != 1 and given != ("at_least", "at_most"):
            raise invalid_value(
                _(
                    "a quantity has one of exactly, about, at_least, at_most, or both of the last "
                    "two; here: {given}",
                    given=", ".join(given) or _("none"),
                )
            )
        if self.at_least is not None and self.at_most is not None and self.at_most < self.at_least:
            raise invalid_value(
                _(
                    "at_most ({at_most}) is below at_least ({at_least})",
                    at_most=self.at_most,
                    at_least=self.at_least,
                )
            )

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """The numbers stated, the lower bound first."""
        bounds = (self.exactly, self.about, self.at_least, self.at_most)
        return tuple(number for number in bounds if number is not None)


quantities = made_of(Quantity, 'Quantity(exactly=Decimal(12), unit="person")')
"""Validates a field that holds quantities."""
