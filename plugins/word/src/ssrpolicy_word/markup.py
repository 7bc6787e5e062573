"""WordprocessingML of a note's blocks, as text: fast, and linear in what is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from xml.sax.saxutils import quoteattr

from attrs import field, frozen

from ssrpolicy.views import (
    Block,
    Bullets,
    Facts,
    Grid,
    Heading,
    Look,
    Note,
    Paragraph,
    Run,
    Source,
)
from ssrpolicy_word.text import characters, language_tag, link_target

_DEEPEST = 3
_LOOKS = {
    Look.PLAIN: "",
    Look.STRONG: "<w:b/>",
    Look.QUIET: '<w:rStyle w:val="NoteRemark"/>',
    Look.TO_FILL: '<w:rStyle w:val="NoteToFill"/>',
}


def bookmark(number: int) -> str:
    """Return the name of the bookmark at a source, by its number."""
    return f"ssrpolicy_source_{number}"


def heading_bookmark(anchor: str) -> str:
    """Return the name of the bookmark at a heading, by its anchor."""
    return f"ssrpolicy_{anchor}"


@frozen(kw_only=True)
class Markup:
    """Writes the body of one note, ``width`` twips wide.

    ``links`` gives the relationship id of each public address, once it was written.
    """

    note: Note
    width: int
    links: dict[str, str] = field(factory=dict)
    _marks: list[str] = field(factory=list)

    # -- runs -----------------------------------------------------------------------------------

    def _run(self, run: Run, where: str) -> str:
        if not run.text:
            return "" if run.source is None else self._reference(run.source)
        target = None if run.url is None else link_target(run.url)
        properties = _LOOKS[run.look]
        if target is not None or run.anchor is not None:
            properties = '<w:rStyle w:val="Hyperlink"/>'
        if run.language != self.note.language:
            properties += f"<w:lang w:val={quoteattr(language_tag(run.language))}/>"
        if properties:
            properties = f"<w:rPr>{properties}</w:rPr>"
        written = f"<w:r>{properties}{characters(run.text, where)}</w:r>"
        if target is not None:
            written = (
                f'<w:hyperlink r:id="{self._link(target)}" w:history="1">{written}</w:hyperlink>'
            )
        elif run.anchor is not None:
            name = heading_bookmark(run.anchor)
            written = f'<w:hyperlink w:anchor="{name}" w:history="1">{written}</w:hyperlink>'
        return written if run.source is None else written + self._reference(run.source)

    def _reference(self, source: int) -> str:
        """The number of a source, raised, that leads to it."""
        return (
            f'<w:hyperlink w:anchor="{bookmark(source)}" w:history="1"><w:r><w:rPr>'
            f'<w:rStyle w:val="SourceReference"/></w:rPr><w:t>[{source}]</w:t></w:r></w:hyperlink>'
        )

    def _runs(self, runs: Iterable[Run], where: str) -> str:
        return "".join([self._run(run, where) for run in runs])

    def _own(self, text: str) -> Run:
        return Run(text, self.note.language)

    def _link(self, target: str) -> str:
        return self.links.setdefault(target, f"rIdLink{len(self.links) + 1}")

    def _marked(self, name: str, content: str) -> str:
        """Content with a bookmark around it."""
        self._marks.append(name)
        id = len(self._marks)
        return (
            f'<w:bookmarkStart w:id="{id}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{id}"/>'
        )

    # -- blocks ---------------------------------------------------------------------------------

    def body(self) -> Iterator[str]:
        """Yield the markup of the whole note, block by block."""
        note = self.note
        yield _paragraph("Title", self._run(self._own(note.title), "The title of the note"))
        under = note.title
        for block, following in pairwise((*note.blocks, None)):
            if isinstance(block, Heading):
                under = block.text
            yield from self._block(block, following, f"The text under “{under}”")
        if note.sources:
            yield _paragraph("Heading1", self._run(self._own(note.sources_title), "A heading"))
            about = self._run(self._own(note.sources_about), "A paragraph")
            yield _paragraph(None, about, keep=True)
            for source in note.sources:
                yield self._source(source)

    def _block(self, block: Block | None, following: Block | None, where: str) -> Iterator[str]:
        match block:
            case Heading():
                yield self._heading(block)
            case Paragraph():
                style = "NoteLead" if isinstance(following, Bullets) else None
                content = self._runs(block.runs, where)
                yield _paragraph(style, content, keep=isinstance(following, Grid))
            case Bullets():
                yield from self._bullets(block, following, where)
            case Facts():
                yield from self._facts(block, where)
            case Grid():
                yield from self._grid(block)
            case None:
                pass

    def _facts(self, facts: Facts, where: str) -> Iterator[str]:
        last = len(facts.rows) - 1
        for index, (name, value) in enumerate(facts.rows):
            label = self._run(Run(name, self.note.language, None, Look.STRONG), where)
            content = self._runs(value, f"{where}, at {name},")
            style = "NoteFactLast" if index == last else "NoteFact"
            yield _paragraph(style, f"{label}<w:r><w:tab/></w:r>{content}")

    def _bullets(self, bullets: Bullets, following: Block | None, where: str) -> Iterator[str]:
        style = "ListBullet" if bullets.level == 1 else f"ListBullet{bullets.level}"
        leads = isinstance(following, Bullets) and following.level > bullets.level
        last = len(bullets.items) - 1
        for index, item in enumerate(bullets.items):
            yield _paragraph(style, self._runs(item, where), keep=leads and index == last)

    def _heading(self, heading: Heading) -> str:
        content = self._run(self._own(heading.text), "A heading")
        if heading.anchor is not None:
            content = self._marked(heading_bookmark(heading.anchor), content)
        return _paragraph(f"Heading{min(heading.level, _DEEPEST)}", content)

    # -- tables ---------------------------------------------------------------------------------

    def _grid(self, grid: Grid) -> Iterator[str]:
        widths = [round(self.width * share) for share in grid.widths]
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        described = quoteattr(grid.summary)
        yield (
            '<w:tbl><w:tblPr><w:tblStyle w:val="NoteTable"/>'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" '
            'w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
            f"<w:tblCaption w:val={described}/><w:tblDescription w:val={described}/>"
            f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
        )
        cells = [
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr>'
            '<w:pStyle w:val="TableText"/></w:pPr>'
            for width in widths
        ]
        header = [(Run(text, self.note.language, None, Look.STRONG),) for text in grid.header]
        names = [f"The column {name}" for name in grid.header]
        yield self._row(header, cells, names, "<w:cantSplit/><w:tblHeader/>")
        for id, row in zip(grid.ids, grid.rows, strict=True):
            names = [f"{id}, in the column {name}," for name in grid.header]
            yield self._row(row, cells, names, "<w:cantSplit/>")
        yield "</w:tbl>"

    def _row(
        self,
        row: Iterable[Iterable[Run]],
        cells: list[str],
        names: list[str],
        properties: str,
    ) -> str:
        written = "".join(
            [
                f"{cell}{self._runs(runs, name)}</w:p></w:tc>"
                for runs, cell, name in zip(row, cells, names, strict=True)
            ]
        )
        return f"<w:tr><w:trPr>{properties}</w:trPr>{written}</w:tr>"

    # -- sources --------------------------------------------------------------------------------

    def _source(self, source: Source) -> str:
        note = self.note.language
        where = f"Source {source.number}, from {source.full_id}:"
        # The address is spelt out once for each document; after that its name leads there.
        linked = None if source.first else source.url
        told = [
            self._run(Run(f"“{source.quote}”", source.language), f"{where} the quote"),
            self._run(Run(" – ", note), where),
            self._run(Run(source.paper, note, url=linked), f"{where} the paper"),
        ]
        if source.place is not None:
            told.append(self._run(Run(f", {source.place}", note), f"{where} the place"))
        if source.remark is not None:
            told.append(self._run(Run(f" [{source.remark}]", note), where))
        if source.first and source.url is not None:
            told.append(self._run(Run(", ", note), where))
            address = Run(source.url, note, url=source.url)
            told.append(self._run(address, f"{where} the address"))
        told.append(self._run(Run(".", note), where))
        number = self._marked(bookmark(source.number), f"<w:r><w:t>{source.number}.</w:t></w:r>")
        return _paragraph("NoteSource", f"{number}<w:r><w:tab/></w:r>{''.join(told)}")


def _paragraph(style: str | None, content: str, *, keep: bool = False) -> str:
    """A paragraph; one to ``keep`` stays on the page of what follows it."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if keep:
        properties += "<w:keepNext/>"
    if properties:
        properties = f"<w:pPr>{properties}</w:pPr>"
    return f"<w:p>{properties}{content}</w:p>"
