"""Documents as people enter them, one or several, found in the record as reports print them."""

import re
from collections.abc import Sequence
from itertools import takewhile

from ssrpolicy.codelists import folded
from ssrpolicy.merging.entries.names import PLACE, is_name, named
from ssrpolicy.merging.entries.quotes import stand_in
from ssrpolicy.merging.values import EntryError, quoted, text_of
from ssrpolicy.messages import _, argument, some
from ssrpolicy.model import Document, EditPart, Language, PolicyRecord
from ssrpolicy.reporting import Entered
from ssrpolicy.views import label
from ssrpolicy.views.shared import dated, paper_name

_MOST_NAMED = 6
# Between documents stands a line end or a semicolon, outside words that are quoted; or "and",
# outside brackets too, where each part that it leaves names one.
_PART = re.compile(r"(?:“[^“”]{0,4000}”|[^;\n])+")
_PART_OF_TWO = re.compile(
    r"(?:“[^“”]{0,4000}”|\([^()]{0,400}\)|(?!\s(?:en|and|&)\s)[^;\n])+", re.IGNORECASE
)
# The name of a document, and words of it, as a list of sources prints both.
_WITH_WORDS = re.compile(r"(?P<name>[^“\n]{1,300}):?\s*(?P<words>“.*)", re.DOTALL)
_AFTER_COLON = re.compile(r"(?P<name>[^:\n]{1,300}):\s+(?P<words>.*)", re.DOTALL)


def documents(
    value: Entered, record: PolicyRecord, language: Language
) -> tuple[tuple[str, ...], str | None]:
    """Return the ids of the documents that were entered, and words of them, a line a quote.

    Each is found by its id or full id, its number or a citation of it in any spelling, its number
    in the register, its address, its title or a part of it, and its name in reports: with its
    paper or without, with the paragraph of a quote. Several stand on a line each or after
    semicolons. The words that a report prints after the names are those entered with them, or
    None. Raises EntryError for a part that names none of the record, or may name several.
    """
    text = text_of(value, language)
    if text is None:
        return (), None
    if (shown := _with_words(text, record)) is not None:
        return shown
    if not is_name(text, record):
        parts = _parts(text, _PART)
        for each in (parts, _parts(text, _PART_OF_TWO)):
            if len(found := _each(each, record)) > 1:
                return found, None
        if len(parts) > 1 and any(named(part, record) for part in parts):
            return _each_or_refused(parts, record, language)
    return (_one(text, record, language),), None


def _parts(text: str, form: re.Pattern[str]) -> list[str]:
    """The parts of a text that name a document each; the place of a quote is not one."""
    parts = (re.sub(r"^(?:en|and|&)\s", "", part.strip()) for part in form.findall(text))
    return [part for part in parts if part and not PLACE.fullmatch(part)]


def _each(parts: Sequence[str], record: PolicyRecord) -> tuple[str, ...]:
    """The documents that parts name, each once; none where a part names none, or several."""
    found: dict[str, None] = {}
    for part in filter(str.strip, parts):
        if len(each := named(part, record)) != 1:
            return ()
        found[each[0].id] = None
    return tuple(found)


def _each_or_refused(
    parts: Sequence[str], record: PolicyRecord, language: Language
) -> tuple[tuple[str, ...], str | None]:
    """The documents of parts, each with words of it or without; raises EntryError for the first."""
    ids: list[str] = []
    words: list[str] = []
    for part in parts:
        shown = _with_words(part, record)
        ids += [_one(part, record, language)] if shown is None else shown[0]
        words += [] if shown is None or shown[1] is None else [shown[1]]
    return tuple(dict.fromkeys(ids)), "\n".join(words) or None


def _one(text: str, record: PolicyRecord, language: Language) -> str:
    found = named(text, record)
    if len(found) == 1:
        return found[0].id
    if found:
        # An id that is itself the name of another paper tells the two apart only in full.
        full = any(folded(text) == folded(each.id) for each in found)
        ids = (record.full_id(each.id) if full else each.id for each in found)
        called = (_called(each, language) for each in found)
        listed = some(map("{} ({})".format, ids, called), separator="; ")
        raise EntryError(
            EditPart.DOCUMENT,
            _("{value} may be any of {number} documents.", value=quoted(text), number=len(found)),
            hint=_("Type the id of the one that is meant: {found}.", found=listed),
        )
    raise EntryError(
        EditPart.DOCUMENT,
        _("{value} is not a document of {id}.", value=quoted(text), id=record.id),
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


def _with_words(text: str, record: PolicyRecord) -> tuple[tuple[str, ...], str] | None:
    """The documents that the first words name, and the words of them that follow."""
    lines = text.split("\n")
    leading = len(list(takewhile(lambda line: len(named(line.rstrip(" :"), record)) == 1, lines)))
    forms = [(lines[:leading], "\n".join(lines[leading:]))] if leading else []
    matches = (form.fullmatch(text) for form in (_WITH_WORDS, _AFTER_COLON))
    forms += [([match["name"]], match["words"]) for match in matches if match is not None]
    for names, words in forms:
        found = _each([name.rstrip(" :") for name in names], record)
        if found and words and stand_in(words, found, record):
            return found, words
    return None


def _existing(record: PolicyRecord) -> str:
    ids = [document.id for document in record.documents]
    more = len(ids) - _MOST_NAMED
    shown = ", ".join(ids[:_MOST_NAMED])
    if more > 0:
        shown = _("{words} and {number} more", words=shown, number=more)
    return _("The record has: {ids}.", ids=shown)
