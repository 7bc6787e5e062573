"""What the registry has of a distribution."""

from ssrpolicy.reporting import Registry


def failures_of(registry: Registry, distribution: str) -> list[str]:
    """What failed of one distribution, in words."""
    return [str(f) for f in registry.failures if f.origin.distribution == distribution]


def names_of(registry: Registry, distribution: str) -> list[str]:
    """The names of the reporters that one distribution offers."""
    return [r.name for r in registry.reporters if r.origin.distribution == distribution]
