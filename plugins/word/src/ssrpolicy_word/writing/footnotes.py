"""The sources of a note as footnotes of Word: each once, numbered in order of first use."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, BinaryIO

from attrs import field, frozen
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part
from lxml import etree

from ssrpolicy.views import Look, Run, Source, label
from ssrpolicy_word.messages import _
from ssrpolicy_word.parts import (
    DECLARED,
    W,
    free_name,
    halves,
    parsed,
    related,
    related_xml,
    whole_number,
    with_prefixes,
)
from ssrpolicy_word.template import NoteNumbers
from ssrpolicy_word.text import field as field_markup
from ssrpolicy_word.writing.runs import Bookmarks, RunWriter
from ssrpolicy_word.writing.sources import short_references, source_runs

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

_HERE = "ssrpolicy-notes"
_CHUNK, _WAITING = 1 << 18, 256
_SEPARATORS = ("separator", "continuationSeparator")
# Settings stand in a fixed order; these, and those of later versions, come after footnotes.
_AFTER = frozenset(
    (
        "endnotePr", "compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang",
        "clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures",
        "forceUpgrade", "captions", "readModeInkLockDown", "smartTagType", "schemaLibrary",
        "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator", "docId",
        "chartTrackingRefBased",
    )
)  # fmt: skip


def bookmark(source: int) -> str:
    """Return the name of the bookmark at the footnote of a source."""
    return f"ssrpolicy_note_{source}"


@frozen(kw_only=True)
class FootnotesPart:
    """The part that holds the footnotes, its text around ours, and our first id."""

    part: Part
    before: bytes
    after: bytes
    first: int


def footnotes_part(main: DocumentPart) -> FootnotesPart:
    """Return the part for the footnotes of a document; a document without one gets it.

    python-docx knows no footnotes: to it this is a part like any other.
    """
    part = related(main, "footnotes")
    if part is None:
        package = main.package
        name, empty = free_name(package, "/word/footnotes.xml"), f"<w:footnotes {DECLARED}/>"
        part = Part(name, CONTENT_TYPE.WML_FOOTNOTES, empty.encode(), package)
        main.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    root = with_prefixes(parsed(part.partname.membername, part.blob))
    taken = [whole_number(note.get(W("id"))) or 0 for note in root.iter(W("footnote"))]
    first = max(taken, default=-2) + 1
    found = {note.get(W("type")) for note in root.iter(W("footnote"))}
    missing = [separator for separator in _SEPARATORS if separator not in found]
    ids = range(first, first + len(missing))
    root.extend(map(_separator, missing, ids))
    if ids:
        _name_in_settings(main, ids)
    here = etree.ProcessingInstruction(_HERE)
    root.append(here)
    before, after = halves(root, here)
    return FootnotesPart(part=part, before=before, after=after, first=max(ids.stop, 1))


def _separator(kind: str, id: int) -> etree._Element:
    """The line above the footnotes, which Word wants as a footnote of its own."""
    return etree.fromstring(
        f'<w:footnote {DECLARED} w:type="{kind}" w:id="{id}"><w:p><w:pPr>'
        '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        f"<w:r><w:{kind}/></w:r></w:p></w:footnote>"
    )


def _name_in_settings(main: DocumentPart, ids: Collection[int]) -> None:
    """Name the separators in the settings of the document."""
    settings = related_xml(main, "settings")
    if settings is None:
        return
    root = settings.element
    properties = root.find(W("footnotePr"))
    if properties is None:
        properties = etree.Element(W("footnotePr"))
        tags = [str(each.tag).rpartition("}")[2] for each in root]
        root.insert(next((i for i, tag in enumerate(tags) if tag in _AFTER), len(tags)), properties)
    for id in ids:
        etree.SubElement(properties, W("footnote")).set(W("id"), str(id))


@frozen(kw_only=True)
class Footnotes:
    """The footnotes of one note, kept in ``store`` as the text comes to them.

    ``text`` writes the runs of the text, ``below`` those of the footnotes. ``repeated`` are the
    sources that come more than once: only they have a bookmark, to be referred to.
    """

    repeated: Collection[int]
    numbers: NoteNumbers
    place: FootnotesPart
    text: RunWriter
    below: RunWriter
    store: BinaryIO
    bookmarks: Bookmarks
    _sources: Mapping[int, Source] = field(init=False, repr=False)
    _short: Mapping[str, str] = field(init=False, repr=False)
    _shown: dict[int, str] = field(factory=dict, init=False)
    _waiting: list[str] = field(factory=list, init=False)

    @_sources.default
    def _by_number(self) -> Mapping[int, Source]:
        return {source.number: source for source in self.text.note.sources}

    @_short.default
    def _short_references(self) -> Mapping[str, str]:
        return short_references(self.text.note.sources)

    def split(self, sources: Iterable[int]) -> tuple[list[int], list[int]]:
        """Return which of the sources are new here, and which had their footnote before."""
        found = dict.fromkeys(sources)
        new = [source for source in found if source not in self._shown]
        return new, [source for source in found if source in self._shown]

    def references(self, sources: Iterable[int]) -> str:
        """Return the raised numbers of sources that are new, and write their footnotes."""
        style = f'<w:rPr><w:rStyle w:val="{self.text.styles.ids["footnote reference"]}"/></w:rPr>'
        written = []
        for source in sources:
            id = self.place.first + len(self._shown)
            self._shown[source] = self.numbers.shown(len(self._shown) + 1)
            self._write(id, self._sources[source])
            number = f'<w:r>{style}<w:footnoteReference w:id="{id}"/></w:r>'
            if source in self.repeated:
                number = self.bookmarks.around(bookmark(source), number)
            written.append(number)
        # Two numbers side by side would be read as one.
        return f"<w:r>{style}<w:t>,</w:t></w:r>".join(written)

    def see(self, sources: Sequence[int], look: Look, *, also: bool, alone: bool) -> str:
        """Return a reference in words to sources that had their footnote before.

        ``also`` where other footnotes stand next to it; ``alone`` where it comes after a sentence,
        and is one itself.
        """
        language = self.text.note.language
        key = f"{'also_' if also else ''}{'one' if len(sources) == 1 else 'many'}"
        before, _, after = label(f"note_reference.{key}", language).partition("{numbers}")
        if alone:
            before, after = before[:1].upper() + before[1:], f"{after}."
        properties = self.text.properties(look, language)
        conjunction = label("note_reference.and", language)
        written = [self._text(f" ({before}", look)]
        for source in sources:
            if source != sources[0]:
                written.append(self._text(conjunction if source == sources[-1] else ", ", look))
            number = self._shown[source]
            written.append(field_markup(rf"NOTEREF {bookmark(source)} \h", number, properties))
        written.append(self._text(f"{after})", look))
        return "".join(written)

    def _text(self, text: str, look: Look) -> str:
        return self.text.written(Run(text, self.text.note.language, None, look), _("A reference"))

    def _write(self, id: int, source: Source) -> None:
        ids = self.below.styles.ids
        cited = source_runs(source, self.text.note.language, self._short)
        runs = [self.below.written(run, where) for run, where in cited]
        self._waiting.append(
            f'<w:footnote w:id="{id}"><w:p><w:pPr><w:pStyle w:val="{ids["footnote text"]}"/>'
            "</w:pPr>"
            f'<w:r><w:rPr><w:rStyle w:val="{ids["footnote reference"]}"/></w:rPr><w:footnoteRef/>'
            f'</w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>{"".join(runs)}</w:p></w:footnote>'
        )
        if len(self._waiting) >= _WAITING:
            self._store()

    def _store(self) -> None:
        self.store.write("".join(self._waiting).encode("utf-8"))
        self._waiting.clear()

    def content(self) -> Iterator[bytes]:
        """Yield the whole part, once the text is written."""
        self._store()
        self.store.seek(0)
        yield self.place.before
        while chunk := self.store.read(_CHUNK):
            yield chunk
        yield self.place.after
