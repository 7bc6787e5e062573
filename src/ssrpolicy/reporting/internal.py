"""What an office keeps to itself, taken out of the records before a reporter sees them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

from ssrpolicy.errors import InputError, OutputError
from ssrpolicy.messages import _, argument, ngettext
from ssrpolicy.model import PolicyRecord, Update, derived
from ssrpolicy.reporting.options.declared import Option

if TYPE_CHECKING:
    from ssrpolicy.selection import Chosen

INTERNAL = "internal"
"""The option of every report that says whether internal notes are in it."""


def internal_option(*, default: bool) -> Option:
    """Return the option that every reporter has from the host, with the reporter's default."""
    return Option(
        key=INTERNAL,
        type=bool,
        default=default,
        help=_(
            "Include internal notes and the names of who made them; what such updates say of "
            "status, evidence, timeframe or who is responsible is always included."
        ),
    )


@derived
def without_internal(record: PolicyRecord) -> PolicyRecord:
    """Return a record without its internal notes and without the names of who made them.

    What an internal update says on an axis stays; one that is only a note is left out. A record
    that has none is returned as it is.
    """
    if not any(update.internal for update in record.updates):
        return record
    return evolve(record, updates=tuple(for_others(record.updates)))


def for_others(updates: Iterable[Update]) -> Iterator[Update]:
    """Yield updates without what is internal in them."""
    for update in updates:
        if not update.internal:
            yield update
        elif not update.is_internal_note:
            yield evolve(update, by=None, note=None)


def refuse_to_lose_notes(output: object) -> None:
    """Raise OutputError where a report without internal notes would replace a record with them.

    A JSON record may be renewed, but it may be the only place in which its notes stand.
    """
    if not isinstance(output, str | os.PathLike) or Path(output).suffix.lower() != ".json":
        return
    from ssrpolicy import codec  # noqa: PLC0415 - it loads what reads records, which is not always needed

    try:
        known = codec.read(Path(output)).records
    except InputError:
        return  # whatever is there, if anything, it is not a record
    if left_out(known):
        raise OutputError(
            _("{file} has internal notes, and this report leaves them out.", file=output),
            hint=_(
                "Name another file; or include them in this one: {included}.", included=_included()
            ),
        )


def _included() -> str:
    """How internal notes are asked for."""
    return argument("-o internal=yes", "internal=True")


def left_out(records: Sequence[PolicyRecord], chosen: Chosen | None = None) -> tuple[str, ...]:
    """Return what a report without internal notes lacks of these records, a sentence each.

    Of a selection it says apart how many are of what is in: some reporters write the records whole.
    """
    hidden = [(record, each) for record in records for each in record.updates if each.internal]
    notes = [each for each in hidden if each[1].note is not None]
    names = [each for each in hidden if each[1].note is None and each[1].by is not None]
    if chosen is not None:
        return tuple(_left_out_of(chosen, notes, names))
    said = []
    if notes:
        said.append(
            ngettext(
                "{number} internal note left out, with the name of who made it; "
                "{included} includes it.",
                "{number} internal notes left out, with the names of who made them; "
                "{included} includes them.",
                len(notes),
                included=_included(),
            )
        )
    if names:
        said.append(
            ngettext(
                "{number} name left out, of an internal update without a note; "
                "{included} includes it.",
                "{number} names left out, of internal updates without a note; "
                "{included} includes them.",
                len(names),
                included=_included(),
            )
        )
    return tuple(said)


def _left_out_of(
    chosen: Chosen,
    notes: Sequence[tuple[PolicyRecord, Update]],
    names: Sequence[tuple[PolicyRecord, Update]],
) -> Iterator[str]:
    """Yield the parts that a report of a selection lacks, of entries chosen and others."""

    def inside(updates: Sequence[tuple[PolicyRecord, Update]]) -> int:
        return sum(each.statement in chosen.ids(record) for record, each in updates)

    if notes:
        yield _(
            "Internal notes left out, with the names of who made them: {inside} on what is in this "
            "selection, {outside} on the rest of the records; {included} leaves them in.",
            inside=inside(notes),
            outside=len(notes) - inside(notes),
            included=_included(),
        )
    if names:
        yield _(
            "Names left out, of internal updates without a note: {inside} on what is in this "
            "selection, {outside} on the rest of the records; {included} leaves them in.",
            inside=inside(names),
            outside=len(names) - inside(names),
            included=_included(),
        )
