"""The options of the reporter ``excel``."""

from __future__ import annotations

import difflib
from typing import Any, Literal

from attrs import Attribute, frozen

from ssrpolicy.reporting import option
from ssrpolicy_excel.messages import _

Sheet = Literal[
    "overview",
    "commitments",
    "reminders",
    "requests",
    "statements",
    "instruments",
    "sources",
    "history",
    "codes",
    "explanation",
]

_COLUMN_GROUPS = ("main", "editable")
_NEAREST = 3


def _check_columns(_options: object, _field: Attribute[Any], keys: tuple[str, ...]) -> None:
    """Raise ValueError for a column that no sheet has, with the nearest one."""
    if not keys:
        return
    from ssrpolicy.views import COLUMN_KEYS  # noqa: PLC0415 - loads the workbook's views, for an option that few give

    known = {*COLUMN_KEYS, *_COLUMN_GROUPS}
    for key in keys:
        if key not in known:
            if meant := difflib.get_close_matches(key[:60], sorted(known), n=1):
                raise ValueError(
                    _(
                        "columns: no sheet has a column {key!r:.60}; did you mean {meant}?",
                        key=key,
                        meant=meant[0],
                    )
                )
            near = difflib.get_close_matches(key[:60], sorted(known), n=_NEAREST, cutoff=0)
            raise ValueError(
                _(
                    "columns: no sheet has a column {key!r:.60}; the nearest are {near}",
                    key=key,
                    near=", ".join(near),
                )
            )


@frozen(kw_only=True)
class ExcelOptions:
    """Which sheets and columns the workbook has, in what order, and how it is printed."""

    sheets: tuple[Sheet, ...] = option(
        (),
        help=(
            "The sheets to show; nothing means all, with other statements and code lists hidden, "
            "and history only where there is any. Their order is fixed."
        ),
    )
    per_owner: bool = option(
        default=False,
        help=(
            "Add a sheet with the commitments of each owner, to fill in like the sheet of all, and "
            "one with what is overdue for each owner, ready for a mail merge. A commitment of two "
            "owners stands on both of their sheets."
        ),
    )
    columns: tuple[str, ...] = option(
        (),
        help=(
            "The columns to show, by key (summary,owners,due,...); 'main' and 'editable' stand for "
            "those that are printed and those to fill in. The id is always there, and a sheet that "
            "has none of them keeps all; nothing means all."
        ),
        validator=_check_columns,
    )
    group: Literal["record", "owner", "place", "claimed", "evidence", "schedule"] | None = option(
        None,
        help=(
            "Put rows of one record, owner, place or status together, with that column next to the "
            "id; no row is there twice. Nothing means the most pressing commitments first, and the "
            "order of reading."
        ),
    )
    summaries: Literal["report", "nl", "en", "both"] = option(
        "report",
        help="The language of summaries and other texts of the record: that of the report, one, "
        "or both.",
    )
    protect: bool = option(
        default=False,
        help=(
            "Lock the columns that are not to fill in, without a password. The cost: Excel then "
            "does not sort the rows, nor add columns of one's own."
        ),
    )
    paper: Literal["a3", "a4"] = option("a4", help="The paper that the tables are printed on.")
    print_all: bool = option(
        default=False,
        help="Show and print every column; else all but the main columns are folded away.",
    )
