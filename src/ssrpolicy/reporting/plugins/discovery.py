"""Where plugins are found: in installed distributions, and as single files in a folder."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

from ssrpolicy.reporting.plugins.fence import PluginFault, fenced
from ssrpolicy.reporting.plugins.hooks import PROJECT
from ssrpolicy.reporting.plugins.offers import Origin

Found: TypeAlias = tuple[Origin, Callable[[], object]]
"""A plugin that is not loaded yet: where it comes from, and what loads it."""


def same_name(name: str) -> str:
    """Return a distribution's name as installers compare it."""
    return re.sub(r"[-_.]+", "-", name.strip()).lower()


def installed() -> Iterator[Found]:
    """Return the plugins of installed distributions; one broken distribution hides no other."""
    seen: set[str] = set()
    for distribution in importlib.metadata.distributions():
        try:
            with fenced():
                entry_points = distribution.entry_points.select(group=PROJECT)
                if not entry_points:
                    continue
                name, version = distribution.metadata["Name"], distribution.version
        except PluginFault:
            # Metadata that cannot be read says not even whether it is a plugin.
            continue
        # The first on the path is the one that is imported.
        if same_name(name or "") in seen:
            continue
        seen.add(same_name(name or ""))
        for entry_point in entry_points:
            origin = Origin(
                distribution=name or "a distribution without a name",
                version=version,
                entry_point=entry_point.name,
            )
            yield origin, entry_point.load


def in_folder(folder: Path) -> Iterator[Found]:
    """Return the plugins that are single files in a folder, or the failure to read it."""
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == ".py")
    except OSError as error:
        origin = Origin(distribution=str(folder), entry_point=folder.name)
        yield origin, _raising(error)
        return
    for path in paths:
        # An author's tests may stand beside the plugin that they test.
        if not path.name.startswith(("_", ".", "test_")) and path.name != "conftest.py":
            origin = Origin(distribution=path.name, entry_point=path.stem)
            yield origin, _importing(path)


def _raising(error: OSError) -> Callable[[], object]:
    def load() -> object:
        raise error

    return load


def _importing(path: Path) -> Callable[[], object]:
    def load() -> object:
        name = f"ssrpolicy_plugin_file_{re.sub(r'[^0-9A-Za-z_]', '_', path.stem)}"
        spec = importlib.util.spec_from_file_location(name, path)
        if spec is None or spec.loader is None:
            raise ImportError(f"{path} is no Python file")
        module = importlib.util.module_from_spec(spec)
        # The types of its options are looked up in the module under its name.
        sys.modules[name] = module
        try:
            spec.loader.exec_module(module)
        except BaseException:
            del sys.modules[name]
            raise
        return module

    return load
