"""What a reader sees, before any format: labels, dates, tables and texts in Dutch and English."""

from ssrpolicy.views.language.dates import long_date
from ssrpolicy.views.language.labels import label
from ssrpolicy.views.notes.annex.note import annex
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
from ssrpolicy.views.notes.briefing.note import briefing
from ssrpolicy.views.notes.briefing.supplied import Supplied
from ssrpolicy.views.notes.changes.note import LONGEST_SILENCE, STALE_AFTER, changes
from ssrpolicy.views.notes.foreign_names import Elsewhere
from ssrpolicy.views.workbook.overview import Fact
from ssrpolicy.views.workbook.statements import EDITABLE_COLUMNS
from ssrpolicy.views.workbook.tables import Choice, Column, Kind, Link, Table, Value
from ssrpolicy.views.workbook.tracker import Tracker, tracker

__all__ = [
    "EDITABLE_COLUMNS",
    "LONGEST_SILENCE",
    "STALE_AFTER",
    "Block",
    "Bullets",
    "Choice",
    "Column",
    "Elsewhere",
    "Fact",
    "Facts",
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
    "tracker",
]
