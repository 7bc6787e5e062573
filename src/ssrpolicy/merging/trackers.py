"""The reporters that read back a tracker's file."""

from pathlib import Path

from ssrpolicy.errors import InputError
from ssrpolicy.reporting import OfferedReporter, Registry


def editable_reporters(path: Path, registry: Registry) -> list[OfferedReporter]:
    """Return the reporters that read back files such as this one.

    Raises InputError where there is none, or the path is a folder.
    """
    if path.is_dir():
        raise InputError(
            f"{path} is a folder, not a tracker.",
            hint="The tracker comes first, and the records after it: ssrpolicy merge TRACKER "
            "PATH...",
        )
    editable = [each for each in registry.reporters if each.is_editable]
    found = [each for each in editable if _has_suffix(path, each)]
    if not found:
        names = ", ".join(sorted({f".{each.suffix}" for each in editable}))
        raise InputError(
            f"No reporter reads back files such as {path.name!r:.120}.",
            hint=f"Those that are read back end in {names}."
            if names
            else "Install a reporter that does, such as ssrpolicy-excel.",
        )
    return found


def is_read_back(path: Path, registry: Registry) -> bool:
    """Return whether a reporter reads back files with the suffix of this one."""
    return any(_has_suffix(path, each) and each.is_editable for each in registry.reporters)


def _has_suffix(path: Path, offered: OfferedReporter) -> bool:
    return path.name.lower().endswith(f".{offered.suffix.lower()}")
