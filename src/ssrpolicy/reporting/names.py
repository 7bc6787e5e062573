"""The names of the files that reports are written to."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from ssrpolicy.errors import ReporterError
from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.reporting.plugins.offers import OfferedReporter

_NO_NAME = "records"


def report_stem(records: Sequence[PolicyRecord], paths: Iterable[str | os.PathLike[str]]) -> str:
    """Return the first part of the names of reports on these records.

    It is the id of one record; of several it is the name of the folder, or of the file, in which
    they were all found. ``paths`` are where they were looked for.
    """
    if len(records) == 1:
        return records[0].id
    found = [os.path.realpath(path) for path in paths]
    if not found:
        return _NO_NAME
    shared = Path(found[0] if len(found) == 1 else os.path.commonpath(found))
    return (shared.stem if shared.is_file() else shared.name) or _NO_NAME


def report_names(asked: Iterable[OfferedReporter], stem: str) -> dict[OfferedReporter, str]:
    """Return the file name of the report that each reporter makes.

    It is ``<stem>.<suffix>`` for a distribution's principal reporter and
    ``<stem>-<name>.<suffix>`` for the others. Raises ReporterError when two would write to one
    file.
    """
    names: dict[OfferedReporter, str] = {}
    owners: dict[str, OfferedReporter] = {}
    for offered in asked:
        start = stem if offered.principal else f"{stem}-{offered.name}"
        name = f"{start}.{offered.suffix}"
        # Some file systems keep no two names that differ in case only.
        other = owners.setdefault(name.lower(), offered)
        if other is not offered:
            raise ReporterError(
                f"{other} and {offered} would both write {name}.",
                hint="Ask for them one by one, each with a file of its own (--output FILE).",
            )
        names[offered] = name
    return names
