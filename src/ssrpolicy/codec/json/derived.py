"""The derived parts of a JSON record: computed on writing, compared on reading."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping
from enum import Enum
from operator import attrgetter
from typing import Any, Final

from ssrpolicy.codec.json.compiled import COMPACT, sorted_json
from ssrpolicy.codec.json.selectors import POSITION_SELECTOR
from ssrpolicy.codec.problems import Place, Problem
from ssrpolicy.codec.shape import Data
from ssrpolicy.evidence import Anchor, Anchors, anchors
from ssrpolicy.messages import _
from ssrpolicy.model import DocumentKind, Handling, PolicyRecord, Progress, Schedule, quotes
from ssrpolicy.selection import Chosen, Selection, choose

_PROGRESS: Final = (
    "claimed", "evidence", "schedule", "first_schedule", "moves", "days_late", "firmness", "owners",
    "first_due", "due", "last_update",
)  # fmt: skip
_EARLIER: Final = {"earlier": True}  # of an answer: a later paper took its place
_values_of: Final = attrgetter(*_PROGRESS)


def add_derived(
    data: Data,
    record: PolicyRecord,
    handling: Handling | None = None,
    selection: Chosen | None = None,
) -> None:
    """Add to a record's data where each quote stands, and the address of each document.

    With ``handling``, add where each statement stands on its day, which answers are earlier ones
    whose place a later paper took, and the digest; with
    ``selection``, what was asked of the records, and the ids of this one's entries that are in.
    """
    found = anchors(record)
    for passage, __, place in quotes(record):
        quote, anchor = _at(data, place), found.of(passage)
        position, words = _position(anchor), _words(anchor)
        if position is not None:
            quote["selector"].append({"type": POSITION_SELECTOR, **position})
        if words:
            quote["derived"] = words
    for index, document in enumerate(record.documents):
        if document.address is not None:
            data["documents"][index]["derived"] = {"address": document.address}
    if handling is not None:
        for index, answer in enumerate(record.dispositions):
            if handling.is_replaced(record, answer):
                data["dispositions"][index]["derived"] = dict(_EARLIER)
        data["derived"] = _stands(handling.as_of, handling.progress(record))
        if selection is not None and selection.selection:
            data["derived"]["selection"] = {
                "criteria": selection.selection.to_plain(),
                "chosen": [each.id for each in record if selection.holds(record, each)],
            }
        add_digest(data)


def add_digest(data: Data) -> None:
    """Add the digest of a record's data to what is derived in them; see :func:`is_as_written`."""
    derived = data.setdefault("derived", {})
    derived["sha256"] = data_digest(data)


def data_digest(data: Data) -> str:
    """Return the SHA-256 of data as JSON, in UTF-8 with sorted keys and no white space."""
    written = sorted_json(data)
    if written is None:
        written = json.dumps(data, sort_keys=True, **COMPACT).encode("utf-8")
    return hashlib.sha256(written).hexdigest()


def is_as_written(data: object) -> bool:
    """Whether the data of a JSON record are those that a report wrote, all of them."""
    match data:
        case {"derived": {"sha256": str() as stated, **derived}, **rest}:
            try:
                # A number below a thousandth is written in two ways; that of Python holds.
                text = json.dumps({**rest, "derived": derived}, sort_keys=True, **COMPACT)
                return hashlib.sha256(text.encode("utf-8")).hexdigest() == stated
            except (ValueError, RecursionError):  # what no report writes, such as half a character
                return False
        case _:
            return False


def derived_problems(data: Data, record: PolicyRecord) -> Iterator[Problem]:
    """Yield the derived values of a file that differ from those computed from its record."""
    found: Anchors | None = None
    for passage, __, place in quotes(record):
        quote = _at(data, place)
        stated = next((s for s in quote["selector"] if s["type"] == POSITION_SELECTOR), None)
        words = quote.get("derived")
        if stated is None and words is None:
            continue
        found = found or anchors(record)
        anchor = found.of(passage)
        position = _position(anchor)
        if stated is not None and position != {key: stated[key] for key in ("start", "end")}:
            if position is None:
                message = _(
                    "The quote is said to stand at {stated}; it cannot be found.",
                    stated=_shown(stated),
                )
            else:
                message = _(
                    "The quote is said to stand at {stated}; it stands at {found}.",
                    stated=_shown(stated),
                    found=_shown(position),
                )
            yield _differs(message, place)
        # Under which heading a quote stands takes long to find, and is found only to compare.
        if words is not None and words != _words(anchor):
            yield _differs(
                _("The heading or paragraph of the quote is not where it stands in its document."),
                (*place, "derived"),
            )
    for index, document in enumerate(record.documents):
        words = data["documents"][index].get("derived")
        if words is not None and words != {"address": document.address}:
            yield _differs(
                _("The address of {id} is not that of its number or url.", id=document.id),
                ("documents", index, "derived"),
            )
    yield from _of_answers(data, record)
    stated = data.get("derived")
    # Ids that two entries share say nothing about either; that is an error reported elsewhere.
    unlike = len(record) == sum(1 for __ in record)
    if stated is not None and unlike and not _follows(stated, record):
        yield _differs(
            _("Where the statements are said to stand does not follow from the record."),
            ("derived",),
        )
    if isinstance(stated, dict) and not _may_be_chosen(stated, record):
        yield _differs(
            _("What is said to be in the selection is not what a selection of the record gives."),
            ("derived", "selection"),
        )


def _of_answers(data: Data, record: PolicyRecord) -> Iterator[Problem]:
    """Compare which answers are said to be earlier ones, on the day for which data say it.

    That a paper of another record took the place of an answer is not known here.
    """
    try:
        handling = Handling((record,), dt.date.fromisoformat(data["derived"]["as_of"]))
    except (TypeError, KeyError, ValueError):
        handling = None
    for index, answer in enumerate(record.dispositions):
        said = data["dispositions"][index].get("derived")
        earlier = handling is not None and handling.is_replaced(record, answer)
        if said != _EARLIER if said is not None else earlier:
            yield _differs(
                _("Whether the answer is an earlier one does not follow from the record."),
                ("dispositions", index, "derived"),
            )


def _may_be_chosen(stated: Data, record: PolicyRecord) -> bool:
    """Whether a selection may have chosen what data say: entries of the record, in their order."""
    match stated.get("selection"):
        case None:
            return True
        case {"criteria": dict() as criteria, "chosen": list() as chosen, **other} if not other:
            try:
                asked = Selection.from_plain(criteria)
            except ValueError:
                return False
            named = {id for id in chosen if isinstance(id, str)}
            in_order = chosen == [each.id for each in record if each.id in named]
            return bool(asked) and in_order and _chooses(asked, stated, record, named)
        case _:
            return False


def _chooses(asked: Selection, stated: Data, record: PolicyRecord, named: set[str]) -> bool:
    """Whether a selection chooses these entries, as far as this record tells.

    Of the other records of the report nothing is known here: a code may be theirs, a statement of
    them may have superseded one, and they may have more on a motion.
    """
    try:
        day = dt.date.fromisoformat(stated["as_of"])
        said = {id: each.get("schedule") for id, each in stated["progress"].items()}
        made = choose(record, asked, as_of=day)
    except (AttributeError, TypeError, KeyError, ValueError):
        return True  # a day that cannot be read is not this one
    now = made.handling.progress(record)
    superseded = {id for id, each in now.items() if each.schedule is Schedule.SUPERSEDED}
    if {id for id in said if said[id] == Schedule.SUPERSEDED} != superseded:
        return True
    motions = {each.id for each in record.documents if each.kind is DocumentKind.MOTION}
    found = made.ids(record)
    return found <= named <= found | motions


def _differs(message: str, place: Place) -> Problem:
    hint = _("What was derived is not used; write the JSON anew with ssrpolicy.dump.")
    return Problem("derived-differs", message, hint, place)


def _shown(position: Data) -> str:
    return _("{start} to {end}", **position)


def _position(anchor: Anchor) -> dict[str, int] | None:
    """Return where a passage stands in its document's text, where it has one place."""
    span = anchor.span
    return None if span is None else {"start": span.start, "end": span.end}


def _words(anchor: Anchor) -> dict[str, Any]:
    """Return the heading, the paragraph and the page of a passage, where known."""
    place = anchor.place
    if place is None:
        return {}
    words = {"heading": place.heading, "paragraph": place.paragraph, "page": place.page}
    return {key: value for key, value in words.items() if value is not None}


def _follows(stated: Any, record: PolicyRecord) -> bool:
    """Whether the statements stand as data say they do, on the day for which they say it.

    That a statement of another record superseded one is not known here, and is taken as said.
    """
    if isinstance(stated, dict) and stated.keys() == {"sha256"}:
        return True  # a report that leaves out what follows says nothing of it
    try:
        day = dt.date.fromisoformat(stated["as_of"])
        schedules = {id: each.get("schedule") for id, each in stated["progress"].items()}
    except (AttributeError, TypeError, KeyError, ValueError):
        return False
    found = {
        s.id: record.progress(
            s.id, as_of=day, superseded=schedules.get(s.id) == Schedule.SUPERSEDED
        )
        for s in record.statements
    }
    # What was selected is looked at apart; what the data were when written, is not to say here.
    said = {key: each for key, each in stated.items() if key not in ("selection", "sha256")}
    return said == _stands(day, found)


def _stands(day: dt.date, found: Mapping[str, Progress]) -> Data:
    """Return where the statements of a record stand on a day, on the three axes, by their ids."""
    return {"as_of": day.isoformat(), "progress": {id: _progress(p) for id, p in found.items()}}


def _progress(now: Progress) -> Data:
    values = zip(_PROGRESS, _values_of(now), strict=True)
    return {name: _plain(each) for name, each in values if each is not None and each != ()}


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, dt.date) else value


def _at(data: Any, place: Place) -> Any:
    for part in place:
        data = data[part]
    return data
