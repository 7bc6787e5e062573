"""Where plugins are found: in installed distributions, and as single files in a folder."""

from __future__ import annotations

import importlib
import os
import re
import sys
from collections.abc import Callable, Iterator
from functools import partial, reduce
from importlib.machinery import PathFinder
from pathlib import Path
from typing import TypeAlias

from ssrpolicy.errors import InputError
from ssrpolicy.messages import _
from ssrpolicy.reporting.plugins.hooks import PROJECT
from ssrpolicy.reporting.plugins.offers import Origin

Found: TypeAlias = tuple[Origin, Callable[[], object]]
"""A plugin that is not loaded yet: where it comes from, and what loads it."""

_ENTRY_POINT = re.compile(r"([\w.]+)\s*(?::\s*([\w.]+)\s*)?(?:\[.*\]\s*)?")
_HEADER = re.compile(r"(Name|Version):(.*)", re.IGNORECASE)


def same_name(name: str) -> str:
    """Return a distribution's name as installers compare it."""
    return re.sub(r"[-_.]+", "-", name.strip()).lower()


def installed() -> Iterator[Found]:
    """Return the plugins of installed distributions; one broken distribution hides no other."""
    seen: set[str] = set()
    for read in _distributions():
        try:
            entry_points = _entry_points(read("entry_points.txt") or "")
            if not entry_points:
                continue
            headers = _headers(read("METADATA") or read("PKG-INFO") or "")
        except Exception:  # noqa: BLE001, S112 - what cannot be read does not even say that it is a plugin
            continue
        name = headers.get("name", "")
        # The first on the path is the one that is imported.
        if same_name(name) in seen:
            continue
        seen.add(same_name(name))
        for entry_point, target in entry_points:
            origin = Origin(
                distribution=name or _("a distribution without a name"),
                version=headers.get("version"),
                entry_point=entry_point,
            )
            yield origin, partial(_load, target)


def _distributions() -> Iterator[Callable[[str], str | None]]:
    """Yield for each installed distribution the function that reads a file of its metadata.

    Folders are read here: importlib.metadata takes longer to import than most commands to run. It
    is used where distributions are in anything else, such as a zip file.
    """
    finders = [each for each in sys.meta_path if hasattr(each, "find_distributions")]
    if finders != [PathFinder] or any(os.path.isfile(entry) for entry in sys.path):  # noqa: PTH113 - entries of sys.path are text
        from importlib import metadata  # noqa: PLC0415 - the reason is given above

        yield from (distribution.read_text for distribution in metadata.distributions())
        return
    for entry in sys.path:
        try:
            names = os.listdir(entry or ".")  # noqa: PTH208 - the same, and in its order
        except OSError:
            continue
        for name in names:
            if name.lower().endswith((".dist-info", ".egg-info")):
                yield partial(_read, Path(entry or ".", name))


def _read(folder: Path, name: str) -> str | None:
    try:
        return (folder / name).read_text("utf-8")
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError, PermissionError):
        return None


def _entry_points(text: str) -> list[tuple[str, str]]:
    """Return names and targets of plugins; raises ValueError for a line that is not an entry."""
    found, section = [], ""
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("[") and line.endswith("]"):
            section = line.strip("[]")
        elif section and not line.startswith("#"):
            name, target = line.split("=", 1)
            if section == PROJECT:
                found.append((name.strip(), target.strip()))
    return found


def _headers(metadata: str) -> dict[str, str]:
    lines = metadata.partition("\n\n")[0].splitlines()
    headers = [header for line in lines if (header := _HEADER.match(line))]
    return {header[1].lower(): header[2].strip() for header in reversed(headers)}


def _load(target: str) -> object:
    entry_point = _ENTRY_POINT.fullmatch(target)
    if entry_point is None:
        raise ImportError(
            _("{target!r} does not name a module, or an object in one", target=target)
        )
    attributes = (entry_point[2] or "").split(".")
    return reduce(getattr, filter(None, attributes), importlib.import_module(entry_point[1]))


def in_folder(folder: Path) -> Iterator[Found]:
    """Return the plugins that are single files in a folder, or the failure to read it."""
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == ".py")
    except OSError as error:
        origin = Origin(distribution=str(folder), entry_point=folder.name)
        unread = _("the folder for plugins {folder} cannot be read", folder=folder)
        if isinstance(error, FileNotFoundError):
            unread = _("the folder for plugins {folder} does not exist", folder=folder)
        elif isinstance(error, NotADirectoryError):
            unread = _("{folder} is not a folder for plugins, but a file", folder=folder)
        yield origin, partial(_raise, InputError(unread))
        return
    for path in paths:
        # An author's tests may stand next to the plugin that they test.
        if not path.name.startswith(("_", ".", "test_")) and path.name != "conftest.py":
            yield Origin(distribution=path.name, entry_point=path.stem), partial(_import, path)


def _raise(error: InputError) -> object:
    raise error


def _import(path: Path) -> object:
    from importlib import util  # noqa: PLC0415 - most who load plugins have no single files

    name = f"ssrpolicy_plugin_file_{re.sub(r'[^0-9A-Za-z_]', '_', path.stem)}"
    spec = util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(_("{path} is not a Python file", path=path))
    module = util.module_from_spec(spec)
    # The types of its options are looked up in the module under its name.
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module
