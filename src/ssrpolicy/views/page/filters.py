"""What a reader chooses entries by: kind, owner, place, sector and the axes, with their numbers."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from attrs import frozen

from ssrpolicy.codelists import ListName
from ssrpolicy.model import (
    ClaimedStatus,
    EvidenceStatus,
    Firmness,
    Instrument,
    Language,
    Request,
    Schedule,
)
from ssrpolicy.views.language import label
from ssrpolicy.views.page.entries import request_kind
from ssrpolicy.views.shared import ReadingContext, record_title
from ssrpolicy.views.workbook.statements import StatementRow
from ssrpolicy.views.workbook.tables import choices, named, word


@frozen(kw_only=True)
class Listed:
    """An entry in the order of the page, with what is known of it before it is read in full."""

    context: ReadingContext
    entry: Request | Instrument | StatementRow


@frozen(kw_only=True)
class FilterChoice:
    """A value that entries are chosen by, as the reader sees it, and which entries have it.

    ``entries`` are their places in the order of the page, from 0.
    """

    label: str
    entries: tuple[int, ...]


@frozen(kw_only=True)
class Filter:
    """One thing that entries are chosen by, with the values that occur, and their entries."""

    key: str
    label: str
    choices: tuple[FilterChoice, ...]


def filters(listed: Iterable[Listed], language: Language) -> tuple[Filter, ...]:
    """Return the filters of a page's entries, without those in which all entries agree.

    Values of closed vocabularies come in their own order, names in that of the alphabet. A name
    stands once, whichever records use it.
    """
    found: dict[str, dict[str, list[int]]] = {}
    for place, each in enumerate(listed):
        for key, value in _values(each):
            found.setdefault(key, {}).setdefault(value, []).append(place)
    return tuple(
        Filter(
            key=key,
            label=label(f"field.{key}", language),
            choices=tuple(
                FilterChoice(label=name, entries=tuple(values[name]))
                for name in _order(key, values, language)
            ),
        )
        for key in _KEYS
        if (values := found.get(key)) and (len(values) > 1 or key != "record")
    )


_AXES = ("firmness", "claimed", "evidence", "schedule")
_KEYS = ("record", "kind", "owners", "places", "sectors", *_AXES)
_VOCABULARIES: Mapping[str, type[StrEnum] | str] = {
    "kind": "reading_kind",
    "firmness": Firmness,
    "claimed": ClaimedStatus,
    "evidence": EvidenceStatus,
    "schedule": Schedule,
}
_NONE = {"owners": "tracker.no_owners", "places": "tracker.no_places"}


def _order(key: str, values: Iterable[str], language: Language) -> list[str]:
    if key == "record":
        return list(values)
    if key in _VOCABULARIES:
        known = (choice.label for choice in choices(_VOCABULARIES[key], language))
        return [each for each in known if each in set(values)]
    last = label(_NONE[key], language) if key in _NONE else None
    return sorted(values, key=lambda name: (name == last, name.casefold(), name))


def _values(listed: Listed) -> Iterator[tuple[str, str]]:
    context, entry = listed.context, listed.entry
    language = context.language
    yield "record", f"{record_title(context)} ({context.record.id})"
    kind = request_kind(context, entry) if isinstance(entry, Request) else "instrument"
    if isinstance(entry, StatementRow):
        kind = entry.entry.kind
    yield "kind", named(f"reading_kind.{kind}", language)
    if isinstance(entry, Request):
        return
    if isinstance(entry, Instrument):
        yield from (("owners", context.code_by_itself("parties", id)) for id in entry.owners)
        return
    statement, now = entry.entry, entry.progress
    coded: tuple[tuple[str, ListName, tuple[str, ...]], ...] = (
        ("owners", "parties", now.owners),
        ("places", "places", statement.places),
        ("sectors", "sectors", statement.sectors),
    )
    for key, list_name, ids in coded:
        called = dict.fromkeys(context.code_by_itself(list_name, id) for id in ids)
        if not called and key in _NONE:
            called = {label(_NONE[key], language): None}
        yield from ((key, name) for name in called)
    axes = (
        ("firmness", now.firmness),
        *(("claimed", entry.claimed), ("evidence", entry.evidence), ("schedule", entry.schedule)),
    )
    for key, value in axes:
        if value is not None:
            yield key, word(value, language)
