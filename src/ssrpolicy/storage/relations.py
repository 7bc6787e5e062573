"""Where the parts of an Office package are said to be: those that make up the file are in it."""

from collections.abc import Mapping
from typing import Final

# What a file is made of, by the last word of its relation's type. Pictures, links and templates
# may well be elsewhere; whoever reads those says what becomes of them.
_OWN_PARTS: Final = frozenset(
    (
        "officeDocument", "worksheet", "chartsheet", "sharedStrings", "styles", "theme", "table",
        "comments", "drawing", "chart", "settings", "numbering", "fontTable", "footnotes",
        "endnotes", "header", "footer", "core-properties", "extended-properties",
        "custom-properties",
    )
)  # fmt: skip


class OutsideError(Exception):
    """A relation claims that a part of the package stands outside the file."""


def check_relation(name: str, attributes: Mapping[str, str]) -> None:
    """Raise OutsideError for an element that says that a part of the file is outside it."""
    if name.rpartition(":")[2] != "Relationship":
        return
    kind = attributes.get("Type", "").rpartition("/")[2]
    if attributes.get("TargetMode", "").lower() == "external" and kind in _OWN_PARTS:
        raise OutsideError(kind)
