"""The documents that a text names: by id, number, citation, title, or the name in a report."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from ssrpolicy.citations import find_citations
from ssrpolicy.codelists import folded
from ssrpolicy.evidence.terms import days_in
from ssrpolicy.model import LANGUAGES, Document, DocumentKind, Language, PolicyRecord, derived
from ssrpolicy.views import label
from ssrpolicy.views.shared import dated, kind_key, kind_of, paper_name

_LEAST_OF_A_TITLE = 8
PLACE = re.compile(r"[,;(]?\s*\b(?:alinea|paragraph)s?\s+\d.*", re.IGNORECASE | re.DOTALL)
"""The place of a quote, as reports print it after the name of a document."""
_WORD = re.compile(r"\w+")
_LEFT_OUT = frozenset(("de", "het", "the", "van", "of", "dated", "dd", "from", "zie", "see"))
# What people call a document, and reports do not.
_CALLED = {"kamerbrief": "brief"}


def named(text: str, record: PolicyRecord) -> Sequence[Document]:
    """Return the documents that a text may name, by the surest way in which it names any."""
    return next((found for found in _matches(text, record) if found), [])


def is_name(text: str, record: PolicyRecord) -> bool:
    """Return whether a text is the name of one document, with nothing before or after it."""
    return len(_exactly(text, record) or _by_name(record).get(_words(text), ())) == 1


def _matches(text: str, record: PolicyRecord) -> Iterator[Sequence[Document]]:
    """Yield the documents that a text may name, the surest way of naming first."""
    documents = record.documents
    yield [each for each in documents if folded(text) == folded(record.full_id(each.id))]
    yield _exactly(text, record)
    place = PLACE.search(text)
    for part in dict.fromkeys((text, text[: place.start()] if place else text)):
        yield _exactly(part, record)
        words = _words(part)
        yield _by_name(record).get(words, ()) if words else ()
        cited = {str(citation.number) for citation in find_citations(part) if citation.number}
        yield [each for each in documents if str(each.number) in cited]
    if len(words) >= _LEAST_OF_A_TITLE:
        yield [each for each in documents if any(f" {words} " in f" {t} " for t in _titles(each))]


def _exactly(text: str, record: PolicyRecord) -> list[Document]:
    """The documents that have a text for an id or number, or that a report prints just so.

    An id may read like the name of another paper; then either can be meant.
    """
    wanted, words = folded(text), _words(text)
    printed = _printed(record).get(words, ()) if words else ()
    return [each for each in record.documents if wanted in _ids(each, record) or each in printed]


def _ids(document: Document, record: PolicyRecord) -> set[str]:
    number = None if document.number is None else str(document.number)
    names = (
        document.id,
        record.full_id(document.id),
        document.register_number,
        document.reference,
        number,
    )
    return {folded(name) for name in (*names, document.address) if name}


def _titles(document: Document) -> list[str]:
    title = document.title
    return [] if title is None else [_words(text) for text in (title.nl, title.en) if text]


@derived
def _printed(record: PolicyRecord) -> Mapping[str, Sequence[Document]]:
    """The documents of a record by the words of each name that its reports print."""
    return _by_words(record, lambda each, language: _kinds_printed(record, each, language))


@derived
def _by_name(record: PolicyRecord) -> Mapping[str, Sequence[Document]]:
    """The documents of a record by the words of each name that people may call it."""
    return _by_words(record, _kinds)


def _by_words(
    record: PolicyRecord, kinds: Callable[[Document, Language], set[str]]
) -> Mapping[str, Sequence[Document]]:
    found: dict[str, list[Document]] = {}
    for document in record.documents:
        names = set(_titles(document))
        for language in LANGUAGES:
            names |= _names(document, kinds(document, language), language)
        for name in names:
            found.setdefault(name, []).append(document)
    return found


def _names(document: Document, kinds: set[str], language: Language) -> set[str]:
    """The words of the names of a document of these kinds: alone, and with what sets it apart."""
    paper = paper_name(document, language)
    found = {_words(paper)} if paper else set()
    for kind in kinds:
        name = dated(document, kind, language)
        ends = [paper, document.id, *_titles(document)]
        found |= {_words(name), *(_words(f"{name} {end}") for end in ends if end)}
    return found


def _kinds_printed(record: PolicyRecord, document: Document, language: Language) -> set[str]:
    the_kind = label(f"briefing_the.{kind_key(record, document)}", language)
    return {kind_of(record, document, language), the_kind}


def _kinds(document: Document, language: Language) -> set[str]:
    """What a document of its kind may be called, whatever was asked and answered in it."""
    kinds = {label(document.kind, language), label(f"briefing_the.{document.kind}", language)}
    if document.kind is DocumentKind.QUESTION:
        keys = ("question_many", "question_reply")
        kinds |= {label(f"briefing_kind.{key}", language) for key in keys}
        kinds |= {label(f"briefing_the.{key}", language) for key in keys}
    if document.kind is DocumentKind.OTHER:
        kinds |= {label("document_name.other", language)}
    return kinds


def _words(text: str) -> str:
    """The words of a name alone, as they are compared: days in one form, no articles."""
    text = " ".join(text.casefold().replace("_", " ").split())
    for start, end, day in reversed(list(days_in(text))):
        text = f"{text[:start]} {day:%Y%m%d} {text[end:]}"
    words = (_CALLED.get(word, word) for word in _WORD.findall(text))
    return " ".join(word for word in words if word not in _LEFT_OUT)
