"""The records that lists and searches are about: those below some paths, or a database."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

import click
from attrs import frozen

from ssrpolicy.cli.across.reading import RecordsRead, read_records
from ssrpolicy.cli.console import print_finding
from ssrpolicy.cli.main import EXIT_ERRORS_IN_RECORDS
from ssrpolicy.databases import Database, open_database
from ssrpolicy.messages import _
from ssrpolicy.model import PolicyRecord
from ssrpolicy.selection import Selection
from ssrpolicy.views import Found, Listing, ListKind, listing, search

F = TypeVar("F", bound=Callable[..., Any])
_VARIABLE = "SSRPOLICY_DATABASE"


@frozen
class Folders:
    """Records below some paths, read when they are asked."""

    read: RecordsRead

    def listing(self, kind: ListKind, selection: Selection, **how: Any) -> Listing:
        """Return a list of the records."""
        return listing(self.read.records, kind, selection, **how)

    def search(self, words: str, selection: Selection, **how: Any) -> Found:
        """Return where words stand in the records."""
        return search(self.read.records, words, selection, **how)

    def naming(self, _selection: Selection) -> Sequence[PolicyRecord]:
        """Return the records, which give codes their names."""
        return self.read.records

    def print_problems(self) -> None:
        """Print what is wrong on standard error."""
        self.read.print_problems()

    def problems(self) -> list[dict[str, object]]:
        """Return what is wrong as JSON has it."""
        return self.read.to_plain()


@frozen
class InDatabase:
    """Records in a database, which a distribution opens."""

    database: Database

    def listing(self, kind: ListKind, selection: Selection, **how: Any) -> Listing:
        """Return a list of the records."""
        return self.database.listing(kind, selection, **how)

    def search(self, words: str, selection: Selection, **how: Any) -> Found:
        """Return where words stand in the records."""
        return self.database.search(words, selection, **how)

    def naming(self, selection: Selection) -> Sequence[PolicyRecord]:
        """Return records that give the codes of a selection their names."""
        return self.database.naming(selection)

    def print_problems(self) -> None:
        """Print what is wrong on standard error."""
        for finding in self.database.findings:
            print_finding(finding, err=True)

    def problems(self) -> list[dict[str, object]]:
        """Return what is wrong as JSON has it."""
        return [{**each.to_json(), **each.location.to_json()} for each in self.database.findings]


Asked: TypeAlias = Folders | InDatabase
"""What answers lists and searches, and says what is wrong with the records of which it does."""


def asked_option(function: F) -> F:
    """Add arguments PATH and ``--database``, given as ``paths`` and ``database``; see `asked`."""
    kind = click.Path(path_type=Path)
    function = click.option(
        "--database",
        metavar="ADDRESS",
        help="A register to ask instead of folders: a file, or postgresql://USER@HOST/NAME. "
        "SSRPOLICY_DATABASE names one for where no PATH is given.",
    )(function)
    return click.argument("paths", type=kind, nargs=-1, metavar="[PATH...]")(function)


def exit_with_problems(records: Asked) -> None:
    """End with exit code 1 where something is wrong with the files of the records."""
    if records.problems():
        raise click.exceptions.Exit(EXIT_ERRORS_IN_RECORDS)


def asked(paths: tuple[Path, ...], database: str | None) -> Asked:
    """Return what is asked: the records below the paths, or else the database.

    Raises UsageError where neither is given, or both; InputError where they hold no records.
    """
    if paths and database is not None:
        raise click.UsageError(_("Give folders or --database, not both."))
    if paths:
        return Folders(read_records(paths))
    address = os.environ.get(_VARIABLE, "") if database is None else database
    if not address:
        raise click.UsageError(_("Name the folder of the records, or a register with --database."))
    return InDatabase(open_database(address))
