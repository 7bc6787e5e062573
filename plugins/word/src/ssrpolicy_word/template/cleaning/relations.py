"""The parts of a template that go into a document, and the references to the parts that do not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml import etree

from ssrpolicy_word.parts import RELATIONS, W, local, parsed
from ssrpolicy_word.template.cleaning.elements import VENDORS, is_safe_link, remove, unwrap

if TYPE_CHECKING:
    from ssrpolicy_word.template.archive import Archive

# What Word looks for whether or not a text names it.
_IMPLICIT = {"styles", "theme", "fontTable", "numbering", "settings", "footnotes", "endnotes"}
# What a text shows, and names where it does.
_NAMED = {
    "header", "footer", "image", "hyperlink", "font", "chart", "chartUserShapes", "chartStyle",
    "chartColorStyle", "themeOverride", "diagramData", "diagramLayout", "diagramQuickStyle",
    "diagramColors", "diagramDrawing",
}  # fmt: skip
# Parts of charts and diagrams lead to these without naming them.
_UNNAMED = {"chartStyle", "chartColorStyle", "themeOverride", "diagramDrawing"}
# What is left out without a word: a picture of the template and counts of its words, which are
# untrue of the document, and what shows nothing or belongs to what is reported elsewhere.
_SILENT = {
    "thumbnail", "extended-properties", "core-properties", "stylesWithEffects", "webSettings",
    "printerSettings", "commentsExtended", "commentsIds", "commentsExtensible", "people",
    "keyMapCustomizations", "attachedToolbars", "extensibility", "customXmlProps",
    "vbaProjectSignature", "wordVbaData", "ctrlProp", "metadata", "signature",
    "attachedTemplate", "mailMergeSource", "mailMergeHeaderSource", "recipientData", "oleObject",
    "control", "activeXControlBinary", "aFChunk", "subDocument", "intelligence", "intelligence2",
    "webextension",
}  # fmt: skip
_REPORTED = {
    "comments": "comments",
    "vbaProject": "macros",
    "origin": "signature",
    "glossaryDocument": "blocks",
    "customXml": "data",
    "custom-properties": "properties",
    "classificationlabels": "labels",
    "image": "pictures",
    "hyperlink": "links",
    "package": "objects",
    "frame": "frames",
    "webextensiontaskpanes": "addins",
}
# Which counts elements in what it leads to, rather than itself.
_ELEMENTS = {"comments": W("comment"), "blocks": W("docPart")}
_PROMPT = "bbPlcHdr"
_ID_SPACES = (f"{{{RELATIONS}}}", "{urn:schemas-microsoft-com:office:office}relid")
# A drawing that lacks one of these shows nothing, or a sign that something is missing.
_ESSENTIAL = ("blip", "imagedata", "chart", "relIds", "contentPart", "webextensionref")
_DRAWINGS = tuple(map(W, ("drawing", "pict", "object", "background", "numPicBullet")))
# A drawing as SVG can hold scripts, and addresses that are fetched.
_SVG_FETCHES = re.compile(
    rb"<\s*script|<\s*foreignObject|\bon\w+\s*=|@import|href\s*=\s*[\"'](?!#|data:image/)"
    rb"|url\(\s*[\"']?(?!#)",
    re.IGNORECASE,
)


def keep_known_relations(archive: Archive) -> Counter[str]:
    """Drop every relation but those of a house style, and count what they led to by its kind."""
    found: Counter[str] = Counter()
    for source, relations in archive.relations.items():
        for relation in list(relations):
            kind = relation.get("Type", "").rpartition("/")[2]
            if _is_kept(archive, source, relation, kind):
                continue
            relations.remove(relation)
            name = _REPORTED.get(kind, "" if kind in _SILENT else "unknown")
            if name:
                found[name] += _count(archive, relation, name)
    return found


def _is_kept(archive: Archive, source: str, relation: etree._Element, kind: str) -> bool:
    if not relation.get("Type", "").startswith(VENDORS):
        return False
    target = relation.get("Target", "")
    if relation.get("TargetMode") == "External":
        return kind == "hyperlink" and is_safe_link(target)
    if source == "":
        return kind == "officeDocument"
    if kind == "image":
        return _is_picture(archive, target.lstrip("/"))
    return kind in _IMPLICIT | _NAMED


def _is_picture(archive: Archive, name: str) -> bool:
    declared = archive.types.get(name, "")
    if "svg" in declared:
        return _SVG_FETCHES.search(archive.parts[name]) is None
    return declared.startswith("image/")


def _count(archive: Archive, relation: etree._Element, name: str) -> int:
    """How many things a relation led to: comments, properties; or data only where it has any."""
    part = relation.get("Target", "").lstrip("/")
    if part not in archive.parts or relation.get("TargetMode") == "External":
        return 1
    if name not in ("comments", "blocks", "data", "properties"):
        return 1
    try:
        root = parsed(part, archive.parts[part])
    except ValueError:
        return 1
    if name == "properties":
        return len(root)
    if name == "data":
        return int(len(root) > 0 or bool((root.text or "").strip()))
    counted = root.iter(_ELEMENTS[name])
    # What a control says while it is empty is a building block too, which nobody made.
    return sum(
        _PROMPT not in {kind.get(W("val")) for kind in each.iter(W("type"))} for each in counted
    )


def unlink(root: etree._Element, kept: Collection[str]) -> None:
    """Remove from a part what names a relation that it does not have."""
    for element in list(root.iter()):
        for name in list(element.attrib):
            if str(name).startswith(_ID_SPACES) and element.get(name) not in kept:
                del element.attrib[name]
                _without_target(element)


def _without_target(element: etree._Element) -> None:
    """Settle an element that led to something which is not there."""
    name = local(element)
    if any(str(each).startswith(_ID_SPACES) for each in element.attrib):
        return
    if element.tag == W("hyperlink"):
        if element.get(W("anchor")) is None:
            unwrap(element)
    elif name in _ESSENTIAL:
        bullet = next(element.iterancestors(W("numPicBullet")), None)
        if bullet is not None:
            _forget_bullet(bullet)
        remove(next(element.iterancestors(*_DRAWINGS), element))
    else:
        remove(element)


def _forget_bullet(bullet: etree._Element) -> None:
    """Let the lists that had a picture as their bullet take their sign instead."""
    root, id = bullet.getroottree().getroot(), bullet.get(W("numPicBulletId"))
    for each in list(root.iter(W("lvlPicBulletId"))):
        if each.get(W("val")) == id:
            remove(each)
    remove(bullet)


def named_in(root: etree._Element) -> set[str]:
    """Return the relations that a part names."""
    return {
        str(value)
        for element in root.iter()
        for name, value in element.attrib.items()
        if str(name).startswith(_ID_SPACES)
    }


def linked_places(archive: Archive) -> Iterator[str]:
    """Yield the names of the places within the document that relations lead to, as links do."""
    for relations in archive.relations.values():
        for relation in relations:
            _file, _sign, place = relation.get("Target", "").partition("#")
            if place:
                yield unquote(place)


def drop_unnamed(relations: etree._Element, named: Collection[str]) -> None:
    """Drop the relations to what a text shows only where it names it, and does not."""
    for relation in list(relations):
        kind = relation.get("Type", "").rpartition("/")[2]
        if kind in _NAMED - _UNNAMED and relation.get("Id") not in named:
            relations.remove(relation)


def drop_unreached(archive: Archive) -> None:
    """Drop every part that no relation leads to."""
    waiting, reached = [""], {""}
    while waiting:
        for relation in archive.relations.get(waiting.pop(), ()):
            target = relation.get("Target", "").lstrip("/")
            if relation.get("TargetMode") != "External" and target not in reached:
                reached.add(target)
                waiting.append(target)
    held: tuple[dict[str, object], ...] = (archive.parts, archive.types, archive.relations)  # type: ignore[assignment]  # dicts of other values are not dicts of objects to mypy, and here names are removed and nothing is put in
    for named in held:
        for name in [each for each in named if each not in reached]:
            del named[name]


def ids_of(archive: Archive, name: str) -> set[str]:
    """Return the ids of the relations that a part has."""
    return {relation.get("Id", "") for relation in archive.relations.get(name, ())}


def target_of(archive: Archive, name: str, kind: str) -> str | None:
    """Return the part of a kind that a part leads to, the first of several, or None."""
    for relation in archive.relations.get(name, ()):
        if relation.get("Type", "").rpartition("/")[2] == kind:
            return relation.get("Target", "").lstrip("/")
    return None
