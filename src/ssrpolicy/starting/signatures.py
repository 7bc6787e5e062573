"""Signatures: the functions that stand at the end of a paper, and those that only look so."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from ssrpolicy.evidence import copies, is_formula
from ssrpolicy.starting.functions import (
    OFFICE,
    Stated,
    is_function,
    known_party,
    listed_functions,
    one_line,
    stated_function,
)

FOOT: Final = 2_000
"""How many characters at the end of a paper may be its signature."""
_MOST_LINES: Final = 4
_LONGEST: Final = 200
STARTS: Final = re.compile(
    rf"\s*(?P<namens>(?:mede\s+)?namens\s+|(?:also\s+)?on behalf of\s+|for\s+(?=the\b))?"
    rf"(?:de|het|the)?\s*(?:(?:demissionaire?|waarnemend|fungerend|plaatsvervangend|acting|caretaker)\s+)?"
    rf"(?P<function>{OFFICE}\b.*)",
    re.IGNORECASE | re.DOTALL,
)
#: "Mede namens" on a line of its own, above the function that it belongs to.
_ABOVE: Final = re.compile(
    rf"^([ \t]*(?:(?:mede[ \t]+)?namens|(?:also[ \t]+)?on behalf of))[ \t]*:?[ \t]*\n\s*"
    rf"(?=(?:(?:de|het|the)\s+)?{OFFICE}\b)",
    re.IGNORECASE | re.MULTILINE,
)
#: What stands on the line of another function: "De minister van X, mede namens de minister van Y".
_ONE: Final = rf"(?:de|the) {OFFICE}\b[^.!?\n]{{1,120}}"
_BEHIND: Final = re.compile(
    rf"^([ \t]*(?:(?:namens|on behalf of) )?{_ONE}?,) "
    rf"(?=(?:(?:mede )?namens |(?:also )?on behalf of )?{_ONE}$)",
    re.IGNORECASE | re.MULTILINE,
)
#: "namens deze": the minister signs through somebody, who is not an author.
_THROUGH: Final = re.compile(
    r"\(?(?:namens|voor)\s+(?:deze[n]?|hem|haar|hen)\b|for\s+(?:him|her|them)\b"
    r"|on (?:his|her|their) behalf\b|\(?(?:b\.?a\.?|i\.o\.|o\.l\.v\.|loco)\)?,?$",
    re.IGNORECASE,
)
_TITLE: Final = r"(?:drs|dr|ir|ing|mr|prof|bc|jhr|lt|gen|mw|dhr|mevr|ms|mrs|sir|dame|rt|hon)\.?"
PARTICLE: Final = (
    r"(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Hh]et|[Tt]en|[Tt]er|['’][tsS]|[Ii]n|[Oo]p|[Ee]l|[Ll]a|[Ll]e)"
)
_NAME: Final = re.compile(
    rf"(?:\(?w\.?\s?g\.?\)?,?\s+)?(?:(?i:{_TITLE})\s+)*(?:[^\W\d_a-z](?:\.|[a-z]{{0,2}}\.)\s*)*"
    rf"(?:[^\W\d_a-z][\w'’-]*\s+(?:[^\W\d_a-z]\.\s*)*){{0,3}}(?:{PARTICLE}\s+){{0,3}}"
    r"[^\W\d_a-z][\w'’-]*(?:\s+[^\W\d_a-z][\w'’-]*){0,2}(?:,?\s+(?:MP|MPA|MSc|PhD|MBA))?"
)
_LONGEST_NAME: Final = 60
_JOINT: Final = re.compile(
    rf"(?:de|the) (?:{OFFICE}s\b|staatssecretarissen\b"
    rf"|{OFFICE} (?:en|and) (?:de |the )?{OFFICE}\b)",
    re.IGNORECASE,
)
_COLUMN: Final = re.compile(r"(?:\t| {2,})\s*")
_LONGEST_CLOSING: Final = 30
_LONGEST_BLOCK: Final = 12
_MOST_OFFICES: Final = 500
SALUTATION: Final = re.compile(
    r"^[ \t]*(?:(?:zeer )?geachte|dear|mijnheer|mevrouw|excellentie)\b",
    re.IGNORECASE | re.MULTILINE,
)
_LATEST_SALUTATION: Final = 2_500
_ANNEX: Final = re.compile(
    r"^[ \t\f]*(?:bijlagen?|annex(?:es)?|appendix|appendices)"
    r"(?:[ \t]+(?:\d{1,2}|[IVX]{1,4}|[A-H]))?[ \t]*(?:$|[:.–-])",
    re.IGNORECASE | re.MULTILINE,
)
_MOST_ANNEXES: Final = 20
# A letterhead has one sentence: "Bij beantwoording de datum en ons kenmerk vermelden."
_SENTENCE_END: Final = re.compile(
    r"[a-z]{2}(?<!vermelden)(?<!behandelen)[.!?][ \t]*$", re.MULTILINE
)
_LIST_FOLLOWS: Final = re.compile(r"(?::|\baan|\bto|lijst|list)$", re.IGNORECASE)
#: Who signs may have a second office: "De vicepremier en minister van Financiën,".
_SECOND_OFFICE: Final = re.compile(
    r"^([ \t]*(?:de[ \t]+)?)(?:vice-?minister-president|vice-?premier)(?:,|[ \t]+en)\s+(?:de\s+)?"
    r"(?=minister\b)",
    re.IGNORECASE | re.MULTILINE,
)


def signed_by(lines: str, date: dt.date | None) -> Iterator[Stated]:
    """Yield who signs: at the end of the text or, where an annex follows, wherever names stand.

    Whom an address names, above the salutation, does not sign, nor who signed what is annexed.
    """
    lines = _SECOND_OFFICE.sub(r"\1", lines)
    salutation = SALUTATION.search(lines, 0, _LATEST_SALUTATION)
    begins = salutation.start() if salutation else 0
    for annexed in islice(_ANNEX.finditer(lines), _MOST_ANNEXES):
        greeted = salutation is not None and begins < annexed.start()
        # Above the salutation "Bijlagen" is a label in the margin, unless a letter ends there.
        sentence = None if greeted else _SENTENCE_END.search(lines, 0, annexed.start())
        start = begins if greeted else sentence.end() if sentence else annexed.start()
        above = lines[max(start, annexed.start() - FOOT) : annexed.start()]
        if found := list(_signers(above, date, named=not greeted)):
            yield from found
            return
    text = lines[begins:]
    yield from (
        list(_signers(text[-FOOT:], date))
        or list(_signers(text, date, named=True))
        or _signers(text[-FOOT:], date, named=True, until_blank=True)
    )


def _signers(
    part: str, date: dt.date | None, *, named: bool = False, until_blank: bool = False
) -> Iterator[Stated]:
    """Who signs in a part of the text; ``named``: only those below whom a name stands.

    ``until_blank``: a list of those who get a copy ends at the first empty line below a name.
    """
    all_rows = _rows(_BEHIND.sub(r"\1\n", _ABOVE.sub(r"\1 ", part)))
    rows = list(_without_copies(all_rows, until_blank=until_blank))
    through = False
    offices = 0
    for number, row in enumerate(rows):
        if _THROUGH.match(row):
            through = True
            continue
        start = STARTS.fullmatch(row) if len(row) <= _LONGEST else None
        if joint := list(_joint(rows, number, date)):
            yield from joint
            continue
        if start is None:
            through = through and not is_name(row)
            continue
        offices += 1
        if offices > _MOST_OFFICES:
            return
        following = [start["function"], *(r[:_LONGEST] for r in rows[number + 1 : number + 7] if r)]
        found = _function(following[:_MOST_LINES], date)
        if found is None or not _stands_alone(rows, number, found, following, named=named):
            continue
        passed, through = through, False
        if start["namens"]:
            # "Namens de minister van Defensie, de secretaris-generaal": the minister signs through
            # somebody, unless a minister or state secretary signs.
            if _signs_too(rows, number):
                continue
            through = True
        if not passed:
            yield found


def _without_copies(rows: Iterator[str], *, until_blank: bool) -> Iterator[str]:
    """The lines of a part; those that name who gets a copy are blank.

    They are named on the line that says so and right below it, or in a list below it, which ends
    where a sentence or the letter does.
    """
    copied = ""
    listed = False
    for row in rows:
        ends = row.endswith((".", "!", "?")) or is_formula(row) or SALUTATION.match(row)
        if copies(row):
            copied, listed = "list" if _LIST_FOLLOWS.search(row) else "lines", False
        elif ends or (not row and (copied == "lines" or (until_blank and listed))):
            copied = ""
        else:
            listed = listed or bool(row)
        yield "" if copied else row


def _rows(part: str) -> Iterator[str]:
    """The lines of a part, those of signatures next to each other one below the other."""
    rows = part.split("\n")
    number = 0
    while number < len(rows):
        cells = [cell for cell in _COLUMN.split(rows[number][:_LONGEST].strip()) if cell]
        if not cells[1:] or not all(STARTS.fullmatch(cell) for cell in cells):
            # The function of who signs next may stand after the name of who signed before.
            named = is_name(cells[0]) if cells[1:] else False
            yield from cells if named and STARTS.fullmatch(cells[1]) else [rows[number].strip()]
            number += 1
            continue
        rest = range(number + 1, min(number + _LONGEST_BLOCK, len(rows)))
        end = next((n for n in rest if not any(r.strip() for r in rows[n : n + 6])), None)
        block = rows[number : end or number + _LONGEST_BLOCK]
        edges = [rows[number].index(cell) for cell in cells]
        for edge, after in zip(edges, [*edges[1:], None], strict=True):
            yield ""
            yield from filter(None, (_cell(row, edge, after) for row in block))
        number += len(block)


def _cell(row: str, edge: int, after: int | None) -> str:
    """Return the part of a line in a column; columns need not be perfectly straight."""
    start, place = 0, ""
    for cell in re.finditer(r"\S+(?:[ ]\S+)*", row):
        start = cell.start()
        if (edge == 0 or start >= edge - 4) and (after is None or start < after - 4):
            place = cell[0]
            break
    return place


def _function(given: list[str], date: dt.date | None) -> Stated | None:
    """The function with which a signature begins, which may run over several lines."""
    for count in range(len(given), 0, -1):
        if (found := known_party(one_line("\n".join(given[:count])), date)) is not None:
            return found
    for comma in re.finditer(", ", given[0]):
        words = given[0][: comma.start()]
        if not is_name(given[0][comma.end() :]):
            continue
        if (known := known_party(one_line(words), date)) is not None:
            return known
        if is_function(words):
            return stated_function(words, date)
    # The function is over at the first line that a comma ends; a name stands below it.
    end = next((n for n, line in enumerate(given, start=1) if line.endswith(",")), None)
    if end is None:
        end = next((n for n in range(1, len(given)) if is_name(given[n])), 1)
    while end < len(given) and _goes_on(given[end]):
        end += 1
    words = "\n".join(given[:end])
    return stated_function(words, date) if is_function(words) else None


def _joint(rows: list[str], number: int, date: dt.date | None) -> Iterator[Stated]:
    """Those who sign as one: "De ministers van Defensie en van Financiën", with names below.

    A code list has each of them, and nothing else stands in the line.
    """
    if not _JOINT.match(rows[number][:_LONGEST]) or _in_a_sentence(rows, number):
        return
    part = rows[number : number + _MOST_LINES]
    end = next((n for n, line in enumerate(part, start=1) if line.endswith(",")), 0)
    below = [row for row in rows[number + end : number + end + 6] if row]
    names = _COLUMN.split(below[0]) if below else []
    if not end or not names or not all(map(is_name, names)):
        return
    words = one_line("\n".join(part[:end])).strip(" ,")
    found = listed_functions(words, date)
    last = found[-1].words.casefold() if found else " "
    whole = words.casefold().endswith(last.split(" ", 2)[-1])
    if len(found) > 1 and whole and all(each.party is None for each in found):
        yield from found


def _goes_on(line: str) -> bool:
    """Whether a line goes on with a function: "Welzijn en Sport," does, a name does not.

    Nor does "namens deze," or a second office, which begins the function of somebody else.
    """
    other = _THROUGH.match(line) or STARTS.fullmatch(line)
    return line.endswith(",") and not other and not re.search(r"\b[A-Z]\.", line)


def _stands_alone(
    rows: list[str], number: int, found: Stated, following: list[str], *, named: bool
) -> bool:
    """Whether a function stands as a signature does: alone on its lines, and not in a sentence."""
    row = rows[number]
    sentence = _in_a_sentence(rows, number)
    ends = row.endswith((".", ";", ":")) and not row.endswith("a.i.")
    if ends or (sentence and row[0].islower()):
        return False
    said = " ".join(following).casefold()
    whole = said.startswith(found.words.casefold()) or row.isupper()
    rest = said[len(found.words) :].lstrip(" ,")
    below = any(is_name(each) for each in following[1:])
    return whole and (below or not (named or (sentence and rest[:1].isalpha())))


def _in_a_sentence(rows: list[str], number: int) -> bool:
    """Whether a line goes on with a sentence, or with a list of functions in one."""
    for _ in range(_MOST_LINES):
        if number and STARTS.fullmatch(rows[number - 1][:_LONGEST]):
            number -= 1
    before = rows[number - 1] if number else ""
    if not before or is_name(before) or before.endswith((".", "!", "?", ":")):
        return False
    return not before.endswith(",") or len(before) > _LONGEST_CLOSING


def _signs_too(rows: list[str], number: int) -> bool:
    """Whether a minister or state secretary signs below a line that says on whose behalf."""
    below = [row for row in rows[number + 1 : number + 9] if row]
    above = [row for row in rows[max(0, number - 8) : number] if row]
    return any((s := STARTS.fullmatch(r)) and not s["namens"] for r in (*below[:3], *above[-3:]))


def is_name(row: str) -> bool:
    """Whether a line is the name of a person, and nothing else."""
    return len(row) <= _LONGEST_NAME and _NAME.fullmatch(row) is not None
