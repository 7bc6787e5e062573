"""Packages that import an exported name when it is first used, so that they load quickly."""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def lazy_face(
    package: str, modules: Mapping[str, str]
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Return the ``__getattr__`` and ``__dir__`` of a package that imports names at first use.

    ``modules`` says which names each module defines, separated by spaces; ``new=old`` exports one
    under another name. The type checker sees plain imports of the same names:

        if TYPE_CHECKING:
            from ssrpolicy.room.module import Name
        else:
            __getattr__, __dir__ = lazy_face(__name__, {"ssrpolicy.room.module": "Name"})
    """
    origins: dict[str, tuple[str, str]] = {}
    for module, names in modules.items():
        for exported, _, defined in (name.partition("=") for name in names.split()):
            origins[exported] = module, defined or exported

    def find(name: str) -> object:
        if name not in origins:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module, defined = origins[name]
        value = getattr(import_module(module), defined)
        setattr(sys.modules[package], name, value)
        return value

    return find, lambda: list(sys.modules[package].__all__)
