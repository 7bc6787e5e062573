"""What people enter in cells, read as a text or a day; or why it cannot be read so."""

import datetime as dt
import re
from decimal import Decimal
from functools import cache

from ssrpolicy.evidence.terms import entered_term, is_day_that_is_not, names_no_last_day
from ssrpolicy.messages import _
from ssrpolicy.model import LANGUAGES, EditPart, EdtfDate, Language, LocalText, brief, check_text
from ssrpolicy.reporting import Entered
from ssrpolicy.unseen import visible
from ssrpolicy.views import label, long_date
from ssrpolicy.views.language import capital

_LINE_END = re.compile("\r\n?")
_MARK = re.compile(r"\[([^\[\]\n]{1,20})\]\s*(?=\S)")
_LONGEST_SHOWN = 60


class EntryError(ValueError):
    """What was entered as one part of a field cannot be merged; the hint says what would work."""

    def __init__(self, part: EditPart, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.part = part
        self.message = message
        self.hint = hint


def quoted(value: Entered) -> str:
    """Return an entered value as a message names it, short whatever it is."""
    return f"“{brief(visible(str(value)), _LONGEST_SHOWN)}”"


def text_of(value: Entered, language: Language) -> str | None:
    """Return an entered value as text, or None where the cell is empty.

    A day is written in words: people type words, and programs make dates of them. Lines end in
    line feeds, and white space around the text is removed.
    """
    if value is None:
        return None
    if isinstance(value, dt.date):
        return long_date(_calendar_day(value), language)
    digits = f"{value:f}" if isinstance(value, Decimal) else str(value)
    return _LINE_END.sub("\n", digits).strip() or None


def term_date(part: EditPart, value: Entered, language: Language) -> EdtfDate | None:
    """Return the date of a term that was entered: a day, or a stretch such as 2031-Q3.

    ``language`` is that of the tracker, whose column takes words. Of a day in numbers the day
    comes before the month, as on the command line. Raises EntryError where it is not one.
    """
    if isinstance(value, dt.date):
        return EdtfDate.of(_calendar_day(value))
    text = None if value is None else str(value).strip()
    if not text:
        return None
    if (date := entered_term(text)) is not None:
        return date
    if is_day_that_is_not(text):
        message = _("{value} is a day that does not exist.", value=quoted(value))
        raise EntryError(part, message, hint=_("Give another day."))
    if names_no_last_day(text):
        raise EntryError(
            part,
            _("{value} does not say what its last day is.", value=quoted(value)),
            hint=_(
                "Type that day, such as 30-06-2011, or a part of the year, such as 2011-Q2; the "
                "words belong in the column “{column}”.",
                column=label("field.new_term", language),
            ),
        )
    raise EntryError(
        part,
        _("{value} is not a date.", value=quoted(value)),
        hint=_(
            "Type a date such as 30-06-2011 or 2011-06-30, or a part of a year such as 2011-Q3; "
            "words belong in the column “{column}”.",
            column=label("field.new_term", language),
        ),
    )


def _calendar_day(value: dt.date) -> dt.date:
    return value.date() if isinstance(value, dt.datetime) else value


def local_text(part: EditPart, value: Entered, language: Language) -> LocalText | None:
    """Return a text in the language in which it was entered, or None where nothing was.

    That is the tracker's language, except for a text after the mark with which a tracker shows
    one that exists in the other language only: who corrects that text leaves the mark, and it
    stays in its language. The mark of an internal note is not part of it either.
    """
    text = text_of(value, language)
    if text is None:
        return None
    if (mark := _MARK.match(text)) and mark[1].casefold() in _internal():
        text = text[mark.end() :]
    if (mark := _MARK.match(text)) and (marked := _languages().get(mark[1].casefold())):
        text, language = text[mark.end() :], marked
    return LocalText(**{language: checked(part, text)})


@cache
def _internal() -> frozenset[str]:
    return frozenset(label("reading.internal", each).casefold() for each in LANGUAGES)


@cache
def _languages() -> dict[str, Language]:
    return {
        label(f"language.{each}", of).casefold(): each for each in LANGUAGES for of in LANGUAGES
    }


def checked(part: EditPart, text: str) -> str:
    """Return a text that a record may hold; raises EntryError where it may not."""
    try:
        check_text(text, _("the text"))
    except ValueError as error:
        raise EntryError(
            part,
            _("{error}, which no record may hold.", error=capital(str(error).rstrip("."))),
            hint=_("Type it anew: such characters come along when text is pasted."),
        ) from None
    return text
