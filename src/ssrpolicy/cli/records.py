"""The records at a path, for commands that look at them even where they have errors."""

from pathlib import Path

import click

from ssrpolicy import codec
from ssrpolicy.cli.console import print_finding, printable
from ssrpolicy.errors import InputError
from ssrpolicy.model import PolicyRecord


def records_to_read(path: Path) -> tuple[PolicyRecord, ...]:
    """Return every record at ``path`` of which anything can be read.

    If a record cannot be read in full, standard error says so, with the errors in the way.
    Raises InputError when there is no record to read.
    """
    records: list[PolicyRecord] = []
    files = codec.find_records(path)
    for file in files:
        reading = codec.read(file)
        records += reading.records
        errors = [finding for finding in reading.findings if finding.is_error]
        for finding in errors:
            print_finding(finding, err=True)
        if errors:
            shown = "is shown without it" if reading.records else "cannot be shown"
            click.echo(f"{printable(str(file))} cannot be read in full and {shown}.", err=True)
    if not records:
        message = "None of these records can be read." if files else f"{path} holds no records."
        raise InputError(
            message, hint=None if files else "Begin a record with: ssrpolicy new LETTER.txt"
        )
    return tuple(records)
