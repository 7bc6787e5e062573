"""What a rule is: a code, a severity, and a function from a record to what it remarks."""

from ssrpolicy.rules.definition.making import (
    AnyRule,
    PortfolioRule,
    Records,
    Remarks,
    Rule,
    SeverityName,
    portfolio_rule,
    rule,
    rules_in,
    with_options,
)
from ssrpolicy.rules.definition.remarks import MOST_HINTS, Remark, at_most

__all__ = [
    "MOST_HINTS",
    "AnyRule",
    "PortfolioRule",
    "Records",
    "Remark",
    "Remarks",
    "Rule",
    "SeverityName",
    "at_most",
    "portfolio_rule",
    "rule",
    "rules_in",
    "with_options",
]
