"""Code lists: ministries and organisations, places, sectors and frameworks, in Dutch and English.

A record's own codes come before the built-in ones: any letter of any ministry is recordable.
"""

from ssrpolicy.codelists.lists import (
    LIST_NAMES,
    CodeList,
    Details,
    ListName,
    code_list,
    frameworks,
    parties,
    places,
    sectors,
)
from ssrpolicy.codelists.lookup import (
    code,
    declared,
    framework,
    name,
    nearest,
    party,
    place,
    sector,
)

__all__ = [
    "LIST_NAMES",
    "CodeList",
    "Details",
    "ListName",
    "code",
    "code_list",
    "declared",
    "framework",
    "frameworks",
    "name",
    "nearest",
    "parties",
    "party",
    "place",
    "places",
    "sector",
    "sectors",
]
