"""Why a paper is left out, or nothing can be done: in both languages, whoever reads it later."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, Literal, TypeAlias, TypedDict

from ssrpolicy import PluginError, SsrPolicyError, messages_in
from ssrpolicy.reporting import Catalogue, message_language
from ssrpolicy_corpus.messages import _

ReasonKind: TypeAlias = Literal["refused", "failed", "crashed", "limit"]

_CORE: Final = Catalogue("ssrpolicy")


class Said(TypedDict):
    """A sentence or two in each language of messages."""

    en: str
    nl: str


class Reason(Said):
    """Why a paper was left out."""

    kind: ReasonKind


def in_both(sentence: Callable[[], str]) -> Said:
    """Return what a function says in each language."""
    with messages_in("en"):
        english = sentence()
    with messages_in("nl"):
        return {"en": english, "nl": sentence()}


def reason(kind: ReasonKind, sentence: Callable[[], str]) -> Reason:
    """Return a reason, with what a function says in each language."""
    return {"kind": kind, **in_both(sentence)}


def in_the_language(said: Said) -> str:
    """Return the words in the language of messages."""
    return said[message_language()]


def words_of(error: SsrPolicyError) -> str:
    """Return the message of an error with its hint."""
    return "\n".join(filter(None, (error.message, error.hint)))


def unreadable(error: OSError) -> Reason:
    """Return that a paper cannot be read."""
    return reason("refused", lambda: _("It cannot be read: {reason}.", reason=system_words(error)))


def unwritable(error: OSError) -> Reason:
    """Return that the result of a paper cannot be written, whereas those of others can."""
    return reason(
        "refused", lambda: _("Its result cannot be written: {reason}.", reason=system_words(error))
    )


def failed(error: Exception) -> Reason:
    """Return that our own code failed on a paper."""
    words = f"{type(error).__name__}: {error}".partition("\n")[0][:200].rstrip(". ")
    return reason("failed", lambda: _("The work on it failed: {error}.", error=words))


def crashed(code: int | None) -> Reason:
    """Return that the process that worked on a paper ended, with this code, twice."""
    if code is None:
        return reason("crashed", lambda: _("It was lost with each worker that did it."))
    ended = f"exit code {code}"
    if code < 0:
        try:
            ended = signal.Signals(-code).name
        except ValueError:
            ended = f"signal {-code}"
    return reason(
        "crashed",
        lambda: _("It ended the process that worked on it, twice ({ended}).", ended=ended),
    )


def took_too_long(limit: int) -> Reason:
    """Return that a paper took longer than it may."""
    return reason("limit", lambda: _("It took longer than {limit} s (--limit).", limit=limit))


def cannot_write(error: OSError, place: str) -> Said:
    """Return that results cannot be written, and what to do."""
    where = os.fsdecode(error.filename) if error.filename is not None else place
    return in_both(
        lambda: "\n".join(
            (
                _("{file} cannot be written: {reason}.", file=where, reason=system_words(error)),
                resumable(),
            )
        )
    )


def resumable() -> str:
    """Return that what is done is kept."""
    return _("What is done is kept; the same command goes on where it stopped.")


def system_words(error: OSError) -> str:
    """Return why the system refused something."""
    words = error.strerror or str(error)
    said = _CORE(words)
    return _(words) if said == words else said


@contextmanager
def loss_reported(address: str) -> Iterator[None]:
    """Say of whatever shows that a connection broke that the scheduler is lost."""
    from concurrent.futures import CancelledError  # noqa: PLC0415 - Dask has loaded it where this runs, and others need not wait for it

    try:
        yield
    except (OSError, RuntimeError, CancelledError) as error:
        raise connection_lost(address) from error


def worker_failed(address: str, error: object) -> PluginError:
    """Return what is raised where a worker fails."""
    return PluginError(
        _("A worker of {address} failed: {error}.", address=address, error=error), hint=resumable()
    )


def connection_lost(address: str) -> PluginError:
    """Return what is raised where a scheduler does not answer any more."""
    return PluginError(
        _("The connection with the scheduler at {address} is lost.", address=address),
        hint=resumable(),
    )
