"""Policy records as an Excel tracker: one sheet each for requests, promises and progress."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ssrpolicy.reporting import hookimpl

if TYPE_CHECKING:
    from ssrpolicy.reporting import Reporter

__all__ = ["ssrpolicy_reporters"]


@hookimpl
def ssrpolicy_reporters() -> list[Reporter]:
    """Return the reporters of this plugin, which are loaded when reporters are asked for."""
    from ssrpolicy_excel.reporter import ExcelReporter  # noqa: PLC0415 - loaded when reporters are asked for
    from ssrpolicy_excel.review.reporter import ReviewReporter  # noqa: PLC0415 - loaded when reporters are asked for

    return [ExcelReporter(), ReviewReporter()]
