"""The files of a template, checked and corrected before python-docx opens them."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from urllib.parse import unquote

from attrs import field, frozen
from lxml import etree

from ssrpolicy_word.messages import _
from ssrpolicy_word.parts import PartError, W, parsed
from ssrpolicy_word.text import quoted

_TYPES_NAME = "[Content_Types].xml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationships"
_RELATIONSHIP = _RELATIONS.removesuffix("s")
_UNKNOWN = "application/octet-stream"
# A text names these by their id, so that the id must stay, whatever it leads to.
_NAMED_IN_TEXT = ("/hyperlink", "/image")
_DECLARED_AS = "application/vnd.openxmlformats-officedocument.wordprocessingml."
# What each kind of part begins with. Of these a text has one each, but for the last two.
_ROOTS = {
    "officeDocument": "document",
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "fontTable": "fonts",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "header": "hdr",
    "footer": "ftr",
}
_SEVERAL = ("header", "footer")


@frozen
class Archive:
    """The parts of a package by name, with their content types and relations."""

    parts: dict[str, bytes] = field(factory=dict)
    types: dict[str, str] = field(factory=dict)
    relations: dict[str, etree._Element] = field(factory=dict)

    @classmethod
    def of(cls, files: Mapping[str, bytes]) -> Archive:
        """Return the parts in the files of a package, every XML part checked.

        Raises PartError for one that is damaged or declares entities.
        """
        declaration = next((name for name in files if name.lower() == _TYPES_NAME.lower()), None)
        if declaration is None:
            raise PartError(_("it has no {types_name}", types_name=_TYPES_NAME))
        archive = cls()
        defaults, overrides = _declared(files[declaration])
        for name, data in files.items():
            if name == declaration or name.endswith("/"):
                continue
            suffix = name.rpartition(".")[2].lower()
            if suffix == "rels":
                root = archive.relations[_source(name)] = parsed(name, data)
                if root.tag != _RELATIONS:
                    raise PartError(_("its part {name} does not hold relations", name=name))
                continue
            declared = overrides.get(name.lower(), defaults.get(suffix)) or _UNKNOWN
            archive.parts[name], archive.types[name] = data, declared
            if suffix == "xml":
                parsed(name, data)
        archive.correct_relations()
        return archive

    def correct_relations(self) -> None:
        """Let each relation lead to a part by its whole name; drop one that leads nowhere.

        Programs write names in ways that Word follows and python-docx does not.
        """
        for source, relations in list(self.relations.items()):
            for relation in list(relations):
                if not self._leads_on(source, relation):
                    relations.remove(relation)
            if (name := self._named("", source)) not in (None, source):
                self.relations[str(name)] = self.relations.pop(source)

    def _leads_on(self, source: str, relation: etree._Element) -> bool:
        """Correct a relation, and return whether it leads anywhere."""
        if relation.tag != _RELATIONSHIP or not relation.get("Id"):
            return False
        if relation.get("TargetMode") == "External":
            return True
        if (name := self._named(source, relation.get("Target", ""))) is not None:
            relation.set("Target", f"/{name}")
            return True
        if relation.get("Type", "").endswith(_NAMED_IN_TEXT):
            relation.set("TargetMode", "External")
            return True
        return False

    def _named(self, source: str, target: str) -> str | None:
        """The part that a target leads to from a part, or None."""
        path = target.partition("#")[0]
        for written in (path, unquote(path)):
            joined = posixpath.join("/", posixpath.dirname(source), written)
            # In POSIX a path may begin with two slashes.
            name = posixpath.normpath(joined).lstrip("/")
            if name in self.parts:
                return name
            if name.lower() in self._by_lower_case:
                return self._by_lower_case[name.lower()]
        return None

    @cached_property
    def _by_lower_case(self) -> Mapping[str, str]:
        """The names of the parts, by the same in lower case."""
        return {name.lower(): name for name in reversed(self.parts)}

    def is_xml(self, name: str) -> bool:
        """Return whether a part is, or says it is, XML."""
        return name.lower().endswith(".xml") or self.types[name].endswith("xml")

    def xml_parts(self) -> list[str]:
        """Return the names of the parts that are XML."""
        return [name for name in self.parts if self.is_xml(name)]

    def main(self) -> str | None:
        """Return the name of the part that the package begins with, or None.

        Raises PartError where that is not in the package.
        """
        for relation in self.relations.get("", ()):
            if relation.get("Type", "").endswith("/officeDocument"):
                target = relation.get("Target", "")
                if relation.get("TargetMode") == "External":
                    raise PartError(
                        _("its main part, {target:.200}, is not in the file itself", target=target)
                    )
                return target.lstrip("/")
        return None

    def check_kinds(self) -> None:
        """Raise PartError where a part is not what another one leads to it as.

        Word calls such a file damaged; python-docx would write the note into it all the same.
        """
        for source, relations in self.relations.items():
            seen = Counter(map(_kind, relations))
            for relation in relations:
                kind = _kind(relation)
                if kind not in _ROOTS or relation.get("TargetMode") == "External":
                    continue
                if kind not in _SEVERAL and seen[kind] > 1:
                    raise PartError(
                        _(
                            "its part {name} leads to {number} parts as {kind}",
                            name=_relations_name(source),
                            number=seen[kind],
                            kind=kind,
                        )
                    )
                self._check_kind(relation.get("Target", "").lstrip("/"), kind)

    def _check_kind(self, name: str, kind: str) -> None:
        declared = f"{_DECLARED_AS}{kind}+xml"
        if kind != "officeDocument" and self.types[name] != declared:
            raise PartError(_("its part {name} is not declared as {kind}", name=name, kind=kind))
        if parsed(name, self.parts[name]).tag != W(_ROOTS[kind]):
            raise PartError(
                _(
                    "its part {name} is named as {kind}, and holds something else",
                    name=name,
                    kind=kind,
                )
            )

    def packed(self) -> io.BytesIO:
        """Return the package anew, as python-docx opens it."""
        overrides = (
            f"<Override PartName={quoted(f'/{name}')} ContentType={quoted(declared)}/>"
            for name, declared in self.types.items()
        )
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as package:
            package.writestr(_TYPES_NAME, f'<Types xmlns="{_TYPES}">{"".join(overrides)}</Types>')
            for source, relations in self.relations.items():
                package.writestr(_relations_name(source), etree.tostring(relations))
            for name, data in self.parts.items():
                package.writestr(name, data)
        out.seek(0)
        return out


def _declared(data: bytes) -> tuple[dict[str, str], dict[str, str]]:
    """The content types of a package: by suffix, and by the name of the part."""
    defaults, overrides = {}, {}
    for element in parsed(_TYPES_NAME, data):
        given = element.get("ContentType", "")
        if element.tag == f"{{{_TYPES}}}Default":
            defaults[element.get("Extension", "").lower()] = given
        elif element.tag == f"{{{_TYPES}}}Override":
            overrides[unquote(element.get("PartName", "")).lstrip("/").lower()] = given
    return defaults, overrides


def _kind(relation: etree._Element) -> str:
    """The last word of the type of a relation."""
    return relation.get("Type", "").rpartition("/")[2]


def _relations_name(source: str) -> str:
    """The part in which the relations of a part stand."""
    folder, _sign, file = source.rpartition("/")
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _source(name: str) -> str:
    """The part whose relations stand in a file: "word/document.xml" for its ``.rels``."""
    folder, _, file = name.rpartition("/")
    return posixpath.join(posixpath.dirname(folder), file[: -len(".rels")])
