"""What a reader sees, before any format: labels, dates, tables and texts in Dutch and English."""

from ssrpolicy.views.annex import annex
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
from ssrpolicy.views.briefing_supplied import Supplied
from ssrpolicy.views.changes import LONGEST_SILENCE, STALE_AFTER, changes
from ssrpolicy.views.dates import long_date
from ssrpolicy.views.elsewhere import Elsewhere
from ssrpolicy.views.labels import label
from ssrpolicy.views.overview import Fact
from ssrpolicy.views.tables import Choice, Column, Kind, Link, Table, Value
from ssrpolicy.views.tracker import Tracker, tracker

__all__ = [
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
