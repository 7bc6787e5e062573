"""Notes as a reader gets them: written through the host, and opened again with python-docx."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

import ssrpolicy
from ssrpolicy import Language, PolicyRecord

Opened = Callable[..., Document]

AS_OF = {"kst-32123-X-124": dt.date(2010, 12, 31), "lagemeer-2031-7": dt.date(2034, 4, 15)}
"""The day for which each record of the fixtures is reported."""


@pytest.fixture(scope="session")
def records(fixtures: Path) -> dict[str, PolicyRecord]:
    """The records of the fixtures, by their id; every document has its text."""
    return {id: ssrpolicy.load(fixtures / "records" / id) for id in AS_OF}


def written(
    records: PolicyRecord | Iterable[PolicyRecord],
    language: Language = "nl",
    as_of: dt.date | None = None,
    *,
    reporter: str = "word-dossier",
    **options: object,
) -> bytes:
    """The bytes of a note; the same is made once, but in a template, whose file may change."""
    given = (records,) if isinstance(records, PolicyRecord) else tuple(records)
    day = as_of or max(AS_OF.get(record.id, dt.date(2011, 4, 1)) for record in given)
    make = _made.__wrapped__ if "template" in options else _made
    return make(given, language, day, reporter, tuple(options.items()))


@cache
def _made(
    records: tuple[PolicyRecord, ...],
    language: Language,
    as_of: dt.date,
    reporter: str,
    options: tuple[tuple[str, object], ...],
) -> bytes:
    out = io.BytesIO()
    ssrpolicy.report(records, reporter, out, as_of=as_of, language=language, options=dict(options))
    return out.getvalue()


@pytest.fixture(scope="session")
def bytes_of() -> Callable[..., bytes]:
    """A function that gives a note's bytes: `bytes_of(records, language, as_of, **options)`."""
    return written


@pytest.fixture(scope="session")
def opened() -> Opened:
    """A function that gives a note opened again, with the arguments of `bytes_of`."""

    def opened(*args: object, **options: object) -> Document:
        return docx.Document(io.BytesIO(written(*args, **options)))  # type: ignore[arg-type]  # arguments are passed on as they were given

    return opened


def every_paragraph(document: Document) -> list[Paragraph]:
    """Every paragraph of the body in order, those in tables too."""
    body = document._body  # noqa: SLF001 - python-docx has no door to cells
    return [Paragraph(p, body) for p in document.element.body.iter(qn("w:p"))]


def every_footnote(document: Document) -> list[Paragraph]:
    """Every paragraph of the footnotes in order, those of the separators left out."""
    part = next(
        (r.target_part for r in document.part.rels.values() if r.reltype.endswith("/footnotes")),
        None,
    )
    if part is None:
        return []
    notes = parse_xml(part.blob)
    return [
        Paragraph(p, document.styles)  # type: ignore[arg-type]  # all that it needs of a parent is a part
        for note in notes.iter(qn("w:footnote"))
        if note.get(qn("w:type")) is None
        for p in note.iter(qn("w:p"))
    ]


@pytest.fixture
def footnotes() -> Callable[[Document], list[Paragraph]]:
    """A function that gives every footnote of a note."""
    return every_footnote


@pytest.fixture
def paragraphs() -> Callable[[Document], list[Paragraph]]:
    """A function that gives every paragraph of a note, those in tables too."""
    return every_paragraph


@pytest.fixture
def words() -> Callable[[Document], str]:
    """A function that gives all that a reader sees, a paragraph a line, the footnotes last."""
    return lambda document: "\n".join(
        paragraph.text for paragraph in (*every_paragraph(document), *every_footnote(document))
    )


@pytest.fixture(scope="session")
def parts() -> Mapping[str, bytes]:
    """The parts of a template that works."""
    out = io.BytesIO()
    template = docx.Document()
    template.add_paragraph("Huisstijl.")
    template.save(out)
    with zipfile.ZipFile(out) as package:
        return {name: package.read(name) for name in package.namelist()}
