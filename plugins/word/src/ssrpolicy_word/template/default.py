"""The default template, which is built in: one like any other, in the language of the note."""

from functools import cache
from importlib.resources import files

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package
from docx.parts.document import DocumentPart
from docx.parts.hdrftr import FooterPart
from docx.parts.numbering import NumberingPart
from docx.parts.settings import SettingsPart
from docx.parts.styles import StylesPart

from ssrpolicy.views import Note
from ssrpolicy_word.messages import _
from ssrpolicy_word.parts import DECLARED, W, free_name, kind
from ssrpolicy_word.text import characters, field, language_tag

TEXT_WIDTH = 9524
"""The width of its text in twips: A4 with margins of 21 mm."""
_LANGUAGE = b'"nl-NL"'
_PARTS = (
    ("styles", StylesPart, CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES),
    ("numbering", NumberingPart, CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING),
    ("settings", SettingsPart, CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS),
    ("fontTable", Part, CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE),
    ("theme", Part, CONTENT_TYPE.OFC_THEME, RELATIONSHIP_TYPE.THEME),
)


@cache
def default_part(name: str) -> bytes:
    """Return a part of the default template as it is kept: "styles", "numbering"."""
    return files("ssrpolicy_word").joinpath("template", "parts", f"{name}.xml").read_bytes()


def default_template(note: Note) -> DocumentPart:
    """Return the main part of the default template for a note, in a package of its own."""
    package = Package()
    name, media_type = PackURI("/word/document.xml"), CONTENT_TYPE.WML_DOCUMENT_MAIN
    main: DocumentPart = DocumentPart.load(name, media_type, default_part("document"), package)
    package.relate_to(main, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    language = f'"{language_tag(note.language)}"'.encode()
    for part_name, part_class, part_type, relation in _PARTS:
        content = default_part(part_name).replace(_LANGUAGE, language)
        name = PackURI(f"/word/{part_name}.xml")
        main.relate_to(part_class.load(name, part_type, content, package), relation)
    name, media_type = PackURI("/word/footer1.xml"), CONTENT_TYPE.WML_FOOTER
    footer = FooterPart.load(name, media_type, _footer(note).encode("utf-8"), package)
    main.load_rel(RELATIONSHIP_TYPE.FOOTER, footer, "rIdFooter")
    return main


def put_default_styles(main: DocumentPart) -> StylesPart:
    """Put in the styles of the default template, its defaults only; the rest comes as needed."""
    package = main.package
    for id in [id for id, found in main.rels.items() if kind(found) == "styles"]:
        del main.rels[id]
    name = free_name(package, "/word/styles.xml")
    part: StylesPart = StylesPart.load(
        name, CONTENT_TYPE.WML_STYLES, default_part("styles"), package
    )
    for style in part.element.findall(W("style")):
        if style.get(W("default")) is None:
            part.element.remove(style)
    main.relate_to(part, RELATIONSHIP_TYPE.STYLES)
    return part


def _footer(note: Note) -> str:
    """The foot of every page: the subject, and which page of how many it is."""
    before, _, rest = note.page.partition("{page}")
    between, _, after = rest.partition("{pages}")
    page, pages = field("PAGE", "1"), field("NUMPAGES", "1")
    number = f"{_text(before)}{page}{_text(between)}{pages}{_text(after)}"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:ftr {DECLARED}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:tabs>'
        f'<w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs></w:pPr>'
        f"{_text(note.subject)}<w:r><w:tab/></w:r>{number}</w:p></w:ftr>"
    )


def _text(text: str) -> str:
    foot = _("The foot of the page")
    return f"<w:r>{characters(text, foot)}</w:r>" if text else ""
