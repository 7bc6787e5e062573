"""A record's file as it was read: its records, its findings, and where everything stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal, cast

import attrs
from attrs import field, frozen

from ssrpolicy.codec.codes import SEVERITIES
from ssrpolicy.codec.problems import Problem
from ssrpolicy.codec.salvage import Salvage
from ssrpolicy.codec.toml.places import toml_lines
from ssrpolicy.codec.values import Place
from ssrpolicy.errors import InputError
from ssrpolicy.model.findings import Finding, Location
from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.storage.reading import file_bytes

_ID_LENGTH = 100
# What rules find absent that may merely be unreadable, which is told already.
_OF_ABSENCE = frozenset(
    {
        "commitment-without-owner",
        "disposition-without-ground",
        "evidence-without-quote",
        "fulfilled-without-evidence",
        "promise-without-commitment",
        "reference-dangling",
        "request-unanswered",
        "request-unquoted",
        "transferred-without-owner",
    }
)
_POINTER_ESCAPES = str.maketrans({"~": "~0", "/": "~1"})


@frozen(kw_only=True)
class Origin:
    """Where one record stands in its file, and what of it could not be read.

    ``root`` is the record's place in the file's data. ``kept`` are, by table, the places of the
    entries that the record holds where others were left out; ``lost`` are the ids of entries that
    it does not hold, or not in full, and ``damaged`` the places of all such entries.
    """

    root: Place = ()
    kept: Mapping[str, tuple[int, ...]] = field(factory=dict)
    lost: frozenset[str] = frozenset()
    damaged: frozenset[Place] = frozenset()

    @classmethod
    def of(cls, found: Salvage, *, root: Place = ()) -> Origin:
        """Return the origin of a record of which this much could be read."""
        return cls(root=root, kept=found.kept, lost=found.lost, damaged=found.damaged)

    def place(self, place: Place) -> Place:
        """Return the place in the file's data of a place in the record."""
        return (*self.root, *self._in_data(place))

    def _in_data(self, place: Place) -> Place:
        match place:
            case (str() as table, int() as index, *rest) if index < len(self.kept.get(table, ())):
                return (table, self.kept[table][index], *rest)
        return place

    def explains(self, finding: Finding, record: PolicyRecord) -> bool:
        """Whether something seems to be absent only because it could not be read."""
        if not self.damaged or finding.code not in _OF_ABSENCE:
            return False
        place = finding.location.path
        if finding.code == "request-unanswered":
            return any(damaged[:1] == ("dispositions",) for damaged in self.damaged)
        return self._in_data(place)[:2] in self.damaged or _value(record, place) in self.lost


@frozen(kw_only=True)
class Reading:
    """What was read of a file: its records, and what is wrong with it, each with its place.

    ``file`` is the record's file, ``kind`` its form. ``records`` holds each record of which
    anything could be read, without the entries that could not.
    """

    file: Path
    kind: Literal["toml", "json"]
    records: tuple[PolicyRecord, ...] = ()
    findings: tuple[Finding, ...] = ()
    origins: tuple[Origin, ...] = field(default=(), repr=False)

    @property
    def record(self) -> PolicyRecord | None:
        """The only record of the file, or None where there are several or none."""
        return self.records[0] if len(self.records) == 1 else None

    def place(
        self, findings: Iterable[Finding], record: PolicyRecord | None = None
    ) -> tuple[Finding, ...]:
        """Return findings about ``record`` with their line or JSON Pointer in this file.

        ``record`` is one of ``records``, and may be left out when there is only one. Findings
        that something is absent are left out where it is there and could not be read.
        """
        found = tuple(findings)
        if not found:
            return ()
        about = record if record is not None else self.record
        origins = [o for o, r in zip(self.origins, self.records, strict=True) if r is about]
        origin = origins[0] if origins else Origin()
        if about is not None:
            found = tuple(each for each in found if not origin.explains(each, about))
        return placed(
            found, [origin.place(f.location.path) for f in found], file=self.file, kind=self.kind
        )


def placed(
    findings: Iterable[Finding],
    places: Iterable[Place],
    *,
    file: Path,
    kind: Literal["toml", "json"],
    data: bytes | None = None,
) -> tuple[Finding, ...]:
    """Return findings with their line or JSON Pointer, given their places in the file's data.

    ``data`` are the file's bytes; they are read when needed. Without them a finding has no line.
    """
    pairs = list(zip(findings, places, strict=True))
    if kind == "json":
        return tuple(
            _located(f, file, place, pointer="".join(f"/{_escaped(part)}" for part in place))
            for f, place in pairs
        )
    if data is None and any(place for _, place in pairs):
        try:
            data = file_bytes(file)
        except InputError:
            data = b""  # it went away since it was read
    lines = toml_lines(data or b"", [place for _, place in pairs])
    return tuple(_located(f, file, place, line=lines.line(place)) for f, place in pairs)


def findings_of(problems: Iterable[Problem], *, subject: str) -> list[Finding]:
    """Return problems as findings about one record, or about a file; places stay in ``path``."""
    return [
        Finding(
            code=problem.code,
            severity=SEVERITIES[problem.code],
            subject=subject,
            message=problem.message,
            hint=problem.hint,
            location=Location(line=problem.line, path=problem.place),
        )
        for problem in problems
    ]


def all_problems(found: Salvage, about_texts: Iterable[Problem]) -> list[Problem]:
    """Return the problems of a record's data, then those of its texts with their places in them."""
    origin = Origin.of(found)
    problems = list(found.problems)
    for each in about_texts:
        # A digest that is no digest is told as that, and is not missing.
        told = each.code == "source-unstamped" and origin.place(each.place) in found.damaged
        if not told:
            problems.append(attrs.evolve(each, place=origin.place(each.place)))
    return problems


def entry_findings(problems: Iterable[Problem], data: object, *, name: str) -> list[Finding]:
    """Return problems in one record's data as findings, each about the entry that it concerns."""
    record = _id_in(data) or name
    found: list[Finding] = []
    for problem in problems:
        subject = record
        match problem.place:
            case (str() as table, int() as index, *_) if isinstance(data, dict):
                entry = _id_in(data[table][index])
                subject = f"{record}#{entry}" if entry else record
        found += findings_of((problem,), subject=subject)
    return found


def _id_in(data: object) -> str | None:
    found = data.get("id") if isinstance(data, dict) else None
    # An id that is none at all would make a mess of every line in which it is named.
    return (
        found
        if isinstance(found, str) and found.isprintable() and len(found) <= _ID_LENGTH
        else None
    )


def _escaped(part: str | int) -> str:
    written = str(part).translate(_POINTER_ESCAPES)
    # A key may hold anything, and a place is shown on terminals.
    return written if written.isprintable() else ascii(written)[1:-1]


def _located(
    finding: Finding,
    file: Path,
    place: Place,
    *,
    line: int | None = None,
    pointer: str | None = None,
) -> Finding:
    line = finding.location.line if finding.location.line is not None else line
    # A line says more than the pointer to the whole file.
    pointer = pointer if line is None else None
    location = Location(file=str(file), line=line, pointer=pointer, path=place)
    return attrs.evolve(finding, location=location)


def _value(record: PolicyRecord, place: Place) -> object:
    """Return what stands at a place of a record; None where that is nothing."""
    value: object = record
    for part in place:
        try:
            value = getattr(value, part) if isinstance(part, str) else cast("Any", value)[part]
        except (AttributeError, IndexError, TypeError):
            return None
    return value
