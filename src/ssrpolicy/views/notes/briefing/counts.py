"""How much there is in a record, how firm it is, and what is reported and shown: in sentences."""

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum

from ssrpolicy.model import ClaimedStatus, EvidenceStatus, Firmness
from ssrpolicy.views.language import counted_together, one_or_many, vocabulary_table
from ssrpolicy.views.notes.part import Part


def counts(part: Part) -> Iterator[str]:
    """Yield how many commitments there are, what is said and shown of them, and what else is."""
    record = part.record
    if record.commitments:
        yield _commitments(part)
        yield from _statuses(part)
    else:
        yield part.words("briefing.no_commitments")
    others = len(record.statements) - len(record.commitments)
    amounts = [("statements", others), ("instruments", len(record.instruments))]
    rest = counted_together([pair for pair in amounts if pair[1]], part.language)
    if rest:
        key = "count_others_one" if sum(amount for _, amount in amounts) == 1 else "count_others"
        yield part.words(f"briefing.{key}", others=part.listing(rest))


def _commitments(part: Part) -> str:
    """How many commitments there are, and how firm they are."""
    commitments = part.record.commitments
    found = Counter(part.progress[each.id].firmness or each.firmness for each in commitments)
    number = part.counted("commitments", len(commitments))
    words = {each: part.words(f"briefing_firmness.{each}") for each in Firmness if each in found}
    if len(found) == 1:
        key = "commitments_one" if len(commitments) == 1 else "commitments_alike"
        return part.words(f"briefing.{key}", commitments=number, firmness=words.popitem()[1])
    parts = [
        part.words(
            one_or_many("briefing.firmness", found[each]),
            number=part.in_words(found[each]),
            firmness=firmness,
        )
        for each, firmness in words.items()
    ]
    listed = part.listing(parts)
    return part.words("briefing.commitments_several", commitments=number, firmness=listed)


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
    if len(found) == 1:
        key, said = f"{key}_alike", words.popitem()[1]
    else:
        said = part.listing(
            [
                part.words("briefing.for_number", number=part.in_words(found[each]), said=status)
                for each, status in words.items()
            ]
        )
    return part.words(key, number=number, commitments=commitments, said=said)
