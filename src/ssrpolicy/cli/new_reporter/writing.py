"""The writing of a new distribution: each file from its template, all of them or none."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Template

import ssrpolicy
from ssrpolicy.cli.new_reporter.names import Names
from ssrpolicy.errors import OutputError
from ssrpolicy.reporting import ready_folder
from ssrpolicy.storage import new_folder

_TEMPLATES = "distribution"
# Under their own names, the templates would be taken for a package and its tests.
_SUFFIX = ".txt"


def distribution_files(names: Names) -> dict[str, str]:
    """Return the files of a new distribution: the path of each, with its text."""
    words = {
        "name": names.name,
        "distribution": names.distribution,
        "package": names.package,
        "cls": names.cls,
        **_versions(ssrpolicy.__version__),
    }
    return {
        _path(template, names): Template(text).substitute(words)
        for template, text in _templates(files("ssrpolicy.cli.new_reporter") / _TEMPLATES)
    }


def write_distribution(names: Names, folder: Path) -> tuple[Path, ...]:
    """Write a new distribution into a folder that is new or empty, and return its files.

    Raises OutputError where something stands there; nothing is ever written over.
    """
    target = folder.resolve()
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise OutputError(
            f"{folder} is there already, and is not written over.",
            hint="Name a folder that is not there yet, or is empty.",
        )
    texts = distribution_files(names)
    ready_folder(target.parent)
    with new_folder(target) as staged:
        for path, text in texts.items():
            file = staged / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
    return tuple(folder / path for path in texts)


def _versions(version: str) -> dict[str, str]:
    """The first and the last version of ssrpolicy, excluded, with which it is sure to work."""
    major, minor = version.split(".")[:2]
    return {"core": f"{major}.{minor}", "next_core": f"{major}.{int(minor) + 1}"}


def _path(template: str, names: Names) -> str:
    path = template.removesuffix(_SUFFIX)
    # Packages leave files out whose names begin with a point.
    if path == "gitignore":
        return ".gitignore"
    return path.replace("src/package/", f"src/{names.package}/")


def _templates(folder: Traversable, above: str = "") -> Iterator[tuple[str, str]]:
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.is_dir():
            yield from _templates(each, f"{above}{each.name}/")
        elif each.name.endswith(_SUFFIX):
            yield f"{above}{each.name}", each.read_text("utf-8")
