"""One plugin as it was loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from ssrpolicy.fields import by_fields
from ssrpolicy.reporting.plugins.origins import Origin, PluginFailure, PluginStep
from ssrpolicy.rules import AnyRule

if TYPE_CHECKING:
    from ssrpolicy.reporting.plugins.drafters import OfferedDrafter
    from ssrpolicy.reporting.plugins.offers import OfferedReporter
    from ssrpolicy.reporting.plugins.readers import OfferedReader


@frozen(kw_only=True)
@by_fields
class Plugin:
    """One plugin: where it comes from, what it offers, and what of it failed.

    ``outdated`` says what it uses that a later version of ssrpolicy will not have, ``blamed``
    what it changed of the process when it was loaded, which was set back. ``steps`` are the calls
    by which it was read. ``disabled_by`` is what says that it is not loaded: a variable, a file.

    Attributes:
        origin: where it comes from.
        reporters: the reporters that it offers.
        rules: the rules that it offers.
        readers: the readers that it offers.
        failures: what of it failed.
        disabled: whether it was switched off.
        drafters: the drafters that it offers.
    """

    origin: Origin
    reporters: tuple[OfferedReporter, ...] = ()
    rules: tuple[AnyRule, ...] = ()
    readers: tuple[OfferedReader, ...] = ()
    drafters: tuple[OfferedDrafter, ...] = ()
    failures: tuple[PluginFailure, ...] = ()
    outdated: tuple[str, ...] = ()
    blamed: tuple[str, ...] = ()
    steps: tuple[PluginStep, ...] = field(default=(), eq=False, repr=False)
    disabled_by: str | None = None

    @property
    def disabled(self) -> bool:
        """Whether it was not loaded, because somebody says so."""
        return self.disabled_by is not None
