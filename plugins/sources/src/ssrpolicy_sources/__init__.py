"""Readers of letters: PDF, Word, HTML, and the XML of official publications."""

from collections.abc import Iterable

from ssrpolicy.reporting import Reader, hookimpl

__all__ = ["ssrpolicy_readers"]


@hookimpl
def ssrpolicy_readers() -> Iterable[Reader]:
    """Return the readers of this distribution; their libraries are loaded when they read."""
    from ssrpolicy_sources.readers import READERS  # noqa: PLC0415 - loaded when readers are asked for

    return READERS
