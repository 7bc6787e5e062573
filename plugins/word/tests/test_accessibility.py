"""The rules of Word's accessibility checker, held for every Word document of ours."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree
from plugins.word.tests.house_styles import dutch, english

from ssrpolicy import PolicyRecord

pytestmark = pytest.mark.heavy

Opened = Callable[..., Document]
DOCUMENTS: dict[str, dict[str, object]] = {
    "word": {},
    "word-in-full": {"detail": "full", "sections": "risks"},
    "word-dossier": {},
    "word-annex": {"sources": "list"},
    "word-changes": {"since": "2031-06-30"},
}


# A heading of ours in a house style bears the name that this gives it.
_HEADING = re.compile(r"(?:Heading|Kop) (\d)", re.IGNORECASE)
_HOUSES = {"nl": dutch, "en": english}


CASES = [(name, language) for name in DOCUMENTS for language in ("nl", "en")]


# In Dutch on both records and in English on the one; the others are made by the same code.
ORDINARY = {("nl", 2), ("en", 1)}


@pytest.fixture(
    params=[
        pytest.param(
            (name, language, number),
            marks=() if (language, number) in ORDINARY else pytest.mark.slow,
        )
        for name, language in CASES
        for number in (1, 2)
    ]
)
def document(
    records: dict[str, PolicyRecord], opened: Opened, request: pytest.FixtureRequest
) -> Document:
    """Each document on the invented record and on both, in either language."""
    name, language, number = request.param
    given = tuple(records.values())[-number:]
    return opened(given, language, reporter=name.removesuffix("-in-full"), **DOCUMENTS[name])


def test_word_s_accessibility_rules_hold(document: Document) -> None:
    """All rules on one document, each by itself: opening it is what takes time."""
    body = document.element.body
    assert _title(document)
    assert _skipped_headings(document) == []
    assert _tables_without_a_header(document) == []
    assert _without_alternative(body) == []
    assert _languages(document) <= {"nl-NL", "en-GB"}
    assert _unnamed_controls(body) == []
    assert _bare_links(body) == []
    assert list(body.iter(qn("w:color"), qn("w:highlight"), qn("w:shd"))) == []


@pytest.mark.parametrize(
    "name, language",
    [
        *(case for case in CASES if case[1] == "nl" or case[0] == "word"),
        *(
            pytest.param(*case, marks=pytest.mark.slow)
            for case in CASES
            if case[1] == "en" and case[0] != "word"
        ),
    ],
)
def test_word_s_accessibility_rules_hold_in_a_house_style(
    records: dict[str, PolicyRecord], opened: Opened, tmp_path: Path, name: str, language: str
) -> None:
    """What a template brings is its own; what we put in it follows the rules."""
    template = tmp_path / "huisstijl.dotx"
    template.write_bytes(_HOUSES[language]())
    reporter = name.removesuffix("-in-full")
    given = records["lagemeer-2031-7"]
    options = {**DOCUMENTS[name], "template": str(template)}
    document = opened((given,), language, reporter=reporter, **options)

    assert _title(document)
    assert _skipped_headings(document) == []
    assert _tables_without_a_header(document) == []
    assert _languages(document) <= {"nl-NL", "en-GB"}
    assert _unnamed_controls(document.element.body) == []
    assert _bare_links(document.element.body) == []


def _title(document: Document) -> str:
    """The title in the properties, by which a screen reader names the window."""
    return str(document.core_properties.title)


def _skipped_headings(document: Document) -> list[tuple[int, int]]:
    names = [p.style.name or "" for p in document.paragraphs if p.style is not None]
    levels = [int(found[1]) for name in names if (found := _HEADING.fullmatch(name))]
    assert levels
    return [(a, b) for a, b in pairwise([0, *levels]) if b - a > 1]


def _tables_without_a_header(document: Document) -> list[str]:
    """Tables whose first row is not marked as their header, or that nothing describes."""
    wrong = []
    for table in document.tables:
        element = table._tbl  # noqa: SLF001 - python-docx has no door to these
        header = element.tr_lst[0].find(f".//{qn('w:tblHeader')}")
        described = element.tblPr.find(qn("w:tblDescription"))
        merged = next(element.iter(qn("w:gridSpan"), qn("w:vMerge")), None)
        if header is None or described is None or merged is not None:
            wrong.append(table.rows[0].cells[0].text)
    return wrong


def _without_alternative(body: etree._Element) -> list[etree._Element]:
    """Pictures and shapes without a text in their place."""
    shapes = body.iter(qn("wp:docPr"), qn("pic:cNvPr"))
    return [shape for shape in shapes if not shape.get("descr")]


def _languages(document: Document) -> set[str | None]:
    """The language of every run: its own, or that of the defaults, which is always given."""
    path = "/".join(map(qn, ("w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang")))
    default = document.styles.element.find(path)
    assert default is not None
    own = {
        run.find(f"{qn('w:rPr')}/{qn('w:lang')}") for run in document.element.body.iter(qn("w:r"))
    }
    return {(default if each is None else each).get(qn("w:val")) for each in own}


def _unnamed_controls(body: etree._Element) -> list[etree._Element]:
    """Controls that a screen reader could not name."""
    controls = body.iter(qn("w:sdt"))
    return [each for each in controls if each.find(f"{qn('w:sdtPr')}/{qn('w:alias')}") is None]


def _bare_links(body: etree._Element) -> list[etree._Element]:
    """Links without a text to follow."""
    links = body.iter(qn("w:hyperlink"))
    return [
        each for each in links if not "".join(str(t.text) for t in each.iter(qn("w:t"))).strip()
    ]


def test_nothing_is_told_by_colour_alone(records: dict[str, PolicyRecord], opened: Opened) -> None:
    """Each style of ours for some words that has a colour differs in shape, or in words, too."""
    note = opened(tuple(records.values()), "nl", reporter="word", sections="risks")
    shapes = ("w:b", "w:i", "w:u", "w:vertAlign", "w:sz", "w:shd")
    by_colour = [
        style.name
        for style in note.styles
        if style.type is not None
        and style.type.name == "CHARACTER"
        and (properties := style.element.find(qn("w:rPr"))) is not None
        and properties.find(qn("w:color")) is not None
        and all(properties.find(qn(shape)) is None for shape in shapes)
    ]
    assert by_colour == []
