"""WordprocessingML of a note's blocks, as text: fast, and linear in what is written."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from attrs import evolve, frozen

from ssrpolicy.views import (
    Block,
    Bullets,
    Contents,
    Facts,
    Grid,
    Heading,
    Look,
    Paragraph,
    Run,
    label,
)
from ssrpolicy_word.messages import _
from ssrpolicy_word.template import TEXT_WIDTH, InsertionPoint
from ssrpolicy_word.text import FIELD_END, SENTENCE_ENDS, field, field_start, quoted
from ssrpolicy_word.writing.footnotes import Footnotes
from ssrpolicy_word.writing.needs import bullet_style, heading_style
from ssrpolicy_word.writing.runs import Bookmarks, RunWriter, heading_bookmark
from ssrpolicy_word.writing.sources import NoSources, SourceList

_NO_SPACE = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
_BELOW_TABLE = '<w:spacing w:before="120"/>'
_SOURCES = "note_sources"
"""The key of the heading of the sources, which no other heading has."""
_CLOSING = "”’\"')]»"
_NARROWEST = 580
"""In twips: the room for "Nr." between the margins of 1.9 mm that Word's own tables have."""


@frozen(kw_only=True)
class Markup:
    """Writes the body of one note for its place, with its sources in footnotes or a list."""

    place: InsertionPoint
    runs: RunWriter
    sources: Footnotes | SourceList | NoSources
    bookmarks: Bookmarks

    # -- runs -----------------------------------------------------------------------------------

    def _runs(self, runs: Iterable[Run], where: str) -> str:
        """Runs, each with the references to its sources after it."""
        written: list[str] = []
        before: Run | None = None
        numbers: list[int] = []
        for run in runs:
            if run.text:
                if numbers:
                    written.append(self._references(before, numbers))
                    numbers = []
                written.append(self.runs.written(run, where))
                before = run
            if run.source is not None:
                numbers.append(run.source)
        if numbers:
            written.append(self._references(before, numbers))
        return "".join(written)

    def _references(self, before: Run | None, numbers: list[int]) -> str:
        """The references to sources after a run."""
        if not isinstance(self.sources, Footnotes):
            return self.sources.references(numbers)
        new, known = self.sources.split(numbers)
        written = self.sources.references(new)
        if known:
            text = before.text.rstrip(_CLOSING) if before else ""
            # Where to look is not part of what is weighty.
            look = Look.QUIET if before and before.look is Look.QUIET else Look.PLAIN
            alone = text.endswith(SENTENCE_ENDS)
            written += self.sources.see(known, look, also=bool(new), alone=alone)
        return written

    def _own(self, text: str, look: Look = Look.PLAIN) -> Run:
        return Run(text, self.runs.note.language, None, look)

    def paragraph(
        self, style: str | None, content: str, *, keep: bool = False, below: str = ""
    ) -> str:
        """Return a paragraph; one to ``keep`` stays on the page of what follows it.

        ``below`` are its tab stops, or the space that it has below a table.
        """
        properties = self.runs.styles.paragraph(style) + below
        if keep:
            # What keeps it stands after the name of the style, and before all else.
            named = properties.startswith("<w:pStyle ")
            name, end, rest = properties.partition("/>") if named else ("", "", properties)
            properties = f"{name}{end}<w:keepNext/>{rest}"
        return f"<w:p>{properties and f'<w:pPr>{properties}</w:pPr>'}{content}</w:p>"

    # -- blocks ---------------------------------------------------------------------------------

    def body(self) -> Iterator[str]:
        """Yield the markup of the whole note, block by block."""
        note = self.runs.note
        title = self.runs.written(self._own(note.title), _("The title of the note"))
        yield self.paragraph("Title", title)
        under = note.title
        blocks, headings = self._with_anchors(note.blocks)
        above: Block | None = None
        closed = bool(note.sources) and not isinstance(self.sources, NoSources)
        # What comes last goes along to the page of the sources, which never stand there alone.
        after = Heading(1, note.sources_title, key=_SOURCES) if closed else None
        for block, following in pairwise((*blocks, after)):
            if isinstance(block, Heading):
                under = block.text
            if isinstance(block, Contents):
                yield from self._contents(block, headings)
            where = _("The text under “{heading}”", heading=under)
            if isinstance(block, Paragraph):
                yield self._text(block, above, following, where)
            else:
                yield from self._block(block, following, where)
            above = block
        if closed:
            yield from self._sources()
        elif note.blocks and isinstance(note.blocks[-1], Grid) and not self.place.closed:
            # Word opens no text, and no cell, that ends with a table.
            yield f"<w:p><w:pPr>{self.runs.styles.paragraph(None)}{_NO_SPACE}</w:pPr></w:p>"

    def _sources(self) -> Iterator[str]:
        note = self.runs.note
        about = self.runs.written(self._own(note.sources_about), _("A paragraph"))
        if isinstance(self.sources, Footnotes):
            yield self.paragraph("Note Closing", about)
            return
        title = self.runs.written(self._own(note.sources_title), _("A heading"))
        yield self.paragraph("heading 1" if note.quotes else "heading 2", title)
        if not isinstance(self.sources, SourceList):
            return
        if note.quotes:
            yield self.paragraph(None, about, keep=True)
            for source in note.sources:
                yield self.paragraph("Note Source", self.sources.entry(source))
        else:
            space = self.runs.written(self._own(" "), "")
            yield self.paragraph("Table Text", space.join((about, *self.sources.papers())))

    def _block(self, block: Block | None, following: Block | None, where: str) -> Iterator[str]:
        match block:
            case Heading():
                yield self._heading(block)
            case Bullets():
                yield from self._bullets(block, following, where)
            case Facts():
                yield from self._facts(block, where)
            case Grid():
                yield from self._grid(block, keep=_is_sources(following))
            case Contents() | Paragraph() | None:
                pass

    def _text(
        self, block: Paragraph, above: Block | None, following: Block | None, where: str
    ) -> str:
        """A paragraph, which keeps its distance from a table above it; a colon leads on."""
        said = "".join(run.text for run in block.runs)
        style = "Note Lead" if isinstance(following, Bullets) or said.endswith(":") else None
        below = _BELOW_TABLE if isinstance(above, Grid) else ""
        content = self._runs(block.runs, where)
        keep = isinstance(following, Grid) or _is_sources(following)
        return self.paragraph(style, content, keep=keep, below=below)

    def _facts(self, facts: Facts, where: str) -> Iterator[str]:
        last = len(facts.rows) - 1
        for index, (name, value) in enumerate(facts.rows):
            label = self.runs.written(self._own(name, Look.STRONG), where)
            content = self._runs(value, _("{where}, at {name},", where=where, name=name))
            style = "Note Fact Last" if index == last else "Note Fact"
            yield self.paragraph(style, f"{label}<w:r><w:tab/></w:r>{content}")

    def _bullets(self, bullets: Bullets, following: Block | None, where: str) -> Iterator[str]:
        style = bullet_style(bullets.level)
        leads = isinstance(following, Bullets) and following.level > bullets.level
        keep, last = leads or _is_sources(following), len(bullets.items) - 1
        for index, item in enumerate(bullets.items):
            yield self.paragraph(style, self._runs(item, where), keep=keep and index == last)

    def _heading(self, heading: Heading) -> str:
        content = self.runs.written(self._own(heading.text), _("A heading"))
        if heading.anchor is not None:
            content = self.bookmarks.around(heading_bookmark(heading.anchor), content)
        return self.paragraph(heading_style(heading.level), content)

    # -- the table of contents -------------------------------------------------------------------

    def _with_anchors(self, blocks: Sequence[Block]) -> tuple[list[Block], list[Heading]]:
        """The blocks, an anchor at each heading of the table of contents; and those headings."""
        level = max((block.level for block in blocks if isinstance(block, Contents)), default=0)
        found: list[Heading] = []
        anchored: list[Block] = []
        for block in blocks:
            if isinstance(block, Heading) and block.level <= level:
                block = evolve(block, anchor=block.anchor or f"heading_{len(found) + 1}")  # noqa: PLW2901 - it is the same heading, with its anchor
                found.append(block)
            anchored.append(block)
        return anchored, found

    def _contents(self, contents: Contents, headings: Sequence[Heading]) -> Iterator[str]:
        """A field that Word keeps up to date, with the place of each page number.

        Which pages there are is known only where the note is laid out: a program that updates its
        fields fills the numbers in, and until then none is wrong. A line of the field says so; it
        goes when the field is made anew.
        """
        title = label("note_contents.title", self.runs.note.language)
        where = _("The table of contents")
        yield self.paragraph("Note Lead", self.runs.written(self._own(title, Look.STRONG), where))
        if not headings:
            return
        toc = field_start(rf'TOC \o "1-{contents.level}" \h')
        how = self._own(label("note_contents.pages", self.runs.note.language), Look.QUIET)
        yield self.paragraph("toc 1", f"{toc}{self.runs.written(how, where)}")
        tab = f'<w:tabs><w:tab w:val="right" w:pos="{self.place.width}"/></w:tabs>'
        for heading in headings:
            last = heading is headings[-1]
            entry = self.runs.written(evolve(self._own(heading.text), anchor=heading.anchor), where)
            page = field(rf"PAGEREF {heading_bookmark(heading.anchor or '')} \h", "")
            content = f"{entry}<w:r><w:tab/></w:r>{page}{FIELD_END if last else ''}"
            yield self.paragraph("toc 1", content, below=tab)

    # -- tables ---------------------------------------------------------------------------------

    def _grid(self, grid: Grid, *, keep: bool) -> Iterator[str]:
        """A table, its last row never alone on a page; with ``keep`` it stays with what follows."""
        widths = _column_widths(self.place.width, grid.widths)
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        described = quoted(grid.summary)
        yield (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self.runs.styles.ids["Note Table"]}"/>'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" '
            'w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
            f"<w:tblCaption w:val={described}/><w:tblDescription w:val={described}/>"
            f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
        )
        starts = [f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>' for width in widths]
        style = self.runs.styles.paragraph("Table Text")
        # The header stays on the page of the first row.
        header = [f"{start}<w:p><w:pPr>{style}<w:keepNext/></w:pPr>" for start in starts]
        cells = [f"{start}<w:p><w:pPr>{style}</w:pPr>" for start in starts]
        titles = [(self._own(text, Look.STRONG),) for text in grid.header]
        names = [_("The column {name}", name=name) for name in grid.header]
        yield self._row(titles, header, names, "<w:cantSplit/><w:tblHeader/>")
        in_column = _("{id}, in the column {name},")
        last = len(grid.rows) - 1
        # The row before the last one stays on the page of the last.
        with_next = {last - 1, last} if keep else {last - 1}
        for index, (id, row) in enumerate(zip(grid.ids, grid.rows, strict=True)):
            names = [in_column.format(id=id, name=name) for name in grid.header]
            kept = header if index in with_next else cells
            yield self._row(row, kept, names, "<w:cantSplit/>")
        yield "</w:tbl>"

    def _row(
        self, row: Iterable[Iterable[Run]], cells: list[str], names: list[str], properties: str
    ) -> str:
        written = [
            f"{cell}{self._runs(runs, name)}</w:p></w:tc>"
            for runs, cell, name in zip(row, cells, names, strict=True)
        ]
        return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(written)}</w:tr>"


def _column_widths(width: int, shares: Sequence[float]) -> list[int]:
    """The widths of columns in twips: their shares of a width.

    On a text narrower than that of our own page, a column has the room for a number before the
    wider ones have their shares of the rest.
    """
    least = min(_NARROWEST, width // len(shares)) if width < TEXT_WIDTH else 0
    wide = [share for share in shares if width * share >= least]
    rest = (width - least * (len(shares) - len(wide))) / sum(wide)
    return [round(rest * share) if width * share >= least else least for share in shares]


def _is_sources(block: Block | None) -> bool:
    """Whether what follows are the sources, which do not begin a page alone."""
    return isinstance(block, Heading) and block.key == _SOURCES
