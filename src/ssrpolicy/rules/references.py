"""What an entry names by its id is there, and is what it must be."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.statements import Statement
from ssrpolicy.model.timeframes import Timeframe
from ssrpolicy.model.vocabulary import Severity
from ssrpolicy.rules.definition import MOST_HINTS, Place, Remark, at_most, kept, rule
from ssrpolicy.rules.ids import named
from ssrpolicy.rules.passages import either, quoted, quoters

_WITH_HYPHEN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_STATEMENTS = frozenset({"a commitment", "a condition", "a position", "a claim", "an engagement"})
_MOST_LISTED = 6
# What each reference may name, and how it is called in a message.
_DOCUMENT = (frozenset({"a document"}), "a document")
_REQUEST = (frozenset({"a request"}), "a request")
_STATEMENT = (_STATEMENTS, "a statement")
_CONDITION = (frozenset({"a condition"}), "a condition")
_INSTRUMENT = (frozenset({"an instrument"}), "an instrument")

_BELONGS = {
    ("needs", "an instrument"): "An instrument belongs in uses.",
    ("uses", "a condition"): "A condition belongs in needs.",
}


class Reference(NamedTuple):
    """An id that an entry names, what it must be, who names it and where."""

    id: str
    wanted: tuple[frozenset[str], str]
    subject: str
    place: Place


def _references(record: PolicyRecord) -> Iterator[Reference]:
    """Yield every id by which an entry of the record names another entry of it."""
    own = f"{record.id}#"
    yield Reference(record.source, _DOCUMENT, record.id, ("source",))
    for index, request in enumerate(record.requests):
        place: Place = ("requests", index, "document")
        yield Reference(request.document, _DOCUMENT, own + request.id, place)
    for index, statement in enumerate(record.statements):
        yield from _of_statement(statement, own + statement.id, index, own)
    for index, disposition in enumerate(record.dispositions):
        subject, place = own + disposition.request, ("dispositions", index)
        yield Reference(disposition.request, _REQUEST, subject, (*place, "request"))
        yield Reference(disposition.document, _DOCUMENT, subject, (*place, "document"))
        for name in ("by", "because"):
            for number, id in enumerate(getattr(disposition, name)):
                yield Reference(id, _STATEMENT, subject, (*place, name, number))
    for index, update in enumerate(record.updates):
        subject, place = own + update.statement, ("updates", index)
        yield Reference(update.statement, _STATEMENT, subject, (*place, "statement"))
        if update.document is not None:
            yield Reference(update.document, _DOCUMENT, subject, (*place, "document"))
    # A quote from the entry's own document, or from the record's source, repeats an id that was
    # reported above; only what it names itself is looked at.
    named_above = {record.source}
    named_above.update(d.document for d in record.dispositions)
    named_above.update(u.document for u in record.updates if u.document is not None)
    for passage, subject, place, _ in quoted(record):
        if passage.document not in named_above:
            yield Reference(passage.document, _DOCUMENT, subject, (*place, "document"))


def _of_statement(statement: Statement, subject: str, index: int, own: str) -> Iterator[Reference]:
    place: Place = ("statements", index)
    for number, id in enumerate(statement.needs):
        yield Reference(id, _CONDITION, subject, (*place, "needs", number))
    for number, id in enumerate(statement.uses):
        yield Reference(id, _INSTRUMENT, subject, (*place, "uses", number))
    for number, relation in enumerate(statement.relations):
        if relation.target.startswith(own):
            target = relation.target.removeprefix(own)
            yield Reference(target, _STATEMENT, subject, (*place, "relations", number, "target"))


@kept
def _amiss(record: PolicyRecord) -> tuple[tuple[Reference, frozenset[str] | None], ...]:
    """Return the references that name nothing, or what they must not, with what they name."""
    kinds = _kinds(record)
    found = ((each, kinds.get(each.id)) for each in _references(record))
    return tuple(
        (each, named) for each, named in found if named is None or not named & each.wanted[0]
    )


def _kinds(record: PolicyRecord) -> Mapping[str, frozenset[str]]:
    kinds: dict[str, frozenset[str]] = {}
    for entry in named(record):
        kinds[entry.id] = kinds.get(entry.id, frozenset()) | {entry.kind}
    return kinds


def _nearest(record: PolicyRecord) -> Callable[[tuple[str, frozenset[str]]], str | None]:
    """Return what names the nearest ids of the kind wanted, or all of them if they are few."""
    kinds = _kinds(record)

    def hint(sought: tuple[str, frozenset[str]]) -> str | None:
        id, wanted = sought
        known = [other for other, kind in kinds.items() if kind & wanted]
        if close := difflib.get_close_matches(id, known, n=3):
            return f"Did you mean {either(close)}?"
        if not known:
            return None
        more = f" and {len(known) - _MOST_LISTED} more" if len(known) > _MOST_LISTED else ""
        return f"There are: {', '.join(known[:_MOST_LISTED])}{more}."

    return at_most(MOST_HINTS, hint)


@rule("reference-dangling", Severity.ERROR)
def reference_dangling(record: PolicyRecord) -> Iterator[Remark]:
    """An entry names an id that is not in the record.

    Documents, requests, statements and instruments are named by their ids: in `source`,
    `document`, `request`, `by`, `because`, `needs`, `uses`, `statement`, and in relations to an
    entry of the record itself. What is not there cannot be shown, and an update of it is lost.

    Example: `needs = ["demnad"]` where the condition's id is `demand`.

    What to do: correct the id (the nearest ones are named), or record the entry that is meant.
    """
    nearest = _nearest(record)
    for (id, (wanted, name), subject, place), kind in _amiss(record):
        if kind is None:
            yield Remark(
                subject=subject,
                message=f"{_field(place)} names {id!r}, but the record has no "
                f"{name.partition(' ')[2]} with that id.",
                hint=nearest((id, wanted)),
                place=place,
            )


@rule("reference-kind", Severity.ERROR)
def reference_kind(record: PolicyRecord) -> Iterator[Remark]:
    """An entry names an id that is something else than what is asked there.

    `needs` names conditions, `uses` instruments, `by`, `because` and relations statements,
    `document` and `source` documents, `request` a request.

    Example: `needs = ["stabiliteitsfonds"]`, where that is an instrument: it belongs in `uses`.

    What to do: name an entry of the right kind, or record what is meant as that kind.
    """
    nearest = _nearest(record)
    for (id, (wanted, name), subject, place), kind in _amiss(record):
        if kind is not None:
            yield Remark(
                subject=subject,
                message=f"{_field(place)} names {id!r}, which is {' and '.join(sorted(kind))}, "
                f"not {name}.",
                hint=_BELONGS.get((_field(place), min(kind))) or nearest((id, wanted)),
                place=place,
            )


def _field(place: Place) -> str:
    """Return the name of the field at a place: the last key that is not a number."""
    names = [str(part) for part in place if isinstance(part, str)]
    return f"{names[-2]}.{names[-1]}" if names[-1] == "target" else names[-1]


def timeframes(record: PolicyRecord) -> Iterator[tuple[Timeframe, str, Place]]:
    """Yield every term in the record, with the entry that has it and its place."""
    for entry, subject, place in quoters(record):
        for name in ("timeframe", "term"):
            term = getattr(entry, name, None)
            if isinstance(term, Timeframe):
                yield term, subject, (*place, name)


@rule("after-unknown", Severity.WARNING)
def after_unknown(record: PolicyRecord) -> Iterator[Remark]:
    """A term's `after` reads like an id, but no statement of the record has that id.

    `after` says what must happen first: in words, or as the id of a statement. One word, or words
    joined by hyphens, that come close to an id are taken for a slip.

    Example: `after = "evaluation-misions"` where the statement's id is `evaluation-missions`.

    What to do: correct the id; or, if words are meant, write them as the source has them.
    """
    terms = [found for found in timeframes(record) if found[0].after is not None]
    if not terms:
        return
    known = [statement.id for statement in record.statements]
    ids = set(known)

    def nearest(after: str) -> str | None:
        close = difflib.get_close_matches(after, known, n=3, cutoff=0.8)
        return f"Did you mean {either(close)}?" if close else None

    hint = at_most(MOST_HINTS, nearest)
    for term, subject, place in terms:
        after = (term.after or "").removeprefix(f"{record.id}#")
        if after in ids or " " in after:
            continue
        near = hint(after)
        if near is not None or _WITH_HYPHEN.fullmatch(after):
            yield Remark(
                subject=subject,
                message=f"after is {after!r}, which reads like an id, but the record has no "
                "statement with that id.",
                hint=near or "If words are meant, write them as the source has them.",
                place=(*place, "after"),
            )
