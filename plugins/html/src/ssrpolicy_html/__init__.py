"""Policy records as one page to read and to share: the source next to what is recorded of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ssrpolicy.reporting import hookimpl

if TYPE_CHECKING:
    from ssrpolicy.reporting import Reporter

__all__ = ["ssrpolicy_reporters"]


@hookimpl
def ssrpolicy_reporters() -> list[Reporter]:
    """Return the reporter of this plugin, which is loaded when reporters are asked for."""
    from ssrpolicy_html.reporter import HtmlReporter  # noqa: PLC0415 - loaded when reporters are asked for

    return [HtmlReporter()]
