"""Text as a Word document holds it: every character the same, or refused with its place."""

import re
from html import escape
from urllib.parse import quote, urlsplit

from ssrpolicy.reporting import ContentError
from ssrpolicy.views import visible
from ssrpolicy_word.messages import _

# Languages as Word knows them, by the tag that records have for them.
_LANGUAGES = {"nl": "nl-NL", "en": "en-GB", "de": "de-DE", "fr": "fr-FR", "es": "es-ES"}
# What XML 1.0 cannot hold; and the carriage return, which it would turn into a line feed.
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
SENTENCE_ENDS = (".", "!", "?", "…")
"""The signs that end a sentence."""
_BREAKS = re.compile(r"([\t\n])")
_MARKS = {"\t": "<w:tab/>", "\n": "<w:br/>"}
# Word takes no longer address in a link.
_LONGEST_LINK = 2079
_SAFE_IN_LINK = "%/:=&?~#+!$,;'@()*[]"


def quoted(text: str) -> str:
    """Return text as the value of an attribute, between quotation marks."""
    return '"' + escape(text, quote=False).replace('"', "&quot;") + '"'


def language_tag(tag: str) -> str:
    """Return a language as Word marks it: "nl-NL" for "nl"."""
    return _LANGUAGES.get(tag, tag)


def characters(text: str, where: str) -> str:
    """Return a text as the content of a run; ``where`` says whose text it is, for the error.

    What is not seen and acts all the same, such as a mark that turns the direction, stands in it
    as its code.
    Raises ContentError for a character that no Word document can hold.
    """
    if found := _IMPOSSIBLE.search(text):
        around = text[max(0, found.start() - 20) : found.end() + 20]
        raise ContentError(
            _(
                "{where} holds the character U+{found:04X}, which a Word document cannot hold: "
                "{around!r}.",
                where=where,
                found=ord(found[0]),
                around=around,
            ),
            hint=_("Take the character out of the text it comes from."),
        )
    text = visible(text, controls=False)
    if "\t" not in text and "\n" not in text:
        return f'<w:t xml:space="preserve">{escape(text, quote=False)}</w:t>'
    return "".join(
        _MARKS.get(piece) or f'<w:t xml:space="preserve">{escape(piece, quote=False)}</w:t>'
        for piece in _BREAKS.split(text)
        if piece
    )


def field(instruction: str, shown: str, properties: str = "") -> str:
    """Return a field that Word keeps up to date, with what it shows until then."""
    return "".join(
        f"<w:r>{properties}{content}</w:r>"
        for content in (
            '<w:fldChar w:fldCharType="begin"/>',
            f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            f"<w:t>{shown}</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )


def link_target(url: str) -> str | None:
    """Return an address as the target of a link; None for one that Word would not open."""
    target = quote(url, safe=_SAFE_IN_LINK)
    try:
        host = urlsplit(target).hostname
    except ValueError:
        return None
    return target if host and len(target) <= _LONGEST_LINK else None
