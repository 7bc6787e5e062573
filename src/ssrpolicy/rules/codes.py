"""Parties, places, sectors and frameworks are known codes, used in their time."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from ssrpolicy.codelists import codes, nearest
from ssrpolicy.model import (
    LIST_NAMES,
    Code,
    Document,
    Instrument,
    ListName,
    PolicyRecord,
    Severity,
    SimilarTexts,
    Statement,
    Update,
    code_uses,
)
from ssrpolicy.rules.definition import MOST_HINTS, Remark, at_most, rule
from ssrpolicy.rules.messages import either

_ONE = {"parties": "party", "places": "place", "sectors": "sector", "frameworks": "framework"}
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@rule("code-unknown", Severity.ERROR)
def code_unknown(record: PolicyRecord) -> Iterator[Remark]:
    """A party, place, sector or framework is neither built in nor declared by the record.

    Owners, partners, authors, places, sectors and frameworks are named by codes, so that what an
    owner has or what concerns a place can be found across records and languages.

    Example: `owners = ["nl-buza"]` where the ministry's code is `nl-bz`, or `places =
    ["Afghanistan"]` where the code is `AFG`.

    What to do: take the nearest code that the hint names; or, for what no list has, declare it in
    the record, for instance `[[parties]]` with `id`, and `name = { nl = "...", en = "..." }`.
    """
    known = {list_name: codes(record, list_name) for list_name in LIST_NAMES}

    def unknown(use: tuple[ListName, str]) -> str:
        return _unknown_hint(record, *use, known[use[0]])

    hint = at_most(MOST_HINTS, unknown)
    for list_name, id, _, path in code_uses(record):
        if id not in known[list_name]:
            yield Remark(
                message=f"{id!r} is not a known {_ONE[list_name]}.",
                hint=hint((list_name, id)),
                place=path,
            )


def _unknown_hint(
    record: PolicyRecord, list_name: ListName, id: str, known: Mapping[str, Code]
) -> str:
    declare = f"declare it in the record: [[{list_name}]] with id and name"
    elsewhere = next((n for n in LIST_NAMES if n != list_name and id in codes(record, n)), None)
    if elsewhere is not None:
        return f"It is a {_ONE[elsewhere]}; if a {_ONE[list_name]} is meant, {declare}."
    close = nearest(record, list_name, id)
    if not close:
        return f"{declare[0].upper()}{declare[1:]}."
    named = either([f"{each} ({known[each].name})" for each in close])
    return f"Did you mean {named}? Else {declare}."


@rule("code-outside-validity", Severity.NOTE)
def code_outside_validity(record: PolicyRecord) -> Iterator[Remark]:
    """A code is used for a day on which what it stands for did not exist.

    The lists say when a ministry, mission or unit existed. A letter may well speak of what is
    gone or still to come, so this is only worth a look: often the successor is meant, or the
    predecessor.

    Example: `partners = ["eulex-kosovo"]` in a statement of 2005: the mission began in 2008.

    What to do: take the code that fits the document's date; or leave it, if the letter indeed
    speaks of another time.
    """
    known = {list_name: codes(record, list_name) for list_name in LIST_NAMES}
    dates = {document.id: document.date for document in record.documents}

    @cache
    def predecessors(list_name: ListName) -> Mapping[str, list[str]]:
        found = defaultdict(list)
        for code in known[list_name].values():
            for successor in code.successors:
                found[successor].append(code.id)
        return found

    for list_name, id, entry, path in code_uses(record):
        code, day = known[list_name].get(id), _day(entry, dates)
        if code is None or day is None or code.in_use(day):
            continue
        first = None if code.valid_from is None else code.valid_from.first_day
        if first is not None and day < first:
            existed = f"exists since {code.valid_from}"
            earlier = predecessors(list_name).get(id)
            hint = f"Before it there was {either(earlier)}." if earlier else None
        else:
            existed = f"existed until {code.valid_until}"
            successors = " and ".join(code.successors)
            hint = f"Its successor is {successors}." if successors else None
        yield Remark(
            message=f"{id} ({code.name}) {existed}; here it is used for {day}.",
            hint=hint,
            place=path,
        )


def _day(entry: object, dates: Mapping[str, dt.date | None]) -> dt.date | None:
    """Return the day for which an entry uses a code: that of its document, or the update's own."""
    if isinstance(entry, Document | Update):
        return entry.date
    quotes = entry.quotes if isinstance(entry, Statement | Instrument) else ()
    return dates.get(quotes[0].document) if quotes else None


@rule("updater-unknown", Severity.NOTE)
def updater_unknown(record: PolicyRecord) -> Iterator[Remark]:
    """The `by` of an update reads like a party's id, but there is no such party.

    `by` says who reports: a party's id, or a name in words. Small letters without spaces are
    taken for an id.

    Example: `by = "nl-bzz"`.

    What to do: correct the id; or write a name as names are written, `by = "J. Jansen"`.
    """
    known = codes(record, "parties")

    similar = SimilarTexts(known)

    def unknown(by: str) -> str:
        close = similar.nearest(by)
        return f"Did you mean {either(close)}?" if close else "Write a name as names are."

    hint = at_most(MOST_HINTS, unknown)
    for index, update in enumerate(record.updates):
        by = update.by
        if by is None or by in known or not _ID.fullmatch(by):
            continue
        yield Remark(
            message=f"The update of {update.date} is by {by!r}, which reads like an id, but there "
            "is no such party.",
            hint=hint(by),
            place=("updates", index, "by"),
        )
