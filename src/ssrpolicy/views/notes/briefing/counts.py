"""How much there is in a record, how firm it is, and what is reported and shown: in sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum

from ssrpolicy.model.vocabulary import ClaimedStatus, EvidenceStatus, Firmness
from ssrpolicy.views.language import (
    counted_in_words,
    counted_together,
    in_words,
    label,
    listing,
    one_or_many,
    vocabulary_table,
)
from ssrpolicy.views.notes.part import Part

_REPORTED = tuple(status for status in ClaimedStatus if status is not ClaimedStatus.UNKNOWN)
_ASSESSED = tuple(status for status in EvidenceStatus if status is not EvidenceStatus.NOT_ASSESSED)


def counts(part: Part) -> Iterator[str]:
    """Yield how many commitments there are, what is said and shown of them, and what else is."""
    record, language = part.record, part.language
    if record.commitments:
        yield _commitments(part)
        yield from _statuses(part)
    else:
        yield part.words("briefing.no_commitments")
    others = len(record.statements) - len(record.commitments)
    amounts = [("statements", others), ("instruments", len(record.instruments))]
    rest = counted_together([pair for pair in amounts if pair[1]], language)
    if rest:
        key = "count_others_one" if sum(amount for _, amount in amounts) == 1 else "count_others"
        yield part.words(f"briefing.{key}", others=listing(rest, language))


def _commitments(part: Part) -> str:
    """How many commitments there are, and how firm they are."""
    commitments, language = part.record.commitments, part.language
    found = Counter(part.progress[each.id].firmness or each.firmness for each in commitments)
    number = counted_in_words("commitments", len(commitments), language)
    if len(found) == 1:
        (firmness,) = found
        key = "commitments_one" if len(commitments) == 1 else "commitments_alike"
        said = label(f"briefing_firmness.{firmness}", language)
        return part.words(f"briefing.{key}", commitments=number, firmness=said)
    parts = [
        part.words(
            one_or_many("briefing.firmness", found[firmness]),
            number=in_words(found[firmness], language),
            firmness=label(f"briefing_firmness.{firmness}", language),
        )
        for firmness in Firmness
        if firmness in found
    ]
    return part.words(
        "briefing.commitments_several", commitments=number, firmness=listing(parts, language)
    )


def _statuses(part: Part) -> Iterator[str]:
    """What is reported of the commitments, and what the evidence shows, in a sentence each."""
    now = [part.progress[each.id] for each in part.record.commitments]
    claimed: Counter[StrEnum] = Counter(each.claimed for each in now if each.claimed in _REPORTED)
    evidence: Counter[StrEnum] = Counter(
        each.evidence for each in now if each.evidence in _ASSESSED
    )
    if claimed:
        yield _counted(part, "reported", claimed, len(now))
    if evidence:
        yield _counted(part, "assessed", evidence, len(now))
    elif claimed:
        yield part.words(f"briefing.assessed_{'none' if len(now) > 1 else 'not'}")


def _counted(part: Part, key: str, found: Counter[StrEnum], of: int) -> str:
    language = part.language
    if of == 1:
        (status,) = found
        return part.words(f"briefing.{key}_alone", said=_said(part, status))
    if len(found) == 1:
        (status,) = found
        return part.words(
            f"briefing.{key}_alike",
            number=in_words(found.total(), language),
            commitments=counted_in_words("commitments", of, language),
            said=_said(part, status),
        )
    said = [
        part.words(
            "briefing.for_number",
            number=in_words(found[status], language),
            said=_said(part, status),
        )
        for status in type(next(iter(found)))
        if status in found
    ]
    return part.words(
        f"briefing.{key}",
        number=in_words(found.total(), language),
        commitments=counted_in_words("commitments", of, language),
        said=listing(said, language),
    )


def _said(part: Part, status: StrEnum) -> str:
    return part.words(f"briefing_{vocabulary_table(type(status))}.{status}")
