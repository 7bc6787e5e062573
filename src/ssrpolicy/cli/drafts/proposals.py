"""The proposals of a review: which are open, which comes next, and where to go among them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from attrs import define, field

from ssrpolicy import drafting
from ssrpolicy.cli.drafts.keys import say
from ssrpolicy.cli.drafts.shown import has_words
from ssrpolicy.editing import record_to_edit
from ssrpolicy.messages import _, message_language, ngettext
from ssrpolicy.model import Draft, Proposal
from ssrpolicy.views.language import label

# No list of proposals is so long that its numbers have so many.
_DIGITS = 9


@define(kw_only=True)
class Proposals:
    """The proposals of a review in order, with the corrections and decisions so far.

    ``decided`` are the ids of those that the review itself decided about, ``left`` those of the
    draft about which nobody did, and ``kept_open`` those that were skipped, or left out of a list.
    """

    path: Path
    draft: Draft
    listed: list[Proposal]
    decided: set[str] = field(factory=set)
    left: set[str] = field(factory=set)
    corrected: dict[str, Any] = field(factory=dict)
    kept_open: set[str] = field(factory=set)
    _at: int = 0
    _skipped: set[str] = field(factory=set)
    _elsewhere: set[str] = field(factory=set)
    _looked_for: str = ""

    def entry(self, proposal: Proposal) -> Any:
        """Return the entry of a proposal as it was corrected so far, if it was."""
        return self.corrected.get(proposal.id, proposal.entry)

    def open(self) -> dict[str, Any]:
        """Return the entries of what is left, as corrected so far, by the ids of the proposals."""
        return {e.id: self.entry(e) for e in self.draft.proposals if e.id in self.left}

    def required(self, proposal: Proposal) -> dict[str, Any]:
        """Return the entries that are accepted with a proposal, by the ids of theirs."""
        before = self.chain(proposal)[:-1]
        return {each.id: self.entry(each) for each in before if each.id in self.left}

    def chain(self, proposal: Proposal) -> tuple[Proposal, ...]:
        """Return a proposal after those that it requires, and that carry it as it was corrected."""
        by = getattr(self.entry(proposal), "by", ())
        carriers = [e for e in self.draft.proposals if getattr(e.entry, "id", None) in by]
        found = (each for one in (*carriers, proposal) for each in self.draft.chain(one))
        return tuple({each.id: each for each in found}.values())

    def number(self, proposal: Proposal) -> int:
        """Return the number of a proposal in the list, from 1."""
        return self.listed.index(proposal) + 1

    def following(self) -> Proposal | None:
        """Return the next proposal that is open and was not skipped; None where none is left.

        After the last one the first follows.
        """
        self._find_decided_elsewhere()
        for at in (*range(self._at, len(self.listed)), *range(self._at)):
            each: Proposal = self.listed[at]
            if self.is_open(each) and each.id not in self._skipped:
                self._at = at
                return each
        return None

    def is_open(self, proposal: Proposal) -> bool:
        """Whether nobody decided about a proposal."""
        return proposal.id not in self.decided and proposal.id not in self._elsewhere

    def _find_decided_elsewhere(self) -> None:
        """Leave out what somebody else decided since this review began, and say who did."""
        decisions = drafting.decisions(self.path)
        undecided = drafting.undecided(self.draft, record_to_edit(self.path), decisions)
        self.left = {each.id for each in undecided}
        made = {each.proposal: each for each in decisions}
        for each in self.listed:
            if each.id in self.left:
                self._elsewhere.discard(each.id)
            elif self.is_open(each):
                self._elsewhere.add(each.id)
                if (decision := made.get(each.id)) is None:
                    say(_("{id} stands in the record by now.", id=each.id))
                    continue
                say(
                    _(
                        "{by} decided about {id} meanwhile: {decided}.",
                        by=decision.by,
                        id=each.id,
                        decided=label(decision.decided, message_language()),
                    )
                )

    def skip(self) -> None:
        """Go on to the next; the one that is shown stays open."""
        id = self.listed[self._at].id
        self._skipped.add(id)
        self.kept_open.add(id)

    def back(self) -> None:
        """Go to the proposal before that nothing was decided about."""
        for at in range(self._at - 1, -1, -1):
            if self.is_open(self.listed[at]):
                self._skipped.discard(self.listed[at].id)
                self._at = at
                return
        say(_("No proposal before this one is still open; u undoes the last decision."))

    def reopen(self, ids: set[str]) -> None:
        """Leave open what was decided about, and go to the first of it."""
        self.decided -= ids
        found = (at for at, each in enumerate(self.listed) if each.id in ids)
        self._at = min(found, default=self._at)

    def go(self, words: str) -> None:
        """Go to an open proposal: by its number, or the next that has some words.

        Without words, to the next with those that were typed before.
        """
        self._looked_for = words = words or self._looked_for
        number = int(words) if words.isdecimal() and len(words) < _DIGITS else 0
        if not 0 < number <= len(self.listed):
            self._find(words)
        elif self.is_open(self.listed[number - 1]):
            self._read_on_from(number - 1)
        else:
            say(_("{number} is decided already.", number=number))

    def _find(self, words: str) -> None:
        if not words:
            say(_("Type g and the number of a proposal, or words to look for."))
            return
        record = record_to_edit(self.path)
        found = [
            at
            for at, each in enumerate(self.listed)
            if self.is_open(each) and has_words(each, self.entry(each), record, words)
        ]
        if not found:
            say(
                _(
                    "No open proposal has “{words}”; their numbers are 1 to {last}.",
                    words=words,
                    last=len(self.listed),
                )
                if words.isdecimal()
                else _("No open proposal has “{words}”.", words=words)
            )
            return
        say(
            ngettext(
                "{number} open proposal has “{words}”.",
                "{number} open proposals have “{words}”; g and Enter go to the next.",
                len(found),
                words=words,
            )
        )
        self._read_on_from(next((at for at in found if at > self._at), found[0]))

    def _read_on_from(self, at: int) -> None:
        self._skipped -= {each.id for each in self.listed[at:]}
        self._at = at
