"""Fields of a template: what fetches or runs something is text, what is stale is marked."""

import re

import pytest
from plugins.word.tests.templates import in_template, root_of

pytestmark = pytest.mark.heavy

FOOTER = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"


def sign(kind: str) -> str:
    """The beginning, middle or end of a field."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    """A piece of an instruction."""
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def run(text: str) -> str:
    """A run of text."""
    return f"<w:r><w:t>{text}</w:t></w:r>"


def complex_field(instruction: str, shown: str) -> str:
    """A field over several runs; the instruction may hold fields of its own."""
    if "<" not in instruction:
        instruction = code(instruction)
    return f"{sign('begin')}{instruction}{sign('separate')}{run(shown)}{sign('end')}"


def simple_field(instruction: str, shown: str) -> str:
    """A field in one element."""
    return f'<w:fldSimple w:instr="{instruction}">{run(shown)}</w:fldSimple>'


def p(content: str) -> str:
    """A paragraph."""
    return f"<w:p>{content}</w:p>"


DDE = 'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"'.replace('"', "&quot;")
QUOTED = complex_field("QUOTE 68 68 69 65 85 84 79", "")
HARMFUL = {
    "DDEAUTO": complex_field(DDE, "Getoond"),
    "DDEAUTO in one element": simple_field(DDE, "Getoond"),
    "over several runs": complex_field(
        code(" DDE") + code("AU") + code("TO cmd.exe calc"), "Getoond"
    ),
    "spelt with QUOTE": complex_field(QUOTED + code(" cmd.exe calc"), "Getoond"),
    "spelt with QUOTE in one element": complex_field(
        '<w:fldSimple w:instr="QUOTE 68 68 69"/>' + code(" cmd.exe calc"), "Getoond"
    ),
    "half spelt": complex_field(
        code("DDE") + complex_field("QUOTE 65", "A") + code("UTO cmd.exe"), "Getoond"
    ),
    "in a condition": complex_field(
        code("IF 1 = 1 ") + complex_field("DDEAUTO cmd.exe calc", "x") + code(" 2"), "Getoond"
    ),
    "as plain text": complex_field(run("DDEAUTO cmd.exe calc"), "Getoond"),
    "in small letters": complex_field("ddeauto cmd.exe calc", "Getoond"),
    "in what another shows": (
        f"{sign('begin')}{code('REF bijlage')}{sign('separate')}"
        f"{complex_field('DDEAUTO cmd.exe calc', 'Getoond')}{sign('end')}"
    ),
    "over several paragraphs": (
        f"{sign('begin')}{code('DDEAUTO cmd.exe')}</w:p><w:p>{code(' calc')}{sign('separate')}"
        f"{run('Getoond')}{sign('end')}"
    ),
    "without an end": f"{run('Getoond')}{sign('begin')}{code('DDEAUTO cmd.exe calc')}",
    "without a beginning": f"{run('Getoond')}{code('DDEAUTO cmd.exe calc')}{sign('end')}",
    **{
        name: complex_field(f"{name} cmd.exe calc", "Getoond")
        for name in (
            "INCLUDETEXT", "INCLUDEPICTURE", "LINK", "IMPORT", "EMBED", "DATABASE", "RD", "ASK",
            "FILLIN", "SET", "MERGEFIELD", "DOCPROPERTY", "DOCVARIABLE", "AUTOTEXT", "PRINT",
            "GREETINGLINE", "ADDIN", "CONTROL", "HYPERLINK", "NOSUCHFIELD",
        )
    },
}  # fmt: skip


@pytest.mark.parametrize("case", HARMFUL)
def test_what_fetches_runs_or_asks_becomes_what_it_showed(case: str) -> None:
    """However it is written, no instruction is left; the remark names the kind and the number."""
    note = in_template(p(HARMFUL[case]))
    left = re.findall(r"\bDDE|cmd\.exe|calc|QUOTE|system32", note.whole)
    assert left == []
    assert "Getoond" in note.texts()[0:2]
    assert any(
        remark.startswith("Fields of the template huisstijl.dotx that fetch, run or ask")
        for remark in note.remarks
    )


def test_a_button_for_a_macro_is_gone() -> None:
    """What it showed stood in its instruction, with the name of the macro."""
    field = f"{sign('begin')}{code('MACROBUTTON AutoOpen Klik hier')}{sign('end')}"
    note = in_template(p(f"{run('Voor')}{field}"))
    assert note.texts()[0] == "Voor"
    assert "AutoOpen" not in note.whole
    assert any(remark.endswith("showed: MACROBUTTON (1).") for remark in note.remarks)


def test_a_table_of_contents_is_marked_to_be_updated() -> None:
    """Word makes it anew when it opens the note; until then it is said to be old."""
    entry = complex_field("PAGEREF _Toc1 \\h", "99")
    toc = sign("begin") + code("TOC \\o &quot;1-3&quot; \\h") + sign("separate")
    note = in_template(p(f"{toc}{run('Oud hoofdstuk')}{entry}{sign('end')}"))
    assert re.findall(r'<w:fldChar w:fldCharType="begin" w:dirty="true"/>', note.xml()) != []
    assert note.xml().count("w:dirty") == 1
    assert any("still show what they showed there: TOC (1)." in each for each in note.remarks)


@pytest.mark.parametrize(
    "name", ["TOC", "INDEX", "REF bijlage", "SEQ Tabel", "NUMPAGES", "TITLE", "="]
)
@pytest.mark.parametrize("write", [complex_field, simple_field])
def test_fields_that_are_looked_up_are_marked(name: str, write: object) -> None:
    """Each kind, in either form, and one that was locked is let go."""
    assert callable(write)
    field = write(name, "99").replace('"begin"', '"begin" w:fldLock="true"')
    note = in_template(p(field))
    assert note.xml().count('w:dirty="true"') == 1
    assert "fldLock" not in note.xml()


def test_the_page_number_of_a_footer_is_left_alone() -> None:
    """Word renews it with each page; nothing needs to be said of it."""
    pages = p(complex_field("PAGE", "1") + complex_field("NUMPAGES \\* Arabic", "9"))
    note = in_template(
        section='<w:footerReference w:type="default" r:id="rIdF"/>',
        added={"word/footer7.xml": (FOOTER, root_of("w:ftr", pages))},
        relations={"rIdF": ("footer", "footer7.xml")},
    )
    assert "dirty" not in note.whole
    assert "NUMPAGES" in note.xml("word/footer7.xml")
    assert [remark for remark in note.remarks if "ields" in remark] == []


@pytest.mark.parametrize("name", ["AUTHOR", "FILENAME \\p", "LASTSAVEDBY", "USERNAME", "TEMPLATE"])
def test_who_made_the_template_and_where_is_not_shown(name: str) -> None:
    """Such a field is kept, to be filled in by Word; its old answer is not."""
    note = in_template(p(complex_field(name, "C:\\Users\\jansen\\huisstijl.dotx")))
    assert "jansen" not in note.whole
    assert name in note.xml()
    assert 'w:dirty="true"' in note.xml()


def test_links_to_the_web_and_within_the_text_stay() -> None:
    """An address of the web, of mail, or of a bookmark is what it is."""
    links = (
        "HYPERLINK &quot;https://www.rijksoverheid.nl&quot; \\o &quot;C:/uitleg&quot;",
        "HYPERLINK \\l &quot;bijlage&quot;",
        "HYPERLINK mailto:info@example.nl",
    )
    note = in_template("".join(p(complex_field(link, "Hier")) for link in links))
    assert note.xml().count("HYPERLINK") == len(links)
    assert [remark for remark in note.remarks if "ields" in remark] == []
