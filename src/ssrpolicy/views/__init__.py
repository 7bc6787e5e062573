"""What a reader sees, before any format: labels, dates, tables and texts in Dutch and English."""

from typing import TYPE_CHECKING

from ssrpolicy.lazy import lazy_face

if TYPE_CHECKING:
    from ssrpolicy.model import FullId, brief
    from ssrpolicy.views.language import (
        capital,
        counted,
        label,
        long_date,
        marked_text,
        number,
        unbroken,
    )
    from ssrpolicy.views.language.formulas import is_formula
    from ssrpolicy.views.language.printable import visible
    from ssrpolicy.views.lists.hits import Found, Hit, search, words_to_find
    from ssrpolicy.views.lists.listing import Listing, listing
    from ssrpolicy.views.lists.proposals import proposals_table
    from ssrpolicy.views.lists.rows import LIST_KINDS, ListKind
    from ssrpolicy.views.lists.texts import HitKind, SearchText, search_texts
    from ssrpolicy.views.notes.annex.note import annex
    from ssrpolicy.views.notes.blocks import (
        Block,
        Bullets,
        Contents,
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
    from ssrpolicy.views.notes.briefing.note import briefing
    from ssrpolicy.views.notes.briefing.supplied import SECTIONS, TEXTS, Supplied
    from ssrpolicy.views.notes.changes import LONGEST_SILENCE, STALE_AFTER
    from ssrpolicy.views.notes.changes.note import changes
    from ssrpolicy.views.notes.dossier.note import dossier
    from ssrpolicy.views.notes.foreign_names import ForeignNames
    from ssrpolicy.views.page.marked_text import Segment, SegmentState, Stretch
    from ssrpolicy.views.page.page import PageRecord, ReadingPage, reading_page
    from ssrpolicy.views.page.parts import (
        Detail,
        Event,
        LanguageText,
        PageEntry,
        Pointer,
        Quotation,
    )
    from ssrpolicy.views.page.timeline import LANES, Moment
    from ssrpolicy.views.shared.selected import selection_line, selection_words
    from ssrpolicy.views.shared.terms import reckoned_words
    from ssrpolicy.views.workbook.cells import AboutDay, Cell, Link, Value
    from ssrpolicy.views.workbook.overview import Fact
    from ssrpolicy.views.workbook.stages import Figure
    from ssrpolicy.views.workbook.statements import EDITABLE_COLUMNS
    from ssrpolicy.views.workbook.tables import Choice, Column, Kind, Table
    from ssrpolicy.views.workbook.tracker import COLUMN_KEYS, Tracker, tracker
else:
    __getattr__, __dir__ = lazy_face(
        __name__,
        {
            "ssrpolicy.model": "FullId brief",
            "ssrpolicy.views.language": (
                "capital counted label long_date marked_text number unbroken"
            ),
            "ssrpolicy.views.language.formulas": "is_formula",
            "ssrpolicy.views.language.printable": "visible",
            "ssrpolicy.views.lists.hits": "Found Hit search words_to_find",
            "ssrpolicy.views.lists.texts": "HitKind SearchText search_texts",
            "ssrpolicy.views.lists.listing": "Listing listing",
            "ssrpolicy.views.lists.proposals": "proposals_table",
            "ssrpolicy.views.lists.rows": "LIST_KINDS ListKind",
            "ssrpolicy.views.shared.selected": "selection_line selection_words",
            "ssrpolicy.views.shared.terms": "reckoned_words",
            "ssrpolicy.views.notes.annex.note": "annex",
            "ssrpolicy.views.notes.blocks": (
                "Block Bullets Contents Facts Grid Heading Look Note Paragraph Run "
                "Runs Source texts_of"
            ),
            "ssrpolicy.views.notes.briefing.note": "briefing",
            "ssrpolicy.views.notes.briefing.supplied": "SECTIONS TEXTS Supplied",
            "ssrpolicy.views.notes.changes": "LONGEST_SILENCE STALE_AFTER",
            "ssrpolicy.views.notes.changes.note": "changes",
            "ssrpolicy.views.notes.dossier.note": "dossier",
            "ssrpolicy.views.notes.foreign_names": "ForeignNames",
            "ssrpolicy.views.page.marked_text": "Segment SegmentState Stretch",
            "ssrpolicy.views.page.page": "PageRecord ReadingPage reading_page",
            "ssrpolicy.views.page.parts": ("Detail Event LanguageText PageEntry Pointer Quotation"),
            "ssrpolicy.views.page.timeline": "LANES Moment",
            "ssrpolicy.views.workbook.overview": "Fact",
            "ssrpolicy.views.workbook.stages": "Figure",
            "ssrpolicy.views.workbook.statements": "EDITABLE_COLUMNS",
            "ssrpolicy.views.workbook.cells": "AboutDay Cell Link Value",
            "ssrpolicy.views.workbook.tables": "Choice Column Kind Table",
            "ssrpolicy.views.workbook.tracker": "COLUMN_KEYS Tracker tracker",
        },
    )

__all__ = [
    "COLUMN_KEYS",
    "EDITABLE_COLUMNS",
    "LANES",
    "LIST_KINDS",
    "LONGEST_SILENCE",
    "SECTIONS",
    "STALE_AFTER",
    "TEXTS",
    "AboutDay",
    "Block",
    "Bullets",
    "Cell",
    "Choice",
    "Column",
    "Contents",
    "Detail",
    "Event",
    "Fact",
    "Facts",
    "Figure",
    "ForeignNames",
    "Found",
    "FullId",
    "Grid",
    "Heading",
    "Hit",
    "HitKind",
    "Kind",
    "LanguageText",
    "Link",
    "ListKind",
    "Listing",
    "Look",
    "Moment",
    "Note",
    "PageEntry",
    "PageRecord",
    "Paragraph",
    "Pointer",
    "Quotation",
    "ReadingPage",
    "Run",
    "Runs",
    "SearchText",
    "Segment",
    "SegmentState",
    "Source",
    "Stretch",
    "Supplied",
    "Table",
    "Tracker",
    "Value",
    "annex",
    "brief",
    "briefing",
    "capital",
    "changes",
    "counted",
    "dossier",
    "is_formula",
    "label",
    "listing",
    "long_date",
    "marked_text",
    "number",
    "proposals_table",
    "reading_page",
    "reckoned_words",
    "search",
    "search_texts",
    "selection_line",
    "selection_words",
    "texts_of",
    "tracker",
    "unbroken",
    "visible",
    "words_to_find",
]
