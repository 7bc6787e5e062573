"""The properties of a document that programs show and search: its title, subject and language."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from ssrpolicy.views import Note
from ssrpolicy_word.text import characters, language_tag

if TYPE_CHECKING:
    from docx.opc.package import OpcPackage

# Word and the core properties of Office packages take no longer title or subject.
_LONGEST = 255
# A moment of no meaning, until the package is packed under the day of the report.
_MOMENT = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)


def put_properties(package: OpcPackage, note: Note) -> None:
    """Give the document properties of its own; those of its template are untrue of it."""
    properties = package.core_properties
    properties.title, properties.subject = _shortened(note.title), _shortened(note.subject)
    properties.author = properties.last_modified_by = "ssrpolicy"
    properties.revision = 1
    properties.created = properties.modified = _MOMENT
    properties.language = language_tag(note.language)


def _shortened(text: str) -> str:
    """A text for the properties, which hold only so much; the document itself has the whole."""
    characters(text, "The title of the note")
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
