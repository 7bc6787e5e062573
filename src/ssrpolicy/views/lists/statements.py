"""A statement in a list: who is responsible for it, named or as the author of its letter."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from ssrpolicy.selection import Chosen
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
            names[-1] += f" ({self.context.words('lists.by_authorship')})"
        together = [id for id in self.progress.owners if id not in found.parties]
        named = [self.context.code_by_itself("parties", id) for id in together]
        return "\n".join([*named, *names]) or None


RESPONSIBLE: ColumnOf[Any] = ColumnOf("responsible", 24, lambda row: row.responsible)
"""The column of who is responsible."""
