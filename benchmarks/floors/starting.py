"""Starting Python, and importing the libraries that the letter's three reports use."""

import sys
from collections.abc import Callable

from benchmarks.steps import run_to_end

LIBRARIES = (
    "attrs", "babel.dates", "click", "defusedxml.ElementTree", "docx",
    "lxml.etree", "openpyxl", "pluggy", "rich.table",
)  # fmt: skip


def bare_python() -> Callable[[], None]:
    """Start this Python and do nothing."""
    return lambda: run_to_end([sys.executable, "-c", "pass"])


def libraries() -> Callable[[], None]:
    """Start this Python and import the libraries."""
    return lambda: run_to_end([sys.executable, "-c", f"import {', '.join(LIBRARIES)}"])
