"""What was left out of a template, in sentences for who gave it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from attrs import define, field

# In the order in which a reader would want to know.
_KINDS: Mapping[str, tuple[str, str]] = {
    "comments": ("{n} review comment", "{n} review comments"),
    "hidden": ("{n} hidden text", "{n} hidden texts"),
    "files": ("{n} inserted file", "{n} inserted files"),
    "pictures": ("{n} picture that is fetched", "{n} pictures that are fetched"),
    "objects": ("{n} embedded object", "{n} embedded objects"),
    "links": ("{n} link to a file", "{n} links to files"),
    "templates": ("{n} link to another template", "{n} links to other templates"),
    "frames": ("{n} web frame", "{n} web frames"),
    "mail_merge": ("{n} source of a mail merge", "{n} sources of a mail merge"),
    "variables": ("{n} document variable", "{n} document variables"),
    "properties": ("{n} custom document property", "{n} custom document properties"),
    "data": ("{n} set of data (custom XML)", "{n} sets of data (custom XML)"),
    "blocks": ("{n} building block", "{n} building blocks"),
    "permissions": ("{n} permission to edit", "{n} permissions to edit"),
    "labels": ("{n} sensitivity label", "{n} sensitivity labels"),
    "unknown": ("{n} part of an unknown kind", "{n} parts of unknown kinds"),
}


@define
class Findings:
    """What was found in a template while it was cleaned: how much of each kind."""

    left_out: Counter[str] = field(factory=Counter)
    fields: Counter[str] = field(factory=Counter)
    stale: Counter[str] = field(factory=Counter)
    revisions: int = 0


def report_findings(found: Findings, name: str, remark: Callable[[str], None]) -> None:
    """Say what was left out of a template, what was accepted, and what Word will update."""
    if found.left_out["macros"]:
        remark(f"The macros of the template {name} were left out: a .docx cannot have any.")
    if found.left_out["signature"]:
        remark(
            f"The digital signature of the template {name} was left out: the document is another."
        )
    if found.revisions:
        remark(f"Tracked changes of the template {name} were accepted: {found.revisions}.")
    kinds = {kind: count for kind in _KINDS if (count := found.left_out[kind]) > 0}
    if kinds:
        listed = [_KINDS[kind][count != 1].format(n=count) for kind, count in kinds.items()]
        remark(f"Left out of the template {name}: {_listed(listed)}.")
    if found.fields:
        remark(
            f"Fields of the template {name} that fetch, run or ask something became the text that "
            f"they showed: {_numbered(found.fields)}."
        )
    if found.stale:
        remark(
            f"Fields of the template {name} still show what they showed there: "
            f"{_numbered(found.stale)}. Word brings them up to date when it opens the document; "
            "where it does not, press Ctrl+A and F9."
        )


def _numbered(fields: Mapping[str, int]) -> str:
    """Fields with their number: "TOC (1) and REF (2)"."""
    return _listed([f"{name or 'of an unknown kind'} ({n})" for name, n in fields.items()])


def _listed(texts: list[str]) -> str:
    *most, last = texts
    return f"{', '.join(most)} and {last}" if most else last
