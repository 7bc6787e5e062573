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
import shutil
import signal
import sys
import tempfile
import threading
from pathlib import Path
from typing import Final, TextIO

from ssrpolicy.reporting import PLUGINS_DIR, load_plugins
from ssrpolicy_corpus.desk import Desk, StoppedError
from ssrpolicy_corpus.settings import TEMPORARY, Settings, versions_of

# How long after the limits of a chunk the process ends itself, when nobody is there to end it.
_SPARE: Final = 60


def main() -> None:
    """Work on what comes in; when no more can come, the process ends."""
    lines: queue.SimpleQueue[str] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(lines,), daemon=True).start()
    with _answers() as answers, Path(os.devnull).open("w") as nowhere:
        # What a plugin prints must not stand among the answers, nor fill the disk.
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
        settings = Settings(**json.loads(lines.get()))
        registry = load_plugins()
        versions = versions_of(settings.work, settings.drafter, registry, os.environ)
        if plugins := os.environ.get(PLUGINS_DIR):  # it is looked at again, from there
            os.environ[PLUGINS_DIR] = str(Path(plugins).resolve())
        os.chdir(settings.folder)
        if sys.platform != "win32":
            # One that a paper begins says nothing here, and is not waited for.
            os.register_at_fork(after_in_child=answers.close)
        desk = Desk(settings, registry)
        _say(answers, {"versions": versions})
        os.dup2(nowhere.fileno(), sys.stderr.fileno())
        while True:
            chunk = json.loads(lines.get())
            longest = settings.limit * len(chunk) + _SPARE
            faulthandler.dump_traceback_later(longest, exit=True, file=nowhere)
            try:
                for paper, known in chunk:
                    _say(answers, {"outcome": desk.do(paper, known)})
            except StoppedError as stopped:
                _say(answers, {"stopped": stopped.said})
            faulthandler.cancel_dump_traceback_later()


def _listen(lines: queue.SimpleQueue[str]) -> None:
    """Pass on what comes in; end all at once when nobody is there any more to send it."""
    for line in sys.stdin:
        lines.put(line)
    folder = tempfile.gettempdir()
    if Path(folder).name.startswith(TEMPORARY):  # who would have removed it is gone
        shutil.rmtree(folder, ignore_errors=True)
    if sys.platform != "win32":
        os.killpg(0, signal.SIGKILL)  # with the processes that papers began
    os._exit(0)


def _answers() -> TextIO:
    """Return the stream on which answers go, which nothing else has."""
    return os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")


def _say(answers: TextIO, answer: object) -> None:
    answers.write(json.dumps(answer) + "\n")
    answers.flush()


if __name__ == "__main__":
    main()
