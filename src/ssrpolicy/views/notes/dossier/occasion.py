"""The section of a briefing note on why it is written: the papers, their movers, the votes."""

from collections.abc import Iterator

from ssrpolicy.model import Document, DocumentKind
from ssrpolicy.views.language import capital
from ssrpolicy.views.notes.blocks import Block, Paragraph
from ssrpolicy.views.notes.citations import has_name, the_document, the_kind
from ssrpolicy.views.notes.part import Part
from ssrpolicy.views.shared import kind_key, kind_of, paper_name, vote_counts, who_asked

# Whoever wrote a reply to questions answers them, and asks nothing.
_ASKING = (DocumentKind.MOTION, DocumentKind.REQUEST, DocumentKind.QUESTION, "question_many")


def occasion(part: Part) -> list[Block]:
    """Return the section on what a record is about: its papers, who moved them, the outcome."""
    asked = dict.fromkeys(request.document for request in part.shown_requests)
    asked.pop(part.record.source, None)
    # A paper of which there is nothing to tell but its name has that where the papers are listed.
    described = {id: _described(part, id, in_full=False) for id in asked}
    nameless = [id for id in asked if is_unknown(part, id)]
    unknown = [each for each in part.shown_requests if each.document in nameless]
    if unknown:
        requests = part.counted(part.noun_of(unknown), len(unknown))
        described |= dict.fromkeys(nameless, "")
        described[""] = part.words("briefing.papers_unknown", requests=requests)
    paragraphs = (Paragraph((part.run(said),)) for said in described.values() if said)
    return part.section("briefing.occasion", [*origin(part), *paragraphs])


def origin(part: Part) -> Iterator[Paragraph]:
    """Yield which document a record is about, from whom it is, and what it responds to."""
    record = part.record
    asked = dict.fromkeys(
        request.document for request in record.requests if not part.is_later(request.document)
    )
    asked.pop(record.source, None)
    # The documents whose requests the record's own document answers.
    answered = {
        request.document
        for request in record.requests
        for answer in part.answers.get(request.id, ())
        if answer.document == record.source
    }
    said = subject(part)
    for key, ids in (
        ("occasion_requests", [id for id in asked if id in answered]),
        ("occasion_also", [id for id in asked if id not in answered]),
    ):
        # That the letter responds to "the request" says nothing: what was asked stands below.
        named = [the_document(part, id) for id in ids if has_name(part, id)]
        if named:
            papers = part.listing(named)
            said.append(part.words(f"briefing.{key}", papers=papers))
    if said:
        yield Paragraph((part.run(" ".join(said)),))


def subject(part: Part) -> list[str]:
    """Return which document a record is about, and from whom it is, a sentence each.

    That the subject is "the letter" says nothing, and is left out.
    """
    own = part.find_document(part.record.source)
    paper = the_document(part, part.record.source)
    many = own is not None and kind_key(part.record, own) == "question_many"
    key = "occasion_document_many" if many else "occasion_document"
    title = "" if own is None else _own_title(part, own)
    named = title or has_name(part, part.record.source)
    said = [part.words(f"briefing.{key}", paper=paper + title)] if named else []
    return said if own is None else said + _sent(part, own)


def _own_title(part: Part, document: Document) -> str:
    """A comma and the title of a numbered paper; nothing where it says no more than the heading.

    "Brief van de minister" says what kind of paper it is, and of whom.
    """
    if document.title is None or paper_name(document, part.language) is None:
        return ""
    title, kind = part.name(document.title), kind_of(part.record, document, part.language)
    begins = title.casefold().startswith((f"{kind} ", f"{part.words(document.kind)} "))
    return "" if begins or title == part.title else f", “{title}”"


def history(part: Part, id: str) -> Paragraph:
    """Return who moved or put a document, what it replaced, and its outcome; above what it asks."""
    asked = part.words("briefing.paper_asks", paper=the_document(part, id))
    return Paragraph((part.run(_described(part, id, in_full=True) or asked),))


def is_unknown(part: Part, id: str) -> bool:
    """Return whether a paper has no name, and nothing else is known of it."""
    document = part.find_document(id)
    if document is None or has_name(part, id):
        return False
    return not _history_of(part, document, in_full=False)


def _described(part: Part, id: str, *, in_full: bool) -> str:
    """Who moved or put a document and what became of it; "" where only its name is known."""
    document = part.find_document(id)
    if document is None:
        return ""
    said = _history_of(part, document, in_full=in_full)
    if is_unknown(part, id):
        # A paper of which nothing is known has no name to tell.
        said = [part.words("briefing.paper_unknown")]
    return " ".join(said)


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
    several = "_many" if kind_key(part.record, document) == "question_many" else ""
    return [part.words(f"briefing.sent{several}", paper=paper, sent=sent.removesuffix(","))]


def _history_of(part: Part, document: Document, *, in_full: bool) -> list[str]:
    """Who moved or put it, what it replaced, and its outcome."""
    paper = capital(the_document(part, document.id, in_full=in_full))
    this = capital(the_kind(part, document, this=True))
    said = []
    kind = kind_key(part.record, document)
    if kind == "question_reply":
        name = the_document(part, document.id, in_full=in_full)
        said.append(part.words("briefing.questions_in", paper=name))
        if asking := who_asked(part.record, document):
            said.append(part.words("briefing.questions_put", names=part.movers(asking)))
    if kind in _ASKING and document.authors:
        names = part.movers(document.authors)
        said.append(part.words(f"briefing_asked_by.{kind}", paper=paper, names=names))
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
        name = the_document(part, document.id, in_full=in_full)
        key = (
            "outcome_unknown" if said or name == the_kind(part, document) else "outcome_unknown_of"
        )
        said.append(part.words(f"briefing.{key}", paper=name))
    if document.appreciation is not None:
        appreciation = part.words(document.appreciation)
        said.append(part.words("briefing.appreciation", appreciation=appreciation))
    return said
