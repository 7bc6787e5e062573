"""Two records compared: entries matched, and each pair of them field by field."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, Final

import attrs

from ssrpolicy.comparing.differences import Comparison, EntryDifference, FieldDifference
from ssrpolicy.comparing.matching import Pairing, SharedWords, same_paper
from ssrpolicy.errors import ArgumentError, ArgumentTypeError
from ssrpolicy.messages import _
from ssrpolicy.model import FullId, Passage, PolicyRecord, Relation, Statement, several

_NAMING: Final = frozenset(("document", "request", "statement", "by", "because", "needs", "uses"))
"""The fields that name entries of the record by their ids."""

_HEAD: Final = ("id", "language", "source", "title")
_WITH_IDS: Final = ("requests", "statements", "instruments")
_WITHOUT_IDS: Final = ("dispositions", "updates", "set_aside")
_CODES: Final = ("parties", "places", "sectors", "frameworks")


def compare(old: PolicyRecord, new: PolicyRecord) -> Comparison:
    """Return what differs between two records: two versions of one, or two readings of a letter.

    Entries are the same where they have one id, or else where they quote the same words of the
    same text; an answer is one to the same request, an update of the same day by the same party,
    or one that says the same on another day.
    Names of entries that were matched by their words count as equal; ``renamed`` has them.

    Raises ArgumentTypeError for what is not a record.
    """
    (one,), (other,) = _single(old), _single(new)
    return _compared(one, other)


def compare_all(
    old: PolicyRecord | Iterable[PolicyRecord], new: PolicyRecord | Iterable[PolicyRecord]
) -> tuple[Comparison, ...]:
    """Return what differs between several records and several: a comparison for each that differs.

    Records of one id are compared; one that only one side has, with a record without entries.

    Raises ArgumentTypeError for what is not a record, ArgumentError where two of one side have one
    id.
    """
    found = (_compared(*pair) for pair in _by_id(several(old), several(new)))
    return tuple(each for each in found if each)


def _single(record: PolicyRecord) -> tuple[PolicyRecord]:
    given = several(record)
    if len(given) != 1:
        raise ArgumentTypeError(
            _("compare takes one record and one other, not {number}.", number=len(given)),
            hint=_("compare_all takes several."),
        )
    return (given[0],)


def _by_id(
    olds: tuple[PolicyRecord, ...], news: tuple[PolicyRecord, ...]
) -> Iterator[tuple[PolicyRecord, PolicyRecord]]:
    for side in (olds, news):
        ids = [each.id for each in side]
        if twice := next((id for id in ids if ids.count(id) > 1), None):
            raise ArgumentError(_("Two of the records are called {id}.", id=twice))
    old_by_id, new_by_id = ({each.id: each for each in side} for side in (olds, news))
    for id, known in (old_by_id | new_by_id).items():
        # A record of which only the head is known has no entries.
        empty = PolicyRecord(id=id, language=known.language, source=known.source)
        yield old_by_id.get(id, empty), new_by_id.get(id, empty)


def _compared(old: PolicyRecord, new: PolicyRecord) -> Comparison:
    pairings = {"documents": Pairing(old.documents, new.documents)}
    _pair_by_id(pairings["documents"])
    pairings["documents"].by_key(same_paper, same_paper)
    documents = _new_ids(pairings["documents"])
    shared = SharedWords(old, new, documents)
    for table in _WITH_IDS:
        pairing = pairings[table] = Pairing(getattr(old, table), getattr(new, table))
        _pair_by_id(pairing)
        pairing.by_words(shared)
    ids: dict[str, str] = {}
    for pairing in pairings.values():
        ids |= _new_ids(pairing)
    names = _Names(old.id, new.id, ids)
    for table in _WITHOUT_IDS:
        pairing = pairings[table] = Pairing(getattr(old, table), getattr(new, table))
        pairing.by_key(_whole, lambda entry: _whole(names.renamed(entry)))
        if table == "set_aside":
            pairing.by_words(shared)
        else:
            for about in (_about, _of_what):
                pairing.by_key(about, partial(_of_renamed, about, names))
        if table == "updates":
            pairing.by_key(_undated, partial(_of_renamed, _undated, names))
    for table in _CODES:
        pairing = pairings[table] = Pairing(getattr(old, table), getattr(new, table))
        _pair_by_id(pairing)
    head = attrs.evolve(old, source=names.ids.get(old.source, old.source))
    return Comparison(
        old=old,
        new=new,
        fields=tuple(
            FieldDifference(field=name, old=getattr(old, name), new=getattr(new, name))
            for name in _HEAD
            if getattr(head, name) != getattr(new, name)
        ),
        entries=tuple(
            each for table, pairing in pairings.items() for each in _entries(table, pairing, names)
        ),
        renamed=tuple((was, now) for was, now in ids.items() if was != now),
    )


def _pair_by_id(pairing: Pairing) -> None:
    pairing.by_key(lambda entry: entry.id, lambda entry: entry.id)


def _new_ids(pairing: Pairing) -> dict[str, str]:
    return {pairing.old[m.old].id: pairing.new[m.new].id for m in pairing.matches}


def _whole(entry: Any) -> object:
    # Entries are equal where all that they say is, and not all that they hold can be hashed.
    return type(entry).__name__, repr(attrs.asdict(entry))


def _of_renamed(
    about: Callable[[Any], tuple[object, ...]], names: _Names, entry: Any
) -> tuple[object, ...]:
    return about(names.renamed(entry))


def _about(entry: Any) -> tuple[object, ...]:
    """What an entry without an id is about: a disposition, or an update."""
    if hasattr(entry, "request"):
        return entry.request, entry.document
    return entry.statement, entry.date, entry.axis, entry.by


def _of_what(entry: Any) -> tuple[object, ...]:
    """What an entry without an id is about, whoever says it."""
    return (entry.request,) if hasattr(entry, "request") else _about(entry)[:-1]


def _undated(update: Any) -> tuple[object, ...]:
    """Return the content of an update without its date, since a correction may change only that."""
    return (_whole(attrs.evolve(update, date=dt.date.min)),)


@attrs.frozen
class _Names:
    """The ids of the old record as the new one has them, where entries were matched by words."""

    old: str
    new: str
    ids: Mapping[str, str]

    def renamed(self, entry: Any) -> Any:
        """Return an entry of the old record with the names that the new record has."""
        changes = {}
        for field in attrs.fields(type(entry)):
            value = getattr(entry, field.name)
            renamed = self._value(field.name, value)
            if renamed is not value:
                changes[field.name] = renamed
        return attrs.evolve(entry, **changes) if changes else entry

    def _value(self, field: str, value: Any) -> Any:
        if isinstance(value, Passage):
            return attrs.evolve(value, document=self.ids.get(value.document, value.document))
        if isinstance(value, Relation) and (full := value.full_id) and full.record == self.old:
            target = str(FullId(self.new, self.ids.get(full.entry, full.entry)))
            return attrs.evolve(value, target=target)
        if isinstance(value, tuple):
            return tuple(self._value(field, each) for each in value)
        if isinstance(value, str) and field in _NAMING:
            return self.ids.get(value, value)
        return value


def _entries(table: str, pairing: Pairing, names: _Names) -> Iterator[EntryDifference]:
    for place in pairing.only_old:
        yield EntryDifference(table=table, old=pairing.old[place])
    new_to_match = {match.new: match for match in pairing.matches}
    for place, entry in enumerate(pairing.new):
        match = new_to_match.get(place)
        if match is None:
            yield EntryDifference(table=table, new=entry)
        elif fields := tuple(_fields(pairing.old[match.old], entry, names)):
            yield EntryDifference(
                table=table,
                old=pairing.old[match.old],
                new=entry,
                matched_by=match.by,
                fields=fields,
            )


def _fields(old: Any, new: Any, names: _Names) -> Iterator[FieldDifference]:
    """Yield the fields in which two entries differ, but for their ids."""
    if isinstance(old, Statement) and old.kind != new.kind:
        yield FieldDifference(field="kind", old=old.kind, new=new.kind)
    renamed = names.renamed(old)
    known = {f.name: None for cls in (type(old), type(new)) for f in attrs.fields(cls)}
    for name in known:
        if name != "id" and getattr(renamed, name, None) != getattr(new, name, None):
            yield FieldDifference(
                field=name, old=getattr(old, name, None), new=getattr(new, name, None)
            )
