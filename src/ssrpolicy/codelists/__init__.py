"""Code lists: ministries and organisations, places, sectors and frameworks, in Dutch and English.

A record's own codes come before the built-in ones: any letter of any ministry is recordable.
"""

from ssrpolicy.codelists.listed import SEPARATOR, names_listed
from ssrpolicy.codelists.lookup import CodeList, Details, code, code_list, codes, declared, name
from ssrpolicy.codelists.spellings import begins, folded, named, nearest
from ssrpolicy.model import LIST_NAMES, ListName

__all__ = [
    "LIST_NAMES",
    "SEPARATOR",
    "CodeList",
    "Details",
    "ListName",
    "begins",
    "code",
    "code_list",
    "codes",
    "declared",
    "folded",
    "name",
    "named",
    "names_listed",
    "nearest",
]
