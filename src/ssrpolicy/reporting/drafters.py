"""The contract with drafters: what proposes entries of a record from the text of a document."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, runtime_checkable

if TYPE_CHECKING:
    # Proposals are for those who draft; whoever checks a record loads none of it.
    from ssrpolicy.model import Document, PolicyRecord, Proposal


@runtime_checkable
class Drafter(Protocol):
    """Proposes entries of a record from a document's text; any object with these members is one.

    It keeps nothing between two drafts and writes nothing. What it proposes stands in no record
    until a person accepts it, and the host checks each proposal: its quotes, its ids, the rules.
    One with options is a :class:`DrafterWithOptions`.
    """

    @property
    def name(self) -> str:
        """What ``--drafter`` takes: lower-case words with hyphens, such as ``cues``."""

    @property
    def summary(self) -> str:
        """How the drafter finds what it proposes, in one sentence."""

    @property
    def languages(self) -> Collection[str]:
        """The languages of the documents that it reads, such as ``("nl", "en")``."""

    @property
    def api(self) -> int:
        """The version of this contract that it was written for: 1."""

    def propose(self, record: PolicyRecord, document: Document) -> Iterable[Proposal]:
        """Return what the text of one of the record's documents says that the record may hold.

        Entries may refer to each other by their ids. The host fills in ``id``, ``requires`` and
        ``drafter``, leaves out what the record has already, and puts all in reading order.
        """


@runtime_checkable
class DrafterWithOptions(Protocol):
    """Proposes entries as a :class:`Drafter` does, and gets options that people give.

    An annotation of ``options`` in its ``propose`` may name its own class.
    """

    @property
    def name(self) -> str:
        """What ``--drafter`` takes: lower-case words with hyphens, such as ``cues``."""

    @property
    def summary(self) -> str:
        """How the drafter finds what it proposes, in one sentence."""

    @property
    def languages(self) -> Collection[str]:
        """The languages of the documents that it reads, such as ``("nl", "en")``."""

    @property
    def api(self) -> int:
        """The version of this contract that it was written for: 1."""

    @property
    def options(self) -> type[Any]:
        """The attrs class of its options, every one with a default."""

    def propose(self, record: PolicyRecord, document: Document, options: Any) -> Iterable[Proposal]:
        """Return what :meth:`Drafter.propose` returns; ``options`` is an instance of its class."""


AnyDrafter: TypeAlias = Drafter | DrafterWithOptions
"""A drafter, with options or without."""
