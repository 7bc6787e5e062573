"""Text that a template hides by a style or in the label of a list does not pass into a note."""

import pytest
from plugins.word.tests.templates import SECRET, SEEN, WML, in_template, root_of

pytestmark = pytest.mark.heavy


def test_what_hides_in_a_style_is_found() -> None:
    """Text of a style that hides it is left out; in the note that style hides nothing."""
    style = (
        '<w:style w:type="character" w:styleId="Verborgen"><w:name w:val="Verborgen"/>'
        '<w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="Ook">'
        '<w:name w:val="Ook"/><w:basedOn w:val="Verborgen"/></w:style></w:styles>'
    )
    plain = in_template(SEEN).parts["word/styles.xml"]
    run = '<w:r><w:rPr><w:rStyle w:val="{}"/>{}</w:rPr><w:t>{}</w:t></w:r>'
    shown = run.format("Ook", '<w:vanish w:val="0"/>', "Huisstijl.")
    note = in_template(
        f"<w:p>{run.format('Ook', '', 'Geheim')}{shown}</w:p>",
        added={"word/styles.xml": plain.replace(b"</w:styles>", style.encode())},
    )
    assert note.texts()[0] == "Huisstijl."
    assert "vanish" not in note.xml("word/styles.xml")
    assert "Left out of the template huisstijl.dotx: 1 hidden text." in note.remarks


HIDING = "<w:rPr><w:vanish/></w:rPr>"


@pytest.mark.parametrize(
    "style",
    [
        HIDING,
        f'<w:tblStylePr w:type="wholeTable">{HIDING}</w:tblStylePr>',
        f'<w:tblStylePr w:type="firstRow">{HIDING}</w:tblStylePr>',
        f'<w:tblStylePr w:type="firstCol">{HIDING}</w:tblStylePr>',
        f'<w:tblStylePr w:type="nwCell">{HIDING}</w:tblStylePr>',
    ],
)
@pytest.mark.parametrize("default", [True, False])
def test_what_the_style_of_a_table_hides_is_left_out(style: str, *, default: bool) -> None:
    """Named by the table, by one that the style is based on, or as that of all tables."""
    marked = 'w:default="1" ' if default else ""
    styles = (
        f'<w:style w:type="table" {marked}w:styleId="Geheimvak"><w:name w:val="vak"/>{style}'
        '</w:style><w:style w:type="table" w:styleId="Vak2"><w:name w:val="vak2"/>'
        '<w:basedOn w:val="Geheimvak"/></w:style></w:styles>'
    )
    named = "" if default else '<w:tblStyle w:val="Vak2"/>'
    shown = '<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Wel</w:t></w:r></w:p>'
    row = f"<w:tr><w:tc>{SECRET}{shown}</w:tc></w:tr>"
    plain = in_template(SEEN).parts["word/styles.xml"].replace(b'w:default="1"', b"")
    note = in_template(
        f"{SEEN}<w:tbl><w:tblPr>{named}</w:tblPr><w:tblGrid/>{row}</w:tbl>",
        added={"word/styles.xml": plain.replace(b"</w:styles>", styles.encode())},
    )
    assert "Geheim" not in note.xml()
    assert "Wel" in note.xml()
    assert "Left out of the template huisstijl.dotx: 1 hidden text." in note.remarks


def test_what_another_part_of_a_table_hides_stays() -> None:
    """A style that hides the last row leaves the first one."""
    styles = (
        '<w:style w:type="table" w:styleId="Vak"><w:name w:val="vak"/>'
        f'<w:tblStylePr w:type="lastRow">{HIDING}</w:tblStylePr></w:style></w:styles>'
    )
    plain = in_template(SEEN).parts["word/styles.xml"]
    rows = "".join(f"<w:tr><w:tc>{each}</w:tc></w:tr>" for each in (SEEN, SECRET))
    note = in_template(
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Vak"/></w:tblPr><w:tblGrid/>{rows}</w:tbl>',
        added={"word/styles.xml": plain.replace(b"</w:styles>", styles.encode())},
    )
    assert "Geheim" not in note.xml()
    assert "Huisstijl." in note.xml()


def test_a_hidden_label_of_a_list_is_left_out() -> None:
    """Its words are in no part; the list stays a list."""
    level = (
        '<w:abstractNum w:abstractNumId="77"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="decimal"/><w:lvlText w:val="Geheim %1"/>{HIDING}</w:lvl></w:abstractNum>'
    )
    number = '<w:num w:numId="77"><w:abstractNumId w:val="77"/></w:num>'
    paragraph = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr></w:pPr>'
        "<w:r><w:t>Huisstijl.</w:t></w:r></w:p>"
    )
    note = in_template(
        paragraph,
        added={
            "word/numbering.xml": (f"{WML}.numbering+xml", root_of("w:numbering", level + number))
        },
    )
    assert "Geheim" not in note.whole
    assert "vanish" not in note.xml("word/numbering.xml")
    assert "Left out of the template huisstijl.dotx: 1 hidden text." in note.remarks
