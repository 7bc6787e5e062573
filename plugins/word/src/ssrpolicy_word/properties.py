"""The properties of a document that programs show and search: its title, subject and language."""

from __future__ import annotations

from xml.sax.saxutils import escape

from ssrpolicy.views import Note
from ssrpolicy_word.parts import ROOT, Parts, Relation
from ssrpolicy_word.text import characters, language_tag

_NAME = "docProps/core.xml"
_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
# Word and the core properties of Office packages take no longer title or subject.
_LONGEST = 255
_DATE = '<dcterms:{0} xsi:type="dcterms:W3CDTF">1980-01-01T00:00:00Z</dcterms:{0}>'


def put_properties(parts: Parts, note: Note) -> None:
    """Give the document properties of its own; those of its template are untrue of it."""
    written = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties '
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_shortened(note.title)}</dc:title>"
        f"<dc:subject>{_shortened(note.subject)}</dc:subject>"
        f"<dc:creator>ssrpolicy</dc:creator><cp:lastModifiedBy>ssrpolicy</cp:lastModifiedBy>"
        f"<cp:revision>1</cp:revision>{_DATE.format('created')}{_DATE.format('modified')}"
        f"<dc:language>{language_tag(note.language)}</dc:language></cp:coreProperties>"
    )
    parts.contents[_NAME], parts.types[_NAME] = written.encode("utf-8"), _TYPE
    parts.relations.pop(_NAME, None)
    parts.relate(ROOT, Relation(id=parts.free_id(ROOT), type=_KIND, target=f"/{_NAME}"))


def _shortened(text: str) -> str:
    """A text for the properties, which hold only so much; the document itself has the whole."""
    characters(text, "The title of the note")
    return escape(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…")
