"""The key points of a briefing note: what there is, what is late, what evidence contradicts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from ssrpolicy.model import ClaimedStatus, EvidenceStatus, Schedule, Statement
from ssrpolicy.views.language import counted_together, one_or_many, vocabulary_table
from ssrpolicy.views.notes.blocks import Block, Bullets, Look, Runs, spaced
from ssrpolicy.views.notes.dossier.answers import answered
from ssrpolicy.views.notes.part import Part
from ssrpolicy.views.notes.status import claimed, evidence, no_commitments, replaced, schedule

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
        for answer in part.shown_dispositions
        if record.contradicted(answer, as_of=part.as_of)
    }
    items = [part.sentence(each.summary) for each in part.shown_requests if each.id in unfounded]
    blocks += _list(part, part.words("briefing.unfounded"), items)
    return [*blocks, *_sentences(part, _unknown(part))]


def attention(part: Part) -> Mapping[str, Sequence[Statement]]:
    """Return what needs attention: overdue, due soon, said but not shown, contradicted.

    What has a date comes by that date, the rest in the order of the record.
    """
    statements, now = part.shown_statements, part.progress
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


def _list(part: Part, head: str, items: Sequence[Runs], *, named: int = 0) -> list[Block]:
    """A point with the entries below it; of many, the first, and how many more there are.

    The first ``named`` are all named, however many they are.
    """
    if not items:
        return []
    shown = list(items[: max(LISTED, named)])
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
    """Each request with the answers to it, a sentence each.

    Of more than are listed those without an answer come first, and none of them is left out.
    """
    requests = part.shown_requests
    unanswered = sum(each.id not in part.answers for each in requests)
    if len(requests) > LISTED:
        requests = tuple(sorted(requests, key=lambda each: each.id in part.answers))
    kind = part.noun_of(requests)
    number = {kind: part.counted(kind, len(requests))}
    items = [
        spaced(
            part.sentence(each.summary),
            answered(part, part.answers.get(each.id, ())),
            () if each.id in part.answers else part.phrase("briefing.no_answer", Look.STRONG),
        )
        for each in requests
    ]
    key = one_or_many(kind, len(requests))
    return _list(part, part.words(f"briefing.{key}", **number), items, named=unanswered)


def _counts(part: Part) -> Iterator[str]:
    """Yield how many commitments there are, what is said and shown of them, and what else is."""
    if part.shown_commitments:
        yield from _statuses(part)
    elif not part.later_commitments:
        yield part.words(no_commitments(part))
    others = len(part.shown_statements) - len(part.shown_commitments)
    amounts = [("statements", others), ("instruments", len(part.shown_instruments))]
    rest = counted_together([pair for pair in amounts if pair[1]], part.language)
    if rest:
        key = "count_others_one" if sum(amount for _, amount in amounts) == 1 else "count_others"
        yield part.words(f"briefing.{key}", others=part.listing(rest))


def _statuses(part: Part) -> Iterator[str]:
    """How firm the commitments are, what is reported and what is shown of them, a sentence each."""
    commitments, now = part.shown_commitments, part.progress
    number = len(commitments)
    firmness: Counter[StrEnum] = Counter(
        now[each.id].firmness or each.firmness for each in commitments
    )
    claimed: Counter[StrEnum] = Counter(now[each.id].claimed for each in commitments)
    evidence: Counter[StrEnum] = Counter(now[each.id].evidence for each in commitments)
    del claimed[ClaimedStatus.UNKNOWN], evidence[EvidenceStatus.NOT_ASSESSED]
    yield _counted(part, "firmness", "firmness", firmness, number)
    if claimed:
        yield _counted(part, "reported", "for", claimed, number)
    if evidence:
        yield _counted(part, "assessed", "for", evidence, number)
    elif claimed:
        yield part.words(f"briefing.assessed_{'none' if number > 1 else 'not'}")


def _counted(part: Part, key: str, each_key: str, found: Mapping[StrEnum, int], of: int) -> str:
    """How many of the commitments have each value, in the sentence that is called ``key``."""
    vocabulary = type(next(iter(found)))
    table = f"briefing_{vocabulary_table(vocabulary)}"
    words = {each: part.words(f"{table}.{each}") for each in vocabulary if each in found}
    if of == 1:
        key, said = f"{key}_alone", words.popitem()[1]
    elif len(found) == 1:
        both = of == 2 and key == "firmness"  # noqa: PLR2004 - of two things one says both, and of more all
        key, said = f"{key}_{'both' if both else 'alike'}", words.popitem()[1]
    else:
        said = part.listing(
            [
                part.words(
                    one_or_many(f"briefing.{each_key}", found[each]),
                    number=part.in_words(found[each]),
                    said=value,
                )
                for each, value in words.items()
            ]
        )
    reported, commitments = sum(found.values()), part.counted("commitments", of)
    number = part.words("briefing.each_of") if reported == of else part.in_words(reported)
    return part.words(f"briefing.{key}", number=number, commitments=commitments, said=said)


def _unknown(part: Part) -> Iterator[str]:
    """Return which terms have no end date, and whether updates are missing altogether."""
    commitments = part.shown_commitments
    undated = sum(part.progress[commitment.id].due is None for commitment in commitments)
    if undated and undated < len(commitments):
        (of,) = counted_together([("commitments", len(commitments))], part.language)
        yield part.words("briefing.undated_some", count=part.in_words(undated), commitments=of)
    elif undated:
        yield part.words(f"briefing.undated_{'one' if undated == 1 else 'all'}")
    updates = (each for each in part.shown_updates if not each.is_internal_note)
    if not any(update.date <= part.as_of for update in updates):
        yield part.words("briefing.no_updates")
