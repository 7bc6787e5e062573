"""What of the contract with plugins will be taken away, said early to those who can mend it."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from attrs import frozen

_OURS = "ssrpolicy"
_IMPORTING = "importlib"


class SsrPolicyDeprecationWarning(DeprecationWarning):
    """A plugin uses something that a later version of ssrpolicy will not have."""


@frozen(kw_only=True)
class Deprecation:
    """Something public that will be taken away: since when that is said, when, and what instead.

    ``since`` and ``gone_in`` are versions of ssrpolicy, such as ``0.3`` and ``0.5``.
    """

    what: str
    since: str
    gone_in: str
    instead: str

    def __str__(self) -> str:
        return (
            f"{self.what} is deprecated since ssrpolicy {self.since} and gone in {self.gone_in}: "
            f"{self.instead}"
        )


def warn_of(deprecation: Deprecation) -> None:
    """Warn of something deprecated, at the line outside ssrpolicy that uses it."""
    said = str(deprecation)
    noted = _noted.get()
    if noted is not None and said not in noted:
        noted.append(said)
    # The author must see the own line: how deep ssrpolicy is in between differs.
    level, frame = 2, sys._getframe(1)  # noqa: SLF001 - documented, and the way to find a caller
    while frame.f_back is not None:
        room = frame.f_globals.get("__name__", "").partition(".")[0]
        if room not in (_OURS, _IMPORTING):
            break
        frame = frame.f_back
        # Python itself leaves the frames of its import system out of the count.
        level += room != _IMPORTING
    warnings.warn(said, SsrPolicyDeprecationWarning, stacklevel=level)


def former_names(
    module: str, names: Mapping[str, tuple[object, Deprecation]]
) -> Callable[[str], object]:
    """Return a module's ``__getattr__``: its former names still work, and warn of their end.

    ``__getattr__ = former_names(__name__, {"old": (new, Deprecation(...))})``
    """

    def find(name: str) -> object:
        if name not in names:
            raise AttributeError(f"module {module!r} has no attribute {name!r}")
        value, deprecation = names[name]
        warn_of(deprecation)
        return value

    return find


_noted: ContextVar[list[str] | None] = ContextVar("noted", default=None)


@contextmanager
def deprecations_noted() -> Iterator[list[str]]:
    """Note which deprecated things the block uses, in words, each once.

    They are warned of all the same; but Python shows such warnings in tests only.
    """
    noted: list[str] = []
    token = _noted.set(noted)
    try:
        yield noted
    finally:
        _noted.reset(token)
