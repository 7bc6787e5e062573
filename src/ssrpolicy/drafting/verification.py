"""What drafters propose, verified: words in the source, known names, no error by the rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs
from attrs import define, field

from ssrpolicy import codelists, rules
from ssrpolicy.codec import entry_fault, table_of
from ssrpolicy.drafting.anchoring import Anchoring
from ssrpolicy.drafting.places import Known, passages_of, proposal_id, text_digest, with_passages
from ssrpolicy.drafting.references import (
    free_id,
    named_by,
    renamed,
    without_absent_carriers,
    without_unknown_parties,
)
from ssrpolicy.drafting.requoting import left_behind
from ssrpolicy.evidence import anchors
from ssrpolicy.messages import _
from ssrpolicy.model import Document, Draft, Dropped, Finding, Party, PolicyRecord, Proposal


@define
class Verifying:
    """The proposals for one record on their way into a draft; what fails is kept with its reason.

    ``known`` is what the record has and what people decided.
    """

    record: PolicyRecord
    known: Known
    dropped: list[Dropped] = field(factory=list)
    _passed: list[Proposal] = field(factory=list)
    _sources: dict[str, Anchoring] = field(factory=dict)

    def add(self, drafter: str, proposed: Iterable[object]) -> None:
        """Check each of the values that a drafter proposed by itself."""
        for each in proposed:
            if not isinstance(each, Proposal):
                self._drop(drafter, "", "", _not_a_proposal(drafter, each))
                continue
            fault = self._fault(each)
            if fault is not None:
                self._drop(drafter, each.rule, each.kind, fault)
                continue
            passages = self._anchored(each)
            if passages is None:
                reason = _("its words do not stand in the source just once")
                self._drop(drafter, each.rule, each.kind, reason)
                continue
            entry = with_passages(each.entry, passages)
            self._passed.append(attrs.evolve(each, entry=entry, drafter=drafter, requires=()))

    def draft(self) -> Draft:
        """Return the new proposals that passed as a draft: in reading order, with ids."""
        texts = {d.id: d.text for d in self.record.documents if d.text is not None}
        sources = {id: text_digest(text) for id, text in texts.items()}
        drafted = _identified(self._passed, sources)
        for each in list(left_behind(drafted, self.known, self.record)):
            self.add(each.drafter, (each,))
        passed = self._renamed(_identified(self._passed, sources))
        new = _needed(passed, [each for each in passed if not self.known.has(each)])
        return Draft(
            record=self.record.id,
            sources=sources,
            proposals=tuple(_requiring(self._without_errors(self._complete(new)))),
            dropped=tuple(self.dropped),
            decided=len(passed) - len(new),
        )

    def _drop(self, drafter: str, rule: str, kind: str, reason: str) -> None:
        self.dropped.append(Dropped(drafter=drafter, rule=rule, kind=kind, reason=reason))

    def _fault(self, proposal: Proposal) -> str | None:
        """Return what is wrong with a proposal by itself; None where nothing is."""
        texts = {document.id: document.text for document in self.record.documents}
        for ground in proposal.grounds:
            text = texts.get(ground.document)
            if text is None or ground.end > len(text):
                return _("it rests on words that no document has")
        return entry_fault(proposal.entry)

    def _anchored(self, proposal: Proposal) -> Any:
        """Return the entry's passages, each of which stands just once; None where one does not."""
        found = []
        for passage in passages_of(proposal.entry):
            source = self._source(passage.document)
            unique = None if source is None else source.anchored(passage, proposal.grounds)
            if unique is None:
                return None
            found.append(unique)
        return tuple(found)

    def _source(self, document: str) -> Anchoring | None:
        if document not in self._sources:
            source = anchors(self.record).source(document)
            if source is None:
                return None
            self._sources[document] = Anchoring(source)
        return self._sources[document]

    def _renamed(self, proposals: Sequence[Proposal]) -> list[Proposal]:
        """Return proposals whose entries have free ids, and name others by theirs.

        What the record has already is named as it is there; a party that nobody knows is left out.
        """
        taken = set(self.known.ids)
        parties = set(codelists.codes(self.record, "parties"))
        names: dict[str, dict[str, str]] = {}  # of each drafter: its id, and the one that is free
        own: dict[str, str] = {}
        for each in proposals:
            id = getattr(each.entry, "id", None)
            if id is None:
                continue
            own[each.id] = self.known.became(each) or free_id(id, taken)
            names.setdefault(each.drafter, {}).setdefault(id, own[each.id])
            taken.add(own[each.id])
            if isinstance(each.entry, Party):
                parties.add(own[each.id])
        found = []
        for each in proposals:
            entry = renamed(each.entry, names.get(each.drafter, {}))
            if each.id in own:
                entry = attrs.evolve(entry, id=own[each.id])
            entry = without_unknown_parties(entry, parties)
            found.append(attrs.evolve(each, entry=entry))
        return found

    def _complete(self, proposals: list[Proposal]) -> list[Proposal]:
        """Return the proposals whose entries name nothing that is neither there nor proposed."""
        there = self.known.ids | set(codelists.codes(self.record, "parties"))
        while True:
            ids = there | {getattr(each.entry, "id", "") for each in proposals}
            whole = []
            for proposed in proposals:
                entry = without_absent_carriers(proposed.entry, ids)
                each = attrs.evolve(proposed, entry=entry)
                absent = [id for id in named_by(each.entry) if id not in ids]
                if absent:
                    reason = _("it names {id}, which is not there", id=absent[0])
                    self._drop(each.drafter, each.rule, each.kind, reason)
                else:
                    whole.append(each)
            if len(whole) == len(proposals):
                return whole
            proposals = whole

    def _without_errors(self, proposals: list[Proposal]) -> list[Proposal]:
        """Return the proposals with which the record has no error that it has not without them."""
        while proposals:
            errors = _errors_with(self.record, proposals)
            if not errors:
                break
            for each in proposals:
                if each.id in errors:
                    self._drop(each.drafter, each.rule, each.kind, errors[each.id].message)
            proposals = self._complete([each for each in proposals if each.id not in errors])
        return proposals


def _identified(proposals: Sequence[Proposal], sources: Mapping[str, str]) -> list[Proposal]:
    """Return proposals in reading order, with ids; of several in one place each has a number."""
    order = {id: number for number, id in enumerate(sources)}
    count: Counter[str] = Counter()
    found = []
    for each in sorted(proposals, key=lambda p: (order[p.grounds[0].document], p.grounds[0].start)):
        ground = each.grounds[0]
        id = proposal_id(sources[ground.document], each.kind, ground)
        count[id] += 1
        found.append(attrs.evolve(each, id=id if count[id] == 1 else f"{id}-{count[id]}"))
    return found


def _needed(proposals: Sequence[Proposal], new: list[Proposal]) -> list[Proposal]:
    """Return the new proposals without papers and parties that only known entries name."""
    was = {id for each in proposals for id in named_by(each.entry)}
    named = {id for each in new for id in named_by(each.entry)}
    return [
        each
        for each in new
        if not isinstance(each.entry, Document | Party)
        or each.entry.id in named
        or each.entry.id not in was
    ]


def _requiring(proposals: Sequence[Proposal]) -> Iterator[Proposal]:
    """Yield proposals with the ids of those that their entries name."""
    owners = {each.entry.id: each.id for each in proposals if hasattr(each.entry, "id")}
    for each in proposals:
        named = (owners[id] for id in named_by(each.entry) if id in owners)
        yield attrs.evolve(each, requires=tuple(dict.fromkeys(named)))


def _errors_with(record: PolicyRecord, proposals: Sequence[Proposal]) -> dict[str, Finding]:
    """Return the first error that each proposal would bring into the record, by its id."""
    tables: dict[str, list[Any]] = {}
    owners: dict[tuple[str, int], str] = {}
    for each in proposals:
        table = table_of(each.entry)
        entries = tables.setdefault(table, list(getattr(record, table)))
        owners[table, len(entries)] = each.id
        entries.append(each.entry)
    changed: dict[str, Any] = {table: tuple(entries) for table, entries in tables.items()}
    found: dict[str, Finding] = {}
    for finding in rules.findings(attrs.evolve(record, **changed)):
        match finding.location.path if finding.is_error else ():
            case (str() as table, int() as index, *_) if (table, index) in owners:
                found.setdefault(owners[table, index], finding)
    return found


def _not_a_proposal(drafter: str, value: object) -> str:
    return _("The drafter {drafter} gave {value!r:.60}, which is not a Proposal.",
             drafter=drafter, value=value)  # fmt: skip
