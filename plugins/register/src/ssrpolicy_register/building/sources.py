"""The folders that a register is of: which files each has, and which of them have gone."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from attrs import frozen

from ssrpolicy import InputError
from ssrpolicy.databases import find_records
from ssrpolicy_register.messages import _, ngettext


@frozen(kw_only=True)
class Source:
    """Folders or files under one name: what went away is removed within one name only.

    Attributes:
        name: the name; that of the folder where none was given.
        files: the files of records, absolute, in the order in which a folder is read; by how the
            register calls them: by their paths, after the name of the source where one was given,
            for another machine may have other files at the same paths.
        is_path: whether the name is the path under which the files were found.
    """

    name: str
    files: Mapping[str, Path]
    is_path: bool

    @classmethod
    def of(cls, paths: Iterable[Path], name: str | None = None) -> tuple[Source, ...]:
        """Return the sources of some paths: one of the name, or one a path.

        Raises InputError where a path cannot be read or holds no record, so that nothing is
        taken for gone.
        """
        found = dict(map(_found, paths))
        if name is None:
            return tuple(cls(name=each, files=every, is_path=True) for each, every in found.items())
        every = {f"{name}:{path}": file for each in found.values() for path, file in each.items()}
        return (cls(name=name, files=every, is_path=False),)

    def covers(self, path: str, source: str) -> bool:
        """Whether a file that is known from a source would be found in this one.

        That is what it had before and, of a folder, what other paths had in it; what bears a
        name of its own is left to that name.
        """
        if source == self.name:
            return True
        return self.is_path and Path(source).is_absolute() and _is_at(path, self.name)


def _found(path: Path) -> tuple[str, Mapping[str, Path]]:
    """Return a path and the files of records at it, the same for every way to write the path."""
    files = find_records(path)
    folder = path if path.is_dir() else path.parent
    real = folder.resolve()
    every = files if real == folder else (real / each.relative_to(folder) for each in files)
    return as_text(real / path.relative_to(folder)), {as_text(each): each for each in every}


def as_text(value: Path | str) -> str:
    r"""Return a path or a text as every engine holds it; bytes of no character become \udcff."""
    return str(value).encode("utf-8", "backslashreplace").decode().replace("\0", r"\x00")


def place(called: str, source: str) -> str:
    """Return the path of a file of a source, on the machine that read it."""
    return called.removeprefix(f"{source}:")


def _is_at(path: str, folder: str) -> bool:
    return path == folder or path.startswith(f"{folder.rstrip(os.sep)}{os.sep}")


def gone(
    known: Mapping[str, str], sources: Iterable[Source], there: Collection[str], *, may_remove: bool
) -> list[str]:
    """Return the files that some sources had and that have gone.

    ``known`` holds the source of each file that the register has.
    """
    every: dict[str, None] = {}
    for source in sources:
        had = [path for path, of in known.items() if source.covers(path, of)]
        left = [path for path in had if path not in there]
        if len(left) * 2 > len(had) and not may_remove:
            raise InputError(
                ngettext(
                    "The file of {source} has gone; nothing was changed.",
                    "Of {source}, {gone} of {number} files have gone; nothing was changed.",
                    len(had),
                    source=source.name,
                    gone=len(left),
                ),
                hint=_("If that is meant, say so with --yes."),
            )
        every.update(dict.fromkeys(left))
    return list(every)


def check_replaced(
    known: Mapping[str, tuple[str, str]], sources: Iterable[Source], held: Collection[str]
) -> None:
    """Raise InputError where more than half of the records of a source gave way to others.

    ``known`` holds the file and the source of each record that the register had; ``held`` are the
    ids that it would have now. Another machine, or another folder at the same place, has other
    records in files that are called the same.
    """
    for source in sources:
        had = [id for id, (path, of) in known.items() if source.covers(path, of)]
        left = [id for id in had if id not in held]
        if len(left) * 2 > len(had):
            raise InputError(
                ngettext(
                    "The file of {source} holds another record than {id}; nothing was changed.",
                    "Of the {number} records of {source}, {gone} are not in its files any more; "
                    "nothing was changed.",
                    len(had),
                    source=source.name,
                    id=left[0],
                    gone=len(left),
                ),
                hint=_(
                    "If that is meant, say so with --yes; if these are files of another machine, "
                    "give them a name with --source NAME."
                ),
            )
