"""How footnotes cite: a paper in whole the first time, and by its kind and date after that."""

from collections.abc import Callable

import pytest
from docx.document import Document
from docx.text.paragraph import Paragraph

from ssrpolicy import PolicyRecord
from ssrpolicy.views import Source, unbroken
from ssrpolicy_word.writing.sources import short_references

Opened = Callable[..., Document]
Footnotes = Callable[[Document], list[Paragraph]]


@pytest.mark.parametrize(
    "language, whole",
    [
        ("nl", "Brief van 29 april 2010 (Kamerstukken II 2009/10, 32123-X, nr. 124)"),
        ("en", "Letter of 29 April 2010 (Parliamentary Papers II 2009/10, 32123-X, no. 124)"),
    ],
)
def test_a_paper_is_cited_in_whole_once(
    records: dict[str, PolicyRecord],
    opened: Opened,
    footnotes: Footnotes,
    language: str,
    whole: str,
) -> None:
    """The first footnote has number and address; the others kind, date, and the place."""
    short = unbroken(whole.partition(" (")[0])
    first, *others = (
        note.text.strip() for note in footnotes(opened(records["kst-32123-X-124"], language))
    )
    assert first.startswith(f"{unbroken(whole)}, ")
    assert first.endswith("(https://zoek.officielebekendmakingen.nl/kst-32123-X-124.html).")
    assert len(others) > 60
    assert [note for note in others if not note.startswith((f"{short}, ", f"{short}: "))] == []


def test_a_list_of_sources_cites_in_whole(records: dict[str, PolicyRecord], opened: Opened) -> None:
    """An item of a list is looked up by itself, and stands by itself."""
    note = opened(records["kst-32123-X-124"], sources="list")
    items = [
        p.text for p in note.paragraphs if p.style is not None and p.style.name == "Note Source"
    ]
    whole = "Brief van 29 april 2010 (Kamerstukken II 2009/10, 32123-X, nr. 124), "
    assert items
    assert [item for item in items if not item.startswith(unbroken(whole))] == []


def test_where_to_look_is_not_weighty(
    records: dict[str, PolicyRecord],
    opened: Opened,
    paragraphs: Callable[[Document], list[Paragraph]],
) -> None:
    """What refers to an earlier note is not bold, even after a sentence that is."""
    note = opened(records["lagemeer-2031-7"])
    runs = [
        run
        for paragraph in paragraphs(note)
        for run in paragraph.runs
        if run.text.casefold().startswith((" (zie noot", " (zie ook noot"))
    ]
    assert runs
    assert [run.text for run in runs if run.bold] == []


def source(number: int, paper: str) -> Source:
    """A source in a paper."""
    return Source(
        number=number,
        quote="Het kabinet zegt dit toe.",
        language="nl",
        place="alinea 1",
        paper=paper,
        url=None,
        first=True,
        remark=None,
        full_id=f"small#{number}",
    )


def test_a_paper_that_kind_and_date_do_not_tell_apart_is_always_cited_in_whole() -> None:
    """Two letters of one day, and a report without a date, keep their number or title."""
    papers = (
        "Brief van 3 mei 2011 (Kamerstukken II 2010/11, 32123-X, nr. 4)",
        "Brief van 3 mei 2011 (Kamerstukken II 2010/11, 32123-V, nr. 9)",
        "Motie van 3 mei 2011 (Kamerstukken II 2010/11, 32123-X, nr. 7)",
        "Motie van 3 mei 2011 (Kamerstukken II 2010/11, 32123-X, nr. 7)",
        "Rapport (“De brandweer in 2010 (deel 1)”)",
    )
    sources = [source(number, paper) for number, paper in enumerate(papers, 1)]
    assert short_references(sources) == {papers[2]: "Motie van 3 mei 2011"}
