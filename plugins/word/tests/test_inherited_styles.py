"""Styles of ours in templates whose defaults are odd: they are set as they are meant."""

import re
import shutil
import subprocess
from collections.abc import Callable, Mapping

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml.etree import _Element
from plugins.word.tests.templates import (
    NoteInTemplate,
    in_template,
    packed,
    plain_template,
    written,
)

TABS = "".join(f'<w:tab w:val="left" w:pos="{567 * number}"/>' for number in range(1, 6))
OURS = ("Note Fact", "Note Lead", "Table Text", "Note Closing", "heading 1", "List Bullet")


def styles(paragraphs: str = "", runs: str = "", *, bare: bool = True, defaults: str = "") -> bytes:
    """Styles of a template of which Normal has these properties; bare, it has no other."""
    given = plain_template()["word/styles.xml"].decode()
    if bare:
        given = re.sub(
            r"<w:style .*?</w:style>",
            lambda found: found[0] if 'w:default="1"' in found[0] else "",
            given,
            flags=re.DOTALL,
        )
    at = given.index("</w:style>", given.index('w:styleId="Normal"'))
    normal = f"<w:pPr>{paragraphs}</w:pPr><w:rPr>{runs}</w:rPr>"
    given = given[:at] + normal + given[at:]
    return given.replace("<w:pPrDefault><w:pPr>", f"<w:pPrDefault><w:pPr>{defaults}").encode()


def laid_out(data: bytes) -> NoteInTemplate:
    """A note in a template with these styles."""
    return in_template(added={"word/styles.xml": data})


def effective(note: NoteInTemplate, style: str) -> Mapping[str, _Element]:
    """The properties that a style has by itself and by what it is based on, by their names."""
    root = parse_xml(note.parts["word/styles.xml"])
    by_id = {each.get(qn("w:styleId")): each for each in root.iter(qn("w:style"))}
    names = {each.find(qn("w:name")).get(qn("w:val")): each for each in by_id.values()}  # type: ignore[union-attr]  # each has a name
    found: dict[str, _Element] = {}
    current: _Element | None = names[style]
    while current is not None:
        for kind in ("w:pPr", "w:rPr"):
            for each in current.iterfind(f"{qn(kind)}/*"):
                found.setdefault(f"{kind}/{each.tag.rpartition('}')[2]}", each)
        basis = current.find(qn("w:basedOn"))
        current = None if basis is None else by_id[basis.get(qn("w:val"))]
    return found


ODD = {
    "numbered": ('<w:numPr><w:numId w:val="1"/></w:numPr>', "", "w:pPr/numPr", {}),
    "kept with the next": ("<w:keepNext/>", "", "w:pPr/keepNext", {"val": "0"}),
    "on a new page": ("<w:pageBreakBefore/>", "", "w:pPr/pageBreakBefore", {"val": "0"}),
    "centred": ('<w:jc w:val="center"/>', "", "w:pPr/jc", {"val": "left"}),
    "from right to left": ("<w:bidi/>", "", "w:pPr/bidi", {"val": "0"}),
    "on a ground": (
        '<w:shd w:val="clear" w:fill="FF0000"/>', "", "w:pPr/shd", {"fill": "auto"}
    ),
    "in capitals": ("", "<w:caps/>", "w:rPr/caps", {"val": "0"}),
    "struck through": ("", "<w:strike/>", "w:rPr/strike", {"val": "0"}),
    "spaced": ("", '<w:spacing w:val="60"/>', "w:rPr/spacing", {"val": "0"}),
    "underlined": ("", '<w:u w:val="single"/>', "w:rPr/u", {"val": "none"}),
    "raised": ("", '<w:vertAlign w:val="superscript"/>', "w:rPr/vertAlign", {"val": "baseline"}),
    "marked": ("", '<w:highlight w:val="yellow"/>', "w:rPr/highlight", {"val": "none"}),
}  # fmt: skip


CLEARED = ("Note Fact", "Note Lead", "Table Text", "Note Text")


@pytest.mark.parametrize("case", ODD)
def test_what_a_default_has_for_itself_is_cleared(case: str) -> None:
    """Our styles, and the text of the note, are plain where the template's default is not."""
    paragraphs, runs, name, values = ODD[case]
    note = laid_out(styles(paragraphs, runs))
    for style in CLEARED:
        # A lead is meant to stay with what it leads.
        expected = {} if (style, case) == ("Note Lead", "kept with the next") else values
        found = effective(note, style)[name]
        assert (style, {key: found.get(qn(f"w:{key}")) for key in expected}) == (style, expected)
        if case == "numbered":
            assert [each.get(qn("w:val")) for each in found.iter(qn("w:numId"))] == ["0"], style


def test_tab_stops_of_the_default_are_cleared() -> None:
    """The facts have the one stop that they need, whatever stops the template has."""
    for data in (styles(f"<w:tabs>{TABS}</w:tabs>"), styles(defaults=f"<w:tabs>{TABS}</w:tabs>")):
        stops = effective(laid_out(data), "Note Fact")["w:pPr/tabs"]
        live = [each.get(qn("w:pos")) for each in stops if each.get(qn("w:val")) != "clear"]
        gone = [each.get(qn("w:pos")) for each in stops if each.get(qn("w:val")) == "clear"]
        assert live == ["2155"]
        assert gone == [str(567 * number) for number in range(1, 6)]
        places = [int(str(each.get(qn("w:pos")))) for each in stops]
        assert places == sorted(places)


def test_indents_and_spaces_of_the_default_are_cleared() -> None:
    """Indents, space above and lines of a fixed height do not move or cut off what is ours."""
    note = laid_out(
        styles(
            '<w:spacing w:before="400" w:line="160" w:lineRule="exact"/>'
            '<w:ind w:left="1134" w:right="1134" w:firstLine="567"/>'
        )
    )
    facts, bullets = effective(note, "Note Fact"), effective(note, "List Bullet")
    indent = facts["w:pPr/ind"]
    assert [indent.get(qn(f"w:{side}")) for side in ("left", "hanging", "right", "firstLine")] == [
        "2155", "2155", "0", None,
    ]  # fmt: skip
    assert bullets["w:pPr/ind"].get(qn("w:hanging")) == "284"
    assert facts["w:pPr/spacing"].get(qn("w:lineRule")) == "auto"
    assert facts["w:pPr/spacing"].get(qn("w:before")) == "0"


def test_a_frame_of_the_default_is_not_inherited() -> None:
    """No style takes off a frame: ours stands alone, in the size of the template."""
    note = laid_out(styles('<w:framePr w:w="3000" w:wrap="around"/>', '<w:sz w:val="26"/>'))
    for style in (*OURS, "Note Text"):
        assert "w:pPr/framePr" not in effective(note, style)
    assert effective(note, "Note Lead")["w:rPr/sz"].get(qn("w:val")) == "26"


def test_a_default_that_is_plain_is_followed() -> None:
    """Font, size, colour, justified text and space below are house style; nothing is cleared."""
    note = laid_out(
        styles(
            '<w:spacing w:after="200" w:line="300" w:lineRule="auto"/><w:jc w:val="both"/>',
            '<w:rFonts w:ascii="Verdana" w:hAnsi="Verdana"/><w:color w:val="333333"/>'
            '<w:sz w:val="19"/>',
        )
    )
    names = note.xml("word/styles.xml")
    assert "Note Text" not in names
    assert effective(note, "Note Lead")["w:rPr/rFonts"].get(qn("w:ascii")) == "Verdana"
    assert effective(note, "Note Closing")["w:pPr/spacing"].get(qn("w:before")) == "160"


def test_a_default_of_tables_is_not_inherited() -> None:
    """The built-in style of tables says all that it needs."""
    odd = styles().replace(b'<w:tblInd w:w="0" w:type="dxa"/>', b'<w:jc w:val="right"/>')
    note = laid_out(odd)
    root = parse_xml(note.parts["word/styles.xml"])
    table = next(
        each for each in root.iter(qn("w:style")) if each.get(qn("w:styleId")) == "NoteTable"
    )
    assert table.find(qn("w:basedOn")) is None


MOVING = (
    f"<w:tabs>{TABS}</w:tabs>",
    '<w:ind w:left="1134" w:firstLine="567"/><w:jc w:val="center"/>',
    '<w:framePr w:w="3000" w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:y="1"/>',
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
    "<w:bidi/>",
)
"""What moves every paragraph of a template, where its default has it."""


@pytest.mark.office
@pytest.mark.parametrize(
    "paragraphs, bare",
    [
        # Each among no other styles or among many, by turns; the rest shows the same again.
        pytest.param(each, bare, marks=() if bare == (at % 2 == 0) else pytest.mark.slow)
        for bare in (True, False)
        for at, each in enumerate(MOVING)
    ],
)
def test_the_facts_stand_in_one_column(
    converted: Callable[[bytes, str, str], bytes],
    paragraphs: str,
    bare: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    """On the page that LibreOffice prints, every fact begins at the same place."""
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("pdftotext is not installed (on Debian: poppler-utils)")
    template = {**plain_template(), "word/styles.xml": styles(paragraphs, bare=bare)}
    note, _remarks = written(packed(template), "huisstijl.dotx", "word")
    command = [reader, "-bbox", "-l", "1", "-", "-"]
    pdf = converted(note, "docx", "pdf")
    page = subprocess.run(command, check=True, capture_output=True, input=pdf).stdout.decode()
    words = re.findall(r'xMin="([\d.]+)".*?>([^<]+)</word>', page)
    places: dict[str, list[float]] = {}
    for x, word in words:
        places.setdefault(word, []).append(float(x))
    # For whom the note is comes first, to be filled in, and the day last.
    at = [places["Vul"][0], places["1"][0]]
    assert abs(at[0] - at[1]) < 1
    assert at[0] - float(next(x for x, word in words if word == "Stand")) > 90
