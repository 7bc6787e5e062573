"""The tracker's rows of codes: every value of the vocabularies, and the names that are used."""

from collections.abc import Iterator
from enum import StrEnum

from attrs import frozen

from ssrpolicy.codelists import LIST_NAMES, ListName
from ssrpolicy.model import (
    Answer,
    ClaimedStatus,
    Code,
    Course,
    DocumentKind,
    EvidenceStatus,
    Firmness,
    InstrumentKind,
    Outcome,
    Schedule,
    code_uses,
)
from ssrpolicy.views.language.labels import capital, label, meaning, words
from ssrpolicy.views.shared import ReadingContext
from ssrpolicy.views.workbook.rows import ColumnOf
from ssrpolicy.views.workbook.tables import Kind


@frozen(eq=False)
class CodeRow:
    """A code of a list, with what it is called and what it means."""

    list: str
    code: str
    label: str
    meaning: str | None


_VOCABULARIES: tuple[tuple[str, type[StrEnum] | str], ...] = (
    ("claimed", ClaimedStatus),
    ("evidence", EvidenceStatus),
    ("schedule", Schedule),
    ("answer", Answer),
    ("firmness", Firmness),
    ("course", Course),
    ("statement_kind", "statement_kind"),
    ("instrument_kind", InstrumentKind),
    ("document_kind", DocumentKind),
    ("outcome", Outcome),
    ("yes_no", "yes_no"),
)


def code_rows(contexts: list[ReadingContext]) -> Iterator[tuple[str, CodeRow]]:
    """Yield the closed vocabularies, then the parties, places, sectors and frameworks in use."""
    language = contexts[0].language
    for key, vocabulary in _VOCABULARIES:
        title = label(f"list.{key}", language)
        values = list(vocabulary) if not isinstance(vocabulary, str) else list(words(vocabulary))
        for value in values:
            named = value if isinstance(value, StrEnum) else f"{vocabulary}.{value}"
            row = CodeRow(
                title, str(value), capital(label(named, language)), meaning(named, language)
            )
            yield f"{key}/{value}", row
    for list_name in LIST_NAMES:
        title = label(f"list.{list_name}", language)
        for id, called in _used(list_name, contexts):
            yield f"{list_name}/{id}/{called}", CodeRow(title, id, capital(called), None)


def _used(list_name: ListName, contexts: list[ReadingContext]) -> list[tuple[str, str]]:
    # One id may have two names where two records declare it each for itself; both are shown.
    found = {
        (use.id, context.code(list_name, use.id))
        for context in contexts
        for use in code_uses(context.record)
        if use.list_name == list_name and not isinstance(use.entry, Code)
    }
    return sorted(found, key=lambda pair: (pair[1].casefold(), pair[0]))


_Code = ColumnOf[CodeRow]

CODES: tuple[_Code, ...] = (
    _Code("list", Kind.SHORT, 26, lambda row: row.list),
    _Code("label", Kind.TEXT, 44, lambda row: row.label),
    _Code("code", Kind.SHORT, 28, lambda row: row.code),
    _Code("meaning", Kind.TEXT, 80, lambda row: row.meaning),
)
"""The columns of the code lists."""
