"""Owners, documents and quotes as people enter them, each found in the record."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ssrpolicy import codelists
from ssrpolicy.citations import find_citations
from ssrpolicy.evidence import AnchorState, SourceText, anchors, near_misses
from ssrpolicy.merging.values import EntryError, checked, quoted, text_of
from ssrpolicy.model import LANGUAGES, Code, Document, EditPart, Language, Passage, PolicyRecord
from ssrpolicy.reporting import Entered
from ssrpolicy.views.language import capital, folded
from ssrpolicy.views.shared import document_name, paper_name

# A line end or a semicolon separates names; a comma does only where it is not part of one.
_SIGN = re.compile(r"[;,\n]")
_MOST_PARTS = 8


def owners(
    value: Entered, record: PolicyRecord, language: Language, *, known: Iterable[str]
) -> tuple[str, ...]:
    """Return the ids of the parties that were entered, each once, in that order.

    ``known`` are the owners that the cell may have shown: of two parties with one name, the one
    that stood there is meant. Raises EntryError for a name that no party has, with the nearest
    names, and for one that several have.
    """
    text = text_of(value, language)
    if text is None:
        return ()
    spellings = _Spellings(record, language, known)
    return tuple(dict.fromkeys(_found(text, spellings, record, language)))


class _Spellings:
    """The spellings of parties, and which parties each may stand for."""

    def __init__(self, record: PolicyRecord, language: Language, known: Iterable[str]) -> None:
        self._known: dict[str, str] = {}
        for id in known:
            name = codelists.name(codelists.code(record, "parties", id), id, language)
            self._known.setdefault(folded(name), id)
        self._own: dict[str, list[str]] = _spellings(record.parties)

    def ids(self, text: str) -> list[str]:
        """Return the parties with this spelling; those of the record hide the built-in ones."""
        wanted = folded(text)
        if wanted in self._known:
            return [self._known[wanted]]
        return self._own.get(wanted) or _built_in().get(wanted, [])


def _spellings(codes: Iterable[Code]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    by_id: dict[str, list[str]] = {}
    for code in codes:
        for text in (code.name.nl, code.name.en, *code.aliases):
            ids = found.setdefault(folded(text), []) if text is not None else [code.id]
            if code.id not in ids:
                ids.append(code.id)
        by_id[folded(code.id)] = [code.id]
    # An id means the party that has it, whatever else is called the same.
    return found | by_id


@cache
def _built_in() -> dict[str, list[str]]:
    return _spellings(codelists.code_list("parties").codes.values())


def _found(
    text: str, spellings: _Spellings, record: PolicyRecord, language: Language
) -> Iterator[str]:
    parts, signs = _SIGN.split(text), [*_SIGN.findall(text), "\n"]
    start = 0
    while start < len(parts):
        for end in range(min(len(parts), start + _MOST_PARTS), start, -1):
            name = _joined(parts, signs, start, end)
            if name and (ids := spellings.ids(name)):
                if len(ids) > 1:
                    raise EntryError(
                        EditPart.OWNERS,
                        f"{quoted(name)} may be any of {len(ids)} parties.",
                        hint=f"Type the id of the one that is meant: {', '.join(ids)}.",
                    )
                yield ids[0]
                start = end
                break
        else:
            end = start + 1
            while signs[end - 1] == ",":
                end += 1
            if name := _joined(parts, signs, start, end):
                raise _unknown(name, record, language)
            start = end


def _joined(parts: list[str], signs: list[str], start: int, end: int) -> str:
    pieces = zip(parts[start:end], [*signs[start : end - 1], ""], strict=True)
    return "".join(f"{part}{sign}" for part, sign in pieces).strip()


def _unknown(name: str, record: PolicyRecord, language: Language) -> EntryError:
    near = codelists.nearest(record, "parties", name)
    names = [
        capital(codelists.name(codelists.code(record, "parties", id), id, language)) for id in near
    ]
    hint = "Type a name from the list of codes, or declare it in the record's [[parties]]."
    return EntryError(
        EditPart.OWNERS,
        f"{quoted(name)} is not a party of the record or of the built-in list.",
        hint=f"Did you mean {' or '.join(names)}?" if names else hint,
    )


_MOST_NAMED = 6
_LONGEST_SHOWN = 160
# The quotation marks around a quote in a sheet, which people copy along.
_MARKED = re.compile(r"[“„\"‘'«](.*)[”“\"’'»]", re.DOTALL)


def document(value: Entered, record: PolicyRecord, language: Language) -> str | None:
    """Return the id of the document that was entered, or None where nothing was.

    It is found by its id or full id, its number or a citation of it in any spelling, its number
    in the register, its title, or its name in reports. Raises EntryError where the
    record has no such document, or several.
    """
    text = text_of(value, language)
    if text is None:
        return None
    wanted = folded(text)
    found = [each.id for each in record.documents if wanted in _names(each, record)]
    if not found:
        cited = {str(citation.number) for citation in find_citations(text) if citation.number}
        found = [each.id for each in record.documents if str(each.number) in cited]
    if len(found) == 1:
        return found[0]
    if found:
        raise EntryError(
            EditPart.DOCUMENT,
            f"{quoted(value)} may be any of {len(found)} documents.",
            hint=f"Type the id of the one that is meant: {', '.join(found)}.",
        )
    raise EntryError(
        EditPart.DOCUMENT,
        f"{quoted(value)} is not a document of {record.id}.",
        hint=f"{_existing(record)} Add another one first: ssrpolicy add document.",
    )


def _names(document: Document, record: PolicyRecord) -> set[str]:
    title = document.title
    names = [document.id, record.full_id(document.id), document.register_number]
    names += [None if document.number is None else str(document.number)]
    names += [] if title is None else [title.nl, title.en]
    for language in LANGUAGES:
        names += [document_name(document, language), paper_name(document, language)]
    return {folded(name) for name in names if name}


def _existing(record: PolicyRecord) -> str:
    ids = [document.id for document in record.documents]
    more = " and more" if len(ids) > _MOST_NAMED else ""
    return f"The record has: {', '.join(ids[:_MOST_NAMED])}{more}."


def quote(value: Entered, document: str | None, record: PolicyRecord, language: Language) -> str:
    """Return the quote that was entered, which stands in the document in one place.

    Raises EntryError where it does not, with the nearest words that do.
    """
    text = checked(EditPart.QUOTE, text_of(value, language) or "")
    if document is None:
        raise EntryError(
            EditPart.DOCUMENT,
            "The quote names no document.",
            hint="Type the document that the words are from.",
        )
    if record.document(document).text is None:
        raise EntryError(
            EditPart.DOCUMENT,
            f"The record has no text of {document}, so that quotes from it cannot be verified.",
            hint="Put the text into the record's folder and name it: file = "
            f'"sources/{document}.txt".',
        )
    known = anchors(record)
    candidates = [text]
    if marked := _MARKED.fullmatch(text):
        candidates.append(marked[1].strip())
    for words in candidates:
        if words and known.of(Passage(document=document, quote=words)).state is AnchorState.FOUND:
            return words
    raise _not_found(candidates[-1] or text, document, record)


def _not_found(words: str, document: str, record: PolicyRecord) -> EntryError:
    anchor = anchors(record).of(Passage(document=document, quote=words))
    if anchor.state is AnchorState.REPEATED:
        return EntryError(
            EditPart.QUOTE,
            f"The words {quoted(words)} stand {len(anchor.matches)} times in {document}.",
            hint="Take in some words before or after, so that they stand there once.",
        )
    near = _nearest(words, anchor.source)
    return EntryError(
        EditPart.QUOTE,
        f"The words {quoted(words)} do not stand in {document}.",
        hint=near or "Copy the words from the document's text; nothing like them stands there.",
    )


def _nearest(words: str, source: SourceText | None) -> str | None:
    if source is None:
        return None
    for miss in near_misses(source, words, limit=1):
        near = source.display(miss.span.start, miss.span.end)
        near = near if len(near) <= _LONGEST_SHOWN else f"{near[:_LONGEST_SHOWN]}…"
        return f"The nearest words there: “{near}”; {miss.difference}."
    return None
