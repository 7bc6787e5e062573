"""What a template carries besides house style does not pass into a note, and that is said."""

import re
from collections.abc import Callable

import pytest
from plugins.word.tests.leaking import CASES, PIXEL, blip, linked, objects
from plugins.word.tests.templates import SEEN, WML, in_template, root_of

pytestmark = pytest.mark.heavy

TRACES = re.compile(
    r"geheim|Jansen|comment(?:Range|Reference)|w:vanish|altChunk|subDoc|OLEObject|w:control|oleObject"
    r"|attachedTemplate|mailMerge|docVar|rsid|dataBinding|glossary|permStart|permEnd|activeX",
    re.IGNORECASE,
)


@pytest.mark.parametrize("told", CASES)
def test_it_is_left_out_and_said(told: str) -> None:
    """No trace of it is left in any part, what a reader sees is, and the remark counts it."""
    note = CASES[told]()
    assert TRACES.findall(note.whole) == []
    assert note.texts()[0] == "Huisstijl."
    assert f"Left out of the template huisstijl.dotx: {told}." in note.remarks


@pytest.mark.office
def test_what_is_left_can_be_opened(converted: Callable[[bytes, str, str], bytes]) -> None:
    """LibreOffice opens each, shows what a reader saw, and nothing else of the template."""
    for made in CASES.values():
        text = converted(made().data, "docx", "txt").decode()
        assert "Huisstijl." in text
        assert "Geheim" not in text


def test_a_drawing_of_many_pictures_that_are_not_there_takes_no_time() -> None:
    """It is left out once, however many it has."""
    many = '<a:blip r:embed="rIdNone"/>' * 30_000
    note = in_template(f"{SEEN}<w:p><w:r><w:drawing>{many}</w:drawing></w:r></w:p>")
    assert "blip" not in note.xml()


def test_pictures_of_objects_stay() -> None:
    """Of an embedded object, what a reader sees is its picture."""
    note = objects()
    assert note.xml().count("v:imagedata") == 2
    assert note.parts["word/media/x.png"] == PIXEL


def test_a_link_to_a_file_leaves_its_words() -> None:
    """Its text stays, and the other link leads on."""
    note = linked()
    assert "BestandWeb" in note.texts()
    assert "https://www.rijksoverheid.nl/" in note.xml("word/_rels/document.xml.rels")


def test_a_path_is_no_description_of_a_picture() -> None:
    """Programs put it there; it names a machine, and is of no use to who cannot see."""
    note = in_template(
        SEEN + blip('r:embed="rIdI"', 'descr="C:\\Users\\Geheim\\logo.png" title="Logo"'),
        added={"word/media/x.png": ("image/png", PIXEL)},
        relations={"rIdI": ("image", "media/x.png")},
    )
    assert "Geheim" not in note.whole
    assert 'title="Logo"' in note.xml()


def test_what_only_the_replaced_text_used_is_gone() -> None:
    """A footnote and a picture in the text that the note replaces do not stay behind it."""
    note = in_template(
        f'{SEEN}<w:p><w:bookmarkStart w:id="7" w:name="ssrpolicy"/><w:r><w:t>Hier</w:t></w:r>'
        '<w:r><w:footnoteReference w:id="2"/></w:r>'
        + blip('r:embed="rIdI"').removeprefix("<w:p>").removesuffix("</w:p>")
        + '<w:bookmarkEnd w:id="7"/></w:p>',
        added={
            "word/media/x.png": ("image/png", PIXEL),
            "word/footnotes.xml": (
                f"{WML}.footnotes+xml",
                root_of(
                    "w:footnotes",
                    '<w:footnote w:id="2"><w:p><w:r><w:t>Geheim</w:t></w:r></w:p></w:footnote>',
                ),
            ),
        },
        relations={"rIdI": ("image", "media/x.png"), "rIdF": ("footnotes", "footnotes.xml")},
    )
    assert "Geheim" not in note.whole
    assert "word/media/x.png" not in note.parts


def test_house_style_stays() -> None:
    """A logo in the header, the theme and the lists are in the note as they were."""
    logo = blip('r:embed="rIdI"', 'descr="Logo van het ministerie"')
    links = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rIdI" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/image" Target="media/x.png"/></Relationships>'
    )
    note = in_template(
        SEEN,
        section='<w:headerReference w:type="default" r:id="rIdH"/>',
        added={
            "word/media/x.png": ("image/png", PIXEL),
            "word/header7.xml": (f"{WML}.header+xml", root_of("w:hdr", logo)),
            "word/_rels/header7.xml.rels": links,
        },
        relations={"rIdH": ("header", "header7.xml")},
    )
    assert note.parts["word/media/x.png"] == PIXEL
    assert "Logo van het ministerie" in note.xml("word/header7.xml")
    assert "word/theme/theme1.xml" in note.parts
    assert note.remarks == in_template(SEEN).remarks
