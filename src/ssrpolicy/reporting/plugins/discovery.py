"""Where plugins are found: in installed distributions, and as single files in a folder."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeAlias

from ssrpolicy.entry_points import entry_points
from ssrpolicy.errors import InputError
from ssrpolicy.messages import _
from ssrpolicy.reporting.plugins.hooks import PROJECT
from ssrpolicy.reporting.plugins.origins import Origin

Found: TypeAlias = tuple[Origin, Callable[[], object]]
"""A plugin that is not loaded yet: where it comes from, and what loads it."""


def installed() -> Iterator[Found]:
    """Yield the plugins of installed distributions, in the group ``ssrpolicy``."""
    for each in entry_points(PROJECT):
        origin = Origin(distribution=each.distribution, version=each.version, entry_point=each.name)
        yield origin, each.load


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
