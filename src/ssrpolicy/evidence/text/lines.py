"""The lines of a plain text, and which of them belong together.

Blank lines separate them. A page break in mid-sentence does not, nor does the single space that the
publisher of parliamentary papers leaves at the top of a page.
"""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from ssrpolicy.evidence.text.abbreviations import ends_in_abbreviation
from ssrpolicy.evidence.text.questions import is_question_heading, opens, stops_within

_MARKER: Final = re.compile(
    r"(?P<sign>[-*+o\u2022\u2023\u00b7\u2013\u2014\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff]"
    r"|\uf0b7)\s+(?=\S)"
    r"|(?P<number>\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)\u00ba\u00b0])\s+(?=\S)"
)
#: Capitals mark items where several follow each other from A on; one by itself is an initial.
_CAPITAL: Final = re.compile(r"(?P<number>[A-Z][.)])\s+(?=\S)")
_STOP: Final = re.compile(r"[.!?:;\u2026][\"'\u201d\u2019\u00bb)\]]*$")
_LAST: Final = frozenset(".!?:;\u2026\"'\u201d\u2019\u00bb)]")
_ITEM_END: Final = re.compile(r"[,;]\s*(?:en|of|and|or)$")
_INDENT: Final = re.compile(r"(?:\t| {2,}|\u00a0{2,}|\u2003)")
_HEAD_LINE: Final = re.compile(
    r"(?:aan de |aan het |to the |geachte |dear |hoogachtend|yours |met vriendelijke "
    r"|[^\W\d][\w' -]*, (?:de )?\d{1,2} [a-z]+ \d{4}$)",
    re.IGNORECASE,
)

#: A line this much shorter than the others was ended by its writer, not by its width.
_SHORT: Final = 0.75
#: Lines wider than this are whole paragraphs: nobody wrapped them.
_UNWRAPPED: Final = 160
_FEWEST_LINES: Final = 2


class Line(NamedTuple):
    """A line's text without the white space around it, and where that text stands."""

    text: str
    start: int
    end: int
    indented: bool
    item: bool = False


def is_list_item(text: str, *, numbered: bool = True) -> bool:
    """Whether a line starts with the marker of a list's item."""
    match = _MARKER.match(text)
    return bool(match and (numbered or match["sign"]))


def marker_length(text: str) -> int:
    """How many characters the marker of a list's item takes, white space after it included."""
    match = _MARKER.match(text)
    return match.end() if match else 0


def groups(text: str) -> list[list[Line]]:
    """The lines that belong together, in reading order; white space is in none of them."""
    found, separated = _separated_by_blank_lines(text)
    if not separated and len(found) == 1:
        found = _separated_by_shape(found[0])
    return [_with_items(lines) for group in found for lines in _separated_by_indent(group)]


def _separated_by_blank_lines(text: str) -> tuple[list[list[Line]], bool]:
    """The groups between blank lines, and whether there was any blank line between two."""
    found: list[list[Line]] = []
    separated = False
    blank = page = False
    offset = 0
    for raw in text.splitlines(keepends=True):
        line = _line(raw, offset)
        offset += len(raw)
        if line is None:
            # A line end alone is a blank line; a form feed alone is only a new page.
            page = page or "\f" in raw
            blank = blank or raw.strip("\f") != ""
            continue
        if not found:
            found.append([line])
        elif (blank or page) and not _runs_on(found, line, page=page, blank=blank):
            found.append([line])
            separated = separated or blank
        else:
            found[-1].append(line)
        blank, page = False, raw.endswith("\f")
    return found, separated


def _line(raw: str, offset: int) -> Line | None:
    body = raw.strip()
    if body.startswith("\ufeff"):
        # The byte order mark is a character of the text, but of no word.
        body = body.lstrip("\ufeff").lstrip()
    if not body:
        return None
    if raw[0] == body[0]:  # as most lines begin
        return Line(body, offset, offset + len(body), indented=False)
    start = offset + raw.index(body[0])
    return Line(body, start, start + len(body), bool(_INDENT.match(raw.lstrip("\f\ufeff"))))


def _runs_on(found: list[list[Line]], line: Line, *, page: bool, blank: bool) -> bool:
    """Whether a sentence runs on over a page break."""
    group = found[-1]
    if not page or ends_sentence(group[-1].text):
        return False
    several = len(group) >= _FEWEST_LINES or _is_below_question_heading(found)
    return line.text[0].islower() or (not blank and several)


def _is_below_question_heading(found: list[list[Line]]) -> bool:
    """Whether the last group stands right below the heading of a question or an answer."""
    above = found[-2] if len(found) > 1 else found[-1][:-1]
    return bool(above) and is_question_heading(above[-1].text)


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence ends, or as what announces a list does."""
    # Most lines end in a letter, and need no closer look.
    return text[-1:] in _LAST and bool(_STOP.search(text)) and not ends_in_abbreviation(text)


def _starts_afresh(text: str) -> bool:
    """Whether a line starts as a sentence, a heading or an item does."""
    first = text.lstrip("\"'\u201c\u2018\u201e\u00ab([")[:1]
    return first.isupper() or first.isdigit() or is_list_item(text)


def _separated(
    lines: list[Line], starts_paragraph: Callable[[list[list[Line]], Line], bool]
) -> list[list[Line]]:
    """Separate lines into paragraphs, by a test of whether a line starts a new one."""
    found = [[lines[0]]]
    for line in lines[1:]:
        if starts_paragraph(found, line):
            found.append([line])
        else:
            found[-1].append(line)
    return found


def _separated_by_indent(lines: list[Line]) -> list[list[Line]]:
    """The paragraphs that only an indent of their first line sets apart."""
    indented = {line.indented for line in lines[1:]}
    if len(indented) <= 1:  # all of them are, or none is
        return [lines]
    return _separated(
        lines,
        lambda found, line: (
            line.indented
            and ends_sentence(found[-1][-1].text)
            and _starts_afresh(line.text)
            and not is_list_item(line.text)
        ),
    )


def _separated_by_shape(lines: list[Line]) -> list[list[Line]]:
    """The paragraphs of a text without blank lines, by lines that stop short or are whole."""
    widths = sorted(len(line.text) for line in lines)
    width = widths[(len(widths) * 9) // 10]
    return _separated(lines, lambda found, line: _parts(found, line, width))


def _parts(found: list[list[Line]], line: Line, width: int) -> bool:
    """Whether a new paragraph starts with this line of a text without blank lines."""
    group = found[-1]
    last = group[-1].text
    if is_list_item(line.text) or not _starts_afresh(line.text):
        return False
    if _HEAD_LINE.match(line.text) or (len(group) == 1 and _HEAD_LINE.match(last)):
        return True
    if is_question_heading(line.text) or is_question_heading(last):
        return True
    heads = len(group) == 1 and not _goes_on(found, line)
    short = len(last) < _SHORT * width and (heads or ends_sentence(last))
    return width > _UNWRAPPED or short


def _goes_on(found: list[list[Line]], line: Line) -> bool:
    """Whether a line goes on with the one above it, which so is not a heading."""
    above = found[-1][-1].text
    return opens(line.text) or stops_within(above) or _is_below_question_heading(found)


def _with_items(lines: list[Line]) -> list[Line]:
    """The same lines, those marked that start an item of a list."""
    capitals = [_CAPITAL.match(line.text) for line in lines]
    letters = [match.group()[0] for match in capitals if match]
    lettered = len(letters) > 1 and letters[:2] == ["A", "B"]
    markers = [
        _MARKER.match(line.text) or (capital if lettered else None)
        for line, capital in zip(lines, capitals, strict=True)
    ]
    if not any(markers):
        return lines
    made: list[Line] = []
    label: str | None = None
    for line, match in zip(lines, markers, strict=True):
        if match is None:
            made.append(line)
            continue
        last = made[-1].text if made else ""
        follows = label is not None and _follows(label, match.group())
        item = not made or follows or ends_sentence(last) or bool(_ITEM_END.search(last))
        label = match.group() if item else label
        made.append(line._replace(item=item))
    return made


def _follows(label: str, other: str) -> bool:
    """Whether a marker may come next in a list: the same sign, or the next number or letter."""
    label, other = label.strip().strip("()."), other.strip().strip("().")
    if label.isdecimal() and other.isdecimal():
        return int(other) == int(label) + 1
    if label.isalpha() and other.isalpha() and len(label) == len(other) == 1:
        return ord(other) == ord(label) + 1
    return label == other or (set(label + other) <= set("ivx") and label != "")
