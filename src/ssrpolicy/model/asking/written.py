"""When something was asked: of written questions the paper with their answers does not say it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from ssrpolicy.arguments import check_type
from ssrpolicy.model.documents.document import Document
from ssrpolicy.model.requests import Disposition, Request
from ssrpolicy.model.statements import Commitment
from ssrpolicy.model.vocabulary import DocumentKind


class WrittenQuestions:
    """What :class:`PolicyRecord` answers about the day on which something was asked."""

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def documents(self) -> tuple[Document, ...]:
            """The documents of the record."""

        def document(self, key: str) -> Document:
            """Return the document with this id."""

        @property
        def _dates(self) -> Mapping[str, dt.date]:
            """The date of each document that has one, by its id; worked out once."""

        @property
        def _replies(self) -> frozenset[str]:
            """The ids of the documents that hold written questions together with their answers."""

    @property
    def dates(self) -> Mapping[str, dt.date]:
        """The date of each document that has one, by its id."""
        return self._dates

    def is_reply(self, document: str) -> bool:
        """Return whether a document holds written questions together with their answers.

        They were put in an earlier paper, on a day that is not recorded. Where no answer is
        recorded yet, a commitment in it shows that it answers: who asks promises nothing. Raises
        UnknownIdError for an id that no document of the record has.
        """
        return self.document(document).id in self._replies

    def asked_on(self, request: Request) -> dt.date | None:
        """Return the date of the paper that asks a request; None where it is not known.

        Raises ArgumentError for what is not a request.
        """
        check_type(request, Request, "request", "Request(...)")
        paper = request.document
        return None if paper in self._replies else self.dates.get(paper)


def replies(
    documents: Iterable[Document], answering: Iterable[Disposition | Commitment]
) -> frozenset[str]:
    """Return the ids of the documents of written questions in which something answers."""
    papers = {each.document for each in answering}
    return frozenset(
        each.id for each in documents if each.kind is DocumentKind.QUESTION and each.id in papers
    )
