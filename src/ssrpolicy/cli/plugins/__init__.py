"""``ssrpolicy plugins``: what is installed, what it offers, and what failed and why."""

from collections.abc import Sequence
from pathlib import Path

import click

from ssrpolicy import drafting
from ssrpolicy.cli.console import print_json, print_line
from ssrpolicy.cli.external import OfferedCommand, all_commands, offered_by
from ssrpolicy.cli.parameters import format_option, plugin_options
from ssrpolicy.cli.plugins.data import (
    command_as_json,
    drafter_as_json,
    plugin_as_json,
    reader_as_json,
    reporter_as_json,
    rule_as_json,
)
from ssrpolicy.cli.plugins.listing import (
    print_commands,
    print_plugin,
    print_settings_file,
    print_steps,
)
from ssrpolicy.cli.plugins.pages import (
    print_drafter,
    print_reader,
    print_reporter,
    print_rule,
    print_whole,
)
from ssrpolicy.cli.settings import load_registry, read_settings
from ssrpolicy.errors import ReporterError
from ssrpolicy.messages import _, did_you_mean
from ssrpolicy.reporting import AnyRule, OfferedReporter, Plugin, Registry
from ssrpolicy.rules import PORTFOLIO_RULES, RULES
from ssrpolicy.similar import most_like


@click.command("plugins")
@click.argument("name", required=False, metavar="[NAME]")
@click.option(
    "--trace",
    is_flag=True,
    help="Also show how each plugin was read: which hook, from where, in how many milliseconds.",
)
@format_option
@plugin_options
def command(
    name: str | None,
    trace: bool,
    output_format: str,
    strict_plugins: bool,
    plugins_dir: Path | None,
) -> None:
    """List the plugins: their distribution and version, what they offer, what failed and why.

    With NAME, show one reporter or drafter with its options, one rule with its page, one reader,
    whose a command is, or all that one distribution offers.
    """
    settings = read_settings([Path()])
    registry = load_registry(settings, plugins_dir=plugins_dir, strict=strict_plugins)
    as_json = output_format == "json"
    if name is not None:
        _show(registry, name, as_json=as_json, trace=trace)
        return
    if as_json:
        plugins = [plugin_as_json(each, trace=trace) for each in registry.plugins]
        print_json(
            {
                "settings": settings.to_json(),
                "plugins": plugins,
                "commands": [command_as_json(each, trace=trace) for each in all_commands()],
            }
        )
        return
    if not registry.plugins:
        packages = _("ssrpolicy-excel, -html, -json and -word")
        print_line(_("No plugins are installed. Reporters come as {packages}.", packages=packages))
        print_line(_("Readers come as {package}.", package="ssrpolicy-sources"))
    for plugin in registry.plugins:
        print_plugin(plugin)
        if trace:
            print_steps(plugin)
    print_commands(all_commands(), trace=trace)
    print_settings_file(settings)


def _show(registry: Registry, name: str, *, as_json: bool, trace: bool) -> None:
    """Show what has a name: a reporter, drafter, rule, reader or command, or a distribution."""
    drafter = next((each for each in drafting.all_drafters(registry) if each.name == name), None)
    if drafter is not None:
        print_json(drafter_as_json(drafter)) if as_json else print_drafter(drafter)
        return
    built_in: tuple[AnyRule, ...] = (*RULES, *PORTFOLIO_RULES)
    rule = next((each for each in built_in if each.code == name), None)
    if rule is not None:
        print_json(rule_as_json(rule)) if as_json else print_rule(rule)
        return
    commands = offered_by(name)
    try:
        found = registry.named(name)
    except ReporterError as error:
        if not _show_reader_or_commands(registry, name, commands, as_json=as_json, trace=trace):
            raise _unknown(error, name, registry) from None
        return
    if isinstance(found, OfferedReporter):
        print_json(reporter_as_json(found)) if as_json else print_reporter(found)
    elif isinstance(found, Plugin):
        if as_json:
            whole = plugin_as_json(found, trace=trace)
            print_json(
                whole | {"commands": [command_as_json(each, trace=trace) for each in commands]}
            )
        else:
            print_whole(found)
            print_commands(commands, trace=trace)
    else:
        print_json(rule_as_json(found)) if as_json else print_rule(found)
    if trace and not as_json:
        print_line()
        print_steps(registry.offering(found))


def _show_reader_or_commands(
    registry: Registry, name: str, commands: Sequence[OfferedCommand], *, as_json: bool, trace: bool
) -> bool:
    """Show a reader, or commands, of a name that no reporter, rule or distribution has, if any."""
    reader = next((r for r in registry.readers if name in (r.name, r.full_name)), None)
    if reader is not None:
        print_json(reader_as_json(reader)) if as_json else print_reader(reader)
    elif commands and as_json:
        print_json([command_as_json(each, trace=trace) for each in commands])
    elif commands:
        print_commands(commands, trace=trace, named=True)
    return bool(reader or commands)


def _unknown(error: ReporterError, name: str, registry: Registry) -> ReporterError:
    """Return the error for a name that nothing has, with the nearest, and what else has names."""
    readers = sorted({each.name for each in registry.readers})
    drafters = [each.name for each in drafting.all_drafters(registry)]
    commands = list(dict.fromkeys(each.name for each, _disabled in all_commands()))
    others = {*readers, *drafters, *commands, *(r.code for r in (*RULES, *PORTFOLIO_RULES))}
    near = most_like(name, sorted(others), n=1)
    known = [each.name for each in registry.reporters]
    if near and most_like(name, [*known, *near], n=1) != near:
        near = []
    lines = [
        did_you_mean(near) if near else None,
        error.hint,
        _("Readers: {names}.", names=", ".join(readers)) if readers else None,
        _("Drafters: {names}.", names=", ".join(drafters)),
        _("Commands of plugins: {names}.", names=", ".join(commands)) if commands else None,
    ]
    return ReporterError(
        _(
            "No reporter, reader, drafter, rule, command or distribution is called {name!r:.80}.",
            name=name,
        ),
        hint="\n".join(filter(None, lines)),
    )
