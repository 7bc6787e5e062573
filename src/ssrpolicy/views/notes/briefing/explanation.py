"""The explanation of a decision note: the requests, the commitments and their conditions, once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import compress

from ssrpolicy.model import Answer, Commitment, RelationKind, Request, Schedule, Update
from ssrpolicy.views.language import capital, one_or_many, short_date
from ssrpolicy.views.notes.blocks import Block, Bullets, Look, Paragraph, Row, Runs, lines, spaced
from ssrpolicy.views.notes.citations import has_name, the_document
from ssrpolicy.views.notes.dossier.answers import answered
from ssrpolicy.views.notes.dossier.occasion import history, is_unknown, subject
from ssrpolicy.views.notes.order import below_successors
from ssrpolicy.views.notes.part import Part
from ssrpolicy.views.notes.status import begins_on_its_day, moved_words, words_of_term
from ssrpolicy.views.shared import last_day_words, marked_day

# Of so many questions that are answered alike, one sentence says so.
_MANY = 3
_COLUMNS = ("number", "commitment", "owner", "term", "status")


def explanation(part: Part) -> Iterator[Block]:
    """Yield where the requests come from, how each was answered, and each commitment in a row."""
    if said := subject(part):
        yield Paragraph((part.run(" ".join(said)),))
    asked = "questions" if part.asks_questions else "answers"
    yield from part.section(f"decision.{asked}", list(_requests(part)), below=1)
    if part.shown_commitments or part.later_commitments:
        yield from part.section("briefing.commitments", list(_commitments(part)), below=1)
    conditions = part.reading_order(filter(part.reports, part.record.conditions))
    if conditions:
        items = tuple(part.summary(each) for each in conditions)
        yield from part.section("briefing.conditions", [Bullets(items)], below=1)


# -- requests --------------------------------------------------------------------------------------


def _requests(part: Part) -> Iterator[Block]:
    """What is known of each paper that asks, with its requests below it."""
    # Those of papers without a name follow each other, below the one sentence that says so.
    asking = dict.fromkeys(request.document for request in part.shown_requests)
    before_is_unknown = False
    for id in sorted(asking, key=lambda id: not has_name(part, id)):
        unknown = is_unknown(part, id)
        if not (unknown and before_is_unknown):
            yield history(part, id)
        before_is_unknown = unknown
        requests = [each for each in part.shown_requests if each.document == id]
        paper, alike = _answered_alike(part, requests)
        if alike:
            key = "answers_all" if len(alike) == len(requests) else "answers_others"
            name = capital(the_document(part, paper, in_full=False))
            yield part.paragraph(f"briefing.{key}", paper=name)
        yield Bullets(tuple(_request(part, each, above=each.id in alike) for each in requests))


def _answered_alike(part: Part, requests: Sequence[Request]) -> tuple[str, Collection[str]]:
    """The paper that just answers most of some questions, and the ids of these, where many are.

    A sentence says that of all of them; a request is never just answered.
    """
    found: dict[str, list[str]] = {}
    for request in requests if part.noun_of(requests) == "questions" else ():
        answers = part.answers.get(request.id, ())
        if len(answers) == 1 and answers[0].answer is Answer.ANSWERED_HERE:
            (only,) = answers
            if only.scope is None and not part.record.contradicted(only, as_of=part.as_of):
                found.setdefault(only.document, []).append(request.id)
    paper, alike = max(found.items(), key=lambda pair: len(pair[1]), default=("", []))
    return (paper, alike) if len(alike) >= _MANY else ("", [])


def _request(part: Part, request: Request, *, above: bool) -> Runs:
    answers = part.answers.get(request.id, ())
    said = answered(part, answers) if answers else part.phrase("briefing.no_answer", Look.STRONG)
    said = () if above else said
    quotes = [quote for answer in answers for quote in answer.quotes]
    by = {id: None for answer in answers for id in answer.by}
    carried = [quote for id in by for quote in part.record.statement(id).quotes]
    grounds = {
        ground.id: ground
        for answer in answers
        for ground in part.record.contradicted(answer, as_of=part.as_of)
    }
    return spaced(
        part.summary(request),
        (*said, *part.sources(dict.fromkeys((*quotes, *carried)))),
        *((*part.phrase("annex.contradicted"), *part.summary(each)) for each in grounds.values()),
    )


# -- commitments -----------------------------------------------------------------------------------


def _commitments(part: Part) -> Iterator[Block]:
    """The table, superseded commitments below their successors; what is true of all is above it."""
    ordered = [
        commitment
        for _, commitment in below_successors(
            [
                (part.date_of(each.document) or part.as_of, part, each)
                for each in part.reading_order(part.shown_commitments)
            ]
        )
    ]
    numbers = {part.record.full_id(each.id): n for n, each in enumerate(ordered, start=1)}
    rows: list[Row] = [(each.id, _row(part, each, numbers)) for each in ordered]
    reported = any(cells[4] for _, cells in rows)
    if rows and not reported:
        yield part.paragraph(one_or_many("decision.nothing_reported", len(rows)))
    kept = (True, True, True, True, reported)
    columns = compress(_COLUMNS, kept)
    unsaid = part.phrase("decision.nothing_reported")
    shown = [(id, tuple(cell or unsaid for cell in compress(cells, kept))) for id, cells in rows]
    yield from part.grid("decision_grid.commitments", columns, shown)
    if later := len(part.later_commitments):
        key, number = one_or_many("annex.later", later), capital(part.in_words(later))
        yield part.paragraph(key, date=part.day(part.as_of), number=number)


def _row(part: Part, commitment: Commitment, numbers: dict[str, int]) -> tuple[Runs, ...]:
    now = part.progress[commitment.id]
    owners: Runs = part.phrase("decision.not_named")
    if now.owners:
        owners = (part.run(part.parties_in_full(now.owners)),)
    return (
        (part.run(str(numbers[part.record.full_id(commitment.id)])),),
        part.summary(commitment),
        owners,
        _firmness_and_term(part, commitment),
        spaced(*_status(part, commitment), _relations(part, commitment, numbers)),
    )


def _firmness_and_term(part: Part, commitment: Commitment) -> Runs:
    now = part.progress[commitment.id]
    firm = part.words(
        "briefing.firm",
        now=capital(part.words(now.firmness or commitment.firmness)),
        course=part.words(f"briefing_course.{commitment.course}"),
    )
    said = words_of_term(part, commitment)
    if now.due is not None:
        first = "" if now.first_due is None else short_date(now.first_due, part.language)
        unshown = now.moved_by is not None and now.moved_by.document is None
        kind = "unshown" if unshown else "day"
        kind = "moved" if now.first_due not in (None, now.due) else kind
        moved = moved_words(part, now)
        if not said:
            due = last_day_words(part.record, now, part.language, short_date)
            edge = "from" if begins_on_its_day(now) else "until"
            term = part.phrase(f"decision.{edge}_{kind}", date=due, first=first, moved=moved)
        else:
            due = marked_day(now, part.language, short_date)
            until = part.words(f"decision.words_until_{kind}", date=due, first=first, moved=moved)
            term = (*said, part.run(f" ({until})."))
    elif said:
        term = (*said, part.run("."))
    else:
        return (part.run(firm),)
    return lines((part.run(firm),), term)


def _status(part: Part, commitment: Commitment) -> Iterator[Runs]:
    """What is reported, shown and due, in as few words as it takes."""
    now = part.progress[commitment.id]
    if now.claimed_by is not None:
        date = short_date(part.said_on(now.claimed_by), part.language)
        said = part.words(now.claimed)
        yield part.phrase("decision.claimed", status=said, date=date)
    if now.evidence_by is not None:
        update: Update = now.evidence_by
        date = short_date(update.date, part.language)
        words = part.phrase("decision.evidence", status=part.words(now.evidence), date=date)
        yield (*words, *part.sources(update.quotes))
    schedule = now.schedule
    if schedule is Schedule.SAID_MET and now.evidence_by is None:
        yield part.phrase("decision_schedule.said_met")
    elif schedule is Schedule.OVERDUE:
        yield part.phrase("decision_schedule.overdue", Look.STRONG)
    elif schedule in (Schedule.DUE_SOON, Schedule.MET_MOVED, Schedule.MET_LATE):
        yield part.phrase(f"decision_schedule.{schedule}")
    elif schedule is Schedule.MET and now.due is not None:
        yield part.phrase("decision_schedule.met")


def _relations(part: Part, commitment: Commitment, numbers: dict[str, int]) -> Runs:
    """What became of a commitment by later ones, each by its number in the table or its paper."""
    said: list[Runs] = []
    for other, newer, kind in part.changes.get(part.record.full_id(commitment.id), ()):
        key = "superseded" if kind is RelationKind.SUPERSEDES else "amended"
        number = numbers.get(other.record.full_id(newer.id))
        if number is not None:
            said.append(part.phrase(f"decision.{key}", number=number))
        else:
            paper = the_document(other, newer.document, in_full=other is not part)
            said.append(part.phrase(f"briefing.{key}", paper=paper))
    for relation in commitment.relations:
        target = numbers.get(relation.target)
        if relation.kind is RelationKind.REPEATS and target is not None:
            said.append(part.phrase("decision.repeats", number=target))
    return spaced(*said)
