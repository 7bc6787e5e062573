"""What python-docx leaves to us of a package: names, and parts found by kind, streamed."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping
from itertools import chain, count
from typing import TYPE_CHECKING, BinaryIO, TypeAlias, cast

from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from lxml import etree

from ssrpolicy.reporting import xml_mistake
from ssrpolicy_word.messages import _

if TYPE_CHECKING:
    from docx.opc.package import OpcPackage
    from docx.opc.part import Part
    from docx.opc.rel import _Relationship as Relationship

    Source: TypeAlias = OpcPackage | Part


NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARED = f'xmlns:w="{NAMESPACE}" xmlns:r="{RELATIONS}"'
"""What stands in the root of a part for the prefixes ``w`` and ``r``."""

_NUMBER = re.compile(r"[+-]?[0-9]{1,9}")


def W(name: str) -> str:  # noqa: N802 - as short as the prefix that it stands for
    """Return an element's or attribute's name with its namespace, as lxml writes it."""
    return f"{{{NAMESPACE}}}{name}"


def local(element: etree._Element) -> str:
    """Return the name of an element without its name space."""
    return str(element.tag).rpartition("}")[2]


def value_of(element: etree._Element, *path: str) -> str | None:
    """Return the value of the element at a path under one, or None."""
    found = element.find("/".join(map(W, path)))
    return None if found is None else found.get(W("val"))


def whole_number(text: str | None) -> int | None:
    """Return the number that an attribute has; None for what Word would not take as one."""
    return int(text) if text is not None and _NUMBER.fullmatch(text) else None


class PartError(ValueError):
    """A part of a package is not what it should be; the message says which, and why."""


def parsed(name: str, data: bytes) -> etree._Element:
    """Return the root element of an XML part; raises PartError for one that is damaged.

    No entity is expanded: a part that declares any is refused.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise PartError(
            _("its part {name} is damaged ({error})", name=name, error=xml_mistake(error))
        ) from None
    if b"<!DOCTYPE" in data or root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # the stubs do not know a document without one
        raise PartError(
            _("its part {name} has a document type declaration, which Word never writes", name=name)
        )
    return root


def halves(root: etree._Element, here: etree._Element) -> tuple[bytes, bytes]:
    """Return a part as it is written before and after an element that only marks a place."""
    text = etree.tostring(root, encoding="UTF-8", standalone=True)
    before, _, after = text.partition(etree.tostring(here, with_tail=False))
    return before, after


def with_prefixes(root: etree._Element) -> etree._Element:
    """Return the same root with the prefixes ``w`` and ``r`` that the document is written with."""
    wanted: dict[str, str] = {"w": NAMESPACE, "r": RELATIONS}
    if all(root.nsmap.get(prefix) == space for prefix, space in wanted.items()):
        return root
    # A root may have a name space without prefix, which the stubs of lxml do not know.
    spaces = cast("dict[str, str]", root.nsmap).copy()
    spaces.update(wanted)
    renewed = etree.Element(
        root.tag, {str(k): str(v) for k, v in root.attrib.items()}, nsmap=spaces
    )
    renewed.text = root.text
    renewed.extend(list(root))
    return renewed


def kind(relation: Relationship) -> str:
    """Return the last word of the type of a relation: "styles", "footnotes", "hyperlink"."""
    return relation.reltype.rpartition("/")[2]


def related(source: Source, wanted: str) -> Part | None:
    """Return the part of one kind that a part refers to, the first of several, or None."""
    for relation in source.rels.values():
        if kind(relation) == wanted and not relation.is_external:
            found: Part = relation.target_part
            return found
    return None


def related_xml(source: Source, wanted: str) -> XmlPart | None:
    """Return the same for a part whose element python-docx keeps: styles, numbering, settings."""
    part = related(source, wanted)
    return part if isinstance(part, XmlPart) else None


def free_name(package: OpcPackage, name: str) -> PackURI:
    """Return a name for a new part: this one, or with a number where it is taken."""
    taken = {part.partname.lower() for part in package.parts}
    stem, point, suffix = name.rpartition(".")
    names = (f"{stem}{number}{point}{suffix}" for number in chain(("",), count(2)))
    return PackURI(next(each for each in names if each.lower() not in taken))


def save_package(
    package: OpcPackage, out: BinaryIO, streams: Mapping[Part, Callable[[], Iterable[bytes]]]
) -> None:
    """Save a package, with the content of some parts put in as it is made.

    These come first and in their order: what makes one may add to its relations, and to the
    content of those after it. python-docx saves all others, and every relation.
    """
    with zipfile.ZipFile(out, "w") as new:
        for part, content in streams.items():
            with new.open(part.partname.membername, "w", force_zip64=True) as stream:
                for chunk in content():
                    stream.write(chunk)
        saved = io.BytesIO()
        package.save(saved)
        with zipfile.ZipFile(saved) as old:
            for name in old.namelist():
                if name not in new.NameToInfo:
                    new.writestr(name, old.read(name))
