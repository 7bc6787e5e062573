"""The parts of a text, for the tests of how it is built."""

from ssrpolicy.evidence import SourceText
from ssrpolicy.model import BlockKind


def kinds(text: str) -> list[tuple[str, str]]:
    """Each block of a text: what it is, and its first words."""
    source = SourceText(text)
    return [
        (block.kind.value, " ".join(source.display(block.start, block.end).split()[:3]))
        for block in source.blocks
    ]


def of_kind(text: str, kind: str) -> list[str]:
    """The first words of the blocks of one kind."""
    return [words for found, words in kinds(text) if found == kind]


def headings(source: SourceText) -> tuple[str, ...]:
    """The headings in reading order, each on one line."""
    found = [block for block in source.blocks if block.kind is BlockKind.HEADING]
    return tuple(source.display(block.start, block.end) for block in found)
