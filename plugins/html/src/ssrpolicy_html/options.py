"""The options of the reporter ``html``."""

from typing import Literal

from attrs import frozen

from ssrpolicy.reporting import option


@frozen(kw_only=True)
class HtmlOptions:
    """What the page shows apart from the entries, which are always all there, and its colours."""

    sources: bool = option(
        default=True,
        help="Show the text of the sources; else only the quotes, as for sources not to be shared.",
    )
    drafts: bool = option(
        default=False,
        help="Show the open proposals of a draft, apart and as what they are: in no record yet.",
    )
    timeline: bool = option(default=True, help="Show the timeline of updates and due dates.")
    colours: Literal["auto", "light", "dark"] = option(
        "auto", help="Light or dark; auto follows the reader's own setting."
    )
