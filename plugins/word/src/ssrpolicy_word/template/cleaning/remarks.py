"""What was left out of a template, in sentences for who gave it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from attrs import define, field

from ssrpolicy.reporting import marked_plural, together
from ssrpolicy_word.messages import _, ngettext

# In the order in which a reader would want to know.
_KINDS = {
    "comments": marked_plural("{number} review comment", "{number} review comments"),
    "hidden": marked_plural("{number} hidden text", "{number} hidden texts"),
    "files": marked_plural("{number} inserted file", "{number} inserted files"),
    "pictures": marked_plural(
        "{number} picture that is fetched", "{number} pictures that are fetched"
    ),
    "objects": marked_plural("{number} embedded object", "{number} embedded objects"),
    "links": marked_plural("{number} link to a file", "{number} links to files"),
    "templates": marked_plural(
        "{number} link to another template", "{number} links to other templates"
    ),
    "frames": marked_plural("{number} web frame", "{number} web frames"),
    "mail_merge": marked_plural(
        "{number} source of a mail merge", "{number} sources of a mail merge"
    ),
    "variables": marked_plural("{number} document variable", "{number} document variables"),
    "properties": marked_plural(
        "{number} custom document property", "{number} custom document properties"
    ),
    "data": marked_plural(
        "{number} set of data (custom XML)", "{number} sets of data (custom XML)"
    ),
    "blocks": marked_plural("{number} building block", "{number} building blocks"),
    "addins": marked_plural("{number} add-in", "{number} add-ins"),
    "controls": marked_plural(
        "names, hints and choices of {number} content control",
        "names, hints and choices of {number} content controls",
    ),
    "forms": marked_plural(
        "names, hints and choices of {number} field of a form",
        "names, hints and choices of {number} fields of a form",
    ),
    "permissions": marked_plural("{number} permission to edit", "{number} permissions to edit"),
    "labels": marked_plural("{number} sensitivity label", "{number} sensitivity labels"),
    "unknown": marked_plural("{number} part of an unknown kind", "{number} parts of unknown kinds"),
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
        remark(
            _(
                "The macros of the template {name} were left out: a .docx cannot have any.",
                name=name,
            )
        )
    if found.left_out["signature"]:
        remark(
            _(
                "The digital signature of the template {name} was left out: the document is "
                "another.",
                name=name,
            )
        )
    if found.revisions:
        remark(
            _(
                "Tracked changes of the template {name} were accepted: {revisions}.",
                name=name,
                revisions=found.revisions,
            )
        )
    kinds = {kind: count for kind in _KINDS if (count := found.left_out[kind]) > 0}
    if kinds:
        listed = [ngettext(*_KINDS[kind], count) for kind, count in kinds.items()]
        remark(_("Left out of the template {name}: {listed}.", name=name, listed=together(listed)))
    if found.fields:
        remark(
            _(
                "Fields of the template {name} that fetch, run or ask something became the text "
                "that they showed: {fields}.",
                name=name,
                fields=_numbered(found.fields),
            )
        )
    if found.stale:
        remark(
            _(
                "Fields of the template {name} still show what they showed there: {fields}. Word "
                "brings them up to date when it opens the document; where it does not, press "
                "Ctrl+A and F9.",
                name=name,
                fields=_numbered(found.stale),
            )
        )


def _numbered(fields: Mapping[str, int]) -> str:
    """Fields with their number: "TOC (1) and REF (2)"."""
    names = [(name or _("of an unknown kind"), number) for name, number in fields.items()]
    return together([f"{name} ({number})" for name, number in names])
