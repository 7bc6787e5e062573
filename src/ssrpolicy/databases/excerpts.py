"""Excerpts: what the rows of a record's statements need of it, which is little of the whole."""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, TypeAlias

from ssrpolicy import codec
from ssrpolicy.arguments import all_of, check_type
from ssrpolicy.errors import ArgumentError
from ssrpolicy.messages import _
from ssrpolicy.model import LIST_NAMES, Passage, PolicyRecord
from ssrpolicy.views.shared import ShownPassage, remember_shown, shown

Data: TypeAlias = dict[str, Any]

_TEXTS: Final = ("text", "parts")
_APART: Final = frozenset(("statements", "updates", *LIST_NAMES))
# An excerpt is lines of JSON, of which a page of a list reads a few: an index, the record without
# what is apart, a line for each statement with its updates and quotes, and one for each code.
_BEFORE: Final = 2
_line: Final = json.JSONEncoder(separators=(",", ":")).encode


def excerpt_of(record: PolicyRecord, data: Mapping[str, Any]) -> bytes:
    """Return a record packed for lists of its statements, for `unpacked_excerpt`.

    ``data`` are those of `codec.unstructure`. The texts of papers are left out; how what is quoted
    of them is shown stands there instead.
    """
    every: Sequence[Data] = data.get("statements", ())
    updates: defaultdict[str, list[tuple[int, Data]]] = defaultdict(list)
    for number, update in enumerate(data.get("updates", ())):
        updates[update["statement"]].append((number, update))
    quoted: defaultdict[str, dict[Passage, None]] = defaultdict(dict)
    for of, passage in _quotes(record):
        quoted[of][passage] = None
    own = [(each, updates.pop(each["id"], [])) for each in every]
    terms: dict[str, int] = {}
    index = {
        "statements": [
            (each["id"], _terms((each, *(update for _at, update in more)), terms))
            for each, more in own
        ],
        "always": _telling(every),
        # One may take the place of another.
        "whole": any(each.get("relations") for each in every),
        "codes": [(name, each["id"]) for name in LIST_NAMES for each in data.get(name, ())],
    }
    head = {
        **{key: value for key, value in data.items() if key not in _APART},
        "documents": [
            {key: value for key, value in document.items() if key not in _TEXTS}
            for document in data.get("documents", ())
        ],
        "updates": [each for more in updates.values() for each in more],  # of none of these
    }
    lines = (
        index,
        head,
        *(
            (each, more, [_shown(record, passage) for passage in quoted[each["id"]]])
            for each, more in own
        ),
        *(each for name in LIST_NAMES for each in data.get(name, ())),
    )
    return zlib.compress("\n".join(map(_line, lines)).encode("ascii"), 1)


def _terms(entries: Sequence[Data], known: dict[str, int]) -> list[int]:
    """Return the numbers of the terms of some entries; equal terms have one number."""
    terms = (_line(each["timeframe"]) for each in entries if "timeframe" in each)
    return [known.setdefault(term, len(known)) for term in terms]


def _telling(statements: Sequence[Data]) -> list[int]:
    """Return the places of statements that say something of the whole record.

    What kinds of statements a paper has says what kind of paper it is, and the languages of all
    summaries of a record whether a list is in one: the first of each does.
    """
    first: dict[object, int] = {}
    for place, each in enumerate(statements):
        first.setdefault((each["quotes"][0]["document"], each["kind"]), place)
        first.setdefault(tuple(sorted(each["summary"])), place)
    return sorted(set(first.values()))


def _shown(record: PolicyRecord, passage: Passage) -> tuple[object, object]:
    """Return how a quote is shown, with the words by which it is found again."""
    seen = shown(record, passage)
    text = None if seen.text == passage.quote else seen.text
    return _words(passage), (text, seen.heading, seen.paragraph, seen.page, seen.verified)


def _quotes(record: PolicyRecord) -> Iterator[tuple[str, Passage]]:
    """Yield what the statements of a record quote, and their updates, with the statement's id."""
    for each in record.statements:
        yield from ((each.id, passage) for passage in each.quotes)
    for update in record.updates:
        yield from ((update.statement, passage) for passage in update.quotes)


def _words(passage: Passage) -> tuple[str | None, ...]:
    return passage.document, passage.quote, passage.prefix, passage.suffix


# -- unpacking ------------------------------------------------------------------------------------


def unpacked_excerpt(packed: bytes, statements: Collection[str] | None = None) -> PolicyRecord:
    """Return the record of an excerpt that `packed` made, without the texts of its papers.

    Lists of its statements are those of the whole record. With ``statements``, the ids of some,
    the rows of these are, and what is said of the languages of all; others are there only as far
    as that depends on them. Raises ArgumentError for other bytes, UnknownIdError for an id of none.
    """
    check_type(packed, bytes, "packed", "packed(record).excerpt")
    wanted = None
    if statements is not None:
        wanted = frozenset(all_of(statements, str, "statements", '("report",)'))
    try:
        lines = zlib.decompress(packed).decode("ascii").split("\n")
        data, quoted = _parts(json.loads(lines[0]), lines, wanted)
    except (zlib.error, ValueError, TypeError, LookupError) as error:
        raise ArgumentError(_("These bytes hold no record.")) from error
    record = codec.restructure(data)
    for id in wanted or ():
        record.statement(id)
    seen = {tuple(words): how for words, how in quoted}
    known = {}
    for _of, passage in _quotes(record):
        if (how := seen.get(_words(passage))) is not None:
            text, heading, paragraph, page, verified = how
            known[passage] = ShownPassage(
                text=passage.quote if text is None else text,
                document=passage.document,
                heading=heading,
                paragraph=paragraph,
                page=page,
                verified=verified,
            )
    remember_shown(record, known)
    return record


def _parts(
    index: Mapping[str, Any], lines: Sequence[str], wanted: Collection[str] | None
) -> tuple[Data, list[Any]]:
    """Return the data of a record with what is wanted of it, and how its quotes are shown."""
    codes = _BEFORE + len(index["statements"])
    statements = lines[_BEFORE:codes]
    if wanted is not None and not index["whole"]:
        statements = [statements[place] for place in _needed(index, statements, wanted)]
    data: Data = _read(lines[1])
    said = [_read(line) for line in statements]
    data["statements"] = [each for each, _updates, _quotes in said]
    updates = [*data["updates"], *(each for _of, more, _quotes in said for each in more)]
    data["updates"] = [each for _at, each in sorted(updates, key=lambda each: int(each[0]))]
    declared = zip(index["codes"], lines[codes:], strict=True)
    named = _named([(name, id, line) for (name, id), line in declared], [lines[1], *statements])
    for name, line in named:
        data.setdefault(name, []).append(_read(line))
    return data, [each for _of, _updates, quotes in said for each in quotes]


def _needed(
    index: Mapping[str, Any], lines: Sequence[str], wanted: Collection[str]
) -> Iterator[int]:
    """Yield the places of the statements on which a row of those wanted depends."""
    every: Sequence[tuple[str, Sequence[int]]] = index["statements"]
    own = [place for place, (id, _terms) in enumerate(every) if id in wanted]
    said = "".join(lines[place] for place in own)
    # A term is counted from the paper of the first entry that has it.
    terms = {term for place in own for term in every[place][1]}
    kept = {*own, *index["always"]}
    for place, (id, others) in enumerate(every):
        if place in kept or not terms.isdisjoint(others) or _line(id) in said:
            yield place


def _named(codes: Sequence[tuple[str, str, str]], said: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the codes that some lines name, or that those name of which they are a part."""
    names: set[str] = set()
    while said:
        text = "".join(said)
        new = {id for _name, id, _line_ in codes if id not in names and _line(id) in text}
        names |= new
        said = [line for _name, id, line in codes if id in new]
    return ((name, line) for name, id, line in codes if id in names)


def _read(line: str) -> Any:
    return json.loads(line, parse_float=Decimal)
