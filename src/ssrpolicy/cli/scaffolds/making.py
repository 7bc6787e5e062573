"""What ``new-reader``, ``new-drafter`` and ``new-command`` do: look at a name, and write files."""

import shlex
from collections.abc import Iterable
from pathlib import Path

from ssrpolicy.cli.console import print_line
from ssrpolicy.cli.scaffolds import LONGEST, NAME, PREFIX, name_instead, write_distribution
from ssrpolicy.errors import OptionError
from ssrpolicy.messages import _


def make(name: str, folder: Path | None, *, kind: str, taken: Iterable[str], then: str) -> None:
    """Write a distribution of a kind, and print what comes next.

    Raises OptionError for a name of another form, or one that is ``taken``.
    """
    if not NAME.fullmatch(name) or len(name) > LONGEST or name.startswith(PREFIX):
        raise OptionError(
            _("{name!r:.80} cannot be a plugin's name.", name=name), hint=name_instead(name)
        )
    if name.startswith("test"):
        raise OptionError(
            _(
                "{name!r} cannot be a plugin's name: pytest would take its classes for tests.",
                name=name,
            ),
            hint=_("Name it for what it reads, proposes or prints, such as mail or promises."),
        )
    if name in taken:
        raise OptionError(
            _("There is a plugin {name!r} already.", name=name),
            hint=_("Name yours for what is its own, such as acme-{name}.", name=name),
        )
    target = Path(f"{PREFIX}{name}") if folder is None else folder
    for file in write_distribution(name, target, kind=kind):
        print_line(_("Wrote {file}.", file=file))
    print_line()
    print_line(_("Next:"))
    print_line(f"  cd {shlex.quote(str(target))}")
    print_line("  python -m pip install --editable '.[check]'")
    print_line("  python -m pytest")
    print_line(f"  {then}")
