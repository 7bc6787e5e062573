"""A whole template cleaned, part by part: only house style, and text that a reader sees, stays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lxml import etree

from ssrpolicy_word.parts import NAMESPACE, RELATIONS, W, parsed
from ssrpolicy_word.template.cleaning.bookmarks import drop_unnamed_bookmarks
from ssrpolicy_word.template.cleaning.contents import clean_attributes, clean_contents
from ssrpolicy_word.template.cleaning.elements import remove
from ssrpolicy_word.template.cleaning.fields import clean_fields
from ssrpolicy_word.template.cleaning.hidden import HiddenStyles, clean_labels
from ssrpolicy_word.template.cleaning.notes import check_notes, match_notes
from ssrpolicy_word.template.cleaning.pictures import without_metadata
from ssrpolicy_word.template.cleaning.relations import (
    drop_unnamed,
    drop_unreached,
    ids_of,
    keep_known_relations,
    linked_places,
    named_in,
    target_of,
    unlink,
)
from ssrpolicy_word.template.cleaning.remarks import Findings
from ssrpolicy_word.template.cleaning.revisions import accept_revisions
from ssrpolicy_word.template.cleaning.settings import clean_settings
from ssrpolicy_word.template.cleaning.unreadable import Looks, unseen_headers
from ssrpolicy_word.template.insertion_point import BOOKMARK

if TYPE_CHECKING:
    from ssrpolicy_word.template.archive import Archive

_LAID_OUT = tuple(map(W, ("hdr", "ftr")))
_WORD = f"{{{NAMESPACE}}}"


def clean_template(archive: Archive) -> Findings:
    """Clean every part that goes into a document, and return what was found.

    Raises PartError for a part that cannot be cleaned; it names the part.
    """
    found = Findings(left_out=keep_known_relations(archive))
    drop_unreached(archive)
    archive.check_kinds()
    for name, data in archive.parts.items():
        archive.parts[name] = without_metadata(data, archive.types[name])
    roots = {name: parsed(name, archive.parts[name]) for name in archive.xml_parts()}
    before = {name: etree.tostring(root) for name, root in roots.items()}
    found.left_out["hidden"] += _drop_unseen_headers(archive, roots)
    styles = _of_kind(roots, "styles")
    hidden, looks = HiddenStyles.of(styles), Looks.of(styles, roots.values())
    for name, root in roots.items():
        _clean(root, name, (hidden, looks), found)
        unlink(root, ids_of(archive, name))
    drop_unnamed_bookmarks(roots.values(), kept=[BOOKMARK, *linked_places(archive)])
    for name, root in roots.items():
        if etree.tostring(root) != before[name]:
            archive.parts[name] = etree.tostring(root, encoding="UTF-8", standalone=True)
    return found


def _of_kind(roots: Mapping[str, etree._Element], name: str) -> etree._Element | None:
    return next((root for root in roots.values() if root.tag == W(name)), None)


def _drop_unseen_headers(archive: Archive, roots: dict[str, etree._Element]) -> int:
    """Drop the headers and footers that no page has, and return how many of them said something."""
    main = next((name for name, root in roots.items() if root.tag == W("document")), None)
    if main is None:
        return 0
    unseen = unseen_headers(roots[main], _of_kind(roots, "settings"))
    ids = {each.get(f"{{{RELATIONS}}}id") for each in unseen}
    for each in unseen:
        remove(each)
    drop_unnamed(archive.relations.get(main, etree.Element("none")), named_in(roots[main]))
    drop_unreached(archive)
    gone = [name for name in roots if name not in archive.parts]
    return sum(any(True for _ in roots.pop(name).itertext(W("t"))) for name in gone) if ids else 0


def _clean(
    root: etree._Element, name: str, styles: tuple[HiddenStyles, Looks], found: Findings
) -> None:
    """Clean one part, by what it is."""
    if root.tag == W("settings"):
        found.left_out.update(clean_settings(root))
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    if not str(root.tag).startswith(_WORD):
        clean_attributes(root)
        return
    if root.tag in (W("footnotes"), W("endnotes")):
        check_notes(root, name)
    found.revisions += accept_revisions(root)
    if root.tag == W("styles"):
        for each in list(root.iter(W("vanish"), W("specVanish"), W("rsid"))):
            remove(each)
        _drop_unnamed_styles(root)
        clean_attributes(root)
        return
    if root.tag == W("numbering"):
        found.left_out["hidden"] += clean_labels(root)
    found.left_out.update(clean_contents(root, *styles))
    fields = clean_fields(root, name, laid_out=root.tag in _LAID_OUT)
    found.fields.update(fields.left_out)
    found.stale.update(fields.stale)


def _drop_unnamed_styles(root: etree._Element) -> None:
    """Drop the styles that no text can have: those without an id, and with that of one before."""
    seen: set[str | None] = {None}
    for style in list(root.iter(W("style"))):
        if (id := style.get(W("styleId"))) in seen:
            remove(style)
        seen.add(id)


def drop_unused(archive: Archive, main: etree._Element, name: str) -> None:
    """Drop what the main part, as it is now, refers to no more: notes, headers and pictures."""
    for kind in ("footnote", "endnote"):
        part = target_of(archive, name, f"{kind}s")
        notes = None if part is None else parsed(part, archive.parts[part])
        match_notes(main, name, notes, kind, part or "")
        if part is not None and notes is not None:
            archive.parts[part] = etree.tostring(notes, encoding="UTF-8", standalone=True)
    archive.parts[name] = etree.tostring(main, encoding="UTF-8", standalone=True)
    for each in archive.xml_parts():
        if each in archive.relations:
            drop_unnamed(archive.relations[each], named_in(parsed(each, archive.parts[each])))
    drop_unreached(archive)
