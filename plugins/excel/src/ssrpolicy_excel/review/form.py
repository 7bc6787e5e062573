"""The form of a workbook of proposals: its hidden sheet, and what people may fill in."""

from collections.abc import Iterable
from typing import Final

FORMAT: Final = "ssrpolicy-review/2"
"""What the first cell of the hidden sheet says."""

HIDDEN: Final = "ssrpolicy"
"""The name of the hidden sheet: it has what was exported, by which edits are seen."""

EDITED: Final = ("summary", "kind", "firmness", "owners", "term", "term_date")
"""The columns in which the entry of a proposal can be corrected."""

EDITED_IN: Final = {FORMAT: EDITED, "ssrpolicy-review/1": ("summary", "firmness", "owners")}
"""The same by what the first cell of the hidden sheet says, also of workbooks made before."""

STATEMENTS: Final = ("commitment", "condition", "position", "claim", "engagement")
"""The kinds of proposals that can be made one of another: what a letter states."""


def taken_columns(edited: tuple[str, ...] = EDITED) -> tuple[str, ...]:
    """Return the columns that people fill in."""
    return ("decision", *edited, "reason")


def kept_columns(keys: Iterable[str], edited: tuple[str, ...] = EDITED) -> tuple[str, ...]:
    """Return the columns whose texts the hidden sheet has, in its order: the corrected ones first.

    ``keys`` are those of all columns of the sheet to decide in.
    """
    others = (key for key in keys if key != "proposal" and key not in taken_columns(edited))
    return (*edited, *others)
