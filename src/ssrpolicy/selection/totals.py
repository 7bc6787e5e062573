"""Totals of several owners: each owner's, with an entry of two owners counted once."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from ssrpolicy.fields import typed


@frozen(kw_only=True, field_transformer=typed)
class OwnerTotals:
    """How many of what is in are of each of the owners that were asked.

    These overlap: what several of them are responsible for counts with each, and once in all.

    Attributes:
        each: how many are of each owner, by the owner's code.
        several: how many are of more than one of them.
    """

    each: Mapping[str, int] = field(hash=False)
    several: int
