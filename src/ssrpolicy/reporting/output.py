"""Where a report goes: the names of files, and how each is replaced when it is whole."""

from __future__ import annotations

import io
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypeAlias

from ssrpolicy.errors import OutputError, ReporterError
from ssrpolicy.model import PolicyRecord
from ssrpolicy.reporting.plugins.offers import OfferedReporter
from ssrpolicy.reporting.portfolio import Paths, Portfolio
from ssrpolicy.storage import replacing

RECORD_FILE = "record.toml"
SOURCES_FOLDER = "sources"
Output: TypeAlias = str | os.PathLike[str] | BinaryIO
"""Where a report can go: the path of a file, or an open binary stream."""


def report_stem(records: Sequence[PolicyRecord], paths: Iterable[str | os.PathLike[str]]) -> str:
    """Return the file name, without suffix, of a report on these records.

    It is the id of a single record; of several it is the name of the folder, or of the file, in
    which they were all found. ``paths`` are where they were looked for.
    """
    if len(records) == 1:
        return records[0].id
    found = [os.path.realpath(path) for path in paths]
    if not found:
        return "records"
    shared = Path(found[0] if len(found) == 1 else os.path.commonpath(found))
    return (shared.stem if shared.is_file() else shared.name) or "records"


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


def report_targets(
    requested: Sequence[OfferedReporter],
    portfolio: Portfolio,
    paths: Paths,
    *,
    output: Path | None = None,
    folder: Path | None = None,
) -> dict[OfferedReporter, Path]:
    """Return the file of each report: ``output`` of a single one, else by its name in ``folder``.

    Raises OutputError when a report would replace a file from which its records were read.
    """
    if output is not None:
        targets = {requested[0]: output}
    else:
        parent = Path() if folder is None else ready_folder(folder)
        names = report_names(requested, report_stem(portfolio.records, paths))
        targets = {offered: parent / name for offered, name in names.items()}
    records = {file.resolve() for file in portfolio.files}
    if replaced := [target for target in targets.values() if target.resolve() in records]:
        raise OutputError(
            f"{replaced[0]} is one of the records; a report does not replace it.",
            hint="Name another file with --output, or another folder with --output-dir.",
        )
    return targets


def refuse_suffix(output: Path, offered: OfferedReporter, known: Iterable[OfferedReporter]) -> None:
    """Raise OutputError for a name that says it is what another reporter writes."""
    suffix = output.suffix.lower().removeprefix(".")
    others = [each.name for each in known if each.suffix.lower() == suffix]
    if others and suffix != offered.suffix.lower():
        named = f"{output} is named as a report of {others[0]}"
        raise OutputError(
            f"{named}, and {offered.name} writes .{offered.suffix}.",
            hint=f"Name it {output.with_suffix(f'.{offered.suffix}')}, or ask --to {others[0]}.",
        )


@contextmanager
def writing(output: Output) -> Iterator[BinaryIO]:
    """Give a stream whose content becomes ``output`` when the block ends, and only then.

    A file is replaced at once by one that is whole, a stream or a device gets the whole in one
    go; a failure leaves either as it was. Raises OutputError.
    """
    name, folder = _place_of(output)
    try:
        # This file has no name, so nothing of it is left when the process is killed. It is in
        # the folder of the report, whose disk must hold that anyway.
        with tempfile.TemporaryFile(dir=folder) as whole:
            yield whole
            whole.seek(0)
            _put(whole, output)
    except OSError as error:
        raise OutputError(f"{name} cannot be written: {error.strerror or error}.") from error


def _place_of(output: Output) -> tuple[str, Path | None]:
    """Return the name of an output, and the folder of one that is a file; raises OutputError."""
    if not isinstance(output, str | os.PathLike):
        return _stream_name(output), None
    try:
        return _file_and_folder(Path(output))
    except (OSError, ValueError) as error:  # a name that no disk takes
        reason = getattr(error, "strerror", None) or str(error)
        raise OutputError(f"{str(output)!r:.120} cannot be written: {reason}.") from error


def _stream_name(output: object) -> str:
    """Return what messages call a stream; raises OutputError where it takes no bytes."""
    if not hasattr(output, "write"):
        raise OutputError(
            f"The output is {output!r:.80}, neither a path nor a binary stream.",
            hint='Name a file, or give a stream: open(path, "wb").',
        )
    given = getattr(output, "name", None)
    name = given if isinstance(given, str) else "The stream"
    if getattr(output, "closed", False):
        raise OutputError(f"{name} cannot be written: it is closed.")
    if isinstance(output, io.TextIOBase) or not getattr(output, "writable", lambda: True)():
        raise OutputError(
            f"{name} cannot be written: it takes no bytes.",
            hint='Open it for bytes: open(path, "wb").',
        )
    return name


def _file_and_folder(target: Path) -> tuple[str, Path | None]:
    if target.is_dir():
        raise OutputError(f"{target} is a folder; name a file.")
    if not target.parent.is_dir():
        raise OutputError(
            f"{target} cannot be written: there is no folder {target.parent}.",
            hint="Make the folder first, or name one that is there.",
        )
    if _is_device(target):
        return str(target), None
    real = Path(os.path.realpath(target))
    record = _record_it_would_harm(real)
    if record is not None:
        raise OutputError(
            f"{target} is part of the record in {record}: a report may not replace it.",
            hint=f"Name a file elsewhere, such as {record.parent / real.name}.",
        )
    return str(target), real.parent


def _record_it_would_harm(target: Path) -> Path | None:
    """Return the record's folder when a path is its record.toml or one of its sources."""
    if target.name == RECORD_FILE and target.is_file():
        return target.parent
    for folder in target.parents:
        if folder.name == SOURCES_FOLDER and (folder.parent / RECORD_FILE).is_file():
            return folder.parent
    return None


def _is_device(target: Path) -> bool:
    """Whether the path is a device or a pipe, which is written to and not replaced."""
    return target.exists() and not target.is_file()


def _put(whole: BinaryIO, output: Output) -> None:
    if not isinstance(output, str | os.PathLike):
        shutil.copyfileobj(whole, output)
        output.flush()
        return
    path = Path(output)
    with path.open("wb") if _is_device(path) else replacing(path) as file:
        shutil.copyfileobj(whole, file)


def ready_folder(folder: str | os.PathLike[str]) -> Path:
    """Make sure that a folder for reports is there, and return it; raises OutputError."""
    path = Path(folder)
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise OutputError(f"{path} is a file, not a folder.") from None
    except OSError as error:
        raise OutputError(
            f"The folder {path} cannot be made: {error.strerror or error}."
        ) from error
    return path
