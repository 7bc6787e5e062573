"""The same paragraphs and rows of a Word document, built straight with lxml."""

import pickle
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lxml import etree


def keep_paragraphs(document: str, kept: str) -> Callable[[], None]:
    """Keep the elements of a Word document that was made, and its other parts as they are."""

    def plain(element: Any) -> tuple[Any, ...]:
        children = [plain(child) for child in element if isinstance(child.tag, str)]
        return element.tag, dict(element.attrib), element.text, children

    def keep() -> None:
        built: dict[str, Any] = {}
        copied: dict[str, bytes] = {}
        with zipfile.ZipFile(document) as package:
            for name in package.namelist():
                content = package.read(name)
                # Notes and comments are built too; styles and the like come from a template.
                if name in ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml"):
                    root = etree.fromstring(content)
                    built[name] = (dict(root.nsmap), plain(root))
                else:
                    copied[name] = content
        with Path(kept).open("wb") as file:
            pickle.dump((built, copied), file, protocol=pickle.HIGHEST_PROTOCOL)

    return keep


def plain_paragraphs(kept: str, target: str) -> Callable[[], None]:
    """Build the kept elements with lxml, write them, and pack the document."""
    with Path(kept).open("rb") as file:
        built, copied = pickle.load(file)

    def grow(parent: Any, children: list[tuple[Any, ...]]) -> None:
        for tag, attributes, text, below in children:
            element = etree.SubElement(parent, tag, attributes)
            element.text = text
            grow(element, below)

    def write() -> None:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in copied.items():
                package.writestr(name, content)
            for name, (namespaces, (tag, attributes, text, children)) in built.items():
                root = etree.Element(tag, attributes, nsmap=namespaces)
                root.text = text
                grow(root, children)
                package.writestr(name, etree.tostring(root, encoding="UTF-8", standalone=True))

    return write
