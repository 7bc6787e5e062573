"""What is not installed, used as if it were."""

from __future__ import annotations

from collections.abc import Iterable
from types import SimpleNamespace

from ssrpolicy.arguments import all_of
from ssrpolicy.errors import PluginError
from ssrpolicy.reporting import (
    AnyRule,
    Origin,
    Registry,
    Reporter,
    hookimpl,
    read_plugin,
    registry_of,
)
from ssrpolicy.rules import PortfolioRule, Rule


def registry(*reporters: Reporter, rules: Iterable[AnyRule] = ()) -> Registry:
    """Return a registry with these reporters and rules alone, as one plugin would offer them.

    It is for what takes one: ``run_report(records, "lines", out, registry=registry(Lines()), ...)``
    and ``read_portfolio(paths, more_rules=registry(rules=[late]).rules)``. Raises PluginError with
    every cause where one of them does not fit the contract.
    """
    rules = all_of(rules, (Rule, PortfolioRule), "rules", "a rule made with @rule")

    @hookimpl
    def ssrpolicy_reporters() -> list[Reporter]:
        return list(reporters)

    @hookimpl
    def ssrpolicy_rules() -> list[AnyRule]:
        return list(rules)

    offered = SimpleNamespace(
        ssrpolicy_reporters=ssrpolicy_reporters, ssrpolicy_rules=ssrpolicy_rules
    )
    origin = Origin(distribution="under-test", entry_point="test")
    made = registry_of([read_plugin(origin, lambda: offered)])
    if made.failures:
        raise PluginError("\n".join(f"{str(each).removesuffix('.')}." for each in made.failures))
    return made
