"""When something was asked: of written questions the paper with their answers does not say it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ssrpolicy.model.asking.arguments import check_type
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
        def dispositions(self) -> tuple[Disposition, ...]:
            """The answers to the requests."""

        @property
        def commitments(self) -> tuple[Commitment, ...]:
            """The statements that are commitments."""

        @property
        def dates(self) -> Mapping[str, dt.date]:
            """The date of each document that has one, by its id."""

    def is_reply(self, document: str) -> bool:
        """Return whether a document holds written questions together with their answers.

        They were put in an earlier paper, on a day that is not recorded. Where no answer is
        recorded yet, a commitment in it shows that it answers: who asks promises nothing. Raises
        UnknownIdError for an id that no document of the record has.
        """
        return self._answers_questions(self.document(document).id)

    def asked_on(self, request: Request) -> dt.date | None:
        """Return the date of the paper that asks a request; None where it is not known.

        Raises ArgumentError for what is not a request.
        """
        check_type(request, Request, "request", "Request(...)")
        paper = request.document
        return None if self._answers_questions(paper) else self.dates.get(paper)

    def _answers_questions(self, id: str) -> bool:
        answering = {each.document for each in self.dispositions}
        answering |= {each.document for each in self.commitments}
        return id in answering and any(
            each.id == id and each.kind is DocumentKind.QUESTION for each in self.documents
        )
