"""Ids are unique: each names one entry, now and later."""

from collections.abc import Iterator

from ssrpolicy.codelists import code_list, declared
from ssrpolicy.messages import _
from ssrpolicy.model import LIST_NAMES, PolicyRecord, Severity
from ssrpolicy.rules.definition import Remark, rule
from ssrpolicy.rules.messages import a_kind

_WITH_IDS = ("documents", "requests", "statements", "instruments")


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
    seen: dict[str, tuple[str, int]] = {}
    for table in _WITH_IDS:
        for index, entry in enumerate(getattr(record, table)):
            first, at = seen.setdefault(entry.id, (table, index))
            if (first, at) != (table, index):
                yield Remark(
                    message=_(
                        "The id {id} of {kind} is already that of {other}, entry {at} of "
                        "[[{first}]].",
                        id=entry.id,
                        kind=a_kind(type(entry)),
                        other=a_kind(type(getattr(record, first)[at])),
                        at=at + 1,
                        first=first,
                    ),
                    hint=_("Give one of the two another id, and change what refers to it."),
                    place=(table, index, "id"),
                )
    for list_name in LIST_NAMES:
        codes: dict[str, int] = {}
        for index, code in enumerate(declared(record, list_name)):
            earlier = codes.setdefault(code.id, index)
            if earlier != index:
                yield Remark(
                    message=_(
                        "The code {id} is declared twice in [[{list_name}]]: as entry {earlier} "
                        "and as entry {index}.",
                        id=code.id,
                        list_name=list_name,
                        earlier=earlier + 1,
                        index=index + 1,
                    ),
                    hint=_("Keep one of the two, or give one another id."),
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
                    message=_(
                        "[[{list_name}]] declares {id} ({name}), which is built in as {built_in}; "
                        "the record's own declaration counts.",
                        list_name=list_name,
                        id=code.id,
                        name=code.name,
                        built_in=built_in.name,
                    ),
                    hint=_("Leave it out if the same is meant; take another id if not."),
                    place=(list_name, index, "id"),
                )
