"""Notes before any format: what they consist of; each kind of note is a package of its own."""

from typing import TYPE_CHECKING

from ssrpolicy.lazy import lazy_face

if TYPE_CHECKING:
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
        texts_of,
    )
    from ssrpolicy.views.notes.foreign_names import ForeignNames
else:
    __getattr__, __dir__ = lazy_face(
        __name__,
        {
            "ssrpolicy.views.notes.blocks": (
                "Block Bullets Facts Grid Heading Look Note Paragraph Run Runs Source texts_of"
            ),
            "ssrpolicy.views.notes.foreign_names": "ForeignNames",
        },
    )

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
    "texts_of",
]
