"""``ssrpolicy register``: a database of many records, built from folders and asked by others."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from ssrpolicy.commands import (
    EXIT_ERRORS_IN_RECORDS,
    Group,
    example,
    format_option,
    paths_argument,
    plugins_dir_option,
    print_finding,
    print_json,
    print_line,
    today,
    tracked,
)
from ssrpolicy_register.messages import _, ngettext

DATABASE = "register.sqlite"
"""The file that is used where no database is named."""


@click.group("register", cls=Group, short_help="Keep many records in a database.")
def register() -> None:
    """Keep many records in a database: SQLite in a file, or PostgreSQL on a server.

    Records stay what they are; a register is made of them, and can be made again at any time.
    """


def _database_option(function: click.decorators.FC) -> click.decorators.FC:
    return click.option(
        "--database",
        metavar="ADDRESS",
        envvar="SSRPOLICY_DATABASE",
        default=DATABASE,
        show_default=True,
        help="A file, or postgresql://USER@HOST/NAME; SSRPOLICY_DATABASE says the same.",
    )(function)


@register.command(
    short_help="Bring a register up to date with folders of records.",
    epilog=example(
        "ssrpolicy register build records",
        "ssrpolicy list commitments --database register.sqlite --overdue",
    ),
)
@paths_argument
@_database_option
@click.option(
    "--source",
    metavar="NAME",
    help="A name for these folders: what has gone from them is removed under this name only, so "
    "that each machine can build its own part. Without it each PATH is a name of its own.",
)
@click.option(
    "--every-byte",
    is_flag=True,
    help="Compare the bytes of every file. Else a file is not read that has the size, times and "
    "inode that it had.",
)
@click.option("--yes", is_flag=True, help="Allow more than half of a source to be removed.")
@plugins_dir_option
def build(
    paths: tuple[Path, ...],
    database: str,
    source: str | None,
    every_byte: bool,  # noqa: FBT001 - click gives it by name
    yes: bool,  # noqa: FBT001 - click gives it by name
) -> None:
    """Bring a register up to date with the records at each PATH: what changed is read again.

    One that is not there yet is made. A record that can no longer be read stays as it was, and is
    reported. The exit code is 1 where something is wrong with a file.
    """
    from ssrpolicy_register.building.build import build  # noqa: PLC0415 - it loads SQLAlchemy, which --help does without
    from ssrpolicy_register.building.sources import Source  # noqa: PLC0415 - it loads SQLAlchemy, which --help does without
    from ssrpolicy_register.database.stores import store_at  # noqa: PLC0415 - it loads SQLAlchemy, which --help does without

    store = store_at(database)
    built = build(
        store,
        Source.of(paths, source),
        today=today(),
        may_remove=yes,
        every_byte=every_byte,
        tracked=tracked,
    )
    for finding in built.findings:
        print_finding(finding, err=True)
    held = ngettext("{number} record", "{number} records", built.records)
    parts = [
        ngettext("{number} file read", "{number} files read", built.read),
        _("{number} unchanged", number=built.unchanged),
        _("{number} removed", number=built.removed),
    ]
    print_line(f"{store.shown}: {held} ({', '.join(parts)}).")
    if built.problems:
        counted = ngettext("{number} problem", "{number} problems", built.problems)
        # Without --database the command looks in this one anyway.
        naming = "" if database == DATABASE else f" --database {shlex.quote(store.shown)}"
        print_line(
            _(
                "{problems} in its files: ssrpolicy register info{database}",
                problems=counted,
                database=naming,
            ),
            err=True,
        )
        raise click.exceptions.Exit(EXIT_ERRORS_IN_RECORDS)


class _Info(click.Command):
    """The command ``info``, whose refusal of a path names the option for a database."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options; raises UsageError for anything else, with what was meant."""
        given = tuple(args)
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            named = next((each for each in given if not each.startswith("-")), None)
            if isinstance(error, click.NoSuchOption | click.BadParameter) or named is None:
                raise
            meant = _("Name a database with --database {address}", address=shlex.quote(named))
            raise click.UsageError(f"{error.format_message()} {meant}", ctx) from None


@register.command(cls=_Info, short_help="Say of what and when a register was made.")
@_database_option
@format_option
def info(database: str, output_format: str) -> None:
    """Say of what and when a register was made, and what is wrong with its files."""
    from ssrpolicy_register.asking.about import information  # noqa: PLC0415 - it loads SQLAlchemy, which --help does without

    found = information(database)
    if output_format == "json":
        print_json(found.to_plain())
        return
    for finding in found.findings:
        print_finding(finding, err=True)
    for name, value in found.lines():
        print_line(f"{name}: {value}")
