"""The fields of a template: those that fetch, run or ask something become what they show."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from attrs import define, field
from lxml import etree

from ssrpolicy_word.messages import _
from ssrpolicy_word.parts import PartError, W
from ssrpolicy_word.template.cleaning.elements import is_safe_link, remove, seen_once, unwrap

# Word brings these up to date by itself wherever it lays out a page.
_LIVE = {"PAGE", "SECTION", "SECTIONPAGES", "NUMPAGES", "STYLEREF"}
# What these show never changes, or is for somebody to fill in.
_STILL = {
    "HYPERLINK", "SYMBOL", "EQ", "ADVANCE", "LISTNUM", "AUTONUM", "AUTONUMLGL",
    "AUTONUMOUT", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN", "BARCODE", "DISPLAYBARCODE",
    "CREATEDATE", "SAVEDATE", "PRINTDATE", "DATE", "TIME",
}  # fmt: skip
# What these show is looked up in the document.
_LOOKED_UP = {
    "TOC", "INDEX", "REF", "PAGEREF", "NOTEREF", "SEQ", "TITLE", "SUBJECT", "IF", "=", "COMPARE",
    "NUMWORDS", "NUMCHARS", "QUOTE", "REVNUM", "FILESIZE",
}  # fmt: skip
# What these show is about who made the template, and where.
_PERSONAL = {
    "AUTHOR", "LASTSAVEDBY", "USERNAME", "USERINITIALS", "USERADDRESS", "FILENAME", "TEMPLATE",
    "COMMENTS", "KEYWORDS", "EDITTIME",
}  # fmt: skip
_CONDITIONS = {"IF", "COMPARE"}
_KEPT = _LIVE | _STILL | _LOOKED_UP | _PERSONAL
# Of those left out, these are named in the remark; a name that is not Word's could say anything.
_NAMED = {
    "DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "EMBED",
    "MACROBUTTON", "GOTOBUTTON", "MACRO", "PRINT", "DATABASE", "DATA", "ASK", "FILLIN", "SET",
    "MERGEFIELD", "MERGEREC", "MERGESEQ", "NEXT", "NEXTIF", "SKIPIF", "ADDRESSBLOCK",
    "GREETINGLINE", "DOCPROPERTY", "DOCVARIABLE", "INFO", "AUTOTEXT", "AUTOTEXTLIST", "GLOSSARY",
    "RD", "CITATION", "BIBLIOGRAPHY", "CONTROL", "HTMLCONTROL", "HTMLACTIVEX", "PRIVATE", "ADDIN",
    "XE", "TC", "TA", "TOA", "SUBSCRIBER", "SHAPE", "BIDIOUTLINE", "MERGEBARCODE", "COMPANY",
    "MANAGER",
}  # fmt: skip
_HIDDEN_NAME = "\0"
_NAME = re.compile(r"\s*(=|[A-Za-z]+(?=[\s\\\"“]|$))")
_ARGUMENT = re.compile(r'"([^"]*)"|“([^”]*)”|(\\[a-z])|(\S+)', re.IGNORECASE)
_STORIES = tuple(map(W, ("txbxContent", "footnote", "endnote")))
# Word itself takes no more than twenty.
_DEEPEST = 20


@define
class FieldChanges:
    """How many fields of a part, by their names, were left out, and how many marked as stale."""

    left_out: Counter[str] = field(factory=Counter)
    stale: Counter[str] = field(factory=Counter)


@define(eq=False)
class _Field:
    """A field over several runs, as far as it was read."""

    begin: etree._Element
    code: list[str] = field(factory=list)
    nodes: list[etree._Element] = field(factory=list)
    texts: list[etree._Element] = field(factory=list)
    separate: etree._Element | None = None
    tainted: bool = False
    live: bool = False
    name: str | None = None

    @property
    def in_code(self) -> bool:
        """Whether its instruction is still being read."""
        return self.separate is None

    def settle(self, separate: etree._Element | None) -> None:
        """End its instruction, and see whether it is one that can be kept."""
        self.separate = separate
        self.name = None if self.tainted else _name("".join(self.code), live=self.live)


def clean_fields(root: etree._Element, part: str, *, laid_out: bool) -> FieldChanges:
    """Settle every field of a part: kept, kept and marked as stale, or turned into what it shows.

    Only fields of which it is known that they fetch and run nothing are kept. ``laid_out`` says
    that Word brings page numbers up to date by itself here, as it does in headers and footers.
    Raises PartError for fields inside each other without end.
    """
    reader = _Reader(part=part, laid_out=laid_out)
    for element in list(root.iter(W("fldData"))):
        remove(element)
    for element in list(root.iter(*map(W, ("entryMacro", "exitMacro")))):
        remove(element)
    for element in list(root.iter()):
        reader.read(element)
    reader.finish()
    # Some were marked before it was seen that they stand in one that is left out.
    marked = [each for each in reader.marked if next(each.iterancestors(root.tag), None) is root]
    reader.changes.stale.update(reader.marked[each] for each in seen_once(marked))
    return reader.changes


@define
class _Reader:
    """Reads a part from its beginning to its end, the fields of each text box by themselves."""

    part: str
    laid_out: bool
    changes: FieldChanges = field(factory=FieldChanges)
    marked: dict[etree._Element, str] = field(factory=dict)
    _open: dict[etree._Element | None, list[_Field]] = field(factory=lambda: defaultdict(list))
    _strays: list[etree._Element] = field(factory=list)

    def read(self, element: etree._Element) -> None:
        """Read one element; those in runs, and simple fields, matter."""
        if element.tag == W("fldSimple"):
            self._simple(element)
            return
        parent = element.getparent()
        if parent is None or parent.tag != W("r") or element.tag == W("rPr"):
            return
        fields = self._open[next(element.iterancestors(*_STORIES), None)]
        if element.get(W("fldCharType")) == "begin":
            self._begin(element, fields)
        for each in fields:
            if each.in_code:
                each.nodes.append(element)
            elif element.tag == W("t"):
                each.texts.append(element)
        if element.tag == W("fldChar"):
            self._sign(element, fields)
        else:
            self._text(element, fields)

    def _begin(self, element: etree._Element, fields: list[_Field]) -> None:
        if len(fields) >= _DEEPEST:
            raise PartError(
                _("its part {part} has fields inside each other without end", part=self.part)
            )
        if fields and fields[-1].in_code:
            fields[-1].code.append(_HIDDEN_NAME)
        fields.append(_Field(element))

    def _sign(self, element: etree._Element, fields: list[_Field]) -> None:
        """A sign at the end of an instruction, or of a field; or one that ends nothing."""
        kind = element.get(W("fldCharType"))
        if kind == "separate" and fields and fields[-1].in_code:
            fields[-1].settle(element)
        elif kind == "end" and fields:
            self._end(fields, element)
        elif kind != "begin":
            self._strays.append(element)

    def _text(self, element: etree._Element, fields: list[_Field]) -> None:
        """A piece of text: of an instruction, of what is shown, or an instruction of no field."""
        if not fields or not fields[-1].in_code:
            if element.tag == W("instrText"):
                self._strays.append(element)
        elif element.tag in (W("instrText"), W("t")):
            fields[-1].code.append(element.text or "")
        elif element.tag in (W("tab"), W("br"), W("cr")):
            fields[-1].code.append(" ")
        else:
            fields[-1].code.append(_HIDDEN_NAME)

    def _simple(self, element: etree._Element) -> None:
        fields = self._open[next(element.iterancestors(*_STORIES), None)]
        name = _name(element.get(W("instr"), ""))
        if fields and fields[-1].in_code:
            fields[-1].code.append(_HIDDEN_NAME)
            fields[-1].nodes.append(element)
            fields[-1].tainted |= name is None
            fields[-1].live |= name in _LIVE
        if name is None:
            self._left_out(element, element.get(W("instr"), ""))
            unwrap(element)
        else:
            self._mark(element, name, fields)
            if name in _PERSONAL:
                for text in element.iter(W("t")):
                    text.text = ""

    def _end(self, fields: list[_Field], end: etree._Element) -> None:
        done = fields.pop()
        if done.in_code:
            done.settle(None)
        if done.name is None:
            if fields and fields[-1].in_code:
                fields[-1].tainted = True
            self._left_out(done.begin, "".join(done.code))
            for each in (*done.nodes, end):
                remove(each)
            return
        if fields and fields[-1].in_code:
            fields[-1].live |= done.name in _LIVE
        self._mark(done.begin, done.name, fields)
        if done.name in _PERSONAL:
            for text in done.texts:
                text.text = ""

    def _left_out(self, element: etree._Element, code: str) -> None:
        if next(seen_once([element]), None) is not None:
            found = _NAME.match(code)
            name = found[1].upper() if found else ""
            self.changes.left_out[name if name in _NAMED | _KEPT else ""] += 1

    def _mark(self, element: etree._Element, name: str, around: list[_Field]) -> None:
        """Mark a field as stale, so that Word brings it up to date when it opens the document.

        What stands in a table of contents is made anew with it.
        """
        if name in _STILL or name == "PAGE" or (self.laid_out and name in _LIVE):
            return
        if any(each.name in _LOOKED_UP for each in around):
            return
        element.set(W("dirty"), "true")
        self.marked[element] = name
        element.attrib.pop(W("fldLock"), "")

    def finish(self) -> None:
        """Take out the instructions of fields that do not end, and what belongs to none."""
        for fields in self._open.values():
            for each in fields:
                self._left_out(each.begin, "".join(each.code))
                for node in each.nodes:
                    if node.tag in (W("fldChar"), W("instrText")):
                        remove(node)
        for stray in self._strays:
            if stray.tag == W("instrText"):
                self._left_out(stray, stray.text or "")
            remove(stray)


def _name(code: str, *, live: bool = False) -> str | None:
    """The name of a field that can be kept, or None.

    A condition shows one of its texts and hides the other, unless it is on the page, ``live``.
    """
    found = _NAME.match(code)
    name = found[1].upper() if found else ""
    if name not in _KEPT or (name == "HYPERLINK" and not _is_safe(code)):
        return None
    if name in _CONDITIONS and not live:
        return None
    return name


def _is_safe(code: str) -> bool:
    """Whether a HYPERLINK leads to the web, to somebody's mail, or into the document."""
    if _HIDDEN_NAME in code:
        return False
    return all(is_safe_link(target) for target in _targets(code))


def _targets(code: str) -> Iterator[str]:
    """The targets of a HYPERLINK, without its switches and what belongs to them."""
    switch = None
    for quoted, curly, given, word in _ARGUMENT.findall(code.strip()[len("HYPERLINK") :]):
        if given:
            switch = given.lower()
        elif switch in ("\\l", "\\o", "\\t"):
            switch = None
        else:
            yield quoted or curly or word
