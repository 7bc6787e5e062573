"""Where one process does papers: each is recognised, worked on, put on disk, and noted."""

from __future__ import annotations

import errno
import time
from pathlib import Path
from typing import Final, Literal, TypedDict

from ssrpolicy import OutputError, SsrPolicyError, messages_in
from ssrpolicy.reporting import Registry
from ssrpolicy_corpus.papers import digest_of
from ssrpolicy_corpus.reasons import (
    Reason,
    Said,
    cannot_write,
    failed,
    unreadable,
    unwritable,
    words_of,
)
from ssrpolicy_corpus.results import Receipt, Writer, result_file
from ssrpolicy_corpus.settings import Settings
from ssrpolicy_corpus.tasks import TASKS, Data

# What is wrong with the name of one paper, and not with the disk: it is too long, or a folder and a
# file would bear the same.
_NAMES: Final = (
    *(errno.ENAMETOOLONG, errno.EILSEQ, errno.EINVAL),
    *(errno.EISDIR, errno.ENOTDIR, errno.EEXIST),
)


class PaperOutcome(TypedDict, total=False):
    """What came of a paper: ``done``, ``unchanged`` since its receipt, or ``left_out``."""

    paper: str
    status: Literal["done", "unchanged", "left_out"]
    seconds: float
    errors: int
    reason: Reason


class StoppedError(Exception):
    """No paper can be done: the disk is full, or may not be written."""

    def __init__(self, said: Said) -> None:
        super().__init__(said["en"])
        self.said = said


class Desk:
    """Does papers, one by one, as the settings say; the working folder is that of the papers."""

    def __init__(self, settings: Settings, registry: Registry) -> None:
        self._settings, self._registry = settings, registry
        self._output = Path(settings.output)
        self._writer = Writer(self._output, settings.key)

    def do(self, paper: str, known: Receipt | None) -> PaperOutcome:
        """Do a paper unless its receipt is still valid; return the outcome.

        Raises StoppedError where no other paper could be done either.
        """
        began = time.perf_counter()
        try:
            outcome = self._outcome(paper, known, began)
        except OSError as error:
            raise StoppedError(cannot_write(error, self._settings.output)) from error
        outcome["seconds"] = time.perf_counter() - began
        return outcome

    def _outcome(self, paper: str, known: Receipt | None, began: float) -> PaperOutcome:
        try:
            digest = digest_of(self._settings.work, Path(paper))
        except OSError as error:
            return self._leave_out(paper, "", unreadable(error), began)
        if known is not None and known.get("input") == digest and self._stands(paper, known):
            return {"paper": paper, "status": "unchanged"}
        try:
            made = self._made(paper)
        except OutputError as error:  # of the folder for temporary files
            said: Said = {"en": words_of(error), "nl": words_of(error)}
            raise StoppedError(said) from error
        except SsrPolicyError as error:
            return self._leave_out(paper, digest, self._refusal(paper, error), began)
        except Exception as error:  # noqa: BLE001 - a reader or drafter may raise anything; it is named with its paper, and the others are done
            return self._leave_out(paper, digest, failed(error), began)
        try:
            size = self._writer.put(paper, {"paper": paper, "sha256": digest, **made})
        except OSError as error:
            if error.errno not in _NAMES:
                raise
            return self._leave_out(paper, digest, unwritable(error), began)
        errors = sum(each["severity"] == "error" for each in made.get("findings", ()))
        self._note(paper, digest, began, {"bytes": size, "errors": errors})
        return {"paper": paper, "status": "done", "errors": errors}

    def _made(self, paper: str) -> Data:
        return TASKS[self._settings.work](Path(paper), self._registry, self._settings.drafter)

    def _refusal(self, paper: str, error: SsrPolicyError) -> Reason:
        """Return why a paper is refused; it is tried once more for the words in Dutch."""
        said = words_of(error)
        with messages_in("nl"):
            try:
                self._made(paper)
            except SsrPolicyError as again:
                return {"kind": "refused", "en": said, "nl": words_of(again)}
        return {"kind": "refused", "en": said, "nl": said}

    def _leave_out(self, paper: str, digest: str, reason: Reason, began: float) -> PaperOutcome:
        self._writer.withdraw(paper)
        self._note(paper, digest, began, {"left_out": reason})
        return {"paper": paper, "status": "left_out", "reason": reason}

    def _note(self, paper: str, digest: str, began: float, more: Receipt) -> None:
        seconds = round(time.perf_counter() - began, 4)
        self._writer.note({"paper": paper, "input": digest, "seconds": seconds, **more})

    def _stands(self, paper: str, known: Receipt) -> bool:
        """Whether what a receipt says is still there: a result of that size, or a reason."""
        if "left_out" in known:
            return True
        try:
            return result_file(self._output, paper).stat().st_size == known.get("bytes")
        except OSError:
            return False
