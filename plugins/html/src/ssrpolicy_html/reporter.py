"""The reporter ``html``: its name, its options, and the call that writes a page."""

from typing import Any, BinaryIO

from ssrpolicy.reporting import Report
from ssrpolicy_html.options import HtmlOptions


class HtmlReporter:
    """Writes one or more records as a page that needs nothing but a browser."""

    name = "html"
    summary = "A page to read: the sources with every passage marked, next to what is recorded."
    suffix = "html"
    media_type = "text/html"
    api = 1
    mark = b'<meta name="generator" content="ssrpolicy">'
    shows_internal = False
    supports_selection = True
    wants_drafts = True
    options: type[Any] = HtmlOptions

    def write(self, report: Report, out: BinaryIO) -> None:
        """Write the page as UTF-8; the same report gives the same bytes."""
        from ssrpolicy_html.page import write_page  # noqa: PLC0415 - it loads Jinja2, which is needed for a page only

        options = report.options if isinstance(report.options, HtmlOptions) else HtmlOptions()
        write_page(report, options, out)
