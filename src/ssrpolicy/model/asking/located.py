"""Where words stand in a source, and how far each of its sentences is recorded."""

from __future__ import annotations

from typing import Protocol, TypeAlias

from attrs import field, frozen

from ssrpolicy.arguments import ClosedVocabulary, all_of, check_number, check_type
from ssrpolicy.fields import by_fields
from ssrpolicy.messages import _
from ssrpolicy.model.documents.document import SetAside
from ssrpolicy.model.instruments import Instrument
from ssrpolicy.model.progress import Update
from ssrpolicy.model.requests import Disposition, Request
from ssrpolicy.model.statements import Statement
from ssrpolicy.model.texts import invalid_value


class BlockKind(ClosedVocabulary):
    """What a block of text is in the letter."""

    LETTERHEAD = "letterhead"
    """What stands above the text: sender, addressee, date, subject."""
    HEADING = "heading"
    """A heading."""
    BODY = "body"
    """A paragraph of the running text."""
    SIGNATURE = "signature"
    """Who signs."""
    NOTE = "note"
    """A footnote or an endnote."""
    ORNAMENT = "ornament"
    """What is only drawn, such as a line of dashes."""


class CoverageState(ClosedVocabulary):
    """How far a sentence is accounted for: wholly quoted or set aside, partly, or not at all."""

    QUOTED = "quoted"
    """It is accounted for wholly, and an entry quotes some of it or all."""
    SET_ASIDE = "set_aside"
    """It is set aside wholly."""
    PARTLY = "partly"
    """A part of it is neither quoted nor set aside."""
    UNTOUCHED = "untouched"
    """Nothing of it is quoted or set aside."""


class Displayed(Protocol):
    """A source's text, untouched and as it is shown."""

    @property
    def text(self) -> str:
        """The untouched text."""

    def display(self, start: int, end: int) -> str:
        """Return a stretch on one line, line-end hyphens joined or kept, white space folded."""


_MARKS = '("[", "]")'


@frozen(kw_only=True)
@by_fields
class PlaceInText:
    """Where words stand in a source.

    Attributes:
        start: the offset of the first character in the document's untouched text, in code points
            from 0.
        end: the offset after the last character.
        document: the id of the document; None where no record says which it is.
        kind: the part of the paper; None where the words stand between parts.
        heading: the heading above the first paragraph touched, on one line; None where there is
            none, and outside the body.
        paragraphs: the numbers of the paragraphs touched, from 1; none outside the body.
        page: the number of the page on which the words begin, from 1; None where the paper has no
            pages.
    """

    start: int
    end: int
    document: str | None = None
    kind: BlockKind | None = None
    heading: str | None = None
    paragraphs: tuple[int, ...] = ()
    page: int | None = None
    _source: Displayed = field(repr=False, eq=False)

    @property
    def paragraph(self) -> int | None:
        """The number of the first paragraph touched, from 1; None outside the body."""
        return self.paragraphs[0] if self.paragraphs else None

    @property
    def text(self) -> str:
        """The words as the source has them, on one line."""
        return self._source.display(self.start, self.end)

    def context(self, chars: int = 110, *, marks: tuple[str, str] = ("", "")) -> str:
        """Return the words with at most ``chars`` characters of the source before and after them.

        All stands on one line, cut between words; "…" says that the source goes on. ``marks`` are
        put before and after the words themselves.
        """
        chars = check_number(chars, "chars", least=0)
        check_type(marks, tuple, "marks", _MARKS)
        if len(all_of(marks, str, "marks", _MARKS)) != 2:  # noqa: PLR2004 - one before the words, one after
            raise invalid_value(_("marks are two texts, such as {example}", example=_MARKS))
        text, first, last = self._source.text, self.start - chars, self.end + chars
        before = self._source.display(max(0, first), self.start)
        after = self._source.display(self.end, min(len(text), last))
        if first > 0:
            before = "… " + before.partition(" ")[2]
        if last < len(text):
            after = after.rpartition(" ")[0] + " …"
        if text[self.start - 1 : self.start].isspace():
            before = before.rstrip() + " "
        if text[self.end : self.end + 1].isspace():
            after = " " + after.lstrip()
        return f"{before}{marks[0]}{self.text}{marks[1]}{after}".strip()


Quoting: TypeAlias = Request | Statement | Disposition | Instrument | Update
"""What may quote passages in support of itself."""

Covering: TypeAlias = Quoting | SetAside
"""What accounts for words of a source: an entry that quotes them, or sets them aside."""


@frozen(kw_only=True)
@by_fields
class SentenceRecorded:
    """A sentence of a source, and how far the record accounts for it.

    Attributes:
        place: where the sentence stands.
        state: whether it is quoted, set aside, partly either, or neither.
        entries: what quotes words of it or sets them aside, in the order of the record.
        missing: where the stretches stand that nothing quotes or sets aside.
    """

    place: PlaceInText
    state: CoverageState
    entries: tuple[Covering, ...] = field(repr=False)
    missing: tuple[PlaceInText, ...] = field(repr=False)

    @property
    def text(self) -> str:
        """The sentence on one line."""
        return self.place.text
