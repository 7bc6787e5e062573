"""Tracked changes of a template are accepted: what was deleted is gone, and nobody is named."""

import re

import pytest
from plugins.word.tests.templates import in_template, root_of

pytestmark = pytest.mark.heavy

WHO = 'w:id="1" w:author="J. Jansen" w:date="2031-01-01T09:00:00Z"'
RUN = "<w:r><w:t>{}</w:t></w:r>"
GONE = "<w:r><w:delText>Geheim bedrag</w:delText></w:r>"
DELETED = f"<w:del {WHO}>{GONE}</w:del>"
TRACES = re.compile(
    r"<w:(ins|del|moveFrom|moveTo|delText|delInstrText|cellIns|cellDel|cellMerge|\w+Change"
    r"|\w+Range(?:Start|End))\b|Jansen|w:author|w:rsid|trackRevisions|Geheim"
)


def p(content: str, mark: str = "") -> str:
    """A paragraph, with what is said of its mark."""
    marked = f"<w:pPr><w:rPr>{mark}</w:rPr></w:pPr>" if mark else ""
    return f"<w:p>{marked}{content}</w:p>"


def run(text: str) -> str:
    """A run of text."""
    return RUN.format(text)


def cell(text: str, properties: str = "") -> str:
    """A cell of a table."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(run(text))}</w:tc>"


def table(*rows: str) -> str:
    """A table, with a paragraph after it."""
    grid = '<w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid>'
    return f"<w:tbl><w:tblPr/>{grid}{''.join(rows)}</w:tbl>{p(run('Na de tabel.'))}"


CASES = {
    "inserted": (p(f"{run('Aan ')}<w:ins {WHO}>{run('de Kamer')}</w:ins>"), ["Aan de Kamer"]),
    "deleted": (p(f"{run('Aan')}{DELETED}"), ["Aan"]),
    "inserted and deleted again": (
        p(f"{run('Aan')}<w:ins {WHO}><w:del {WHO}>{GONE}</w:del>{run(' u')}</w:ins>"),
        ["Aan u"],
    ),
    "moved": (
        p(
            f'<w:moveFromRangeStart {WHO} w:name="m"/><w:moveFrom {WHO}>{run("Geheim")}'
            f'</w:moveFrom><w:moveFromRangeEnd w:id="1"/>'
        )
        + p(
            f'<w:moveToRangeStart {WHO} w:name="m"/><w:moveTo {WHO}>{run("Verplaatst")}</w:moveTo>'
            '<w:moveToRangeEnd w:id="1"/>'
        ),
        ["Verplaatst"],
    ),
    "a deleted paragraph mark": (
        p(run("Eerste "), f"<w:del {WHO}/>")
        + p(run("tweede"), f"<w:del {WHO}/>")
        + p(run(" derde")),
        ["Eerste tweede derde"],
    ),
    "a whole paragraph": (p(f"{DELETED}", f"<w:del {WHO}/>") + p(run("Blijft")), ["Blijft"]),
    "an inserted paragraph mark": (p(run("Nieuw"), f"<w:ins {WHO}/>"), ["Nieuw"]),
    "formats": (
        (
            "<w:p><w:pPr><w:jc w:val='center'/><w:pPrChange "
            f"{WHO}><w:pPr/></w:pPrChange></w:pPr><w:r><w:rPr><w:b/><w:rPrChange {WHO}><w:rPr/>"
            "</w:rPrChange></w:rPr><w:t>Vet</w:t></w:r></w:p>"
        ),
        ["Vet"],
    ),
    "numbering": (
        (
            f"<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/><w:ins {WHO}/></w:numPr>"
            f"</w:pPr>{run('Genummerd')}</w:p>"
        ),
        ["Genummerd"],
    ),
    "a deleted row": (
        table(
            f"<w:tr>{cell('Blijft')}</w:tr>",
            f"<w:tr><w:trPr><w:del {WHO}/></w:trPr>{cell('Geheim')}</w:tr>",
            f"<w:tr><w:trPr><w:ins {WHO}/></w:trPr>{cell('Nieuw')}</w:tr>",
        ),
        ["Blijft", "Nieuw", "Na de tabel."],
    ),
    "all rows": (
        table(f"<w:tr><w:trPr><w:del {WHO}/></w:trPr>{cell('Geheim')}</w:tr>"),
        ["Na de tabel."],
    ),
    "cells": (
        table(
            f"<w:tr>{cell('Geheim', f'<w:cellDel {WHO}/>')}{cell('Blijft')}"
            f"{cell('Nieuw', f'<w:cellIns {WHO}/>')}</w:tr>"
        ),
        ["Blijft", "Nieuw", "Na de tabel."],
    ),
    "a table's properties": (
        (
            "<w:tbl><w:tblPr><w:tblW w:w='0' w:type='auto'/>"
            f"<w:tblPrChange {WHO}><w:tblPr/></w:tblPrChange></w:tblPr>"
            "<w:tblGrid><w:gridCol w:w='9'/>"
            f"<w:tblGridChange w:id='1'><w:tblGrid/></w:tblGridChange></w:tblGrid><w:tr>"
            f"<w:tblPrEx><w:tblPrExChange {WHO}><w:tblPrEx/></w:tblPrExChange></w:tblPrEx><w:trPr>"
            f"<w:trPrChange {WHO}><w:trPr/></w:trPrChange></w:trPr>"
            f"{cell('Cel', f'<w:tcPrChange {WHO}><w:tcPr/></w:tcPrChange>')}</w:tr></w:tbl>{p('')}"
        ),
        ["Cel"],
    ),
    "a formula": (
        (
            "<w:p><m:oMath><m:r><m:t>x</m:t></m:r><m:f><m:fPr><m:ctrlPr>"
            f"<w:del {WHO}/></m:ctrlPr></m:fPr><m:num><m:r><m:t>Geheim</m:t></m:r></m:num></m:f>"
            f"</m:oMath>{run('Formule')}</w:p>"
        ),
        ["Formule"],
    ),
    "a text box": (
        (
            "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
            f"{p(DELETED + run('In een kader'))}"
            "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
        ),
        ["In een kader"],
    ),
    "a content control": (
        f"<w:sdt><w:sdtContent>{p(DELETED + run('Keuze'))}</w:sdtContent></w:sdt>",
        ["Keuze"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_change_is_accepted_as_word_does_it(case: str) -> None:
    """The text is what Word shows under No Markup, and nothing of the change is left."""
    body, texts = CASES[case]
    note = in_template(body, settings="<w:trackRevisions/>")
    shown = dict.fromkeys(note.texts())
    assert [text for text in shown if text in texts or "Geheim" in text] == texts
    assert TRACES.findall(note.whole) == []
    assert any(
        re.match(r"Tracked changes of the template huisstijl\.dotx were accepted: \d+\.", remark)
        for remark in note.remarks
    )


HEADER = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"


def test_changes_in_headers_and_notes_are_accepted() -> None:
    """Headers, footnotes and endnotes are cleaned like the text itself."""
    deleted = p(DELETED + run("Kop"))
    notes = {
        kind: root_of(
            f"w:{kind}s",
            f'<w:{kind} w:type="separator" w:id="-1"><w:p/></w:{kind}>'
            f'<w:{kind} w:id="1">{p(DELETED + run("Noot"))}</w:{kind}>'
            f'<w:{kind} w:id="2">{p(run("Geheim, verwijderd met de verwijzing"))}</w:{kind}>',
        )
        for kind in ("footnote", "endnote")
    }
    note = in_template(
        p(
            f'<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r>'
            f'<w:del {WHO}><w:r><w:footnoteReference w:id="2"/></w:r>'
            '<w:r><w:endnoteReference w:id="2"/></w:r></w:del>'
        ),
        section='<w:headerReference w:type="default" r:id="rIdH"/>',
        added={
            "word/header7.xml": (HEADER, root_of("w:hdr", deleted)),
            **{f"word/{kind}s.xml": (NOTES.format(f"{kind}s"), notes[kind]) for kind in notes},
        },
        relations={
            "rIdH": ("header", "header7.xml"),
            "rIdF": ("footnotes", "footnotes.xml"),
            "rIdE": ("endnotes", "endnotes.xml"),
        },
    )
    assert note.texts("word/header7.xml") == ["Kop"]
    assert "Noot" in note.texts("word/footnotes.xml")
    assert note.texts("word/endnotes.xml") == ["Noot"]
    assert TRACES.findall(note.whole) == []
    assert "Tracked changes of the template huisstijl.dotx were accepted: 4." in note.remarks


def test_a_long_row_of_deleted_marks_takes_no_time() -> None:
    """Five thousand paragraphs become one, each joined once."""
    note = in_template(p(run("a"), f"<w:del {WHO}/>") * 5_000 + p(run("b")))
    assert note.texts()[0] == "a" * 5_000 + "b"
