"""One reporter with its options, or one rule with its page, as text for people."""

from ssrpolicy.cli.console import print_line
from ssrpolicy.cli.plugins.listing import print_faults
from ssrpolicy.cli.plugins.words import catalogue_of, default_of
from ssrpolicy.messages import _
from ssrpolicy.reporting import OfferedReporter, Plugin, Rule


def print_reporter(offered: OfferedReporter) -> None:
    """Print what a reporter says of itself, and each of its options."""
    origin = _("from {origin}", origin=offered.origin)
    print_line(f"{offered.name} (.{offered.suffix}, {offered.media_type}), {origin}")
    said = catalogue_of(offered)
    print_line(said(offered.summary))
    print_line()
    print_line(_("Options:"))
    for option in offered.all_options:
        print_line(f"  -o {option.key}=...")
        print_line(f"      {said(option.help)}")
        takes = _(
            "Takes {takes}; {default} if left out.", takes=option.takes, default=default_of(option)
        )
        print_line(f"      {takes}")


def print_rule(rule: Rule) -> None:
    """Print a rule's code, its severity and its reference page."""
    print_line(f"{rule.code} ({rule.severity})")
    print_line()
    print_line(rule.page)


def print_whole(plugin: Plugin) -> None:
    """Print all that a plugin offers, each with its page."""
    print_line(f"{plugin.origin}{_(' (disabled)') if plugin.disabled else ''}")
    for offered in plugin.reporters:
        print_line()
        print_reporter(offered)
    for rule in plugin.rules:
        print_line()
        print_rule(rule)
    print_faults(plugin)
