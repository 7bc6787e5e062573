"""The terms of a record that are counted, each from the day that it names or from its paper's."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from ssrpolicy.model import PolicyRecord, Request, Statement, Timeframe, Update, derived, terms

# Whether a phrase may count at all; to read it takes longer.
_UNIT: Final = r"(?i)dag|week|weken|maand|kwarta|jaar|jaren|day|month|quarter|year|fortnight"


class TermPaper(NamedTuple):
    """What a term is placed by: the date of the paper that states it, and its language."""

    date: dt.date | None
    language: str


def term_paper(record: PolicyRecord, entry: Request | Statement | Update) -> TermPaper:
    """Return the paper that states the term of an entry; of an update without one, its own day."""
    language = next((d.language for d in record.documents if d.id == entry.document), None)
    date = record.dates.get(entry.document or "")
    if isinstance(entry, Update) and date is None:
        date = entry.date
    return TermPaper(date, language or record.language)


@derived
def counted_terms(record: PolicyRecord) -> Mapping[Timeframe, dt.date]:
    """Return the first day of each term whose date is computed from another day."""
    found: dict[Timeframe, dt.date] = {}
    for term, entry, _ in terms(record):
        if term.date is None or not re.search(_UNIT, term.phrase):
            continue
        from ssrpolicy.evidence.terms.phrases import read_term  # noqa: PLC0415 - it is slow to import, and not always needed

        paper = term_paper(record, entry)
        for ahead in (True, False):
            reading = read_term(
                term.phrase, language=paper.language, paper_date=paper.date, undertaking=ahead
            )
            if reading.counted_from is not None and reading.date == term.date:
                found.setdefault(term, reading.counted_from)
    return found
