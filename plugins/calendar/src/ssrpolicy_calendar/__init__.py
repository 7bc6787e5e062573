"""Terms of commitments in policy records as a calendar (iCalendar)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ssrpolicy.reporting import hookimpl

if TYPE_CHECKING:
    from ssrpolicy.reporting import Reporter

__all__ = ["ssrpolicy_reporters"]


@hookimpl
def ssrpolicy_reporters() -> list[Reporter]:
    """Return the reporter of this plugin, which is loaded when reporters are asked for."""
    from ssrpolicy_calendar.reporter import CalendarReporter  # noqa: PLC0415 - importing a plugin must stay cheap, for every command loads all of them

    return [CalendarReporter()]
