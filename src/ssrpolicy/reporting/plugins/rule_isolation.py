"""Rules of plugins run in isolation: one that fails is a finding, and what it gives is checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any, Final, TypeVar

import attrs

from ssrpolicy.errors import ArgumentError, ArgumentTypeError
from ssrpolicy.messages import _
from ssrpolicy.model import LIST_NAMES, DataPath, Finding, PolicyRecord, Severity
from ssrpolicy.reporting.plugins.isolation import (
    PluginFault,
    blame,
    brief_repr,
    fingerprint,
    isolated,
)
from ssrpolicy.reporting.plugins.origins import Origin
from ssrpolicy.rules import AnyRule, PortfolioRule
from ssrpolicy.similar import most_like

RULE_FAILED = "rule-failed"
"""The code of the finding that says that a plugin's rule could not judge a record."""

MOST_REMARKS: Final = 20_000
"""How many remarks one rule may make for each record that it is given."""

R = TypeVar("R", bound=AnyRule)
_Given = Iterable[tuple[Any, Any]]
_Found = tuple[tuple[PolicyRecord, Finding], ...]


def check_rule(rule: AnyRule) -> None:
    """Raise TypeError where the options of a rule cannot be given on a command line."""
    if rule.options is not None:
        from ssrpolicy.reporting.options.declared import options_of  # noqa: PLC0415 - few rules have options

        options_of(rule.options)
        rule.options()


def isolated_rule(rule: R, origin: Origin) -> R:
    """Return a rule that gives a warning where this one fails, whatever its options."""
    guard: Callable[..., Any] = _together if isinstance(rule, PortfolioRule) else _alone
    make = rule.checking
    checking: Any = None if make is None else lambda options: guard(make(options), rule, origin)
    return attrs.evolve(rule, check=guard(rule.check, rule, origin), checking=checking)


def _together(check: Any, rule: AnyRule, origin: Origin) -> Any:
    def together(records: tuple[PolicyRecord, ...]) -> _Found:
        return _guarded(lambda: check(records), records, rule, origin)

    return together


def _alone(check: Any, rule: AnyRule, origin: Origin) -> Any:
    def alone(record: PolicyRecord) -> Iterable[Finding]:
        found = _guarded(
            lambda: ((record, finding) for finding in check(record)), (record,), rule, origin
        )
        return tuple(finding for _record, finding in found)

    return alone


def _guarded(
    check: Callable[[], _Given], records: tuple[PolicyRecord, ...], rule: AnyRule, origin: Origin
) -> _Found:
    """Return what a check gives, or the finding that it failed and why."""
    if not records:
        return ()

    def failed(record: PolicyRecord, severity: Severity, cause: object) -> _Found:
        finding = Finding(
            code=RULE_FAILED,
            severity=severity,
            subject=record.id,
            message=_(
                "The rule {code} of {origin} failed on this record: {cause}.",
                code=rule.code,
                origin=origin,
                cause=cause,
            ),
            hint=_("Its makers would want to know; every other rule was applied."),
        )
        return ((record, finding),)

    before = [(record, record.id, fingerprint(record)) for record in records]
    try:
        with isolated() as changed:
            found = _checked(check(), records, rule.code)
        for sentence in blame(_("it"), changed):
            found += failed(records[0], Severity.WARNING, sentence.rstrip("."))
    except PluginFault as fault:
        found = failed(records[0], Severity.WARNING, fault)
    for record, id, known in before:
        if fingerprint(record) != known:
            # What is reported of it would not be what was recorded.
            return failed(record, Severity.ERROR, _("it changed the record {id}", id=id))
    return found


def _checked(given: _Given, records: tuple[PolicyRecord, ...], code: str) -> _Found:
    """Return what a rule gave; raises where it is not findings of its own about the records."""
    most = MOST_REMARKS * len(records)
    found = tuple(islice(given, most + 1))
    if len(found) > most:
        raise ArgumentError(_("it gave more than {most} remarks", most=most))
    judged = {id(each): each for each in records}
    subjects: dict[int, frozenset[str]] = {}
    for of, finding in found:
        record = judged.get(id(of))
        if record is None:
            raise ArgumentTypeError(
                _("it gave a remark on {record}, not on one of the records", record=brief_repr(of))
            )
        if not isinstance(finding, Finding) or finding.code != code:
            raise ArgumentTypeError(
                _("it gave {finding}, not a finding of its own code", finding=brief_repr(finding))
            )
        if id(record) not in subjects:
            subjects[id(record)] = _subjects(record)
        if finding.subject not in subjects[id(record)]:
            raise ArgumentError(_not_a_subject(finding.subject, record))
        _check_place(finding.location.path, record)
    return found


def _ids(record: PolicyRecord) -> list[str]:
    return [*(each.id for each in record), *(c.id for n in LIST_NAMES for c in getattr(record, n))]


def _subjects(record: PolicyRecord) -> frozenset[str]:
    return frozenset((record.id, *map(record.full_id, _ids(record))))


def _not_a_subject(subject: str, record: PolicyRecord) -> str:
    """Return in words that the record has nothing of that id, with the nearest."""
    ids = _ids(record)
    if not ids:
        return _(
            "it gave a remark on {subject!r:.80}, which is not {id}, and that has no entries",
            subject=subject,
            id=record.id,
        )
    close = most_like(subject, sorted(map(record.full_id, ids)), n=1)
    # A bare id is the slip that is made most.
    nearest = record.full_id(subject if subject in ids else ids[0])
    return _(
        "it gave a remark on {subject!r:.80}, which is neither {id} nor the full id of an entry of "
        "it, such as {nearest}",
        subject=subject,
        id=record.id,
        nearest=close[0] if close and subject not in ids else nearest,
    )


def _check_place(path: DataPath, record: PolicyRecord) -> None:
    """Raise ValueError where a place leads to nothing that the record has."""
    value: Any = record
    for number, part in enumerate(path, start=1):
        if isinstance(part, str) and attrs.has(type(value)):
            there = hasattr(value, part)
            value = getattr(value, part, None)
        elif isinstance(part, int) and isinstance(value, tuple):
            there = 0 <= part < len(value)
            value = value[part] if there else None
        else:
            # Further down a record's data and its classes differ, such as the bound of a quantity.
            there = number > len(("statements", 0, "quotes"))
            value = None
        if not there:
            raise ArgumentError(
                _(
                    "it gave a remark with the place {path!r}, which {id} does not have",
                    path=path[:number],
                    id=record.id,
                )
            )
