"""What a database answers, whichever engine holds it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final, Protocol

from ssrpolicy.model import Finding, Language, PolicyRecord
from ssrpolicy.selection import Selection
from ssrpolicy.views import Found, Listing, ListKind

DATABASES: Final = "ssrpolicy.databases"
"""The group of entry points that names functions which open a database by its address."""


class Database(Protocol):
    """Records that are asked for lists and searches, and what is wrong with some of them.

    Answers are those of `ssrpolicy.views.listing` and `ssrpolicy.views.search` over the same
    records, in the same order.
    """

    @property
    def findings(self) -> Sequence[Finding]:
        """What is wrong with the files from which it was made."""

    def listing(
        self,
        kind: ListKind,
        selection: Selection,
        *,
        as_of: dt.date,
        language: Language = "nl",
        since: dt.date | None = None,
        sort: str | None = None,
        limit: int | None = None,
    ) -> Listing:
        """Return a list of what the records hold, as of a day."""

    def search(
        self,
        words: str,
        selection: Selection,
        *,
        as_of: dt.date,
        language: Language = "nl",
        limit: int | None = None,
    ) -> Found:
        """Return where all of some words stand in the records."""

    def naming(self, selection: Selection) -> Sequence[PolicyRecord]:
        """Return records that give the codes of a selection the names that all records give."""

    def close(self) -> None:
        """Let go of the database."""
