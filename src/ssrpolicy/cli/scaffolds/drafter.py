"""``ssrpolicy new-drafter``: a distribution of a drafter to start from."""

from pathlib import Path

import click

from ssrpolicy.cli.parameters import example
from ssrpolicy.cli.scaffolds.making import make
from ssrpolicy.reporting import load_plugins


@click.command("new-drafter", epilog=example("ssrpolicy new-drafter promises"))
@click.argument("name", metavar="NAME")
@click.argument("folder", type=click.Path(path_type=Path), metavar="[DIR]", required=False)
def command(name: str, folder: Path | None) -> None:
    """Make a distribution with a drafter NAME: a plugin that works, to be made yours.

    It has a pyproject.toml, its source, a README and tests, which pass as they are. DIR is by
    default a new folder named after it; what is there already is never written over.
    """
    then = f"ssrpolicy draft RECORD --drafter {name}"
    taken = {"cues", *(each.name for each in load_plugins().drafters)}
    make(name, folder, kind="drafter_distribution", taken=taken, then=then)
