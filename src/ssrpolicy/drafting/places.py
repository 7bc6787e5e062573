"""Where entries and proposals stand in their sources, and which of them are the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

import attrs

from ssrpolicy.codec import table_of
from ssrpolicy.evidence import AnchorState, anchors
from ssrpolicy.model import (
    DRAFTED_KINDS,
    LIST_NAMES,
    Decided,
    Decision,
    Disposition,
    Document,
    Draft,
    Ground,
    Party,
    Passage,
    PolicyRecord,
    Proposal,
    SetAside,
)

_ID_LENGTH = 10


def text_digest(text: str) -> str:
    """Return the SHA-256 of a document's text, by which a proposal knows its source."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def proposal_id(digest: str, kind: str, ground: Ground) -> str:
    """Return the id of a proposal, the same in every draft of the same text."""
    stated = f"{digest} {kind} {ground.start} {ground.end}"
    return hashlib.sha256(stated.encode()).hexdigest()[:_ID_LENGTH]


def is_of_source(proposal: Proposal, record: PolicyRecord) -> bool:
    """Return whether a proposal was made from the text that its document has now."""
    ground = proposal.grounds[0]
    document = next((each for each in record.documents if each.id == ground.document), None)
    if document is None or document.text is None:
        return False
    made = proposal_id(text_digest(document.text), proposal.kind, ground)
    return proposal.id.partition("-")[0] == made


def passages_of(entry: Any) -> tuple[Passage, ...]:
    """Return the passages that an entry quotes or sets aside."""
    if isinstance(entry, SetAside):
        return (entry.quote,)
    return tuple(getattr(entry, "quotes", ()))


def with_passages(entry: Any, passages: tuple[Passage, ...]) -> Any:
    """Return an entry that quotes these passages in the place of its own."""
    if isinstance(entry, SetAside):
        return attrs.evolve(entry, quote=passages[0])
    return attrs.evolve(entry, quotes=passages) if passages else entry


def grounds_of(record: PolicyRecord, entry: Any) -> Iterator[Ground]:
    """Yield the stretches that an entry of a record quotes and that were found."""
    found = anchors(record)
    for passage in passages_of(entry):
        anchor = found.of(passage)
        if anchor.state is AnchorState.FOUND and anchor.span is not None:
            span = anchor.span
            yield Ground(document=passage.document, start=span.start, end=span.end)


def share_half(some: Iterable[Ground], others: Iterable[Ground]) -> bool:
    """Return whether two stretches share at least half of the characters of the shorter one."""
    compared = tuple(others)
    for one in some:
        for other in compared:
            shared = min(one.end, other.end) - max(one.start, other.start)
            shorter = min(one.end - one.start, other.end - other.start)
            if one.document == other.document and 2 * shared >= shorter:
                return True
    return False


class Known:
    """What a record has already, and what people decided, to be compared with proposals."""

    def __init__(self, record: PolicyRecord, decisions: Iterable[Decision] = ()) -> None:
        """Look at a record, and at the decisions in their order."""
        self.record = record
        self._decided = tuple(decisions)
        self.decisions = standing(self._decided)
        self._entries = [
            (table, entry, tuple(grounds_of(record, entry)))
            for table in ("requests", "statements", "dispositions", "instruments", "set_aside")
            for entry in getattr(record, table)
        ]
        self._numbers = {d.number: d for d in record.documents if d.number is not None}
        self._names = {(each.name.nl, each.name.en): each for each in record.parties}

    @cached_property
    def ids(self) -> set[str]:
        """The ids that are used already, in the record and by what was decided."""
        codes = (code.id for name in LIST_NAMES for code in getattr(self.record, name))
        became = (each.became for each in self._decided if each.became is not None)
        return {*(entry.id for entry in self.record), *codes, *became}

    def became(self, proposal: Proposal) -> str | None:
        """Return the id of the entry of the record that says what is proposed; None without one."""
        decided = self.decided(proposal)
        if decided is not None and decided.became is not None:
            return decided.became
        same = self._same(proposal)
        return getattr(same, "id", None)

    def has(self, proposal: Proposal) -> bool:
        """Return whether the record has what is proposed, or somebody decided about it."""
        return self.in_record(proposal) or self.decided(proposal) is not None

    def decided(self, proposal: Proposal) -> Decision | None:
        """Return the decision that holds about a proposal, or about one in the same place."""
        if proposal.id in self.decisions:
            return self.decisions[proposal.id]
        table = table_of(proposal.entry)
        for each in self.decisions.values():
            # Of several in one very place each is decided by itself.
            if (
                each.kind in DRAFTED_KINDS
                and _table_of_kind(each.kind) == table
                and each.grounds[0] != proposal.grounds[0]
                and share_half(each.grounds[:1], proposal.grounds[:1])
                # What got other words leaves those that it had before.
                and (each.decided is not Decided.EDITED or self.covers(proposal.grounds[0]))
            ):
                return each
        return None

    def covers(self, ground: Ground) -> bool:
        """Return whether an entry of the record quotes or sets aside most of a stretch."""
        return any(share_half((ground,), grounds) for _table, _entry, grounds in self._entries)

    def in_record(self, proposal: Proposal) -> bool:
        """Return whether the record has an entry that says what is proposed, in the same place."""
        return self._same(proposal) is not None

    def _same(self, proposal: Proposal) -> Any:
        entry = proposal.entry
        if isinstance(entry, Document):
            return None if entry.number is None else self._numbers.get(entry.number)
        if isinstance(entry, Party):
            return self._names.get((entry.name.nl, entry.name.en))
        table = table_of(entry)
        for other_table, other, grounds in self._entries:
            if table != other_table and {table, other_table} - {"statements", "set_aside"}:
                continue  # what is set aside is not also a statement
            if isinstance(entry, Disposition) and (
                not isinstance(other, Disposition) or other.request != entry.request
            ):
                continue
            if share_half(proposal.grounds[:1], grounds):
                return other
        return None


def undecided(
    draft: Draft, record: PolicyRecord, decisions: Iterable[Decision]
) -> tuple[Proposal, ...]:
    """Return the proposals of a draft that the record lacks and nobody decided about."""
    known = Known(record, decisions)
    return tuple(each for each in draft.proposals if not known.has(each))


def standing(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """Return the decisions that hold, by the ids of their proposals: none that was withdrawn."""
    found: dict[str, Decision] = {}
    for each in decisions:
        found[each.proposal] = each
    return {id: each for id, each in found.items() if each.decided != "withdrawn"}


def _table_of_kind(kind: str) -> str:
    return _TABLES.get(kind, "statements")


_TABLES = {
    "document": "documents",
    "party": "parties",
    "request": "requests",
    "disposition": "dispositions",
    "instrument": "instruments",
    "set_aside": "set_aside",
}
