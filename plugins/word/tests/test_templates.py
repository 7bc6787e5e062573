"""Templates that users hand in: what is theirs stays, and the note takes their styles."""

import datetime as dt
import io
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from plugins.word.tests.house_styles import dutch, english, own, saved, twips

import ssrpolicy
from ssrpolicy import Language, OptionError
from ssrpolicy.reporting import InputFile
from ssrpolicy.testing import small_record

pytestmark = pytest.mark.heavy

Laid = Callable[..., tuple[Document, tuple[str, ...]]]


@pytest.fixture
def laid() -> Laid:
    """A function that gives a note in a template opened again, and what was remarked."""

    def laid(
        data: bytes,
        name: str = "huisstijl.dotx",
        language: Language = "nl",
        sources: str = "footnotes",
    ) -> tuple[Document, tuple[str, ...]]:
        out = io.BytesIO()
        remarks = ssrpolicy.report(
            small_record(),
            "word-dossier",
            out,
            as_of=dt.date(2011, 4, 1),
            language=language,
            options={"template": InputFile(name=name, data=data), "sources": sources},
        )
        return docx.Document(out), remarks

    return laid


def styles_of(note: Document) -> set[str]:
    """The names of the styles of the paragraphs of a note, those in tables too."""
    body = note._body  # noqa: SLF001 - python-docx has no door to cells
    found = (Paragraph(p, body).style for p in note.element.body.iter(qn("w:p")))
    return {str(style.name) for style in found if style is not None}


def test_a_dutch_template_keeps_what_is_its_own(laid: Laid) -> None:
    """Header, logo, footer, page and the text around the bookmark stay; its own text gives way."""
    note, _ = laid(dutch())
    texts = [paragraph.text for paragraph in note.paragraphs]
    first, second = note.sections
    assert first.header.paragraphs[0].text == "Ministerie van Wolken"
    assert [r for r in first.header.part.rels.values() if r.reltype.endswith("/image")] != []
    assert first.footer.paragraphs[0].text == "Vertrouwelijk"
    assert (first.left_margin, second.page_width) == (twips(60), twips(297))
    assert (texts[0], texts[-3]) == ("Vóór de notitie.", "Na de notitie.")
    assert "Hier komt de notitie." not in texts
    assert texts[1].startswith("Dossier: ")


def test_styles_are_found_under_their_dutch_names(laid: Laid) -> None:
    """Titel, Kop 1, Lijstopsomming and Tabelraster are used; nothing is said to be missing."""
    note, remarks = laid(dutch())
    used = styles_of(note)
    assert {"Titel", "Kop 1", "Lijstopsomming"} <= used
    assert {table.style.name for table in note.tables if table.style} == {"Tabelraster"}
    assert not {name for name in used if name.startswith(("Heading", "List Bullet"))}
    assert [text for text in remarks if "Kop 1" in text or "Tabelraster" in text] == []


def test_tables_are_as_wide_as_the_text_of_their_section(laid: Laid) -> None:
    """The margins of the section with the bookmark count, not those of the last one."""
    note, _ = laid(dutch())
    section = note.sections[0]
    sides = (section.page_width, section.left_margin, section.right_margin)
    page, left, right = (side.twips if side is not None else 0 for side in sides)
    for table in note.tables:
        columns = [
            int(str(column.get(qn("w:w"))))
            for column in table._tbl.iter(qn("w:gridCol"))  # noqa: SLF001 - python-docx has no door to twips
        ]
        assert abs(sum(columns) - (page - left - right)) <= len(columns)


def test_a_narrow_page_leaves_room_for_numbers() -> None:
    """A column takes what a number of two signs needs, with the margins of Word's own tables."""
    template = docx.Document()
    template.sections[0].left_margin = twips(60)
    out = io.BytesIO()
    house_style = InputFile(name="smal.docx", data=saved(template))
    ssrpolicy.report(
        small_record(), "word", out, as_of=dt.date(2011, 4, 1), options={"template": house_style}
    )

    tables = docx.Document(out).tables
    assert tables[0].cell(0, 0).text == "Nr."
    for table in tables:
        columns = [int(str(each.get(qn("w:w")))) for each in table._tbl.iter(qn("w:gridCol"))]  # noqa: SLF001 - python-docx has no door to twips
        assert min(columns) >= 500


def test_without_a_bookmark_the_note_stands_at_the_end(laid: Laid) -> None:
    """It comes after the text, in the place of the empty paragraph that Word leaves there."""
    note, remarks = laid(english(), "Template.docx", "en")
    texts = [paragraph.text for paragraph in note.paragraphs]
    assert texts[0] == "House style of the Ministry of Clouds."
    assert texts[1].startswith("Record: ")
    assert "" not in texts
    assert {"Title", "Heading 1"} <= styles_of(note)
    assert remarks == (
        (
            "The template Template.docx has no styles “Hyperlink”, “footnote reference” "
            "(Voetnootmarkering) and “footnote text” (Voetnoottekst); the styles of the built-in "
            "house style were put in."
        ),
    )


def test_any_number_of_empty_paragraphs_at_the_end_gives_way(laid: Laid) -> None:
    """Ten thousand are gone through once; those before the last text stay."""
    template = docx.Document()
    for text in ("Eerste", "", "Laatste", *[""] * 10_000):
        template.add_paragraph(text)
    note, _ = laid(saved(template))
    texts = [paragraph.text for paragraph in note.paragraphs]
    assert texts[:3] == ["Eerste", "", "Laatste"]
    assert texts[3].startswith("Dossier: ")
    assert "" not in texts[3:]


def test_styles_of_their_own_are_known_by_what_they_do(laid: Laid) -> None:
    """A heading is known by its level, a list by its bullets, a table style by being one."""
    note, remarks = laid(own(), "bz.dotx")
    used = styles_of(note)
    assert {"BZ Hoofdstuk", "BZ Paragraaf", "BZ Opsomming"} <= used
    nested = note.tables[0].cell(0, 1).tables
    assert {table.style.name for table in nested if table.style} == {"BZ Tabel"}
    assert (
        "The template bz.dotx has no style “heading 1” (Kop 1); "
        "“BZ Hoofdstuk” was used in its place."
    ) in remarks
    assert (
        "The template bz.dotx has no style “List Bullet” (Lijst opsom.teken); "
        "“BZ Opsomming” was used in its place."
    ) in remarks


def test_a_bookmark_in_a_cell_is_filled_there(laid: Laid) -> None:
    """The note stands in the cell, its tables fit in it, and the cell ends with a paragraph."""
    note, _ = laid(own(), "bz.dotx")
    cell = note.tables[0].cell(0, 1)
    assert note.tables[0].cell(0, 0).text == "Afzender"
    assert cell.paragraphs[0].text.startswith("Dossier: ")
    assert cell.tables
    assert cell._tc[-1].tag == qn("w:p")  # noqa: SLF001 - python-docx has no door to its order


@pytest.mark.parametrize(
    "template, asked, marked",
    [(dutch, "nl", False), (dutch, "en", True), (english, "en", False), (own, "nl", True)],
)
def test_language_is_set_where_the_template_has_another(
    laid: Laid,
    template: Callable[[], bytes],
    asked: Language,
    marked: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    """The title bears its language unless the styles say the same; so do all runs."""
    note, _ = laid(template(), language=asked)
    texts = {"".join(p.itertext()): p for p in note.element.body.iter(qn("w:p"))}
    title = next(p for text, p in texts.items() if text.startswith(("Dossier: ", "Record: ")))
    tags = [element.get(qn("w:val")) for element in title.iter(qn("w:lang"))]
    assert tags == ([{"nl": "nl-NL", "en": "en-GB"}[asked]] if marked else [])


def test_a_template_without_styles_gets_the_house_s(laid: Laid) -> None:
    """That is said in one sentence; every style that is used is there."""
    template = docx.Document(io.BytesIO(english()))
    for style in list(template.styles.element):
        template.styles.element.remove(style)
    note, remarks = laid(saved(template), "kaal.docx")
    tags = (qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
    used = {element.get(qn("w:val")) for element in note.element.body.iter(*tags)}
    assert remarks == (
        "The template kaal.docx has no styles; the built-in house style was put in.",
    )
    assert used <= {style.style_id for style in note.styles}


def test_a_note_can_be_the_template_of_the_next(laid: Laid) -> None:
    """Its styles need no remark, its references to notes do; no bookmark or id is there twice."""
    out = io.BytesIO()
    ssrpolicy.report(small_record(), "word-dossier", out, as_of=dt.date(2011, 4, 1))
    note, remarks = laid(out.getvalue(), "notitie.docx")
    names = [mark.get(qn("w:name")) for mark in note.element.body.iter(qn("w:bookmarkStart"))]
    ids = [n.get(qn("w:id")) for n in note.element.body.iter(qn("w:footnoteReference"))]
    assert len(remarks) == 1
    assert remarks[0].startswith("Fields of the template notitie.docx still show")
    assert len(set(names)) == len(names)
    assert len(set(ids)) == len(ids)


def test_the_same_template_gives_the_same_bytes() -> None:
    """Nothing of the moment comes in with a template."""
    given = {"template": InputFile(name="huisstijl.dotx", data=dutch())}

    def written() -> bytes:
        out = io.BytesIO()
        ssrpolicy.report(
            small_record(), "word-dossier", out, as_of=dt.date(2011, 4, 1), options=given
        )
        return out.getvalue()

    assert written() == written()


def test_a_bookmark_in_a_text_box_is_refused(laid: Laid) -> None:
    """Word allows no footnotes there; the error says where the bookmark can stand."""
    template = docx.Document()
    paragraph = template.add_paragraph()
    box = parse_xml(
        f'<w:r {nsdecls("w")}><w:pict><w:txbxContent><w:p><w:bookmarkStart w:id="1" '
        'w:name="SSRpolicy"/><w:bookmarkEnd w:id="1"/></w:p></w:txbxContent></w:pict></w:r>'
    )
    paragraph._p.append(box)  # noqa: SLF001 - python-docx has no door to text boxes
    with pytest.raises(OptionError, match="stands in a text box"):
        laid(saved(template))
