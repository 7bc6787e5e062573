"""Terms: when something is to happen, read from Dutch and English phrases; no day is guessed."""

from ssrpolicy.evidence.terms.calendar import MONTHS, SEASONS
from ssrpolicy.evidence.terms.entered import entered_day, entered_term
from ssrpolicy.evidence.terms.phrases import TermReading, read_term

__all__ = ["MONTHS", "SEASONS", "TermReading", "entered_day", "entered_term", "read_term"]
