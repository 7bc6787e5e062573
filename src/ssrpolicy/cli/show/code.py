"""A party, place, sector or framework on a terminal: its names, its time, and what names it."""

from __future__ import annotations

from ssrpolicy import codelists
from ssrpolicy.codelists import ListName
from ssrpolicy.model import (
    LANGUAGES,
    LIST_NAMES,
    Code,
    FullId,
    Party,
    PolicyRecord,
    Update,
    code_uses,
)
from ssrpolicy.views.language import edtf_words
from ssrpolicy.views.shared import ReadingContext


def code_named(record: PolicyRecord, key: str) -> tuple[ListName, Code] | None:
    """Return the code with this id or full id and its list: the record's own, or one it uses."""
    full_id = FullId.parse(key)
    id = full_id.entry if full_id is not None and full_id.record == record.id else key
    for list_name in LIST_NAMES:
        for code in codelists.declared(record, list_name):
            if code.id == id:
                return list_name, code
    used = next((use.list_name for use in code_uses(record) if use.id == id), None)
    built_in = None if used is None else codelists.code(record, used, id)
    return None if used is None or built_in is None else (used, built_in)


def code_fields(names: ReadingContext, list_name: ListName, code: Code) -> dict[str, object]:
    """Return what is known of a code, by the keys of the labels, and the entries that name it."""
    others = [text for each in LANGUAGES if (text := getattr(code.name, each)) is not None]
    uses = dict.fromkeys(
        use.entry.statement if isinstance(use.entry, Update) else use.entry.id
        for use in code_uses(names.record)
        if (use.list_name, use.id) == (list_name, code.id)
    )
    since, until = code.valid_from, code.valid_until
    return {
        "name": " / ".join(dict.fromkeys(others)),
        "aliases": "; ".join(code.aliases),
        "valid_from": None if since is None else edtf_words(since, names.language),
        "valid_until": None if until is None else edtf_words(until, names.language),
        "successors": names.codes(list_name, code.successors),
        "part_of": names.party(code.part_of) if isinstance(code, Party) and code.part_of else None,
        "named_in": "; ".join(uses),
    }
