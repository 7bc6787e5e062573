"""The place of a settings file, found without loading the module that reads it."""

import os
from itertools import chain
from pathlib import Path

SETTINGS_FILE = "ssrpolicy.toml"
"""The name of the file, which is looked for from a PATH upwards."""


def nearest(path: Path) -> Path | None:
    """Return the settings file in a folder, or in the nearest of those above it.

    Its path is from the working folder where it stands in that, or below it.
    """
    here, start = Path.cwd(), Path(os.path.abspath(path))  # noqa: PTH100 - links stay as they are
    for folder in chain((start,), start.parents):  # one by one: a path may have 60,000
        if (file := folder / SETTINGS_FILE).is_file():
            return file.relative_to(here) if file.is_relative_to(here) else file
    return None
