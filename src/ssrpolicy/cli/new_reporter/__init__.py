"""``ssrpolicy new-reporter``: a distribution of a reporter to start from."""

import shlex
from pathlib import Path

import click

from ssrpolicy.cli.console import print_line
from ssrpolicy.cli.new_reporter.names import names_of
from ssrpolicy.cli.new_reporter.writing import write_distribution
from ssrpolicy.cli.parameters import example
from ssrpolicy.reporting import load_plugins


@click.command("new-reporter", epilog=example("ssrpolicy new-reporter action-list"))
@click.argument("name", metavar="NAME")
@click.argument("folder", type=click.Path(path_type=Path), metavar="[DIR]", required=False)
def command(name: str, folder: Path | None) -> None:
    """Make a distribution with a reporter NAME: a plugin that works, to be made yours.

    It has a pyproject.toml, its source, a README and tests, which pass as they are. DIR is by
    default a new folder named after it; what is there already is never written over.
    """
    names = names_of(name, taken=(r.name for r in load_plugins().reporters))
    target = Path(names.distribution) if folder is None else folder
    for file in write_distribution(names, target):
        print_line(f"Wrote {file}.")
    print_line()
    print_line("Next:")
    print_line(f"  cd {shlex.quote(str(target))}")
    print_line("  python -m pip install --editable '.[check]'")
    print_line("  python -m pytest")
    print_line(f"  ssrpolicy report RECORD --to {names.name} --output report.txt")
