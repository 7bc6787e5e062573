"""What installed distributions offer under a group of entry points, known without importing it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from functools import partial, reduce
from importlib.machinery import PathFinder
from typing import NamedTuple

from ssrpolicy.messages import _

_TARGET = re.compile(r"([\w.]+)\s*(?::\s*([\w.]+)\s*)?(?:\[.*\]\s*)?")
_HEADER = re.compile(r"(Name|Version):(.*)", re.IGNORECASE)

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
    """Yield the entry points of a group; one broken distribution hides no other."""
    seen: set[str] = set()
    for read in _distributions():
        try:
            offered = _of_group(read("entry_points.txt") or "", group)
            if not offered:
                continue
            headers = _headers(read("METADATA") or read("PKG-INFO") or "")
        except Exception:  # noqa: BLE001, S112 - what cannot be read does not even say that it is a plugin
            continue
        name = headers.get("name", "")
        # The first on the path is the one that is imported.
        if same_name(name) in seen:
            continue
        seen.add(same_name(name))
        for entry_point, target in offered:
            yield EntryPoint(
                name or _("a distribution without a name"),
                headers.get("version"),
                entry_point,
                target,
            )


def _distributions() -> Iterator[Callable[[str], str | None]]:
    """Yield for each installed distribution the function that reads a file of its metadata.

    Folders are read here: importlib.metadata takes longer to import than most commands to run. It
    is used where distributions are in anything else, such as a zip file.
    """
    finders = [each for each in sys.meta_path if hasattr(each, "find_distributions")]
    if finders != [PathFinder] or any(os.path.isfile(entry) for entry in sys.path):  # noqa: PTH113 - entries of sys.path are text
        from importlib import metadata  # noqa: PLC0415 - slow, and rarely needed

        yield from (distribution.read_text for distribution in metadata.distributions())
        return
    for entry in sys.path:
        try:
            names = os.listdir(entry or ".")  # noqa: PTH208 - entries of sys.path are text, and their order counts
        except OSError:
            continue
        for name in names:
            if name.lower().endswith((".dist-info", ".egg-info")):
                yield partial(_read, os.path.join(entry or ".", name))  # noqa: PTH118 - pathlib takes longer than the reading, for each of a hundred distributions


def _read(folder: str, name: str) -> str | None:
    try:
        with open(os.path.join(folder, name), encoding="utf-8") as file:  # noqa: PTH118, PTH123 - pathlib takes longer than the reading
            return file.read()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError, PermissionError):
        return None


def _of_group(text: str, group: str) -> list[tuple[str, str]]:
    """Return names and targets in a group; raises ValueError for a line that is not an entry."""
    found, section = [], ""
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("[") and line.endswith("]"):
            section = line.strip("[]")
        elif section and not line.startswith("#"):
            name, target = line.split("=", 1)
            if section == group:
                found.append((name.strip(), target.strip()))
    return found


def _headers(metadata: str) -> dict[str, str]:
    lines = metadata.partition("\n\n")[0].splitlines()
    headers = [header for line in lines if (header := _HEADER.match(line))]
    return {header[1].lower(): header[2].strip() for header in reversed(headers)}
