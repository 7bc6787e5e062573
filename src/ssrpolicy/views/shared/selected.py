"""A selection in words: what was asked, and how much of how much that is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any, Final

from ssrpolicy import codelists
from ssrpolicy.arguments import check_type
from ssrpolicy.model import FullId, Language, ListName, PolicyRecord, brief, check_language, several
from ssrpolicy.selection import CODED, NOBODY, Chosen, OwnerTotals, Selection
from ssrpolicy.views.language import counted, label, long_date

_MOST_WORDS: Final = 80
_BOTH: Final = 2


def selection_words(
    selection: Selection, language: Language, records: Iterable[PolicyRecord] = ()
) -> str:
    """Return the criteria of a selection in words, separated by semicolons.

    "verantwoordelijk ministerie van Buitenlandse Zaken; termijn verstreken". Codes have the names
    of the code lists, or of ``records``.
    """
    check_type(selection, Selection, "selection", 'Selection(owners="nl-bz")')
    check_language(language)
    known = several(records)
    found = []
    for name, value in selection.given.items():
        values = value if isinstance(value, tuple) else (value,)
        words = [_value(name, each, language, known) for each in values]
        found.append(label(f"selected.{name}", language, values=_any_of(words, language)))
    return "; ".join(found)


def selection_line(chosen: Chosen, language: Language) -> str:
    """Return what a report of a selection says first: "Selectie: ... (12 van 340 toezeggingen)".

    How many belong to nobody is said where there are any, and of several owners how many are of
    each.
    """
    check_type(chosen, Chosen, "chosen", "choose(records, selection, as_of=day)")
    found, every = chosen.count()
    authored = sum(
        chosen.holds(record, each)
        and not chosen.handling.is_later(record, each.document)
        and chosen.responsible(record, each).by_authorship
        for record in chosen.records
        for each in record.commitments
    )
    owners = chosen.selection.owners
    nobody, _every = chosen.of_owner(NOBODY).count()
    key = "nobody_more" if owners and NOBODY not in owners else "nobody_of_them"
    line = label(
        # That a letter names nobody is seen where it is asked who is responsible.
        "selected.line_authored" if owners and authored else "selected.line",
        language,
        criteria=selection_words(chosen.selection, language, chosen.records),
        chosen=found,
        every=counted("commitments", every, language),
        authored=authored,
        nobody=f"; {label(f'selected.{key}', language, number=nobody)}" if nobody else "",
    )
    totals = chosen.by_owner(
        record.full_id(each.id)
        for record in chosen.records
        for each in record.commitments
        if chosen.holds(record, each) and not chosen.handling.is_later(record, each.document)
    )
    return line if totals is None else f"{line}. {owner_totals(totals, found, language)}"


def owner_totals(totals: OwnerTotals, total: int, language: Language) -> str:
    """Return how much is of each owner: "Per verantwoordelijke: nl-bz 5, nl-def 11; samen 14, ...".

    That these overlap is said where they do.
    """
    each = ", ".join(
        f"{label('selected.nobody', language) if owner == NOBODY else owner} {amount}"
        for owner, amount in totals.each.items()
    )
    overlap = "both" if len(totals.each) == _BOTH else "several"
    return label(
        f"selected.owners_{overlap if totals.several else 'apart'}",
        language,
        each=each,
        total=total,
        several=totals.several,
    )


def with_something(
    records: Sequence[PolicyRecord], chosen: Chosen | None
) -> Sequence[PolicyRecord]:
    """Return the records of which something is in a selection, by date; all where nothing is.

    Records of which the paper has no date come last, and those of one day in the order given.
    """
    found = [record for record in records if chosen is None or chosen.ids(record)]
    return sorted(found or records, key=lambda each: each.dates.get(each.source) or dt.date.max)


def selected_title(title: str, chosen: Chosen | None, language: Language) -> str:
    """Return the title of a report, which says so where it is of a selection."""
    return title if chosen is None else label("selected.title", language, title=title)


def _any_of(words: list[str], language: Language) -> str:
    if len(words) == 1:
        return words[0]
    first, last = ", ".join(words[:-1]), words[-1]
    return label("selected.joined", language, first=first, last=last)


def _value(name: str, value: Any, language: Language, records: tuple[PolicyRecord, ...]) -> str:
    if name in CODED:
        return _code(CODED[name], value, language, records)
    if name == "kinds":
        return label(f"statement_kind.{value}", language)
    if isinstance(value, StrEnum):
        return label(value, language)
    if isinstance(value, dt.date):
        return long_date(value, language)
    return brief(str(value), _MOST_WORDS)


def _code(
    list_name: ListName, id: str, language: Language, records: tuple[PolicyRecord, ...]
) -> str:
    if id == NOBODY:
        return label("selected.nobody", language)
    full_id = FullId.parse(id)
    own = id if full_id is None else full_id.entry
    within = [each for each in records if full_id is None or each.id == full_id.record]
    found = next(
        (code for each in within if (code := codelists.code(each, list_name, own)) is not None),
        codelists.code_list(list_name).codes.get(own),
    )
    return id if found is None else found.name.text(language)
