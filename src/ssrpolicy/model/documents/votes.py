"""The votes on a motion."""

from __future__ import annotations

from typing import Any

from attrs import Attribute, field, frozen

from ssrpolicy.arguments import whole_number, whole_number_or_none
from ssrpolicy.fields import by_fields
from ssrpolicy.messages import _
from ssrpolicy.model.texts import invalid_value

_MOST_VOTES = 10_000


def _count(_instance: object, attribute: Attribute[Any], number: Any) -> None:
    if number is None and attribute.default is None:
        return
    if type(number) is not int or not 0 <= number <= _MOST_VOTES:
        raise invalid_value(
            _(
                "{name} is {number}: votes are 0 to {most_votes:,}",
                name=attribute.name,
                number=number,
                most_votes=_MOST_VOTES,
            ),
            of_type=type(number) is int,
        )


@frozen(kw_only=True)
@by_fields
class Votes:
    """The votes on a motion, as numbers of members (0 to 10,000).

    Attributes:
        in_favour: the members in favour.
        against: the members against.
        not_voting: the members who did not vote; None where that is not known.
    """

    in_favour: int = field(converter=whole_number, validator=_count)
    against: int = field(converter=whole_number, validator=_count)
    not_voting: int | None = field(default=None, converter=whole_number_or_none, validator=_count)
