"""Texts as they may be printed: what is not seen and acts all the same stands as its code."""

from ssrpolicy import unseen
from ssrpolicy.arguments import check_flag, check_type


def visible(text: str, *, controls: bool = True) -> str:
    """Return a text with each character in it that is not seen and acts written as its code.

    These are the marks that change the direction of text, those without width, and, with
    ``controls``, the control characters but tab and line feed. Every text of a record passes here
    on its way to a terminal, a finding or a document; the record, and JSON, keep its characters.
    """
    if controls is False and type(text) is str and text.isascii():
        return text  # as most texts are
    check_type(text, str, "text", '"nr. 124"')
    check_flag(controls, "controls")
    return unseen.visible(text, controls=controls)
