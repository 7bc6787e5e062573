"""What is raised for a key that names no entry of a record."""

from __future__ import annotations

from collections.abc import Collection

from ssrpolicy.errors import ArgumentTypeError, UnknownIdError
from ssrpolicy.messages import _, did_you_mean, some
from ssrpolicy.model.documents.document import Document
from ssrpolicy.model.instruments import Instrument
from ssrpolicy.model.requests import Request
from ssrpolicy.model.statements import Statement
from ssrpolicy.model.texts import FullId
from ssrpolicy.similar import most_like

_LONGEST_KEY = 220  # a record's id and an entry's, each of at most 100 characters


def no_entry(
    record: str, entries: Collection[str], key: object
) -> UnknownIdError | ArgumentTypeError:
    """Return the error for a key that none of the entries of a record has, by their ids."""
    if isinstance(key, str):
        message = _("{id} has no entry {key!r:.120}.", id=record, key=key)
        return UnknownIdError(message, hint=_meant(record, entries, key[:_LONGEST_KEY]))
    if isinstance(key, Document | Request | Statement | Instrument):
        hint = _("Give its id, {id!r}.", id=key.id)
    else:
        hint = _('Ask by id, as in record["{id}"].', id=next(iter(entries), "letter"))
    message = _("{key!r:.120} is not the id of an entry of {id}.", id=record, key=key)
    return ArgumentTypeError(message, hint=hint)


def _meant(record: str, entries: Collection[str], key: str) -> str | None:
    """What may have been meant by a key that names no entry."""
    if (other := FullId.parse(key)) and other.record != record:
        return _("That id leads into the record {record}.", record=other.record)
    if near := most_like(key, entries):
        return did_you_mean(near)
    return _("Its entries are {ids}.", ids=some(entries)) if entries else None
