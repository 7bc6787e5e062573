"""The key points of a briefing note: what there is, what is late, what evidence contradicts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ssrpolicy.model import EvidenceStatus, Request, Schedule, Statement
from ssrpolicy.views.language import capital, counted_together, one_or_many
from ssrpolicy.views.notes.blocks import Block, Bullets, Look, Runs, spaced
from ssrpolicy.views.notes.briefing.answers import answered
from ssrpolicy.views.notes.briefing.counts import counts
from ssrpolicy.views.notes.part import Part
from ssrpolicy.views.notes.status import claimed, evidence, replaced, schedule

LISTED = 10
"""How many entries a key point names before it says how many more there are."""


def key_points(part: Part) -> list[Block]:
    """What there is, what is late, what the evidence contradicts, and what is not known."""
    blocks: list[Block] = [*_asked(part), _sentences(part, counts(part))]
    for key, statements in attention(part).items():
        items = [_item(part, key, statement) for statement in statements]
        blocks += _list(part, part.words(f"briefing.{key}"), items)
    unfounded = [part.sentence(request.summary) for request in _unfounded(part)]
    blocks += _list(part, part.words("briefing.unfounded"), unfounded)
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
        now = part.progress[statement.id]
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
        found[key].sort(key=lambda statement: part.progress[statement.id].due or part.as_of)
    return found


def _sentences(part: Part, sentences: Iterable[str]) -> Block:
    return Bullets(tuple((part.run(sentence),) for sentence in sentences))


def _list(part: Part, head: str, items: Sequence[Runs]) -> list[Block]:
    """A point with the entries below it; of many, the first, and how many more there are."""
    if not items:
        return []
    shown = list(items[:LISTED])
    if left := len(items) - len(shown):
        key = one_or_many("more", left)
        shown.append(part.phrase(f"briefing.{key}", number=part.in_words(left)))
    return [Bullets(((part.run(head),),)), Bullets(tuple(shown), level=2)]


def _item(part: Part, key: str, statement: Statement) -> Runs:
    """A statement that needs attention: what it says, why it is here, and who is responsible."""
    said = [part.sentence(statement.summary)]
    if key in ("overdue", "due_soon"):
        said += [schedule(part, statement), claimed(part, statement), evidence(part, statement)]
    elif key == "said_met":
        said += [claimed(part, statement), evidence(part, statement)]
    else:
        said.append(evidence(part, statement))
    said.append(replaced(part, statement))
    if owners := part.progress[statement.id].owners:
        names = part.listing([part.party_in_full(id) for id in owners])
        said.append(part.phrase("briefing.responsible", Look.QUIET, names=names))
    return spaced(*said)


def _asked(part: Part) -> list[Block]:
    """Each request with the answers to it, a sentence each."""
    requests = part.record.requests
    key = one_or_many("requests", len(requests))
    number = capital(part.counted("requests", len(requests)))
    items = [
        spaced(
            part.sentence(each.summary),
            answered(part, part.answers.get(each.id, ())),
            () if each.id in part.answers else part.phrase("briefing.no_answer", Look.STRONG),
        )
        for each in requests
    ]
    return _list(part, part.words(f"briefing.{key}", requests=number), items)


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
    undated = sum(part.progress[commitment.id].due is None for commitment in commitments)
    if undated and undated < len(commitments):
        (of,) = counted_together([("commitments", len(commitments))], part.language)
        yield part.words("briefing.undated_some", count=part.in_words(undated), commitments=of)
    elif undated:
        yield part.words(f"briefing.undated_{'one' if undated == 1 else 'all'}")
    if not any(update.date <= part.as_of for update in part.record.updates):
        yield part.words("briefing.no_updates")
