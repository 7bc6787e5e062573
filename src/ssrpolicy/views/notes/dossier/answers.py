"""The section of a briefing note on the requests, how they were answered, and why."""

from collections.abc import Iterable, Sequence
from itertools import groupby

import attrs

from ssrpolicy.model import Answer, Disposition, DocumentKind, Request
from ssrpolicy.views.language import capital, one_or_many
from ssrpolicy.views.notes.blocks import Block, Bullets, Look, Paragraph, Run, Runs, spaced
from ssrpolicy.views.notes.citations import has_name, the_document
from ssrpolicy.views.notes.part import Part
from ssrpolicy.views.notes.status import evidence

# Above several requests of one paper it is said once where they were asked.
_LEADS = {"asked_in": "asked_together", "asked_in_question": "asked_together_question"}
_REFUSING = {Answer.DECLINED, Answer.DEFERRED, Answer.UNANSWERED}


def requests(part: Part) -> list[Block]:
    """Each request with every answer that it got."""
    blocks = _borrowed(part)
    groups = [
        (asked, list(requests))
        for asked, requests in groupby(part.shown_requests, key=lambda each: _asked(part, each))
    ]
    # What stands below a paper's name without a word on its own paper would seem to be in it.
    all_named = None not in dict(groups)
    for asked, requests in groups:
        together = all_named and len(requests) > 1 and asked is not None and asked[0] in _LEADS
        if together and asked is not None:
            key, paper = asked
            paper = the_document(part, paper, in_full=False)
            blocks.append(part.paragraph(f"briefing.{_LEADS[key]}", paper=paper))
        for request in requests:
            blocks += _with_answers(part, request, None if together else asked)
    return blocks


def _with_answers(part: Part, request: Request, asked: tuple[str, str] | None) -> list[Block]:
    blocks: list[Block] = [Paragraph(_request(part, request, asked))]
    answers = part.answers.get(request.id, ())
    if not answers:
        blocks.append(Bullets((part.phrase("briefing.no_answer"),)))
    for answer in answers:
        said = (*answered(part, [answer]), *part.sources(answer.quotes))
        blocks += [Bullets((said,)), *_carried(part, answer)]
    return blocks


def _borrowed(part: Part) -> list[Block]:
    """That requests are quoted from another document, where the text of their own is missing."""
    pairs = {
        (request.document, passage.document)
        for request in part.shown_requests
        for passage in request.quotes
        if passage.document != request.document
    }
    return [
        part.paragraph(
            "briefing.words_borrowed",
            paper=the_document(part, asked_in, in_full=False),
            source=the_document(part, quoted_from, in_full=False),
        )
        for asked_in, quoted_from in sorted(pairs)
        if (document := part.find_document(asked_in)) is not None and document.text is None
    ]


def _asked(part: Part, request: Request) -> tuple[str, str] | None:
    """Return the sentence that names the paper of a request, and the paper; None without a name."""
    if request.implied:
        return "asked_implied", request.document
    if not has_name(part, request.document):
        return None
    document = part.find_document(request.document)
    # The request of a question is the question itself.
    question = document is not None and document.kind is DocumentKind.QUESTION
    return "asked_in_question" if question else "asked_in", request.document


def _request(part: Part, request: Request, asked: tuple[str, str] | None) -> Runs:
    said: list[Runs] = [part.summary(request, Look.STRONG)]
    if asked is not None:
        key, document = asked
        paper = the_document(part, document, in_full=False)
        said.append(part.phrase(f"briefing.{key}", Look.QUIET, paper=paper))
    if request.term is not None:
        lead = part.phrase("briefing.asked_term", Look.QUIET)
        said.append((*lead, *part.term_runs(request.term, request.document, Look.QUIET)))
    return spaced(*said)


def answered(part: Part, answers: Sequence[Disposition], *, briefly: bool = False) -> Runs:
    """Return how a request was answered, a sentence for each paper, with the scope of each answer.

    "Declined and on conditions" misleads unless it says what each of the two is about; the scope
    of a single answer is left out ``briefly``.
    """
    scopes = not briefly or len(answers) > 1
    said: list[Runs] = []
    before: list[Answer] = []
    for paper, each in groupby(answers, key=lambda answer: answer.document):
        given = list(each)
        kinds = list(dict.fromkeys(answer.answer for answer in given))
        # What the paper before it did too is not said in the same words again.
        too = kinds == before and len(kinds) == 1 and kinds != [Answer.UNANSWERED]
        said.append(_by_paper(part, paper, given, scopes=scopes, too=too))
        before = kinds
    return spaced(*said)


def _by_paper(
    part: Part, paper: str, answers: Sequence[Disposition], *, scopes: bool, too: bool
) -> Runs:
    """What one paper answers to a request: "The letter declines this (in general) and ..."."""
    said = [part.run(capital(the_document(part, paper, in_full=False)))]
    alike = groupby(answers, key=lambda answer: (answer.answer, part.is_earlier(answer)))
    groups = [(*key, list(group)) for key, group in alike]
    if not (scopes and any(answer.scope for answer in answers)) and _differ(groups):
        answered = [part.words(kind) for kind, _, _ in groups]
        verb = part.words("briefing.answers_differ", answers=part.listing(answered))
        return _joined([*said, part.run(" "), part.run(verb, Look.STRONG), part.run(".")])
    for number, (kind, earlier, group) in enumerate(groups):
        last = number == len(groups) - 1
        join = "" if not number else f" {part.words('sentence.and')}" if last else ","
        verb = part.words("briefing.answers_too" if too else f"briefing_answer.{kind}")
        said += [part.run(f"{join} "), part.run(verb, Look.STRONG)]
        about = [answer.scope for answer in group if answer.scope is not None and scopes]
        for place, text in enumerate(about):
            *mark, scope = part.runs(text)
            bare = attrs.evolve(scope, text=scope.text.rstrip("."))
            said += [part.run("; " if place else " ("), *mark, bare]
        said += [part.run(")")] if about else []
        if earlier:
            said.append(part.run(f" ({part.words('briefing.earlier_answer')})"))
    return _joined([*said, part.run(".")])


def _differ(groups: Sequence[tuple[Answer, bool, list[Disposition]]]) -> bool:
    """Whether answers would contradict each other: one refuses, and another does not."""
    kinds = {kind for kind, _, _ in groups}
    return (
        len(kinds) > 1 and not any(earlier for _, earlier, _ in groups) and bool(kinds & _REFUSING)
    )


def _joined(runs: Iterable[Run]) -> Runs:
    """Runs of one language and look as one, so that what is searched for stands together."""
    alike = groupby(runs, key=lambda run: (run.language, run.look))
    groups = [list(group) for _, group in alike]
    return tuple(attrs.evolve(each[0], text="".join(run.text for run in each)) for each in groups)


def _carried(part: Part, answer: Disposition) -> list[Block]:
    """Return the statements that carry an answer, its grounds, and evidence against these."""
    carrying = [part.record.statement(id) for id in answer.by]
    grounds = [part.record.statement(id) for id in answer.because]
    contradicted = part.record.contradicted(answer, as_of=part.as_of)
    items = [part.summary(each) for each in carrying]
    if grounds:
        items.append(part.phrase(one_or_many("briefing.because", len(grounds))))
    reasons = [
        spaced(part.summary(each), evidence(part, each) if each in contradicted else ())
        for each in grounds
    ]
    levels = ((2, items), (3, reasons))
    return [Bullets(tuple(several), level=level) for level, several in levels if several]
