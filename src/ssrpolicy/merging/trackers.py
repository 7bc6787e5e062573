"""A tracker's file read back by the reporters of such files."""

import os
from pathlib import Path

from ssrpolicy.errors import InputError
from ssrpolicy.messages import _
from ssrpolicy.reporting import Edits, OfferedReporter, Registry, load_plugins
from ssrpolicy.storage import open_file, path_of


def read_edits(tracker: str | os.PathLike[str], *, registry: Registry | None = None) -> Edits:
    """Return what was entered in a tracker, as the reporter of such files reads it.

    Raises InputError where no reporter reads such files, or the file is damaged or not a tracker;
    ReporterError when the reporter fails.
    """
    path = path_of(tracker)
    refusals: list[InputError] = []
    for offered in _editable_reporters(path, load_plugins() if registry is None else registry):
        try:
            with open_file(path) as stream:
                return offered.read_edits(stream, path)
        except InputError as error:
            # Another reporter may make files with the same suffix.
            refusals.append(error)
    raise refusals[0]


def _editable_reporters(path: Path, registry: Registry) -> list[OfferedReporter]:
    """Return the reporters that read back files such as this one.

    Raises InputError where there is none, or the path is a folder.
    """
    if path.is_dir():
        raise InputError(
            _("{path} is a folder, not a tracker.", path=path),
            hint=_(
                "The tracker comes first, and the records after it: ssrpolicy merge TRACKER PATH..."
            ),
        )
    editable = [each for each in registry.reporters if each.is_editable]
    found = [each for each in editable if _has_suffix(path, each)]
    if not found:
        names = ", ".join(sorted({f".{each.suffix}" for each in editable}))
        raise InputError(
            _("No reporter reads back files such as {name!r:.120}.", name=path.name),
            hint=_("Save it as {names}, with Save As; that is read back.", names=names)
            if names
            else _("Install a reporter that does, such as ssrpolicy-excel."),
        )
    return found


def is_read_back(path: Path, registry: Registry) -> bool:
    """Return whether a reporter reads back files with the suffix of this one."""
    return any(_has_suffix(path, each) and each.is_editable for each in registry.reporters)


def _has_suffix(path: Path, offered: OfferedReporter) -> bool:
    return path.name.lower().endswith(f".{offered.suffix.lower()}")
