"""What a settings file changes of a command, and the line that says so."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ssrpolicy.cli.console import print_line
from ssrpolicy.cli.settings.file import Settings
from ssrpolicy.entry_points import COMMANDS, entry_points, same_name
from ssrpolicy.errors import OptionError
from ssrpolicy.messages import _, did_you_mean, together
from ssrpolicy.model import Severity
from ssrpolicy.reporting import DISABLE_PLUGINS, HOOKS, RULE_FAILED, Registry, load_plugins
from ssrpolicy.similar import most_like

if TYPE_CHECKING:
    from ssrpolicy.reporting import OfferedReporter

_SAID = "ssrpolicy.cli.settings_said"


def load_registry(
    settings: Settings,
    *,
    plugins_dir: Path | None = None,
    strict: bool = False,
    rule_options: Sequence[str] = (),
    only: Collection[str] = HOOKS,
) -> Registry:
    """Return the plugins as the settings and the command's own options have them.

    ``rule_options`` are ``CODE.key=value`` arguments, which go before what the settings say.
    ``only`` are the hooks that the command needs; what is strict, or has settings that may name
    anything, asks for all.
    """
    registry = load_plugins(
        plugins_dir=plugins_dir,
        strict=strict,
        disabled=dict.fromkeys(settings.disable, str(settings.file)),
        only=HOOKS if strict or settings.file is not None else only,
    )
    _print_not_installed(DISABLE_PLUGINS, os.environ.get(DISABLE_PLUGINS, "").split(","), registry)
    given: dict[str, Mapping[str, object]] = {
        rule.code: settings.options[rule.code]
        for rule in registry.rules
        if rule.code in settings.options
    }
    if rule_options:
        from ssrpolicy.reporting import rule_options_asked  # noqa: PLC0415 - slow to load, and most commands give no options

        for code, values in rule_options_asked(
            rule_options, registry.rules, registry.unusable
        ).items():
            given[code] = {**given.get(code, {}), **values}
    return registry.with_rule_options(given)


def report_options(
    settings: Settings,
    requested: Iterable[OfferedReporter],
    asked: Mapping[OfferedReporter, Mapping[str, str]],
) -> dict[OfferedReporter, dict[str, object]]:
    """Return the options of each report: those asked for, and else what the settings say.

    A file that the settings name is looked for from the folder in which they stand.
    """
    from ssrpolicy.reporting import InputFile  # noqa: PLC0415 - it is needed by reports and no other command

    values: dict[OfferedReporter, dict[str, object]] = {}
    for offered in requested:
        files = {option.key for option in offered.all_options if option.type is InputFile}
        values[offered] = {}
        for name, value in _own(settings, offered).items():
            key = name.replace("-", "_")
            if key in files and isinstance(value, str) and settings.file is not None:
                value = str(settings.file.parent / value)  # noqa: PLW2901 - the same value, absolute
            values[offered][key] = value
        values[offered] |= asked[offered]
    return values


def _own(settings: Settings, offered: OfferedReporter) -> Mapping[str, object]:
    by_name = settings.options.get(offered.name, {})
    return {**by_name, **settings.options.get(offered.full_name, {})}


def ignoring(settings: Settings, asked: Sequence[str], registry: Registry) -> frozenset[str]:
    """Return the codes of findings that are not shown: those asked for, and of the settings.

    Raises OptionError for a code asked for that does not exist, with the nearest, and for that of
    an error. One of the settings may be of a plugin that is not installed, which is remarked.
    """
    if not asked and not settings.ignore:
        return frozenset()
    known = _severities(registry)
    for code in asked:
        if code not in known:
            near = did_you_mean(most_like(code, known, n=1))
            raise OptionError(
                _("No finding has the code {code!r:.80}.", code=code),
                hint="\n".join(filter(None, (near, *registry.unusable))) or None,
            )
    for code in settings.ignore:
        if code not in known:
            near = did_you_mean(most_like(code, known, n=1))
            said = _(
                "{file} ignores {code}, which no rule that is loaded has.",
                file=settings.file,
                code=code,
            )
            print_line(_("Note: {remark}", remark=f"{said} {near}".rstrip()), err=True)
    for code in (*asked, *settings.ignore):
        if known.get(code) is Severity.ERROR:
            refused = _("{code} is an error, and errors are not ignored.", code=code)
            where = settings.file
            raise OptionError(
                refused if code in asked or where is None else f"{where}: {refused}",
                hint=_("Correct the record; a rule of a plugin goes with its plugin (disable)."),
            )
    return frozenset((*asked, *settings.ignore))


def _severities(registry: Registry) -> dict[str, Severity]:
    """Return every code that a finding can have, with its severity."""
    from ssrpolicy.codec import READING_CODES  # noqa: PLC0415 - it loads what reads records, which is not always needed
    from ssrpolicy.rules import PORTFOLIO_RULES, RULES  # noqa: PLC0415 - loads the rules, for this check only

    every = (*READING_CODES, *RULES, *PORTFOLIO_RULES, *registry.rules)
    return {RULE_FAILED: Severity.WARNING} | {e.code: Severity(e.severity) for e in every}


def print_settings(
    settings: Settings,
    registry: Registry,
    *,
    requested: Iterable[OfferedReporter] = (),
    asked: Mapping[OfferedReporter, Mapping[str, str]] | None = None,
    language: bool = False,
    reporters: bool = False,
    ignored: Iterable[str] = (),
    judging: bool = True,
) -> None:
    """Print on standard error, once, what the settings changed of this run; nothing where nothing.

    ``language`` and ``reporters`` say whether those are the settings' own, ``ignored`` which codes,
    ``judging`` whether the rules of plugins are applied.
    """
    context = click.get_current_context()
    if settings.file is None or context.meta.get(_SAID):
        return
    context.meta[_SAID] = True
    changed = []
    if language:
        changed.append(_("language {language}", language=settings.language))
    if reporters:
        changed.append(_("reporters {names}", names=together(settings.reporters)))
    for offered in requested:
        own = [key.replace("-", "_") for key in _own(settings, offered)]
        if keys := [key for key in own if key not in (asked or {}).get(offered, {})]:
            changed.append(_options(offered.name, keys))
    rules = {rule.code for rule in registry.rules}
    judged_by = rules if judging else ()
    changed += [_options(n, values) for n, values in settings.options.items() if n in judged_by]
    if codes := {*settings.ignore} & {*ignored}:
        changed.append(_("ignored: {codes}", codes=", ".join(sorted(codes))))
    off = [p.origin.distribution for p in registry.plugins if p.disabled_by == str(settings.file)]
    if off:
        changed.append(_("not loaded: {names}", names=", ".join(off)))
    if changed:
        words = "; ".join(changed)
        print_line(_("Settings of {file}: {changes}.", file=settings.file, changes=words), err=True)
    _print_not_installed(settings.file, settings.disable, registry)
    names = {name for each in registry.reporters for name in (each.name, each.full_name)}
    _print_unknown(settings, rules | names)


def _print_not_installed(by: object, disabled: Iterable[str], registry: Registry) -> None:
    """Print what is disabled and no distribution or entry point is called, with the nearest."""
    known = {
        same_name(name): name
        for plugin in registry.plugins
        for name in (plugin.origin.distribution, plugin.origin.entry_point)
    }
    # One that offers commands alone is there too.
    known |= {
        same_name(name): name
        for each in entry_points(COMMANDS)
        for name in (each.distribution, each.name)
    }
    for name in filter(None, map(str.strip, disabled)):
        if (wanted := same_name(name)) not in {*known, "all"}:
            near = did_you_mean([known[each] for each in most_like(wanted, known, n=1)])
            said = _("{file} disables {name}, which is not installed.", file=by, name=name)
            print_line(_("Note: {remark}", remark=f"{said} {near}".rstrip()), err=True)


def _print_unknown(settings: Settings, known: set[str]) -> None:
    """Print which reporters and rules have options in the settings, and are not loaded."""
    for name in settings.options:
        if name not in known:
            near = did_you_mean(most_like(name, known, n=1))
            said = _(
                "{file} has options for {name}, which is not loaded.", file=settings.file, name=name
            )
            print_line(_("Note: {remark}", remark=f"{said} {near}".rstrip()), err=True)


def _options(name: str, keys: Iterable[str]) -> str:
    return _("options of {name}: {keys}", name=name, keys=", ".join(keys))
