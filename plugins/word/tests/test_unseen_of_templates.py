"""What a template holds that no reader sees on its pages does not pass into a note."""

import pytest
from plugins.word.tests.leaking import PIXEL, blip
from plugins.word.tests.templates import SEEN, SPACES, WML, NoteInTemplate, in_template, root_of

pytestmark = pytest.mark.heavy

SHOWN = "<w:r><w:t>Huisstijl.</w:t></w:r>"


def field(properties: str, name: str = "FORMTEXT") -> str:
    """A field of a form, with what it is and shows."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{properties}</w:ffData></w:fldChar></w:r>'
        f'<w:r><w:instrText>{name}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/>'
        f'</w:r>{SHOWN}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def control(properties: str) -> str:
    """A content control around what a reader sees."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{SHOWN}</w:sdtContent></w:sdt>"


def run(properties: str, text: str = "Geheim") -> str:
    """A run of text."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def in_run(content: str) -> str:
    """A run with something in it."""
    return f"<w:r>{content}</w:r>"


TEXT = "<w:t>Huisstijl.</w:t>"
FALLBACK = "<mc:Fallback><w:t>Geheim</w:t></mc:Fallback>"
ART = '<mc:Fallback><w:pict><v:shape><v:textpath string="Geheim"/></v:shape></w:pict></mc:Fallback>'
BLUE = '<w:tcPr><w:shd w:val="clear" w:fill="154273"/></w:tcPr>'
BLUE_ROW = '<w:tblPrEx><w:shd w:val="clear" w:fill="154273"/></w:tblPrEx>'
WHITE = run('<w:color w:val="FFFFFF"/>')
CHOICES = '<w:listItem w:displayText="{0}" w:value="{0}1"/>'.format("Geheim")
HELP = '<w:helpText w:type="text" w:val="Geheim"/><w:statusText w:type="text" w:val="Geheim"/>'
CONTROL = "content control"
FORM = "field of a form"
MARKS = '<w:bookmarkStart w:id="{0}" w:name="{1}"/>{2}<w:bookmarkEnd w:id="{0}"/>'
OTHER = '<mc:AlternateContent><mc:Choice Requires="wps">{}</mc:Choice>{}</mc:AlternateContent>'
UNKNOWN = (
    '<mc:AlternateContent xmlns:x="urn:x"><mc:Choice Requires="x">{}</mc:Choice>'
    "<mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
)

CASES = {
    "title of a control": (control('<w:alias w:val="Geheim"/>'), CONTROL),
    "tag of a control": (control('<w:tag w:val="Geheim"/><w:text/>'), CONTROL),
    "choices": (control(f"<w:dropDownList>{CHOICES}</w:dropDownList>"), CONTROL),
    "choices to type": (control(f"<w:comboBox>{CHOICES}</w:comboBox>"), CONTROL),
    "a gallery": (
        control('<w:docPartList><w:docPartCategory w:val="Geheim"/></w:docPartList>'),
        CONTROL,
    ),
    "help of a form": (field(f'<w:name w:val="Geheim"/><w:enabled/>{HELP}<w:textInput/>'), FORM),
    "what was in a form": (field('<w:textInput><w:default w:val="Geheim"/></w:textInput>'), FORM),
    "choices of a form": (
        field(
            '<w:ddList><w:result w:val="1"/><w:listEntry w:val="Geheim"/>'
            '<w:listEntry w:val="Open"/></w:ddList>',
            "FORMDROPDOWN",
        ),
        FORM,
    ),
    "a bookmark": (MARKS.format(41, "Geheim", SHOWN), ""),
    "what old versions show": (in_run(OTHER.format(TEXT, FALLBACK)), "hidden text"),
    "letters for old versions": (in_run(OTHER.format(TEXT, ART)), "hidden text"),
    "what no version shows": (in_run(UNKNOWN.format("<w:t>Geheim</w:t>", TEXT)), "hidden text"),
    "white": (SHOWN + WHITE, "hidden text"),
    "nearly white": (SHOWN + run('<w:color w:val="FAFBFA"/>'), "hidden text"),
    "of one point": (SHOWN + run('<w:sz w:val="2"/>'), "hidden text"),
    "a line high": (SHOWN + run('<w:w w:val="1"/>'), "hidden text"),
    "blacked out": (
        SHOWN + run('<w:color w:val="000000"/><w:highlight w:val="black"/>'),
        "hidden text",
    ),
    "of the colour behind it": (
        SHOWN + run('<w:color w:val="154273"/><w:shd w:val="clear" w:fill="154273"/>'),
        "hidden text",
    ),
    "the path of a link": (
        SHOWN.join((r'<w:hyperlink w:anchor="a" w:tooltip="H:\Geheim\a.docx">', "</w:hyperlink>")),
        "",
    ),
    "elements of others": (
        f'{SHOWN}<x:a xmlns:x="urn:x"><x:b x:c="Geheim">Geheim</x:b></x:a>',
        "set of data (custom XML)",
    ),
    "attributes of others": (f'<w:r xmlns:x="urn:x" x:c="Geheim">{SHOWN[5:]}', ""),
    "words between elements": (f"Geheim{SHOWN}Geheim", ""),
    "a condition on data": (
        '<w:fldSimple w:instr="IF 1 = 2 Geheim Huisstijl.">' + SHOWN + "</w:fldSimple>",
        None,
    ),
    "an entry of an index": (SHOWN + '<w:fldSimple w:instr="XE Geheim"/>', None),
}


@pytest.mark.parametrize("case", CASES)
def test_it_is_left_out(case: str) -> None:
    """No part has it, what a reader sees stays, and a remark counts what somebody would miss."""
    body, told = CASES[case]
    note = in_template(f"<w:p>{body}</w:p>")
    assert "Geheim" not in note.whole
    assert note.texts()[0] == "Huisstijl."
    if told is not None:
        left = [each for each in note.remarks if each.startswith("Left out")]
        expected = [f"Left out of the template huisstijl.dotx: 1 {told}."] if told else []
        assert [each.replace("names, hints and choices of 1 ", "1 ") for each in left] == expected


def test_a_choice_that_was_made_stays() -> None:
    """A list of a form says by its number what it shows."""
    note = in_template(f"<w:p>{CASES['choices of a form'][0]}</w:p>")
    assert '<w:listEntry w:val="Open"/>' in note.xml()
    assert "w:result" not in note.xml()


def test_bookmarks_that_something_leads_to_stay() -> None:
    """A link, and a field over several runs, find what they lead to."""
    link = '<w:hyperlink w:anchor="Bijlage"><w:r><w:t>bijlage</w:t></w:r></w:hyperlink>'
    to_page = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF _Ref</w:instrText>'
        '</w:r><w:r><w:instrText>12 \\h</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/>'
        "</w:r>"
    )
    marked = "".join(
        MARKS.format(n, name, SHOWN) for n, name in enumerate(("Bijlage", "_Ref12", "Geheim"), 50)
    )
    note = in_template(f"<w:p>{link}{to_page}{marked}</w:p>")
    assert all(f'w:name="{name}"' in note.xml() for name in ("Bijlage", "_Ref12"))
    assert note.xml().count("bookmarkStart") == note.xml().count("bookmarkEnd")


@pytest.mark.parametrize(
    "kept",
    [
        run('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="154273"/>'),
        run('<w:color w:val="FFFFFF"/><w:highlight w:val="darkBlue"/>'),
        run('<w:color w:val="154273"/><w:sz w:val="8"/>'),
        # Word writes letters without a colour of their own in white on black.
        run('<w:color w:val="auto"/><w:highlight w:val="black"/>'),
        run('<w:color w:val="000000"/><w:highlight w:val="yellow"/><w:w w:val="66"/>'),
        run('<w:color w:val="000000"/><w:shd w:val="clear" w:color="auto" w:fill="auto"/>'),
        f'</w:p><w:p><w:pPr><w:shd w:val="clear" w:fill="154273"/></w:pPr>{WHITE}',
        (f"</w:p><w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{BLUE}<w:p>{WHITE}</w:p></w:tc></w:tr>"
        "</w:tbl><w:p>"),
        blip('r:embed="rIdI"').replace("wp:inline", "wp:anchor")[5:-6]
        + WHITE,
        in_run(OTHER.format("<w:t>Geheim</w:t>", FALLBACK)),
        in_run(OTHER.format("<w:t>Ge</w:t><w:t>heim</w:t>", FALLBACK)),
        run('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:themeFill="accent1"/>'),
        run('<w:color w:val="F2F2F2"/>'),
        (f"</w:p><w:tbl><w:tblPr/><w:tblGrid/><w:tr>{BLUE_ROW}<w:tc><w:p>{WHITE}</w:p></w:tc></w:tr>"
        "</w:tbl><w:p>"),
        field("", "PAGE").replace(SHOWN, WHITE),
        f'<w:fldSimple w:instr="PAGE">{WHITE}</w:fldSimple>',
    ],
)  # fmt: skip
def test_what_a_reader_sees_stays(kept: str) -> None:
    """White on a colour, or on a picture that may be one, small letters, and an equal for old."""
    note = in_template(
        f"<w:p>{SHOWN}{kept}</w:p>",
        added={"word/media/x.png": ("image/png", PIXEL)},
        relations={"rIdI": ("image", "media/x.png")},
    )
    assert "Geheim" in note.xml()


@pytest.mark.parametrize("properties", ['<w:sz w:val="2"/>', '<w:color w:val="FFFFFF"/>'])
@pytest.mark.parametrize(
    "held", [blip('r:embed="rIdI"')[5:-6], '<w:r><w:br w:type="page"/></w:r>'], ids=["logo", "page"]
)
def test_only_letters_are_unreadable(held: str, properties: str) -> None:
    """A logo in a line of one point, and a break between pages, are what they are in any colour."""
    body = held.replace("<w:r>", f"<w:r><w:rPr>{properties}</w:rPr>", 1)
    note = in_template(
        f"<w:p>{SHOWN}{body}</w:p>",
        added={"word/media/x.png": ("image/png", PIXEL)},
        relations={"rIdI": ("image", "media/x.png")},
    )
    assert "pic:pic" in note.xml() or 'w:type="page"' in note.xml()
    assert not [each for each in note.remarks if "hidden" in each]


def test_a_bookmark_that_a_link_of_the_document_leads_to_stays() -> None:
    """Word writes such a link as a relation to a place within the document."""
    link = '<w:hyperlink r:id="rIdL"><w:r><w:t>bijlage</w:t></w:r></w:hyperlink>'
    note = in_template(
        f"<w:p>{link}{MARKS.format(50, 'Bijlage', SHOWN)}</w:p>",
        relations={"rIdL": ("hyperlink", "#Bijlage")},
    )
    assert 'w:name="Bijlage"' in note.xml()


def test_a_condition_on_the_page_stays() -> None:
    """What stands on the first page only is house style, and Word shows both."""
    page = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    start = page.replace("PAGE", "IF ")
    rest = '<w:r><w:instrText xml:space="preserve"> = 1 "Eerste" "Volgende"</w:instrText></w:r>'
    note = in_template(f"<w:p>{SHOWN}{start}{page}{end}{rest}{end}</w:p>")
    assert "Volgende" in note.xml()


def header(kind: str, text: str, *, section: str = "", settings: str = "") -> NoteInTemplate:
    """A note in a template with a header of a kind."""
    content = root_of("w:hdr", f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
    return in_template(
        SEEN,
        section=f'<w:headerReference w:type="{kind}" r:id="rIdH"/>{section}',
        settings=settings,
        added={"word/header7.xml": (f"{WML}.header+xml", content)},
        relations={"rIdH": ("header", "header7.xml")},
    )


@pytest.mark.parametrize("kind", ["first", "even"])
def test_a_header_that_no_page_has_is_left_out(kind: str) -> None:
    """That of a first page or of even ones, where these are like the others."""
    note = header(kind, "Geheim")
    assert "Geheim" not in note.whole
    assert "Left out of the template huisstijl.dotx: 1 hidden text." in note.remarks


def test_a_header_that_a_page_has_stays() -> None:
    """Where the first page, or even ones, are to differ."""
    assert "Brief" in header("first", "Brief", section="<w:titlePg/>").xml("word/header7.xml")
    even = header("even", "Brief", settings="<w:evenAndOddHeaders/>")
    assert "Brief" in even.xml("word/header7.xml")


def test_a_header_that_a_later_section_takes_over_stays() -> None:
    """A section without one of its own has that of the section before it."""
    content = root_of("w:hdr", "<w:p><w:r><w:t>Brief</w:t></w:r></w:p>")
    first = '<w:sectPr><w:headerReference w:type="first" r:id="rIdH"/></w:sectPr>'
    note = in_template(
        f"{SEEN}<w:p><w:pPr>{first}</w:pPr></w:p>{SEEN}",
        section="<w:titlePg/>",
        added={"word/header7.xml": (f"{WML}.header+xml", content)},
        relations={"rIdH": ("header", "header7.xml")},
    )
    assert "Brief" in note.xml("word/header7.xml")


def test_names_of_pictures_are_left_out() -> None:
    """The name of a picture is that of a file on somebody's machine; its description stays."""
    drawn = blip('r:embed="rIdI"', 'descr="Logo"').replace('name="x"', 'name="Geheim.png"')
    shape = (
        f'<w:p {SPACES}><w:r><w:pict><v:shape style="width:9pt"><v:imagedata r:id="rIdI" '
        'o:title="Geheim"/></v:shape></w:pict></w:r></w:p>'
    )
    note = in_template(
        SEEN + drawn + shape,
        added={"word/media/x.png": ("image/png", PIXEL)},
        relations={"rIdI": ("image", "media/x.png")},
    )
    assert "Geheim" not in note.whole
    assert 'descr="Logo"' in note.xml()
