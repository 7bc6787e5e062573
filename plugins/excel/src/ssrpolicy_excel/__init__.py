"""Policy records as an Excel tracker: one sheet each for requests, promises and progress."""

from ssrpolicy.reporting import Reporter, hookimpl
from ssrpolicy_excel.options import ExcelOptions
from ssrpolicy_excel.reporter import ExcelReporter

__all__ = ["ExcelOptions", "ExcelReporter", "ssrpolicy_reporters"]


@hookimpl
def ssrpolicy_reporters() -> list[Reporter]:
    """Return the reporter of this plugin."""
    return [ExcelReporter()]
