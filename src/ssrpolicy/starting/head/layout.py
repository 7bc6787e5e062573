"""The layout of a head: labels above their values, tables and columns, read one below the other.

A letterhead sets "Datum", "Ons kenmerk" and "Bijlagen" next to each other and their values on the
line below. What says nothing for certain is left as it stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from ssrpolicy.starting.days import WRITTEN_DAY
from ssrpolicy.starting.signatures import SALUTATION

LABEL: Final = (
    r"(?:(?:datum|date) (?:uw|your) (?:brief|letter)|datum|date|bijlagen?(?:\(n\))?"
    r"|enclosures?(?:\(s\))?|pag(?:ina|e)"
    r"|contactpersoon|contact|telefoon|telephone|doorkiesnummer|fax(?:nummer)?|e-?mail|afdeling"
    r"|auteur|behandeld door|inlichtingen bij|onderwerp|betreft|subject|zaaknummer"
    r"|(?:uw|your) (?:brief|letter)(?: van| of|,? kenmerk| ?\(kenmerk\)| en kenmerk)?"
    r"|(?:ons |onze |uw |our |your )?(?:kenmerk|referentie|reference|ref)\.?)"
)
_A_LABEL: Final = re.compile(rf"{LABEL}[ \t]*:?", re.IGNORECASE)
_LABELS: Final = re.compile(rf"(?:{LABEL}(?:[ \t]+|$)){{2,}}", re.IGNORECASE)
_BEGINS_WITH_LABEL: Final = re.compile(rf"\s*{LABEL}(?!\w)", re.IGNORECASE)
_BEFORE_LABEL: Final = re.compile(
    rf"(?<=\S)(?:\t(?={LABEL}(?!\w))|(?: {{2,}}| [-–|] )(?={LABEL}[ \t]*:))", re.IGNORECASE
)
#: A bar between a label and its value, where no bars stand around the row.
_BARRED: Final = re.compile(rf"^([ \t]*{LABEL})[ \t]*\|[ \t]*(?=[^\s|][^|\n]*$)", re.IGNORECASE)
_TABLE: Final = re.compile(r"^[ \t]*\|(?P<row>.*)\|[ \t]*$")
_RULE: Final = re.compile(r"^[\s|:+=-]*$")
_EMPHASIS: Final = re.compile(r"(?<!\w)(\*\*|__)(?=\S)([^*_\n]+?)(?<=\S)\1(?!\w)")
_DATE_FIRST: Final = re.compile(rf"{WRITTEN_DAY}(?!\S)", re.IGNORECASE)
_DATED: Final = re.compile(r"dat(?:um|e)\b", re.IGNORECASE)
_DATED_OR_THEIRS: Final = re.compile(r"dat(?:um|e)\b|(?:uw|your) (?:brief|letter)", re.IGNORECASE)
_THEIRS: Final = re.compile(r"\b(?:uw|your)\b", re.IGNORECASE)
#: Where no salutation ends a head, its first sentence does.
_SENTENCE: Final = re.compile(
    rf"^(?![ \t]*(?i:{LABEL})\b)[^\n|]{{15,}}[a-z]{{2}}(?<!vermelden)(?<!behandelen)[.!?][ \t]*$",
    re.MULTILINE,
)
_COUNTED: Final = re.compile(r"bijlage|enclosure|pag", re.IGNORECASE)
_COUNT: Final = re.compile(r"\d{1,2}|geen|none|diversen?|-", re.IGNORECASE)
_MOST_BLANK: Final = 2
_LONGEST_ROW: Final = 300
_FEWEST_ROWS: Final = 2
_NEAR: Final = 4
_RIGHT_COLUMN: Final = 35


def laid_out(text: str, longest: int) -> str:
    """Return a text whose head, of at most ``longest`` characters, stands in one column."""
    begins = SALUTATION.search(text, 0, longest)
    ends = begins or _SENTENCE.search(text, 0, longest)
    # A line is read whole.
    end = ends.start() if ends else text.rfind("\n", 0, longest) + 1
    rows = _EMPHASIS.sub(r"\2", text[:end]).split("\n")
    rows = list(_valued([_BARRED.sub(r"\1: ", cell) for row in rows for cell in _apart(row)]))
    return "\n".join(_in_one_column(rows) if begins else rows) + text[end:]


def _valued(rows: Sequence[str]) -> Iterator[str]:
    """The lines of a head, each label of a line together with its value on the line below."""
    place = 0
    while place < len(rows):
        labels, values, end = _group(rows, place)
        if values:
            pairs = zip(labels, values, strict=True)
            yield from (f"{name}: {value}" for name, value in pairs if value)
            yield ""
            place = end
            continue
        table = _TABLE.match(rows[place])
        if table is None:
            yield rows[place]
        elif not _RULE.match(rows[place]):
            yield from filter(None, map(str.strip, table["row"].split("|")))
        place += 1


def _group(rows: Sequence[str], place: int) -> tuple[list[str], list[str] | None, int]:
    """The labels that stand together at a place, their values, and where these end.

    Both stand next to each other on a line, or one below the other, as the cells of a table do.
    """
    if labels := _labels(rows[place]):
        after = range(place + 1, min(place + 2 + _MOST_BLANK, len(rows)))
        below = next((n for n in after if not _RULE.match(rows[n])), None)
        if below is not None:
            return labels, _values(rows[place], labels, rows[below]), below + 1
    labels = [
        row.strip(" :") for row in takewhile(_A_LABEL.fullmatch, map(str.strip, rows[place:]))
    ]
    end = place + 2 * len(labels)
    values = [row.strip() for row in rows[place + len(labels) : end]]
    dated = any(map(_DATED_OR_THEIRS.match, labels)) and any(map(_DATE_FIRST.fullmatch, values))
    full = len(values) == len(labels) > 1
    if full and dated and not any(map(_BEGINS_WITH_LABEL.match, values)):
        return labels, _checked(labels, values), end
    return labels, None, place


def _apart(row: str) -> list[str]:
    """The cells of a line that a tab or a gap parts before a label, each on a line of its own."""
    if len(row) > _LONGEST_ROW or _labels(row):
        return [row]
    return _BEFORE_LABEL.split(row)


def _labels(row: str) -> list[str]:
    """The labels that a line has next to each other; none where it has anything else too."""
    if len(row) > _LONGEST_ROW:
        return []
    table = _TABLE.match(row)
    cells = table["row"].split("|") if table else re.split(r"\t| {2,}", row.strip())
    names = [cell.strip() for cell in cells]
    if sum(map(bool, names)) > 1 and all(_A_LABEL.fullmatch(name) for name in names if name):
        return [name.rstrip(" :") for name in names]
    if not table and len(cells) == 1 and _LABELS.fullmatch(row.strip()):
        return [found[0].strip() for found in re.finditer(LABEL, row, re.IGNORECASE)]
    return []


def _values(row: str, labels: list[str], below: str) -> list[str] | None:
    """The value of each label, "" for none; None where it is not certain whose they are."""
    if _BEGINS_WITH_LABEL.match(below) or len(below) > _LONGEST_ROW:
        return None
    for mark, table in (("|", _TABLE.match(below)), ("\t", None)):
        cells = (table["row"] if table else below).split(mark)
        if len(cells) > 1:
            given = [cell.strip() for cell in cells]
            return given if len(given) == len(labels) else None
    found = [(each.start(), each[0]) for each in re.finditer(r"\S+(?: \S+)*", below)]
    if len(found) == len(labels):
        return _checked(labels, [value for _, value in found])
    starts = [each.start() for each in re.finditer(LABEL, row, re.IGNORECASE)]
    if len(found) > 1 and len(starts) == len(labels):
        return _below_each(starts, found)
    return _in_order(labels, below.split()) if len(found) == 1 else None


def _below_each(starts: list[int], found: list[tuple[int, str]]) -> list[str] | None:
    """The value that stands right below each label."""
    values = [""] * len(starts)
    for place, value in found:
        near = [n for n, start in enumerate(starts) if abs(start - place) <= _NEAR]
        if len(near) != 1 or values[near[0]]:
            return None
        values[near[0]] = value
    return values


def _in_order(labels: list[str], words: list[str]) -> list[str] | None:
    """The values of a line with one space between them: a day, a word each, and the rest."""
    values = []
    for label in labels[:-1]:
        day = _DATE_FIRST.match(" ".join(words))
        if bool(day) != bool(_DATED.match(label)):
            return None
        count = len(day[0].split()) if day else 1
        values.append(" ".join(words[:count]))
        words = words[count:]
    return _checked(labels, [*values, " ".join(words)])


def _checked(labels: list[str], values: list[str]) -> list[str] | None:
    """The values, where each can be what its label says: a day, a number of annexes and so on."""
    for label, value in zip(labels, values, strict=True):
        day = bool(_DATE_FIRST.fullmatch(value))
        counted = _COUNTED.match(label) and not _COUNT.fullmatch(value)
        refers = re.search(r"kenmerk|ref", label, re.IGNORECASE)
        stray = refers and not re.search(r"\d", value) and value != "-"
        if not value or counted or stray or (_DATED.match(label) and not day):
            return None
    return values


def _in_one_column(rows: list[str]) -> list[str]:
    """The lines of a head, those of a column at its right below those at its left."""
    straight = [row.expandtabs() for row in rows]
    cells = [[each.start() for each in re.finditer(r"(?:^|(?<=   ))\S", row)] for row in straight]
    right = Counter(start for starts in cells for start in starts[-1:] if start >= _RIGHT_COLUMN)
    if not right or (most := right.most_common(1)[0])[1] < _FEWEST_ROWS:
        return rows
    edge = most[0]
    left: list[str] = []
    margin: list[str] = []
    for row in straight:
        apart = row[max(0, edge - 3) : edge].isspace() and len(row) > edge
        left.append(row[:edge].rstrip() if apart else row)
        margin.append(row[edge:].strip() if apart else "")
    return [*left, "", *margin, ""]
