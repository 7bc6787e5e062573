"""What people changed in a report, and what it said when it was exported."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, TypeAlias

from attrs import Attribute, field, frozen

from ssrpolicy.arguments import as_tuple, check_type
from ssrpolicy.fields import typed
from ssrpolicy.messages import _
from ssrpolicy.model import EditPart, Language, Standing, invalid_value, made_of
from ssrpolicy.unseen import each_on_one_line


@frozen(kw_only=True, field_transformer=typed)
class Baseline:
    """What a report said when it was exported: edits and records are both compared with it.

    ``records`` gives the digest of each record by its id, ``standings`` where each statement
    stood, by its full id.

    Attributes:
        as_of: the day of the report.
        language: the language of the report.
    """

    as_of: dt.date
    language: Language
    records: Mapping[str, str] = field(repr=False)
    standings: Mapping[str, Standing] = field(repr=False)

    def to_plain(self) -> dict[str, Any]:
        """Return the baseline in texts, numbers, lists and dicts, as JSON can hold it."""
        return {
            "as_of": self.as_of.isoformat(),
            "language": self.language,
            "records": dict(self.records),
            "standings": {id: each.to_plain() for id, each in self.standings.items()},
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Baseline:
        """Return the baseline that :meth:`to_plain` made; raises ValueError for anything else."""
        check_type(plain, Mapping, "plain", "baseline.to_plain()")
        try:
            return cls(
                as_of=dt.date.fromisoformat(plain["as_of"]),
                language=plain["language"],
                records=dict(plain["records"]),
                standings={
                    str(id): Standing.from_plain(each) for id, each in plain["standings"].items()
                },
            )
        except (AttributeError, LookupError, TypeError, ValueError) as error:
            raise invalid_value(
                _("{plain!r:.80} is not the baseline of a report", plain=plain)
            ) from error


Entered: TypeAlias = str | int | Decimal | dt.date | None
"""What people entered in a cell: a text, a number, a day, or nothing."""


def _part(_instance: object, attribute: Attribute[Any], part: object) -> None:
    check_type(part, EditPart, attribute.name, "EditPart.CLAIMED")


@frozen(kw_only=True, field_transformer=typed)
class EditedCell:
    """A cell that people changed.

    Attributes:
        item: the full id of the statement.
        part: what the cell holds of the statement.
        value: what it holds now.
        place: where people find it, such as ``Toezeggingen!K7``.
    """

    item: str
    part: EditPart = field(validator=_part)
    value: Entered
    place: str


@frozen(kw_only=True, field_transformer=typed)
class Refusal:
    """What cannot be merged, where it stands, why, and what would work.

    Attributes:
        place: where it stands, such as a sheet and cell.
        message: why it cannot be merged.
        hint: what would work.
    """

    place: str
    message: str
    hint: str | None = None

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.place}: {self.message}{hint}"


@frozen(kw_only=True, field_transformer=typed)
class Edits:
    """What people changed in a report since it was exported.

    ``cells`` are the changed cells of editable columns, in the report's order; ``refusals`` what
    cannot be merged; ``absent`` the ids of rows that are gone, which deletes nothing;
    ``private`` what people added for themselves, in words, which is left alone. ``remarks`` are
    sentences about other changes that do no harm. ``saved_by`` is who saved the file last, where
    it says so.

    Attributes:
        baseline: what the report said when it was exported.
    """

    baseline: Baseline
    cells: tuple[EditedCell, ...] = field(
        default=(), converter=as_tuple, validator=made_of(EditedCell)
    )
    refusals: tuple[Refusal, ...] = ()
    absent: tuple[str, ...] = ()
    private: tuple[str, ...] = ()
    remarks: tuple[str, ...] = field(default=(), converter=each_on_one_line)
    saved_by: str | None = None
