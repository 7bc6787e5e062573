"""``ssrpolicy new-rule``: a distribution of a rule to start from."""

import shlex
from collections.abc import Iterable
from pathlib import Path

import click

from ssrpolicy.cli.console import print_line
from ssrpolicy.cli.parameters import example
from ssrpolicy.cli.scaffolds import LONGEST, NAME, PREFIX, write_distribution
from ssrpolicy.errors import OptionError
from ssrpolicy.messages import _
from ssrpolicy.reporting import load_plugins


@click.command("new-rule", epilog=example("ssrpolicy new-rule summary-long"))
@click.argument("name", metavar="NAME")
@click.argument("folder", type=click.Path(path_type=Path), metavar="[DIR]", required=False)
def command(name: str, folder: Path | None) -> None:
    """Make a distribution with a rule of the code NAME: a plugin that works, to be made yours.

    It has a pyproject.toml, its source, a README and tests, which pass as they are. DIR is by
    default a new folder named after it; what is there already is never written over.
    """
    _refuse_code(name, taken=(rule.code for rule in load_plugins().rules))
    target = Path(f"{PREFIX}{name}") if folder is None else folder
    for file in write_distribution(name, target, kind="rule_distribution"):
        print_line(_("Wrote {file}.", file=file))
    print_line()
    print_line(_("Next:"))
    print_line(f"  cd {shlex.quote(str(target))}")
    print_line("  python -m pip install --editable '.[check]'")
    print_line("  python -m pytest")
    print_line("  ssrpolicy check RECORD")


def _refuse_code(name: str, taken: Iterable[str]) -> None:
    """Raise OptionError where a rule cannot have a code: it is of another form, or taken."""
    if not NAME.fullmatch(name) or "-" not in name or len(name) > LONGEST:
        raise OptionError(
            _("{name!r:.80} cannot be a rule's code.", name=name),
            hint=_(
                "A code is two or more lower-case words with hyphens between them, of at most "
                "{longest} characters, such as summary-long.",
                longest=LONGEST,
            ),
        )
    from ssrpolicy.rules import PORTFOLIO_RULES, RULES  # noqa: PLC0415 - only this command needs it

    if name in {*(each.code for each in (*RULES, *PORTFOLIO_RULES)), *taken}:
        raise OptionError(
            _("There is a rule {name!r} already.", name=name),
            hint=_("Begin the code with a name of your own, such as {name}.", name=f"acme-{name}"),
        )
