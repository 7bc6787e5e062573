"""A statement in a list: who is responsible for it, named or as the author of its letter."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from ssrpolicy.selection import COLLECTIVE, Chosen
from ssrpolicy.views.workbook.statements import StatementRow
from ssrpolicy.views.workbook.tables import ColumnOf


@frozen(eq=False)
class StatementListed(StatementRow):
    """A statement of a list, with who is responsible for it."""

    chosen: Chosen

    @property
    def responsible(self) -> str | None:
        """Who is responsible by name, one a line; who follows from the author is marked, and last.

        That nobody is it is said where an update says so. Where all ministries together are
        named, they are, and the author's is the one to ask.
        """
        if self.progress.disowned:
            return self.context.words("changes.nobody")
        found = self.chosen.responsible(self.context.record, self.entry)
        names = [self.context.code_by_itself("parties", id) for id in found.parties]
        if names and found.by_authorship:
            names[-1] += f" ({self._as_sender(found.parties)})"
        together = [id for id in self.progress.owners if id not in found.parties]
        named = [self.context.code_by_itself("parties", id) for id in together]
        return "\n".join([*named, *names]) or None

    def _as_sender(self, parties: tuple[str, ...]) -> str:
        """Return that parties are those that sent the paper, or who of them sent it."""
        paper = self.context.find_document(self.entry.document)
        authors = () if paper is None else paper.authors
        sent = [id for id in authors if id not in parties and id not in COLLECTIVE]
        if not sent:
            return self.context.words("lists.by_authorship")
        # "Minister van Financiën" after the ministry "van Financiën" is only "Minister".
        own = [self.context.code_by_itself("parties", id).partition(" ")[2] for id in parties]
        names = [self.context.code_by_itself("parties", id) for id in sent]
        short = [
            next(
                (name.removesuffix(f" {of}") for of in own if of and name.endswith(f" {of}")), name
            )
            for name in names
        ]
        return self.context.words("lists.by_authorship_of", names=", ".join(short))


RESPONSIBLE: ColumnOf[Any] = ColumnOf("responsible", 24, lambda row: row.responsible)
"""The column of who is responsible."""
