"""What steps are run on: records, reports made of them, and places to write to."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

from benchmarks.harness import ROOT, run

_SUFFIXES = {
    "excel": "xlsx", "word": "docx", "html": "html", "json": "json", "register": "sqlite",
}  # fmt: skip
_KEPT = {"excel": "cells", "word": "paragraphs", "html": "pieces", "json": "data"}
_STATEMENTS = 400


@frozen
class Inputs:
    """A folder of inputs; each is made in a process of its own when it is first asked for.

    Where a step gives the number of an input itself, it is divided by ``shrink``.
    """

    folder: Path
    shrink: int = 1

    def command(self, words: str, size: int) -> list[str]:
        """Return a step's words: ``N`` is the size, and ``@portfolio:N`` the path of that input."""
        return [
            self._input(word, size) if word.startswith("@") else str(size) if word == "N" else word
            for word in words.split()
        ]

    def _input(self, word: str, size: int) -> str:
        parts = word.removeprefix("@").split(":")
        numbers = {part: max(1, int(part) // self.shrink) for part in parts if part.isdigit()}
        numbers["N"] = size
        return self.path(":".join(str(numbers.get(part, part)) for part in parts))

    def path(self, name: str) -> str:
        """Return the path of an input named as in ``portfolio:10000`` or ``report:excel:10000``."""
        kind, *details = name.split(":")
        if kind == "letter":
            return str(ROOT / "fixtures" / "records" / "kst-32123-X-124")
        path = self.folder / "-".join((kind, *details))
        if kind == "portfolio":
            path = path.with_name(f"{path.name}.json")
        elif kind == "pdf":
            path = path.with_name(f"{path.name}.pdf")
        elif kind in ("register", "statements"):
            path = path.with_name(f"{path.name}.sqlite")
        elif kind in ("out", "report"):
            path = path.with_name(f"{path.name}.{_SUFFIXES.get(details[0], 'folder')}")
        if kind != "out" and not path.exists():
            run([*self._making(kind, details), str(path)])
        return str(path)

    def _making(self, kind: str, details: Sequence[str]) -> Sequence[str]:
        """The step that makes an input, to be completed with its path."""
        match kind, *details:
            case (("portfolio" | "pdf" | "office" | "papers" | "statements"), size):
                made = [kind, size]
            case "record", size:
                made = ["large-record", size, "0"]
            case "updates", size:
                made = ["large-record", str(_STATEMENTS), size]
            case "letters", size:
                made = ["letters", self.path("letter"), size]
            case "register", size:
                made = ["register", self.path(f"office:{size}")]
            case "report", name, size:
                made = ["report", self.path(f"portfolio:{size}"), name]
            case "kept", name, size:
                made = [f"keep-{_KEPT[name]}", self.path(f"report:{name}:{size}")]
            case _:
                raise AssertionError(f"{kind} is not an input")
        return made


def new_inputs(folder: Path, shrink: int) -> Inputs:
    """Return inputs in a folder that is emptied: those of an earlier form must not be measured."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return Inputs(folder, shrink)
