"""Groups of commands that know what was probably meant by a name that they do not have."""

from collections.abc import Mapping
from typing import Any

import click


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
        if ctx.resilient_parsing or name.startswith("-") or self.get_command(ctx, name):
            return super().resolve_command(ctx, args)
        raise click.UsageError(f"There is no command {name!r}. {self._instead(ctx, name)}", ctx)

    def _instead(self, ctx: click.Context, name: str) -> str:
        # Only a slip needs it, and every command starts without it.
        from difflib import get_close_matches  # noqa: PLC0415

        names = self.list_commands(ctx)
        known = {each: each for each in names} | self._meant
        if close := get_close_matches(name.casefold(), known, n=1):
            return f"Did you mean `{ctx.command_path} {known[close[0]]}`?"
        return f"There are: {', '.join(names)}."
