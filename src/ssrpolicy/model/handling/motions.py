"""Which requests and motions are dealt with and which are in hand, as of a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cached_property
from typing import Literal, TypeAlias

from attrs import field, frozen

from ssrpolicy.arguments import check_type
from ssrpolicy.model.documents.document import Document
from ssrpolicy.model.handling.commitments import CommitmentHandling, check_record
from ssrpolicy.model.handling.requests import MotionRequest, day_of
from ssrpolicy.model.papers import PaperNumber
from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.requests import Disposition, Request
from ssrpolicy.model.texts import FullId
from ssrpolicy.model.vocabulary import DocumentKind, Outcome

_NOT_ACCEPTED = (Outcome.REJECTED, Outcome.WITHDRAWN, Outcome.HELD)
MotionState: TypeAlias = Literal[
    "later", "refused", "replaced", "dealt_with", "in_hand", "unknown_dealt_with", "unknown_in_hand"
]
"""How a motion stands; where the vote is not known, it is set apart and says so."""


def motion_key(record: PolicyRecord, document: Document) -> str | None:
    """Return what tells a motion from others, whichever record has it; None for other papers."""
    check_record(record)
    check_type(document, Document, "document", "record.documents[0]")
    if document.kind is not DocumentKind.MOTION:
        return None
    return str(document.number or record.full_id(document.id))


@frozen(eq=False)
class Handling(CommitmentHandling):
    """Which commitments, requests and motions of some records are dealt with, as of a day.

    Papers of a later day are not known yet; of a paper without a date in which something is stated
    all is known, and a cited one is known from the paper that cites or answers it.

    Attributes:
        records: the records.
        as_of: the day.
    """

    @cached_property
    def motions(self) -> tuple[Motion, ...]:
        """The motions by date; one that several records have is one motion."""
        found: dict[str, list[tuple[PolicyRecord, Document]]] = {}
        for record in self.records:
            for document in record.documents:
                if (key := motion_key(record, document)) is not None:
                    found.setdefault(key, []).append((record, document))
        every = (Motion(papers=tuple(papers), handling=self) for papers in found.values())
        return tuple(sorted(every, key=lambda motion: motion.document.date or dt.date.max))

    @cached_property
    def _motions(self) -> Mapping[str, Motion]:
        return {
            record.full_id(document.id): motion
            for motion in self.motions
            for record, document in motion.papers
        }

    def motion(self, record: PolicyRecord, document: str) -> Motion | None:
        """Return the motion that a document of a record is; None for any other document."""
        check_record(record)
        return self._motions.get(record.full_id(document))

    @cached_property
    def _requests(self) -> Mapping[str, MotionRequest]:
        return {
            record.full_id(request.id): each
            for motion in self.motions
            for each in motion.requests
            for record, request in each.requests
        }

    def is_replaced(self, record: PolicyRecord, answer: Disposition) -> bool:
        """Return whether a known answer of a later day took the place of an answer.

        To what a motion requests, any record that has the motion may have that answer.
        """
        check_record(record)
        check_type(answer, Disposition, "answer", "record.dispositions[0]")
        day = day_of(record, answer)
        if day is None:
            return False
        request = self._requests.get(str(FullId(record.id, answer.request)))
        own = [(record, each) for each in record.answers(answer.request)]
        others = own if request is None else request.known
        return any(
            answer.gives_way_to(other) and day < (day_of(of, other) or day) <= self.as_of
            for of, other in others
        )

    @cached_property
    def replacements(self) -> Mapping[PaperNumber, Motion]:
        """The known motions that replaced another, by the number of the replaced one."""
        return {
            document.replaces: motion
            for motion in self.motions
            for record, document in motion.papers
            if document.replaces is not None and not self.is_later(record, document.id)
        }


@frozen(kw_only=True, eq=False)
class Motion:
    """A motion as one or more records have it: the answers of all of them count together.

    Attributes:
        papers: each record that has it, with the document that it is there.
        handling: what says how it stands, as of a day.
    """

    papers: tuple[tuple[PolicyRecord, Document], ...]
    handling: Handling = field(repr=False)

    @property
    def record(self) -> PolicyRecord:
        """The first record that has the motion."""
        return self.papers[0][0]

    @property
    def document(self) -> Document:
        """The motion as the first record has it."""
        return self.papers[0][1]

    @property
    def full_id(self) -> str:
        """The id of the motion in the first record that has it."""
        return self.record.full_id(self.document.id)

    @property
    def is_later(self) -> bool:
        """Whether every record that has the motion knows it from a later day only."""
        return all(self.handling.is_later(record, each.id) for record, each in self.papers)

    @property
    def outcome(self) -> Outcome | None:
        """What the House decided; of two records that differ, the one that it was not accepted."""
        found = [document.outcome for _, document in self.papers if document.outcome is not None]
        return next((each for each in found if each in _NOT_ACCEPTED), found[0] if found else None)

    @property
    def is_refused(self) -> bool:
        """Whether the House rejected it, or it was withdrawn or held over."""
        return self.outcome in _NOT_ACCEPTED

    @property
    def replaced_by(self) -> Motion | None:
        """The motion that came in its place; None where none did."""
        number = self.document.number
        by = None if number is None else self.handling.replacements.get(number)
        return None if by is self else by

    @property
    def state(self) -> MotionState:
        """How it stands on the day.

        Only of a motion that was adopted, or of which the outcome is not known, it says whether it
        is dealt with or in hand; of the latter it says both.
        """
        if self.is_later:
            return "later"
        if self.is_refused:
            return "refused"
        if self.replaced_by is not None:
            return "replaced"
        if self.outcome is None:
            return "unknown_dealt_with" if self.dealt_with else "unknown_in_hand"
        return "dealt_with" if self.dealt_with else "in_hand"

    @property
    def is_closed(self) -> bool:
        """Whether it was dealt with on the day, adopted or of unknown outcome."""
        return self.state in ("dealt_with", "unknown_dealt_with")

    @property
    def is_in_hand(self) -> bool:
        """Whether something of it is still to be done, as far as it was adopted."""
        return self.state in ("in_hand", "unknown_in_hand")

    @cached_property
    def requests(self) -> tuple[MotionRequest, ...]:
        """What the motion requests; a request with the same words in several records is one."""
        found: list[list[tuple[PolicyRecord, Request]]] = []
        places: dict[tuple[str, str], int] = {}
        for record, document in self.papers:
            for request in record.requests:
                if request.document != document.id:
                    continue
                said = [
                    (language, text)
                    for language in ("nl", "en")
                    if (text := getattr(request.summary, language)) is not None
                ]
                place = next((places[each] for each in said if each in places), len(found))
                if place == len(found):
                    found.append([])
                found[place].append((record, request))
                places |= dict.fromkeys(said, place)
        return tuple(MotionRequest(requests=tuple(e), handling=self.handling) for e in found)

    @cached_property
    def dealt_with(self) -> bool:
        """Whether every request of the motion is dealt with; one without requests is in hand.

        Nobody reports on a motion as such, so this follows from its answers:

        - a request without an answer is in hand, also when it is only implied;
        - "unanswered" and "partly answered" leave it in hand: for a part there is no answer;
        - "answered" and "declined" deal with it;
        - "promised", "on conditions" and "deferred" deal with it only when commitments carry the
          answer;
        - and no commitment that carries an answer, an earlier one included, nor any that repeats
          or supersedes such a commitment, is in hand.

        When in doubt a motion is in hand: one that is closed too soon is lost from sight.
        """
        return bool(self.requests) and all(each.dealt_with for each in self.requests)
