"""The reporter ``html``: its name, its options, and how it is asked to write."""

from __future__ import annotations

from typing import Any, BinaryIO, Literal

from attrs import frozen

from ssrpolicy.reporting import Report, option


@frozen(kw_only=True)
class HtmlOptions:
    """What the page shows beside the entries, which are always all there, and its colours."""

    sources: bool = option(
        default=True,
        help="Show the text of the sources; else only the quotes, as for sources not to be shared.",
    )
    timeline: bool = option(default=True, help="Show the time line of updates and terms.")
    colours: Literal["auto", "light", "dark"] = option(
        "auto", help="Light or dark; auto follows the reader's own setting."
    )


class HtmlReporter:
    """Writes one or more records as a page that needs nothing but a browser."""

    name = "html"
    summary = "A page to read: the sources with every passage marked, beside what is recorded."
    suffix = "html"
    media_type = "text/html"
    api = 1
    options: type[Any] = HtmlOptions

    def write(self, report: Report, out: BinaryIO) -> None:
        """Write the page as UTF-8; the same report gives the same bytes."""
        # Jinja takes a while to import; whoever only lists plugins need not wait for it.
        from ssrpolicy_html.page import write_page  # noqa: PLC0415 - see above

        options = report.options if isinstance(report.options, HtmlOptions) else HtmlOptions()
        write_page(report, options, out)
