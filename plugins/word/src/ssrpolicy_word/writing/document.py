"""A note as a Word document: the one way from the view's blocks to the stream of the host."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO, cast

from attrs import evolve

from ssrpolicy.reporting import Report, reproducible_package
from ssrpolicy.views import Note, brief, visible
from ssrpolicy_word.messages import _
from ssrpolicy_word.options import DocumentOptions
from ssrpolicy_word.parts import related_xml, save_package
from ssrpolicy_word.template import (
    NoteNumbers,
    default_template,
    find_insertion_point,
    find_styles,
    open_template,
    settle_note_numbers,
)
from ssrpolicy_word.text import characters, language_tag
from ssrpolicy_word.writing.footnotes import Footnotes, footnotes_part
from ssrpolicy_word.writing.markup import Markup
from ssrpolicy_word.writing.needs import needs_of
from ssrpolicy_word.writing.runs import Bookmarks, RunWriter
from ssrpolicy_word.writing.sources import NoSources, SourceList

if TYPE_CHECKING:
    from docx.opc.package import OpcPackage
    from docx.opc.part import Part

_CHUNK = 1 << 18
# So much of the footnotes is kept in memory; what is more waits on the disk.
_IN_MEMORY = 1 << 22
# Word and the core properties of Office packages take no longer title or subject.
_LONGEST = 255
# A moment of no meaning, until the package is packed under the day of the report.
_MOMENT = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)


def write_document(note: Note, report: Report[DocumentOptions], out: BinaryIO) -> None:
    """Write a note as a Word document; the same note and options give the same bytes.

    ``report.options`` is an instance of DocumentOptions, or of a class that inherits it. Raises
    OptionError for a template that cannot be used, and ContentError for a text that no Word
    document can hold.
    """
    # Before it is packed, the note of a large portfolio is too large for memory.
    with tempfile.TemporaryFile() as package, tempfile.SpooledTemporaryFile(_IN_MEMORY) as store:
        _write(note, report, cast("BinaryIO", store), package)
        package.seek(0)
        reproducible_package(package, out, as_of=report.as_of)


def _write(note: Note, report: Report[DocumentOptions], store: BinaryIO, package: BinaryIO) -> None:
    """Settle everything about the template; after that only the text is left to write."""
    options = report.options
    name, remark = "", report.remark
    if options.template is None:
        main = default_template(note)
    else:
        name = options.template.name
        main = open_template(options.template, remark)
    _put_properties(main.package, note)
    needs = needs_of(note, options.sources)
    styles = find_styles(main, needs.styles, remark, name)
    noted, numbers = options.sources == "footnotes" and bool(note.sources), NoteNumbers()
    if noted:
        settings = related_xml(main, "settings")
        given = None if settings is None else settings.element
        numbers = settle_note_numbers(main.element, given, remark, name)
    place = find_insertion_point(main.element, name)
    runs, bookmarks = RunWriter(note=note, part=main, styles=styles), Bookmarks(place.marks)
    sources: Footnotes | SourceList | NoSources = SourceList(runs=runs, bookmarks=bookmarks)
    if options.sources == "none":
        sources = NoSources()
    streams: dict[Part, Callable[[], Iterable[bytes]]] = {}
    if noted:
        below = footnotes_part(main)
        sources = Footnotes(
            repeated=needs.repeated,
            numbers=evolve(numbers, before=numbers.before + place.notes),
            place=below,
            text=runs,
            below=RunWriter(note=note, part=below.part, styles=styles),
            store=store,
            bookmarks=bookmarks,
        )
        streams[below.part] = sources.content
    markup = Markup(place=place, runs=runs, sources=sources, bookmarks=bookmarks)
    # The text comes first: the footnotes come out of it.
    save_package(main.package, package, {main: lambda: _text(markup), **streams})


def _text(markup: Markup) -> Iterator[bytes]:
    """The main part: the template's text, and the note in its place."""
    yield markup.place.before
    waiting: list[str] = []
    size = 0
    for piece in markup.body():
        waiting.append(piece)
        size += len(piece)
        if size >= _CHUNK:
            yield "".join(waiting).encode("utf-8")
            waiting, size = [], 0
    yield "".join(waiting).encode("utf-8")
    yield markup.place.after


def _put_properties(package: OpcPackage, note: Note) -> None:
    """Give the document properties of its own; those of its template are untrue of it."""
    properties = package.core_properties
    properties.title, properties.subject = _shortened(note.title), _shortened(note.subject)
    properties.author = properties.last_modified_by = "ssrpolicy"
    properties.revision = 1
    properties.created = properties.modified = _MOMENT
    properties.language = language_tag(note.language)


def _shortened(text: str) -> str:
    """A text for the properties, which hold only so much; the document itself has the whole."""
    characters(text, _("The title of the note"))
    return brief(visible(text), _LONGEST)
