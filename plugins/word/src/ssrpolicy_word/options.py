"""The options of every Word document of ours: a template, and where its sources stand."""

from typing import Literal

from attrs import frozen

from ssrpolicy.reporting import InputFile, option


@frozen(kw_only=True)
class DocumentOptions:
    """The options that all Word reporters have; the options of each inherit them."""

    template: InputFile | None = option(
        None,
        help="A Word document or template (.docx, .dotx, .docm, .dotm) whose styles, header, "
        "footer and page set-up the document takes; it is filled at the bookmark ssrpolicy.",
    )
    sources: Literal["footnotes", "list"] = option(
        "footnotes", help="Where the sources stand: in footnotes, or in a numbered list at the end."
    )
