"""Codes that several records declare, each for something of its own: a selection means all."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from ssrpolicy import codelists
from ssrpolicy.arguments import check_type
from ssrpolicy.fields import typed
from ssrpolicy.messages import _, argument
from ssrpolicy.model import FullId, PolicyRecord, several
from ssrpolicy.selection.codes import CODED
from ssrpolicy.selection.criteria import Selection


@frozen(kw_only=True, field_transformer=typed)
class SharedCode:
    """A code of a selection that is in no code list, and that several records declare.

    Attributes:
        criterion: the criterion that has it: ``owners``, ...
        code: the code.
        records: how many records declare it.
        first: the id of the first of them.
    """

    criterion: str
    code: str
    records: int
    first: str

    @property
    def remark(self) -> str:
        """The remark that the code matches in each of them, and how to name that of one record."""
        name = FullId(self.first, self.code)
        return _(
            "{code} matches in {number} records, which each declare it; {example} names one.",
            code=self.code,
            number=self.records,
            example=argument(
                f"--{self.criterion.removesuffix('s')} {name}", f'{self.criterion}="{name}"'
            ),
        )


def shared_codes(selection: Selection, records: Iterable[PolicyRecord]) -> tuple[SharedCode, ...]:
    """Return the codes of a selection that several of some records declare themselves."""
    check_type(selection, Selection, "selection", 'Selection(owners="nl-bz")')
    known = several(records)
    found = []
    for criterion, code in local_codes(selection):
        declaring = [
            record.id
            for record in known
            if any(each.id == code for each in getattr(record, CODED[criterion]))
        ]
        if declaring[1:]:
            found.append(
                SharedCode(
                    criterion=criterion, code=code, records=len(declaring), first=declaring[0]
                )
            )
    return tuple(found)


def local_codes(selection: Selection) -> tuple[tuple[str, str], ...]:
    """Return the codes of a selection that are in no code list, each with its criterion."""
    check_type(selection, Selection, "selection", 'Selection(owners="nl-bz")')
    return tuple(
        (criterion, code)
        for criterion, name in CODED.items()
        for code in getattr(selection, criterion)
        if FullId.parse(code) is None and code not in codelists.code_list(name).codes
    )
