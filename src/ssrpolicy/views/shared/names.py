"""What documents, their votes and the dates of terms are called, in one language."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from ssrpolicy import codelists
from ssrpolicy.model import (
    Document,
    DocumentKind,
    FactsFrom,
    Handling,
    Language,
    LocalText,
    PolicyRecord,
    Request,
    Votes,
)
from ssrpolicy.views.language import capital, label, long_date, number, words
from ssrpolicy.views.shared.shown_record import ShownRecord

_ANSWERING: Final = frozenset(("minister", "ministry", "government"))
"""The kinds of parties of the code list that answer questions."""


def paper_name(document: Document, language: Language) -> str | None:
    """Return the citation of a document's paper, or its number in the register, or None."""
    if document.number is not None:
        return document.number.display(language, document.session_year)
    return document.register_number


def kind_key(record: PolicyRecord, document: Document) -> str:
    """Return the key of what kind of paper a document is called.

    A list of written questions is spoken of in the plural, and with its answers it is a reply, as
    is one that a minister signs: ministers put no questions to the House.
    """
    if document.kind is not DocumentKind.QUESTION:
        return document.kind
    if record.is_reply(document.id) or _is_of_ministers(document):
        return "question_reply"
    asked = sum(request.document == document.id for request in record.requests)
    return "question_many" if asked > 1 else document.kind


def _is_of_ministers(document: Document) -> bool:
    known = codelists.code_list("parties").details
    kinds = {known[id].kind for id in document.authors if id in known}
    return not kinds.isdisjoint(_ANSWERING)


def who_asked(record: PolicyRecord, document: Document) -> tuple[str, ...]:
    """Return who put the questions that a paper answers: the authors of the paper that asks them.

    Nothing where the paper does not answer questions, or the record does not have one paper that
    asks them with its authors.
    """
    if kind_key(record, document) != "question_reply":
        return ()
    asking = [
        each.authors
        for each in record.documents
        if each.authors and kind_key(record, each) in {DocumentKind.QUESTION, "question_many"}
    ]
    return asking[0] if len(asking) == 1 else ()


def asked_in(record: PolicyRecord, request: Request) -> tuple[str, ...]:
    """Return the paper that asks a request.

    Nothing where a reply to questions repeats it, or where no more is known of it than its kind.
    """
    if request.document not in record:
        return ()
    asked = record.document(request.document)
    known = (asked.date, asked.number, asked.register_number, asked.title)
    return (asked.id,) if any(known) and not record.is_reply(asked.id) else ()


def asked_noun(contexts: Iterable[ShownRecord]) -> str:
    """Return the key of what is called that records ask: ``questions`` where all are questions."""
    nouns = {each.noun_of(each.shown_requests) for each in contexts if each.shown_requests}
    return nouns.pop() if len(nouns) == 1 else "requests"


def kind_of(record: PolicyRecord, document: Document, language: Language) -> str:
    """Return what kind of document it is, without an article: "brief", "vragen", "document"."""
    key = kind_key(record, document)
    if key != document.kind:
        return label(f"briefing_kind.{key}", language)
    # What is "other" among the kinds is a document where it is named.
    other = document.kind is DocumentKind.OTHER
    return label("document_name.other" if other else document.kind, language)


def document_names(
    record: PolicyRecord, language: Language, name: Callable[[LocalText], str]
) -> Mapping[str, str]:
    """Return the documents of a record as a reader knows them, by their ids.

    "brief van 29 april 2010 (Kamerstukken II ...)"; a document without a number has its title
    instead, in the words that ``name`` gives, and its id only where another is called the same.
    """
    alone, named = {}, {}
    for each in record.documents:
        kind = kind_of(record, each, language)
        alone[each.id] = words = dated(each, kind, language)
        paper = paper_name(each, language)
        if each.kind is DocumentKind.OTHER and not any((each.date, paper, each.title)):
            named[each.id] = label("document_name.unknown", language)
            continue
        if (called := title_with_kind(each, kind, name)) is not None:
            named[each.id] = called
            continue
        if paper is None and each.title is not None:
            paper = f"“{name(each.title)}”"
        named[each.id] = f"{words} ({paper})" if paper else words
    counts = Counter(named.values())
    return {
        id: words if counts[words] == 1 else f"{alone[id]} ({id})" for id, words in named.items()
    }


def title_with_kind(document: Document, kind: str, name: Callable[[LocalText], str]) -> str | None:
    """Return the title of a paper without day or number that begins with its kind, or None.

    "motie Vliegenthart" says that it is a motion; ``name`` gives a title in the reader's language.
    """
    if document.title is None or document.date is not None or document.number is not None:
        return None
    title = name(document.title)
    begins = title[: len(kind) + 1].casefold() == f"{kind} "
    return kind + title[len(kind) :] if begins and document.register_number is None else None


def dated(document: Document, kind: str, language: Language) -> str:
    """Return what kind of document it is with its date, where that is known."""
    if document.date is None:
        return kind
    date = long_date(document.date, language)
    if kind.casefold() == label("briefing_kind.question_reply", language):
        reply = label("document_name.reply_dated", language, date=date)
        return capital(reply) if kind[0].isupper() else reply
    return label("document_name.dated", language, kind=kind, date=date)


def vote_counts(votes: Votes, language: Language, *, in_sentence: bool = False) -> list[str]:
    """Return the votes for, against and not cast: "77 voor", or "77 stemmen voor"."""
    table = "briefing_votes" if in_sentence else "votes"
    counts = {key: getattr(votes, key) for key in ("in_favour", "against", "not_voting")}
    return [
        label(f"{table}.{key}", language, number=number(count, language))
        for key, count in counts.items()
        if count is not None
    ]


def motion_state(handling: Handling, record: PolicyRecord, document: str) -> str | None:
    """Return the key of the words for how a motion stands; None for any other document."""
    motion = handling.motion(record, document) if document in record else None
    return None if motion is None else f"handling.{motion.state}"


def register_fields(document: Document, language: Language) -> str | None:
    """Return which metadata of a document come from the register of the House; None for none."""
    if document.metadata_from is not None:
        return label("tracker.all_metadata", language)
    return particulars(document.from_register, language) or None


def fact_sources(document: Document, language: Language) -> str | None:
    """Return which metadata come from another place, a line a place, and which from nowhere."""
    said = [fact_source(each, language) for each in document.facts_from]
    if unsourced := particulars(document.unsourced, language):
        said.append(f"{unsourced}: {label('tracker.unsourced', language)}")
    return "\n".join(said) or None


def fact_source(source: FactsFrom, language: Language) -> str:
    """Return which metadata come from a place, and what that is: "Stemmen: Handelingen"."""
    address = f" ({source.url})" if source.url else ""
    return f"{particulars(source.facts, language)}: {source.name}{address}"


def particulars(names: Iterable[str], language: Language) -> str:
    """Return fields of a document as people call them: "Uitkomst, stemmen"."""
    known = words("briefing_particular")
    return capital(
        ", ".join(
            label(f"briefing_particular.{name}", language) if name in known else name
            for name in names
        )
    )
