"""What people edit in a report: its baseline, the cells they changed, and what cannot be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import TypeAlias

from attrs import field, frozen
from attrs.validators import instance_of

from ssrpolicy.model import EditPart, Language, Standing


@frozen(kw_only=True)
class Baseline:
    """What a report said when it was exported: edits and records are both compared with it.

    ``records`` gives the digest of each record by its id, ``standings`` where each statement
    stood, by its full id.
    """

    as_of: dt.date
    language: Language
    records: Mapping[str, str] = field(repr=False)
    standings: Mapping[str, Standing] = field(repr=False)


Entered: TypeAlias = str | int | Decimal | dt.date | None
"""What people entered in a cell: a text, a number, a day, or nothing."""


@frozen(kw_only=True)
class EditedCell:
    """A cell that people changed: the full id of its statement, the part it holds, its new value.

    ``place`` says where people find it, such as ``Toezeggingen!K7``.
    """

    item: str
    part: EditPart = field(validator=instance_of(EditPart))
    value: Entered
    place: str


@frozen(kw_only=True)
class Refusal:
    """What cannot be merged, where it stands, why, and what would work."""

    place: str
    message: str
    hint: str | None = None

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.place}: {self.message}{hint}"


@frozen(kw_only=True)
class Edits:
    """What people changed in a report since it was exported.

    ``cells`` are the changed cells of editable columns, in the report's order; ``refusals`` what
    cannot be merged; ``absent`` the ids of rows that are no longer there, which deletes nothing;
    ``private`` what people added for themselves, in words, which is left alone. ``remarks`` are
    sentences about other changes that do no harm. ``saved_by`` is who saved the file last, where
    it says so.
    """

    baseline: Baseline
    cells: tuple[EditedCell, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    absent: tuple[str, ...] = ()
    private: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    saved_by: str | None = None
