"""A process that works on papers: ``python -m ssrpolicy_corpus.process``, and nothing for people.

It reads lines of JSON: its settings, then chunks of papers, each with its receipt. It writes a line
when it is ready, and one for each paper. A paper that crashes it, or never ends, takes nothing else
along.
"""

from __future__ import annotations

import faulthandler
import json
import os
import queue
import sys
import threading
from typing import Final, TextIO

from ssrpolicy.reporting import load_plugins
from ssrpolicy_corpus.desk import Desk, Stopped
from ssrpolicy_corpus.settings import Settings, versions_of

# How long after the limits of a chunk the process ends itself, when nobody is there to end it.
_SPARE: Final = 60


def main() -> None:
    """Work on what comes in; when no more can come, the process ends."""
    lines: queue.SimpleQueue[str] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(lines,), daemon=True).start()
    settings = Settings(**json.loads(lines.get()))
    registry = load_plugins()
    versions = versions_of(settings.work, settings.drafter, registry, os.environ)
    with _answers() as answers:
        # What a plugin prints must not stand among the answers, nor fill the disk.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        _say(answers, {"versions": versions})
        os.chdir(settings.folder)
        desk = Desk(settings, registry)
        os.dup2(nowhere, sys.stderr.fileno())
        with open(nowhere, "w") as watched:  # noqa: PTH123 - a handle, not a path
            while True:
                chunk = json.loads(lines.get())
                faulthandler.dump_traceback_later(
                    settings.limit * len(chunk) + _SPARE, exit=True, file=watched
                )
                try:
                    for paper, known in chunk:
                        _say(answers, {"outcome": desk.do(paper, known)})
                except Stopped as stopped:
                    _say(answers, {"stopped": stopped.said})
                faulthandler.cancel_dump_traceback_later()


def _listen(lines: queue.SimpleQueue[str]) -> None:
    """Pass on what comes in; end the process at once when nobody is there any more to send it."""
    for line in sys.stdin:
        lines.put(line)
    os._exit(0)


def _answers() -> TextIO:
    """Return the stream on which answers go, which nothing else has."""
    return os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")


def _say(answers: TextIO, answer: object) -> None:
    answers.write(json.dumps(answer) + "\n")
    answers.flush()


if __name__ == "__main__":
    main()
