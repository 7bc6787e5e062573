"""The reader of PDF files."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from ssrpolicy.reporting import SourceReading
from ssrpolicy_sources.messages import ngettext
from ssrpolicy_sources.pdf.characters import no_text, pages_of
from ssrpolicy_sources.pdf.columns import in_columns
from ssrpolicy_sources.pdf.guard import Guard
from ssrpolicy_sources.pdf.layout import HEADING, SAME_SIZE, Body, Laid, laid_out, top_of_text
from ssrpolicy_sources.pdf.lines import Line
from ssrpolicy_sources.pdf.tables import Table, with_tables
from ssrpolicy_sources.text import Assembly

_ENDS: Final = re.compile(r"[.!?:;…][\"'”’»)\]]*[⁰¹²³⁴⁵⁶⁷⁸⁹]*$")
_ITEM: Final = re.compile(r"(?:[•\-–—▪◦·*]|\(?(?:\d{1,2}|[a-z])[.)])\s+\S")
_SHORT: Final = 0.75


def read(data: bytes, guard: Guard | None = None) -> SourceReading:
    """Return the text of a PDF; raises InputError where it has none that can be read.

    ``guard`` is the process in which its characters are taken out, by default the usual one.
    """
    pages, unreadable = pages_of(data, guard)
    text = Assembly()
    last: Line | None = None
    set_as: Body | None = None
    pictures = []
    for page in laid_out(pages):
        _set_apart(text, page)
        last = _add_body(text, page, last if page.set_as is set_as else None)
        set_as = page.set_as
        _add_notes(text, page)
        if page.page.picture and not page.body:
            pictures.append(page.page.number)
    if not text.paragraphs:
        raise no_text()
    remarks = []
    if pictures:
        remarks.append(
            ngettext(
                "Page {pages} is a picture without text, and nothing of it was read.",
                "Pages {pages} are pictures without text, and nothing of them was read.",
                len(pictures),
                pages=", ".join(map(str, pictures)),
            )
        )
    if unreadable:
        remarks.append(
            ngettext(
                "One character has a font that does not say which it is; it stands as �.",
                "{number} characters have fonts that do not say which they are; they stand as �.",
                unreadable,
            )
        )
    return text.reading((page.original for page in pages), remarks)


def _set_apart(text: Assembly, laid: Laid) -> None:
    """Set apart the lines around the body, adjacent lines of one kind as one text."""
    ordered = sorted(laid.apart, key=lambda each: (-round(each[1].base), each[1].left))
    for kind, lines in groupby(ordered, key=lambda each: each[0]):
        text.apart(kind, "\n".join(line.text for _kind, line in lines), laid.page.number)


def _add_body(text: Assembly, laid: Laid, last: Line | None) -> Line | None:
    """Add the lines of a page's body, in the order of its columns; return the last of them."""
    number, body = laid.page.number, laid.set_as
    lines: Iterable[Line | Table] = _in_order(laid)
    if len(body.columns) == 1:
        head = top_of_text(laid.body, body) if number == 1 else math.inf
        lines = with_tables(in_columns(laid.body, body, first=number == 1), body, above=head)
    for first, line in enumerate(lines):
        if isinstance(line, Table):
            text.paragraph(line.text, number)
            last = None
            continue
        goes_on = last is not None and (
            _same_paragraph(last, line, body) if first else _over_the_page(last, line, body)
        )
        text.paragraph(line.text, number, goes_on=goes_on)
        last = line
    return last


def _in_order(laid: Laid) -> list[Line]:
    """Return the lines of a page as they are read: what runs over all columns in its place."""
    body = laid.set_as
    if len(body.columns) == 1:
        return laid.body
    # A line that runs over both columns, such as a title, divides the page.
    found: list[Line] = []
    waiting: list[Line] = []
    for line in laid.body:
        column = body.column(line)
        if column + 1 < len(body.columns) and line.right > body.columns[column + 1][0]:
            found += sorted(waiting, key=lambda each: (body.column(each), -each.base))
            found.append(line)
            waiting = []
        else:
            waiting.append(line)
    return found + sorted(waiting, key=lambda each: (body.column(each), -each.base))


def _same_paragraph(above: Line, line: Line, body: Body) -> bool:
    """Whether a line goes on with the paragraph of the line above it on the page."""
    gap = above.base - line.base
    if abs(gap) <= 0.3 * body.size:
        return True  # a dossier's number, and its title on the same height
    if gap < 0:
        # It stands at the top of the next column.
        return _over_the_page(above, line, body)
    if gap > 1.35 * max(body.pitch, 1.15 * line.size) or abs(above.size - line.size) > SAME_SIZE:
        return False
    if HEADING.fullmatch(above.text) or HEADING.fullmatch(line.text):
        return False
    if line.fonts and above.fonts == line.fonts and body.font not in line.fonts:
        return not _begins(above, line, body)
    headings = _is_heading(above, body) or _is_heading(line, body)
    return not headings and not _begins(above, line, body)


def _begins(above: Line, line: Line, body: Body) -> bool:
    """Whether a line begins a paragraph by its indent, or after a line that stopped short."""
    left, right = body.columns[body.column(line)]
    ended = bool(_ENDS.search(above.text))
    if line.backward:  # its letters have no capitals
        return ended and above.right - above.left < _SHORT * (right - left)
    indented = line.left > above.left + 0.8 * body.size and abs(above.left - left) <= body.size
    short = above.right < left + _SHORT * (right - left)
    return ended and not _ITEM.match(line.text) and (indented or short) and line.text[:1].isupper()


def _is_heading(line: Line, body: Body) -> bool:
    """Whether a line is set as a heading: a question's number, or short and of another font."""
    if HEADING.fullmatch(line.text):
        return True
    left, right = body.columns[body.column(line)]
    short = line.right < left + 0.85 * (right - left)
    other = bool(line.fonts) and body.font not in line.fonts
    return short and other and not _ENDS.search(line.text)


def _over_the_page(last: Line, line: Line, body: Body) -> bool:
    """Whether the first line of a page or column goes on with the last paragraph before it."""
    if _ENDS.search(last.text) or _is_heading(line, body) or _is_heading(last, body):
        return False
    left, right = body.columns[body.column(last)]
    full = last.right > left + _SHORT * (right - left)
    return line.text[:1].islower() or last.text.endswith("-") or full


def _add_notes(text: Assembly, laid: Laid) -> None:
    for note in _notes(laid.notes):
        said = "\n".join(line.text for line in note)
        if note[0].mark or not text.has_notes:
            text.note(said, laid.page.number)
        else:
            text.more_of_note(said)


def _notes(lines: Sequence[Line]) -> list[list[Line]]:
    found: list[list[Line]] = []
    for line in lines:
        if line.mark or not found:
            found.append([line])
        else:
            found[-1].append(line)
    return found
