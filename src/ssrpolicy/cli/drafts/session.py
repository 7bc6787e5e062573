"""A review at a terminal: a proposal at a time, a key a decision, each written at once."""

from __future__ import annotations

import datetime as dt
import shlex
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click
from attrs import define, field

from ssrpolicy import drafting
from ssrpolicy.cli.console import print_error, print_line, print_wrapped
from ssrpolicy.cli.drafts.fields import Correctable, corrected, field_keys
from ssrpolicy.cli.drafts.keys import agreed, pressed, unless_numbered
from ssrpolicy.cli.drafts.shown import (
    kind_label,
    kind_of,
    print_accepted,
    print_not_recorded,
    print_proposal,
    print_short,
    print_without_proposal,
)
from ssrpolicy.codec import entry_lines, entry_of_text
from ssrpolicy.editing import record_to_edit, remove, undo
from ssrpolicy.errors import EditRefusedError, InputError, SsrPolicyError
from ssrpolicy.messages import _, message_language, ngettext
from ssrpolicy.model import Draft, PolicyRecord, Proposal
from ssrpolicy.views.language import label


@define
class _Step:
    """A decision of this session: the proposals it was about, and the entries that it added."""

    proposals: tuple[Proposal, ...]
    entries: tuple[Any, ...]


@define(kw_only=True)
class Session:
    """The proposals that are left to decide about, and what was decided so far."""

    path: Path
    by: str
    date: dt.date
    draft: Draft
    proposals: list[Proposal]
    _at: int = 0
    _steps: list[_Step] = field(factory=list)
    _decided: set[str] = field(factory=set)
    _elsewhere: set[str] = field(factory=set)
    _left: set[str] = field(factory=set)
    _corrected: dict[str, Any] = field(factory=dict)

    def run(self) -> None:
        """Show one proposal after the other until none is left, or the person stops."""
        keys: dict[str, Callable[[Proposal], None]] = {
            "a": self._accept,
            "e": self._edit,
            "r": self._reject,
            "s": self._skip,
            "b": self._back,
            "u": self._undo,
            "l": self._all_like,
        }
        total, whole = len(self.proposals), True
        while (proposal := self._next()) is not None:
            entry, record = self._entry(proposal), self._record()
            place = f"{self._number(proposal)}/{total}"
            print_proposal(proposal, entry, record, place, self._required(proposal), whole=whole)
            corrections = field_keys(entry)
            print_wrapped(" ".join(name for name, _correction in corrections.values()), 0)
            key = pressed(_("[a]ccept [e]dit [r]eject [s]kip [b]ack [u]ndo a[l]l like this [q]uit"))
            if key is None or key == "q":
                break
            whole = True
            try:
                if key in keys:
                    keys[key](proposal)
                elif key in corrections:
                    _name, correction = corrections[key]
                    about = Correctable(entry, record, self.draft)
                    self._corrected[proposal.id] = corrected(about, correction)
                    # Who corrects a field has just read the rest.
                    whole = self._entry(proposal) == entry
                else:
                    print_line(_("Press one of the keys in brackets."))
            except SsrPolicyError as error:
                print_error(error)
        self._print_end()

    def _record(self) -> PolicyRecord:
        return record_to_edit(self.path)

    def _entry(self, proposal: Proposal) -> Any:
        """Return the entry of a proposal as it was corrected in this session, if it was."""
        return self._corrected.get(proposal.id, proposal.entry)

    def _required(self, proposal: Proposal) -> dict[str, Any]:
        """Return the entries that are accepted with a proposal, by the ids of theirs."""
        before = self.draft.chain(proposal)[:-1]
        return {each.id: self._entry(each) for each in before if each.id in self._left}

    def _number(self, proposal: Proposal) -> int:
        return self.proposals.index(proposal) + 1

    def _next(self) -> Proposal | None:
        """Return the next proposal about which nothing was decided; None where none is left."""
        self._find_decided_elsewhere()
        while self._at < len(self.proposals):
            if self._is_open(self.proposals[self._at]):
                return self.proposals[self._at]
            self._at += 1
        return None

    def _is_open(self, proposal: Proposal) -> bool:
        return proposal.id not in self._decided and proposal.id not in self._elsewhere

    def _find_decided_elsewhere(self) -> None:
        """Leave out what somebody else decided since this session began, and say who did."""
        decisions = drafting.decisions(self.path)
        undecided = drafting.undecided(self.draft, self._record(), decisions)
        self._left = {each.id for each in undecided}
        made = {each.proposal: each for each in decisions}
        for each in self.proposals:
            if each.id in self._left:
                self._elsewhere.discard(each.id)
            elif self._is_open(each):
                self._elsewhere.add(each.id)
                if (decision := made.get(each.id)) is None:
                    print_line(_("{id} stands in the record by now.", id=each.id))
                    continue
                print_line(
                    _(
                        "{by} decided about {id} meanwhile: {decided}.",
                        by=decision.by,
                        id=each.id,
                        decided=label(decision.decided, message_language()),
                    )
                )

    def _accept(self, *proposals: Proposal, **given: Any) -> None:
        """Accept proposals, and what they require, as they were corrected.

        ``given`` is another entry for the one proposal.
        """
        chain = {each.id: each for one in proposals for each in self.draft.chain(one)}
        accepted = {
            each.id: self._corrections(each)
            for each in chain.values()
            if each in proposals or (each.id in self._left and each.id in self._corrected)
        }
        if given:
            accepted[proposals[0].id] = given
        change = drafting.decide(self.path, accepted, {}, by=self.by, date=self.date)
        new = tuple(each for each in chain.values() if each.id in self._left)
        self._decided |= {each.id for each in new}
        self._steps.append(_Step(new, change.entries))
        print_accepted(change)

    def _edit(self, proposal: Proposal) -> None:
        record, entry = self._record(), self._entry(proposal)
        text = "\n".join(entry_lines(entry, record)) + "\n"
        while True:
            try:
                edited = click.edit(text, extension=".toml")
            except click.ClickException:  # what click says of it is English
                print_error(_editor_failed())
                return
            if edited is None:
                print_line(_("Nothing was changed in the editor; nothing was decided."))
                return
            try:
                self._accept(proposal, entry=entry_of_text(edited, kind_of(entry), record))
            except (InputError, EditRefusedError) as error:
                print_error(error)
                text = edited  # what was typed is not lost
                if not agreed(_("Edit it again?")):
                    return
            else:
                return

    def _reject(self, proposal: Proposal) -> None:
        drafting.reject(self.path, proposal.id, by=self.by, date=self.date)
        print_line(_("Rejected: {ids}.", ids=proposal.id))
        self._decided.add(proposal.id)
        self._steps.append(_Step((proposal,), ()))

    def _skip(self, _proposal: Proposal) -> None:
        self._at += 1

    def _back(self, _proposal: Proposal) -> None:
        """Go to the proposal before that nothing was decided about."""
        for at in range(self._at - 1, -1, -1):
            if self._is_open(self.proposals[at]):
                self._at = at
                return
        print_line(_("No proposal before this one is still open; u undoes the last decision."))

    def _undo(self, proposal: Proposal) -> None:
        """Undo what was corrected in what is shown; else the last decision, and the one before."""
        if self._corrected.pop(proposal.id, proposal.entry) != proposal.entry:
            print_line(_("The proposal is as it was drafted."))
            return
        if not self._steps:
            print_line(_("Nothing was decided in this session."))
            return
        step = self._steps[-1]
        if not self._undone(step):
            for entry in reversed(step.entries):
                remove(self.path, getattr(entry, "id", entry))
            for each in step.proposals:
                drafting.withdraw(self.path, each.id, by=self.by, date=self.date)
        self._steps.pop()
        self._decided -= {each.id for each in step.proposals}
        self._at = min(
            (n for n, each in enumerate(self.proposals) if each in step.proposals), default=self._at
        )
        print_line(_("Undone."))

    def _undone(self, step: _Step) -> bool:
        """Whether the step was the last change to the files, and could be undone as that."""
        last = drafting.decisions(self.path)[-len(step.proposals) :]
        standing = {each.proposal for each in last}
        if any(each.id not in standing for each in step.proposals):
            return False
        try:
            undo(self.path)
        except EditRefusedError:
            return False
        return True

    def _all_like(self, proposal: Proposal) -> None:
        kind = kind_of(self._entry(proposal))
        same = {
            self._number(each): each
            for each in self.proposals
            if (kind_of(self._entry(each)), each.confidence) == (kind, proposal.confidence)
            and self._is_open(each)
        }
        question = ngettext(
            "Accept the one left of kind {kind} that is {confidence}?",
            "Accept all {number} of kind {kind} that are {confidence}?",
            len(same),
            kind=kind_label(kind),
            confidence=label(proposal.confidence, message_language()),
        )
        record = self._record()
        for number, each in same.items():
            print_short(each, self._entry(each), record, number, self._required(each))
        left_open = unless_numbered(question, same)
        accepted = [each for number, each in same.items() if number not in left_open]
        if accepted:
            self._accept(*accepted)
        else:
            print_line(_("Nothing was accepted; all of them stay open."))

    def _corrections(self, proposal: Proposal) -> Mapping[str, Any]:
        """Return what is accepted in the place of a proposal's entry, where it was corrected."""
        entry = self._entry(proposal)
        return {} if entry == proposal.entry else {"entry": entry}

    def _print_end(self) -> None:
        left = sum(map(self._is_open, self.proposals))
        decided = sum(len(step.proposals) for step in self._steps)
        print_line(_("Decided: {decided}. Left: {left}.", decided=decided, left=left))
        others = len(self._left - {each.id for each in self.proposals})
        if others:
            print_line(_("Left besides what --kind and --confidence ask for: {number}.",
                         number=others))  # fmt: skip
        if decided:
            print_not_recorded(self._record())
        path = shlex.quote(str(self.path))
        if decided and not left and not others:
            print_without_proposal(self._record(), path)
        following = []
        if left or others:
            following.append(f"  ssrpolicy review {path} --by {shlex.quote(self.by)}")
        if decided:
            following.append(f"  ssrpolicy check {path} --coverage")
        if following:
            print_line()
            print_line(_("Next:"))
            for each in following:
                print_line(each)


def _editor_failed() -> InputError:
    return InputError(
        _("The editor could not be used, or ended with an error; nothing was decided."),
        hint=_("Name one in EDITOR (or VISUAL) before you review, such as EDITOR=nano."),
    )
