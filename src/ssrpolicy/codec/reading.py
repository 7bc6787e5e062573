"""A record's file as it was read: its records, its findings, and where everything stands."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast

import attrs

from ssrpolicy.codec.problems import Place, Problem, printable
from ssrpolicy.codec.structuring import RecordPlace, Structured
from ssrpolicy.codec.toml.places import Lines
from ssrpolicy.model import Finding, FullId, Location, PolicyRecord

_ID_LENGTH = 100
_POINTER_ESCAPES = str.maketrans({"~": "~0", "/": "~1"})


class Reading(NamedTuple):
    """A file read: its records, and its problems, each with its place.

    ``file`` is the record's file, ``kind`` its format. ``records`` holds each record of which
    anything could be read, without the entries that could not. ``lines`` are those of the values
    in TOML, as it was read.
    """

    file: Path
    kind: Literal["toml", "json"]
    records: tuple[PolicyRecord, ...] = ()
    findings: tuple[Finding, ...] = ()
    origins: tuple[RecordPlace, ...] = ()
    lines: Lines | None = None

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
        if not (found := tuple(findings)):
            return ()
        about = record if record is not None else self.record
        origins = zip(self.origins, self.records, strict=True)
        origin = next((origin for origin, each in origins if each is about), RecordPlace())
        if about is not None and origin.damaged:
            found = tuple(each for each in found if not _is_explained(each, about, origin))
        places = [origin.place(each.location.path) for each in found]
        return placed(found, places, file=self.file, lines=self.lines)


def placed(
    findings: Iterable[Finding], places: Iterable[Place], *, file: Path, lines: Lines | None
) -> tuple[Finding, ...]:
    """Return findings with their line or JSON Pointer, given their places in the file's data.

    ``lines`` are those of a TOML file; without them places are JSON Pointers.
    """
    found = []
    for each, place in zip(findings, places, strict=True):
        line, pointer = each.location.line, None
        if line is None and lines is not None:
            line = lines.line(place)
        elif line is None:
            pointer = "".join(f"/{printable(str(p).translate(_POINTER_ESCAPES))}" for p in place)
        at = Location(file=str(file), line=line, pointer=pointer, path=place)
        found.append(attrs.evolve(each, location=at))
    return tuple(found)


def _is_explained(finding: Finding, record: PolicyRecord, origin: RecordPlace) -> bool:
    """Whether something seems to be absent only because it could not be read."""
    match finding.needs_whole:
        case None:
            return False
        case "entry":
            place = finding.location.path
            in_data = origin.in_data(place)[:2]
            named = _value(record, place)
            lost = origin.lost.intersection(named if isinstance(named, tuple) else (named,))
            # Of a table that could not be read at all, nobody knows what it holds.
            whole = origin.damaged.isdisjoint((table,) for table in origin.kept)
            return in_data in origin.damaged or bool(lost) or not whole
        case table:
            return any(damaged[:1] == (table,) for damaged in origin.damaged)


def _value(record: PolicyRecord, place: Place) -> object:
    """Return the value at a place of a record; None where the place does not exist."""
    value: object = record
    for part in place:
        try:
            value = getattr(value, part) if isinstance(part, str) else cast("Any", value)[part]
        except (AttributeError, IndexError, TypeError):
            return None
    return value


def problem_findings(problems: Iterable[Problem], *, subject: str) -> list[Finding]:
    """Return problems as findings about one record, or about a file; places stay in ``path``."""
    if not (problems := tuple(problems)):
        return []
    from ssrpolicy.codec.codes import SEVERITIES  # noqa: PLC0415 - read only if something is wrong

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


def record_findings(
    made: Structured, about_texts: Iterable[Problem], data: object, *, name: str
) -> list[Finding]:
    """Return the problems of a record's data, then those of its texts, as findings.

    Each is about the entry that it concerns; places are those in the data. ``name`` stands in for
    the id of a record that has none.
    """
    origin = made.origin
    texts = [each._replace(place=origin.place(each.place)) for each in about_texts]
    # A digest of a wrong form is reported as that, and is not missing.
    texts = [p for p in texts if p.code != "source-unstamped" or p.place not in origin.damaged]
    record = _id_in(data) or name
    found: list[Finding] = []
    for problem in (*made.problems, *texts):
        subject = record
        match problem.place:
            case (str() as table, int() as index, *_) if isinstance(data, dict):
                entry = _id_in(data[table][index])
                subject = str(FullId(record, entry)) if entry else record
        found += problem_findings((problem,), subject=subject)
    return found


def _id_in(data: object) -> str | None:
    found = data.get("id") if isinstance(data, dict) else None
    # An id of a wrong form would make a mess of every line in which it is named.
    named = isinstance(found, str) and found.isprintable() and len(found) <= _ID_LENGTH
    return found if named else None
