"""One reporter with its options, or one rule with its page, as text for people."""

from collections.abc import Iterable

from ssrpolicy.cli.console import print_line
from ssrpolicy.cli.plugins.listing import print_faults, print_readers
from ssrpolicy.cli.plugins.words import catalogue_of, default_of, disabled_words
from ssrpolicy.messages import Catalogue, _
from ssrpolicy.reporting import (
    AnyRule,
    OfferedDrafter,
    OfferedReader,
    OfferedReporter,
    Option,
    Plugin,
    options_of,
)


def print_reporter(offered: OfferedReporter) -> None:
    """Print what a reporter says of itself, and each of its options."""
    origin = _("from {origin}", origin=offered.origin)
    print_line(f"{offered.name} (.{offered.suffix}, {offered.media_type}), {origin}")
    said = catalogue_of(offered)
    print_line(said(offered.summary))
    print_line()
    print_line(_("Options:"))
    _print_options(offered.all_options, "", said)


def print_drafter(offered: OfferedDrafter) -> None:
    """Print what a drafter says of itself, and each of its options."""
    origin = _("from {origin}", origin=offered.origin)
    print_line(f"{offered.name} ({', '.join(offered.languages)}), {origin}")
    said = catalogue_of(offered)
    print_line(said(offered.summary))
    if offered.all_options:
        print_line()
        print_line(_("Options:"))
        _print_options(offered.all_options, "", said)


def print_reader(offered: OfferedReader) -> None:
    """Print what a reader says of itself, and which files it takes."""
    files = ", ".join(f".{suffix}" for suffix in offered.suffixes)
    origin = _("from {origin}", origin=offered.origin)
    print_line(f"{offered.name} ({files}), {origin}")
    print_line(catalogue_of(offered)(offered.summary))


def print_rule(rule: AnyRule) -> None:
    """Print a rule's code, its severity and its reference page."""
    print_line(f"{rule.code} ({rule.severity})")
    print_line()
    print_line(rule.page)
    if rule.options is not None:
        print_line()
        print_line(_("Options:"))
        _print_options(options_of(rule.options), f"{rule.code}.", _)


def _print_options(options: Iterable[Option], prefix: str, said: Catalogue) -> None:
    for option in options:
        print_line(f"  -o {prefix}{option.key}=...")
        print_line(f"      {said(option.help)}")
        takes, default = option.takes, default_of(option)
        words = _("Takes {takes}; {default} if left out.", takes=takes, default=default)
        if option.type is bool:
            words = _(
                "Takes {takes}; {option} alone is yes; {default} if left out.",
                takes=takes,
                option=f"-o {prefix}{option.key}",
                default=default,
            )
        print_line(f"      {words}")


def print_whole(plugin: Plugin) -> None:
    """Print all that a plugin offers, each with its page."""
    print_line(f"{plugin.origin}{disabled_words(plugin.disabled_by)}")
    for offered in plugin.reporters:
        print_line()
        print_reporter(offered)
    for drafter in plugin.drafters:
        if drafter.all_options:
            print_line()
            print_drafter(drafter)
    for rule in plugin.rules:
        print_line()
        print_rule(rule)
    print_readers(plugin)
    print_faults(plugin)
