"""The note as a document: languages, headings, tables, links and page numbers."""

import datetime as dt
import io
import re
from collections.abc import Callable
from itertools import pairwise

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

import ssrpolicy
from ssrpolicy import PolicyRecord
from ssrpolicy.model import Language

Opened = Callable[..., Document]


@pytest.fixture(scope="module", params=["one-nl", "one-en", "several-en"])
def note(
    records: dict[str, PolicyRecord], opened: Opened, request: pytest.FixtureRequest
) -> Document:
    """A note on the invented record in either language, and one on both; only read from."""
    if request.param == "several-en":
        return opened(records.values(), "en")
    return opened(records["lagemeer-2031-7"], request.param.removeprefix("one-"))


def language_of(note: Document) -> str:
    """The language of the note as its properties have it."""
    return str(note.core_properties.language)


def test_its_language_is_set_everywhere(note: Document) -> None:
    """The properties and the styles name one language, and no other is left in the styles."""
    styles = note.styles.element.iter(qn("w:lang"))
    assert {element.get(qn("w:val")) for element in styles} == {language_of(note)}
    assert language_of(note) in ("nl-NL", "en-GB")


def test_a_quote_bears_the_language_of_its_source(
    note: Document, footnotes: Callable[[Document], list[Paragraph]]
) -> None:
    """In an English note the Dutch quotes are marked as Dutch; in a Dutch one nothing is."""
    sources = footnotes(note)
    languages = {
        element.get(qn("w:val"))
        for source in sources
        for element in source._p.iter(qn("w:lang"))  # noqa: SLF001 - python-docx has no door to it
    }
    assert sources
    assert languages == (set() if language_of(note) == "nl-NL" else {"nl-NL"})


def test_it_has_a_title_and_a_subject(note: Document) -> None:
    """Title and subject stand in the properties; the title heads the page."""
    assert note.core_properties.title == note.paragraphs[0].text
    assert note.core_properties.subject in ("Stand per 15 april 2034", "As of 15 April 2034")
    assert note.paragraphs[0].style is not None
    assert note.paragraphs[0].style.name == "Title"


def test_heading_levels_have_no_gaps(note: Document) -> None:
    """Each heading is at most one level below the one before it, and the first is the highest."""
    names = [p.style.name for p in note.paragraphs if p.style is not None and p.style.name]
    levels = [int(name[-1]) for name in names if re.fullmatch(r"Heading \d", name)]
    assert levels[0] == 1
    assert all(next_ - level <= 1 for level, next_ in pairwise(levels))


def test_no_paragraph_is_empty(
    note: Document, paragraphs: Callable[[Document], list[Paragraph]]
) -> None:
    """Space comes from the styles; no cell and no paragraph is without text."""
    assert [p for p in paragraphs(note) if not p.text.strip()] == []


def test_every_style_used_is_there(note: Document) -> None:
    """Each style that a paragraph, run or table names is defined."""
    tags = (qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
    used = {e.get(qn("w:val")) for e in note.element.body.iter(*tags)}
    defined = {style.style_id for style in note.styles}
    assert used <= defined


def test_tables_are_set_for_readers_and_pages(note: Document) -> None:
    """The header row repeats, no row breaks, and each table has a caption and a description."""
    assert note.tables
    for table in note.tables:
        rows = table._tbl.tr_lst  # noqa: SLF001 - python-docx has no door to these
        assert [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows] == [
            True,
            *[False] * (len(rows) - 1),
        ]
        assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)
        properties = table._tbl.tblPr  # noqa: SLF001 - python-docx has no door to these
        for tag in ("w:tblCaption", "w:tblDescription"):
            described = properties.find(qn(tag))
            assert described is not None
            assert str(described.get(qn("w:val"))).endswith(".")


def marks_and_links(note: Document) -> tuple[list[str], set[str]]:
    """The bookmarks of a note, and those that its links and fields lead to."""
    body = note.element.body
    marks = [str(e.get(qn("w:name"))) for e in body.iter(qn("w:bookmarkStart"))]
    links = {str(e.get(qn("w:anchor"))) for e in body.iter(qn("w:hyperlink"))} - {"None"}
    fields = [str(e.text).split() for e in body.iter(qn("w:instrText"))]
    assert {words[0] for words in fields} <= {"NOTEREF", "PAGEREF", "TOC"}
    return marks, links | {words[1] for words in fields if words[0] != "TOC"}


def test_every_internal_link_leads_somewhere(note: Document) -> None:
    """Each link and field has its bookmark, there once, and nothing is marked without need."""
    marks, links = marks_and_links(note)
    assert len(set(marks)) == len(marks)
    assert links == set(marks)


def test_a_list_of_sources_is_a_numbered_list_with_links(
    records: dict[str, PolicyRecord],
    opened: Opened,
    footnotes: Callable[[Document], list[Paragraph]],
) -> None:
    """With sources=list each source is an item of a real list, to which its number leads."""
    note = opened(records["lagemeer-2031-7"], sources="list")
    items = [p for p in note.paragraphs if p.style is not None and p.style.name == "Note Source"]
    marks, links = marks_and_links(note)
    sources = [mark for mark in marks if "source" in mark]
    shown = {
        (link.get(qn("w:anchor")), "".join(str(text.text) for text in link.iter(qn("w:t"))))
        for link in note.element.body.iter(qn("w:hyperlink"))
        if "source" in str(link.get(qn("w:anchor")))
    }
    assert items
    assert [item.style.element.find(f".//{qn('w:numPr')}") is not None for item in items] == [  # type: ignore[union-attr]  # each has a style
        True
    ] * len(items)
    assert sources == [f"ssrpolicy_source_{n}" for n in range(1, len(items) + 1)]
    assert links == set(marks)
    assert shown == {(f"ssrpolicy_source_{n}", f"{n}") for n in range(1, len(items) + 1)}
    assert footnotes(note) == []


def test_every_external_link_has_its_target(note: Document) -> None:
    """The relationship of each link to the web is in the package."""
    ids = {e.get(qn("r:id")) for e in note.element.body.iter(qn("w:hyperlink"))} - {None}
    assert ids
    assert ids <= set(note.part.rels)


def test_lists_are_real_lists(
    note: Document, paragraphs: Callable[[Document], list[Paragraph]]
) -> None:
    """Items have styles with numbering, and none carries a bullet of its own."""
    items = [p for p in paragraphs(note) if (p.style.name or "").startswith("List Bullet")]  # type: ignore[union-attr]  # each has a style
    assert items
    assert all(p.style.element.find(f".//{qn('w:numPr')}") is not None for p in items)  # type: ignore[union-attr]  # each has a style
    assert not [p for p in items if p.text[0] in "•-–*"]


def test_pages_are_numbered(note: Document) -> None:
    """The foot of the page has the page number and the number of pages, as fields."""
    footer = note.sections[0].footer
    fields = [e.text.strip() for e in footer._element.iter(qn("w:instrText"))]  # noqa: SLF001 - python-docx has no door to fields
    assert fields == ["PAGE", "NUMPAGES"]
    assert footer.paragraphs[0].text.split("\t")[1] in ("Pagina 1 van 1", "Page 1 of 1")


def test_the_body_ends_with_text(note: Document) -> None:
    """A table never ends the body, which Word would not open."""
    *_, last, section = note.element.body
    assert (last.tag, section.tag) == (qn("w:p"), qn("w:sectPr"))


def test_it_has_the_parts_that_word_writes_itself(note: Document) -> None:
    """A theme and a table of fonts are there, which checkers of documents ask for."""
    kinds = {each.reltype.rpartition("/")[2] for each in note.part.rels.values()}
    assert {"styles", "numbering", "settings", "fontTable", "theme"} <= kinds


def test_text_below_a_table_keeps_its_distance(records: dict[str, PolicyRecord]) -> None:
    """A sentence on what is left out does not stand against the last line of the table."""
    out = io.BytesIO()
    day = dt.date(2031, 10, 1)
    ssrpolicy.report(records["lagemeer-2031-7"], "word-annex", out, as_of=day, language="nl")
    blocks = list(docx.Document(out).element.body)
    said = "zijn buiten beschouwing gelaten"
    (last,) = (
        block
        for above, block in pairwise(blocks)
        if above.tag == qn("w:tbl") and said in "".join(block.itertext())
    )

    assert int(last.pPr.find(qn("w:spacing")).get(qn("w:before"))) > 0


@pytest.mark.parametrize("reporter", ["word", "word-dossier", "word-changes"])
def test_sources_never_begin_a_page_alone(records: dict[str, PolicyRecord], reporter: str) -> None:
    """What stands last above them, a sentence or the row of a table, goes along with them."""
    out = io.BytesIO()
    options = {"since": "2031-01-01"} if reporter == "word-changes" else {}
    ssrpolicy.report(
        records["lagemeer-2031-7"],
        reporter,
        out,
        as_of=dt.date(2034, 4, 15),
        language="nl",
        options=options,
    )
    body = list(docx.Document(out).element.body)
    said = ["".join(text.text or "" for text in each.iter(qn("w:t"))) for each in body]
    ends = ("Bronnen", "Alle citaten", "Eén citaat")
    at = next(n for n, each in enumerate(said) if each.startswith(ends))
    above = body[at - 1]
    last = list(above.iter(qn("w:tr")))[-1] if above.tag == qn("w:tbl") else above

    assert all(each.find(f".//{qn('w:keepNext')}") is not None for each in last.iter(qn("w:p")))


@pytest.mark.parametrize(
    "language, questions", [("nl", "Uit de vragen van"), ("en", "From the questions of")]
)
def test_words_that_lead_on_stay_with_what_they_lead_to(
    language: Language, questions: str, records: dict[str, PolicyRecord]
) -> None:
    """Which paper asks what follows is never said alone at the foot of a page of the dossier."""
    out = io.BytesIO()
    record, day = records["lagemeer-2031-7"], dt.date(2034, 4, 15)
    ssrpolicy.report(record, "word-dossier", out, as_of=day, language=language)
    note = docx.Document(out)
    lead = note.styles["Note Lead"]

    leading = [each.text for each in note.paragraphs if each.style == lead]

    assert any(each.startswith(questions) for each in leading)
    assert lead.element.find(f".//{qn('w:keepNext')}") is not None
