"""Records made from data, with every problem of the data found in the same pass.

What is sound is kept: an entry that cannot be read is left out, and the record is made of the
others, so that the rules can look at it all the same.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from attrs import field, frozen

from ssrpolicy.codec import shape
from ssrpolicy.codec.problems import UNFIT, FlawedError, Place, Problem, wrong_type
from ssrpolicy.codec.scalars import NO_DEFAULTS, SCALARS, Convert, Defaults, one_of
from ssrpolicy.codec.shape import Data, Kind
from ssrpolicy.codec.tables import Table, each_of, list_of, local_text, of_its_document, statement
from ssrpolicy.messages import _
from ssrpolicy.model import (
    STATEMENT_CLASSES,
    STATEMENT_KINDS,
    Disposition,
    LocalText,
    PolicyRecord,
    Update,
)

_HEAD = ("id", "language", "source")
_NOT_IN_CODES = re.compile(r"[^A-Za-z0-9]+")
_NONE: Final[Mapping[Any, Any]] = {}
# What entries are read with besides their table, in both formats.
_ENTRIES: Final[Mapping[type, Callable[[Convert], Convert]]] = {
    Disposition: of_its_document,
    LocalText: local_text,
    Update: of_its_document,
}


class RecordPlace(NamedTuple):
    """The place of a record in its file, and the parts of it that could not be read.

    ``root`` is the record's place in the file's data. ``kept`` are, by table, the places of the
    entries that the record holds where others were left out; ``lost`` are the ids of entries that
    it does not hold, or not in full, and ``damaged`` the places of all such entries.
    """

    root: Place = ()
    kept: Mapping[str, tuple[int, ...]] = _NONE
    lost: frozenset[str] = frozenset()
    damaged: frozenset[Place] = frozenset()

    def place(self, place: Place) -> Place:
        """Return the place in the file's data of a place in the record."""
        return (*self.root, *self.in_data(place))

    def in_data(self, place: Place) -> Place:
        """Return the place in the record's own data of a place in the record."""
        match place:
            case (str() as table, int() as index, *rest) if index < len(self.kept.get(table, ())):
                return (table, self.kept[table][index], *rest)
        return place


class Structured(NamedTuple):
    """What could be made of a record's data: the record, or None, and every problem."""

    record: PolicyRecord | None
    problems: tuple[Problem, ...] = ()
    origin: RecordPlace = RecordPlace()


@frozen(eq=False, repr=False)
class Structuring:
    """Makes records from the data of one wire format, as strictly as their shape says.

    ``scalars`` and ``entries`` are the format's own readers, by class; those of entries are given
    the reader of the entry as a table. ``apart`` are the keys of a class that stand elsewhere in
    this format, ``ignored`` those that say nothing that the class keeps. ``generated`` makes the
    reader of a class for tables in which all is well.
    """

    scalars: Mapping[type, Convert]
    entries: Mapping[type, Callable[[Convert], Convert]]
    apart: Mapping[type, frozenset[str]] = _NONE
    ignored: Mapping[type, frozenset[str]] = _NONE
    generated: Callable[[type, Mapping[str, Convert]], Callable[[Data, type], Any]] | None = None
    _readers: dict[Kind, Convert] = field(factory=dict, init=False)
    _record: Table = field(init=False)

    @_record.default
    def _table_of_record(self) -> Table:
        return self._table(PolicyRecord)

    def record(self, data: object, *, name: str) -> Structured:
        """Return the record in data, without what cannot be read, and every problem.

        ``name`` stands in for the id of a record that has none.
        """
        if type(data) is not dict:
            (problem,) = wrong_type(data, _("a table")).problems
            problem = problem._replace(
                text=_("A record {predicate}", predicate=problem.text), about=None
            )
            return Structured(record=None, problems=(problem,))
        table = self._record
        head = {key: table.fields[key] for key in _HEAD}
        found, flawed = table.values({k: data[k] for k in _HEAD if k in data}, NO_DEFAULTS)
        problems = [*table.unknown(data), *table.problems(head, data, found, flawed)]
        found = {**_stand_ins(data, name), **found}
        defaults = Defaults(found["language"], found["source"])
        kept: dict[str, tuple[int, ...]] = {}
        lost: set[str] = set()
        for key, each in table.fields.items():
            if key not in data or key in head:
                continue
            try:
                if isinstance(each.kind, shape.ListOf):
                    read = self._reader(each.kind.item)
                    found[key], places, wrong = _entries(data[key], key, read, defaults)
                    if wrong:
                        kept[key] = places
                    problems += wrong
                    lost.update(_ids_of(data[key], wrong))
                else:
                    found[key] = table.readers[key](data[key], defaults)
            except FlawedError as error:
                problems += error.within(key)
                if error.usable is not UNFIT:
                    found[key] = error.usable
        record = table.made(found, problems)
        return Structured(
            record=None if record is UNFIT else record,
            problems=tuple(problems),
            origin=RecordPlace(
                kept=kept,
                lost=frozenset(lost),
                damaged=frozenset(problem.place[:2] for problem in problems),
            ),
        )

    def entry(self, cls: type, data: object, defaults: Defaults = NO_DEFAULTS) -> Any:
        """Return the instance of a class that a table holds by itself; raises FlawedError."""
        return self._reader(shape.Entry(cls))(data, defaults)

    def _reader(self, kind: Kind) -> Convert:
        """Return the reader of a kind of value, made once."""
        if kind not in self._readers:
            self._readers[kind] = self._reader_of(kind)
        return self._readers[kind]

    def _reader_of(self, kind: Kind) -> Convert:
        match kind:
            case shape.Scalar(cls):
                return self.scalars.get(cls) or SCALARS[cls]
            case shape.Words() | shape.OneOf():
                return one_of(kind.values)
            case shape.ListOf(item):
                return list_of(self._reader(item))
            case shape.StatementEntry():
                return statement(
                    {k: self._reader(shape.Entry(cls)) for k, cls in STATEMENT_KINDS.items()}
                )
            case shape.Entry(cls):
                return self._entry(cls)

    def _entry(self, cls: type) -> Convert:
        read = self._table(cls).read
        more = self.entries.get(cls) or _ENTRIES.get(cls)
        return more(read) if more else read

    def _table(self, cls: type) -> Table:
        apart = self.apart.get(cls, ())
        fields = shape.fields_of(cls).items()
        readers = {key: self._reader(each.kind) for key, each in fields if key not in apart}
        sound = self.generated(cls, readers) if self.generated else None
        kind = {"kind"} if cls in STATEMENT_CLASSES else ()
        return Table(cls, readers, frozenset({*kind, *self.ignored.get(cls, ())}), sound)


def _entries(
    value: object, table: str, read: Convert, defaults: Defaults
) -> tuple[tuple[Any, ...], tuple[int, ...], list[Problem]]:
    """Return the entries of one table that could be read, their places, and all problems."""
    if type(value) is not list:
        hint = (
            _("Write each entry under [[{table}]].", table=table) if type(value) is dict else None
        )
        return (), (), wrong_type(value, _("a list of tables"), hint=hint).within(table)
    made, problems = each_of(value, read, defaults)
    kept = tuple(index for index, each in enumerate(made) if each is not UNFIT)
    return tuple(made[index] for index in kept), kept, FlawedError(problems).within(table)


def _ids_of(value: Any, problems: list[Problem]) -> Iterator[str]:
    """Yield the ids of the entries of a table that have problems."""
    for index in {problem.place[1] for problem in problems if len(problem.place) > 1}:
        if isinstance(value[index], dict) and type(value[index].get("id")) is str:
            yield value[index]["id"]


def _stand_ins(data: Data, name: str) -> Data:
    """Return substitutes for a wrong or missing head, so that the entries can be checked."""
    documents = data.get("documents")
    first = documents[0] if isinstance(documents, list) and documents else None
    source = first.get("id") if isinstance(first, dict) else None
    return {
        "id": _NOT_IN_CODES.sub("-", name)[:100].strip("-") or "record",
        "language": "nl",
        "source": source if isinstance(source, str) else "source",
    }
