"""Entry points of the installed distributions, read without importing them."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial, reduce
from importlib.machinery import PathFinder
from stat import S_ISREG
from typing import NamedTuple

from ssrpolicy.messages import _

_TARGET = re.compile(r"([\w.]+)\s*(?::\s*([\w.]+)\s*)?(?:\[.*\]\s*)?")
_HEADER = re.compile(r"(Name|Version):(.*)", re.IGNORECASE)
# Every group that is asked for has this in its name.
_OURS = "ssrpolicy"
_PART = 1 << 16
# What changed this long ago, in nanoseconds, is not being changed any more.
_SETTLED = 2_000_000_000
# By device and number of a folder: when it last changed, and what the distributions in it offer.
_known: dict[tuple[int, int], tuple[int, Sequence[_Distribution]]] = {}

DISABLE_PLUGINS = "SSRPOLICY_DISABLE_PLUGINS"
"""The environment variable that lists distributions not to load, with commas, or says ``all``."""

COMMANDS = "ssrpolicy.commands"
"""The group of entry points that names commands of plugins, each a click command."""


class EntryPoint(NamedTuple):
    """One entry point: whose it is, its name, and the module or the object in one that it names."""

    distribution: str
    version: str | None
    name: str
    target: str

    @property
    def origin(self) -> str:
        """The distribution with its version."""
        return f"{self.distribution} {self.version}" if self.version else self.distribution

    def load(self) -> object:
        """Import what it names, and return that; raises ImportError, or what the import raises."""
        from importlib import import_module  # noqa: PLC0415 - names alone need nothing imported

        found = _TARGET.fullmatch(self.target)
        if found is None:
            raise ImportError(
                _("{target!r} does not name a module, or an object in one", target=self.target)
            )
        attributes = (found[2] or "").split(".")
        return reduce(getattr, filter(None, attributes), import_module(found[1]))


def same_name(name: str) -> str:
    """Return a distribution's name as installers compare it."""
    return re.sub(r"[-_.]+", "-", name.strip()).lower()


def enabled(group: str) -> Iterator[EntryPoint]:
    """Yield the entry points of a group, but for what the environment disables."""
    listed = os.environ.get(DISABLE_PLUGINS, "").split(",")
    off = {same_name(name) for name in listed if name.strip()}
    for each in entry_points(group):
        if not off & {"all", same_name(each.distribution), same_name(each.name)}:
            yield each


def entry_points(group: str) -> Iterator[EntryPoint]:
    """Yield the entry points of a group of ssrpolicy's; one broken distribution hides no other."""
    seen: set[str] = set()
    for each in _distributions():
        offered = each.groups.get(group, ())
        # The first on the path is the one that is imported.
        if not offered or same_name(each.name) in seen:
            continue
        seen.add(same_name(each.name))
        name = each.name or _("a distribution without a name")
        for entry_point, target in offered:
            yield EntryPoint(name, each.version, entry_point, target)


class _Distribution(NamedTuple):
    """What one distribution says of itself, and the names and targets in each group."""

    name: str
    version: str | None
    groups: Mapping[str, Sequence[tuple[str, str]]]


def _distributions() -> Iterator[_Distribution]:
    """Yield the installed distributions that offer something to ssrpolicy.

    Folders are read here: importlib.metadata takes longer to import than most commands to run. It
    is used where distributions are in anything else, such as a zip file.
    """
    finders = [each for each in sys.meta_path if hasattr(each, "find_distributions")]
    places = [(entry or ".", _status(entry or ".")) for entry in sys.path]
    if finders != [PathFinder] or any(S_ISREG(at.st_mode) for _entry, at in places if at):
        from importlib import metadata  # noqa: PLC0415 - slow, and rarely needed

        for distribution in metadata.distributions():
            with suppress(OSError):
                yield from _offering(distribution.read_text)
        return
    for folder, status in places:
        if status is not None:
            yield from _in_folder(folder, status)


def _status(path: str) -> os.stat_result | None:
    try:
        return os.stat(path)  # noqa: PTH116 - entries of sys.path are text
    except (OSError, ValueError):
        return None


def _in_folder(folder: str, status: os.stat_result) -> Sequence[_Distribution]:
    """Return the distributions in a folder, which is read again when it has changed.

    A folder changes when something is installed in it or removed. Shortly afterwards an installer
    may still be at work in it, and another change may bear the same time: nothing is kept then,
    nor where something could not be read for the moment.
    """
    place, changed = (status.st_dev, status.st_ino), status.st_mtime_ns
    known = _known.get(place)
    if known is not None and known[0] == changed:
        return known[1]
    found: list[_Distribution] = []
    settled = time.time_ns() - changed > _SETTLED
    try:
        names = os.listdir(folder)  # noqa: PTH208 - entries of sys.path are text, and their order counts
    except OSError:
        return ()
    for name in names:
        if name.lower().endswith((".dist-info", ".egg-info")):
            try:
                found += _offering(partial(_read, f"{folder}{os.sep}{name}{os.sep}"))
            except OSError:
                settled = False
    if settled:
        _known[place] = changed, found
    return found


def _read(folder: str, name: str) -> str | None:
    """Return the text of a small file: a hundred of them, opened as text, are a slow start."""
    read = b""
    try:
        descriptor = os.open(folder + name, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        try:
            while part := os.read(descriptor, _PART):
                read += part
                if len(part) < _PART:
                    break
        finally:
            os.close(descriptor)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError, PermissionError):
        return None
    return read.decode("utf-8")


def _offering(read: Callable[[str], str | None]) -> Iterator[_Distribution]:
    """Yield the distribution of which this reads the files, if it offers something to ssrpolicy.

    Raises OSError where a file cannot be read for the moment.
    """
    try:
        text = read("entry_points.txt") or ""
        groups = _groups(text) if _OURS in text else None
        if groups:
            headers = _headers(read("METADATA") or read("PKG-INFO") or "")
            yield _Distribution(headers.get("name", ""), headers.get("version"), groups)
    except OSError:
        raise
    except Exception:  # noqa: BLE001 - what cannot be read does not even say that it is a plugin
        return


def _groups(text: str) -> dict[str, list[tuple[str, str]]]:
    """Return names and targets by group; raises ValueError for a line that is not an entry."""
    found: dict[str, list[tuple[str, str]]] = {}
    section = ""
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("[") and line.endswith("]"):
            section = line.strip("[]")
        elif section and not line.startswith("#"):
            name, target = line.split("=", 1)
            found.setdefault(section, []).append((name.strip(), target.strip()))
    return found


def _headers(metadata: str) -> dict[str, str]:
    lines = metadata.replace("\r\n", "\n").partition("\n\n")[0].splitlines()
    headers = [header for line in lines if (header := _HEADER.match(line))]
    return {header[1].lower(): header[2].strip() for header in reversed(headers)}
