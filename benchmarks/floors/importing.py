"""Importing the libraries that the letter's three reports use."""

import importlib
from collections.abc import Callable

LIBRARIES = (
    "attrs", "babel.dates", "cattrs.preconf.json", "click", "defusedxml.ElementTree", "docx",
    "lxml.etree", "openpyxl", "pluggy", "rich.table", "tree_sitter", "tree_sitter_toml",
)  # fmt: skip


def libraries() -> Callable[[], None]:
    """Import them, in one process that does nothing else."""

    def load() -> None:
        for name in LIBRARIES:
            importlib.import_module(name)

    return load
