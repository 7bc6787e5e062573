"""Answers about a record that take its sources, the code lists and the rules.

The methods of a record that take these (``ssrpolicy.model.asking.questions``) come here.
"""

from __future__ import annotations

from typing import Any

from ssrpolicy import codelists, facade
from ssrpolicy.arguments import check_choice, check_type
from ssrpolicy.errors import ArgumentError, ArgumentTypeError, NotLocatedError
from ssrpolicy.evidence import SourceText, Span, anchors, near_misses
from ssrpolicy.messages import _, did_you_mean, some
from ssrpolicy.model import (
    LIST_NAMES,
    Code,
    Finding,
    ListName,
    Passage,
    PlaceInText,
    PolicyRecord,
    SentenceRecorded,
    code_uses,
    derived,
    several,
)
from ssrpolicy.selection import codes_used


def located(record: PolicyRecord, words: object, document: object) -> PlaceInText:
    """Return where a passage, or words, stand in the record's sources.

    Raises NotLocatedError where they do not stand in exactly one place, UnknownIdError for a
    document that the record does not have.
    """
    if isinstance(words, str):
        passage = Passage(document=record.source, quote=words) if words.strip() else None
    else:
        passage = words if isinstance(words, Passage) else None
    if passage is None:
        kind = ArgumentError if isinstance(words, str) else ArgumentTypeError
        raise kind(
            _("{words!r:.80} is neither words nor a passage.", words=words),
            hint=_("Give the words to look for, or a Passage."),
        )
    if document is not None:
        wanted = [record.document(document).id]  # type: ignore[arg-type]  # document() itself refuses what is not a text, with a sentence
    elif words is passage:
        wanted = [passage.document]
    else:
        wanted = [each.id for each in record.documents]
    texts = {id: text for id in wanted if (text := anchors(record).source(id)) is not None}
    places = [
        text.describe(span, id) for id, text in texts.items() for span in _found(passage, text)
    ]
    if len(places) == 1:
        return places[0]
    raise _not_located(record, passage, texts, places)


def _found(passage: Passage, text: SourceText) -> tuple[Span, ...]:
    try:
        return text.find(passage.quote, passage.prefix, passage.suffix)
    except ValueError:
        return ()  # nothing but signs that are not searched


def _not_located(
    record: PolicyRecord, passage: Passage, texts: dict[str, SourceText], places: list[PlaceInText]
) -> NotLocatedError:
    quote = " ".join(passage.quote.split())
    if not texts:
        return NotLocatedError(
            _("{id} has no text in which {quote!r:.80} could stand.", id=record.id, quote=quote)
        )
    if places:
        shown = some([f"{place.document} {place.start}-{place.end}" for place in places])
        return NotLocatedError(
            _(
                "{quote!r:.80} stands in {number} places: {places}.",
                quote=quote,
                number=len(places),
                places=shown,
            ),
            hint=_("Name the document, or give a Passage with the words before or after them.")
            if len({place.document for place in places}) > 1
            else _("Give a Passage with the words before or after them."),
        )
    near = [
        (miss, id, text) for id, text in texts.items() for miss in near_misses(text, quote, limit=1)
    ]
    hint = None
    if near:
        miss, id, text = max(near, key=lambda each: each[0].similarity)
        hint = _(
            "The nearest words, in {document}: {words!r:.120}; {difference}.",
            document=id,
            words=text.display(miss.span.start, miss.span.end),
            difference=miss.difference,
        )
    return NotLocatedError(
        _("{quote!r:.80} does not stand in {documents}.", quote=quote, documents=some(texts)),
        hint=hint,
    )


def sentences(record: PolicyRecord) -> tuple[SentenceRecorded, ...]:
    """Return each sentence of each source of a record, and what accounts for it."""
    found = anchors(record)
    return tuple(each for document in record.documents for each in found.coverage(document.id))


def findings(record: PolicyRecord) -> tuple[Finding, ...]:
    """Return what ``ssrpolicy.check`` finds in a record."""
    return facade.check(record)


def code(record: PolicyRecord, list_name: ListName, id: str) -> Code | None:
    """Return a code of the record or of the code lists; None where neither has it.

    Raises ArgumentError for a list that does not exist.
    """
    check_choice(list_name, "list_name", LIST_NAMES)
    check_type(id, str, "id", '"nl-bz"')
    return codelists.code(record, list_name, id)


def check_code(record: PolicyRecord, list_name: ListName, code: object, others: Any) -> None:
    """Raise ArgumentError for a code that neither the code lists nor the records have.

    A record has the codes that it declares, and those that its entries use.
    """
    check_choice(list_name, "list_name", LIST_NAMES)
    if not isinstance(code, str):
        raise ArgumentTypeError(
            _("{code!r:.80} is not a code.", code=code),
            hint=_("A code is a text, such as AFG or nl-bz."),
        )
    records = (record, *several(others))
    if any(
        code in codelists.codes(each, list_name) or code in _used(each)[list_name]
        for each in records
    ):
        return
    near = dict.fromkeys(id for each in records for id in codelists.nearest(each, list_name, code))
    raise ArgumentError(
        _not_known(list_name, code, some(dict.fromkeys(each.id for each in records))),
        hint=did_you_mean([*near][:3])
        or codes_used(records, list_name)
        or _("Known are the codes of the code lists, and those that a record declares or uses."),
    )


def _not_known(list_name: ListName, code: str, records: str) -> str:
    said = {"code": code, "records": records}
    match list_name:
        case "parties":
            return _("The code lists and {records} have no party {code!r:.80}.", **said)
        case "places":
            return _("The code lists and {records} have no place {code!r:.80}.", **said)
        case "sectors":
            return _("The code lists and {records} have no sector {code!r:.80}.", **said)
        case "frameworks":
            return _("The code lists and {records} have no framework {code!r:.80}.", **said)


@derived
def _used(record: PolicyRecord) -> dict[ListName, set[str]]:
    found: dict[ListName, set[str]] = {
        "parties": set(),
        "places": set(),
        "sectors": set(),
        "frameworks": set(),
    }
    for use in code_uses(record):
        found[use.list_name].add(use.id)
    return found
