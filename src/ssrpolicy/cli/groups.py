"""Commands under one name: found by their names, and listed, in the language that is spoken."""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType
from typing import Any

import click

from ssrpolicy.cli.language import follow_option, in_own_words
from ssrpolicy.messages import Catalogue, _

EXTERNAL = "ssrpolicy.cli.external"
"""The key, in click's context, of the plugin whose command runs."""


class Group(click.Group):
    """Commands under one name; one that is not there is refused with the nearest.

    ``meant`` says what stands for words that people try: ``commitment`` is what
    ``statement --kind commitment`` adds.
    """

    def __init__(self, *given: Any, meant: Mapping[str, str] | None = None, **more: Any) -> None:
        super().__init__(*given, **more)
        self._meant = dict(meant or {})

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the first word names; or refuse it, with what would work."""
        name = args[0]
        # What looks like an option is refused as one.
        if ctx.resilient_parsing or name.startswith("-"):
            return super().resolve_command(ctx, args)
        command = self.get_command(ctx, name)
        if command is not None:
            follow_option(command, args[1:])
            return name, in_own_words(command, _own_catalogue(ctx)), args[1:]
        wrong = _("No command is called {name!r}.", name=name)
        raise click.UsageError(f"{wrong} {self._instead(ctx, name)}", ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands, each with its line, in the language that is spoken."""
        commands = [self.get_command(ctx, name) for name in self.list_commands(ctx)]
        shown = [in_own_words(each, _own_catalogue(ctx)) for each in commands if each]
        rows = [(each.name or "", each.get_short_help_str(formatter.width)) for each in shown]
        with formatter.section(_("Commands")):
            formatter.write_dl(rows)

    def _instead(self, ctx: click.Context, name: str) -> str:
        from ssrpolicy.similar import most_like  # noqa: PLC0415 - loaded only where something is wrong

        names = self.list_commands(ctx)
        known = {each: each for each in names} | self._meant
        if close := most_like(name.casefold(), known, n=1):
            meant = f"{ctx.command_path} {known[close[0]]}"
            return _("Did you mean `{meant}`?", meant=meant)
        return _("There are: {names}.", names=", ".join(names))


def _own_catalogue(ctx: click.Context) -> Catalogue | None:
    """Return the catalogue of the plugin whose command runs, if it is one of a plugin."""
    entry_point = ctx.meta.get(EXTERNAL)
    return None if entry_point is None else external().catalogue_of(entry_point)


def external() -> ModuleType:
    """Return the module that finds the commands of plugins: built-in ones start without it."""
    from ssrpolicy.cli import external  # noqa: PLC0415 - as above

    return external
