"""The list of plugins, as text for people: what each offers, what failed, how it was read."""

from collections.abc import Iterable

from ssrpolicy.cli.console import print_line
from ssrpolicy.cli.external import OfferedCommand
from ssrpolicy.cli.plugins.words import catalogue_of, default_of, disabled_words, never_run
from ssrpolicy.cli.settings import Settings
from ssrpolicy.messages import _
from ssrpolicy.reporting import Plugin


def print_plugin(plugin: Plugin) -> None:
    """Print what a plugin offers, one line each, and its failures."""
    print_line(f"{plugin.origin}{disabled_words(plugin.disabled_by)}")
    for offered in plugin.reporters:
        reporter = _("reporter {name}", name=offered.name)
        said = catalogue_of(offered)
        print_line(f"  {reporter} (.{offered.suffix}): {said(offered.summary)}")
        for option in offered.all_options:
            default = _("If left out: {default}.", default=default_of(option))
            print_line(f"    -o {option.key}: {said(option.help)} {default}")
    print_readers(plugin)
    for rule in plugin.rules:
        print_line(f"  {_('rule {code}', code=rule.code)} ({rule.severity}): {rule.summary}")
    print_faults(plugin)


def print_readers(plugin: Plugin) -> None:
    """Print the readers and drafters of a plugin, a line each."""
    for reader in plugin.readers:
        files = ", ".join(f".{suffix}" for suffix in reader.suffixes)
        said = catalogue_of(reader)
        print_line(f"  {_('reader {name}', name=reader.name)} ({files}): {said(reader.summary)}")
    for drafter in plugin.drafters:
        read = ", ".join(drafter.languages)
        said = catalogue_of(drafter)
        print_line(f"  {_('drafter {name}', name=drafter.name)} ({read}): {said(drafter.summary)}")


def print_faults(plugin: Plugin) -> None:
    """Print a plugin's deprecations, the changes that it made to the process, and its failures."""
    for use in plugin.outdated:
        print_line(f"  {_('outdated: {use}', use=use)}")
    for sentence in plugin.blamed:
        print_line(f"  {sentence}")
    for failure in plugin.failures:
        print_line(f"  {_('failed: {what}', what=failure.what)}: {failure.cause}")


def print_steps(plugin: Plugin) -> None:
    """Print each call by which a plugin was read: what, from where, in how many milliseconds."""
    for step in plugin.steps:
        called = _("import") if step.what == "import" else f"{step.what}()"
        if step.where is not None:
            called = _("{called} from {place}", called=called, place=step.where)
        print_line(f"  {step.seconds * 1000:9.3f} ms  {called}")


def print_commands(offered: Iterable[OfferedCommand], *, trace: bool, named: bool = False) -> None:
    """Print commands of plugins, also those disabled or that cannot be run.

    They are known without importing them, which is done with ``trace`` only. Of those that are
    ``named`` it is said what explains them.
    """
    for command in offered:
        each, disabled_by = command
        print_line(f"{each.origin}{disabled_words(disabled_by)}")
        print_line(f"  {_('command {name}', name=each.name)}")
        if (cause := never_run(command, trace=trace)) is not None:
            print_line(f"    {cause}")
        elif named and disabled_by is None:
            print_line(f"    {_('`ssrpolicy {name} --help` explains it.', name=each.name)}")


def print_settings_file(settings: Settings) -> None:
    """Print what the settings of the working folder say, in the lines of their file."""
    if settings.file is None:
        return
    print_line(_("Settings of this folder, from {file}:", file=settings.file))
    for key, value in settings.to_json().items():
        if key == "options":
            for name, options in value.items():
                words = ", ".join(f"{option}={text}" for option, text in options.items())
                print_line(f"  options.{name}: {words}")
        elif key != "file" and value:
            print_line(f"  {key}: {value if isinstance(value, str) else ', '.join(value)}")
