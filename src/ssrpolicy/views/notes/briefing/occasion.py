"""The section of a briefing note on why it is written: the papers, their movers, the votes."""

from __future__ import annotations

from collections.abc import Sequence

from ssrpolicy.model.documents import Document
from ssrpolicy.model.papers import PaperNumber
from ssrpolicy.model.vocabulary import DocumentKind
from ssrpolicy.views.language.labels import capital, label, listing
from ssrpolicy.views.language.numerals import in_words
from ssrpolicy.views.notes.blocks import Block, Paragraph
from ssrpolicy.views.notes.citations import asks_several, document_of, the_document, the_kind
from ssrpolicy.views.notes.part import Part

_ASKING = (DocumentKind.MOTION, DocumentKind.REQUEST, DocumentKind.QUESTION)
# Names that a sentence draws together: "de leden Peters en Knops".
_TOGETHER = ("members_before", "members_behind")


def occasion(part: Part) -> list[Block]:
    """Which document this is about, and which it responds to: who moved them, and the outcome."""
    names, record = part.names, part.record
    # In a note on several records each has a part.
    of_several = "_part" if part.level > 1 else ""
    paper = the_document(names, record.source)
    said = [part.words(f"occasion_document{of_several}", paper=paper)]
    if (own := document_of(record, record.source)) is not None:
        said += _sent(part, own)
    asked = dict.fromkeys(request.document for request in record.requests)
    asked_in = [id for id in asked if id != record.source]
    answered = _answered_in_source(part)
    for key, ids in (
        ("occasion_requests", [id for id in asked_in if id in answered]),
        (f"occasion_also{of_several}", [id for id in asked_in if id not in answered]),
    ):
        if ids:
            papers = listing([the_document(names, id) for id in ids], part.language)
            said.append(part.words(key, papers=papers))
    blocks: list[Block] = [Paragraph((part.run(" ".join(said)),))]
    for id in asked_in:
        document = document_of(record, id)
        if document is not None and (sentences := _history_of(part, document)):
            blocks.append(Paragraph((part.run(" ".join(sentences)),)))
    return blocks


def _answered_in_source(part: Part) -> set[str]:
    """The documents whose requests the record's own document answers."""
    return {
        request.document
        for request in part.record.requests
        for answer in part.answers.get(request.id, ())
        if answer.document == part.record.source
    }


def _sent(part: Part, document: Document) -> list[str]:
    """From whom and to whom the record's own document is."""
    known = {
        "authors": document.authors,
        "behalf": document.on_behalf_of,
        "to": (document.addressee,) if document.addressee else (),
    }
    words = {
        key: label(f"briefing_sent.{key}", part.language, names=_all(part, ids))
        for key, ids in known.items()
        if ids
    }
    if not words:
        return []
    told = words.get("authors", "")
    if "behalf" in words:
        told = f"{told}, {words['behalf']}," if told else words["behalf"]
    if "to" in words:
        join = f" {label('sentence.and', part.language)} " if told else ""
        told = f"{told}{join}{words['to']}"
    paper = capital(the_kind(part.names, document))
    return [part.words("sent", paper=paper, told=told.removesuffix(","))]


def _all(part: Part, ids: Sequence[str]) -> str:
    return listing(_closed([part.who(id) for id in ids]), part.language).replace(",,", ",")


def _history_of(part: Part, document: Document) -> list[str]:
    """Who moved or asked it, what it took the place of, and what became of it."""
    paper = capital(the_document(part.names, document.id, in_full=False))
    this = capital(the_kind(part.names, document, this=True))
    said = []
    if document.kind in _ASKING and document.authors:
        several = "_many" if asks_several(part.record, document) else ""
        moved_by = movers(part, document.authors)
        key = f"briefing_asked_by.{document.kind}{several}"
        said.append(label(key, part.language, paper=paper, names=moved_by))
        paper = this
    if document.replaces is not None:
        replaced = _replaced(part, document.replaces, document.session_year)
        said.append(part.words("replaces", paper=paper, replaced=replaced))
        # Once it was called "this motion", "the motion" is no other.
        paper = capital(the_kind(part.names, document)) if paper == this else this
    if document.outcome is not None:
        votes = _votes(part, document)
        said.append(part.words(f"outcome_{document.outcome}", paper=paper, votes=votes))
    elif document.kind is DocumentKind.MOTION:
        said.append(part.words("outcome_unknown"))
    if document.appreciation is not None:
        appreciation = label(document.appreciation, part.language)
        said.append(part.words("appreciation", appreciation=appreciation))
    return said


def _replaced(part: Part, number: PaperNumber, session_year: str | None) -> str:
    """The paper that another came in the place of, by its document where the record has it."""
    for document in part.record.documents:
        if document.number == number:
            return the_document(part.names, document.id)
    return number.display(part.language, session_year)


def _votes(part: Part, document: Document) -> str:
    """The votes behind an outcome, in brackets; nothing where they are not recorded."""
    votes, language = document.votes, part.language
    if votes is None:
        return ""
    counts = (
        ("in_favour", votes.in_favour),
        ("against", votes.against),
        ("not_voting", votes.not_voting),
    )
    said = [
        label(f"briefing_votes.{key}", language, number=in_words(count, language))
        for key, count in counts
        if count is not None
    ]
    return f" ({listing(said, language)})"


def movers(part: Part, authors: Sequence[str]) -> str:
    """Return names as a sentence lists them, members of the House drawn together."""
    names = [part.names.party(id) for id in authors]
    if len(names) > 1:
        for key in _TOGETHER:
            one, many = (
                label(f"briefing_members.{key}_{n}", part.language) for n in ("one", "many")
            )
            if one and all(name.startswith(one) for name in names):
                bare = [name.removeprefix(one) for name in names]
                return many + listing(bare, part.language)
            if one and all(name.endswith(one) for name in names):
                bare = [name.removesuffix(one) for name in names]
                return listing(bare, part.language) + many
    return _all(part, authors)


def _closed(names: list[str]) -> list[str]:
    """Names to list; a name with a comma in it is closed by one before the next."""
    if any("," in name for name in names[:-1]):
        return [*(f"{name}," for name in names[:-1]), names[-1]]
    return names
