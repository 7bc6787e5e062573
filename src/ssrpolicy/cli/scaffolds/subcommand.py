"""``ssrpolicy new-command``: a distribution of a command to start from."""

from pathlib import Path

import click

from ssrpolicy.cli.external import external_commands
from ssrpolicy.cli.main import BUILT_IN
from ssrpolicy.cli.parameters import example
from ssrpolicy.cli.scaffolds.making import make
from ssrpolicy.errors import OptionError
from ssrpolicy.messages import _


@click.command("new-command", epilog=example("ssrpolicy new-command per-ministry"))
@click.argument("name", metavar="NAME")
@click.argument("folder", type=click.Path(path_type=Path), metavar="[DIR]", required=False)
def command(name: str, folder: Path | None) -> None:
    """Make a distribution with a command NAME: a plugin that works, to be made yours.

    It has a pyproject.toml, its source, a README and tests, which pass as they are. DIR is by
    default a new folder named after it; what is there already is never written over.
    """
    if name in BUILT_IN:
        raise OptionError(
            _("ssrpolicy has a command {name!r} itself, which goes before one of a plugin.",
              name=name),
            hint=_("Name yours for what is its own, such as acme-{name}.", name=name),
        )  # fmt: skip
    then = f"ssrpolicy {name} RECORD"
    make(name, folder, kind="command_distribution", taken=external_commands(), then=then)
