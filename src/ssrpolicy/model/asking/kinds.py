"""The statements of a record by their kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from ssrpolicy.model.statements import Claim, Commitment, Condition, Engagement, Position, Statement

S = TypeVar("S", bound=Statement)


class StatementsByKind:
    """What :class:`PolicyRecord` gives of the five kinds of statement, looked for once."""

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def statements(self) -> tuple[Statement, ...]:
            """The statements of the record."""

        @property
        def _derived(self) -> dict[object, object]: ...

    def _of_kind(self, kind: type[S]) -> tuple[S, ...]:
        """Return the statements of a kind, which are looked for once."""
        if kind not in self._derived:
            self._derived[kind] = tuple(s for s in self.statements if isinstance(s, kind))
        return cast("tuple[S, ...]", self._derived[kind])

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        """The commitments, in file order."""
        return self._of_kind(Commitment)

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions, in file order."""
        return self._of_kind(Condition)

    @property
    def positions(self) -> tuple[Position, ...]:
        """The positions, in file order."""
        return self._of_kind(Position)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims, in file order."""
        return self._of_kind(Claim)

    @property
    def engagements(self) -> tuple[Engagement, ...]:
        """The engagements, in file order."""
        return self._of_kind(Engagement)
