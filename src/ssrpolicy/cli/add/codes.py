"""``ssrpolicy add party`` and its like: codes of the record's own, which no code list has."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from ssrpolicy.cli.add.entries import append
from ssrpolicy.cli.add.options import ask, needed, several, text_options, value
from ssrpolicy.cli.parameters import path_argument, writing_options
from ssrpolicy.cli.values import CODE, EDTF
from ssrpolicy.editing import record_to_edit
from ssrpolicy.model import Code, Framework, Party, Place, Sector


def _command(
    name: str,
    cls: type[Code],
    short_help: str,
    help: str,  # noqa: A002 - click calls the argument so
    id: str,
    *more: Callable[[Any], Any],
) -> click.Command:
    def add_code(path: Path, **given: Any) -> None:
        record = record_to_edit(path)
        ask(record, given, "id", "name")
        append(path, record, cls, given, given["id"])

    for option in reversed(
        (
            path_argument,
            needed("--id", id, type=CODE, metavar="CODE"),
            text_options("name", "Its name", asked=True),
            several("--alias", "aliases", "Another spelling", metavar="NAME", of=str),
            value("--valid-from", "DATE", "When it began, such as 2007.", type=EDTF),
            value("--valid-until", "DATE", "When it ended, such as 2016.", type=EDTF),
            several("--successor", "successors", "What came in its place", metavar="CODE", of=CODE),
            *more,
            writing_options,
        )
    ):
        option(add_code)
    return click.command(name, short_help=short_help, help=help)(add_code)


add_party = _command(
    "party",
    Party,
    "Add a party that the code list lacks.",
    "Add somebody who acts, and whom the code list lacks, to the record at PATH: an organisation, "
    "a minister, a member.",
    "The party's code in this record, such as peters",
    value("--part-of", "CODE", "The party to which it belongs, such as nl-bz.", type=CODE),
)
add_place = _command(
    "place",
    Place,
    "Add a place that the code list lacks.",
    "Add a place that the code list lacks to the record at PATH.",
    "The place's code in this record, such as uruzgan",
)
add_sector = _command(
    "sector",
    Sector,
    "Add a sector that the code list lacks.",
    "Add a part of the security sector, or of another policy field, that the code list lacks to "
    "the record at PATH.",
    "The sector's code in this record, such as customs",
)
add_framework = _command(
    "framework",
    Framework,
    "Add a policy framework that the code list lacks.",
    "Add a policy framework that the code list lacks to the record at PATH.",
    "The framework's code in this record, such as gender-action-plan",
)
