"""Every report of the fixtures, byte for byte: what is inside must not change unnoticed.

A package (.xlsx, .docx) is held part by part, uncompressed, because compression differs between
machines; a text file is held whole. A byte that has to change is renewed with --update-goldens,
and the commit says why.
"""

import datetime as dt
import hashlib
import io
import itertools
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest

import ssrpolicy
from ssrpolicy.messages import messages_in
from ssrpolicy.model import Language, PolicyRecord
from ssrpolicy.reporting.portfolio import Portfolio, read_portfolio

pytestmark = pytest.mark.heavy

ROOT = Path(__file__).parents[2]
LANGUAGES: tuple[Language, ...] = ("nl", "en")
SINCE = dt.date(2010, 6, 1)
REPORTS: tuple[tuple[str, Mapping[str, object]], ...] = (
    ("json", {}),
    ("json", {"derived": False, "indent": 0}),
    ("excel", {}),
    ("excel", {"group": "owner", "protect": True, "summaries": "both", "print_all": True}),
    ("excel", {"columns": ("main",), "paper": "a4"}),
    ("word", {}),
    ("word", {"sources": "list"}),
    ("word-annex", {}),
    ("word-changes", {"since": SINCE}),
    ("html", {}),
    ("html", {"sources": False, "timeline": False, "colours": "dark"}),
)


@pytest.fixture
def works(  # noqa: PLR0917 - one for each of the fixtures and their days
    portfolio: Portfolio,
    letter_record: PolicyRecord,
    invented: PolicyRecord,
    invented_as_of: dt.date,
    clean: Portfolio,
    clean_as_of: dt.date,
) -> tuple[tuple[str, Sequence[PolicyRecord], dt.date], ...]:
    """Each record of the fixtures and two together, with a name and the day of their reports."""
    return (
        (clean.records[0].id, clean.records, clean_as_of),
        (letter_record.id, [letter_record], dt.date(2010, 12, 31)),
        (invented.id, [invented], invented_as_of),
        ("both", portfolio.records, invented_as_of),
    )


def test_reports_have_the_same_bytes_as_before(
    golden: Callable[[str, str], None],
    works: tuple[tuple[str, Sequence[PolicyRecord], dt.date], ...],
) -> None:
    """Each part of each report of each record, and of two together, has the digest on record."""
    lines: list[str] = []
    for name, records, as_of in works:
        for language, (reporter, options) in itertools.product(LANGUAGES, REPORTS):
            out = io.BytesIO()
            ssrpolicy.report(
                records, reporter, out, as_of=as_of, language=language, options=options
            )
            given = (f"{key}={value}" for key, value in options.items())
            title = " ".join((name, language, reporter, *given))
            lines += [f"{title} {part}" for part in _digests(out.getvalue())]

    golden("report-digests.txt", "\n".join(lines) + "\n")


@pytest.mark.parametrize("language, name", [("en", "findings.txt"), ("nl", "findings-nl.txt")])
def test_every_finding_is_reported_as_before(
    language: Language, name: str, golden: Callable[[str, str], None]
) -> None:
    """What is found in each fixture, as it is printed: code, place, message and hint."""
    with messages_in(language):
        golden(name, _findings())


@pytest.mark.slow
def test_reports_have_the_same_bytes_whoever_reads_the_messages(
    portfolio: Portfolio, invented_as_of: dt.date
) -> None:
    """The language of messages and that of the machine change nothing in a report."""
    for language, (reporter, options) in itertools.product(LANGUAGES, REPORTS):
        made = []
        for spoken in LANGUAGES:
            out = io.BytesIO()
            with messages_in(spoken):
                ssrpolicy.report(
                    portfolio.records,
                    reporter,
                    out,
                    as_of=invented_as_of,
                    language=language,
                    options=options,
                )
            made.append(out.getvalue())

        assert made[0] == made[1], (reporter, language)


def _findings() -> str:
    lines: list[str] = []
    for folder in (ROOT / "fixtures" / "records", *sorted((ROOT / "fixtures/broken").iterdir())):
        lines.append(f"# {folder.relative_to(ROOT).as_posix()}")
        for finding in read_portfolio([folder]).findings:
            position = finding.location.line or finding.location.pointer
            place = f"{finding.location.file}:{position} {finding.subject}"
            lines.append(f"{finding.severity} {finding.code} {place}")
            said = (finding.message, finding.hint)
            lines += [f"    {words}" for words in said if words]

    return "\n".join(lines).replace(f"{ROOT}/", "") + "\n"


def _digests(data: bytes) -> Iterator[str]:
    """A line for each part of a package, in their order, or one for a file of text."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        yield _digest(data)
        return
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for part in package.namelist():
            yield f"{part} {_digest(package.read(part))}"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:20]
