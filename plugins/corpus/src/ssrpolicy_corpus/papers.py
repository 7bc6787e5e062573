"""The papers of an archive: found below its folder, and recognised by the digest of their bytes."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from attrs import frozen

from ssrpolicy import InputError
from ssrpolicy.databases import path_missing
from ssrpolicy.reporting import Registry, find_records, marked
from ssrpolicy_corpus.messages import _
from ssrpolicy_corpus.reasons import system_words
from ssrpolicy_corpus.settings import Work

PLAIN: Final = "txt"
"""The suffix of plain text, which needs no reader."""

_SOURCES: Final = "sources"
_RECORD: Final = "record.toml"


@frozen(kw_only=True)
class Archive:
    """The papers of a folder.

    Attributes:
        papers: the path of each below the folder, with slashes, sorted.
        others: how many files are not papers, by their suffix.
    """

    papers: tuple[str, ...]
    others: Counter[str]


def find_papers(work: Work, folder: Path, registry: Registry) -> Archive:
    """Return what a work is done on below a folder: records for a check, else letters.

    Hidden files and folders and links to folders are passed over. Raises InputError where there is
    no folder, or nothing in it.
    """
    if not folder.exists():
        raise path_missing(str(folder), folder)
    if not folder.is_dir():
        raise InputError(
            _("{folder} is not a folder.", folder=folder),
            hint=_("Name the folder below which the letters or records stand."),
        )
    if work == "check":
        records = (file.relative_to(folder).as_posix() for file in find_records(folder))
        return Archive(papers=tuple(sorted(records)), others=Counter())
    suffixes = {PLAIN, *(suffix for reader in registry.readers for suffix in reader.suffixes)}
    papers, others = [], Counter[str]()
    for paper in _files(folder):
        suffix = Path(paper).suffix.lower().lstrip(".")
        if suffix in suffixes:
            papers.append(paper)
        else:
            others[suffix] += 1
    if not papers:
        raise InputError(
            _("{folder} holds no letters.", folder=folder),
            hint=_(
                "A letter is a file whose name ends in {suffixes}.",
                suffixes=", ".join(f".{each}" for each in sorted(suffixes)),
            ),
        )
    return Archive(papers=tuple(sorted(papers)), others=others)


def digest_of(work: Work, file: Path) -> str:
    """Return the SHA-256 of what a work reads of a paper; raises OSError where it cannot."""
    if work != "check" or file.name != _RECORD:
        return _digest(file)
    # A check reads the sources of a record, too.
    parts = [file, *sorted(each for each in (file.parent / _SOURCES).rglob("*") if each.is_file())]
    lines = [f"{each.relative_to(file.parent).as_posix()} {_digest(each)}" for each in parts]
    return hashlib.sha256(os.fsencode("\n".join(lines))).hexdigest()


def _digest(file: Path) -> str:
    if not stat.S_ISREG(file.stat().st_mode):
        # To open a pipe would be to wait for somebody who writes into it.
        raise OSError(errno.EINVAL, marked("Not an ordinary file"))
    with file.open("rb", buffering=0) as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _files(folder: Path) -> Iterator[str]:
    for name, folders, files in os.walk(folder, onerror=_refuse):
        folders[:] = [each for each in folders if not each.startswith(".")]
        below = Path(name).relative_to(folder)
        yield from ((below / each).as_posix() for each in files if not each.startswith("."))


def _refuse(error: OSError) -> None:
    raise InputError(
        _("{folder} cannot be read: {reason}.", folder=error.filename, reason=system_words(error))
    ) from error
