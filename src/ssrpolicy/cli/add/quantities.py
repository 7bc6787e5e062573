"""Quantities as an option takes them: ``at_most=100,unit=person,per=year``."""

import re
from decimal import Decimal
from typing import Any

from ssrpolicy.cli.values import Parsed
from ssrpolicy.messages import _, either
from ssrpolicy.model import BOUNDS, Quantity

_NUMBER = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,40})?")


def _number(text: str) -> Decimal:
    """Return a number in plain digits; raises ValueError for other spellings."""
    if not _NUMBER.fullmatch(text.strip()):
        raise ValueError(text)
    return Decimal(text.strip())


def _quantity_key(key: str) -> str:
    """Return the key of a part of a quantity, which may be in Dutch: "ten hoogste"."""
    if key in (*BOUNDS, "unit", "per"):
        return key
    from ssrpolicy.codelists import folded  # noqa: PLC0415 - commands start without the code lists
    from ssrpolicy.views.language import keys_by_name  # noqa: PLC0415 - the labels are loaded only where a value is put into words

    return keys_by_name("quantity_key").get(folded(key.replace("_", " ")), key)


def _quantity(text: str) -> Quantity:
    example = _("such as {example}", example="at_most=100,unit=person,per=year")
    parts: dict[str, Any] = {}
    for part in text.split(","):
        key, sign, value = part.strip().partition("=")
        key = _quantity_key(key)
        if parts and part.strip().isdecimal():
            raise ValueError(
                _(
                    "a comma stands between the parts only; write decimals with a point, {example}",
                    example=example,
                )
            )
        if not sign and _NUMBER.fullmatch(key):
            raise ValueError(
                _(
                    "{number} lacks what it counts and how: exactly={number},unit=person, or with "
                    "{bounds} in the place of exactly",
                    number=key,
                    bounds=either(BOUNDS[1:]),
                )
            )
        if not sign or key not in (*BOUNDS, "unit", "per"):
            raise ValueError(
                _(
                    "{part!r}: give one of {bounds}, with unit and perhaps per, {example}",
                    part=part,
                    bounds=", ".join(BOUNDS),
                    example=example,
                )
            )
        try:
            parts[key] = _number(value) if key in BOUNDS else value
        except ValueError:
            raise ValueError(
                _(
                    "{value!r} is not a number; write it out in digits, {example}",
                    value=value,
                    example=example,
                )
            ) from None
    if "unit" not in parts:
        raise ValueError(_("the unit is missing, {example}", example=example))
    return Quantity(**parts)


QUANTITY = Parsed("quantity", _quantity)
"""The type of an option that takes a number with its unit."""
