"""``ssrpolicy plugins``: what is installed, what it offers, and what failed and why."""

from pathlib import Path

import click

from ssrpolicy.cli.console import print_line
from ssrpolicy.cli.parameters import plugins_dir_option, strict_plugins_option
from ssrpolicy.reporting import OfferedReporter, Option, Plugin, load_plugins, options_of


@click.command("plugins")
@click.argument("name", required=False, metavar="[NAME]")
@strict_plugins_option
@plugins_dir_option
def command(name: str | None, strict_plugins: bool, plugins_dir: Path | None) -> None:
    """List the plugins: their distribution and version, what they offer, what failed and why.

    With NAME, show one reporter with its options.
    """
    registry = load_plugins(plugins_dir=plugins_dir, strict=strict_plugins)
    if name is not None:
        _print_reporter(registry.reporter(name))
        return
    if not registry.plugins:
        print_line(
            "No plugins are installed. Reporters come as ssrpolicy-excel, -html, -json and -word."
        )
    for plugin in registry.plugins:
        _print_plugin(plugin)


def _print_plugin(plugin: Plugin) -> None:
    off = " (disabled)" if plugin.disabled else ""
    print_line(f"{plugin.origin}{off}")
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
    if option.default in (None, ()):
        return "nothing"
    if isinstance(option.default, bool):
        return "yes" if option.default else "no"
    if isinstance(option.default, tuple):
        return ",".join(str(each) for each in option.default)
    return str(option.default)
