"""Notes before any format: what they consist of; each kind of note is a package of its own."""

from ssrpolicy.views.notes.blocks import (
    Block,
    Bullets,
    Facts,
    Grid,
    Heading,
    Look,
    Note,
    Paragraph,
    Run,
    Runs,
    Source,
)
from ssrpolicy.views.notes.foreign_names import ForeignNames

__all__ = [
    "Block",
    "Bullets",
    "Facts",
    "ForeignNames",
    "Grid",
    "Heading",
    "Look",
    "Note",
    "Paragraph",
    "Run",
    "Runs",
    "Source",
]
