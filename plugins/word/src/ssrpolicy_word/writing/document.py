"""A note as a Word document: the one way from the view's blocks to the stream of the host."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, BinaryIO, cast

from attrs import evolve, frozen

from ssrpolicy.reporting import Report, reproducible_package
from ssrpolicy.views import Note
from ssrpolicy_word.options import DocumentOptions
from ssrpolicy_word.parts import related_xml, save_package
from ssrpolicy_word.template import (
    InsertionPoint,
    NoteNumbers,
    Styles,
    default_template,
    find_insertion_point,
    find_styles,
    open_template,
    settle_note_numbers,
)
from ssrpolicy_word.writing.bookmarks import Bookmarks
from ssrpolicy_word.writing.contents import Contents, contents_of
from ssrpolicy_word.writing.footnotes import Footnotes, FootnotesPart, footnotes_part
from ssrpolicy_word.writing.markup import Markup
from ssrpolicy_word.writing.properties import put_properties
from ssrpolicy_word.writing.runs import RunWriter
from ssrpolicy_word.writing.source_list import SourceList

if TYPE_CHECKING:
    from docx.opc.part import Part
    from docx.parts.document import DocumentPart

_CHUNK = 1 << 18
# So much of the footnotes is kept in memory; what is more waits on the disk.
_IN_MEMORY = 1 << 22


def write_document(note: Note, report: Report, out: BinaryIO) -> None:
    """Write a note as a Word document; the same note and options give the same bytes.

    ``report.options`` is an instance of DocumentOptions, or of a class that inherits it. Raises
    OptionError for a template that cannot be used, and ContentError for a text that no Word
    document can hold.
    """
    options: DocumentOptions = report.options
    # Before it is packed, the note of a large portfolio is too large for memory.
    with tempfile.TemporaryFile() as package, tempfile.SpooledTemporaryFile(_IN_MEMORY) as store:
        _build(note, report, options, cast("BinaryIO", store)).write(package)
        package.seek(0)
        reproducible_package(package, out, as_of=report.as_of)


def _build(note: Note, report: Report, options: DocumentOptions, store: BinaryIO) -> _Document:
    """Find out everything about the template; after this only the text is left to write."""
    footnotes = options.sources == "footnotes"
    contents = contents_of(note, footnotes=footnotes)
    name, remark = "", report.remark
    if options.template is None:
        main = default_template(note)
    else:
        name = options.template.name
        main = open_template(options.template, remark)
    put_properties(main.package, note)
    styles = find_styles(main, contents.styles, remark, name)
    noted = footnotes and bool(note.sources)
    settings = related_xml(main, "settings")
    given = None if settings is None else settings.element
    numbers = settle_note_numbers(main.element, given, remark, name) if noted else NoteNumbers()
    return _Document(
        note=note,
        main=main,
        styles=styles,
        contents=contents,
        numbers=numbers,
        place=find_insertion_point(main.element, name),
        below=footnotes_part(main) if noted else None,
        store=store,
    )


@frozen(kw_only=True)
class _Document:
    """A note, its template made ready, and where its footnotes wait: what is left is to write."""

    note: Note
    main: DocumentPart
    styles: Styles
    contents: Contents
    numbers: NoteNumbers
    place: InsertionPoint
    below: FootnotesPart | None
    store: BinaryIO

    def write(self, package: BinaryIO) -> None:
        """Write the package, the text before the footnotes that come out of it."""
        bookmarks = Bookmarks(self.place.marks)
        runs = RunWriter(note=self.note, part=self.main, styles=self.styles)
        footnotes = self._footnotes(runs, bookmarks)
        markup = Markup(
            note=self.note,
            width=self.place.width,
            closed=self.place.closed,
            runs=runs,
            sources=footnotes
            or SourceList(language=self.note.language, runs=runs, bookmarks=bookmarks),
            bookmarks=bookmarks,
        )
        streams: dict[Part, Callable[[], Iterator[bytes]]] = {self.main: lambda: self._text(markup)}
        if footnotes is not None:
            streams[footnotes.place.part] = footnotes.content
        save_package(self.main.package, package, streams)

    def _footnotes(self, runs: RunWriter, bookmarks: Bookmarks) -> Footnotes | None:
        if self.below is None:
            return None
        return Footnotes(
            sources={source.number: source for source in self.note.sources},
            repeated=self.contents.repeated,
            language=self.note.language,
            numbers=evolve(self.numbers, before=self.numbers.before + self.place.notes),
            place=self.below,
            text=runs,
            below=RunWriter(note=self.note, part=self.below.part, styles=self.styles),
            store=self.store,
            mark=bookmarks.around,
        )

    def _text(self, markup: Markup) -> Iterator[bytes]:
        """The main part: the template's text, and the note in its place."""
        yield self.place.before
        waiting: list[str] = []
        size = 0
        for piece in markup.body():
            waiting.append(piece)
            size += len(piece)
            if size >= _CHUNK:
                yield "".join(waiting).encode("utf-8")
                waiting, size = [], 0
        yield "".join(waiting).encode("utf-8")
        yield self.place.after
