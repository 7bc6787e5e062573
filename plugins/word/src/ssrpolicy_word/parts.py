"""An Office package as its parts: bytes by name, with their content types and relations."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import BinaryIO, TypeAlias
from urllib.parse import unquote
from xml.sax.saxutils import quoteattr

from attrs import field, frozen
from lxml import etree

CONTENT_TYPES = "[Content_Types].xml"
ROOT = ""
"""The source of the relations of the package itself."""
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"

Content: TypeAlias = bytes | Callable[[], Iterable[bytes]]
"""The bytes of a part, or a function that makes them when the part is written."""


class PartError(ValueError):
    """A part of a package is not what it should be; the message says which, and why."""


@frozen(kw_only=True)
class Relation:
    """What a part, or the package, refers to: another part, or an address outside."""

    id: str
    type: str
    target: str
    external: bool = False

    @property
    def kind(self) -> str:
        """The last word of the type: "styles", "footnotes", "hyperlink"."""
        return self.type.rpartition("/")[2]


def parsed(name: str, data: bytes) -> etree._Element:
    """Return the root element of an XML part; raises PartError for one that is damaged.

    No entity is expanded: a part that declares any is refused.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise PartError(f"its part {name} is damaged ({error})") from None
    if b"<!DOCTYPE" in data or root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # the stubs do not know a document without one
        raise PartError(f"its part {name} has a document type declaration, which Word never writes")
    return root


def halves(root: etree._Element, here: etree._Element) -> tuple[bytes, bytes]:
    """Return a part as it is written before and after an element that only marks a place."""
    text = etree.tostring(root, encoding="UTF-8", standalone=True)
    before, _, after = text.partition(etree.tostring(here, with_tail=False))
    return before, after


@frozen
class Parts:
    """The parts of one package, which can be changed, and written again."""

    contents: dict[str, Content] = field(factory=dict)
    relations: dict[str, list[Relation]] = field(factory=dict)
    types: dict[str, str] = field(factory=dict)

    @classmethod
    def of(cls, files: Mapping[str, bytes]) -> Parts:
        """Return the parts in the files of a package; raises PartError."""
        named = {name.lower(): name for name in files}
        if CONTENT_TYPES.lower() not in named:
            raise PartError(f"it has no {CONTENT_TYPES}")
        parts = cls()
        defaults, overrides = _declared(files[named[CONTENT_TYPES.lower()]])
        for name, data in files.items():
            if name.lower() == CONTENT_TYPES.lower() or name.endswith("/"):
                continue
            if name.lower().endswith(".rels"):
                parts.relations[_source(name)] = list(_relations(name, data))
                continue
            parts.contents[name] = data
            suffix = name.rpartition(".")[2].lower()
            parts.types[name] = overrides.get(name.lower(), defaults.get(suffix, ""))
        return parts

    def xml(self, name: str) -> etree._Element:
        """Return the root element of a part; raises PartError where it is damaged."""
        data = self.contents[name]
        return parsed(name, data if isinstance(data, bytes) else b"".join(data()))

    def put(self, name: str, root: etree._Element) -> None:
        """Put an element in the place of a part."""
        self.contents[name] = etree.tostring(root, encoding="UTF-8", standalone=True)

    def related(self, source: str, kind: str) -> str | None:
        """Return the part of one kind that a part refers to, or None."""
        for relation in self.relations.get(source, ()):
            if relation.kind == kind and not relation.external:
                return self.target(source, relation)
        return None

    def target(self, source: str, relation: Relation) -> str | None:
        """Return the name of the part that a relation leads to, or None where there is none."""
        path = unquote(relation.target.partition("#")[0])
        name = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), path))[1:]
        if name in self.contents:
            return name
        return next((known for known in self.contents if known.lower() == name.lower()), None)

    def add(self, source: str, kind: str, name: str, content: Content, media_type: str) -> str:
        """Add a part that ``source`` refers to, beside what is there, and return its name.

        ``kind`` is the whole type of the relation.
        """
        stem, point, suffix = name.rpartition(".")
        number, taken = 1, {known.lower() for known in self.contents}
        while name.lower() in taken:
            number += 1
            name = f"{stem}{number}{point}{suffix}"
        self.contents[name] = content
        self.types[name] = media_type
        target = f"/{name}"
        self.relate(source, Relation(id=self.free_id(source), type=kind, target=target))
        return name

    def relate(self, source: str, relation: Relation) -> None:
        """Add a relation to those of a part."""
        self.relations.setdefault(source, []).append(relation)

    def free_id(self, source: str, stem: str = "rIdNote") -> str:
        """Return an id that no relation of a part has."""
        taken = {relation.id for relation in self.relations.get(source, ())}
        number = 1
        while f"{stem}{number}" in taken:
            number += 1
        return f"{stem}{number}"

    def unrelate(self, unwanted: Callable[[str, Relation], bool]) -> int:
        """Drop the relations that are unwanted, and return how many there were."""
        dropped = 0
        for source, relations in self.relations.items():
            kept = [relation for relation in relations if not unwanted(source, relation)]
            dropped += len(relations) - len(kept)
            relations[:] = kept
        return dropped

    def reachable(self) -> set[str]:
        """Return the parts that the package leads to; no program opens the others."""
        found: set[str] = set()
        waiting = [ROOT]
        while waiting:
            source = waiting.pop()
            for relation in self.relations.get(source, ()):
                name = None if relation.external else self.target(source, relation)
                if name is not None and name not in found:
                    found.add(name)
                    waiting.append(name)
        return found

    def write(self, out: BinaryIO, last: Iterable[str] = ()) -> None:
        """Write the parts that are reachable as a package, without compression.

        The relations of a part are written behind it, and the parts named ``last`` at the end: what
        makes one may add to the relations of itself and to the content of those.
        """
        kept = self.reachable()
        behind = [name for name in last if name in kept]
        with zipfile.ZipFile(out, "w") as package:
            package.writestr(CONTENT_TYPES, self._declaration(kept))
            package.writestr("_rels/.rels", _written(self.relations.get(ROOT, ())))
            for name in (*sorted(kept - set(behind)), *behind):
                with package.open(name, "w", force_zip64=True) as stream:
                    for chunk in _chunks(self.contents[name]):
                        stream.write(chunk)
                if relations := self.relations.get(name):
                    package.writestr(_relations_name(name), _written(relations))

    def _declaration(self, names: Iterable[str]) -> bytes:
        overrides = "".join(
            f"<Override PartName={quoteattr(f'/{name}')} "
            f"ContentType={quoteattr(self.types[name])}/>"
            for name in sorted(names)
        )
        declared = (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="{_TYPES}">'
            f'<Default Extension="rels" ContentType="{_RELATIONS_TYPE}"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
        )
        return declared.encode("utf-8")


def _declared(data: bytes) -> tuple[dict[str, str], dict[str, str]]:
    """The content types of a package: by suffix, and by the name of the part."""
    defaults, overrides = {}, {}
    for element in parsed(CONTENT_TYPES, data):
        given = element.attrib
        if element.tag == f"{{{_TYPES}}}Default":
            defaults[str(given.get("Extension", "")).lower()] = str(given.get("ContentType", ""))
        elif element.tag == f"{{{_TYPES}}}Override":
            name = unquote(str(given.get("PartName", ""))).lstrip("/").lower()
            overrides[name] = str(given.get("ContentType", ""))
    return defaults, overrides


def _relations(name: str, data: bytes) -> Iterator[Relation]:
    for element in parsed(name, data):
        if element.tag == f"{{{_RELATIONS}}}Relationship":
            given = {str(key): str(value) for key, value in element.attrib.items()}
            yield Relation(
                id=given.get("Id", ""),
                type=given.get("Type", ""),
                target=given.get("Target", ""),
                external=given.get("TargetMode") == "External",
            )


def _source(name: str) -> str:
    """The part whose relations stand in a file: "word/document.xml" for its ``.rels``."""
    folder, _, file = name.rpartition("/")
    return posixpath.join(posixpath.dirname(folder), file[: -len(".rels")])


def _relations_name(source: str) -> str:
    folder, _, file = source.rpartition("/")
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _written(relations: Iterable[Relation]) -> bytes:
    mode = {True: ' TargetMode="External"', False: ""}
    written = "".join(
        f"<Relationship Id={quoteattr(relation.id)} Type={quoteattr(relation.type)} "
        f"Target={quoteattr(relation.target)}{mode[relation.external]}/>"
        for relation in relations
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Relationships xmlns="{_RELATIONS}">{written}</Relationships>'
    ).encode()


def _chunks(content: Content) -> Iterable[bytes]:
    return (content,) if isinstance(content, bytes) else content()
