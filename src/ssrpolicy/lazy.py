"""Packages that import what they export when it is first used, so that importing one is quick."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def lazy_face(
    package: str, modules: Mapping[str, str]
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Return the ``__getattr__`` and ``__dir__`` of a package that imports names at first use.

    ``modules`` says which names each module defines, separated by spaces. A package sets them
    where the type checker does not look, and imports the same names where only that looks:

        if TYPE_CHECKING:
            from ssrpolicy.room.module import Name
        else:
            __getattr__, __dir__ = lazy_face(__name__, {"ssrpolicy.room.module": "Name"})
    """
    origins = {name: module for module, names in modules.items() for name in names.split()}

    def find(name: str) -> object:
        if name not in origins:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(origins[name]), name)
        setattr(sys.modules[package], name, value)
        return value

    return find, lambda: list(sys.modules[package].__all__)
