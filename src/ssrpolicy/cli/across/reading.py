"""The records at some paths, and what is wrong with those that cannot be read in full."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

from ssrpolicy import codec
from ssrpolicy.cli.console import print_finding, tracked
from ssrpolicy.cli.sources import left_out
from ssrpolicy.errors import InputError
from ssrpolicy.messages import _
from ssrpolicy.model import Finding, Location, PolicyRecord, Severity


@frozen(kw_only=True)
class RecordsRead:
    """Records that can be shown, and the problems of those that cannot, or not in full."""

    records: tuple[PolicyRecord, ...]
    findings: tuple[Finding, ...] = ()

    def print_problems(self) -> None:
        """Print the problems on standard error."""
        for finding in self.findings:
            print_finding(finding, err=True)

    def to_plain(self) -> list[dict[str, object]]:
        """Return the problems as JSON has them."""
        return [{**each.to_json(), **each.location.to_json()} for each in self.findings]


def read_records(paths: Sequence[Path]) -> RecordsRead:
    """Return every record below some paths of which anything can be read.

    Of two records with one id the first counts. Raises InputError without a record.
    """
    files = tuple(dict.fromkeys(file for path in paths for file in codec.find_records(path)))
    known: dict[str, tuple[PolicyRecord, Path]] = {}
    findings: list[Finding] = []
    with codec.collection_paused():
        for file in tracked(files, _("Reading")):
            reading = codec.read(file, strict=len(files) == 1)
            findings += [each for each in reading.findings if each.is_error]
            for record in reading.records:
                first = known.setdefault(record.id, (record, file))
                if first[0] is not record:
                    findings.append(_twice(file, record.id, first[1]))
    records = tuple(record for record, _file in known.values())
    if not records:
        for finding in findings:
            print_finding(finding, err=True)
        named = ", ".join(map(str, paths))
        if files:
            raise InputError(_("None of these records can be read."))
        raise InputError(
            _("{path} holds no records.", path=named),
            hint=_("Begin a record with: ssrpolicy new LETTER.txt"),
        )
    return RecordsRead(records=records, findings=tuple(findings))


def _twice(file: Path, id: str, first: Path) -> Finding:
    return Finding(
        code="record-duplicate",
        severity=Severity.ERROR,
        subject=id,
        message=left_out(file, id, first),
        hint=_("Give one of them another id, or take it out of the folder."),
        location=Location(file=str(file)),
    )
