"""The sections of a briefing note on why it is written, and on what was asked and answered."""

from __future__ import annotations

from collections.abc import Sequence

from ssrpolicy.model.documents import Document
from ssrpolicy.model.requests import Disposition, Request
from ssrpolicy.model.statements import Statement
from ssrpolicy.model.vocabulary import DocumentKind
from ssrpolicy.views.blocks import Block, Bullets, Look, Paragraph, Runs
from ssrpolicy.views.briefing_parts import Part, spaced
from ssrpolicy.views.briefing_status import evidence
from ssrpolicy.views.citing import document_of, the_document
from ssrpolicy.views.labels import capital, label, listing


def occasion(part: Part) -> list[Block]:
    """Which document this is about, and which it responds to: who moved them, and the outcome."""
    names, record = part.names, part.record
    said = [part.words("occasion_document", paper=the_document(names, record.source))]
    asked = dict.fromkeys(request.document for request in record.requests)
    asked_in = [id for id in asked if id != record.source]
    answered = _answered_in_source(part)
    for key, ids in (
        ("occasion_requests", [id for id in asked_in if id in answered]),
        ("occasion_also", [id for id in asked_in if id not in answered]),
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


def _history_of(part: Part, document: Document) -> list[str]:
    """Who moved a motion, what it took the place of, and what became of it."""
    paper = capital(the_document(part.names, document.id, in_full=False))
    said = []
    if document.kind is DocumentKind.MOTION and document.authors:
        movers = _movers(part, document.authors)
        said.append(part.words("moved_by", paper=paper, names=movers))
        paper = capital(label(f"briefing_this.{document.kind}", part.language))
    if document.replaces is not None:
        replaced = document.replaces.display(part.language, document.session_year)
        said.append(part.words("replaces", paper=paper, replaced=replaced))
        paper = capital(label(f"briefing_this.{document.kind}", part.language))
    if document.outcome is not None:
        said.append(part.words(f"outcome_{document.outcome}", paper=paper))
    elif document.kind is DocumentKind.MOTION:
        said.append(part.words("outcome_unknown"))
    return said


def _movers(part: Part, authors: Sequence[str]) -> str:
    """Names as a sentence lists them; a name with a comma in it is closed by one."""
    names = [part.names.party(id) for id in authors]
    if any("," in name for name in names[:-1]):
        names = [*(f"{name}," for name in names[:-1]), names[-1]]
    return listing(names, part.language).replace(",,", ",")


def requests(part: Part) -> list[Block]:
    """Each request with every answer that it got."""
    blocks: list[Block] = [*_borrowed(part)]
    for request in part.record.requests:
        blocks.append(Paragraph(_request(part, request)))
        answers = part.answers.get(request.id, ())
        if not answers:
            blocks.append(Bullets(((part.run(part.words("no_answer")),),)))
        for answer in answers:
            blocks += [Bullets((_answer(part, answer),)), *_carried(part, answer)]
    return blocks


def _borrowed(part: Part) -> list[Block]:
    """That requests are quoted as another document renders them, where their own has no text."""
    pairs = {
        (request.document, passage.document)
        for request in part.record.requests
        for passage in request.quotes
        if passage.document != request.document
    }
    blocks: list[Block] = []
    for asked_in, quoted_from in sorted(pairs):
        document = document_of(part.record, asked_in)
        if document is not None and document.text is None:
            paper = the_document(part.names, asked_in, in_full=False)
            source = the_document(part.names, quoted_from, in_full=False)
            blocks.append(part.sentence("words_borrowed", paper=paper, source=source))
    return blocks


def _request(part: Part, request: Request) -> Runs:
    paper = the_document(part.names, request.document)
    said: list[Runs] = [
        (*part.full(request.summary, Look.STRONG), *part.sources(request.quotes)),
        (part.run(part.words("asked_in", paper=paper), Look.QUIET),),
    ]
    if request.implied:
        said.append((part.run(part.words("implied"), Look.QUIET),))
    if request.term is not None:
        label_run = part.run(part.words("term"), Look.QUIET)
        said.append((label_run, *part.term(request.term, request.document, Look.QUIET)))
    return spaced(*said)


def _answer(part: Part, answer: Disposition) -> Runs:
    words = label(answer.answer, part.language)
    paper = the_document(part.names, answer.document, in_full=False)
    answered = part.words("answered_in", paper=paper)
    said: list[Runs] = [
        (
            part.run(answered),
            part.run(words, Look.STRONG),
            part.run("."),
            *part.sources(answer.quotes),
        )
    ]
    if answer.scope is not None:
        said.append((part.run(part.words("scope")), *part.full(answer.scope)))
    return spaced(*said)


def _carried(part: Part, answer: Disposition) -> list[Block]:
    """What carries an answer, what it rests on, and which of that evidence contradicts."""
    carrying = [part.record.statement(id) for id in answer.by]
    grounds = [part.record.statement(id) for id in answer.because]
    contradicted = part.record.contradicted(answer, as_of=part.as_of)
    blocks: list[Block] = []
    items = [(*part.full(each.summary), *part.sources(each.quotes)) for each in carrying]
    if grounds:
        items.append((part.run(part.words("because")),))
    if items:
        blocks.append(Bullets(tuple(items), level=2))
    if grounds:
        blocks.append(
            Bullets(tuple(_ground(part, each, contradicted) for each in grounds), level=3)
        )
    return blocks


def _ground(part: Part, ground: Statement, contradicted: Sequence[Statement]) -> Runs:
    said = (*part.full(ground.summary), *part.sources(ground.quotes))
    return spaced(said, evidence(part, ground)) if ground in contradicted else said
