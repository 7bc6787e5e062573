"""Differences as values: of a field, of an entry, of a record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, TypeAlias

from attrs import frozen

from ssrpolicy.codec import plain
from ssrpolicy.model import (
    Code,
    Disposition,
    Document,
    Instrument,
    PolicyRecord,
    Request,
    SetAside,
    Statement,
    Update,
)

Compared: TypeAlias = (
    Document | Request | Statement | Disposition | Instrument | SetAside | Update | Code
)
"""What stands in a table of a record."""

_READING = ("kind", "firmness")


@frozen(kw_only=True)
class FieldDifference:
    """A field that differs, with its value in the old record and in the new one.

    Attributes:
        field: its name in the model; a statement has its ``kind`` as a field, too.
        old: its value in the old record; None or () where it is absent.
        new: its value in the new record; None or () where it is absent.
    """

    field: str
    old: object
    new: object

    def to_json(self) -> dict[str, Any]:
        """Return the difference as it stands in JSON."""
        return {"field": self.field, "old": plain(self.old), "new": plain(self.new)}


@frozen(kw_only=True)
class EntryDifference:
    """An entry that only one of two records has, or that differs between them.

    Attributes:
        table: the table in which it stands, such as ``statements``.
        old: the entry in the old record; None where it is added.
        new: the entry in the new record; None where it is removed.
        matched_by: why the two are taken for one entry: they have one ``id``, or they quote the
            same ``words`` of the same text; None where only one record has it.
        fields: the fields that differ, in the order of the model; none where only one has it.
    """

    table: str
    old: Compared | None = None
    new: Compared | None = None
    matched_by: Literal["id", "words"] | None = None
    fields: tuple[FieldDifference, ...] = ()

    @property
    def change(self) -> Literal["added", "removed", "changed"]:
        """What happened to the entry from the old record to the new."""
        if self.old is None:
            return "added"
        return "removed" if self.new is None else "changed"

    @property
    def reads_otherwise(self) -> bool:
        """Whether the kind or the firmness of a statement differs."""
        return any(each.field in _READING for each in self.fields)

    def to_json(self) -> dict[str, Any]:
        """Return the difference as it stands in JSON."""
        return {
            "change": self.change,
            "table": self.table,
            "old": None if self.old is None else plain(self.old),
            "new": None if self.new is None else plain(self.new),
            "matched_by": self.matched_by,
            "fields": [each.to_json() for each in self.fields],
        }


@frozen(kw_only=True)
class Comparison:
    """What differs between two records; ``bool()`` of it is True where anything does.

    Attributes:
        old: the record that is compared.
        new: the record with which it is compared.
        fields: the fields of the record itself that differ: id, language, source, title.
        entries: the entries that differ, by table and in the order of the new record; those that
            only the old one has come first.
        renamed: the ids of entries that were matched by their words and are called otherwise: the
            old with the new.
    """

    old: PolicyRecord
    new: PolicyRecord
    fields: tuple[FieldDifference, ...] = ()
    entries: tuple[EntryDifference, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.fields or self.entries or self.renamed)

    @property
    def added(self) -> tuple[EntryDifference, ...]:
        """The entries that only the new record has."""
        return tuple(self._having("added"))

    @property
    def removed(self) -> tuple[EntryDifference, ...]:
        """The entries that only the old record has."""
        return tuple(self._having("removed"))

    @property
    def changed(self) -> tuple[EntryDifference, ...]:
        """The entries of both records that differ."""
        return tuple(self._having("changed"))

    def _having(self, change: str) -> Iterator[EntryDifference]:
        return (each for each in self.entries if each.change == change)

    def to_json(self) -> dict[str, Any]:
        """Return the comparison as it stands in JSON."""
        return {
            "old": self.old.id,
            "new": self.new.id,
            "fields": [each.to_json() for each in self.fields],
            "entries": [each.to_json() for each in self.entries],
            "renamed": [{"old": old, "new": new} for old, new in self.renamed],
        }
