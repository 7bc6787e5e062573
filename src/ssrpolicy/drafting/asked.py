"""The proposals that somebody decides about, looked up in the draft next to the record."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from ssrpolicy.drafting.files import saved_draft
from ssrpolicy.editing import record_to_edit
from ssrpolicy.errors import ArgumentTypeError, UnknownIdError
from ssrpolicy.messages import _
from ssrpolicy.model import Draft, Proposal

AnyPath = str | os.PathLike[str]
Asked = str | Proposal
"""A proposal, or the id of one in the draft that stands next to the record."""


class Saved:
    """The proposals that are meant, looked up in the record's draft where only an id is given."""

    def __init__(self, path: AnyPath) -> None:
        self._path = path
        self._draft: Draft | None = None
        self.asked: set[str] = set()

    @property
    def draft(self) -> Draft:
        """The draft next to the record, read when it is first needed."""
        if self._draft is None:
            self._draft = saved_draft(self._path, record_to_edit(self._path))
        return self._draft

    def find(self, asked: Asked) -> Proposal:
        """Return the proposal that is meant; raises UnknownIdError."""
        if isinstance(asked, Proposal):
            self.asked.add(asked.id)
            return asked
        found = self.draft.proposal(asked)
        if found is None:
            raise UnknownIdError(
                _("The draft has no proposal {id!r:.80}.", id=asked),
                hint=_(
                    "It may be decided already, or its source changed: ssrpolicy draft {path}",
                    path=self._path,
                ),
            )
        self.asked.add(asked)
        return found

    def chain(self, asked: Sequence[Asked]) -> list[Proposal]:
        """Return the proposals that are meant with all that they require, those first."""
        given = [self.find(each) for each in asked]
        known = {each.id: each for each in given}
        found: dict[str, Proposal] = {}
        for each in given:
            if all(id in known for id in each.requires):
                required = [known[id] for id in each.requires]
            else:
                required = list(self.draft.chain(each)[:-1])
            for one in (*required, each):
                found.setdefault(one.id, one)
        return list(found.values())


def several_asked(proposal: Asked | Iterable[Asked]) -> list[Asked]:
    """Return one proposal or several as a list; raises ArgumentTypeError for anything else."""
    if isinstance(proposal, str | Proposal) or not isinstance(proposal, Iterable):
        return [one_asked(proposal)]
    return [one_asked(each) for each in proposal]


def one_asked(proposal: object) -> Asked:
    """Return a proposal, or the id of one; raises ArgumentTypeError for anything else."""
    if isinstance(proposal, str | Proposal):
        return proposal
    raise ArgumentTypeError(
        _("{value!r:.80} is not a proposal.", value=proposal),
        hint=_("Give one of the draft, or its id."),
    )
