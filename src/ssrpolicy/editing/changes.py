"""Every change to the files of records, written in one way: all files of a change, or none.

What a file held before stands in a small file next to it, from which the last change is undone.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import takewhile
from pathlib import Path

from attrs import frozen

from ssrpolicy.editing.memory import Remembered, Stretch, remember
from ssrpolicy.errors import InputError, OutputError
from ssrpolicy.messages import _
from ssrpolicy.model import EditRefusedError
from ssrpolicy.storage import Replacements, read_file


@frozen(kw_only=True)
class FileChange:
    """A file, its content when the change was made, and its content afterwards.

    One that is not there yet held nothing.
    """

    file: Path
    before: bytes
    after: bytes


def write_changes(changes: Iterable[FileChange], *, copied: tuple[Path, ...] = ()) -> str | None:
    """Write all files of a change, or none; the caller holds the locks of their folders.

    ``copied`` are the files of a document that were put there for this change. Each file is
    prepared before the first is replaced, and none is replaced that is not what it was. Returns
    None, or why the change cannot be undone. Raises EditRefusedError and OutputError, with nothing
    changed.
    """
    with Replacements() as files, Replacements() as memory:
        made: list[Remembered] = []
        for each in changes:
            if each.before or each.file.exists():
                check_writable(each.file)
            files.prepare(each.file, each.after)
            made.append(_remembered(each, copied))
        reason = remember(made, memory)
        # Editors and other programs do not lock.
        for kept in made:
            if _stands(kept.file) != kept.before:
                raise EditRefusedError(
                    _(
                        "{file} was changed by somebody else in this very moment; nothing was "
                        "written.",
                        file=kept.file,
                    ),
                    hint=_("Give the command again."),
                )
        if reason is None:
            memory.put()
        files.put()
    return reason


def _stands(file: Path) -> str | None:
    """Return the digest of a file; one that is not there holds nothing."""
    return digest_of(file) if os.path.lexists(file) else hashlib.sha256(b"").hexdigest()


def digest_of(file: Path) -> str | None:
    """Return the SHA-256 of what a file holds now; None where it cannot be read."""
    try:
        return hashlib.sha256(read_file(file)).hexdigest()
    except InputError:
        return None


def folder_of(file: Path) -> Path:
    """Return the folder in which a file is written: where a link leads, not where it stands."""
    return Path(os.path.realpath(file)).parent


def check_writable(file: Path) -> None:
    """Raise OutputError for a file that may not be written, though its folder would allow it."""
    if not os.access(file, os.W_OK):
        raise OutputError(_("{file} may not be written by you; nothing was changed.", file=file))


def with_line_ends_of(data: bytes, text: str) -> tuple[bytes, bytes]:
    """Return the empty line that separates an entry from the file's end, and the entry, as bytes.

    Lines end as those of the file do: TOML reads both kinds as the same text.
    """
    crlf = data.partition(b"\n")[0].endswith(b"\r") and b"\n" in data
    end = b"\r\n" if crlf else b"\n"
    gap = end if data.endswith(b"\n") else end + end
    if data.endswith((b"\n\n", b"\n\r\n")):
        gap = b""
    return gap, text.encode("utf-8").replace(b"\n", end)


def difference(before: bytes, after: bytes) -> str:
    """Return the lines in which a file differs, each after "-" where it goes, "+" where it comes.

    The lines between them stay, and have a blank there. Of those that go or come, blanks at their
    end are shown as points, and the last says if it has no line end. Empty where nothing differs.
    """
    old, new = _lines(before), _lines(after)
    head = sum(1 for _ in _equal(old, new))
    tail = sum(1 for _ in _equal(reversed(old[head:]), reversed(new[head:])))
    shorter, whole = sorted((old, new), key=len)
    if len(shorter) == head + tail < len(whole):
        moved = _moved_up(whole, head, len(whole) - tail)
        head, tail = head - moved, tail + moved
    old, new = old[head : len(old) - tail], new[head : len(new) - tail]
    lines: list[tuple[str, bytes]] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for what, first, last, new_first, new_last in matcher.get_opcodes():
        stays = what == "equal"
        lines += ((" " if stays else "-", line) for line in old[first:last])
        lines += (("+", line) for line in new[new_first:new_last] if not stays)
    return "".join(f"{sign} {_shown(line, sign)}".rstrip() + "\n" for sign, line in lines)


def _lines(data: bytes) -> list[bytes]:
    lines = data.splitlines()
    if lines and not data.endswith((b"\n", b"\r")):
        lines[-1] += f" {_('(without a line end)')}".encode()
    return lines


def _shown(line: bytes, sign: str) -> str:
    words = line.decode()
    kept = words.rstrip()
    return kept if sign == " " else kept + "·" * (len(words) - len(kept))


def _moved_up(lines: list[bytes], first: int, end: int) -> int:
    """Return by how many lines a stretch moves up, so that it begins where an entry does.

    The lines at its end stand before it too, so that either can be what was taken out or put in.
    """
    for moved in range(first + 1):
        if moved and lines[first - moved] != lines[end - moved]:
            break
        line = lines[first - moved].strip()
        if not line or line.startswith((b"#", b"[[")):
            return moved
    return 0


def _remembered(change: FileChange, copied: tuple[Path, ...]) -> Remembered:
    """Return the data to undo a change: the lines removed, and the place of the lines added."""
    start, end = _same(change.before, change.after)
    return Remembered(
        file=change.file,
        before=hashlib.sha256(change.before).hexdigest(),
        after=hashlib.sha256(change.after).hexdigest(),
        stretch=Stretch(
            start=start,
            length=len(change.after) - end - start,
            text=change.before[start : len(change.before) - end].decode("utf-8"),
        ),
        copied=copied,
    )


def _same(before: bytes, after: bytes) -> tuple[int, int]:
    """How many bytes are the same at the start and at the end of two files, in whole lines."""
    if after.startswith(before):  # its last line may have no end
        return len(before), 0
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    head = sum(1 for _ in _equal(old, new))
    tail = sum(1 for _ in _equal(reversed(old), reversed(new)))
    tail = min(tail, len(old) - head, len(new) - head)
    return sum(map(len, old[:head])), sum(map(len, old[len(old) - tail :]))


def _equal(one: Iterable[bytes], other: Iterable[bytes]) -> Iterator[tuple[bytes, bytes]]:
    return takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
