"""Plugins and what they offer as data, for programs that read JSON."""

from enum import Enum
from typing import Any

from ssrpolicy.cli.external import OfferedCommand
from ssrpolicy.cli.plugins.words import catalogue_of, never_run
from ssrpolicy.messages import Catalogue, _
from ssrpolicy.reporting import (
    AnyRule,
    OfferedDrafter,
    OfferedReader,
    OfferedReporter,
    Option,
    Origin,
    Plugin,
    options_of,
)


def command_as_json(offered: OfferedCommand, *, trace: bool) -> dict[str, Any]:
    """Return a command of a plugin: its name, whose it is, and what keeps it from being run."""
    each, disabled_by = offered
    cause = never_run(offered, trace=trace)
    return {
        "name": each.name,
        "distribution": each.distribution,
        "version": each.version,
        "disabled": disabled_by is not None,
        "disabled_by": disabled_by,
        "failures": [] if cause is None else [{"what": each.name, "cause": cause}],
    }


def plugin_as_json(plugin: Plugin, *, trace: bool) -> dict[str, Any]:
    """Return a plugin with all that it offers and what failed; with ``trace`` how it was read."""
    data: dict[str, Any] = {
        **_origin(plugin.origin),
        "disabled": plugin.disabled,
        "disabled_by": plugin.disabled_by,
        "reporters": [reporter_as_json(each) for each in plugin.reporters],
        "readers": [reader_as_json(each) for each in plugin.readers],
        "drafters": [drafter_as_json(each) for each in plugin.drafters],
        "rules": [rule_as_json(each) for each in plugin.rules],
        "outdated": list(plugin.outdated),
        "changed": list(plugin.blamed),
        "failures": [{"what": each.what, "cause": each.cause} for each in plugin.failures],
    }
    if trace:
        data["steps"] = [
            {"what": each.what, "where": each.where, "seconds": each.seconds}
            for each in plugin.steps
        ]
    return data


def reporter_as_json(offered: OfferedReporter) -> dict[str, Any]:
    """Return what a reporter says of itself, with its options and those from the host."""
    said = catalogue_of(offered)
    return {
        "name": offered.name,
        **_origin(offered.origin),
        "summary": said(offered.summary),
        "suffix": offered.suffix,
        "media_type": offered.media_type,
        "principal": offered.principal,
        "editable": offered.is_editable,
        "shows_internal": offered.shows_internal,
        "options": [_option(each, said) for each in offered.all_options],
    }


def drafter_as_json(offered: OfferedDrafter) -> dict[str, Any]:
    """Return what a drafter says of itself, with its options."""
    said = catalogue_of(offered)
    return {
        "name": offered.name,
        "summary": said(offered.summary),
        "languages": list(offered.languages),
        "options": [_option(each, said) for each in offered.all_options],
    }


def reader_as_json(offered: OfferedReader) -> dict[str, Any]:
    """Return what a reader of sources says of itself."""
    return {
        "name": offered.name,
        "summary": catalogue_of(offered)(offered.summary),
        "suffixes": list(offered.suffixes),
    }


def rule_as_json(rule: AnyRule) -> dict[str, Any]:
    """Return a rule with its page."""
    return {
        "code": rule.code,
        "severity": rule.severity.value,
        "summary": rule.summary,
        "page": rule.page,
        "options": []
        if rule.options is None
        else [_option(each, _) for each in options_of(rule.options)],
    }


def _origin(origin: Origin) -> dict[str, str | None]:
    return {
        "distribution": origin.distribution,
        "version": origin.version,
        "entry_point": origin.entry_point,
    }


def _option(option: Option, said: Catalogue) -> dict[str, Any]:
    return {
        "key": option.key,
        "takes": option.takes,
        "choices": list(option.choices),
        "many": option.many,
        "optional": option.optional,
        "default": _plain(option),
        "help": said(option.help),
    }


def _plain(option: Option) -> object:
    """Return the default of an option as JSON has it: choices as their words."""
    default = option.default
    items = default if isinstance(default, tuple | list) else (default,)
    plain = [each.value if isinstance(each, Enum) else each for each in items]
    return plain if isinstance(default, tuple | list) else plain[0]
