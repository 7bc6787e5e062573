"""Terms as people enter them: words, a date or a part of a year, as reports print them too."""

import re
from collections.abc import Mapping
from itertools import product

from ssrpolicy.codelists import folded
from ssrpolicy.evidence.terms import entered_term
from ssrpolicy.merging.values import term_date
from ssrpolicy.model import (
    LANGUAGES,
    EditPart,
    EdtfDate,
    Language,
    PolicyRecord,
    Timeframe,
    derived,
    terms,
)
from ssrpolicy.reporting import Entered
from ssrpolicy.views.language import edtf_words
from ssrpolicy.views.shared import ReadingContext, term_date_words

# A phrase in quotation marks, and what it means after it, as reports print a term.
_PRINTED = re.compile(r"[“\"](?P<phrase>[^”\"]+)[”\"](?:\s*\((?P<date>[^()]+)\))?\.?\s*")


def entered_date(
    part: EditPart, value: Entered, record: PolicyRecord, language: Language
) -> EdtfDate | None:
    """Return the date of a term that was entered, also as a report prints one of the record.

    Raises EntryError where it is not a date.
    """
    if isinstance(value, str) and (date := _printed_dates(record).get(_key(value))) is not None:
        return date
    return term_date(part, value, language)


def entered_words(text: str, record: PolicyRecord) -> Timeframe:
    """Return the term that words give; with its date only where a report prints it so."""
    if (known := _printed_terms(record).get(_key(text))) is not None:
        return known
    match = _PRINTED.fullmatch(text)
    if match is None:
        return Timeframe(phrase=text)
    phrase, words = match["phrase"], match["date"]
    if words is None:
        return Timeframe(phrase=phrase, date=_date_of(phrase, record))
    date = _printed_dates(record).get(_key(words)) or entered_term(words)
    return Timeframe(phrase=phrase if date is not None else text, date=date)


def _date_of(phrase: str, record: PolicyRecord) -> EdtfDate | None:
    """The date of the record's terms with this phrase, where it is one."""
    found = {term.date for term, _, _ in terms(record) if term.phrase == phrase}
    return found.pop() if len(found) == 1 else None


@derived
def _printed_terms(record: PolicyRecord) -> Mapping[str, Timeframe]:
    """The terms of a record by how reports print them; none where two are printed alike."""
    found: dict[str, set[Timeframe]] = {}
    for language, marks in product(LANGUAGES, (True, False)):
        context = ReadingContext(record, language, marks=marks)
        for term, _, _ in terms(record):
            found.setdefault(_key(context.term(term) or ""), set()).add(term)
    return {text: next(iter(alike)) for text, alike in found.items() if len(alike) == 1}


@derived
def _printed_dates(record: PolicyRecord) -> Mapping[str, EdtfDate]:
    """The dates of a record's terms by how reports print them."""
    return {
        _key(words): term.date
        for language in LANGUAGES
        for term, _, _ in terms(record)
        if term.date is not None
        for words in (edtf_words(term.date, language), term_date_words(record, term, language))
    }


def _key(text: str) -> str:
    return folded(text).rstrip(".")
