"""The ids of what options name: a party, a place, a sector or a framework by any of its names."""

from collections.abc import Mapping, Sequence
from typing import Any

import click

from ssrpolicy import codelists
from ssrpolicy.messages import _, did_you_mean, some
from ssrpolicy.model import PolicyRecord

_KINDS: Mapping[codelists.ListName, str] = {
    "parties": "party",
    "places": "place",
    "sectors": "sector",
    "frameworks": "framework",
}
"""What `ssrpolicy add` calls an entry of each list."""
_MOST_NEAR = 3
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
    if codelists.code(record, list_name, text) is not None:
        return text
    near = list(codelists.nearest(record, list_name, text))[:_MOST_NEAR]
    message = _("{flag} {text!r:.80} is not a known name or id.", flag=flag, text=text)
    hint = _("Add it first: ssrpolicy add {kind} PATH --id ID --name NAME.", kind=_KINDS[list_name])
    if near:
        hint = f"{did_you_mean([_called(record, list_name, each) for each in near])} {hint}"
    raise click.UsageError(f"{message}\n{hint}")


def _called(record: PolicyRecord, list_name: codelists.ListName, id: str) -> str:
    name = codelists.name(codelists.code(record, list_name, id), id, record.language)
    return f"{id} ({name})"
