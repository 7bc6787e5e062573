"""Quotes as people enter them, found in the text of documents as reports print them."""

import re
from collections.abc import Sequence

from ssrpolicy.evidence import AnchorState, SourceText, anchors, near_misses
from ssrpolicy.merging.values import EntryError, checked, quoted, text_of
from ssrpolicy.messages import _, argument, either, together
from ssrpolicy.model import LANGUAGES, EditPart, Language, Passage, PolicyRecord, brief
from ssrpolicy.reporting import Entered
from ssrpolicy.views import label

_LONGEST_SHOWN = 160
# The quotation marks around a quote in a sheet, which people copy along.
_MARKED = re.compile(r"[“„\"‘'«](.*)[”“\"’'»]", re.DOTALL)
# A source as a list of sources prints it: the paper, the place, the words, the address.
_QUOTED_SOURCE = re.compile(r".*?:\s*“(.*)”\.?(?:\s*\(https?:\S+\)\.?)?", re.DOTALL)


def stand_in(words: str, documents: Sequence[str], record: PolicyRecord) -> bool:
    """Return whether words, on a line or several, are those of documents, as far as known."""
    if any(record.document(each).text is None for each in documents):
        return any(label("quote.unverified", each) in words for each in LANGUAGES)
    lines = [words, *words.split("\n")]
    found = [any(_found(line, each, record) for each in documents) for line in lines]
    return found[0] or all(found[1:])


def found_quotes(
    value: Entered, documents: Sequence[str], record: PolicyRecord, language: Language
) -> tuple[Passage, ...]:
    """Return the quotes that were entered, each of which stands in a document in one place.

    Several stand on a line each, as reports print them. Raises EntryError where one does not stand
    there, with the nearest words that do; and, of several documents, where one stands in more
    than one of them, or where nothing is quoted from one.
    """
    text = checked(EditPart.QUOTE, text_of(value, language) or "")
    if not documents:
        raise EntryError(
            EditPart.DOCUMENT,
            _("The quote names no document."),
            hint=_("Type the document that the words are from."),
        )
    for each in documents:
        _check_text(each, record)
    if (whole := _passage(text, documents, record)) is not None:
        found = [whole]
    else:
        lines = [(line, _passage(line, documents, record)) for line in text.split("\n")]
        missing = next((line for line, passage in lines if passage is None), None)
        if len(lines) == 1 or (missing is not None and len(documents) == 1):
            raise _not_found(_bare(text)[-1], documents, record)
        if missing is not None:
            raise _not_found(_bare(missing)[-1], documents, record)
        found = [passage for _line, passage in lines if passage is not None]
    _check_each_quoted(documents, found)
    return tuple(dict.fromkeys(found))


def _check_text(document: str, record: PolicyRecord) -> None:
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
                    _("ssrpolicy replace PATH {id} --file FILE", id=document),
                    f'ssrpolicy.replace(path, "{document}", document, source=TEXT)',
                ),
            ),
        )


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


def _passage(text: str, documents: Sequence[str], record: PolicyRecord) -> Passage | None:
    """The passage of the one document in which words stand; None where they stand in none."""
    found = {each: words for each in documents if (words := _found(text, each, record))}
    if len(found) > 1:
        raise EntryError(
            EditPart.QUOTE,
            _(
                "The words {words} stand in {documents}.",
                words=quoted(text),
                documents=together(list(found)),
            ),
            hint=_("Quote words of each document that stand in that one only."),
        )
    return next((Passage(document=id, quote=words) for id, words in found.items()), None)


def _check_each_quoted(documents: Sequence[str], found: Sequence[Passage]) -> None:
    """Raise EntryError for one of several documents of which no words were entered."""
    unquoted = [each for each in documents if each not in {one.document for one in found}]
    if unquoted:
        raise EntryError(
            EditPart.QUOTE,
            _("No words of {documents} were entered.", documents=either(unquoted)),
            hint=_("Type words of each document, on a line of their own, or leave it out."),
        )


def _not_found(words: str, documents: Sequence[str], record: PolicyRecord) -> EntryError:
    if len(documents) > 1:
        return EntryError(
            EditPart.QUOTE,
            _(
                "The words {words} do not stand once in {documents}.",
                words=quoted(words),
                documents=either(documents),
            ),
            hint=_("Copy the words of each document from its text, on a line of their own."),
        )
    (document,) = documents
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
        near = brief(source.display(miss.span.start, miss.span.end), _LONGEST_SHOWN)
        return _(
            "The nearest words there: “{near}”; {difference}.",
            near=near,
            difference=miss.difference,
        )
    return None
