"""The footnotes and endnotes of a template: each under a number of its own, and referred to."""

from __future__ import annotations

from lxml import etree

from ssrpolicy_word.messages import _
from ssrpolicy_word.parts import PartError, W, local, whole_number
from ssrpolicy_word.template.cleaning.elements import remove

_KINDS = ("footnote", "endnote")


def check_notes(root: etree._Element, part: str) -> None:
    """Check that each note has a number of its own; raises PartError, which names the part."""
    for kind in _KINDS:
        seen: set[int] = set()
        for note in root.iter(W(kind)):
            id = _id(note, part)
            if id in seen:
                raise PartError(
                    _(
                        "its part {part} has two {kind}s with the id {id}",
                        part=part,
                        kind=kind,
                        id=id,
                    )
                )
            seen.add(id)


def match_notes(
    main: etree._Element, part: str, notes: etree._Element | None, kind: str, notes_part: str
) -> None:
    """Remove the notes of a kind that the text does not refer to, and references to no note.

    Raises PartError for a reference whose id is not a number; it names the part.
    """
    references = [(_id(each, part), each) for each in main.iter(W(f"{kind}Reference"))]
    referred = {id for id, _ in references}
    there: set[int] = set()
    for note in [] if notes is None else list(notes.iter(W(kind))):
        id = _id(note, notes_part)
        if note.get(W("type"), "normal") != "normal":
            continue
        if id in referred:
            there.add(id)
        else:
            remove(note)
    for id, reference in references:
        if id not in there:
            remove(reference)


def _id(element: etree._Element, part: str) -> int:
    id = element.get(W("id"), "")
    number = whole_number(id)
    if number is None:
        name = local(element)
        raise PartError(
            _(
                "its part {part} has a {name} whose id, “{id:.40}”, is not a number",
                part=part,
                name=name,
                id=id,
            )
        )
    return number
