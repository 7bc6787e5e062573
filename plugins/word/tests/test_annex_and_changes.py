"""The annex and the overview of changes as Word documents: their contract, words and errors."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import ClassVar

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

import ssrpolicy
from ssrpolicy import Commitment, Language, OptionError, PolicyRecord
from ssrpolicy.evidence import SourceText
from ssrpolicy.reporting import Reporter, load_plugins, report_names
from ssrpolicy.testing import ReporterContract, small_record
from ssrpolicy.views import unbroken
from ssrpolicy_word.reporters import BudgetAnnex, Changes
from tables import each_case

AS_OF = {"kst-32123-X-124": dt.date(2010, 12, 31), "lagemeer-2031-7": dt.date(2034, 4, 15)}
SINCE = {"kst-32123-X-124": dt.date(2010, 3, 31), "lagemeer-2031-7": dt.date(2031, 6, 30)}
FIRST = dt.date(1815, 1, 1)
"""A day before every document, so that all that is recorded changed since."""


class _Documents(ReporterContract):
    """What the contract needs to know of both: they are Word documents about commitments."""

    # Requests are shown where a motion asks them.
    shows = (Commitment,)

    def text_of(self, data: bytes) -> str:
        """Return the text of every paragraph, those in tables too."""
        document = docx.Document(io.BytesIO(data))
        body = document.element.body
        return "\n".join(Paragraph(p, document).text for p in body.iter(qn("w:p")))


@pytest.mark.heavy
class TestBudgetAnnex(_Documents):
    """The annex keeps the contract that every reporter keeps."""

    reporter = BudgetAnnex()


@pytest.mark.heavy
class TestChanges(_Documents):
    """The overview of changes keeps the contract that every reporter keeps."""

    reporter = Changes()
    given: ClassVar[Mapping[str, object]] = {"since": FIRST}


# pytest would collect the class that the two inherit from, which has no reporter.
del _Documents


def written(record: PolicyRecord, name: str, language: Language, **options: object) -> bytes:
    """The bytes of a report on a record."""
    out = io.BytesIO()
    ssrpolicy.report(record, name, out, as_of=AS_OF[record.id], language=language, options=options)
    return out.getvalue()


@pytest.fixture(scope="module")
def records(fixtures: Path) -> dict[str, PolicyRecord]:
    """The records of the fixtures, by their id."""
    return {id: ssrpolicy.load(fixtures / "records" / id) for id in AS_OF}


def options_for(name: str, id: str) -> dict[str, object]:
    """The options without which a reporter cannot do."""
    return {"since": SINCE[id]} if name == "word-changes" else {"sources": "footnotes"}


# -- the words -------------------------------------------------------------------------------------


def projection(data: bytes) -> str:
    """A document as a reader goes over it: headings, paragraphs, tables row by row, and notes."""
    return "".join(f"{line}\n" for line in (*_body(data), "", *_notes(data)))


def _body(data: bytes) -> Iterator[str]:
    document = docx.Document(io.BytesIO(data))
    for item in document.iter_inner_content():
        if isinstance(item, Table):
            for row in item._tbl.tr_lst:  # noqa: SLF001 - python-docx is slow by its door to rows
                yield "-"
                for cell in row.iter(qn("w:tc")):
                    said = [Paragraph(p, document).text for p in cell.iter(qn("w:p"))]  # type: ignore[arg-type]  # they are paragraphs
                    yield f"  | {_shown(' ⏎ '.join(said))}"
        else:
            style = item.style.name if item.style is not None else ""
            level = re.fullmatch(r"Heading (\d)", style or "")
            yield f"{'#' * int(level[1])} {item.text}" if level else _shown(item.text)


def _shown(text: str) -> str:
    return text.replace("\t", " → ").replace("\n", " ⏎ ")


def _notes(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if "word/footnotes.xml" not in package.namelist():
            return
        notes = parse_xml(package.read("word/footnotes.xml"))
    for note in notes.iter(qn("w:footnote")):
        if note.get(qn("w:type")) is None:
            yield "".join(text.text or "" for text in note.iter(qn("w:t"))).strip()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("id", AS_OF)
@pytest.mark.parametrize("name", ["word-annex", "word-changes"])
def test_it_reads_as_it_was_approved(
    records: dict[str, PolicyRecord],
    golden: Callable[[str, str], None],
    name: str,
    id: str,
    language: Language,
) -> None:
    """Every word of it was read by somebody; a change is read again before it is kept."""
    data = written(records[id], name, language, **options_for(name, id))
    golden(f"{id}-{name}-{language}.txt", projection(data))


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("id", AS_OF)
@pytest.mark.parametrize("name", ["word-annex", "word-changes"])
def test_every_commitment_is_told_with_its_quotes(
    records: dict[str, PolicyRecord], name: str, id: str, language: Language
) -> None:
    """Each commitment stands in it, and each of its quotes stands in a footnote."""
    record = records[id]
    told = {"since": FIRST} if name == "word-changes" else {}
    shown = projection(written(record, name, language, sources="footnotes", **told))
    summaries = [commitment.summary.text(language) for commitment in record.commitments]
    quotes = [
        SourceText(passage.quote).display(0, len(passage.quote))
        for commitment in record.commitments
        for passage in commitment.quotes
    ]
    assert [text for text in summaries if unbroken(text) not in shown] == []
    # Character for character: a quote has the spaces of its source.
    assert [quote for quote in quotes if f"“{quote}”" not in shown] == []


def test_text_that_breaks_formats_comes_out_as_it_went_in() -> None:
    """A formula, markup and a mark of direction are text like any other."""
    record = small_record().with_update(
        "report", date=dt.date(2011, 3, 2), by="=1+1", claimed="fulfilled", note="<b>&\u202eabc"
    )
    out = io.BytesIO()
    ssrpolicy.report(record, "word-annex", out, as_of=dt.date(2011, 4, 1), language="nl")
    shown = projection(out.getvalue())
    assert "Afgedaan (gemeld op 2\u00a0maart 2011). <b>&\\u202eabc." in shown


# -- names and options -----------------------------------------------------------------------------


def test_the_files_bear_the_names_of_their_reporters() -> None:
    """The briefing note is the distribution's first reporter; these come after it."""
    registry = load_plugins()
    asked = [registry.reporter(name) for name in ("word", "word-annex", "word-changes")]
    assert list(report_names(asked, "kst-32123-X-124").values()) == [
        "kst-32123-X-124.docx",
        "kst-32123-X-124-word-annex.docx",
        "kst-32123-X-124-word-changes.docx",
    ]


@pytest.mark.parametrize("reporter", [BudgetAnnex(), Changes()])
def test_both_are_reporters(reporter: Reporter) -> None:
    """They have the members of the contract."""
    assert isinstance(reporter, Reporter)


@each_case(
    "given, message",
    [
        ({}, "the option since, the first of them, is missing"),
        ({"since": "2011-04-01"}, "it must be a day before 2011-04-01, the day of the report"),
        ({"since": dt.date(2011, 4, 2)}, "it must be a day before 2011-04-01"),
        ({"since": "ooit"}, "The option since of word-changes is 'ooit'"),
        ({"since": FIRST, "stale_after": 0}, "The option stale_after of word-changes is 0"),
    ],
)
def test_a_period_that_cannot_be_is_refused_with_what_would_work(
    given: dict[str, object], message: str
) -> None:
    """The error names the option, what it holds, and a day that would do; nothing is written."""
    out = io.BytesIO()
    with pytest.raises(OptionError, match=re.escape(message)):
        ssrpolicy.report(
            small_record(), "word-changes", out, as_of=dt.date(2011, 4, 1), options=given
        )
    assert out.getvalue() == b""


# -- in LibreOffice --------------------------------------------------------------------------------


@pytest.mark.office
@pytest.mark.parametrize("name", ["word-annex", "word-changes"])
def test_libreoffice_reads_every_commitment_with_its_quotes(
    records: dict[str, PolicyRecord], converted: Callable[[bytes, str, str], bytes], name: str
) -> None:
    """Opened and saved by another program, both documents still say all that they said."""
    options: dict[str, object] = {"sources": "footnotes"}
    if name == "word-changes":
        options["since"] = FIRST
    for record in records.values():
        saved = converted(written(record, name, "nl", **options), "docx", "fodt")
        text = str(etree.tostring(etree.fromstring(saved), method="text", encoding="unicode"))
        # A hyphen at which no line breaks is a hyphen all the same.
        shown = " ".join(text.replace("\u2011", "-").split())
        for commitment in record.commitments:
            assert " ".join(commitment.summary.text("nl").split()) in shown
            for passage in commitment.quotes:
                assert f"“{SourceText(passage.quote).display(0, len(passage.quote))}”" in shown


# -- what an office keeps to itself ----------------------------------------------------------------

WORKING_NOTE = "Het eerste jaarbericht is in voorbereiding."
OFFICIAL = "S. Blauw"


def _everything(data: bytes) -> str:
    """All that is in the package: every part, its properties, notes and comments among them."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return "\n".join(
            package.read(part).decode("utf-8", "replace") for part in package.namelist()
        )


def test_the_annex_has_neither_working_notes_nor_the_names_of_officials(
    records: dict[str, PolicyRecord],
) -> None:
    """Nothing of an internal update but what it says of the status is in any part of the file."""
    record = records["lagemeer-2031-7"]
    record = record.with_update(
        "control-room",
        date=dt.date(2034, 3, 1),
        by="J. de Wit, onderzoeker",
        internal=True,
        claimed="in_progress",
        note="Ligt bij DAF.",
    )
    found = _everything(written(record, "word-annex", "nl"))

    for hidden in (WORKING_NOTE, OFFICIAL, "beleidsmedewerker", "de Wit", "onderzoeker", "DAF"):
        assert hidden not in found
    assert "In uitvoering (gemeld op 1\u00a0maart 2034)." in found

    english = _everything(written(record, "word-annex", "en"))
    assert "In progress (reported on 1\u00a0March 2034)." in english
    assert "de Wit" not in english


def test_the_annex_with_internal_notes_marks_them(records: dict[str, PolicyRecord]) -> None:
    """Where they are asked for they stand there, marked."""
    data = written(records["lagemeer-2031-7"], "word-annex", "nl", internal=True)

    assert f"[Intern] {WORKING_NOTE}" in projection(data)
    assert OFFICIAL in projection(data)


def test_working_notes_stand_marked_in_the_overview_of_changes(
    records: dict[str, PolicyRecord],
) -> None:
    """It is for the office itself; asked to leave them out it names nobody either."""
    options = options_for("word-changes", "lagemeer-2031-7")
    record = records["lagemeer-2031-7"].with_update(
        "control-room",
        date=dt.date(2034, 3, 1),
        by="J. de Wit, onderzoeker",
        internal=True,
        claimed="in_progress",
        note="Ligt bij DAF.",
    )

    shown = projection(written(record, "word-changes", "nl", **options))
    found = _everything(written(record, "word-changes", "nl", **options, internal="no"))

    assert "[Intern] Ligt bij DAF." in shown
    for hidden in (WORKING_NOTE, OFFICIAL, "de Wit", "Nog na te gaan", "DAF"):
        assert hidden not in found
