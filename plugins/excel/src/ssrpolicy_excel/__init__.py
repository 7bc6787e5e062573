"""Policy records as an Excel tracker: one sheet each for requests, promises and progress."""

from ssrpolicy.reporting import Reporter, hookimpl

__all__ = ["ssrpolicy_reporters"]


@hookimpl
def ssrpolicy_reporters() -> list[Reporter]:
    """Return the reporter of this plugin, which is loaded when reporters are asked for."""
    from ssrpolicy_excel.reporter import ExcelReporter  # noqa: PLC0415 - the reason is given above

    return [ExcelReporter()]
