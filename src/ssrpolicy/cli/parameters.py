"""Arguments and options that several subcommands share."""

import datetime as dt
from pathlib import Path

import click

from ssrpolicy.cli.values import DATE
from ssrpolicy.model import LANGUAGES

path_argument = click.argument("path", type=click.Path(path_type=Path), metavar="PATH")
paths_argument = click.argument(
    "paths", type=click.Path(path_type=Path), nargs=-1, required=True, metavar="PATH..."
)
as_of_option = click.option(
    "--as-of",
    type=DATE,
    metavar="DATE",
    help="The day as of which statuses are reported; today if left out.",
)
language_option = click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default="nl",
    show_default=True,
    help="The language of labels and summaries.",
)
format_option = click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="What is printed: text for people, or JSON for programs.",
)

plugins_dir_option = click.option(
    "--plugins-dir",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="A folder of single-file plugins to use too.",
)
strict_plugins_option = click.option(
    "--strict-plugins", is_flag=True, help="Stop when any plugin cannot be used."
)


def example(*lines: str) -> str:
    """Return an example for the end of a command's help, its lines as they are."""
    # The first character tells click to leave the lines alone.
    return "\b\nFor example:\n" + "\n".join(f"  {line}" for line in lines)


def today_said(given: dt.date | None, words: str = "As of today") -> dt.date:
    """Return the day given; or today, which is then reported on standard error."""
    if given is not None:
        return given
    today = dt.date.today()  # noqa: DTZ011 - the user's own day is meant
    click.echo(f"{words}, {today.isoformat()}.", err=True)
    return today
