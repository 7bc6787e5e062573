"""Excerpts: what the rows of a record's statements need of it, which is little of the whole."""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal
from typing import Any

from ssrpolicy import codec
from ssrpolicy.arguments import all_of, check_type
from ssrpolicy.errors import ArgumentError
from ssrpolicy.messages import _
from ssrpolicy.model import Passage, PolicyRecord
from ssrpolicy.views.shared import ShownPassage, remember_shown, shown

_TEXTS = ("text", "parts")


def packed_excerpt(record: PolicyRecord) -> bytes:
    """Return a record packed for lists of its statements, for `unpacked_excerpt`.

    The texts of papers are left out; how what is quoted of them is shown stands there instead.
    """
    check_type(record, PolicyRecord, "record", "ssrpolicy.load(path)")
    data = codec.unstructure(record, derived=False)
    for document in data.get("documents", ()):
        for key in _TEXTS:
            document.pop(key, None)
    quoted = []
    for passage in _quoted(record):
        seen = shown(record, passage)
        text = None if seen.text == passage.quote else seen.text
        how = text, seen.heading, seen.paragraph, seen.page, seen.verified
        quoted.append((_words(passage), how))
    return zlib.compress(json.dumps([data, quoted], separators=(",", ":")).encode(), 1)


def unpacked_excerpt(packed: bytes, statements: Collection[str] | None = None) -> PolicyRecord:
    """Return the record that was packed, without the texts of its papers.

    Lists of its statements are those of the whole record. With ``statements``, the ids of some,
    the rows of these are, and what is said of the languages of all; others are there only as far
    as that depends on them. Raises ArgumentError for other bytes.
    """
    check_type(packed, bytes, "packed", "packed_excerpt(record)")
    if statements is not None:
        all_of(statements, str, "statements", '("report",)')
    try:
        data, quoted = json.loads(zlib.decompress(packed), parse_float=Decimal)
    except (zlib.error, ValueError, TypeError) as error:
        raise ArgumentError(_("These bytes hold no record.")) from error
    if statements is not None:
        _leave_out(data, statements)
    record = codec.restructure(data)
    seen = {tuple(words): how for words, how in quoted}
    known = {}
    for passage in _quoted(record):
        text, heading, paragraph, page, verified = seen[_words(passage)]
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


def _quoted(record: PolicyRecord) -> Iterable[Passage]:
    """Return what the statements of a record quote, and their updates, each once."""
    own = (passage for each in record.statements for passage in each.quotes)
    return dict.fromkeys((*own, *(passage for each in record.updates for passage in each.quotes)))


def _words(passage: Passage) -> tuple[str | None, ...]:
    return passage.document, passage.quote, passage.prefix, passage.suffix


def _leave_out(data: dict[str, Any], wanted: Collection[str]) -> None:
    """Take from a record's data the statements on which no row of those wanted depends."""
    every: list[dict[str, Any]] = data.get("statements", [])
    if any(each.get("relations") for each in every):
        return  # one may take the place of another
    updates: list[dict[str, Any]] = data.get("updates", [])
    about = [each for each in every if each["id"] in wanted]
    about += [each for each in updates if each["statement"] in wanted]
    named = {text for each in about for text in _strings(each)}
    # A term is counted from the paper of the first entry that has it.
    terms = [each["timeframe"] for each in about if "timeframe" in each]
    named |= {each["statement"] for each in updates if each.get("timeframe") in terms}
    kept: set[str] = set()
    # What kinds of statements a paper has says what kind of paper it is, and the languages of all
    # summaries of a record whether a list is in one: of each the first is kept.
    met: set[tuple[str, ...]] = set()
    for each in every:
        facts = {(each["quotes"][0]["document"], each["kind"]), tuple(sorted(each["summary"]))}
        if each["id"] in named or each.get("timeframe") in terms or facts - met:
            kept.add(each["id"])
        met |= facts
    data["statements"] = [each for each in every if each["id"] in kept]
    data["updates"] = [each for each in updates if each["statement"] in kept]


def _strings(value: Any) -> Iterator[str]:
    """Yield all texts in data of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)
