"""The contract with readers: plugins that give the text of a file, such as a PDF."""

from __future__ import annotations

from typing import Any, Final, Protocol, runtime_checkable

from attrs import field, frozen

from ssrpolicy.fields import typed
from ssrpolicy.messages import _, wrong_type
from ssrpolicy.model import TextParts, invalid_value
from ssrpolicy.unseen import each_on_one_line

READER_API: Final = 1
"""The version of this contract that the host speaks."""

_CONTROL: Final = frozenset(map(chr, (*range(9), 11, 12, *range(14, 32), 127, 0xFFFE, 0xFFFF)))


def _text(_instance: object, _attribute: object, text: Any) -> None:
    if not isinstance(text, str):
        raise wrong_type(text, "text", '"..."')
    if found := sorted(_CONTROL.intersection(text)):
        raise invalid_value(
            _("The text holds the control character U+{sign:04X}", sign=ord(found[0]))
        )
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise invalid_value(_("The text holds half of a character pair")) from None


def _parts(instance: SourceReading, _attribute: object, parts: Any) -> None:
    if not isinstance(parts, TextParts):
        raise wrong_type(parts, "parts", "TextParts(pages=(), apart=())")
    starts = [page.start for page in parts.pages]
    if max((*starts, parts.notes or 0)) > len(instance.text):
        raise invalid_value(_("The pages or notes begin after the end of the text"))
    if starts[:1] not in ([], [0]):
        raise invalid_value(_("The first page does not begin at the start of the text"))


@frozen(kw_only=True, field_transformer=typed)
class SourceReading:
    """What a reader made of a file.

    ``text`` is what people would copy from it, paragraph by paragraph: lines end in a line feed, a
    blank line separates paragraphs, a word that the end of a line breaks keeps its hyphen before
    the line feed. A paragraph that runs over the end of a page is one paragraph. Notes stand at the
    end, one a paragraph. ``parts`` says where pages and notes begin and has what does not belong
    to the running text: every character of the file is in the text or there. ``remarks`` are
    sentences for the user about what is doubtful.
    """

    text: str = field(validator=_text, repr=False)
    parts: TextParts = field(factory=TextParts, validator=_parts, repr=False)
    remarks: tuple[str, ...] = field(default=(), converter=each_on_one_line)


@runtime_checkable
class Reader(Protocol):
    """Gives the text of files of some format; any object with these members is one.

    It must keep nothing between two files, and reads nothing but the bytes that it is given.
    """

    @property
    def name(self) -> str:
        """What ``--reader`` takes: lower-case words with hyphens, such as ``pdf``."""

    @property
    def summary(self) -> str:
        """What the reader reads, in one sentence."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The suffixes of the names of such files, without the dot before it, such as ``pdf``."""

    @property
    def media_types(self) -> tuple[str, ...]:
        """The media types of such files, such as ``application/pdf``."""

    @property
    def api(self) -> int:
        """The version of this contract that it was written for: 1."""

    def read(self, data: bytes, name: str) -> SourceReading:
        """Return the text of a file, given its bytes; the same bytes give the same text.

        ``name`` is what messages call the file; it says nothing of what is in it. Raise InputError,
        with words for the user and what would work, where the file cannot be read: it is damaged,
        encrypted, far too large, has no text, or is not a paper at all.
        """
