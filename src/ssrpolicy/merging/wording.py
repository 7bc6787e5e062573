"""The value of an edited field in words, as the tracker's reader knows it."""

from __future__ import annotations

from ssrpolicy.model.edits import EditField, Standing
from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.texts import Language, brief
from ssrpolicy.views.language.labels import capital, label
from ssrpolicy.views.shared import ReadingContext

FIELD_WORDS = {
    EditField.CLAIMED: "claimed status",
    EditField.OWNERS: "owners",
    EditField.TERM: "term",
    EditField.EVIDENCE: "evidence",
    EditField.NOTE: "note",
}
"""What an edited field is called in a sentence."""

_NONE = "(none)"
_LONGEST_QUOTE = 120


def value_words(
    field: EditField, standing: Standing, record: PolicyRecord, language: Language
) -> str:
    """Return what a standing says in one field, in words of the language."""
    names = ReadingContext(record, language)
    match field:
        case EditField.CLAIMED:
            return capital(label(standing.claimed, language))
        case EditField.OWNERS:
            return names.parties(standing.owners) or _NONE
        case EditField.NOTE:
            return names.text(standing.note) or _NONE
        case EditField.TERM:
            term = names.term(standing.term)
            if term is None:
                return _NONE
            reason = names.text(standing.reason)
            term = term.replace("\n", "; ")
            return term if reason is None else f"{term}: {reason}"
        case EditField.EVIDENCE:
            words = capital(label(standing.evidence, language))
            if standing.document is not None:
                words += f", {names.document(standing.document)}"
            quotes = "; ".join(f"“{brief(each, _LONGEST_QUOTE)}”" for each in standing.quotes)
            return f"{words}: {quotes}" if quotes else words
