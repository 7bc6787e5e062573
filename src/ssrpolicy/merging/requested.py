"""What the edited cells of one field ask for: where the statement is to stand on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from attrs import frozen

from ssrpolicy.merging import typed_evidence as evidence_cells
from ssrpolicy.merging.cells import TypedError, checked, day, local_text, status, text_of
from ssrpolicy.merging.typed_owners import owners
from ssrpolicy.model.documents import Passage
from ssrpolicy.model.edits import EditField, Standing, Typed
from ssrpolicy.model.edtf import EdtfDate
from ssrpolicy.model.progress import Update
from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.texts import Language
from ssrpolicy.model.timeframes import Timeframe
from ssrpolicy.model.vocabulary import ClaimedStatus, EvidenceStatus
from ssrpolicy.views.language.dates import long_date
from ssrpolicy.views.language.labels import capital, label


@frozen(kw_only=True)
class Cells:
    """The edited cells of one field of a statement, by column, and what they are read against.

    ``base`` is what the copy showed, ``now`` where the statement stands in the record.
    """

    field: EditField
    values: Mapping[str, Typed]
    record: PolicyRecord
    language: Language
    base: Standing
    now: Standing

    def text(self, column: str) -> str | None:
        """Return the text that was typed in a column, or None where none was."""
        return text_of(self.values.get(column), self.language)


def asked(cells: Cells) -> Standing | None:
    """Return a standing that has in this one field what the cells ask for.

    None means that they ask for nothing: an empty cell is still empty. Raises TypedError for what
    cannot be taken over.
    """
    return _READERS[cells.field](cells)


def update_of(
    field: EditField, asked: Standing, *, statement: str, date: dt.date, by: str
) -> Update:
    """Return the update that says of a statement what is asked for in one field."""
    said: dict[str, Any]
    match field:
        case EditField.CLAIMED:
            said = {"claimed": asked.claimed}
        case EditField.OWNERS:
            said = {"owners": asked.owners}
        case EditField.TERM:
            said = {"timeframe": asked.term, "note": asked.reason}
        case EditField.EVIDENCE:
            quotes = tuple(
                Passage(document=asked.document or "", quote=quote) for quote in asked.quotes
            )
            said = {"evidence": asked.evidence, "document": asked.document, "quotes": quotes}
        case EditField.NOTE:
            said = {"note": asked.note}
    return Update(statement=statement, date=date, by=by, **said)


def said_by(update: Update, field: EditField) -> Standing | None:
    """Return a standing with what an update says in one field; None where it says nothing there."""
    match field:
        case EditField.CLAIMED if update.claimed is not None:
            return Standing(claimed=update.claimed)
        case EditField.OWNERS if update.owners is not None:
            return Standing(owners=update.owners)
        case EditField.TERM if update.timeframe is not None:
            return Standing(term=update.timeframe, reason=update.note)
        case EditField.EVIDENCE if update.evidence is not None:
            quotes = tuple(passage.quote for passage in update.quotes)
            return Standing(evidence=update.evidence, document=update.document, quotes=quotes)
        case EditField.NOTE if update.note is not None and update.timeframe is None:
            return Standing(note=update.note)
    return None


def _claimed(cells: Cells) -> Standing:
    value = cells.values.get("claimed")
    return Standing(claimed=status("claimed", value, ClaimedStatus, cells.language))


def _owners(cells: Cells) -> Standing:
    known = (*cells.base.owners, *cells.now.owners)
    value = cells.values.get("owners")
    return Standing(owners=owners(value, cells.record, cells.language, known=known))


def _note(cells: Cells) -> Standing | None:
    note = local_text("note", cells.values.get("note"), cells.language)
    if note is None and cells.base.note is None:
        return None
    if note is None:
        raise TypedError(
            "note",
            "It was emptied, and what was noted stays in the history.",
            hint="Put the note back, or type a new one.",
        )
    return Standing(note=note)


def _term(cells: Cells) -> Standing | None:
    phrase = cells.text("new_term")
    reason = local_text("term_reason", cells.values.get("term_reason"), cells.language)
    due = day("new_due", cells.values.get("new_due"))
    typed = cells.values.get("new_term")
    if due is None and isinstance(typed, dt.date):
        # A spreadsheet makes a day of words that name one.
        due = day("new_term", typed)
    if phrase is None and due is None:
        if reason is None:
            return None
        raise TypedError(
            "term_reason",
            "There is a reason, and no new term.",
            hint="Type the new term in words, or its date, or both; or empty the reason.",
        )
    if phrase is None and due is not None:
        phrase = long_date(due, cells.language)
    date = None if due is None else EdtfDate.of(due)
    term = Timeframe(phrase=checked("new_term", phrase or ""), date=date)
    return Standing(term=term, reason=reason)


def _evidence(cells: Cells) -> Standing | None:
    record, language, values = cells.record, cells.language, cells.values
    column = "evidence"
    shown = cells.base.evidence
    if column in values:
        shown = status(column, values[column], EvidenceStatus, language)
    document = evidence_cells.document(values.get(evidence_cells.DOCUMENT), record, language)
    typed = values.get(evidence_cells.QUOTE)
    quotes: tuple[str, ...] = ()
    if text_of(typed, language) is not None:
        quotes = (evidence_cells.quote(typed, document, record, language),)
    if column not in values and document is None:
        return None
    if shown.needs_quote and not quotes:
        # Where nothing but the status was typed, and it is the one that stood there already.
        if shown is cells.base.evidence and document is None:
            return None
        missing = evidence_cells.QUOTE if document is not None else evidence_cells.DOCUMENT
        raise TypedError(
            missing,
            f"“{_word(shown, language)}” is shown by a document and its words, and "
            f"{'the words are' if document is not None else 'both are'} missing.",
            hint="Type the document and the words that show it, or choose another status.",
        )
    if shown is EvidenceStatus.NOT_ASSESSED and document is not None:
        raise TypedError(
            column,
            f"“{_word(shown, language)}” says that nobody looked, and a document is named.",
            hint="Choose what the document shows; or empty the document and its words.",
        )
    return Standing(evidence=shown, document=document, quotes=quotes)


def _word(status: EvidenceStatus, language: Language) -> str:
    return capital(label(status, language))


_READERS: Mapping[EditField, Callable[[Cells], Standing | None]] = {
    EditField.CLAIMED: _claimed,
    EditField.OWNERS: _owners,
    EditField.TERM: _term,
    EditField.EVIDENCE: _evidence,
    EditField.NOTE: _note,
}
