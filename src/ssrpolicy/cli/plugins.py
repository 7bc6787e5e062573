"""``ssrpolicy plugins``: what is installed, what it offers, and what failed and why."""

from pathlib import Path

import click

from ssrpolicy.cli.console import print_line
from ssrpolicy.cli.parameters import plugin_options
from ssrpolicy.reporting import OfferedReporter, Option, Plugin, load_plugins, options_of


@click.command("plugins")
@click.argument("name", required=False, metavar="[NAME]")
@plugin_options
def command(name: str | None, strict_plugins: bool, plugins_dir: Path | None) -> None:
    """List the plugins: their distribution and version, what they offer, what failed and why.

    With NAME, show one reporter with its options.
    """
    registry = load_plugins(plugins_dir=plugins_dir, strict=strict_plugins)
    if name is not None:
        _print_reporter(registry.reporter(name))
        return
    if not registry.plugins:
        packages = "ssrpolicy-excel, -html, -json and -word"
        print_line(f"No plugins are installed. Reporters come as {packages}.")
    for plugin in registry.plugins:
        _print_plugin(plugin)


def _print_plugin(plugin: Plugin) -> None:
    print_line(f"{plugin.origin}{' (disabled)' if plugin.disabled else ''}")
    for offered in plugin.reporters:
        print_line(f"  reporter {offered.name} (.{offered.suffix}): {offered.summary}")
        for option in options_of(offered.options):
            print_line(f"    -o {option.key}: {option.help}")
    for rule in plugin.rules:
        print_line(f"  rule {rule.code} ({rule.severity}): {rule.summary}")
    for use in plugin.outdated:
        print_line(f"  outdated: {use}")
    for failure in plugin.failures:
        print_line(f"  failed: {failure.what}: {failure.cause}")


def _print_reporter(offered: OfferedReporter) -> None:
    print_line(f"{offered.name} (.{offered.suffix}, {offered.media_type}), from {offered.origin}")
    print_line(offered.summary)
    options = options_of(offered.options)
    print_line()
    print_line("Options:" if options else "It has no options.")
    for option in options:
        print_line(f"  -o {option.key}=...")
        print_line(f"      {option.help}")
        print_line(f"      Takes {option.takes}; {_default(option)} if left out.")


def _default(option: Option) -> str:
    default = option.default
    if isinstance(default, bool):
        return "yes" if default else "no"
    if isinstance(default, tuple):
        default = ",".join(map(str, default))
    return "nothing" if default in (None, "") else str(default)
