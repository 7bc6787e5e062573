"""The key points of a briefing note: what there is, what is late, what evidence contradicts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from ssrpolicy.model import ClaimedStatus, EvidenceStatus, Firmness, Schedule, Statement
from ssrpolicy.views.language import capital, counted_together, one_or_many, vocabulary_table
from ssrpolicy.views.notes.blocks import Block, Bullets, Look, Runs, spaced
from ssrpolicy.views.notes.briefing.answers import answered
from ssrpolicy.views.notes.part import Part
from ssrpolicy.views.notes.status import claimed, evidence, replaced, schedule

LISTED = 10
"""How many entries a key point names before it says how many more there are."""


def key_points(part: Part) -> list[Block]:
    """What there is, what is late, what the evidence contradicts, and what is not known."""
    record = part.record
    blocks: list[Block] = [*_asked(part), *_sentences(part, _counts(part))]
    for key, statements in attention(part).items():
        items = [_item(part, key, statement) for statement in statements]
        blocks += _list(part, part.words(f"briefing.{key}"), items)
    # An answer that rests on a statement which evidence contradicts.
    unfounded = {
        answer.request
        for answer in record.dispositions
        if record.contradicted(answer, as_of=part.as_of)
    }
    items = [part.sentence(each.summary) for each in record.requests if each.id in unfounded]
    blocks += _list(part, part.words("briefing.unfounded"), items)
    return [*blocks, *_sentences(part, _unknown(part))]


def attention(part: Part) -> Mapping[str, Sequence[Statement]]:
    """Return what needs attention: overdue, due soon, said but not shown, contradicted.

    What has a date comes by that date, the rest in the order of the record.
    """
    statements, now = part.record.statements, part.progress
    found = {
        schedule.value: [each for each in statements if now[each.id].schedule is schedule]
        for schedule in (Schedule.OVERDUE, Schedule.DUE_SOON, Schedule.SAID_MET)
    }
    for key in ("overdue", "due_soon"):
        found[key].sort(key=lambda statement: now[statement.id].due or part.as_of)
    contradicts = EvidenceStatus.CONTRADICTS
    found["contradicted"] = [each for each in statements if now[each.id].evidence is contradicts]
    return found


def _sentences(part: Part, sentences: Iterable[str]) -> list[Block]:
    items = tuple((part.run(sentence),) for sentence in sentences)
    return [Bullets(items)] if items else []


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
        said.append(schedule(part, statement))
    if key != "contradicted":
        said.append(claimed(part, statement))
    said += [evidence(part, statement), replaced(part, statement)]
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


def _counts(part: Part) -> Iterator[str]:
    """Yield how many commitments there are, what is said and shown of them, and what else is."""
    record = part.record
    if record.commitments:
        yield _firmness(part)
        yield from _statuses(part)
    else:
        yield part.words("briefing.no_commitments")
    others = len(record.statements) - len(record.commitments)
    amounts = [("statements", others), ("instruments", len(record.instruments))]
    rest = counted_together([pair for pair in amounts if pair[1]], part.language)
    if rest:
        key = "count_others_one" if sum(amount for _, amount in amounts) == 1 else "count_others"
        yield part.words(f"briefing.{key}", others=part.listing(rest))


def _firmness(part: Part) -> str:
    """How many commitments there are, and how firm they are."""
    commitments = part.record.commitments
    found = Counter(part.progress[each.id].firmness or each.firmness for each in commitments)
    number = part.counted("commitments", len(commitments))
    words = {each: part.words(f"briefing_firmness.{each}") for each in Firmness if each in found}
    if len(found) == 1:
        key = "commitments_one" if len(commitments) == 1 else "commitments_alike"
        return part.words(f"briefing.{key}", commitments=number, firmness=words.popitem()[1])
    several = [
        part.words(
            one_or_many("briefing.firmness", found[each]),
            number=part.in_words(found[each]),
            firmness=firmness,
        )
        for each, firmness in words.items()
    ]
    firmness = part.listing(several)
    return part.words("briefing.commitments_several", commitments=number, firmness=firmness)


def _statuses(part: Part) -> Iterator[str]:
    """What is reported of the commitments, and what the evidence shows, in a sentence each."""
    now = [part.progress[each.id] for each in part.record.commitments]
    claimed: Counter[StrEnum] = Counter(each.claimed for each in now)
    evidence: Counter[StrEnum] = Counter(each.evidence for each in now)
    del claimed[ClaimedStatus.UNKNOWN], evidence[EvidenceStatus.NOT_ASSESSED]
    if claimed:
        yield _counted(part, "briefing.reported", claimed, len(now))
    if evidence:
        yield _counted(part, "briefing.assessed", evidence, len(now))
    elif claimed:
        yield part.words(f"briefing.assessed_{'none' if len(now) > 1 else 'not'}")


def _counted(part: Part, key: str, found: Counter[StrEnum], of: int) -> str:
    vocabulary = type(next(iter(found)))
    table = f"briefing_{vocabulary_table(vocabulary)}"
    words = {each: part.words(f"{table}.{each}") for each in vocabulary if each in found}
    if of == 1:
        return part.words(f"{key}_alone", said=words.popitem()[1])
    number, commitments = part.in_words(found.total()), part.counted("commitments", of)
    several = [
        part.words("briefing.for_number", number=part.in_words(found[each]), said=status)
        for each, status in words.items()
    ]
    said = part.listing(several)
    if len(found) == 1:
        key, said = f"{key}_alike", words.popitem()[1]
    return part.words(key, number=number, commitments=commitments, said=said)


def _unknown(part: Part) -> Iterator[str]:
    """Which terms have no end date, and that no updates are recorded."""
    commitments = part.record.commitments
    undated = sum(part.progress[commitment.id].due is None for commitment in commitments)
    if undated and undated < len(commitments):
        (of,) = counted_together([("commitments", len(commitments))], part.language)
        yield part.words("briefing.undated_some", count=part.in_words(undated), commitments=of)
    elif undated:
        yield part.words(f"briefing.undated_{'one' if undated == 1 else 'all'}")
    if not any(update.date <= part.as_of for update in part.record.updates):
        yield part.words("briefing.no_updates")
