"""The form of a workbook of proposals: its hidden sheet, and what people may fill in."""

from collections.abc import Iterable
from typing import Final

FORMAT: Final = "ssrpolicy-review/1"
"""What the first cell of the hidden sheet says."""

HIDDEN: Final = "ssrpolicy"
"""The name of the hidden sheet: it has what was exported, by which edits are seen."""

EDITED: Final = ("summary", "firmness", "owners")
"""The columns in which the entry of a proposal can be corrected."""

TAKEN: Final = ("decision", *EDITED, "reason")
"""The columns that people fill in."""


def kept_columns(keys: Iterable[str]) -> tuple[str, ...]:
    """Return the columns whose texts the hidden sheet has, in its order: the corrected ones first.

    ``keys`` are those of all columns of the sheet to decide in.
    """
    others = (key for key in keys if key != "proposal" and key not in TAKEN)
    return (*EDITED, *others)
