"""Footnotes of templates: their numbers go on, and what is not a number is named."""

import datetime as dt
import io
import zipfile
from collections.abc import Mapping

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from plugins.word.tests.templates import in_template, packed, root_of, written

import ssrpolicy
from ssrpolicy import OptionError
from ssrpolicy.testing import small_record

pytestmark = pytest.mark.heavy


def test_footnotes_are_numbered_on_after_those_of_the_template() -> None:
    """A repeat names the number that a reader sees: the footnotes of the template count."""
    first = io.BytesIO()
    ssrpolicy.report(small_record(), "word-dossier", first, as_of=dt.date(2011, 4, 1))
    data, _ = written(first.getvalue(), "eerder.docx")
    body = docx.Document(io.BytesIO(data)).element.body
    notes = body.xpath(".//w:footnoteReference")
    numbers = {
        str(mark.get(qn("w:name"))): notes.index(
            next(mark.getnext().iter(qn("w:footnoteReference")))
        )
        + 1
        for mark in body.xpath('.//w:bookmarkStart[contains(@w:name, "_note_")]')
    }
    fields = body.xpath('.//w:instrText[contains(., "NOTEREF")]')
    shown = [f.getparent().getnext().getnext().text for f in fields]
    assert len(fields) % 2 == 0
    assert len({str(field.text).split()[1] for field in fields}) == len(numbers)
    assert shown == [str(numbers[str(field.text).split()[1]]) for field in fields]
    assert shown != []


def test_a_template_with_signs_for_footnotes_gets_numbers(parts: Mapping[str, bytes]) -> None:
    """An asterisk on each page names no footnote; that it was changed is said."""
    signs = (
        '<w:footnotePr><w:numFmt w:val="chicago"/><w:numRestart w:val="eachPage"/></w:footnotePr>'
    )
    settings = parts["word/settings.xml"].replace(b"<w:compat>", f"{signs}<w:compat>".encode())
    assert settings != parts["word/settings.xml"]
    data, remarks = written(packed({**parts, "word/settings.xml": settings}), "tekens.dotx")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = parse_xml(package.read("word/settings.xml"))
    assert root.xpath("string(w:footnotePr/w:numFmt/@w:val)") == "decimal"
    assert root.xpath("string(w:footnotePr/w:numRestart/@w:val)") == "continuous"
    assert any("tekens.dotx numbers its footnotes anew" in remark for remark in remarks)


def noted(*ids: str) -> str:
    """Footnotes with these ids."""
    return "".join(f'<w:footnote w:id="{id}"><w:p/></w:footnote>' for id in ids)


NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
WRONG_IDS = {
    "a word": (noted("een"), "", "footnotes.xml has a footnote whose id, “een”, is not a number"),
    "none": ("<w:footnote/>", "", "footnotes.xml has a footnote whose id, “”, is not a number"),
    "a raised digit": (noted("²"), "", "footnotes.xml has a footnote whose id, “²”"),
    "too large": (noted("9" * 5_000), "", "footnotes.xml has a footnote whose id, “9999"),
    "one twice": (noted("1", "01"), "", "footnotes.xml has two footnotes with the id 1"),
    "a word in the text": ("", "een", "document.xml has a footnoteReference whose id, “een”"),
}


@pytest.mark.parametrize("case", WRONG_IDS)
def test_a_footnote_without_a_number_is_told_by_its_part(case: str) -> None:
    """Word writes a number, and each once; the error names the part and what stands there."""
    notes, reference, words = WRONG_IDS[case]
    body = f'<w:p><w:r><w:footnoteReference w:id="{reference}"/></w:r></w:p>' if reference else ""
    added = {"word/footnotes.xml": (NOTES, root_of("w:footnotes", notes))}
    with pytest.raises(OptionError, match=words) as error:
        in_template(body, added=added, relations={"rIdF": ("footnotes", "footnotes.xml")})
    assert "cannot be opened as a Word document" in error.value.message


@pytest.mark.parametrize("id", ["-7", "0", "999999999"])
def test_a_footnote_under_any_number_keeps_it(id: str) -> None:
    """Numbers of other programs are kept, and no note of ours has the same."""
    added = {"word/footnotes.xml": (NOTES, root_of("w:footnotes", noted(id)))}
    body = f'<w:p><w:r><w:footnoteReference w:id="{id}"/></w:r></w:p>'
    note = in_template(body, added=added, relations={"rIdF": ("footnotes", "footnotes.xml")})
    notes = parse_xml(note.parts["word/footnotes.xml"]).iter(qn("w:footnote"))
    ids = [each.get(qn("w:id")) for each in notes]
    assert id in ids
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("format", ["decimal", "lowerLetter", "upperRoman"])
def test_footnotes_begin_at_a_number_that_word_takes(
    parts: Mapping[str, bytes], format: str
) -> None:
    """A start in the thousands of millions would make one number of millions of letters."""
    start = (
        f'<w:footnotePr><w:numFmt w:val="{format}"/><w:numStart w:val="999999999"/></w:footnotePr>'
    )
    settings = parts["word/settings.xml"].replace(b"<w:compat>", f"{start}<w:compat>".encode())
    data, _ = written(packed({**parts, "word/settings.xml": settings}), "hoog.dotx")
    assert len(data) < 1_000_000
