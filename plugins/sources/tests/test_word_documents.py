"""Word documents: as they read with every tracked change accepted."""

import io
import zipfile
from collections.abc import Callable
from typing import TypeAlias

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ssrpolicy.errors import InputError
from ssrpolicy.reporting import ApartKind, SourceReading

Read: TypeAlias = Callable[[str, bytes], SourceReading]

_TRACKED = """\
<w:p {ns}><w:r><w:t xml:space="preserve">Ik zal de Kamer </w:t></w:r>
<w:del w:id="1" w:author="X"><w:r><w:delText>nooit</w:delText></w:r></w:del>
<w:ins w:id="2" w:author="X"><w:r><w:t xml:space="preserve">dit voorjaar </w:t></w:r></w:ins>
<w:r><w:rPr><w:vanish/></w:rPr><w:t>(geheim)</w:t></w:r>
<w:r><w:t>informeren over de maat</w:t><w:noBreakHyphen/><w:t>regelen</w:t></w:r>
<w:r><w:footnoteReference w:id="3"/></w:r><w:r><w:t>.</w:t></w:r></w:p>
"""
_NOTES = """\
<?xml version="1.0"?><w:footnotes {ns}>
<w:footnote w:id="-1" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:id="3"><w:p><w:r><w:footnoteRef/></w:r><w:r>
<w:t>Kamerstuk 41 207, nr. 12.</w:t></w:r></w:p>
</w:footnote></w:footnotes>
"""
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def letter() -> bytes:
    """A letter with a heading, a table, a tracked change, a comment, a header and a note."""
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Concept"
    made.add_heading("Overleg", 1)
    greeting = made.add_paragraph("Geachte voorzitter,")
    made.add_comment(greeting.runs, text="Of mevrouw?", author="Y", initials="Y")
    made.element.body.insert(2, parse_xml(_TRACKED.format(ns=nsdecls("w"))))
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "2031", "12 miljoen"
    saved = io.BytesIO()
    made.save(saved)
    return _with_part(saved.getvalue(), "word/footnotes.xml", _NOTES.format(ns=nsdecls("w")))


def _with_part(data: bytes, name: str, content: str) -> bytes:
    """Add the notes' part to a package, with what leads to it."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        for part in old.namelist():
            text = old.read(part)
            if part == "word/_rels/document.xml.rels":
                link = f'<Relationship Id="rN" Type="{_KIND}" Target="footnotes.xml"/>'
                text = text.replace(b"</Relationships>", link.encode() + b"</Relationships>")
            if part == "[Content_Types].xml":
                link = f'<Override PartName="/{name}" ContentType="{_TYPE}"/>'
                text = text.replace(b"</Types>", link.encode() + b"</Types>")
            new.writestr(part, text)
        new.writestr(name, content.strip())
    return packed.getvalue()


def test_a_letter_reads_with_its_changes_accepted(read: Read) -> None:
    """What was inserted stands there, what was deleted or hidden does not."""
    made = read("docx", letter())

    assert made.text == (
        "Overleg\n\nGeachte voorzitter,\n\n"
        "Ik zal de Kamer dit voorjaar informeren over de maat-regelen¹.\n\n2031\t12 miljoen\n\n"
        "¹ Kamerstuk 41 207, nr. 12.\n"
    )


def test_what_is_not_the_letters_text_is_set_apart(read: Read) -> None:
    """Nothing of the file is dropped in silence."""
    apart = {(each.kind, each.text) for each in read("docx", letter()).parts.apart}

    assert apart == {
        (ApartKind.PAGE_HEAD, "Concept"),
        (ApartKind.DELETED, "nooit"),
        (ApartKind.HIDDEN, "(geheim)"),
        (ApartKind.COMMENT, "Of mevrouw?"),
    }


def bomb() -> bytes:
    """A small file that unpacks to half a gigabyte."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr("[Content_Types].xml", "<Types/>")
        new.writestr("word/document.xml", b" " * (300 << 20), compresslevel=1)
    return packed.getvalue()


def empty() -> bytes:
    """A document in which nobody wrote anything."""
    saved = io.BytesIO()
    docx.Document().save(saved)
    return saved.getvalue()


@pytest.mark.heavy
@pytest.mark.parametrize(
    "made, said",
    [
        (lambda: letter()[:2_000], "is damaged or incomplete"),
        (lambda: b"PK\x05\x06" + b"\0" * 18, "this is not a Word document"),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old form of Excel or Word"),
        (bomb, "is absurdly large"),
        (empty, "the document has no text"),
    ],
    ids=["cut", "no-parts", "old", "bomb", "empty"],
)
def test_what_cannot_be_read_is_refused_with_words(
    read: Read, made: Callable[[], bytes], said: str
) -> None:
    """The message says what is wrong, the hint what would work."""
    with pytest.raises(InputError) as refused:
        read("docx", made())

    assert said in refused.value.message
    assert refused.value.hint


def test_a_paragraph_whose_end_was_deleted_goes_on_with_the_next(read: Read) -> None:
    """As Word shows it once the change is accepted."""
    made = docx.Document()
    first = made.add_paragraph("Ik zal uw Kamer ")
    mark = f'<w:rPr {nsdecls("w")}><w:del w:id="1" w:author="X"/></w:rPr>'
    properties = parse_xml(f"<w:pPr {nsdecls('w')}/>")
    properties.append(parse_xml(mark))
    first.paragraph_format.element.insert(0, properties)
    made.add_paragraph("in het voorjaar informeren.")
    made.add_paragraph("Hoogachtend,")
    saved = io.BytesIO()
    made.save(saved)

    assert read("docx", saved.getvalue()).text == (
        "Ik zal uw Kamer in het voorjaar informeren.\n\nHoogachtend,\n"
    )


@pytest.mark.parametrize(
    "referred, end",
    [("3", "¹ Zie ook¹ noot."), ("4", "¹ Zie ook² noot.\n\n² Verder."), ("9", "¹ Zie ook² noot.")],
)
def test_a_note_that_refers_to_a_note_is_read_with_its_mark(
    read: Read, referred: str, end: str
) -> None:
    """Be it to itself, to one that nothing else refers to, or to one that is not there."""
    reference = f'Zie ook</w:t></w:r><w:r><w:footnoteReference w:id="{referred}"/>'
    more = "<w:p><w:r><w:t>Verder.</w:t></w:r></w:p>" if referred == "4" else ""
    notes = (
        f"<w:footnotes {nsdecls('w')}>"
        + (f'<w:footnote w:id="4">{more}</w:footnote>' if more else "")
        + f'<w:footnote w:id="3"><w:p><w:r><w:t>{reference}</w:r><w:r><w:t xml:space="preserve">'
        " noot.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    made = docx.Document()
    made.element.body.insert(0, parse_xml(_TRACKED.format(ns=nsdecls("w"))))
    saved = io.BytesIO()
    made.save(saved)
    text = read("docx", _with_part(saved.getvalue(), "word/footnotes.xml", notes)).text
    assert sorted(text.strip().split("\n\n")[1:]) == sorted(end.split("\n\n"))
