"""Terms as readers meet them: their words, the date of them, and the day that was taken for it."""

import datetime as dt
import re
from collections.abc import Callable

from ssrpolicy.arguments import check_type
from ssrpolicy.evidence.terms import counted_terms
from ssrpolicy.model import (
    Language,
    LocalText,
    PolicyRecord,
    Progress,
    Timeframe,
    Update,
    brief,
    check_language,
    derived,
    terms,
)
from ssrpolicy.views.language import edtf_words, is_season, label, long_date, marked_text

# So much of the words of a term stands where there is little room; the dossier has all of them.
_LONGEST = 60
# A part of a year of which nobody has said on which day it ends.
_ROUGHLY = re.compile(
    r"\b(?:begin|medio|midden|rond|omstreeks|ongeveer|circa|early|mid|around|about)\b",
    re.IGNORECASE,
)


def term_date_words(record: PolicyRecord, term: Timeframe, language: Language) -> str:
    """Return the date of a term in words, with the day from which it is counted, if any."""
    date = "" if term.date is None else edtf_words(term.date, language)
    start = counted_terms(record).get(term)
    if start is None:
        return date
    return label("reading.counted", language, date=date, start=long_date(start, language))


def is_reckoned(record: PolicyRecord, term: Timeframe) -> bool:
    """Return whether the last day of a term is a reading of words that do not give it.

    "Before the summer recess" names neither day nor year, and no one has said on which day
    "early 2027" ends. What is counted from a day is not such a reading.
    """
    if term.date is None or term in counted_terms(record):
        return False
    rough = term.approximate or is_season(term.date) or _ROUGHLY.search(term.phrase)
    return bool(rough) or not re.search(r"\d", term.phrase)


@derived
def _without_document(record: PolicyRecord) -> frozenset[Timeframe]:
    """The terms that somebody entered and that no document shows."""
    found = [(term, entry) for term, entry, _ in terms(record)]
    entered = {term for term, entry in found if _is_entered(entry)}
    return frozenset(entered.difference(term for term, entry in found if not _is_entered(entry)))


def _is_entered(entry: object) -> bool:
    return isinstance(entry, Update) and entry.document is None


def term_text(record: PolicyRecord, term: Timeframe, *, short: bool = False) -> str | LocalText:
    """Return the words of a term: a quote in quotation marks, or a text that somebody entered.

    What no document shows is a text in the record's language. With ``short`` the words are
    shortened where they are many.
    """
    words = brief(term.phrase, _LONGEST) if short else term.phrase
    if term in _without_document(record):
        return LocalText(**{record.language: words})
    return f"“{words}”"


@derived
def term_spellings(record: PolicyRecord) -> tuple[str, ...]:
    """Return the words of each term of a record as reports have them, whole and shortened."""
    own = record.language
    said = (
        term_text(record, term, short=short)
        for term, _, _ in terms(record)
        for short in (True, False)
    )
    return tuple(dict.fromkeys(each if isinstance(each, str) else each.text(own) for each in said))


def reckoned_words(
    record: PolicyRecord, now: Progress, language: Language | None = None
) -> str | None:
    """Return the words of the term that is due where they do not give its last day; else None.

    Words that somebody entered, and no document shows, are in the record's language. They are
    marked with it where ``language``, that of the reader, is another; without one they are not.
    """
    check_type(now, Progress, "now", 'record.progress("an-id", as_of=day)')
    if language is not None:
        check_language(language)
    term = now.dated
    if term is None or not is_reckoned(record, term):
        return None
    said, own = term_text(record, term, short=True), record.language
    if isinstance(said, str):
        return said
    return said.text(own) if language in (None, own) else marked_text(said, own, language)


def marked_day(
    now: Progress, language: Language, form: Callable[[dt.date, Language], str] = long_date
) -> str:
    """Return the last day of a term as ``form`` writes it, marked where it is approximate."""
    if now.due is None:
        return ""
    day = form(now.due, language)
    return label("reading.about", language, day=day) if now.approximate else day


def last_day_words(
    record: PolicyRecord,
    now: Progress,
    language: Language,
    form: Callable[[dt.date, Language], str] = long_date,
) -> str:
    """Return the last day of a term, after the words of the term where these do not give it.

    A day that is counted has the day from which it is, that of a season has the season where the
    words do not name it, and one that is approximate says so. ``form`` writes a day. Without a
    last day nothing is said.
    """
    term = now.dated
    if term is None or now.due is None:
        return ""
    day = form(now.due, language)
    start = counted_terms(record).get(term)
    if start is not None:
        return label("reading.counted_day", language, day=day, start=form(start, language))
    said = reckoned_words(record, now, language)
    if said is None:
        return marked_day(now, language, form)
    if term.date is not None and is_season(term.date):
        season = edtf_words(term.date, language)
        if season not in said.casefold():
            day = label("reading.season_day", language, day=day, season=season)
    else:
        day = marked_day(now, language, form)
    return label("reading.words_day", language, words=said, day=day)


def no_document_shows_term(now: Progress) -> bool:
    """Return whether somebody entered the last day that counts, without a document that shows it.

    After a move to no date the day that counts is the one before it, which a paper may state.
    """
    moved = now.moved_by
    if now.due is None or moved is None or moved.document is not None:
        return False
    return moved.timeframe is not None and moved.timeframe.due == now.due
