"""Remarks: the result of a rule about an entry, and the results a rule's function may give."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Self, TypeVar, cast

import attrs
from attrs import field, frozen

from ssrpolicy.arguments import check_type, is_among
from ssrpolicy.errors import ArgumentTypeError, UnknownIdError
from ssrpolicy.fields import by_fields, typed
from ssrpolicy.messages import _
from ssrpolicy.model import (
    DataPath,
    Entry,
    PolicyRecord,
    Quoting,
    SetAside,
    invalid_value,
    place_of,
    subject_at,
)
from ssrpolicy.unseen import on_one_line

K = TypeVar("K")

MOST_HINTS = 50
"""How many near words or ids a rule looks for in one record."""

_REMARK = 'Remark.of(record, entry, "...")'


def _sentence(_remark: object, attribute: attrs.Attribute[Any], words: Any) -> None:
    if words is not None or attribute.default is not None:
        check_type(words, str, attribute.name, '"The note has no owner."')
        if not words.strip():
            raise invalid_value(_("{name} is empty", name=attribute.name))


@frozen(kw_only=True, field_transformer=typed)
@by_fields
class Remark:
    """What a rule has to say of one place; its rule gives it a code and a severity.

    ``subject`` is the full id of the entry concerned; if left out, that of the entry at ``place``.
    :meth:`of` finds both for an entry.

    Attributes:
        message: what is wrong, in a sentence.
        hint: what would work.
    """

    subject: str | None = None
    message: str = field(converter=on_one_line, validator=_sentence)
    hint: str | None = field(default=None, validator=_sentence)
    place: DataPath = ()

    @classmethod
    def of(
        cls,
        record: PolicyRecord,
        entry: str | Entry | Quoting | SetAside,
        message: str,
        *,
        hint: str | None = None,
        field: str | None = None,
    ) -> Self:
        """Return a remark on an entry of the record, which has its line in the record's file.

        ``entry`` is the id of a document, request, statement or instrument, or an entry of the
        record itself, of any kind, such as ``record.updates[0]``. ``field`` is the field of it
        that is meant, such as ``"timeframe"``. Raises UnknownIdError where the record has no such
        entry, with the nearest id; ArgumentError where the entry has no such field, with the
        nearest.
        """
        check_type(record, PolicyRecord, "record", "ssrpolicy.load(path)")
        found = record[entry] if isinstance(entry, str) else entry
        path = place_of(record, found)
        if path is None:
            entries = Entry | Quoting | SetAside
            error = UnknownIdError if isinstance(entry, entries) else ArgumentTypeError
            raise error(
                _("{entry!r:.80} is not an entry of {id}.", entry=entry, id=record.id),
                hint=_("Give the id of one, or one of record.statements, record.updates, ..."),
            )
        if field is not None:
            check_type(field, str, "field", '"timeframe"')
            names = [each.name for each in attrs.fields(type(found))]
            if not is_among(field, names):
                from ssrpolicy.similar import nearest_or_all  # noqa: PLC0415 - loaded only where something is wrong

                kind = type(found).__name__
                raise invalid_value(
                    _("{kind} has no field {field!r:.80}.", kind=kind, field=field),
                    hint=nearest_or_all(field, names),
                )
            path = (*path, field)
        return cls(subject=subject_at(record, path), message=message, hint=hint, place=path)


def remarks_in(given: object) -> Iterator[Remark]:
    """Yield what a rule's function gives; raises ArgumentTypeError where that is not remarks."""
    for each in _several(given, _REMARK):
        if not isinstance(each, Remark):
            raise _not_yielded(each, _REMARK)
        yield each


def remarks_of(given: object) -> Iterator[tuple[PolicyRecord, Remark]]:
    """Yield what the function of a rule over records gives: a record with each remark."""
    pair = f"(record, {_REMARK})"
    for each in _several(given, pair):
        match each:
            case (PolicyRecord() as record, Remark() as remark):
                yield record, remark
            case _:
                raise _not_yielded(each, pair)


def _several(given: object, example: str) -> Iterable[object]:
    if not isinstance(given, Iterable):
        raise _not_yielded(given, example)
    return cast("Iterable[object]", given)


def _not_yielded(given: object, example: str) -> ArgumentTypeError:
    return ArgumentTypeError(
        _("it gave {given!r:.60}, and must yield {example}", given=given, example=example)
    )


def at_most(number: int, hint: Callable[[K], str | None]) -> Callable[[K], str | None]:
    """Make a function that looks for a hint look for ``number`` of them only, each once.

    To look for what is near costs far more than to see that something is wrong; where hundreds
    are wrong, the first hints say why.
    """
    found: dict[K, str | None] = {}

    def limited(key: K) -> str | None:
        if key not in found:
            found[key] = hint(key) if len(found) < number else None
        return found[key]

    return limited
