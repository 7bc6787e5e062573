"""Records read from files and judged by every rule, for `check` and for reports."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from attrs import field, frozen

from ssrpolicy import codec, rules
from ssrpolicy.arguments import all_of, check_callable
from ssrpolicy.codec import Reading
from ssrpolicy.fields import by_fields
from ssrpolicy.messages import _, ngettext
from ssrpolicy.model import Finding, PolicyRecord, RecordInvalidError, several
from ssrpolicy.rules import PORTFOLIO_RULES, RULES, AnyRule, PortfolioRule, Rule
from ssrpolicy.storage import paths_of

Paths: TypeAlias = Iterable[str | os.PathLike[str]]
"""Where records are read: each a record, or a folder in which records are found."""

Tracked: TypeAlias = Callable[[Sequence[Path]], Iterable[Path]]
"""What lets a caller follow the files one by one as they are read, such as a progress bar."""


@frozen(kw_only=True)
@by_fields
class Portfolio:
    """The records below some paths, with every finding about them.

    ``files`` are the records' files, in the order of the paths and within a folder by name.
    ``records`` hold what could be read of each, and ``read_from`` is the file of each;
    ``findings`` say what could not, and what the rules remark, in the order of the files.
    """

    files: tuple[Path, ...]
    records: tuple[PolicyRecord, ...] = field(repr=False)
    read_from: tuple[Path, ...] = field(repr=False)
    findings: tuple[Finding, ...] = field(repr=False)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that stop reports."""
        return tuple(finding for finding in self.findings if finding.is_error)

    def without_errors(self) -> tuple[PolicyRecord, ...]:
        """Return the records; raises RecordInvalidError where one of them has errors."""
        if errors := self.errors:
            number = ngettext("an error", "{number} errors", len(errors))
            where = (
                self.files[0]
                if len(self.files) == 1
                else _("{number} files", number=len(self.files))
            )
            raise RecordInvalidError(
                _("{where}: {number} to fix first.", where=where, number=number), findings=errors
            )
        return self.records


def read_portfolio(
    paths: str | os.PathLike[str] | Paths,
    *,
    more_rules: Iterable[AnyRule] = (),
    tracked: Tracked = iter,
) -> Portfolio:
    """Read and judge every record below ``paths``, all findings in one pass.

    A path is a record, or a folder in which records are found. ``more_rules`` are those of
    plugins. Raises InputError where there is nothing to read.
    """
    rules_of_plugins = _rules(more_rules)
    check_callable(tracked, "tracked", "iter")
    with codec.collection_paused():
        found = (file for path in paths_of(paths) for file in codec.find_records(path))
        files = tuple(dict.fromkeys(found))
        readings = [*_readings(tracked(files), only=len(files) == 1)]
        records = tuple(record for reading in readings for record in reading.records)
        judged_by = (*RULES, *rules_of_plugins)
        across = _across(records, judged_by)
        return Portfolio(
            files=tuple(reading.file for reading in readings),
            records=records,
            read_from=tuple(reading.file for reading in readings for _ in reading.records),
            findings=tuple(
                finding for reading in readings for finding in _findings(reading, judged_by, across)
            ),
        )


def _readings(files: Iterable[Path], *, only: bool) -> Iterator[Reading]:
    """Yield what each file holds; one of several that is gone by now is passed over."""
    for file in files:
        if only or not _is_gone(file):
            yield codec.read(file, strict=only)


def _is_gone(file: Path) -> bool:
    try:
        file.lstat()
    except OSError as error:
        return isinstance(error, FileNotFoundError)
    return False


def judged(
    records: PolicyRecord | Iterable[PolicyRecord], *, more_rules: Iterable[AnyRule] = ()
) -> tuple[Finding, ...]:
    """Return everything that is wrong with records in memory, in their order.

    A finding's location is its place in the record's data (``location.path``), without a file. Of
    a record with values of wrong types, only these are reported.
    """
    judged_by = (*RULES, *_rules(more_rules))
    found: list[Finding] = []
    sound = []
    for record in several(records):
        # A rule may trust the types of what it judges, and nothing else.
        if wrong := codec.type_findings(record):
            found += wrong
            continue
        found += codec.text_findings(record)
        found += rules.findings(record, judged_by)
        sound.append(record)
    for remarks in _across(tuple(sound), judged_by).values():
        found += remarks
    return tuple(found)


def _rules(given: Iterable[AnyRule]) -> tuple[AnyRule, ...]:
    return all_of(given, (Rule, PortfolioRule), "more_rules", "registry.rules")


def _across(
    records: tuple[PolicyRecord, ...], judged_by: Iterable[AnyRule]
) -> dict[int, list[Finding]]:
    """What is found between records, by the identity of the record that it is about."""
    found: dict[int, list[Finding]] = {}
    for record, finding in rules.findings_across(records, (*PORTFOLIO_RULES, *judged_by)):
        found.setdefault(id(record), []).append(finding)
    return found


def _findings(
    reading: Reading, judged_by: Sequence[AnyRule], across: dict[int, list[Finding]]
) -> Iterator[Finding]:
    yield from reading.findings
    for record in reading.records:
        found = (*rules.findings(record, judged_by), *across.get(id(record), ()))
        yield from reading.place(found, record)
