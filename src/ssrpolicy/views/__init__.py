"""What a reader sees, before any format: labels, dates, tables and texts in Dutch and English."""

from typing import TYPE_CHECKING

from ssrpolicy.lazy import lazy_face

if TYPE_CHECKING:
    from ssrpolicy.views.language import label, long_date
    from ssrpolicy.views.notes import (
        Block,
        Bullets,
        Facts,
        ForeignNames,
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
    from ssrpolicy.views.notes.annex import annex
    from ssrpolicy.views.notes.briefing import Supplied, briefing
    from ssrpolicy.views.notes.changes import LONGEST_SILENCE, STALE_AFTER, changes
    from ssrpolicy.views.workbook.overview import Fact
    from ssrpolicy.views.workbook.tables import Choice, Column, Kind, Link, Table, Value
    from ssrpolicy.views.workbook.tracker import Tracker, tracker
else:
    __getattr__, __dir__ = lazy_face(
        __name__,
        {
            "ssrpolicy.views.language": "label long_date",
            "ssrpolicy.views.notes": (
                "Block Bullets Facts ForeignNames Grid Heading Look Note Paragraph Run Runs Source "
                "texts_of"
            ),
            "ssrpolicy.views.notes.annex": "annex",
            "ssrpolicy.views.notes.briefing": "Supplied briefing",
            "ssrpolicy.views.notes.changes": "LONGEST_SILENCE STALE_AFTER changes",
            "ssrpolicy.views.workbook.overview": "Fact",
            "ssrpolicy.views.workbook.tables": "Choice Column Kind Link Table Value",
            "ssrpolicy.views.workbook.tracker": "Tracker tracker",
        },
    )

__all__ = [
    "LONGEST_SILENCE",
    "STALE_AFTER",
    "Block",
    "Bullets",
    "Choice",
    "Column",
    "Fact",
    "Facts",
    "ForeignNames",
    "Grid",
    "Heading",
    "Kind",
    "Link",
    "Look",
    "Note",
    "Paragraph",
    "Run",
    "Runs",
    "Source",
    "Supplied",
    "Table",
    "Tracker",
    "Value",
    "annex",
    "briefing",
    "changes",
    "label",
    "long_date",
    "texts_of",
    "tracker",
]
