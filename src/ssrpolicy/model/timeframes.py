"""When something is to happen, in the source's words, and as a date where it gives one."""

from __future__ import annotations

import datetime as dt
import re

from attrs import field, frozen

from ssrpolicy.model.edtf import EdtfDate
from ssrpolicy.model.texts import plain_text
from ssrpolicy.model.vocabulary import Firmness

_START = re.compile(
    r"\W*(?:met ingang van|ingaande|vanaf|sinds|sedert|as (?:of|from)|(?:with effect )?from|since"
    r"|starting)\b(?!.*\b(?:tot|t/m|uiterlijk|until|till|to|through|by)\b)",
    re.IGNORECASE | re.DOTALL,
)


@frozen(kw_only=True)
class Timeframe:
    """A term: always the source's phrase, and a date only where the phrase gives one.

    ``after`` is what must happen first: words, or the id of a statement. ``firmness`` is that of
    the term, which may be weaker than that of the commitment.
    """

    phrase: str = field(validator=plain_text)
    date: EdtfDate | None = None
    after: str | None = field(default=None, validator=plain_text)
    firmness: Firmness | None = None

    @property
    def start_only(self) -> bool:
        """Whether it says only from when on something is done ("met ingang van 2036")."""
        interval = self.date is not None and "/" in self.date.text
        return not interval and _START.match(self.phrase) is not None

    @property
    def due(self) -> dt.date | None:
        """The last day of the term; None without a date, in an open interval, and for a start."""
        return None if self.date is None or self.start_only else self.date.last_day

    @property
    def approximate(self) -> bool:
        """Whether the date is marked as uncertain or approximate."""
        return self.date is not None and self.date.approximate
