"""The layout of a text read from pages: page numbers, notes, and parts outside the running text."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

from attrs import Attribute, field, frozen

from ssrpolicy.arguments import ClosedVocabulary, check_number, whole_number, whole_number_or_none
from ssrpolicy.fields import by_fields
from ssrpolicy.messages import _
from ssrpolicy.model.texts import invalid_value, made_of, plain_text

_MOST_PAGES = 1_000_000


class ApartKind(ClosedVocabulary):
    """What stands on a page, or in a file, and not in the running text."""

    PAGE_HEAD = "page_head"
    """What stands at the head of a page, above the text."""
    PAGE_FOOT = "page_foot"
    """What stands at the foot of a page, below the text, but for notes."""
    MARGIN = "margin"
    """What stands in the margin of a page, next to the text."""
    LINE_NUMBER = "line_number"
    """The number of a line."""
    NAVIGATION = "navigation"
    """What leads through a page of the web, such as a menu."""
    COMMENT = "comment"
    """A comment of a reader or an editor."""
    DELETED = "deleted"
    """What was deleted under tracked changes."""
    HIDDEN = "hidden"
    """What is hidden in the file."""


def _page(_instance: object, attribute: Attribute[Any], number: int | None) -> None:
    if number is None and attribute.default is None:
        return
    if type(number) is not int or not 1 <= number <= _MOST_PAGES:
        raise invalid_value(
            _("{name} is {number}: pages count from 1", name=attribute.name, number=number),
            of_type=type(number) is int,
        )


def _offset(_instance: object, attribute: Attribute[Any], offset: int | None) -> None:
    if offset is None and attribute.default is None:
        return
    if type(offset) is not int or offset < 0:
        raise invalid_value(
            _(
                "{name} is {number}: places in a text count from 0",
                name=attribute.name,
                number=offset,
            ),
            of_type=type(offset) is int,
        )


def _starts(_instance: object, attribute: Attribute[Any], pages: Any) -> None:
    if not isinstance(pages, tuple):
        pages = (pages,)
    _pages(None, attribute, pages)
    starts = [page.start for page in pages]
    if starts != sorted(starts):
        raise invalid_value(
            _("{name} are places in the text in its order, from 0", name=attribute.name)
        )


@frozen(kw_only=True)
@by_fields
class PageStart:
    """Where a page begins in a text: an offset in the text, and the number of the page.

    Attributes:
        start: the offset in the text, in code points from 0.
        page: the number of the page, from 1.
    """

    start: int = field(converter=whole_number, validator=_offset)
    page: int = field(converter=whole_number, validator=_page)


_pages = made_of(PageStart, "PageStart(start=0, page=1)")


@frozen(kw_only=True)
@by_fields
class ApartText:
    """A text that stands next to the running text: a page's head or foot, a margin, a comment.

    Attributes:
        kind: what it is: a page's head or foot, a margin, a comment.
        text: the text itself.
        page: the number of its page, from 1, where the file has pages.
    """

    kind: ApartKind = field(validator=made_of(ApartKind, "ApartKind.MARGIN"))
    text: str = field(validator=plain_text)
    page: int | None = field(default=None, converter=whole_number_or_none, validator=_page)


@frozen(kw_only=True)
@by_fields
class TextParts:
    """How a document's text lay in the file that it was read from.

    Attributes:
        pages: the places in the text at which another page begins, in the order of the text: its
            pages, then those of its notes; a file without pages has none.
        notes: the offset, in code points from 0, from which on the text has only notes (footnotes
            and endnotes), one a paragraph; None where it has none.
        apart: the texts that do not belong to the running text, in the order of the file.
    """

    pages: tuple[PageStart, ...] = field(default=(), validator=_starts)
    notes: int | None = field(default=None, converter=whole_number_or_none, validator=_offset)
    apart: tuple[ApartText, ...] = field(
        default=(), validator=made_of(ApartText, 'ApartText(kind=ApartKind.MARGIN, text="...")')
    )

    def page_at(self, place: int) -> int | None:
        """Return the number, from 1, of the page on which a place of the text stands, if known."""
        place = check_number(place, "place")
        found = bisect_right(self.pages, place, key=lambda each: each.start)
        return self.pages[found - 1].page if found else None
