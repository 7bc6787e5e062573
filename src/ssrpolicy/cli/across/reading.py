"""The records at some paths, and what is wrong with those that cannot be read in full."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

from ssrpolicy import codec
from ssrpolicy.cli.console import print_finding, print_line, tracked
from ssrpolicy.cli.sources import left_out
from ssrpolicy.errors import InputError
from ssrpolicy.messages import _
from ssrpolicy.model import Finding, PolicyRecord


@frozen(kw_only=True)
class RecordsRead:
    """Records that can be shown, and the problems of those that cannot, or not in full.

    ``doubles`` are sentences about files whose record has the id of one that was read before.
    """

    records: tuple[PolicyRecord, ...]
    findings: tuple[Finding, ...] = ()
    doubles: tuple[str, ...] = ()

    def print_problems(self) -> None:
        """Print the problems on standard error."""
        for finding in self.findings:
            print_finding(finding, err=True)
        for each in self.doubles:
            print_line(_("Note: {remark}", remark=each), err=True)

    def to_plain(self) -> list[dict[str, object]]:
        """Return the problems as JSON has them."""
        found: list[dict[str, object]] = [
            {**each.to_json(), **each.location.to_json()} for each in self.findings
        ]
        return found + [{"message": each} for each in self.doubles]


def read_records(paths: Sequence[Path]) -> RecordsRead:
    """Return every record below some paths of which anything can be read.

    Of two records with one id the first counts. Raises InputError where there is no record.
    """
    files = tuple(dict.fromkeys(file for path in paths for file in codec.find_records(path)))
    known: dict[str, tuple[PolicyRecord, Path]] = {}
    findings: list[Finding] = []
    doubles = []
    with codec.collection_paused():
        for file in tracked(files, _("Reading")):
            reading = codec.read(file)
            findings += [each for each in reading.findings if each.is_error]
            for record in reading.records:
                first = known.setdefault(record.id, (record, file))
                if first[0] is not record:
                    doubles.append(left_out(file, record.id, first[1]))
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
    return RecordsRead(records=records, findings=tuple(findings), doubles=tuple(doubles))
