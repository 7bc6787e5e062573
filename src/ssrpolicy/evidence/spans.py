"""A stretch of a source, by the code points where it starts and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from ssrpolicy.fields import by_fields

if TYPE_CHECKING:
    from collections.abc import Iterable


@attrs.frozen(kw_only=True)
@by_fields
class Span:
    """A stretch of a source's untouched text, ``text[start:end]``, counted in code points.

    Attributes:
        start: the offset of its first character, from 0.
        end: the offset after its last character.
    """

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __repr__(self) -> str:
        return f"Span({self.start}-{self.end})"

    def __lt__(self, other: Span) -> bool:
        # Written out: stretches are sorted often, and attrs makes tuples of all fields each time.
        return (self.start, self.end) < (other.start, other.end)

    def touches(self, other: Span) -> bool:
        """Whether the two stretches have a character in common."""
        return self.start < other.end and other.start < self.end


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same stretches in reading order, those that overlap or adjoin made into one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            last = result.pop()
            result.append(Span(start=last.start, end=max(last.end, span.end)))
        else:
            result.append(span)
    return result
