"""A tracker of a record, and its rows."""

import datetime as dt

from ssrpolicy.model import Language, Passage, PolicyRecord
from ssrpolicy.views.workbook.cells import Value
from ssrpolicy.views.workbook.tables import Table
from ssrpolicy.views.workbook.tracker import Tracker, tracker

TEXT = """Internationale coördinatie op SSR-gebied

Nederland volgt
dit nauwgezet en zal dit proces waar mogelijk, en bij voorkeur multila-
teraal, ondersteunen.

SSR-instrumenten

Tot dusver is dit fonds qua omvang adequaat
gebleken om gewenste activiteiten te kunnen financieren.
"""
AFRICAN_UNION = """Nederland volgt
dit nauwgezet en zal dit proces waar mogelijk, en bij voorkeur multila-
teraal, ondersteunen."""


def quoted(words: str, document: str = "letter") -> tuple[Passage, ...]:
    """One passage of a document."""
    return (Passage(document=document, quote=words),)


def tracked(
    *records: PolicyRecord, as_of: dt.date = dt.date(2010, 12, 31), language: Language = "nl"
) -> Tracker:
    """The tracker of records."""
    return tracker(records, as_of=as_of, language=language)


def row(table: Table, id: str) -> dict[str, Value]:
    """One row of a table by its id, by column key."""
    values = table.rows[table.ids.index(id)]
    return {column.key: value for column, value in zip(table.columns, values, strict=True)}
