"""The built-in code lists: data files next to this module, each read once, when first asked for."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pkgutil import get_data
from typing import Any

from attrs import field, frozen

from ssrpolicy.model import (
    LIST_NAMES,
    Code,
    EdtfDate,
    Framework,
    ListName,
    LocalText,
    Party,
    Place,
    Sector,
)

_CLASSES: dict[ListName, type[Code]] = {
    "parties": Party,
    "places": Place,
    "sectors": Sector,
    "frameworks": Framework,
}
# The built-in parties are organisations; a record may also declare people and their offices.
_FILES: dict[ListName, str] = {name: name for name in LIST_NAMES} | {"parties": "organisations"}


@frozen(kw_only=True)
class Details:
    """What a built-in code has beyond what a record declares of its own codes.

    ``code`` is its code in an international list (a DAC channel, an ISO 3166-1 code), ``kind``
    what it is (ministry, mission, country), ``dac`` the DAC purposes that belong to a sector, and
    ``scope`` what the code covers and what it does not.
    """

    code: str | None = None
    kind: str | None = None
    dac: tuple[str, ...] = ()
    scope: LocalText | None = None


@frozen(kw_only=True)
class CodeList:
    """A list of codes, with the version of its data and where they come from.

    ``codes`` gives each code by its id, in the order of the list.
    """

    name: ListName
    version: str
    source: str
    codes: Mapping[str, Code] = field(repr=False)
    details: Mapping[str, Details] = field(repr=False)


@cache
def code_list(name: ListName) -> CodeList:
    """Return the built-in list of this name, its codes in the order of the data file."""
    # importlib.resources does the same, and takes longer to import than all lists to read.
    file = get_data("ssrpolicy.codelists", f"{_FILES[name]}.toml") or b""
    data = tomllib.loads(file.decode("utf-8"))
    entries: list[dict[str, Any]] = data["codes"]
    return CodeList(
        name=name,
        version=data["version"],
        source=data["source"],
        codes={entry["id"]: _code(_CLASSES[name], entry) for entry in entries},
        details={entry["id"]: _details(entry) for entry in entries},
    )


def _code(cls: type[Code], entry: Mapping[str, Any]) -> Code:
    aliases: Mapping[str, list[str]] = entry.get("aliases", {})
    return cls(
        id=entry["id"],
        name=LocalText(**entry["name"]),
        # One spelling may serve both languages; it is kept once.
        aliases=tuple(dict.fromkeys(alias for names in aliases.values() for alias in names)),
        valid_from=_date(entry.get("valid_from")),
        valid_until=_date(entry.get("valid_until")),
        successors=tuple(entry.get("successors", ())),
    )


def _details(entry: Mapping[str, Any]) -> Details:
    scope = entry.get("scope")
    return Details(
        code=entry.get("code"),
        kind=entry.get("kind"),
        dac=tuple(entry.get("dac", ())),
        scope=None if scope is None else LocalText(**scope),
    )


def _date(value: object) -> EdtfDate | None:
    # TOML has dates and years of its own; EDTF reads them as they are written.
    return None if value is None else EdtfDate(str(value))
