"""How many files this process may hold open, which many records at once can use up."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import resource
except ImportError:  # a system without such limits, such as Windows
    _LIMITED = False
else:
    _LIMITED = True

_OPEN_FILES = Path("/proc/self/fd")
_PLENTY = 1 << 20
_SOME = 64  # what a process has open of itself, where the system does not say


@contextmanager
def handles_for(number: int) -> Iterator[None]:
    """Let the process hold this many files more while the block runs, as far as it may."""
    if not _LIMITED:
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _held() + number + _SOME
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    if soft == resource.RLIM_INFINITY or wanted <= soft:
        yield
        return
    with suppress(OSError, ValueError):  # some systems have a limit above this one
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    try:
        yield
    finally:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def spare_handles(reserve: int = _SOME // 2) -> int:
    """Return how many files the process may still open when it leaves ``reserve`` for others."""
    if not _LIMITED:
        return _PLENTY
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY:
        return _PLENTY
    return max(0, soft - _held() - reserve)


def _held() -> int:
    try:
        return len(os.listdir(_OPEN_FILES))  # noqa: PTH208 - names alone, of which there may be many
    except OSError:
        return _SOME
