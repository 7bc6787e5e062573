"""What was asked, and how each letter answered it."""

from __future__ import annotations

from attrs import field, frozen

from ssrpolicy.arguments import check_type
from ssrpolicy.fields import by_fields
from ssrpolicy.model.documents.document import Passage, passages
from ssrpolicy.model.shortening import brief
from ssrpolicy.model.texts import LocalText, identifier, identifiers, local_text, yes_or_no
from ssrpolicy.model.timeframes import Timeframe, timeframe
from ssrpolicy.model.vocabulary import Answer, to_answer


@frozen(kw_only=True)
@by_fields
class Request:
    """One thing that a document asks.

    Attributes:
        id: its id, unique in the record.
        document: the id of the document that asks it.
        summary: what is asked, in the recorder's words.
        quotes: the passages that ask it.
        term: by when it is asked; None where no term is set.
        implied: whether nobody asked it in so many words.
    """

    id: str = field(validator=identifier)
    document: str = field(validator=identifier)
    summary: LocalText = field(validator=local_text)
    quotes: tuple[Passage, ...] = field(default=(), validator=passages)
    term: Timeframe | None = field(default=None, validator=timeframe)
    implied: bool = field(default=False, validator=yes_or_no)

    def __repr__(self) -> str:
        return f"<Request {self.id}: {brief(str(self.summary))}>"


@frozen(kw_only=True)
@by_fields
class Disposition:
    """How one document answers one request, within a scope; a request may have several.

    The recorder does not judge whether the House should be satisfied with it.

    Attributes:
        request: the id of the request.
        document: the id of the document that answers it.
        answer: how it is answered.
        scope: the part of the request that is answered; None where all of it is.
        by: the ids of the statements that carry the answer.
        because: the ids of the statements on which the answer rests.
        quotes: the passages that answer, needed only where no statement carries the answer.
    """

    request: str = field(validator=identifier)
    document: str = field(validator=identifier)
    answer: Answer = field(converter=to_answer)
    scope: LocalText | None = field(default=None, validator=local_text)
    by: tuple[str, ...] = field(default=(), validator=identifiers)
    because: tuple[str, ...] = field(default=(), validator=identifiers)
    quotes: tuple[Passage, ...] = field(default=(), validator=passages)

    def gives_way_to(self, other: Disposition) -> bool:
        """Whether a later answer takes its place: one of its scope or of none.

        Where nothing was answered, any answer does.
        """
        check_type(other, Disposition, "other", "record.dispositions[0]")
        return other.scope in (None, self.scope) or self.answer is Answer.UNANSWERED

    def __repr__(self) -> str:
        return f"<Disposition of {self.request}: {self.answer}>"
