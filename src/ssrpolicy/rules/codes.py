"""Parties, places, sectors and frameworks are known codes, used in their time."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from ssrpolicy.codelists import codes, declared, nearest
from ssrpolicy.messages import _, did_you_mean, either, together
from ssrpolicy.model import (
    LIST_NAMES,
    Code,
    Document,
    Instrument,
    ListName,
    PolicyRecord,
    Severity,
    Statement,
    Update,
    code_uses,
)
from ssrpolicy.rules.definition import MOST_HINTS, Remark, at_most, rule
from ssrpolicy.rules.messages import a_code, date_in_full, in_full
from ssrpolicy.similar import SimilarTexts

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@rule("code-unknown", Severity.ERROR, needs_whole="entry")
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
    for list_name, id, __, path in code_uses(record):
        if id not in known[list_name]:
            yield Remark(message=_not_known(list_name, id), hint=hint((list_name, id)), place=path)


def _not_known(list_name: ListName, id: str) -> str:
    match list_name:
        case "parties":
            return _("{id!r} is not a known party.", id=id)
        case "places":
            return _("{id!r} is not a known place.", id=id)
        case "sectors":
            return _("{id!r} is not a known sector.", id=id)
        case "frameworks":
            return _("{id!r} is not a known framework.", id=id)


def _unknown_hint(
    record: PolicyRecord, list_name: ListName, id: str, known: Mapping[str, Code]
) -> str:
    elsewhere = next((n for n in LIST_NAMES if n != list_name and id in codes(record, n)), None)
    if elsewhere is not None:
        return _(
            "It is {other}; if {one} is meant, declare it in the record: [[{list_name}]] with id "
            "and name.",
            other=a_code(elsewhere),
            one=a_code(list_name),
            list_name=list_name,
        )
    close = nearest(record, list_name, id)
    if not close:
        return _("Declare it in the record: [[{list_name}]] with id and name.", list_name=list_name)
    return _(
        "Did you mean {names}? Else declare it in the record: [[{list_name}]] with id and name.",
        names=either([f"{each} ({known[each].name})" for each in close]),
        list_name=list_name,
    )


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

    uses = code_uses(record)
    dated = {
        (list_name, id): code
        for list_name, id in dict.fromkeys((use.list_name, use.id) for use in uses)
        if (code := known[list_name].get(id)) is not None
        if code.valid_from is not None or code.valid_until is not None
    }
    for list_name, id, entry, path in uses if dated else ():
        code = dated.get((list_name, id))
        day = None if code is None else _day(entry, dates)
        if code is None or day is None or code.in_use(day):
            continue
        first = None if code.valid_from is None else code.valid_from.first_day
        if first is not None and day < first:
            message = _(
                "{id} ({name}) exists since {since}; here it is used for {day}.",
                id=id,
                name=code.name,
                since=code.valid_from and date_in_full(code.valid_from),
                day=in_full(day),
            )
            earlier = predecessors(list_name).get(id)
            hint = _("Before it there was {earlier}.", earlier=either(earlier)) if earlier else None
        else:
            message = _(
                "{id} ({name}) existed until {until}; here it is used for {day}.",
                id=id,
                name=code.name,
                until=code.valid_until and date_in_full(code.valid_until),
                day=in_full(day),
            )
            successors = together(code.successors)
            hint = (
                _("Its successor is {successors}.", successors=successors) if successors else None
            )
        yield Remark(message=message, hint=hint, place=path)


def _day(entry: object, dates: Mapping[str, dt.date | None]) -> dt.date | None:
    """Return the day for which an entry uses a code: that of its document, or the update's own."""
    if isinstance(entry, Document | Update):
        return entry.date
    quotes = entry.quotes if isinstance(entry, Statement | Instrument) else ()
    return dates.get(quotes[0].document) if quotes else None


@rule("validity-reversed", Severity.ERROR)
def validity_reversed(record: PolicyRecord) -> Iterator[Remark]:
    """A code that the record declares has ended before it began.

    What a party, place, sector or framework stands for exists from `valid_from` until and including
    `valid_until`; where the second comes first there is no day on which it did.

    Example: `[[parties]]` with `valid_from = "2012"` and `valid_until = "2010-10-14"`.

    What to do: correct the date that is wrong, or swap the two.
    """
    for list_name in LIST_NAMES:
        for index, code in enumerate(declared(record, list_name)):
            since, until = code.valid_from, code.valid_until
            first = None if since is None else since.first_day
            last = None if until is None else until.last_day
            if first is not None and last is not None and last < first:
                yield Remark(
                    message=_(
                        "{id} ({name}) exists from {since} until {until}, which is earlier.",
                        id=code.id,
                        name=code.name,
                        since=since,
                        until=until,
                    ),
                    hint=_("Correct the date that is wrong, or swap the two."),
                    place=(list_name, index, "valid_until"),
                )


@rule("updater-unknown", Severity.NOTE, needs_whole="entry")
def updater_unknown(record: PolicyRecord) -> Iterator[Remark]:
    """The `by` of an update reads like a party's id, but no party has that id.

    `by` says who reports: a party's id, or a name in words. Small letters without spaces are
    taken for an id.

    Example: `by = "nl-bzz"`.

    What to do: correct the id; or write a name as names are written, `by = "J. Jansen"`.
    """
    known = codes(record, "parties")

    similar = SimilarTexts(known)

    def unknown(by: str) -> str:
        close = similar.nearest(by)
        return did_you_mean(close) if close else _("Write a name as names are.")

    hint = at_most(MOST_HINTS, unknown)
    for index, update in enumerate(record.updates):
        by = update.by
        if by is None or by in known or not _ID.fullmatch(by):
            continue
        yield Remark(
            message=_(
                "The update of {date} is by {by!r}, which reads like an id, but no party has "
                "that id.",
                date=in_full(update.date),
                by=by,
            ),
            hint=hint(by),
            place=("updates", index, "by"),
        )
