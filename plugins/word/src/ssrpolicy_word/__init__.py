"""Policy records as Word documents: decision note, dossier, budget annex, overview of changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ssrpolicy.reporting import hookimpl

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ssrpolicy.reporting import Reporter

__all__ = ["ssrpolicy_reporters"]


@hookimpl
def ssrpolicy_reporters() -> Iterable[Reporter]:
    """Return the reporters of this distribution, the decision note first.

    They are loaded when reporters are asked for.
    """
    from ssrpolicy_word.reporters import REPORTERS  # noqa: PLC0415 - loaded when reporters are asked for

    return REPORTERS
