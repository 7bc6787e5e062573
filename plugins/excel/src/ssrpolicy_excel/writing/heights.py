"""Row heights that let wrapped text be read, and that a reader's Excel may fit anew."""

from __future__ import annotations

_LINE = 12.75
_MARGIN = 3.0
_TALLEST = 409.0
"""The greatest height of a row in points (Excel's published limit is 409)."""


def fitting(lines: int) -> float:
    """Return the height, in points, of a row with room for so many lines."""
    return min(lines * _LINE + _MARGIN, _TALLEST)
