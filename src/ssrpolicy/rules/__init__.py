"""The rules by which records are judged: each has a stable code and gives findings.

`findings` judges one record by itself, `findings_across` records that are read together.
"""

from collections.abc import Iterable, Sequence

from ssrpolicy.model import LIST_NAMES, Finding, PolicyRecord
from ssrpolicy.rules import (
    answers,
    codes,
    completeness,
    ids,
    papers,
    portfolio,
    progress,
    quotes,
    references,
    relations,
    set_aside,
    updates,
)
from ssrpolicy.rules.definition import (
    AnyRule,
    PortfolioRule,
    Remark,
    Rule,
    SeverityName,
    portfolio_rule,
    rule,
    rules_in,
    with_options,
)
from ssrpolicy.rules.wording import days, hedges, readings, terms, words

__all__ = [
    "PORTFOLIO_RULES",
    "RULES",
    "AnyRule",
    "PortfolioRule",
    "Remark",
    "Rule",
    "SeverityName",
    "findings",
    "findings_across",
    "portfolio_rule",
    "rule",
    "with_options",
]

RULES: tuple[Rule, ...] = rules_in(
    Rule,
    answers,
    codes,
    completeness,
    days,
    hedges,
    ids,
    papers,
    progress,
    quotes,
    readings,
    references,
    relations,
    set_aside,
    terms,
    updates,
    words,
)
"""The rules of this distribution for one record, by code."""

PORTFOLIO_RULES: tuple[PortfolioRule, ...] = rules_in(PortfolioRule, portfolio, relations)
"""The rules for records that are read together, by code."""


def findings(record: PolicyRecord, rules: Iterable[AnyRule] = RULES) -> tuple[Finding, ...]:
    """Return what the rules find in one record, in the order of its data.

    Rules over several records are left to :func:`findings_across`. Each finding has the place in
    the record's data as ``location.path``; who knows the file gives it a line.
    """
    found = [finding for rule in rules if isinstance(rule, Rule) for finding in rule.check(record)]
    found.sort(key=_order)
    return tuple(found)


def findings_across(
    records: Sequence[PolicyRecord], rules: Iterable[AnyRule] = PORTFOLIO_RULES
) -> tuple[tuple[PolicyRecord, Finding], ...]:
    """Return what the rules find in records that are read together, each with its record.

    For one record by itself these are the relations that lead out of it.
    """
    together = tuple(records)
    return tuple(
        found for rule in rules if isinstance(rule, PortfolioRule) for found in rule.check(together)
    )


_TABLES = (
    *("id", "source", *LIST_NAMES, "documents", "requests", "statements", "dispositions"),
    *("instruments", "set_aside", "updates"),
)
_PLACES = {name: number for number, name in enumerate(_TABLES)}


def _order(finding: Finding) -> tuple[int, int, str]:
    path = finding.location.path
    table = _PLACES.get(str(path[0]), -1) if path else -1
    index = path[1] if len(path) > 1 and isinstance(path[1], int) else -1
    return table, index, finding.code
