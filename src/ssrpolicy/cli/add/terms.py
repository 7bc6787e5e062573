"""Dates for terms that were recorded in words only, with the command that adds them."""

from ssrpolicy.cli.console import print_line
from ssrpolicy.editing import RecordChange
from ssrpolicy.messages import _, message_language
from ssrpolicy.model import Request, Statement, Update


def print_dates_of_terms(change: RecordChange) -> None:
    """Print the date that the words of a term give, if none was recorded with them, and how to."""
    for entry, line in zip(change.entries, change.lines, strict=True):
        if not isinstance(entry, Request | Statement | Update):
            continue
        term = entry.term if isinstance(entry, Request) else entry.timeframe
        if term is None or term.date is not None:
            continue
        from ssrpolicy.evidence.terms import read_term, term_paper  # noqa: PLC0415 - it is slow to import, and not always needed
        from ssrpolicy.views.language import edtf_words, long_date  # noqa: PLC0415 - only where a term is shown

        paper = term_paper(change.record, entry)
        reading = read_term(term.phrase, language=paper.language, paper_date=paper.date)
        if reading.date is None:
            continue
        counted, given = reading.counted_from, edtf_words(reading.date, message_language())
        print_line(
            _("The words of the timeframe give {date}.", date=given)
            if counted is None
            else _(
                "The words of the timeframe give {date}, counted from {day}.",
                date=given,
                day=long_date(counted, message_language()),
            )
        )
        if change.preview:
            print_line(_("    To record it, give: --term-date {date}", date=reading.date))
            continue
        key = line if isinstance(entry, Update) else entry.id
        print_line(
            _(
                "    To record it: ssrpolicy replace {path} {key} --term-date {date}",
                path=change.file.parent,
                key=key,
                date=reading.date,
            )
        )
