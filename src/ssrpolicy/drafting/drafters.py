"""The drafters that can be asked: the one built in, and those of plugins."""

from __future__ import annotations

from functools import cache

from ssrpolicy.arguments import check_type
from ssrpolicy.drafting.cues.drafter import Cues
from ssrpolicy.errors import PluginError
from ssrpolicy.messages import _, did_you_mean, either
from ssrpolicy.reporting import OfferedDrafter, Origin, Registry
from ssrpolicy.similar import most_like

BUILT_IN = "cues"
"""The name of the drafter that is asked where nobody names one."""


@cache
def built_in() -> OfferedDrafter:
    """Return the drafter that comes with ssrpolicy."""
    return OfferedDrafter.of(Cues(), Origin(distribution="ssrpolicy", entry_point=BUILT_IN))


def all_drafters(registry: Registry) -> tuple[OfferedDrafter, ...]:
    """Return every drafter that can be asked, the one built in first."""
    return (built_in(), *registry.drafters)


def find_drafter(name: str, registry: Registry) -> OfferedDrafter:
    """Return the drafter with this name, or with this ``DISTRIBUTION:NAME``.

    Raises PluginError where there is none, with the nearest and with what failed to load; and
    where several have the name.
    """
    check_type(name, str, "drafter", '"cues"')
    offered = all_drafters(registry)
    found = [each for each in offered if name in (each.name, each.full_name)]
    if len(found) == 1:
        return found[0]
    if found:
        names = [each.full_name for each in found]
        raise PluginError(
            _("{number} distributions offer a drafter {name}.", number=len(found), name=name),
            hint=_("Say {names}.", names=either(names)),
        )
    names = [each.name for each in offered]
    hints = [_("There are: {names}.", names=", ".join(names))]
    if close := most_like(name, names, n=1):
        hints.insert(0, did_you_mean(close))
    hints += registry.unusable
    raise PluginError(_("No drafter is called {name!r:.80}.", name=name), hint="\n".join(hints))
