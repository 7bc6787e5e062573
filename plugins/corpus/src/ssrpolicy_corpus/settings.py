"""The settings of a run, on which its results depend; each process of the run gets them."""

from __future__ import annotations

import hashlib
import json
import platform
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from attrs import asdict, field, frozen

if TYPE_CHECKING:
    from ssrpolicy.reporting import Plugin, Registry

Work: TypeAlias = Literal["check", "draft", "cite"]

WORKS: Final[tuple[Work, ...]] = ("check", "draft", "cite")
"""What can be done with an archive."""

TEMPORARY: Final = "ssrpolicy-corpus-"
"""How the folder for temporary files of a process is called."""

_OFFERS: Final[Mapping[Work, tuple[str, ...]]] = {
    "check": ("rules",),
    "draft": ("readers", "drafters"),
    "cite": ("readers",),
}
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_KEY_LENGTH = 12


@frozen(kw_only=True)
class Settings:
    """What a process needs to know to work on papers.

    Attributes:
        work: what is done.
        folder: the folder of the papers, as an absolute path.
        output: the folder of this work's results, as an absolute path.
        limit: the seconds that a paper may take.
        drafter: the drafter that proposes.
        versions: what the results depend on besides the papers, by name.
    """

    work: Work
    folder: str
    output: str
    limit: int
    drafter: str
    versions: Mapping[str, str] = field(hash=False)

    @property
    def key(self) -> str:
        """A short digest of the versions."""
        return versions_key(self.versions)

    def to_json(self) -> dict[str, Any]:
        """Return the settings as data of JSON."""
        return asdict(self)


def versions_key(versions: Mapping[str, str]) -> str:
    """Return a short digest of versions: others have another."""
    data = json.dumps(dict(versions), sort_keys=True).encode()
    return hashlib.sha256(data).hexdigest()[:_KEY_LENGTH]


def versions_of(
    work: Work, drafter: str, registry: Registry, environ: Mapping[str, str]
) -> dict[str, str]:
    """Return what the results of a work depend on besides the papers, by name.

    These are the versions of Python, of ssrpolicy, of each plugin that takes part, and of the
    libraries that it asks for; of a plugin that is a single file, its digest.
    """
    found = {
        "python": ".".join(platform.python_version_tuple()[:2]),
        "ssrpolicy": _version("ssrpolicy"),
        "ssrpolicy-corpus": _version("ssrpolicy-corpus"),
    }
    if work == "draft":
        found["drafter"] = drafter
    for plugin in registry.plugins:
        if any(getattr(plugin, offer) for offer in _OFFERS[work]):
            found.update(_versions_of(plugin, environ))
    return dict(sorted(found.items()))


def _versions_of(plugin: Plugin, environ: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    from ssrpolicy.reporting import PLUGINS_DIR  # noqa: PLC0415 - the command's help needs none

    name = plugin.origin.distribution
    if plugin.origin.version is None:
        file = Path(environ.get(PLUGINS_DIR, ""), name)
        yield name, hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""
        return
    yield name, plugin.origin.version
    for requirement in _required(name):
        needed = _NAME.match(requirement)
        if needed is not None and "extra ==" not in requirement:
            yield needed[0], _version(needed[0])


def _version(name: str) -> str:
    from importlib import metadata  # noqa: PLC0415 - it takes longer to load than most commands

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _required(name: str) -> list[str]:
    from importlib import metadata  # noqa: PLC0415 - it takes longer to load than most commands

    return metadata.requires(name) or []
