"""One plugin read piece by piece; what fails is kept as a value with its cause."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, cast

import attrs
import pluggy
from attrs import define, field

from ssrpolicy.messages import _
from ssrpolicy.model import Finding, PolicyRecord, Severity
from ssrpolicy.reporting.deprecation import deprecations_noted
from ssrpolicy.reporting.plugins import hooks
from ssrpolicy.reporting.plugins.isolation import (
    PluginFault,
    blame,
    brief_repr,
    fingerprint,
    isolated,
)
from ssrpolicy.reporting.plugins.offers import OfferedReporter, Origin, Plugin, PluginFailure
from ssrpolicy.rules import Rule

RULE_FAILED = "rule-failed"
"""The code of the finding that says that a plugin's rule could not judge a record."""

_UNKNOWN_HOOK = re.compile(r"unknown hook '(\w+)'")


def read_plugin(origin: Origin, load: Callable[[], object]) -> Plugin:
    """Load one plugin and return what it offers and what of it failed."""
    manager = pluggy.PluginManager(hooks.PROJECT)
    manager.add_hookspecs(hooks)
    reading = _Reading(origin, manager)
    with deprecations_noted() as outdated:
        usable = reading.registered(load)
        return Plugin(
            origin=origin,
            reporters=tuple(reading.reporters()) if usable else (),
            rules=tuple(reading.rules()) if usable else (),
            failures=tuple(reading.failures),
            outdated=tuple(outdated),
            blamed=blame(origin, reading.changed),
        )


@define
class _Reading:
    """The reading of one plugin, which goes on after what fails and keeps it."""

    origin: Origin
    manager: pluggy.PluginManager
    failures: list[PluginFailure] = field(factory=list)
    changed: list[str] = field(factory=list)

    @contextmanager
    def _isolated(self) -> Iterator[None]:
        """Isolate the plugin's code, and keep what it changes of the process."""
        with isolated() as changed:
            yield
        self.changed += changed

    def _fail(self, what: str, cause: object) -> None:
        self.failures.append(PluginFailure(origin=self.origin, what=what, cause=str(cause)))

    def registered(self, load: Callable[[], object]) -> bool:
        """Whether the plugin loads and its hooks have the right signatures; misspelt ones fail."""
        name = self.origin.entry_point
        doing = f"{name} could not be loaded"
        try:
            with self._isolated():
                found = load()
                doing = f"{name} does not fit"
                self.manager.register(found)
                for hook in (name for name in hooks.HOOKS if name in dir(found)):
                    if not hasattr(getattr(found, hook), f"{hooks.PROJECT}_impl"):
                        raise TypeError(f"{hook} is not marked with ssrpolicy.reporting.hookimpl")
        except PluginFault as fault:
            self._fail(doing, fault)
            return False
        try:
            with self._isolated():
                self.manager.check_pending()
                idle = not self.manager.get_hookcallers(found)
        except PluginFault as fault:
            self._fail("a hook is not known", _unknown_hook(str(fault)))
            return True
        if idle:
            cause = f"it has no function {' or '.join(hooks.HOOKS)}, marked with hookimpl"
            self._fail(f"{name} offers nothing", cause)
        return True

    def _returned(self, hook: str) -> list[Any]:
        """Return the values that the plugin's hook gives; nothing when it fails."""
        caller = getattr(self.manager.hook, hook)
        if not caller.get_hookimpls():
            return []
        try:
            with self._isolated():
                results = caller()
                values = results[0] if results else None
                if isinstance(values, Iterable) and not isinstance(values, str | bytes | dict):
                    return list(values)
                self._fail(f"{hook}()", f"it returned {brief_repr(values)}, not a list")
        except PluginFault as fault:
            self._fail(f"{hook}()", fault)
        return []

    def reporters(self) -> Iterator[OfferedReporter]:
        names: set[str] = set()
        for reporter in self._returned(hooks.HOOKS[0]):
            try:
                with self._isolated():
                    offered = OfferedReporter.of(reporter, self.origin)
            except PluginFault as fault:
                self._fail(f"the reporter {_name_of(reporter)}", fault)
                continue
            if offered.name in names:
                self._fail(f"the reporter {offered.name}", "it is offered twice")
            else:
                names.add(offered.name)
                yield offered

    def rules(self) -> Iterator[Rule]:
        for rule in self._returned(hooks.HOOKS[1]):
            if not isinstance(rule, Rule):
                self._fail(f"the rule {_name_of(rule)}", "it is not an ssrpolicy.reporting.Rule")
            elif isinstance(severity := cast("object", rule.severity), Severity):
                yield isolated_rule(rule, self.origin)
            else:
                cause = f"its severity is {brief_repr(severity)}, not a Severity"
                self._fail(f"the rule {rule.code}", cause)


def _unknown_hook(cause: str) -> str:
    name = _UNKNOWN_HOOK.search(cause)
    if name is None:
        return cause
    close = difflib.get_close_matches(name[1], hooks.HOOKS, n=1)
    meant = f"; did you mean {close[0]}?" if close else f"; there are {' and '.join(hooks.HOOKS)}"
    return f"there is no hook {name[1]}{meant}"


def _name_of(found: object) -> str:
    for member in ("name", "__name__"):
        with suppress(PluginFault), isolated():
            return str(getattr(found, member))
    return brief_repr(found)


def _check_finding(finding: object, code: str) -> None:
    if not isinstance(finding, Finding) or finding.code != code:
        raise TypeError(f"it gave {brief_repr(finding)}, not a finding of its own code")


def isolated_rule(rule: Rule, origin: Origin) -> Rule:
    """Return a rule that gives a warning where this one fails."""

    def failed(record: PolicyRecord, severity: Severity, cause: object) -> tuple[Finding]:
        finding = Finding(
            code=RULE_FAILED,
            severity=severity,
            subject=record.id,
            message=f"The rule {rule.code} of {origin} failed on this record: {cause}.",
            hint="Its makers would want to know; every other rule was applied.",
        )
        return (finding,)

    def check(record: PolicyRecord) -> Iterable[Finding]:
        id, before = record.id, fingerprint(record)
        try:
            with isolated() as changed:
                findings = tuple(rule.check(record))
                for finding in findings:
                    _check_finding(finding, rule.code)
            for sentence in blame(_("it"), changed):
                findings += failed(record, Severity.WARNING, sentence.rstrip("."))
        except PluginFault as fault:
            findings = failed(record, Severity.WARNING, fault)
        if fingerprint(record) != before:
            # What is reported of it would not be what was recorded.
            return failed(record, Severity.ERROR, f"it changed the record {id}")
        return findings

    return attrs.evolve(rule, check=check)
