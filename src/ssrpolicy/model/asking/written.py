"""When something was asked: of written questions the paper with their answers does not say it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ssrpolicy.model.documents.document import Document
from ssrpolicy.model.requests import Disposition, Request
from ssrpolicy.model.vocabulary import DocumentKind


class WrittenQuestions:
    """What :class:`PolicyRecord` answers about the day on which something was asked."""

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def documents(self) -> tuple[Document, ...]:
            """The documents of the record."""

        @property
        def dispositions(self) -> tuple[Disposition, ...]:
            """The answers to the requests."""

        @property
        def dates(self) -> Mapping[str, dt.date]:
            """The date of each document that has one, by its id."""

    def is_reply(self, document: str) -> bool:
        """Return whether a document holds written questions together with their answers.

        They were put in an earlier paper, on a day that is not recorded.
        """
        kind = DocumentKind.QUESTION
        asked = any(each.id == document and each.kind is kind for each in self.documents)
        return asked and any(each.document == document for each in self.dispositions)

    def asked_on(self, request: Request) -> dt.date | None:
        """Return the date of the paper that asks a request; None where it is not known."""
        return None if self.is_reply(request.document) else self.dates.get(request.document)
