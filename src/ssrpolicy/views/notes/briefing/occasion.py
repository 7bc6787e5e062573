"""The section of a briefing note on why it is written: the papers, their movers, the votes."""

from ssrpolicy.model import Document, DocumentKind
from ssrpolicy.views.language import capital
from ssrpolicy.views.notes.blocks import Block, Paragraph
from ssrpolicy.views.notes.citations import the_document, the_kind
from ssrpolicy.views.notes.part import Part
from ssrpolicy.views.shared import asks_several, vote_counts

_ASKING = (DocumentKind.MOTION, DocumentKind.REQUEST, DocumentKind.QUESTION)


def occasion(part: Part) -> list[Block]:
    """Which document this is about, and which it responds to: who moved them, and the outcome."""
    record = part.record
    # In a note on several records each has a part.
    of_several = "_part" if part.level > 1 else ""
    paper = the_document(part, record.source)
    said = [part.words(f"briefing.occasion_document{of_several}", paper=paper)]
    if (own := part.find_document(record.source)) is not None:
        said += _sent(part, own)
    asked = dict.fromkeys(request.document for request in record.requests)
    asked.pop(record.source, None)
    # The documents whose requests the record's own document answers.
    answered = {
        request.document
        for request in record.requests
        for answer in part.answers.get(request.id, ())
        if answer.document == record.source
    }
    for key, ids in (
        ("occasion_requests", [id for id in asked if id in answered]),
        (f"occasion_also{of_several}", [id for id in asked if id not in answered]),
    ):
        if ids:
            papers = part.listing([the_document(part, id) for id in ids])
            said.append(part.words(f"briefing.{key}", papers=papers))
    histories = (_history_of(part, each) for id in asked if (each := part.find_document(id)))
    blocks = [Paragraph((part.run(" ".join(each)),)) for each in (said, *histories) if each]
    return part.section("briefing.occasion", blocks)


def _sent(part: Part, document: Document) -> list[str]:
    """From whom and to whom the record's own document is."""
    known = {
        "authors": document.authors,
        "behalf": document.on_behalf_of,
        "to": (document.addressee,) if document.addressee else (),
    }
    words = {
        key: part.words(f"briefing_sent.{key}", names=part.names_with_articles(ids))
        for key, ids in known.items()
        if ids
    }
    if not words:
        return []
    sent = words.get("authors", "")
    if "behalf" in words:
        sent = f"{sent}, {words['behalf']}," if sent else words["behalf"]
    if "to" in words:
        join = f" {part.words('sentence.and')} " if sent else ""
        sent = f"{sent}{join}{words['to']}"
    paper = capital(the_kind(part, document))
    return [part.words("briefing.sent", paper=paper, sent=sent.removesuffix(","))]


def _history_of(part: Part, document: Document) -> list[str]:
    """Who moved or put it, what it replaced, and its outcome."""
    paper = capital(the_document(part, document.id, in_full=False))
    this = capital(the_kind(part, document, this=True))
    said = []
    if document.kind in _ASKING and document.authors:
        several = "_many" if asks_several(part.record, document) else ""
        key, names = f"briefing_asked_by.{document.kind}{several}", part.movers(document.authors)
        said.append(part.words(key, paper=paper, names=names))
        paper = this
    if document.replaces is not None:
        number = document.replaces.display(part.language, document.session_year)
        earlier = part.papers.get(document.replaces)
        replaced = number if earlier is None else the_document(part, earlier.id)
        said.append(part.words("briefing.replaces", paper=paper, replaced=replaced))
        # After "this motion", "the motion" can only be the same one.
        paper = capital(the_kind(part, document)) if paper == this else this
    if document.outcome is not None:
        votes = ""
        if document.votes is not None:
            counts = vote_counts(document.votes, part.language, in_sentence=True)
            votes = f" ({part.listing(counts)})"
        said.append(part.words(f"briefing.outcome_{document.outcome}", paper=paper, votes=votes))
    elif document.kind is DocumentKind.MOTION:
        said.append(part.words("briefing.outcome_unknown"))
    if document.appreciation is not None:
        appreciation = part.words(document.appreciation)
        said.append(part.words("briefing.appreciation", appreciation=appreciation))
    return said
