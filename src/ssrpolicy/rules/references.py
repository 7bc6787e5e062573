"""What an entry names by its id is there, and is what it must be."""

import re
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from ssrpolicy.messages import _, did_you_mean, some, together
from ssrpolicy.model import (
    Condition,
    DataPath,
    Document,
    Entry,
    Instrument,
    PolicyRecord,
    Severity,
    derived,
    quotes,
    references,
    terms,
)
from ssrpolicy.rules.definition import MOST_HINTS, Remark, at_most, rule
from ssrpolicy.rules.messages import a_kind, kind_name
from ssrpolicy.similar import SimilarTexts

_WITH_HYPHEN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_MOST_LISTED = 6


def _belongs(field: str, kind: type[Entry]) -> str | None:
    if field == "needs" and kind is Instrument:
        return _("An instrument belongs in uses.")
    if field == "uses" and kind is Condition:
        return _("A condition belongs in needs.")
    return None


class _Unfit(NamedTuple):
    """An id that names no entry, or none of the kind wanted, with its place and what it names."""

    id: str
    wanted: type[Entry]
    path: DataPath
    found: AbstractSet[type[Entry]]


@derived
def _unfit(record: PolicyRecord) -> tuple[_Unfit, ...]:
    """Return the references within the record that name nothing, or what they must not."""
    kinds, nothing = _kinds(record), frozenset[type[Entry]]()
    return tuple(
        _Unfit(id, wanted, path, found)
        for id, wanted, path in _own_references(record)
        if wanted not in (found := kinds.get(id, nothing))
        and not any(issubclass(kind, wanted) for kind in found)
    )


def _own_references(record: PolicyRecord) -> Iterator[tuple[str, type[Entry], DataPath]]:
    """Yield every id by which an entry of the record names another entry of it."""
    named_above = {record.source}
    for each in references(record):
        id, wanted, path = each.within(record), each.wanted, each.path
        if id is None or wanted is None:
            continue
        yield id, wanted, path
        if path[-1] == "document" and path[0] != "requests":
            named_above.add(id)
    # A quote from the entry's own document, or from the record's source, repeats an id that was
    # reported above; only what it names itself is looked at.
    for passage, __, path in quotes(record):
        if passage.document not in named_above:
            yield passage.document, Document, (*path, "document")


def _kinds(record: PolicyRecord) -> Mapping[str, AbstractSet[type[Entry]]]:
    """Return what the entry of each id is; more than one kind where an id is used twice."""
    kinds: dict[str, set[type[Entry]]] = {}
    for entry in record:
        kinds.setdefault(entry.id, set()).add(type(entry))
    return kinds


def _nearest(record: PolicyRecord) -> Callable[[tuple[str, type[Entry]]], str | None]:
    """Return what names the nearest ids of the kind wanted, or all of them if they are few."""
    similar: dict[type[Entry], SimilarTexts] = {}

    def hint(missing: tuple[str, type[Entry]]) -> str | None:
        id, wanted = missing
        if wanted not in similar:
            similar[wanted] = SimilarTexts(e.id for e in record if isinstance(e, wanted))
        known = similar[wanted].known
        if close := similar[wanted].nearest(id):
            return did_you_mean(close)
        if not known:
            return None
        return _("There are: {names}.", names=some(known, _MOST_LISTED))

    return at_most(MOST_HINTS, hint)


@rule("reference-dangling", Severity.ERROR, needs_whole="entry")
def reference_dangling(record: PolicyRecord) -> Iterator[Remark]:
    """An entry names an id that is not in the record.

    Documents, requests, statements and instruments are named by their ids: in `source`,
    `document`, `request`, `by`, `because`, `needs`, `uses`, `statement`, and in relations to an
    entry of the record itself. What is not there cannot be shown, and an update of it is lost.

    Example: `needs = ["demnad"]` where the condition's id is `demand`.

    What to do: correct the id (the nearest ones are named), or record the entry that is meant.
    """
    nearest = _nearest(record)
    for id, wanted, path, found in _unfit(record):
        if not found:
            yield Remark(
                message=_(
                    "{field} names {id!r}, but the record has no {kind} with that id.",
                    field=_field(path),
                    id=id,
                    kind=kind_name(wanted),
                ),
                hint=nearest((id, wanted)),
                place=path,
            )


@rule("reference-kind", Severity.ERROR)
def reference_kind(record: PolicyRecord) -> Iterator[Remark]:
    """An entry names an id of another kind than what belongs there.

    `needs` names conditions, `uses` instruments, `by`, `because` and relations statements,
    `document` and `source` documents, `request` a request.

    Example: `needs = ["stabiliteitsfonds"]`, where that is an instrument: it belongs in `uses`.

    What to do: name an entry of the right kind, or record what is meant as that kind.
    """
    nearest = _nearest(record)
    for id, wanted, path, found in _unfit(record):
        if found:
            first, *more = sorted(found, key=lambda kind: kind.__name__)
            belongs = None if more else _belongs(_field(path), first)
            yield Remark(
                message=_(
                    "{field} names {id!r}, which is {found}, not {wanted}.",
                    field=_field(path),
                    id=id,
                    found=together([a_kind(kind) for kind in (first, *more)]),
                    wanted=a_kind(wanted),
                ),
                hint=belongs or nearest((id, wanted)),
                place=path,
            )


def _field(path: DataPath) -> str:
    """Return the name of the field at a place: the last key that is not a number."""
    names = [part for part in path if isinstance(part, str)]
    return f"{names[-2]}.{names[-1]}" if names[-1] == "target" else names[-1]


@rule("after-unknown", Severity.WARNING)
def after_unknown(record: PolicyRecord) -> Iterator[Remark]:
    """A term's `after` reads like an id, but no statement of the record has that id.

    `after` says what must happen first: in words, or as the id of a statement. One word, or words
    joined by hyphens, that come close to an id are taken for a slip.

    Example: `after = "evaluation-misions"` where the statement's id is `evaluation-missions`.

    What to do: correct the id; or, if words are meant, write them as the source has them.
    """
    ids = {statement.id: None for statement in record.statements}
    similar = SimilarTexts(ids)

    def nearest(after: str) -> str | None:
        close = similar.nearest(after, cutoff=0.8)
        return did_you_mean(close) if close else None

    hint = at_most(MOST_HINTS, nearest)
    for term, __, path in terms(record):
        after = (term.after or "").removeprefix(f"{record.id}#")
        if not after or after in ids or " " in after:
            continue
        near = hint(after)
        if near is not None or _WITH_HYPHEN.fullmatch(after):
            yield Remark(
                message=_(
                    "after is {after!r}, which reads like an id, but the record has no statement "
                    "with that id.",
                    after=after,
                ),
                hint=near or _("If words are meant, write them as the source has them."),
                place=(*path, "after"),
            )
