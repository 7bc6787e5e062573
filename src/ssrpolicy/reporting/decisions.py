"""What people decided about proposals in a workbook, read back by the reporter that made it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import BinaryIO, Protocol, runtime_checkable

from attrs import field, frozen

from ssrpolicy.arguments import as_tuple, check_type
from ssrpolicy.fields import typed
from ssrpolicy.model import Language, made_of, yes_or_no
from ssrpolicy.reporting.contract import Reporter
from ssrpolicy.reporting.edits import Refusal
from ssrpolicy.unseen import each_on_one_line


@frozen(kw_only=True, field_transformer=typed)
class DecidedProposal:
    """What was decided about one proposal, and where that stands in the workbook.

    Attributes:
        proposal: the id of the proposal.
        accepted: whether it is accepted; else it is rejected.
        changes: other values for the fields of its entry, as they were typed: ``summary``,
            ``firmness``, ``owners`` with a name on each line, ``term`` in words, ``term_date``; and
            ``kind``, the word for what it is instead, of a statement another kind of statement, or
            ``set_aside`` with the ``reason`` why its words are set aside.
        reason: why, in words.
        place: where people find it, such as ``Voorstellen!J7``.
        places: where each of ``changes`` stands, by its field; ``place`` where that is not said.
    """

    proposal: str
    accepted: bool = field(validator=yes_or_no)
    changes: Mapping[str, str] = field(factory=dict)
    reason: str | None = None
    place: str
    places: Mapping[str, str] = field(factory=dict)

    def place_of(self, change: str) -> str:
        """Return where people find one of ``changes``."""
        check_type(change, str, "change", '"summary"')
        return self.places.get(change, self.place)


@frozen(kw_only=True, field_transformer=typed)
class Decisions:
    """What people decided about the proposals of one record.

    Attributes:
        record: the id of the record.
        language: the language of the workbook, in which summaries were corrected.
        decided: the decisions, in the order of the workbook.
        refusals: what cannot be merged.
        remarks: sentences about other changes that do no harm.
        saved_by: who saved the file last, where it says so.
    """

    record: str
    language: Language = "nl"
    decided: tuple[DecidedProposal, ...] = field(
        default=(), converter=as_tuple, validator=made_of(DecidedProposal)
    )
    refusals: tuple[Refusal, ...] = ()
    remarks: tuple[str, ...] = field(default=(), converter=each_on_one_line)
    saved_by: str | None = None


@runtime_checkable
class ReviewReporter(Reporter, Protocol):
    """A reporter of drafts, in whose files people decide about proposals.

    It says ``wants_drafts = True``, and gets the open proposals of each record as
    ``report.drafts``.
    """

    def read_decisions(self, stream: BinaryIO) -> Decisions:
        """Return what was decided in a file that :meth:`write` made.

        Raise InputError where the stream holds no such file, or one that cannot be read.
        """
