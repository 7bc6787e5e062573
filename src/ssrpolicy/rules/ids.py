"""Ids are unique: each names one entry, now and later."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ssrpolicy.codelists import LIST_NAMES, code_list, declared
from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.vocabulary import Severity
from ssrpolicy.rules.definition import Place, Remark, rule


class Named(NamedTuple):
    """An id, what bears it ("a statement"), and its place in the record's data."""

    id: str
    kind: str
    place: Place


def named(record: PolicyRecord) -> Iterator[Named]:
    """Yield what has an id of its own in a record, in the order of the data's tables."""
    for index, document in enumerate(record.documents):
        yield Named(document.id, "a document", ("documents", index))
    for index, request in enumerate(record.requests):
        yield Named(request.id, "a request", ("requests", index))
    for index, statement in enumerate(record.statements):
        article = "an" if statement.kind == "engagement" else "a"
        yield Named(statement.id, f"{article} {statement.kind}", ("statements", index))
    for index, instrument in enumerate(record.instruments):
        yield Named(instrument.id, "an instrument", ("instruments", index))


@rule("id-duplicate", Severity.ERROR)
def id_duplicate(record: PolicyRecord) -> Iterator[Remark]:
    """An id is used for two entries of the record.

    Documents, requests, statements and instruments share one set of ids, so that trackers, links
    and relations can name an entry as `record#id` without saying what it is. With two entries of
    one id, an update or a disposition could mean either.

    Example: a document `motion` and a request `motion`.

    What to do: give the newer entry another id, and change what refers to it. An id that was
    published once is never used again for something else. Codes that a record declares twice in
    one list are reported the same way.
    """
    seen: dict[str, Named] = {}
    for entry in named(record):
        first = seen.setdefault(entry.id, entry)
        if first is not entry:
            table, index = first.place[0], first.place[1]
            yield Remark(
                subject=f"{record.id}#{entry.id}",
                message=f"The id {entry.id} of {entry.kind} is already that of {first.kind}, "
                f"entry {int(index) + 1} of [[{table}]].",
                hint="Give one of the two another id, and change what refers to it.",
                place=(*entry.place, "id"),
            )
    for list_name in LIST_NAMES:
        codes: dict[str, int] = {}
        for index, code in enumerate(declared(record, list_name)):
            earlier = codes.setdefault(code.id, index)
            if earlier != index:
                yield Remark(
                    subject=record.id,
                    message=f"The code {code.id} is declared twice in [[{list_name}]]: as entry "
                    f"{earlier + 1} and as entry {index + 1}.",
                    hint="Keep one of the two, or give one another id.",
                    place=(list_name, index, "id"),
                )


@rule("code-redefined", Severity.NOTE)
def code_redefined(record: PolicyRecord) -> Iterator[Remark]:
    """A code that the record declares has the id of a built-in code.

    The record's own declaration counts, so that a record can be precise about a body that the
    built-in list describes otherwise. It may also be an accident, and then one id means two
    things in trackers that join several records.

    Example: `[[parties]]` with `id = "un"` for a body of another name than the United Nations.

    What to do: leave the declaration out if the built-in code is meant; take another id if it is
    not; else leave it as it is.
    """
    for list_name in LIST_NAMES:
        own = declared(record, list_name)
        known = code_list(list_name).codes if own else {}
        for index, code in enumerate(own):
            if (built_in := known.get(code.id)) is not None:
                yield Remark(
                    subject=record.id,
                    message=f"[[{list_name}]] declares {code.id} ({code.name}), which is built in "
                    f"as {built_in.name}; the record's own declaration counts.",
                    hint="Leave it out if the same is meant; take another id if not.",
                    place=(list_name, index, "id"),
                )
