"""What the parts of a letter are called, apart from how they are found in its text."""

import attrs

from ssrpolicy.evidence.spans import Span
from ssrpolicy.model import BlockKind


@attrs.frozen(kw_only=True, repr=False)
class Block:
    """A stretch of text between blank lines, and what it is in the letter.

    Body blocks are the paragraphs, numbered from 1 over the document; each knows the heading
    above it. ``items`` holds where the items of a list start, the first block's start included
    when it is one.
    """

    kind: BlockKind
    start: int
    end: int
    number: int | None = None
    heading: Span | None = None
    items: tuple[int, ...] = ()
