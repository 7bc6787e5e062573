"""A whole template cleaned, part by part: only house style, and text that a reader sees, stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from ssrpolicy_word.parts import NAMESPACE, W, parsed
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
    named_in,
    target_of,
    unlink,
)
from ssrpolicy_word.template.cleaning.remarks import Findings
from ssrpolicy_word.template.cleaning.revisions import accept_revisions
from ssrpolicy_word.template.cleaning.settings import clean_settings

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
    roots = {name: parsed(name, archive.parts[name]) for name in archive.xml_parts()}
    styles = next((root for root in roots.values() if root.tag == W("styles")), None)
    hidden = HiddenStyles.of(styles)
    for name, data in archive.parts.items():
        archive.parts[name] = without_metadata(data)
    for name, root in roots.items():
        before = etree.tostring(root)
        _clean(root, name, hidden, found)
        unlink(root, ids_of(archive, name))
        if etree.tostring(root) != before:
            archive.parts[name] = etree.tostring(root, encoding="UTF-8", standalone=True)
    return found


def _clean(root: etree._Element, name: str, hidden: HiddenStyles, found: Findings) -> None:
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
        clean_attributes(root)
        return
    if root.tag == W("numbering"):
        found.left_out["hidden"] += clean_labels(root)
    found.left_out.update(clean_contents(root, hidden))
    fields = clean_fields(root, name, laid_out=root.tag in _LAID_OUT)
    found.fields.update(fields.left_out)
    found.stale.update(fields.stale)


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
