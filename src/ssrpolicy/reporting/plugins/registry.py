"""The installed plugins: found, loaded one by one, and looked up by name."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
from attrs import field, frozen

from ssrpolicy.arguments import all_of, as_tuple, check_choice, check_flag, check_type
from ssrpolicy.entry_points import DISABLE_PLUGINS, same_name
from ssrpolicy.errors import ArgumentError, PluginError, ReporterError
from ssrpolicy.fields import by_fields
from ssrpolicy.messages import _, did_you_mean, either
from ssrpolicy.model import made_of
from ssrpolicy.reporting.plugins.discovery import in_folder, installed
from ssrpolicy.reporting.plugins.hooks import HOOKS
from ssrpolicy.reporting.plugins.loading import read_plugin
from ssrpolicy.reporting.plugins.origins import Origin, PluginFailure
from ssrpolicy.reporting.plugins.plugin import Plugin
from ssrpolicy.rules import PORTFOLIO_RULES, RULES, AnyRule, with_options
from ssrpolicy.similar import most_like
from ssrpolicy.storage import path_of

if TYPE_CHECKING:
    from ssrpolicy.reporting.plugins.drafters import OfferedDrafter
    from ssrpolicy.reporting.plugins.offers import OfferedReporter
    from ssrpolicy.reporting.plugins.readers import OfferedReader

PLUGINS_DIR = "SSRPOLICY_PLUGINS_DIR"
"""The environment variable that names a folder of single-file plugins."""


@frozen(kw_only=True)
@by_fields
class Registry:
    """Every plugin that was found, with what it offers and what of it failed.

    Attributes:
        plugins: every plugin that was found, in the order of their names.
    """

    plugins: tuple[Plugin, ...] = field(default=(), converter=as_tuple, validator=made_of(Plugin))

    @property
    def reporters(self) -> tuple[OfferedReporter, ...]:
        """The reporters, by name and then by distribution."""
        offered = (r for plugin in self.plugins for r in plugin.reporters)
        return tuple(sorted(offered, key=lambda r: (r.name, r.origin.distribution)))

    @property
    def rules(self) -> tuple[AnyRule, ...]:
        """The rules of plugins, by code; each runs in isolation."""
        offered = (rule for plugin in self.plugins for rule in plugin.rules)
        return tuple(sorted(offered, key=lambda rule: rule.code))

    @property
    def readers(self) -> tuple[OfferedReader, ...]:
        """The readers, by name and then by distribution."""
        offered = (each for plugin in self.plugins for each in plugin.readers)
        return tuple(sorted(offered, key=lambda each: (each.name, each.origin.distribution)))

    @property
    def drafters(self) -> tuple[OfferedDrafter, ...]:
        """The drafters of plugins, by name and then by distribution."""
        offered = (each for plugin in self.plugins for each in plugin.drafters)
        return tuple(sorted(offered, key=lambda each: (each.name, each.origin.distribution)))

    @property
    def failures(self) -> tuple[PluginFailure, ...]:
        """What failed, in the order of the plugins."""
        return tuple(failure for plugin in self.plugins for failure in plugin.failures)

    def reporter(self, name: str) -> OfferedReporter:
        """Return the reporter with this name, or with this ``DISTRIBUTION:NAME``.

        Raises ReporterError when there is none, with the nearest name and with what failed to
        load; and when several distributions offer one of that bare name.
        """
        check_type(name, str, "name", '"excel"')
        distribution, __, bare = name.rpartition(":")
        found = [
            r
            for r in self.reporters
            if r.name == bare
            and (not distribution or same_name(r.origin.distribution) == same_name(distribution))
        ]
        if len(found) == 1:
            return found[0]
        if found:
            raise ReporterError(
                _(
                    "{number} distributions offer a reporter {name!r}: {names}.",
                    number=len(found),
                    name=name,
                    names=", ".join(str(r.origin) for r in found),
                ),
                hint=_("Say {names}.", names=either([r.full_name for r in found])),
            )
        raise ReporterError(
            _("No reporter is called {name!r:.80}.", name=name), hint=self._instead(bare)
        )

    def with_rule_options(self, given: Mapping[str, object]) -> Registry:
        """Return the registry with rules that judge with other options, given by their codes.

        The options of a rule are values by key, or an instance of its options class. Raises
        OptionError where they do not fit, and where no rule of that code has options.
        """
        check_type(given, Mapping, "given", '{"own-rule": {"least": 2}}')
        if not given:
            return self
        from ssrpolicy.reporting.options.values import no_rule, rule_options  # noqa: PLC0415 - slow to load, and most commands give no options

        known = [rule.code for rule in self.rules if rule.options is not None]
        for code in all_of(given, str, "given", '"own-rule"'):
            if code not in known:
                raise no_rule(code, known, self.unusable)
        plugins = (
            attrs.evolve(
                plugin,
                rules=tuple(
                    with_options(rule, rule_options(rule, given[rule.code]))
                    if rule.code in given
                    else rule
                    for rule in plugin.rules
                ),
            )
            for plugin in self.plugins
        )
        return Registry(plugins=tuple(plugins))

    def named(self, name: str) -> OfferedReporter | AnyRule | Plugin:
        """Return what bears a name: a reporter, a plugin's rule by its code, or a distribution.

        Raises ReporterError where nothing does, with the nearest name.
        """
        check_type(name, str, "name", '"excel"')
        distribution, __, bare = name.rpartition(":")
        if distribution or any(bare == each.name for each in self.reporters):
            return self.reporter(name)
        rules = {rule.code: rule for rule in self.rules}
        plugins = {same_name(each.origin.distribution): each for each in reversed(self.plugins)}
        found = rules.get(name) or plugins.get(same_name(name))
        if found is not None:
            return found
        known = {*(r.name for r in self.reporters), *rules, *plugins}
        close = most_like(name, sorted(known), n=1)
        raise ReporterError(
            _("No reporter, rule or distribution is called {name!r:.80}.", name=name),
            hint="\n".join([*([did_you_mean(close)] if close else []), *self._named_here(rules)]),
        )

    def offering(self, found: OfferedReporter | AnyRule | Plugin) -> Plugin:
        """Return the plugin that offers a reporter or a rule; a plugin is returned as it is."""
        if isinstance(found, Plugin):
            return found
        for each in self.plugins:
            if found in (*each.reporters, *each.rules):
                return each
        raise ArgumentError(
            _("found is {found!r:.80}, which no plugin of this registry offers.", found=found),
            hint=_("Find it first: {call}.", call='registry.reporter("excel")'),
        )

    def _instead(self, name: str) -> str:
        names = list(dict.fromkeys(r.name for r in self.reporters))
        close = most_like(name, names, n=1)
        lines = [did_you_mean(close)] if close else []
        if names:
            lines.append(_("Installed: {names}.", names=", ".join(names)))
        else:
            lines.append(_("No reporter is installed."))
        return "\n".join([*lines, *self.unusable])

    def _named_here(self, rules: Iterable[str]) -> list[str]:
        """Return the names that plugins offer, by kind, and the failures."""
        names = ", ".join(dict.fromkeys(r.name for r in self.reporters))
        lines = [_("Reporters: {names}.", names=names)] if names else []
        codes = ", ".join(rules)
        lines += [_("Rules of plugins: {names}.", names=codes)] if codes else []
        return [*lines, *self.unusable]

    @property
    def unusable(self) -> tuple[str, ...]:
        """What could not be used and why, and what is disabled, in lines for a hint."""
        lines: list[str] = []
        if self.failures:
            lines = [_("These could not be used:"), *(f"  {failure}" for failure in self.failures)]
        off: dict[str, list[str]] = {}
        for plugin in self.plugins:
            if plugin.disabled_by is not None:
                off.setdefault(plugin.disabled_by, []).append(str(plugin.origin))
        lines += [
            _("Disabled by {variable}: {names}.", variable=by, names=", ".join(names))
            for by, names in off.items()
        ]
        return tuple(lines)


def load_plugins(
    *,
    plugins_dir: str | os.PathLike[str] | None = None,
    strict: bool = False,
    environ: Mapping[str, str] | None = None,
    disabled: Mapping[str, str] | None = None,
    only: Collection[str] = HOOKS,
) -> Registry:
    """Load every plugin that is found, one by one, and return them.

    They are the distributions with an entry point in the group ``ssrpolicy`` and the files in
    ``plugins_dir``, or else in the folder that SSRPOLICY_PLUGINS_DIR names. One that fails is a
    failure in the result and stops no other; with ``strict`` it raises PluginError. ``environ``
    is the process's own environment unless another is given. ``disabled`` are distributions or
    entry points that are not loaded either, each with what says so, such as a file. ``only`` are
    the hooks that are called, all unless said: who needs rules alone need not wait for reporters.
    """
    environ = os.environ if environ is None else environ
    check_flag(strict, "strict")
    check_type(environ, Mapping, "environ", "os.environ")
    disabled = {} if disabled is None else disabled
    check_type(disabled, Mapping, "disabled", '{"ssrpolicy-word": "settings.toml"}')
    all_of(disabled, str, "disabled", '{"ssrpolicy-word": "settings.toml"}')
    only = all_of(only, str, "only", '("ssrpolicy_rules",)')
    for name in only:
        check_choice(name, "only", HOOKS)
    off = {same_name(name): by for name, by in disabled.items()}
    listed = filter(None, map(str.strip, environ.get(DISABLE_PLUGINS, "").split(",")))
    off |= {same_name(name): DISABLE_PLUGINS for name in listed}
    unsaid = plugins_dir is None or (isinstance(plugins_dir, str) and not plugins_dir)
    folder = environ.get(PLUGINS_DIR) if unsaid else path_of(plugins_dir)
    found = [*installed(), *(in_folder(Path(folder)) if folder else ())]
    found.sort(key=lambda pair: (same_name(pair[0].distribution), pair[0].entry_point))
    plugins = [_read(origin, load, off, only) for origin, load in found]
    registry = registry_of(plugins)
    if strict and registry.failures:
        raise PluginError(
            _("A plugin cannot be used, and plugins are to be loaded strictly:\n")
            + "\n".join(f"  {failure}" for failure in registry.failures),
            hint=_(
                "Repair or uninstall it, or name it in {disable_plugins}.",
                disable_plugins=DISABLE_PLUGINS,
            ),
        )
    return registry


def registry_of(plugins: Iterable[Plugin]) -> Registry:
    """Return the registry of plugins that were read: names are settled between them."""
    return Registry(plugins=tuple(_settled(plugins)))


def _read(
    origin: Origin, load: Callable[[], object], off: Mapping[str, str], only: Collection[str]
) -> Plugin:
    """Return one plugin, read unless something says that it is off."""
    names = ("all", same_name(origin.distribution), same_name(origin.entry_point))
    by = next((off[name] for name in names if name in off), None)
    return read_plugin(origin, load, only) if by is None else Plugin(origin=origin, disabled_by=by)


def _settled(plugins: Iterable[Plugin]) -> Iterator[Plugin]:
    """Mark each distribution's first reporter; refuse a rule whose code another plugin has."""
    first: dict[str, OfferedReporter] = {}
    built_in = Origin(distribution="ssrpolicy", entry_point="ssrpolicy.rules")
    codes = dict.fromkeys((r.code for r in RULES), built_in)
    codes |= dict.fromkeys((r.code for r in PORTFOLIO_RULES), built_in)
    for plugin in plugins:
        name = same_name(plugin.origin.distribution)
        reporters = (
            attrs.evolve(offered, principal=first.setdefault(name, offered) is offered)
            for offered in plugin.reporters
        )
        rules, failures = [], list(plugin.failures)
        for rule in plugin.rules:
            if codes.setdefault(rule.code, plugin.origin) is plugin.origin:
                rules.append(rule)
            else:
                what = _("the rule {code}", code=rule.code)
                cause = _("{origin} has a rule of that code", origin=codes[rule.code])
                failures.append(PluginFailure(origin=plugin.origin, what=what, cause=cause))
        yield attrs.evolve(
            plugin, reporters=tuple(reporters), rules=tuple(rules), failures=tuple(failures)
        )
