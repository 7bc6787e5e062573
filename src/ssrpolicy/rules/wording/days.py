"""The day that a document is dated: it stands in its text, or comes from elsewhere."""

import datetime as dt
import re
from collections.abc import Iterator

from ssrpolicy.evidence.terms import MONTHS
from ssrpolicy.messages import _
from ssrpolicy.model import MetadataSource, PolicyRecord, Severity
from ssrpolicy.rules.definition import Remark, rule
from ssrpolicy.rules.messages import in_full


@rule("date-not-stated", Severity.NOTE)
def date_not_stated(record: PolicyRecord) -> Iterator[Remark]:
    """The date of a document stands nowhere in its text.

    Either the date is wrong, or it comes from elsewhere, and then the record says so. What is
    looked for is the day with the month's name, in Dutch or English, or in figures.

    Example: `date = 2010-04-28`, where the letter has "Den Haag, 29 april 2010".

    What to do: correct the date; or, if the register gives it, write `from_register = ["date"]`.
    """
    for index, document in enumerate(record.documents):
        if (
            document.date is None
            or not (document.text or "").strip()
            or document.metadata_from is MetadataSource.REGISTER
            or "date" in document.from_register
        ):
            continue
        if not _states(document.text or "", document.date):
            yield Remark(
                message=_(
                    "The date {date} stands nowhere in the text of {id}.",
                    date=in_full(document.date),
                    id=document.id,
                ),
                hint=_('Correct it, or write from_register = ["date"] if the register gives it.'),
                place=("documents", index, "date"),
            )


_GAP = r"[\s\u00a0]+"
_DAYS = re.compile(
    rf"(?<!\d)(?P<day>[0-3]?\d)(?:e|ste|de|st|nd|rd|th)?{_GAP}(?P<name>[a-z]+){_GAP}"
    r"(?P<year>\d{4})(?!\d)"
    rf"|\b(?P<english>[a-z]+){_GAP}(?P<english_day>[0-3]?\d)(?:st|nd|rd|th)?,?{_GAP}"
    r"(?P<english_year>\d{4})(?!\d)"
    r"|(?<!\d)(?P<figure_day>[0-3]?\d)[-./](?P<month>[01]?\d)[-./](?P<figure_year>\d{4})(?!\d)"
    r"|(?<!\d)(?P<iso_year>\d{4})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)(?!\d)",
    re.IGNORECASE | re.ASCII,
)


def _states(text: str, date: dt.date) -> bool:
    """Whether a text states a day, with the month's name or in figures."""
    names = MONTHS[date.month - 1]
    for found in _DAYS.finditer(text):
        if found["name"] or found["english"]:
            month_fits = (found["name"] or found["english"]).lower() in names
        else:
            month_fits = int(found["month"] or found["iso_month"]) == date.month
        day = found["day"] or found["english_day"] or found["figure_day"] or found["iso_day"]
        year = found["year"] or found["english_year"] or found["figure_year"] or found["iso_year"]
        if month_fits and int(day) == date.day and int(year) == date.year:
            return True
    return False
