"""Commands of plugins: their names, and one of them loaded when it is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import click

from ssrpolicy.cli.settings import nearest
from ssrpolicy.entry_points import (
    COMMANDS,
    DISABLE_PLUGINS,
    EntryPoint,
    enabled,
    entry_points,
    same_name,
)
from ssrpolicy.errors import InputError, PluginError
from ssrpolicy.messages import Catalogue, _


class OfferedCommand(NamedTuple):
    """A command of a plugin, and what switches it off: the variable, or a settings file."""

    entry_point: EntryPoint
    disabled_by: str | None


def all_commands(*, strict: bool = False) -> list[OfferedCommand]:
    """Return every command of plugins in order of their names, those switched off included.

    Nothing is imported. Settings of the working folder that cannot be read disable nothing; with
    ``strict`` they raise InputError.
    """
    file, disabled = _disabled(strict=strict)
    variable = set(enabled(COMMANDS))
    found = []
    for each in sorted(entry_points(COMMANDS), key=lambda offered: offered.name):
        by = None if each in variable else DISABLE_PLUGINS
        if by is None and disabled & {same_name(each.distribution), same_name(each.name)}:
            by = str(file)
        found.append(OfferedCommand(each, by))
    return found


def external_commands(*, strict: bool = False) -> dict[str, list[EntryPoint]]:
    """Return the commands of plugins, in order of their names, with every distribution of each.

    Distributions that SSRPOLICY_DISABLE_PLUGINS names are left out, and those that the settings of
    the working folder disable.
    """
    found: dict[str, list[EntryPoint]] = {}
    for each, by in all_commands(strict=strict):
        if by is None:
            found.setdefault(each.name, []).append(each)
    return found


def command_named(name: str) -> list[EntryPoint]:
    """Return the commands of plugins with a name, of which there may be none, to load one.

    Raises PluginError where the settings of the working folder disable it, InputError where these
    cannot be read.
    """
    offered = [each for each in enabled(COMMANDS) if each.name == name]
    if not offered:
        return []
    left = external_commands(strict=True).get(name, [])
    if not left:
        file, _names = _disabled(strict=True)
        raise PluginError(
            _(
                "The command {name} of {origin} is disabled by {file}.",
                name=name,
                origin=offered[0].origin,
                file=file,
            ),
            hint=_("Take it out of disable there, or run it in another folder."),
        )
    return left


def _disabled(*, strict: bool) -> tuple[Path | None, set[str]]:
    """Return the settings file of the working folder, and the names that it disables."""
    if nearest(Path.cwd()) is None:
        return None, set()
    from ssrpolicy.cli.settings import read_settings  # noqa: PLC0415 - most folders have none

    try:
        settings = read_settings((Path.cwd(),))
    except InputError:
        if strict:
            raise
        return None, set()
    return settings.file, set(map(same_name, settings.disable))


def offered_by(name: str) -> list[OfferedCommand]:
    """Return the commands with this name, or those that the distribution of this name offers."""
    every = all_commands()
    return [each for each in every if each.entry_point.name == name] or [
        each for each in every if same_name(each.entry_point.distribution) == same_name(name)
    ]


def load_external(name: str, offered: list[EntryPoint]) -> click.Command:
    """Import the command of a plugin; raises PluginError where that fails, or two have the name."""
    if len(offered) > 1:
        raise PluginError(
            _(
                "{number} distributions offer a command {name!r}: {names}.",
                number=len(offered),
                name=name,
                names=", ".join(each.origin for each in offered),
            ),
            hint=_("Uninstall one of them, or name it in SSRPOLICY_DISABLE_PLUGINS."),
        )
    from ssrpolicy.reporting import PluginFault, isolated  # noqa: PLC0415 - loaded only where a command of a plugin runs

    (entry_point,) = offered
    try:
        with isolated():
            command = entry_point.load()
    except PluginFault as fault:
        raise failed(entry_point, str(fault)) from fault.__cause__
    if not isinstance(command, click.Command):
        cause = _("it is {found!r:.80}, not a click command", found=command)
        raise failed(entry_point, cause)
    return command


def failed(entry_point: EntryPoint, cause: str) -> PluginError:
    """Return the error that a command of a plugin failed, and why."""
    from ssrpolicy.reporting import PluginFault  # noqa: PLC0415 - loaded only where a command of a plugin runs

    return PluginError(
        _(
            "The command {name} of {origin} failed: {cause}.",
            name=entry_point.name,
            origin=entry_point.origin,
            cause=cause,
        ),
        hint=PluginFault().hint,
    )


def catalogue_of(entry_point: EntryPoint) -> Catalogue:
    """Return the catalogue of the package that a command is from, if it has one."""
    return Catalogue(entry_point.target.partition(":")[0].strip().partition(".")[0])
