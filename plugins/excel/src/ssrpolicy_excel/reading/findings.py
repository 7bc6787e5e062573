"""What was found in a workbook that came home, kept until it is told as a whole."""

from __future__ import annotations

from collections import Counter

from ssrpolicy.reporting import Baseline, EditedCell, Edits, Refusal

# One slip, such as sorting half the columns, can touch every cell; nobody reads ten thousand.
_TOLD = 20


class Findings:
    """The edits, refusals and remarks of a workbook, in the order in which they are met."""

    def __init__(self) -> None:
        self.cells: list[EditedCell] = []
        self.absent: list[str] = []
        self.private: list[str] = []
        self.remarks: list[str] = []
        self._refusals: list[Refusal] = []
        self._of_a_kind: Counter[tuple[str, str]] = Counter()

    def refuse(
        self, place: str, message: str, hint: str | None = None, *, kind: tuple[str, str]
    ) -> None:
        """Note what cannot be taken over; ``kind`` is its sheet's place and what it is about.

        Of one kind the first are told, and the others counted.
        """
        self._of_a_kind[kind] += 1
        if self._of_a_kind[kind] <= _TOLD:
            self._refusals.append(Refusal(place=place, message=message, hint=hint))

    def edits(self, baseline: Baseline, saved_by: str | None) -> Edits:
        """Return all that was found, held against what was given out."""
        more = [
            Refusal(
                place=sheet, message=f"{number - _TOLD:,} more like these ({about}) are not listed."
            )
            for (sheet, about), number in self._of_a_kind.items()
            if number > _TOLD
        ]
        return Edits(
            baseline=baseline,
            cells=tuple(self.cells),
            refusals=(*self._refusals, *more),
            absent=tuple(self.absent),
            private=tuple(self.private),
            remarks=tuple(self.remarks),
            saved_by=saved_by,
        )


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return a number with what is counted, such as ``1 cell`` or ``2,000 cells``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
