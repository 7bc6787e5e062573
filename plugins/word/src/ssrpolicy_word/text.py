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
# A hyphen that begins a word, joins numerals, or comes before a last short part ("one-off"), keeps
# to what comes after it.
_JOINING = re.compile(r"(?<!\S)-(?=[^\W\d])|(?<=\d)-(?=[\dIVX])|-(?=[^\W\d_]{1,3}(?![\w-]))")
_BREAKS = re.compile("([\t\n\x1f])")
_MARKS = {"\t": "<w:tab/>", "\n": "<w:br/>", "\x1f": "<w:noBreakHyphen/>"}
# Word takes no longer address in a link.
_LONGEST_LINK = 2079
_SAFE_IN_LINK = "%/:=&?~#+!$,;'@()*[]"


def quoted(text: str) -> str:
    """Return text as the value of an attribute, between quotation marks."""
    return '"' + escape(text, quote=False).replace('"', "&quot;") + '"'


def language_tag(tag: str) -> str:
    """Return a language as Word marks it: "nl-NL" for "nl"."""
    return _LANGUAGES.get(tag, tag)


def characters(text: str, where: str, *, joined: bool = False) -> str:
    """Return a text as the content of a run; ``where`` says whose text it is, for the error.

    What is not seen and acts all the same, such as a mark that turns the direction, stands in it
    as its code. No line of a ``joined`` text breaks within a number such as 32123-X.
    Raises ContentError for a character that no Word document can hold.
    """
    # What Python would print needs no closer look, and that is seen far sooner.
    if not text.isprintable() and (found := _IMPOSSIBLE.search(text)):
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
    if joined and "-" in text:
        # A character that no document can hold stands for the hyphen, until it is written.
        text = _JOINING.sub("\x1f", text)
    if text.isprintable() or not _BREAKS.search(text):
        return f'<w:t xml:space="preserve">{escape(text, quote=False)}</w:t>'
    return "".join(
        _MARKS.get(piece) or f'<w:t xml:space="preserve">{escape(piece, quote=False)}</w:t>'
        for piece in _BREAKS.split(text)
        if piece
    )


FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
"""What closes a field."""


def field_start(instruction: str, properties: str = "") -> str:
    """Return the beginning of a field that Word keeps up to date; what it shows comes next."""
    return "".join(
        f"<w:r>{properties}{content}</w:r>"
        for content in (
            '<w:fldChar w:fldCharType="begin"/>',
            f'<w:instrText xml:space="preserve"> {escape(instruction, quote=False)} </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
        )
    )


def field(instruction: str, shown: str, properties: str = "") -> str:
    """Return a field that Word keeps up to date, with what it shows until then."""
    start, end = (
        field_start(instruction, properties),
        FIELD_END.replace("<w:r>", f"<w:r>{properties}"),
    )
    return f"{start}<w:r>{properties}<w:t>{shown}</w:t></w:r>{end}"


def link_target(url: str) -> str | None:
    """Return an address as the target of a link; None for one that Word would not open."""
    target = quote(url, safe=_SAFE_IN_LINK)
    try:
        host = urlsplit(target).hostname
    except ValueError:
        return None
    return target if host and len(target) <= _LONGEST_LINK else None
