"""The house style that is built in: fonts, headings, lists, tables and references."""

from __future__ import annotations

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

_FONT = "Arial"
_INK = RGBColor(0x1A, 0x1A, 0x1A)
_BLUE = RGBColor(0x15, 0x42, 0x73)
# Dark enough on white for readers with poor sight (a contrast of 7 to 1).
_GREY = RGBColor(0x59, 0x59, 0x59)
_TABLE = f"""<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="NoteTable">
<w:name w:val="Note Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>
<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="154273"/>
<w:bottom w:val="single" w:sz="8" w:space="0" w:color="154273"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/></w:tblBorders>
<w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="80" w:type="dxa"/>
<w:bottom w:w="50" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto"
w:fill="E8EEF4"/></w:tcPr></w:tblStylePr></w:style>"""
_SHADE = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="FFF2B3"/>'


def set_style(shell: Document, language: str) -> None:
    """Give the document its styles and its language (``nl-NL`` or ``en-GB``)."""
    _drop_table_styles(shell)
    styles = shell.styles
    normal = styles["Normal"]
    _font(normal, 10)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.15
    _language(shell, language)
    _headings(shell)
    _lists(shell)
    facts = _paragraph_style(shell, "NoteFact", "Note Fact")
    facts.paragraph_format.space_after = Pt(2)
    _hanging(facts, Mm(38))
    last = _paragraph_style(shell, "NoteFactLast", "Note Fact Last")
    last.base_style = facts
    last.paragraph_format.space_after = Pt(10)
    lead = _paragraph_style(shell, "NoteLead", "Note Lead")
    lead.paragraph_format.space_before, lead.paragraph_format.space_after = Pt(8), Pt(4)
    lead.paragraph_format.keep_with_next = True
    text = _paragraph_style(shell, "TableText", "Table Text")
    text.font.size = Pt(9)
    text.paragraph_format.space_after = Pt(0)
    text.paragraph_format.line_spacing = 1.05
    sources = _paragraph_style(shell, "NoteSource", "Note Source")
    sources.font.size = Pt(9)
    sources.paragraph_format.space_after = Pt(4)
    _hanging(sources, Mm(10))
    _characters(shell)
    _footer(shell)
    styles.element.append(parse_xml(_TABLE))


def _headings(shell: Document) -> None:
    for name, size, before, after in (
        ("Title", 18, 0, 10),
        ("Heading 1", 14, 18, 6),
        ("Heading 2", 11.5, 14, 4),
        ("Heading 3", 10, 12, 3),
    ):
        style = shell.styles[name]
        _font(style, size)
        style.font.bold, style.font.color.rgb = True, _BLUE
        style.font.italic = False
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.line_spacing = 1.1
        style.paragraph_format.keep_with_next = True
    for border in list(shell.styles["Title"].element.iter(qn("w:pBdr"))):
        border.getparent().remove(border)


def _lists(shell: Document) -> None:
    for name in ("List Bullet", "List Bullet 2", "List Bullet 3"):
        bullet = shell.styles[name]
        bullet.paragraph_format.space_after = Pt(4)
        # The template sets the items of a list close together, however long they are.
        for close in list(bullet.element.iter(qn("w:contextualSpacing"))):
            close.getparent().remove(close)


def _characters(shell: Document) -> None:
    reference = _character_style(shell, "SourceReference", "Source Reference")
    reference.font.superscript, reference.font.color.rgb = True, _BLUE
    link = _character_style(shell, "Hyperlink", "Hyperlink")
    link.font.underline, link.font.color.rgb = True, _BLUE
    remark = _character_style(shell, "NoteRemark", "Note Remark")
    remark.font.size, remark.font.color.rgb = Pt(8.5), _GREY
    fill = _character_style(shell, "NoteToFill", "Note To Fill")
    fill.font.bold = True
    fill.element.get_or_add_rPr().append(parse_xml(_SHADE))


def _footer(shell: Document) -> None:
    """Take out the template's tab stops, which are for another paper."""
    style = shell.styles["Footer"]
    for stops in list(style.element.iter(qn("w:tabs"))):
        stops.getparent().remove(stops)
    style.font.size = Pt(8.5)


def _paragraph_style(shell: Document, id: str, name: str) -> ParagraphStyle:
    style: ParagraphStyle = shell.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.element.set(qn("w:styleId"), id)
    style.base_style = shell.styles["Normal"]
    return style


def _character_style(shell: Document, id: str, name: str) -> CharacterStyle:
    style: CharacterStyle = shell.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    style.element.set(qn("w:styleId"), id)
    return style


def _hanging(style: ParagraphStyle, indent: Mm) -> None:
    style.paragraph_format.left_indent = indent
    style.paragraph_format.first_line_indent = Mm(-indent.mm)
    style.paragraph_format.tab_stops.add_tab_stop(indent)


def _font(style: ParagraphStyle, size: float) -> None:
    style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(size), _INK
    fonts = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), _FONT)


def _language(shell: Document, language: str) -> None:
    for found in shell.styles.element.iter(qn("w:lang")):
        for attribute in ("val", "eastAsia"):
            found.set(qn(f"w:{attribute}"), language)
    for found in shell.settings.element.iter(qn("w:themeFontLang")):
        found.set(qn("w:val"), language)


def _drop_table_styles(shell: Document) -> None:
    """Take out the template's hundred table styles: none is used, and they fill ten pages."""
    styles = shell.styles.element
    for style in list(styles.iter(qn("w:style"))):
        kept = style.get(qn("w:styleId")) == "TableNormal"
        if style.get(qn("w:type")) == "table" and not kept:
            styles.remove(style)
