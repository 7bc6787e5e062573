"""Which entry of a record is meant, and which others refer to it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from ssrpolicy import codec, codelists
from ssrpolicy.arguments import as_whole, check_number
from ssrpolicy.codec import Layout
from ssrpolicy.editing.record_files import State, current, record_file
from ssrpolicy.errors import UnknownIdError
from ssrpolicy.messages import _, argument, either, wrong_type
from ssrpolicy.model import (
    LIST_NAMES,
    Code,
    DataPath,
    Disposition,
    Document,
    EditRefusedError,
    PolicyRecord,
    SetAside,
    Update,
    code_uses,
    quotes,
    references,
    terms,
)
from ssrpolicy.similar import SimilarTexts

_LINE = re.compile(r"(?:.*:)?(?P<line>[0-9]{1,9})")
_WITH_ID = ("documents", "requests", "statements", "instruments", *LIST_NAMES)
_MOST_NAMED = 12
_LAST_LINE = 10**9 - 1


@frozen
class Found:
    """An entry: its table, where it stands there in the file, and where in the record.

    ``index`` and ``entry`` are None for an entry of which nothing could be read.
    """

    table: str
    number: int
    index: int | None
    entry: Any


def find_entry(state: State, key: object) -> Found:
    """Return the entry that is meant: by its id, by a line on which it stands, or itself.

    Raises UnknownIdError where there is none, EditRefusedError where more than one is meant,
    ArgumentTypeError for what is none of these.
    """
    key = as_whole(key)
    if isinstance(key, bool):
        raise wrong_type(key, "key", '"african-union"')
    if not isinstance(key, str | int):
        return _itself(state, key)
    if isinstance(key, int):
        check_number(key, "key", least=1, most=_LAST_LINE)
    record = state.record
    text = str(key).removeprefix(f"{record.id}#")
    named = [
        (table, index)
        for table in _WITH_ID
        for index, entry in enumerate(getattr(record, table))
        if entry.id == text
    ]
    if len(named) > 1:
        lines = ", ".join(str(state.line(*each)) for each in named)
        raise EditRefusedError(
            _(
                "{record} has more than one entry {id}; nothing was changed.",
                record=record.id,
                id=text,
            ),
            hint=_("Say which by its line: {lines}.", lines=lines),
        )
    if named:
        return _found(state, *named[0])
    if (line := _LINE.fullmatch(text)) is None:
        raise _unknown(record, text)
    place = Layout(state.data).entry_at(int(line["line"]))
    if place is None:
        raise UnknownIdError(
            _("No entry stands on line {line} of {file}.", line=line["line"], file=state.file),
            hint=_("Give the line of its head, such as [[updates]], or any line below that."),
        )
    table, number = str(place[0]), int(place[1])
    index = _index_in_record(state, table, number)
    entry = None if index is None else getattr(record, table)[index]
    return Found(table, number, index, entry)


def entry_to_edit(path: str | os.PathLike[str], key: Any) -> Any:
    """Return the entry that ``key`` names in the record at ``path``, as replacing it does.

    Raises what that raises, also where nothing of the entry can be read.
    """
    return readable(find_entry(current(record_file(path)), key)).entry


def readable(found: Found) -> Found:
    """Return an entry of which something could be read; raises EditRefusedError for another."""
    if found.index is None:
        raise EditRefusedError(
            _("The entry cannot be read, so nothing of it can be kept."),
            hint=_("Remove it and add it anew, or correct it in the file."),
        )
    return found


def _itself(state: State, entry: Any) -> Found:
    table = codec.table_of(entry)
    same = [n for n, each in enumerate(getattr(state.record, table)) if each == entry]
    if len(same) != 1:
        wrong = _(
            "{entry!r:.80} is not in {file}; nothing was changed.", entry=entry, file=state.file
        )
        if same:
            wrong = _(
                "{entry!r:.80} is in {file} more than once; nothing was changed.",
                entry=entry,
                file=state.file,
            )
        raise EditRefusedError(wrong, hint=_("Name it by its id or its line."))
    return _found(state, table, same[0])


def _found(state: State, table: str, index: int) -> Found:
    place = state.reading.origins[0].place((table, index))
    return Found(table, int(place[1]), index, getattr(state.record, table)[index])


def _index_in_record(state: State, table: str, number: int) -> int | None:
    kept = state.reading.origins[0].kept.get(table)
    if kept is not None:
        return kept.index(number) if number in kept else None
    return number if number < len(getattr(state.record, table, ())) else None


def _unknown(record: PolicyRecord, text: str) -> UnknownIdError:
    ids = SimilarTexts(each.id for table in _WITH_ID for each in getattr(record, table))
    close = ids.nearest(text)
    hint = _("An answer, a set-aside and an update are named by their line in the file.")
    if close:
        hint = _("Did you mean {name}?", name=either(close))
    return UnknownIdError(
        _("{record} has no entry {text!r:.120}.", record=record.id, text=text), hint=hint
    )


def name_of(entry: object) -> str:
    """Return what messages call an entry, or one of which nothing could be read."""
    if isinstance(entry, Update):
        return _("the update of {statement} of {date}", statement=entry.statement, date=entry.date)
    if isinstance(entry, Disposition):
        return _("the answer to {request}", request=entry.request)
    if isinstance(entry, SetAside):
        return _("the set-aside")
    return str(getattr(entry, "id", _("the entry")))


def refuse_if_referred_to(state: State, found: Found) -> None:
    """Raise EditRefusedError, with the names of the entries that refer to one, if any do."""
    if found.index is None:
        return
    places = {(str(path[0]), int(path[1])) for path in _referring(state.record, found)}
    named = []
    for table, index in sorted(places, key=lambda place: state.line(*place) or 0):
        if (table, index) != (found.table, found.index):
            name = (
                _("the record's source")
                if table == "source"
                else name_of(_found(state, table, index).entry)
            )
            named.append(_("{name} (line {line})", name=name, line=state.line(table, index)))
    if not named:
        return
    more = len(named) - _MOST_NAMED
    listed = ", ".join(named[:_MOST_NAMED])
    if more > 0:
        listed = _("{names} and {number} more", names=listed, number=more)
    raise EditRefusedError(
        _(
            "{name} was not removed, because others refer to it: {names}.",
            name=name_of(found.entry),
            names=listed,
        ),
        hint=_(
            "Remove these first, or let them refer to another with {replace}.",
            replace=argument("`ssrpolicy replace`", "ssrpolicy.replace"),
        ),
    )


def _referring(record: PolicyRecord, found: Found) -> Iterator[DataPath]:
    """Yield the places at which an entry is named, or its document quoted."""
    entry = found.entry
    if isinstance(entry, Code):
        if entry.id not in codelists.code_list(found.table).codes:
            uses = (each for each in code_uses(record) if each.list_name == found.table)
            yield from (use.path for use in uses if use.id == entry.id)
        return
    id = getattr(entry, "id", None)
    if id is None or sum(each.id == id for each in record) > 1:
        return
    for each in references(record):
        if each.within(record) == id and each.wanted is not None:
            yield each.path if len(each.path) > 1 else ("source", 0)
    yield from (term.path for term in terms(record) if term.timeframe.after == id)
    if isinstance(entry, Document):
        yield from (quote.path for quote in quotes(record) if quote.passage.document == id)
