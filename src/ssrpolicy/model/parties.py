"""Codes that a record declares for itself: parties, places, sectors and frameworks."""

from __future__ import annotations

import datetime as dt
from typing import Literal, TypeAlias

from attrs import field, frozen

from ssrpolicy.fields import by_fields
from ssrpolicy.model.shortening import brief
from ssrpolicy.model.texts import LocalText, code, codes, local_text, plain_texts
from ssrpolicy.model.timeframes import EdtfDate, check_day, edtf_date

ListName: TypeAlias = Literal["parties", "places", "sectors", "frameworks"]
"""The tables in which a record declares its own codes; each code list bears the name of one."""

LIST_NAMES: tuple[ListName, ...] = ("parties", "places", "sectors", "frameworks")


@frozen(kw_only=True)
@by_fields
class Code:
    """A code with its names, other spellings, and the time in which it was in use.

    Attributes:
        id: the code.
        name: its name.
        aliases: other spellings in use.
        valid_from: from when on it was in use; None where that is not known.
        valid_until: until when it was in use; None where it still is, or that is not known.
        successors: the codes that took its place.
    """

    id: str = field(validator=code)
    name: LocalText = field(validator=local_text)
    aliases: tuple[str, ...] = field(default=(), validator=plain_texts)
    valid_from: EdtfDate | None = field(default=None, validator=edtf_date)
    valid_until: EdtfDate | None = field(default=None, validator=edtf_date)
    successors: tuple[str, ...] = field(default=(), validator=codes)

    def in_use(self, day: dt.date) -> bool:
        """Return whether what the code stands for existed on a day, as far as is known."""
        check_day(day, "day")
        first = None if self.valid_from is None else self.valid_from.first_day
        last = None if self.valid_until is None else self.valid_until.last_day
        return (first is None or first <= day) and (last is None or day <= last)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id}: {brief(str(self.name))}>"


@frozen(kw_only=True, repr=False)
@by_fields
class Party(Code):
    """Who acts: a ministry, a minister, a member, an organisation, a unit.

    Attributes:
        part_of: the party to which it belongs, as a minister to a ministry; what a minister says
            is then that ministry's to do, where a letter names nobody.
    """

    part_of: str | None = field(default=None, validator=code)


class Place(Code):
    """Where: a country by its ISO 3166-1 alpha-3 code, or a place of the record's own."""

    __slots__ = ()


class Sector(Code):
    """A part of the security sector, such as police or oversight, or of another policy field."""

    __slots__ = ()


class Framework(Code):
    """A policy framework in which a statement stands, such as human rights."""

    __slots__ = ()
