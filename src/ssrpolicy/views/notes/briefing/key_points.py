"""The key points of a briefing note: what there is, what is late, what evidence contradicts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ssrpolicy.model.requests import Request
from ssrpolicy.model.statements import Statement
from ssrpolicy.model.vocabulary import EvidenceStatus, Schedule
from ssrpolicy.views.language.labels import capital, listing
from ssrpolicy.views.language.numerals import counted_in_words, counted_together, in_words
from ssrpolicy.views.notes.blocks import Block, Bullets, Look, Runs
from ssrpolicy.views.notes.briefing.answers import answered
from ssrpolicy.views.notes.briefing.counts import counts
from ssrpolicy.views.notes.part import Part, spaced
from ssrpolicy.views.notes.status import claimed, evidence, replaced, schedule

LISTED = 10
"""How many entries a key point names before it says how many more there are."""


def key_points(part: Part) -> list[Block]:
    """What there is, what is late, what the evidence contradicts, and what is not known."""
    blocks: list[Block] = [*_asked(part), _sentences(part, counts(part))]
    for key, statements in attention(part).items():
        items = [_item(part, key, statement) for statement in statements]
        blocks += _list(part, part.words(key), items)
    unfounded = [part.full(request.summary) for request in _unfounded(part)]
    blocks += _list(part, part.words("unfounded"), unfounded)
    unknown = list(_unknown(part))
    return [*blocks, _sentences(part, unknown)] if unknown else blocks


def attention(part: Part) -> Mapping[str, Sequence[Statement]]:
    """Return what needs attention: overdue, due soon, said but not shown, contradicted.

    What has a date comes by that date, the rest in the order of the record.
    """
    found: dict[str, list[Statement]] = {
        "overdue": [],
        "due_soon": [],
        "said_met": [],
        "contradicted": [],
    }
    for statement in part.record.statements:
        now = part.now[statement.id]
        for key, status in (
            ("overdue", Schedule.OVERDUE),
            ("due_soon", Schedule.DUE_SOON),
            ("said_met", Schedule.SAID_MET),
        ):
            if now.schedule is status:
                found[key].append(statement)
        if now.evidence is EvidenceStatus.CONTRADICTS:
            found["contradicted"].append(statement)
    for key in ("overdue", "due_soon"):
        found[key].sort(key=lambda statement: part.now[statement.id].due or part.as_of)
    return found


def _sentences(part: Part, sentences: Iterable[str]) -> Block:
    return Bullets(tuple((part.run(sentence),) for sentence in sentences))


def _list(part: Part, head: str, items: Sequence[Runs]) -> list[Block]:
    """A point with the entries below it; of many, the first, and how many more there are."""
    if not items:
        return []
    shown = list(items[:LISTED])
    if left := len(items) - len(shown):
        key = "more_one" if left == 1 else "more_many"
        shown.append((part.run(part.words(key, number=in_words(left, part.language))),))
    return [Bullets(((part.run(head),),)), Bullets(tuple(shown), level=2)]


def _item(part: Part, key: str, statement: Statement) -> Runs:
    """A statement that needs attention: what it says, why it is here, and who is responsible."""
    said = [part.full(statement.summary)]
    if key in ("overdue", "due_soon"):
        said += [
            schedule(part, statement),
            claimed(part, statement),
            evidence(part, statement),
        ]
    elif key == "said_met":
        said += [claimed(part, statement), evidence(part, statement)]
    else:
        said.append(evidence(part, statement))
    said.append(replaced(part, statement))
    if owners := part.now[statement.id].owners:
        names = listing([part.party(id) for id in owners], part.language)
        said.append((part.run(part.words("responsible", names=names), Look.QUIET),))
    return spaced(*said)


def _asked(part: Part) -> list[Block]:
    """Each request with the answers to it, a sentence each."""
    requests = part.record.requests
    key = "requests_one" if len(requests) == 1 else "requests_many"
    number = capital(counted_in_words("requests", len(requests), part.language))
    items = [
        spaced(
            part.full(each.summary),
            answered(part, part.answers.get(each.id, ())),
            () if each.id in part.answers else (part.run(part.words("no_answer"), Look.STRONG),),
        )
        for each in requests
    ]
    return _list(part, part.words(key, requests=number), items)


def _unfounded(part: Part) -> list[Request]:
    """The requests with an answer that rests on a statement which evidence contradicts."""
    found = {
        disposition.request
        for disposition in part.record.dispositions
        if part.record.contradicted(disposition, as_of=part.as_of)
    }
    return [request for request in part.record.requests if request.id in found]


def _unknown(part: Part) -> Iterator[str]:
    """What the source leaves open, and what nobody has recorded."""
    commitments = part.record.commitments
    undated = sum(part.now[commitment.id].due is None for commitment in commitments)
    if undated and undated < len(commitments):
        (of,) = counted_together([("commitments", len(commitments))], part.language)
        yield part.words("undated_some", count=in_words(undated, part.language), commitments=of)
    elif undated:
        yield part.words("undated_one" if undated == 1 else "undated_all")
    if not any(update.date <= part.as_of for update in part.record.updates):
        yield part.words("no_updates")
