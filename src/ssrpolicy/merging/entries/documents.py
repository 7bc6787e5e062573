"""Documents and quotes as people enter them, found in the record as reports print them."""

import re
from collections.abc import Iterator, Mapping, Sequence

from ssrpolicy.citations import find_citations
from ssrpolicy.evidence import AnchorState, SourceText, anchors, near_misses
from ssrpolicy.evidence.terms import days_in
from ssrpolicy.merging.values import EntryError, checked, quoted, text_of
from ssrpolicy.messages import _, argument, some, together
from ssrpolicy.model import (
    LANGUAGES,
    Document,
    DocumentKind,
    EditPart,
    Language,
    Passage,
    PolicyRecord,
    derived,
)
from ssrpolicy.reporting import Entered
from ssrpolicy.views import label
from ssrpolicy.views.language import folded
from ssrpolicy.views.shared import dated, paper_name

_MOST_NAMED = 6
_LONGEST_SHOWN = 160
_LEAST_OF_A_TITLE = 8
_MOST_PARTS = 20
_BETWEEN = re.compile(r"[;\n]")
# The name of a document, and words of it, as a list of sources prints both.
_WITH_WORDS = re.compile(r"(?P<name>[^“\n]{1,300}):?\s*(?P<words>“.*)", re.DOTALL)
_AFTER_COLON = re.compile(r"(?P<name>[^:\n]{1,300}):\s+(?P<words>.*)", re.DOTALL)
# The quotation marks around a quote in a sheet, which people copy along.
_MARKED = re.compile(r"[“„\"‘'«](.*)[”“\"’'»]", re.DOTALL)
# A source as a list of sources prints it: the paper, the place, the words, the address.
_QUOTED_SOURCE = re.compile(r".*?:\s*“(.*)”\.?(?:\s*\(https?:\S+\)\.?)?", re.DOTALL)
_PLACE = re.compile(r"[,;(]?\s*\b(?:alinea|paragraph)s?\s+\d.*", re.IGNORECASE | re.DOTALL)
_WORD = re.compile(r"\w+")
_LEFT_OUT = frozenset(("de", "het", "the", "van", "of", "dated", "dd", "from", "zie", "see"))


def document(
    value: Entered, record: PolicyRecord, language: Language
) -> tuple[str | None, str | None]:
    """Return the id of the document that was entered, None where nothing was, and words of it.

    It is found by its id or full id, its number or a citation of it in any spelling, its number
    in the register, its address, its title or a part of it, and its name in reports: with its
    paper or without, with the paragraph of a quote. The words of the document that a report prints
    after its name are those entered with it, or None. Raises EntryError where the record has no
    such document, or several.
    """
    text = text_of(value, language)
    if text is None:
        return None, None
    if (shown := _with_words(text, record)) is not None:
        return shown
    _refuse_several(text, record)
    found = _named(text, record)
    if len(found) == 1:
        return found[0].id, None
    if found:
        named = some((f"{each.id} ({_called(each, language)})" for each in found), separator="; ")
        raise EntryError(
            EditPart.DOCUMENT,
            _("{value} may be any of {number} documents.", value=quoted(value), number=len(found)),
            hint=_("Type the id of the one that is meant: {found}.", found=named),
        )
    raise EntryError(
        EditPart.DOCUMENT,
        _("{value} is not a document of {id}.", value=quoted(value), id=record.id),
        hint=_(
            "{record} Add another one first: {add}.",
            record=_existing(record),
            add=argument("ssrpolicy add document", "ssrpolicy.append(path, Document(...))"),
        ),
    )


def _called(document: Document, language: Language) -> str:
    words = dated(document, label(document.kind, language), language)
    paper = paper_name(document, language)
    return f"{words} ({paper})" if paper else words


def _named(text: str, record: PolicyRecord) -> list[Document]:
    """The documents that a text may name, by the surest way in which it names any."""
    return next((found for found in _matches(text, record) if found), [])


def _refuse_several(text: str, record: PolicyRecord) -> None:
    """Raise EntryError for names of several documents, on a line each or after semicolons."""
    parts = [part for part in _BETWEEN.split(text) if part.strip()][:_MOST_PARTS]
    ids = [found[0].id for found in (_named(part, record) for part in parts) if len(found) == 1]
    several = list(dict.fromkeys(ids))
    if len(several) > 1:
        raise EntryError(
            EditPart.DOCUMENT,
            _("{ids} are several documents, and evidence is shown by one.", ids=together(several)),
            hint=_(
                "Leave the one that shows it best; what another one shows is an update of its own: "
                "{add}.",
                add=argument("ssrpolicy add update", "ssrpolicy.append(path, Update(...))"),
            ),
        )


def _with_words(text: str, record: PolicyRecord) -> tuple[str, str] | None:
    """The document that the first words name, and the words of it that follow as reports print."""
    first, _line, rest = text.partition("\n")
    forms = [(first, rest)] if rest else []
    matches = (form.fullmatch(text) for form in (_WITH_WORDS, _AFTER_COLON))
    forms += [(match["name"], match["words"]) for match in matches if match is not None]
    for name, words in forms:
        found = _named(name.rstrip(" :"), record)
        if len(found) == 1 and _stands_in(words, found[0], record):
            return found[0].id, words
    return None


def _stands_in(words: str, document: Document, record: PolicyRecord) -> bool:
    """Whether words, on a line or several, are those of a document, as far as it has a text."""
    if document.text is None:
        return any(label("quote.unverified", each) in words for each in LANGUAGES)
    each = [_found(line, document.id, record) for line in words.split("\n")]
    return _found(words, document.id, record) is not None or None not in each


def _matches(text: str, record: PolicyRecord) -> Iterator[list[Document]]:
    """Yield the documents that a text may name, the surest way of naming first."""
    documents = record.documents
    wanted = folded(text)
    yield [each for each in documents if wanted in _ids(each, record)]
    place = _PLACE.search(text)
    for part in dict.fromkeys((text, text[: place.start()] if place else text)):
        words = _words(part)
        yield list(_by_name(record).get(words, ())) if words else []
        cited = {str(citation.number) for citation in find_citations(part) if citation.number}
        yield [each for each in documents if str(each.number) in cited]
    if len(words) >= _LEAST_OF_A_TITLE:
        yield [each for each in documents if any(f" {words} " in f" {t} " for t in _titles(each))]


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
def _by_name(record: PolicyRecord) -> Mapping[str, Sequence[Document]]:
    """The documents of a record by the words of each name that a report prints."""
    found: dict[str, list[Document]] = {}
    for document in record.documents:
        for name in _names(document):
            found.setdefault(name, []).append(document)
    return found


def _names(document: Document) -> set[str]:
    """The words of every name that a report prints of a document, in both languages."""
    found = set(_titles(document))
    for language in LANGUAGES:
        paper = paper_name(document, language)
        kinds = {label(document.kind, language), label(f"briefing_the.{document.kind}", language)}
        if document.kind is DocumentKind.QUESTION:
            kinds |= {label("briefing.question_several", language)}
        for kind in kinds:
            name = dated(document, kind, language)
            ends = [paper, document.id, *_titles(document)]
            found |= {_words(name), *(_words(f"{name} {end}") for end in ends if end)}
        found |= {_words(paper)} if paper else set()
    return found


def _words(text: str) -> str:
    """The words of a name alone, as they are compared: days in one form, no articles."""
    text = " ".join(text.casefold().replace("_", " ").split())
    for start, end, day in reversed(list(days_in(text))):
        text = f"{text[:start]} {day:%Y%m%d} {text[end:]}"
    return " ".join(word for word in _WORD.findall(text) if word not in _LEFT_OUT)


def _existing(record: PolicyRecord) -> str:
    ids = [document.id for document in record.documents]
    more = len(ids) - _MOST_NAMED
    shown = ", ".join(ids[:_MOST_NAMED])
    if more > 0:
        shown = _("{words} and {number} more", words=shown, number=more)
    return _("The record has: {ids}.", ids=shown)


def found_quotes(
    value: Entered, document: str | None, record: PolicyRecord, language: Language
) -> tuple[str, ...]:
    """Return the quotes that were entered, each of which stands in the document in one place.

    Several stand on a line each, as reports print them. Raises EntryError where one does not stand
    there, with the nearest words that do.
    """
    text = checked(EditPart.QUOTE, text_of(value, language) or "")
    if document is None:
        raise EntryError(
            EditPart.DOCUMENT,
            _("The quote names no document."),
            hint=_("Type the document that the words are from."),
        )
    if record.document(document).text is None:
        raise EntryError(
            EditPart.DOCUMENT,
            _(
                "The record has no text of {document}, so that quotes from it cannot be verified.",
                document=document,
            ),
            hint=_(
                "Give it its text first: {replace}.",
                replace=argument(
                    f"ssrpolicy replace PATH {document} --file TEXT",
                    f'ssrpolicy.replace(path, "{document}", document, source=TEXT)',
                ),
            ),
        )
    if (whole := _found(text, document, record)) is not None:
        return (whole,)
    lines = [_found(line, document, record) for line in text.split("\n")]
    if len(lines) > 1 and None not in lines:
        return tuple(dict.fromkeys(line for line in lines if line is not None))
    raise _not_found(_bare(text)[-1], document, record)


def _bare(text: str) -> list[str]:
    """The words of a quote as they stand there, and without what reports print around them."""
    forms = [form.fullmatch(text) for form in (_MARKED, _QUOTED_SOURCE)]
    return [text, *(form[1].strip() for form in forms if form and form[1].strip())]


def _found(text: str, document: str, record: PolicyRecord) -> str | None:
    for words in _bare(text):
        anchor = anchors(record).of(Passage(document=document, quote=words))
        if words and anchor.state is AnchorState.FOUND:
            return words
    return None


def _not_found(words: str, document: str, record: PolicyRecord) -> EntryError:
    anchor = anchors(record).of(Passage(document=document, quote=words))
    if anchor.state is AnchorState.REPEATED:
        return EntryError(
            EditPart.QUOTE,
            _(
                "The words {words} stand {number} times in {document}.",
                words=quoted(words),
                number=len(anchor.matches),
                document=document,
            ),
            hint=_("Take in some words before or after, so that they stand there once."),
        )
    near = _nearest(words, anchor.source)
    return EntryError(
        EditPart.QUOTE,
        _("The words {words} do not stand in {document}.", words=quoted(words), document=document),
        hint=near or _("Copy the words from the document's text; nothing like them stands there."),
    )


def _nearest(words: str, source: SourceText | None) -> str | None:
    if source is None:
        return None
    for miss in near_misses(source, words, limit=1):
        near = source.display(miss.span.start, miss.span.end)
        near = near if len(near) <= _LONGEST_SHOWN else f"{near[:_LONGEST_SHOWN]}…"
        return _(
            "The nearest words there: “{near}”; {difference}.",
            near=near,
            difference=miss.difference,
        )
    return None
