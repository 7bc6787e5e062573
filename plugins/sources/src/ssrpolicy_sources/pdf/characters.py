"""The characters of a PDF's pages, with where they stand, in pieces of one line and one font."""

from __future__ import annotations

from collections import Counter
from typing import Final

from attrs import define, field, frozen

from ssrpolicy.reporting import InputError
from ssrpolicy_sources.messages import _
from ssrpolicy_sources.pdf import extraction
from ssrpolicy_sources.pdf.guard import Guard
from ssrpolicy_sources.text import clean

_MOST_UNREADABLE: Final = 0.1
_FEWEST_LETTERS: Final = 20


@define
class Piece:
    """Characters next to each other on one line, of one size and font.

    ``left`` and ``right`` are its edges, ``base`` the line that it stands on and ``size`` that of
    its letters, in points from the page's lower left corner.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    font: str
    tilted: bool = False


@frozen
class Page:
    """A page with its pieces, in the order in which the file has them.

    ``picture`` says that it has one, and hardly a text.
    """

    number: int
    width: float
    height: float
    pieces: tuple[Piece, ...] = field(repr=False)
    original: str = field(repr=False)
    picture: bool = False


def pages_of(data: bytes, guard: Guard | None = None) -> tuple[list[Page], int]:
    """Return the pages of a PDF, and how many of its characters nobody can read.

    Raises InputError where it has no text: a scan, or fonts that do not say which letters they
    have; where it is far larger than a letter; and where the PDF library crashes or hangs on it.
    """
    found: list[Page] = []
    count = unreadable = 0
    for answer in (guard or Guard()).answers(data):
        if extraction.REFUSED in answer:
            raise _refused(answer, count, len(found) + 1)
        count = answer.get("pages", count)
        if "pieces" in answer:
            found.append(_page(answer, len(found) + 1))
            unreadable += answer["unreadable"]
    letters = sum(sign.isalpha() for page in found for sign in page.original)
    if unreadable > _MOST_UNREADABLE * (letters + unreadable):
        raise InputError(
            _("the fonts of the PDF do not say which letters they show."),
            hint=_("Ask for the letter in another form, or have its pictures recognised as text."),
        )
    if letters < _FEWEST_LETTERS:
        raise no_text()
    return found, unreadable


def no_text() -> InputError:
    """Return the words for a PDF of pictures, with at most a page's head or foot as text."""
    return InputError(
        _("the PDF has no text: it is a scan, or a picture."),
        hint=_("Have its text recognised (OCR) by another program, or ask for the original."),
    )


def _page(answer: extraction.Answer, number: int) -> Page:
    """Return a page with the way up of most of its letters; what else is turned is tilted."""
    turns: Counter[int] = Counter({0: 1})
    for words, *__, turn in answer["pieces"]:
        turns[turn] += len(words)
    upright = turns.most_common(1)[0][0]
    if upright == extraction.TILTED:
        upright = 0
    pieces = [
        Piece(clean(words), left, right, base, size, font, turn != upright)
        for words, left, right, base, size, font, turn in answer["pieces"]
    ]
    original = "".join(piece.text for piece in pieces)
    there = tuple(piece for piece in pieces if piece.text.strip())
    width, height = answer["width"], answer["height"]
    if upright % 2:
        width, height = height, width
    return Page(number, width, height, there, original, picture=answer["picture"])


def _refused(answer: extraction.Answer, count: int, number: int) -> InputError:
    """Return the words for a PDF that is not read, of ``count`` pages, from page ``number`` on."""
    reason = answer[extraction.REFUSED]
    if reason == "library":
        return InputError(
            _("the PDF library cannot be loaded: {error}.", error=answer["error"]),
            hint=_("Install {package} again.", package="ssrpolicy-sources"),
        )
    if reason == "password":
        return InputError(
            _("the PDF is encrypted with a password."),
            hint=_("Open it with its password and print it to a new PDF."),
        )
    if reason == "pages" and not count:
        return InputError(_("the PDF has no pages."))
    smaller = _("Save the pages of the letter itself as a PDF of their own.")
    if reason == "pages":
        most = extraction.MOST_PAGES
        return InputError(
            _(
                "the PDF has {count:,} pages, and at most {most:,} are read.",
                count=count,
                most=most,
            ),
            hint=smaller,
        )
    if reason in {"page", "characters"}:
        most = extraction.MOST_CHARACTERS
        large = _("the PDF has more than {most:,} characters.", most=most)
        if reason == "page":
            most = extraction.MOST_ON_A_PAGE
            large = _(
                "page {page} of the PDF has more than {most:,} characters.", page=number, most=most
            )
            smaller = _("Print it anew as a PDF, in pages of A4.")
        return InputError(large, hint=smaller)
    return InputError(
        _("this is not a PDF, or a damaged one."),
        hint=_("Download it again, or take the page where it opens in a browser."),
    )
