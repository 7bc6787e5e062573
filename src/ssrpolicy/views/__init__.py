"""What a reader sees, before any format: labels, dates, tables and texts in Dutch and English."""

from ssrpolicy.views.blocks import (
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
from ssrpolicy.views.briefing import briefing

__all__ = [
    "Block",
    "Bullets",
    "Facts",
    "Grid",
    "Heading",
    "Look",
    "Note",
    "Paragraph",
    "Run",
    "Runs",
    "Source",
    "briefing",
]
