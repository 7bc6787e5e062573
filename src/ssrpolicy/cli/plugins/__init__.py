"""``ssrpolicy plugins``: what is installed, what it offers, and what failed and why."""

from pathlib import Path

import click

from ssrpolicy.cli.console import print_json, print_line
from ssrpolicy.cli.external import external_commands
from ssrpolicy.cli.parameters import format_option, plugin_options
from ssrpolicy.cli.plugins.data import plugin_as_json, reporter_as_json, rule_as_json
from ssrpolicy.cli.plugins.listing import (
    print_commands,
    print_plugin,
    print_settings_file,
    print_steps,
)
from ssrpolicy.cli.plugins.pages import print_reporter, print_rule, print_whole
from ssrpolicy.cli.settings import load_registry, read_settings
from ssrpolicy.messages import _
from ssrpolicy.reporting import OfferedReporter, Plugin


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

    With NAME, show one reporter with its options, one rule with its page, or all that one
    distribution offers.
    """
    settings = read_settings([Path()])
    registry = load_registry(settings, plugins_dir=plugins_dir, strict=strict_plugins)
    as_json = output_format == "json"
    if name is not None:
        found = registry.named(name)
        if isinstance(found, OfferedReporter):
            print_json(reporter_as_json(found)) if as_json else print_reporter(found)
        elif isinstance(found, Plugin):
            print_json(plugin_as_json(found, trace=trace)) if as_json else print_whole(found)
        else:
            print_json(rule_as_json(found)) if as_json else print_rule(found)
        if trace and not as_json:
            print_line()
            print_steps(registry.offering(found))
        return
    if as_json:
        plugins = [plugin_as_json(each, trace=trace) for each in registry.plugins]
        print_json(
            {
                "settings": settings.to_json(),
                "plugins": plugins,
                "commands": [
                    {"name": name, "distribution": each.distribution, "version": each.version}
                    for name, offered in external_commands().items()
                    for each in offered
                ],
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
    print_commands()
    print_settings_file(settings)
