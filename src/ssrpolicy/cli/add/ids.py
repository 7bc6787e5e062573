"""The ids of what options name: a party, a place, a sector or a framework by any of its names."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import click

from ssrpolicy import codelists
from ssrpolicy.messages import _, did_you_mean, some
from ssrpolicy.model import PolicyRecord

_CODE = re.compile(r"[A-Za-z0-9]+(?:[-._][A-Za-z0-9]+)*")
# The options that take codes, with the list of each.
_CODED: Mapping[str, codelists.ListName] = {
    **dict.fromkeys(("owners", "partners", "authors", "on_behalf_of"), "parties"),
    **dict.fromkeys(("addressee", "party"), "parties"),
    **{name: name for name in ("places", "sectors", "frameworks")},
}


def ids_of_names(
    record: PolicyRecord, given: Mapping[str, Any], params: Sequence[click.Parameter]
) -> dict[str, Any]:
    """Return what names codes, with the id of each in the place of its name.

    Raises UsageError, with the flag of ``params``, for a name that nothing or several have.
    """
    flags = {str(param.name): param.opts[0] for param in params}
    found: dict[str, Any] = {}
    for name, list_name in _CODED.items():
        match given.get(name):
            case str() as text:
                found[name] = _id_named(record, flags[name], list_name, text)
            case tuple() as texts:
                found[name] = tuple(
                    _id_named(record, flags[name], list_name, each) for each in texts
                )
            case _:
                pass
    return found


def _id_named(record: PolicyRecord, flag: str, list_name: codelists.ListName, text: str) -> str:
    ids = codelists.named(record, list_name, text)
    if len(ids) == 1:
        return ids[0]
    if ids:
        raise click.UsageError(
            _(
                "{flag} {text!r} may be any of {number}; give the id: {ids}.",
                flag=flag,
                text=text,
                number=len(ids),
                ids=some(ids),
            )
        )
    if not _CODE.fullmatch(text):
        near = codelists.nearest(record, list_name, text)
        message = _("{flag} {text!r:.80} is not a known name or id.", flag=flag, text=text)
        meant = f" {did_you_mean(near)}" if near else ""
        raise click.UsageError(f"{message}{meant}")
    return text  # that it is not known is a finding, with what would work
