"""Warnings of what the contract with plugins will lose, for the authors who can adapt to it."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar


class SsrPolicyDeprecationWarning(DeprecationWarning):
    """A plugin uses something that a later version of ssrpolicy will not have."""


_noted: ContextVar[list[str] | None] = ContextVar("noted", default=None)


@contextmanager
def deprecations_noted() -> Iterator[list[str]]:
    """Note the deprecation warnings of the block, each once.

    They are issued all the same; but Python shows such warnings in tests only.
    """
    noted: list[str] = []
    token = _noted.set(noted)
    try:
        yield noted
    finally:
        _noted.reset(token)


def warn_deprecated(what: str, *, since: str, gone_in: str, instead: str) -> None:
    """Warn of something deprecated, at the line outside ssrpolicy that uses it.

    ``since`` and ``gone_in`` are versions of ssrpolicy, such as ``0.3`` and ``0.5``.
    """
    message = f"{what} is deprecated since ssrpolicy {since} and gone in {gone_in}: {instead}"
    noted = _noted.get()
    if noted is not None and message not in noted:
        noted.append(message)
    # The author must see their own line: how deep ssrpolicy is in between differs.
    level, frame = 2, sys._getframe(1)  # noqa: SLF001 - documented, and the way to find a caller
    while frame.f_back is not None:
        package = frame.f_globals.get("__name__", "").partition(".")[0]
        if package not in ("ssrpolicy", "importlib"):
            break
        frame = frame.f_back
        # Python itself leaves the frames of its import system out of the count.
        level += package != "importlib"
    warnings.warn(message, SsrPolicyDeprecationWarning, stacklevel=level)
