"""A review at a terminal: a proposal at a time, a key a decision, each written at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click
from attrs import define, field

from ssrpolicy import drafting
from ssrpolicy.cli.add.entries import print_remarks
from ssrpolicy.cli.console import print_error, print_line
from ssrpolicy.cli.drafts.fields import corrected, field_keys
from ssrpolicy.cli.drafts.keys import agreed, offer, pressed, say, typed, unless_numbered
from ssrpolicy.cli.drafts.left import print_end
from ssrpolicy.cli.drafts.proposals import Proposals
from ssrpolicy.cli.drafts.questions import Correctable
from ssrpolicy.cli.drafts.shown import (
    kind_label,
    kind_of,
    print_accepted,
    print_proposal,
    print_short,
)
from ssrpolicy.codec import entry_lines, entry_of_text
from ssrpolicy.editing import record_to_edit, remove, undo
from ssrpolicy.errors import InputError, SsrPolicyError
from ssrpolicy.messages import _, message_language, ngettext
from ssrpolicy.model import Disposition, EditRefusedError, PolicyRecord, Proposal
from ssrpolicy.views.language import label


@define
class _Step:
    """A decision of this review: the proposals it was about, and the entries that it added."""

    proposals: tuple[Proposal, ...]
    entries: tuple[Any, ...]


@define(kw_only=True)
class Session:
    """The proposals that are left to decide about, and what was decided so far."""

    path: Path
    by: str
    date: dt.date
    proposals: Proposals
    _steps: list[_Step] = field(factory=list)

    def run(self) -> None:
        """Show one proposal after the other until none is left, or the person stops."""
        try:
            self._ask()
        except KeyboardInterrupt:
            print_line()
            self._print_end()
            raise
        self._print_end()

    def _ask(self) -> None:
        keys: dict[str, Callable[[Proposal], None]] = {
            "a": self._accept,
            "e": self._edit,
            "r": self._reject,
            "s": self._skip,
            "b": self._back,
            "g": self._go,
            "u": self._undo,
            "l": self._all_like,
            "?": lambda _proposal: None,
        }
        shown: tuple[str, Any] | None = None
        while (proposal := self.proposals.following()) is not None:
            entry = self.proposals.entry(proposal)
            if shown != (proposal.id, entry):
                # Who corrects a field has just read the rest.
                self._show(proposal, whole=shown is None or shown[0] != proposal.id)
                shown = proposal.id, entry
            corrections = field_keys(entry)
            offer(name for name, _correction in corrections.values())
            key = pressed(
                _("[a]ccept [e]dit [r]eject [s]kip [b]ack [g]o to [u]ndo a[l]l like this [q]uit")
            )
            if key is None or key == "q":
                return
            try:
                if key in keys:
                    shown = None
                    keys[key](proposal)
                elif key in corrections:
                    _name, correction = corrections[key]
                    about = Correctable(
                        entry=entry,
                        drafted=proposal.entry,
                        record=self._record(),
                        draft=self.proposals.draft,
                        open=self.proposals.open(),
                    )
                    self.proposals.corrected[proposal.id] = corrected(about, correction)
                else:
                    say(_("Press one of the keys in brackets; ? shows the proposal once more."))
            except SsrPolicyError as error:
                print_error(error)

    def _show(self, proposal: Proposal, *, whole: bool) -> None:
        print_proposal(
            proposal,
            self.proposals.entry(proposal),
            self._record(),
            f"{self.proposals.number(proposal)}/{len(self.proposals.listed)}",
            self.proposals.required(proposal),
            whole=whole,
        )

    def _record(self) -> PolicyRecord:
        return record_to_edit(self.path)

    def _accept(self, *proposals: Proposal, **given: Any) -> None:
        """Accept proposals, and what they require, as they were corrected.

        ``given`` is another entry for the one proposal.
        """
        chain = {each.id: each for one in proposals for each in self.proposals.chain(one)}
        accepted = {
            each.id: self._corrections(each)
            for each in chain.values()
            if each in proposals or each.id in self.proposals.left
        }
        if given:
            accepted[proposals[0].id] = given
        change = drafting.decide(self.path, accepted, {}, by=self.by, date=self.date)
        new = tuple(each for each in chain.values() if each.id in self.proposals.left)
        self.proposals.decided |= {each.id for each in new}
        self._steps.append(_Step(new, change.entries))
        print_accepted(change)
        answers = any(
            isinstance(each.entry, Disposition) and self.proposals.is_open(each)
            for each in self.proposals.listed
        )
        print_remarks(change, awaited="request-unanswered" if answers else None)

    def _edit(self, proposal: Proposal) -> None:
        record, entry = self._record(), self.proposals.entry(proposal)
        text = "\n".join(entry_lines(entry, record)) + "\n"
        while True:
            try:
                edited = click.edit(text, extension=".toml")
            except click.ClickException:  # what click says of it is English
                print_error(_editor_failed())
                return
            if edited is None:
                say(_("Nothing was changed in the editor; nothing was decided."))
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
        say(_("Rejected: {ids}.", ids=proposal.id))
        self.proposals.decided.add(proposal.id)
        self._steps.append(_Step((proposal,), ()))

    def _skip(self, _proposal: Proposal) -> None:
        self.proposals.skip()

    def _back(self, _proposal: Proposal) -> None:
        self.proposals.back()

    def _go(self, _proposal: Proposal) -> None:
        words = typed(_("Its number, or words of it"))
        if words is not None:
            self.proposals.go(words)

    def _undo(self, proposal: Proposal) -> None:
        """Undo the corrections of the proposal shown; without any, the last decision made."""
        if self.proposals.corrected.pop(proposal.id, proposal.entry) != proposal.entry:
            say(_("The proposal is as it was drafted."))
            return
        if not self._steps:
            say(_("Nothing was decided in this review."))
            return
        step = self._steps[-1]
        if not self._undone(step):
            for entry in reversed(step.entries):
                remove(self.path, getattr(entry, "id", entry))
            for each in step.proposals:
                drafting.withdraw(self.path, each.id, by=self.by, date=self.date)
        self._steps.pop()
        self.proposals.reopen({each.id for each in step.proposals})
        say(_("Undone."))

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
        kind = kind_of(self.proposals.entry(proposal))
        same = {
            self.proposals.number(each): each
            for each in self.proposals.listed
            if (kind_of(self.proposals.entry(each)), each.confidence) == (kind, proposal.confidence)
            and self.proposals.is_open(each)
        }
        same = self._without_kept_back(same)
        if not same:
            return
        question = ngettext(
            "Accept the one left of kind {kind} that is {confidence}?",
            "Accept all {number} of kind {kind} that are {confidence}?",
            len(same),
            kind=kind_label(kind),
            confidence=label(proposal.confidence, message_language()),
        )
        record = self._record()
        for number, each in same.items():
            print_short(
                each, self.proposals.entry(each), record, number, self.proposals.required(each)
            )
        left_open = unless_numbered(question, same)
        self.proposals.kept_open |= {same[number].id for number in left_open}
        accepted = [each for number, each in same.items() if number not in left_open]
        if accepted:
            self._accept(*accepted)
        else:
            say(_("Nothing was accepted; all of them stay open."))

    def _without_kept_back(self, same: dict[int, Proposal]) -> dict[int, Proposal]:
        """Return proposals without those that would bring what a person left open; name these."""
        kept = self.proposals.kept_open
        back = [
            number for number, each in same.items() if kept & self.proposals.required(each).keys()
        ]
        if back:
            say(
                ngettext(
                    "{numbers} is not in the list: what is accepted with it was left open.",
                    "{numbers} are not in the list: what is accepted with them was left open.",
                    len(back),
                    numbers=", ".join(map(str, back)),
                )
            )
        return {number: each for number, each in same.items() if number not in back}

    def _corrections(self, proposal: Proposal) -> Mapping[str, Any]:
        """Return what is accepted in the place of a proposal's entry, where it was corrected."""
        entry = self.proposals.entry(proposal)
        return {} if entry == proposal.entry else {"entry": entry}

    def _print_end(self) -> None:
        print_end(
            self.path,
            self.by,
            decided=sum(len(step.proposals) for step in self._steps),
            left=sum(map(self.proposals.is_open, self.proposals.listed)),
            others=len(self.proposals.left - {each.id for each in self.proposals.listed}),
        )


def _editor_failed() -> InputError:
    return InputError(
        _("The editor could not be used, or ended with an error; nothing was decided."),
        hint=_("Name one in EDITOR (or VISUAL) before you review, such as EDITOR=nano."),
    )
