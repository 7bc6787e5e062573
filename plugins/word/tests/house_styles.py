"""Templates of several houses: in Dutch, in English, and with styles of their own."""

import io

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length, Mm, Twips
from docx.text.paragraph import Paragraph

# A picture of one point, for a logo.
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d494844520000000100000001080200000090"
    "7753de0000000c49444154789c63f8ffff3f0005fe02fe0def46b8000000"
    "0049454e44ae426082"
)


DUTCH = {
    "Title": "Titel",
    "Heading 1": "Kop 1",
    "Heading 2": "Kop 2",
    "Heading 3": "Kop 3",
    "List Bullet": "Lijstopsomming",
    "List Bullet 2": "Lijst opsom.teken 2",
    "List Bullet 3": "Lijst opsom.teken 3",
    "Table Grid": "Tabelraster",
}


def saved(document: Document) -> bytes:
    """The bytes of a document of python-docx."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def twips(millimetres: int) -> Length:
    """A length as Word keeps it, in whole twips."""
    return Twips(round(Mm(millimetres).twips))


def mark(paragraph: Paragraph, name: str = "ssrpolicy") -> None:
    """Set a bookmark around what a paragraph holds."""
    element = paragraph._p  # noqa: SLF001 - python-docx has no door to bookmarks
    start = parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="7" w:name="{name}"/>')
    element.insert(1 if element.pPr is not None else 0, start)
    element.append(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="7"/>'))


def language(document: Document, tag: str) -> None:
    """Give a template a language."""
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), tag)


def dutch() -> bytes:
    """A Dutch house style: Dutch names, a logo, and a text with a landscape section after it."""
    template = docx.Document()
    for name, called in DUTCH.items():
        element = template.styles[name].element
        element.find(qn("w:name")).set(qn("w:val"), called)
        element.set(qn("w:styleId"), called.replace(" ", "").replace(".", ""))
    language(template, "nl-NL")
    header = template.sections[0].header.paragraphs[0]
    header.text = "Ministerie van Wolken"
    header.add_run().add_picture(io.BytesIO(PICTURE), width=Mm(20))
    template.sections[0].footer.paragraphs[0].text = "Vertrouwelijk"
    template.sections[0].left_margin = Mm(60)
    template.add_paragraph("Vóór de notitie.")
    mark(template.add_paragraph("Hier komt de notitie."))
    template.add_paragraph("Na de notitie.")
    section = template.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    template.add_paragraph("Liggend blad.")
    return saved(template)


def english() -> bytes:
    """A template as Word makes it in English, without a bookmark, and with an empty paragraph."""
    template = docx.Document()
    language(template, "en-GB")
    template.add_paragraph("House style of the Ministry of Clouds.")
    template.add_paragraph()
    return saved(template)


def own() -> bytes:
    """Styles under names of its own only, and the bookmark in a cell next to a column of data."""
    template = docx.Document()
    styles = template.styles.element
    number = template.styles["List Bullet"].element.find(f".//{qn('w:numId')}")
    for style in list(styles.iter(qn("w:style"))):
        if style.get(qn("w:default")) is None:
            styles.remove(style)
    for name, properties in (
        ("BZ Hoofdstuk", '<w:outlineLvl w:val="0"/>'),
        ("BZ Paragraaf", '<w:outlineLvl w:val="1"/>'),
        ("BZ Opsomming", f'<w:numPr><w:numId w:val="{number.get(qn("w:val"))}"/></w:numPr>'),
    ):
        style = template.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.element.append(parse_xml(f"<w:pPr {nsdecls('w')}>{properties}</w:pPr>"))
    template.styles.add_style("BZ Tabel", WD_STYLE_TYPE.TABLE)
    language(template, "fr-FR")
    table = template.add_table(1, 2)
    table.cell(0, 0).text = "Afzender"
    mark(table.cell(0, 1).paragraphs[0])
    return saved(template)
