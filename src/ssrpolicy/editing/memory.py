"""What the last change to a record's file took out and put in, kept in the folder ``.ssrpolicy``.

For each file there is one small file of JSON, which the next change replaces: the digests of the
file before and after, where what was put in stands, and the lines that were taken out. Git ignores
the folder, and nothing looks for records in it.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import attrs
from attrs import field, frozen

from ssrpolicy.errors import InputError, OutputError
from ssrpolicy.messages import _
from ssrpolicy.storage import Replacements, read_file

FORMAT: Final = "ssrpolicy-last-change/1"
FOLDER: Final = ".ssrpolicy"
_README: Final = """\
# What the last change to a record took out of its file, so that `ssrpolicy undo` can put it back.
# The folder can be deleted; git ignores it.
*
"""


@frozen(kw_only=True)
class Stretch:
    """What a change put in, by its first byte and its length, and the text that stood there."""

    start: int
    length: int
    text: str


@frozen(kw_only=True)
class Remembered:
    """The last change to a file: digests before and after, and what it replaced.

    ``copied`` are the files of a document that were put there with it, its text first. ``change``
    is the same for all files of one change, and ``files`` are these files; where only one is known,
    it is the first.
    """

    file: Path
    before: str
    after: str
    stretch: Stretch
    copied: tuple[Path, ...] = ()
    change: str = ""
    files: tuple[Path, ...] = field(default=(), repr=False)

    def undone(self, data: bytes) -> bytes | None:
        """Return what the file held before the change; None where it is not what that left."""
        if hashlib.sha256(data).hexdigest() != self.after:
            return None
        end = self.stretch.start + self.stretch.length
        before = data[: self.stretch.start] + self.stretch.text.encode("utf-8") + data[end:]
        return before if hashlib.sha256(before).hexdigest() == self.before else None


def memory_of(file: Path) -> Path:
    """Return the file in which the last change to a file is kept."""
    real = Path(os.path.realpath(file))
    # A link is followed; else the folder keeps the name by which it was given.
    given = Path(os.path.realpath(file.parent)) == real.parent
    return (file.parent if given else real.parent) / FOLDER / f"{real.name}.last-change"


def remember(made: Sequence[Remembered], memory: Replacements) -> str | None:
    """Prepare the files that keep one change; return None, or why it cannot be kept."""
    change = hashlib.sha256("".join(each.after for each in made).encode()).hexdigest()
    try:
        ignored = set()
        for each in made:
            file = memory_of(each.file)
            if file.is_symlink() or file.parent.is_symlink():
                return _("{file} is a link", file=file)
            if not file.parent.is_dir():
                file.parent.mkdir()
                # Who may write in the record's folder may write here too.
                file.parent.chmod(file.parent.parent.stat().st_mode & 0o777)
            ignoring = file.parent / ".gitignore"
            if ignoring not in ignored and not ignoring.exists():
                ignored.add(ignoring)
                memory.prepare(ignoring, _README.encode("utf-8"))
            memory.prepare(file, _text(each, change, made).encode("utf-8"))
    except (OSError, OutputError) as error:
        return str(getattr(error, "strerror", None) or getattr(error, "message", error))
    return None


def _text(each: Remembered, change: str, made: Sequence[Remembered]) -> str:
    # The first file names all of them, and each other one only the first.
    files = made if each is made[0] else made[:1]
    folder = memory_of(each.file).parent.parent
    data: dict[str, Any] = {
        "format": FORMAT,
        "change": change,
        "before": each.before,
        "after": each.after,
        **attrs.asdict(each.stretch),
        "files": [_from(other.file, folder) for other in files],
    }
    if each.copied:
        data["copied"] = [_from(copy, folder) for copy in each.copied]
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _from(file: Path, folder: Path) -> str:
    real = os.path.realpath(file)
    try:
        return os.path.relpath(real, os.path.realpath(folder)).replace(os.sep, "/")
    except ValueError:  # another drive
        return real


def _at(folder: Path, kept: str) -> Path:
    """Return a file that was kept as seen from a folder, by a path without ".." in it."""
    plain = os.path.normpath(folder / kept)
    real = os.path.realpath(folder / kept)
    # Where a folder is a link, what is above it is not what the path says.
    return Path(plain if os.path.realpath(plain) == real else real)


def last_change(file: Path) -> Remembered | None:
    """Return the last change to a file, with all its files, as it was kept; None where none was."""
    found = kept_of(file)
    first = None if found is None else kept_of(found.files[0])
    if found is None or first is None or first.change != found.change:
        return found
    return attrs.evolve(found, files=first.files)


def kept_of(file: Path) -> Remembered | None:
    """Return what is kept of the last change to one file; None where nothing is."""
    kept = memory_of(file)
    folder = kept.parent.parent
    try:
        data = json.loads(read_file(kept))
        if data["format"] != FORMAT:
            return None
        return Remembered(
            file=file,
            before=data["before"],
            after=data["after"],
            stretch=Stretch(start=data["start"], length=data["length"], text=data["text"]),
            copied=tuple(_at(folder, each) for each in data.get("copied", ())),
            change=data["change"],
            files=tuple(_at(folder, each) for each in [data["files"][0], *data["files"][1:]]),
        )
    except (InputError, ValueError, LookupError, TypeError):
        return None
