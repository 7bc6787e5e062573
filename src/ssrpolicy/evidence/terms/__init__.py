"""Terms: when something is to happen, read from Dutch and English phrases; no day is guessed."""

from typing import TYPE_CHECKING

from ssrpolicy.lazy import lazy_face

if TYPE_CHECKING:
    from ssrpolicy.evidence.terms.calendar import MONTH_NUMBERS, MONTHS, SEASONS, spreadsheet_year
    from ssrpolicy.evidence.terms.counted import counted_terms, term_paper
    from ssrpolicy.evidence.terms.entered import (
        days_in,
        entered_day,
        entered_term,
        is_day_that_is_not,
        names_no_last_day,
    )
    from ssrpolicy.evidence.terms.events import comes_first
    from ssrpolicy.evidence.terms.found import ends_soon, phrases_in
    from ssrpolicy.evidence.terms.occasions import says_again
    from ssrpolicy.evidence.terms.phrases import Says, TermReading, read_term
else:
    __getattr__, __dir__ = lazy_face(
        __name__,
        {
            "ssrpolicy.evidence.terms.calendar": "MONTH_NUMBERS MONTHS SEASONS spreadsheet_year",
            "ssrpolicy.evidence.terms.counted": "counted_terms term_paper",
            "ssrpolicy.evidence.terms.entered": (
                "days_in entered_day entered_term is_day_that_is_not names_no_last_day"
            ),
            "ssrpolicy.evidence.terms.events": "comes_first",
            "ssrpolicy.evidence.terms.found": "ends_soon phrases_in",
            "ssrpolicy.evidence.terms.occasions": "says_again",
            "ssrpolicy.evidence.terms.phrases": "Says TermReading read_term",
        },
    )

__all__ = [
    "MONTHS",
    "MONTH_NUMBERS",
    "SEASONS",
    "Says",
    "TermReading",
    "comes_first",
    "counted_terms",
    "days_in",
    "ends_soon",
    "entered_day",
    "entered_term",
    "is_day_that_is_not",
    "names_no_last_day",
    "phrases_in",
    "read_term",
    "says_again",
    "spreadsheet_year",
    "term_paper",
]
