"""A ``record.toml`` as it is, or as it would be: its bytes, what they hold, and what is wrong."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from pathlib import Path

import attrs
from attrs import frozen

from ssrpolicy import codec, rules
from ssrpolicy.editing.changes import check_writable, folder_of
from ssrpolicy.errors import InputError
from ssrpolicy.messages import _
from ssrpolicy.model import DataPath, EditRefusedError, Finding, Location, PolicyRecord
from ssrpolicy.storage import locked, path_of, read_file

_Rules = Callable[[], Iterable[rules.AnyRule]]


def _of_plugins() -> Iterable[rules.AnyRule]:
    from ssrpolicy.reporting import environment_plugins  # noqa: PLC0415 - commands give the rules, and do not need it

    return environment_plugins().rules


_more_rules: ContextVar[_Rules] = ContextVar("ssrpolicy.more_rules", default=_of_plugins)


@contextmanager
def judged_also_by(more: _Rules) -> Iterator[None]:
    """Have changes within the block judged by these rules of plugins, asked for when needed.

    Of these, rules over several records judge no change: it is made in one. Outside such a block
    the rules of all plugins judge them.
    """
    before = _more_rules.set(more)
    try:
        yield
    finally:
        _more_rules.reset(before)


def rules_of_changes() -> tuple[rules.AnyRule, ...]:
    """Return the rules that judge a change: our own, and those of plugins."""
    return (*rules.RULES, *_more_rules.get()())


@frozen(kw_only=True)
class State:
    """A record's file as it is, or as it would be after a change."""

    file: Path
    data: bytes
    reading: codec.Reading
    record: PolicyRecord

    def findings(self) -> Iterator[Finding]:
        """Yield what the codec and the rules find, with lines in the file as it was read."""
        reading, record = self.reading, self.record
        yield from reading.findings
        yield from reading.place(rules.findings(record, rules_of_changes()), record)
        # By itself a record cannot show what its relations lead to in others; in itself it can.
        # What a plugin's rule over several records finds may hang on those that are not read here.
        across = (f for _, f in rules.findings_across((record,)) if f.is_error)
        yield from reading.place(across, record)

    def line(self, table: str, index: int) -> int | None:
        """Return the line on which an entry of the record begins."""
        lines = self.reading.lines
        return None if lines is None else lines.line(self.reading.origins[0].place((table, index)))


def record_file(path: str | os.PathLike[str]) -> Path:
    """Return the ``record.toml`` that ``path``, a folder or the file itself, stands for.

    Raises InputError where there is none, with what would work.
    """
    file = codec.record_file(path_of(path))
    if file.suffix.lower() == ".toml":
        return file
    if file.suffix.lower() != ".json":
        codec.read(file)  # which refuses it, with what is done with such a file
    raise InputError(
        _(
            "{file} is a JSON record; entries are appended, replaced and removed in a record.toml.",
            file=file,
        ),
        hint=_("Name the folder with the record.toml that the JSON was made from."),
    )


def record_to_edit(path: str | os.PathLike[str]) -> PolicyRecord:
    """Return the record at ``path`` in which entries can be appended, replaced and removed.

    It may have errors, as long as it can be read at all. Raises InputError when ``path`` is not a
    record, EditRefusedError when nothing of it can be read.
    """
    return current(record_file(path)).record


def current(file: Path) -> State:
    """Return a record's file as it is; raises EditRefusedError when nothing of it can be read."""
    data = read_file(file)
    reading = codec.read_toml(data, file)
    if reading.record is None:
        raise EditRefusedError(
            _("{file} cannot be read as it is, so nothing was changed.", file=file),
            findings=reading.findings,
        )
    return State(file=file, data=data, reading=reading, record=reading.record)


def unfit_to_write(file: Path, hint: str) -> EditRefusedError:
    """Return the refusal of a change with which a file would hold another record than is meant."""
    return EditRefusedError(
        _(
            "{file} would not read back as the record with the change; nothing was changed.",
            file=file,
        ),
        hint=hint,
    )


@contextmanager
def record_locked(path: str | os.PathLike[str], *, preview: bool = False) -> Iterator[State]:
    """Give a record's file as it is, locked while the block runs unless nothing is to be written.

    Raises what :func:`record_to_edit` raises, and OutputError for a file that may not be written.
    """
    file = record_file(path)
    with nullcontext() if preview else locked(folder_of(file)):
        old = current(file)
        check_writable(file)
        yield old


def verified(
    old: State,
    data: bytes,
    expected: Callable[[PolicyRecord], PolicyRecord],
    *,
    refusal: str,
    unfit: EditRefusedError,
    put: Mapping[Path, bytes] | None = None,
    moved: Callable[[DataPath], DataPath] = lambda path: path,
) -> tuple[State, tuple[Finding, ...]]:
    """Return the file as it would be with these bytes, and the findings that are new in it.

    ``expected`` gives the record that they must hold, from the one that they do hold; ``moved``
    the place of an entry in the old file, from that in the new one. ``put`` has, by their
    real paths, the bytes of files that are written with them. Raises EditRefusedError:
    ``unfit`` where they hold another record, one that begins with ``refusal`` where they bring an
    error that was not there before.
    """
    reading = codec.read_toml(data, old.file, put)
    if reading.record is None:
        unfit.findings = tuple(without_place(reading.findings))
        raise unfit
    new = State(file=old.file, data=data, reading=reading, record=reading.record)
    known = {finding.key for finding in old.findings()}
    found = tuple(f for f in new.findings() if _moved(f, moved).key not in known)
    if errors := tuple(finding for finding in found if finding.is_error):
        raise EditRefusedError(refusal, findings=without_place(errors))
    if new.record != expected(new.record):
        raise unfit
    return new, found


def _moved(finding: Finding, moved: Callable[[DataPath], DataPath]) -> Finding:
    at = attrs.evolve(finding.location, path=moved(finding.location.path))
    return attrs.evolve(finding, location=at)


def without_place(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings without a line: what was refused is not in any file."""
    for finding in findings:
        yield attrs.evolve(finding, location=Location(path=finding.location.path))
