"""The tracker's rows of codes: every value of the vocabularies, and the names that are used."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from attrs import frozen

from ssrpolicy.codelists import LIST_NAMES, ListName, code
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
from ssrpolicy.views.language import capital, label, meaning, synonyms, words
from ssrpolicy.views.shared import ReadingContext
from ssrpolicy.views.workbook.tables import ColumnOf, Kind


@frozen(eq=False)
class CodeRow:
    """A code of a list, with what it is called, what it means, and what else stands for it."""

    list: str
    code: str
    label: str
    meaning: str | None
    also: Iterable[str]


_VOCABULARIES: Mapping[str, type[StrEnum] | str] = {
    "claimed": ClaimedStatus,
    "evidence": EvidenceStatus,
    "schedule": Schedule,
    "answer": Answer,
    "firmness": Firmness,
    "course": Course,
    "statement_kind": "statement_kind",
    "instrument_kind": InstrumentKind,
    "document_kind": DocumentKind,
    "outcome": Outcome,
    "yes_no": "yes_no",
}


def code_rows(contexts: list[ReadingContext]) -> Iterator[tuple[str, CodeRow]]:
    """Yield the closed vocabularies, then the parties, places, sectors and frameworks in use."""
    language = contexts[0].language
    for key, vocabulary in _VOCABULARIES.items():
        title = label(f"list.{key}", language)
        values: Iterable[str] = (
            [f"{vocabulary}.{value}" for value in words(vocabulary)]
            if isinstance(vocabulary, str)
            else vocabulary
        )
        for value in values:
            key_of = value.rpartition(".")[2]
            called, explained = capital(label(value, language)), meaning(value, language)
            also = [] if isinstance(vocabulary, str) else _only(vocabulary(key_of), vocabulary)
            yield f"{key}/{key_of}", CodeRow(title, key_of, called, explained, also)
    for list_name in LIST_NAMES:
        title = label(f"list.{list_name}", language)
        # One id may have two names where two records declare it each for itself; both are shown.
        used: dict[tuple[str, str], dict[str, None]] = {}
        for context in contexts:
            for use in code_uses(context.record):
                if use.list_name == list_name and not isinstance(use.entry, Code):
                    aliases = used.setdefault((use.id, context.code(list_name, use.id)), {})
                    aliases |= dict.fromkeys(_aliases(context, list_name, use.id))
        for id, called in sorted(used, key=lambda pair: (pair[1].casefold(), pair[0])):
            row = CodeRow(title, id, capital(called), None, used[id, called])
            yield f"{list_name}/{id}/{called}", row


def _only(value: StrEnum, vocabulary: type[StrEnum]) -> list[str]:
    """The other words for a value that stand for no other one too."""
    shared = {text for each in vocabulary if each is not value for text in synonyms(each)}
    return [text for text in synonyms(value) if text not in shared]


def _aliases(context: ReadingContext, list_name: ListName, id: str) -> tuple[str, ...]:
    """The other spellings of a code, of which a record may declare some itself."""
    found = code(context.record, list_name, id)
    return () if found is None else found.aliases


_Column = ColumnOf[CodeRow]

CODES: tuple[_Column, ...] = (
    _Column("list", 26, lambda row: row.list, Kind.SHORT),
    _Column("label", 44, lambda row: row.label),
    _Column("code", 28, lambda row: row.code, Kind.SHORT),
    _Column("meaning", 80, lambda row: row.meaning),
    _Column("also", 60, lambda row: "; ".join(row.also) or None),
)
"""The columns of the code lists."""
