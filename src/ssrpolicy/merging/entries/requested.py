"""What the edited cells of a field request, as a standing that has it in that field."""

import datetime as dt
import re
from enum import StrEnum
from functools import cache
from typing import TypeVar

import attrs

from ssrpolicy.codelists import folded
from ssrpolicy.evidence.terms import entered_term, spreadsheet_year
from ssrpolicy.merging.comparison import EditedField
from ssrpolicy.merging.entries.documents import documents
from ssrpolicy.merging.entries.parties import NOBODY, owners
from ssrpolicy.merging.entries.quotes import found_quotes
from ssrpolicy.merging.entries.terms import entered_date, entered_words
from ssrpolicy.merging.values import EntryError, checked, local_text, quoted, text_of
from ssrpolicy.messages import _, argument, message_language, together
from ssrpolicy.model import (
    LANGUAGES,
    ClaimedStatus,
    EditField,
    EditPart,
    EvidenceStatus,
    FullId,
    Language,
    Standing,
    Timeframe,
)
from ssrpolicy.reporting import Entered
from ssrpolicy.similar import nearest
from ssrpolicy.views import label, long_date
from ssrpolicy.views.language import capital, edtf_words, keys_by_name, keys_named, vocabulary_table

V = TypeVar("V", bound=StrEnum)

_WORD = re.compile(r"[^\W\d_]{2}")
_LONGEST = 60
_LEAD = re.compile(r"(?P<lead>[^:\n]{1,40}):\s*(?P<rest>.*\S)\s*", re.DOTALL)


def requested(edit: EditedField) -> Standing | None:
    """Return a standing that has in the edited field what its cells request.

    None means that they request nothing: an empty cell is still empty. Raises EntryError for what
    cannot be merged.
    """
    match edit.field:
        case EditField.CLAIMED:
            value = edit.values.get(EditPart.CLAIMED)
            return Standing(claimed=_status(value, EditPart.CLAIMED, ClaimedStatus, edit.language))
        case EditField.OWNERS:
            return _owners(edit)
        case EditField.TERM:
            return _term(edit)
        case EditField.EVIDENCE:
            return _evidence(edit)
        case EditField.NOTE:
            return _note(edit)


def _status(value: Entered, part: EditPart, vocabulary: type[V], language: Language) -> V:
    """Return the status that was entered: by its label, or another word for it, in any language.

    Raises EntryError for one that is unknown, with the nearest label, or that may be several.
    """
    text = text_of(value, language)
    choices = [capital(label(each, language)) for each in vocabulary]
    if text is None:
        raise EntryError(
            part,
            _("The cell was emptied, and a status is never empty."),
            hint=_("Choose {choices}.", choices=choices[0]),
        )
    bare, table = _bare(text, part), vocabulary_table(vocabulary)
    found = [vocabulary(key) for key in keys_named(table, bare)]
    if len(found) == 1:
        return found[0]
    if found:
        named = ", ".join(capital(label(each, language)) for each in found)
        message = _(
            "{value} may be any of {number} statuses.", value=quoted(value), number=len(found)
        )
        raise EntryError(
            part, message, hint=_("Choose the one that is meant: {names}.", names=named)
        )
    hint = _("Choose one of: {choices}.", choices=", ".join(choices))
    if close := nearest(folded(bare)[:_LONGEST], keys_by_name(table)):
        meant = vocabulary(keys_by_name(table)[close[0]])
        hint = _("Did you mean {words}?", words=capital(label(meant, language)))
    raise EntryError(part, _("{value} is not one of the statuses.", value=quoted(value)), hint=hint)


def _bare(text: str, part: EditPart) -> str:
    """A status without what reports print around it: "Gemelde status: voldaan."."""
    match = _LEAD.fullmatch(text)
    if match is not None and folded(match["lead"]) in _leads(part):
        text = match["rest"]
    return text.rstrip(". ")


@cache
def _leads(part: EditPart) -> frozenset[str]:
    names = [label(f"{table}.{part}", each) for table in ("field", "axis") for each in LANGUAGES]
    said = [label(f"changes.{part}_first", each, now="") for each in LANGUAGES]
    return frozenset(folded(text.partition(":")[0]) for text in (*names, *said))


def _owners(edit: EditedField) -> Standing | None:
    known = (*edit.exported.owners, *edit.recorded.owners)
    found = owners(edit.values.get(EditPart.OWNERS), edit.record, edit.language, known=known)
    if found is None and not edit.exported.owners:
        return None
    if found is None:
        nobody = NOBODY[edit.language]
        raise EntryError(
            EditPart.OWNERS,
            _("The cell was emptied, and who is responsible does not end by that."),
            hint=_(
                "Put the names back; or type {nobody} if nobody is responsible any more.",
                nobody=nobody,
            ),
        )
    return Standing(owners=found)


def _note(edit: EditedField) -> Standing | None:
    note = local_text(EditPart.NOTE, edit.values.get(EditPart.NOTE), edit.language)
    if note is None and edit.exported.note is None:
        return None
    if note is None:
        raise EntryError(
            EditPart.NOTE,
            _("The cell was emptied, and what was noted stays in the history."),
            hint=_("Put the note back, or type a new one."),
        )
    return Standing(note=note)


def _term(edit: EditedField) -> Standing | None:
    language, entered = edit.language, edit.values.get(EditPart.TERM)
    phrase = text_of(entered, language)
    reason = local_text(EditPart.REASON, edit.values.get(EditPart.REASON), language)
    part = EditPart.DUE
    date = entered_date(part, edit.values.get(part), edit.record, language)
    if date is None and isinstance(entered, dt.date):
        # A spreadsheet makes a day of words that name one.
        part = EditPart.TERM
        date = entered_date(part, entered, edit.record, language)
    if phrase is None and date is None:
        if reason is None:
            return None
        raise EntryError(
            EditPart.REASON,
            _("There is a reason, but no new timeframe."),
            hint=_("Type the new timeframe in words, or its date, or both; or empty the reason."),
        )
    if phrase is None and date is not None:
        day = date.last_day if date.last_day == date.first_day else None
        typed = text_of(edit.values.get(EditPart.DUE), language)
        if day:
            phrase = long_date(day, language)
        else:
            # What is recorded as its words is not a code such as 2033-Q3.
            phrase = typed if _WORD.search(typed or "") else edtf_words(date, language)
    term = entered_words(checked(EditPart.TERM, phrase or ""), edit.record)
    if date is not None:
        term = attrs.evolve(term, date=date)
    _check_ahead(edit, part, term)
    return Standing(term=term, reason=reason)


def _check_ahead(edit: EditedField, part: EditPart, term: Timeframe) -> None:
    """Raise EntryError for a term that ends before the paper that makes its statement."""
    made_in = edit.record.statement(FullId.split(edit.item).entry).document
    paper, due = edit.record.dates.get(made_in), term.due
    if term.date is None and (named := entered_term(term.phrase)) is not None:
        part, due = EditPart.TERM, named.last_day  # words alone have no date, and name one
    if paper is None or due is None or due >= paper:
        return
    hint, year = _("Correct the year."), spreadsheet_year(due)
    if year is not None:
        hint = _(
            "Excel makes {due} of a typed {year}: if that year was meant, type "
            "{year}-12-31, or '{year} with the apostrophe.",
            due=long_date(due, message_language()),
            year=year,
        )
    message = _(
        "The timeframe would end on {due}, before the paper of {paper} that it belongs to.",
        due=long_date(due, message_language()),
        paper=long_date(paper, message_language()),
    )
    raise EntryError(part, message, hint=hint)


def _evidence(edit: EditedField) -> Standing | None:
    record, language, values = edit.record, edit.language, edit.values
    changed = EditPart.EVIDENCE in values
    was = edit.exported.evidence
    shown = was
    if changed:
        value = values.get(EditPart.EVIDENCE)
        shown = _status(value, EditPart.EVIDENCE, EvidenceStatus, language)
    named, said = documents(values.get(EditPart.DOCUMENT), record, language)
    words = values.get(EditPart.QUOTE)
    if text_of(words, language) is None and shown.needs_quote:
        words = said
    is_quoted = text_of(words, language) is not None
    quotes = found_quotes(words, named, record, language) if is_quoted else ()
    if not changed and not named:
        return None
    name = capital(label(shown, language))
    if shown.needs_quote and not quotes:
        if shown is was and not named:
            # Only the status was entered, and it is the one that was exported.
            return None
        raise EntryError(
            EditPart.QUOTE if named else EditPart.DOCUMENT,
            _(
                "“{shown}” is shown by a document and its words, and the words are missing.",
                shown=name,
            )
            if named
            else _(
                "“{shown}” is shown by a document and its words, and both are missing.", shown=name
            ),
            hint=_("Type the document and the words that show it, or choose another status."),
        )
    if shown is EvidenceStatus.NOT_ASSESSED and named:
        raise EntryError(
            EditPart.EVIDENCE,
            _("“{shown}” says that nobody looked, and a document is named.", shown=name),
            hint=_("Choose what the document shows; or empty the document and its words."),
        )
    if len(named) > 1 and not quotes:
        raise _too_many(named, name)
    first = next(iter(named), None)
    sources = tuple(passage.document for passage in quotes)
    return Standing(
        evidence=shown,
        document=first,
        quotes=tuple(passage.quote for passage in quotes),
        sources=() if set(sources) <= {first} else sources,
    )


def _too_many(documents: tuple[str, ...], status: str) -> EntryError:
    return EntryError(
        EditPart.DOCUMENT,
        _(
            "{ids} are several documents, and without words of each an update rests on one.",
            ids=together(documents),
        ),
        hint=_(
            "Leave one for “{status}”; what another one shows is an update of its own: {add}.",
            status=status,
            add=argument("ssrpolicy add update", "ssrpolicy.append(path, Update(...))"),
        ),
    )
