"""The house style that is built in: a template like any other, in the language of the note."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from ssrpolicy.views import Note
from ssrpolicy_word.parts import ROOT, Parts, Relation
from ssrpolicy_word.template import DOCUMENT_TYPE
from ssrpolicy_word.text import characters, language_tag
from ssrpolicy_word.words import DECLARED, RELATIONS, content_type

MAIN = "word/document.xml"
TEXT_WIDTH = 9412
"""The width of its text in twips: A4 with margins of 22 mm."""
_LANGUAGE = b'"nl-NL"'


@cache
def house_part(name: str) -> bytes:
    """Return a part of the built-in template as it is kept: "styles", "numbering"."""
    return files("ssrpolicy_word").joinpath("house", f"{name}.xml").read_bytes()


def house_template(note: Note) -> tuple[Parts, str]:
    """Return the parts of the built-in template for a note, and the name of its main part."""
    parts = Parts()
    parts.contents[MAIN], parts.types[MAIN] = house_part("document"), DOCUMENT_TYPE
    parts.relate(
        ROOT, Relation(id="rIdMain", type=f"{RELATIONS}/officeDocument", target=f"/{MAIN}")
    )
    language = f'"{language_tag(note.language)}"'.encode()
    for name in ("styles", "numbering", "settings"):
        content = house_part(name).replace(_LANGUAGE, language)
        parts.add(MAIN, f"{RELATIONS}/{name}", f"word/{name}.xml", content, content_type(name))
    footer = Relation(id="rIdFooter", type=f"{RELATIONS}/footer", target="/word/footer1.xml")
    parts.contents["word/footer1.xml"] = _footer(note).encode("utf-8")
    parts.types["word/footer1.xml"] = content_type("footer")
    parts.relate(MAIN, footer)
    return parts, MAIN


def _footer(note: Note) -> str:
    """The foot of every page: the subject, and which page of how many it is."""
    before, _, rest = note.page.partition("{page}")
    between, _, after = rest.partition("{pages}")
    number = "".join(
        (_text(before), _field("PAGE"), _text(between), _field("NUMPAGES"), _text(after))
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:ftr {DECLARED}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:tabs>'
        f'<w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs></w:pPr>'
        f"{_text(note.subject)}<w:r><w:tab/></w:r>{number}</w:p></w:ftr>"
    )


def _text(text: str) -> str:
    return f"<w:r>{characters(text, 'The foot of the page')}</w:r>" if text else ""


def _field(instruction: str) -> str:
    """A field that Word counts, with a result for readers that do not."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
