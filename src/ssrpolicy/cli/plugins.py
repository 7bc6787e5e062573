"""``ssrpolicy plugins``: what is installed, what it offers, and what failed and why."""

from pathlib import Path

import click

from ssrpolicy.cli.console import print_line
from ssrpolicy.cli.parameters import plugin_options
from ssrpolicy.messages import Catalogue, _
from ssrpolicy.reporting import OfferedReporter, Option, Plugin, load_plugins


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
        packages = _("ssrpolicy-excel, -html, -json and -word")
        print_line(_("No plugins are installed. Reporters come as {packages}.", packages=packages))
        print_line(_("Readers come as {package}.", package="ssrpolicy-sources"))
    for plugin in registry.plugins:
        _print_plugin(plugin)


def _print_plugin(plugin: Plugin) -> None:
    print_line(f"{plugin.origin}{_(' (disabled)') if plugin.disabled else ''}")
    for offered in plugin.reporters:
        reporter = _("reporter {name}", name=offered.name)
        said = _catalogue(offered)
        print_line(f"  {reporter} (.{offered.suffix}): {said(offered.summary)}")
        for option in offered.all_options:
            print_line(f"    -o {option.key}: {said(option.help)}")
    for reader in plugin.readers:
        files = ", ".join(f".{suffix}" for suffix in reader.suffixes)
        said = Catalogue(type(reader.reader).__module__.partition(".")[0])
        print_line(f"  {_('reader {name}', name=reader.name)} ({files}): {said(reader.summary)}")
    for rule in plugin.rules:
        print_line(f"  {_('rule {code}', code=rule.code)} ({rule.severity}): {rule.summary}")
    for use in plugin.outdated:
        print_line(f"  {_('outdated: {use}', use=use)}")
    for sentence in plugin.blamed:
        print_line(f"  {sentence}")
    for failure in plugin.failures:
        print_line(f"  {_('failed: {what}', what=failure.what)}: {failure.cause}")


def _print_reporter(offered: OfferedReporter) -> None:
    origin = _("from {origin}", origin=offered.origin)
    print_line(f"{offered.name} (.{offered.suffix}, {offered.media_type}), {origin}")
    said = _catalogue(offered)
    print_line(said(offered.summary))
    print_line()
    print_line(_("Options:"))
    for option in offered.all_options:
        print_line(f"  -o {option.key}=...")
        print_line(f"      {said(option.help)}")
        takes = _(
            "Takes {takes}; {default} if left out.", takes=option.takes, default=_default(option)
        )
        print_line(f"      {takes}")


def _catalogue(offered: OfferedReporter) -> Catalogue:
    """Return the catalogue of the package that a reporter is from, if it has one."""
    return Catalogue(type(offered.reporter).__module__.partition(".")[0])


def _default(option: Option) -> str:
    default = option.default
    if isinstance(default, bool):
        return _("yes") if default else _("no")
    if isinstance(default, tuple):
        default = ",".join(map(str, default))
    return _("nothing") if default in (None, "") else str(default)
