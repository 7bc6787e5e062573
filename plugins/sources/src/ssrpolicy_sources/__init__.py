"""Readers of letters: PDF, Word, HTML, and the XML of official publications."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ssrpolicy.reporting import hookimpl

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ssrpolicy.reporting import Reader

__all__ = ["ssrpolicy_readers"]


@hookimpl
def ssrpolicy_readers() -> Iterable[Reader]:
    """Return the readers of this distribution; their libraries are loaded when they read."""
    from ssrpolicy_sources.readers import READERS  # noqa: PLC0415 - loaded when readers are asked for

    return READERS
