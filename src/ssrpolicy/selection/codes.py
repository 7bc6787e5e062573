"""The codes that a selection names: found by name or id, and refused where nothing has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

import attrs

from ssrpolicy import codelists
from ssrpolicy.arguments import check_choice, check_type
from ssrpolicy.errors import UnknownIdError
from ssrpolicy.messages import _, argument, did_you_mean, some
from ssrpolicy.model import FullId, ListName, PolicyRecord, code_uses, several
from ssrpolicy.selection.criteria import NOBODY, Selection

CODED: Final[dict[str, ListName]] = {
    "owners": "parties",
    "partners": "parties",
    "places": "places",
    "sectors": "sectors",
    "frameworks": "frameworks",
}
"""The criteria that take codes, each with its list."""

_NEAREST = 3


def resolved(selection: Selection, records: Iterable[PolicyRecord]) -> Selection:
    """Return a selection with the code of each name; ``"Afghanistan"`` becomes ``"AFG"``.

    Raises UnknownIdError for a code that neither the code lists nor any record has, with the
    nearest.
    """
    check_type(selection, Selection, "selection", 'Selection(owners="nl-bz")')
    known = several(records)
    changed: dict[str, Any] = {
        name: tuple(dict.fromkeys(_code(name, text, known) for text in getattr(selection, name)))
        for name in CODED
        if getattr(selection, name)
    }
    return attrs.evolve(selection, **changed) if changed else selection


def _code(criterion: str, text: str, records: Sequence[PolicyRecord]) -> str:
    list_name = CODED[criterion]
    if list_name == "parties" and text == NOBODY:
        return text
    full_id = FullId.parse(text)
    if full_id is not None:
        within = [record for record in records if record.id == full_id.record]
        found = dict.fromkeys(_named(list_name, full_id.entry, within))
        if found:
            return str(FullId(full_id.record, next(iter(found))))
    else:
        found = dict.fromkeys(_named(list_name, text, records))
        if text in found or len(found) == 1:
            return text if text in found else next(iter(found))
        if found:
            raise UnknownIdError(
                _(
                    "{criterion} {code!r:.80} stands for several codes.",
                    criterion=argument(f"--{criterion.removesuffix('s')}", criterion),
                    code=text,
                ),
                hint=did_you_mean(list(found)[:_NEAREST]) or None,
            )
    raise unknown_code(criterion, text, records)


def unknown_code(criterion: str, text: str, records: Iterable[PolicyRecord]) -> UnknownIdError:
    """Return what is raised for a code that nothing knows, with the nearest in some records.

    No more records are read than it takes to find three.
    """
    check_choice(criterion, "criterion", CODED)
    check_type(text, str, "text", '"nl-bz"')
    near: dict[str, None] = {}
    known = several(records)
    for record in known:
        near |= dict.fromkeys(codelists.nearest(record, CODED[criterion], text))
        if len(near) >= _NEAREST:
            break
    return UnknownIdError(
        _(
            "{criterion} {code!r:.80} is in no code list and in no record.",
            criterion=argument(f"--{criterion.removesuffix('s')}", criterion),
            code=text,
        ),
        hint=did_you_mean(list(near)[:_NEAREST]) or codes_used(known, CODED[criterion]),
    )


def codes_used(records: Iterable[PolicyRecord], list_name: ListName) -> str | None:
    """Return a hint with the codes of a list that records use; None where they use none."""
    used: dict[str, None] = {}
    for record in records:
        ids = {use.id for use in code_uses(record) if use.list_name == list_name}
        used |= dict.fromkeys(sorted(ids))
    if not used:
        return None
    return _("Used there: {codes}; the code lists have more.", codes=some(used))


def _named(list_name: ListName, text: str, records: Iterable[PolicyRecord]) -> Iterator[str]:
    if text in codelists.code_list(list_name).codes:
        yield text
        return
    for record in records:
        if any(use.id == text and use.list_name == list_name for use in code_uses(record)):
            yield text
        yield from codelists.named(record, list_name, text)


def fits(wanted: Sequence[str], ids: Iterable[str], record: PolicyRecord) -> bool:
    """Return whether one of the codes of a record is wanted, by itself or as ``record#code``."""
    found: set[Any] = set(ids)
    return any(
        each in found
        or ((full := FullId.parse(each)) and full.record == record.id and full.entry in found)
        for each in wanted
    )
