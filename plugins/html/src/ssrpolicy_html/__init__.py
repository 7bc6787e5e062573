"""Policy records as one page to read and to share: the source next to what is recorded of it."""

from ssrpolicy.reporting import Reporter, hookimpl
from ssrpolicy_html.options import HtmlOptions
from ssrpolicy_html.reporter import HtmlReporter

__all__ = ["HtmlOptions", "HtmlReporter", "ssrpolicy_reporters"]


@hookimpl
def ssrpolicy_reporters() -> list[Reporter]:
    """Return the reporter of this plugin."""
    return [HtmlReporter()]
