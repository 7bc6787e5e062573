"""The contract finds a reporter that loses or changes what a record says."""

import io
import re
import zipfile

import pytest

from faithful import Faithful, Fault, complaint
from ssrpolicy import Commitment, LocalText
from ssrpolicy.reporting import Report
from ssrpolicy.testing import AS_OF, FORMULAS, ReporterContract, small_record
from ssrpolicy.testing.media_types import formula_fault
from ssrpolicy.views import visible


class Dutch(Faithful):
    """Knows no English."""

    def _text(self, report: Report) -> str:
        return super()._text(Report(records=report.records, as_of=report.as_of, language="nl"))


class Plain(Faithful):
    """Knows no letters but A to Z."""

    def _text(self, report: Report) -> str:
        return super()._text(report).encode("ascii", "ignore").decode()


class Reckoning(Faithful):
    """Shows what a formula comes to, and not the formula."""

    def _text(self, report: Report) -> str:
        return re.sub(r"^[=+@-].*$", "0", super()._text(report), flags=re.MULTILINE)


class Short(Faithful):
    """Cuts long texts silently."""

    def _text(self, report: Report) -> str:
        return "\n".join(line[:255] for line in super()._text(report).split("\n"))


class Quoting(Faithful):
    """Takes for granted that an update which rests on a document quotes it."""

    def _text(self, report: Report) -> str:
        updates = [each for record in report.records for each in record.updates]
        quotes = [each.quotes[0].quote for each in updates if each.document]
        return "\n".join([super()._text(report), *quotes])


FAULTS: dict[str, Fault] = {
    "language": (
        Dutch(),
        ReporterContract.test_it_shows_every_summary,
        "in the report on small in en, the first of them 'Report on the service'",
    ),
    "letters": (
        Plain(),
        ReporterContract.test_it_shows_every_summary,
        "in the report on nasty in nl, the first of them '„=1+1”'",
    ),
    "length": (
        Short(),
        ReporterContract.test_it_shows_every_summary,
        "in the report on nasty in nl, the first of them 'een lange zin",
    ),
    "a document without a quote": (
        Quoting(),
        ReporterContract.test_it_shows_every_summary,
        "tuple index out of range",
    ),
    "diacritics": (
        Plain(),
        ReporterContract.test_it_shows_diacritics,
        "in the report on diacritics, the first of them 'geïnformeerd",
    ),
    "direction": (
        Plain(),
        ReporterContract.test_it_shows_text_from_right_to_left,
        "4 texts are not shown in the report on text from right to left",
    ),
    "emoji": (
        Plain(),
        ReporterContract.test_it_shows_emoji,
        "2 texts are not shown in the report on emoji",
    ),
    "formula": (
        Reckoning(),
        ReporterContract.test_text_is_not_a_formula,
        "in the report on formulas, the first of them '=SUM(A1:A9)'",
    ),
}


@pytest.mark.parametrize("case", FAULTS)
def test_a_text_that_is_lost_is_named(case: str) -> None:
    """The first text that is not shown is named, with the record and the language."""
    reporter, broken, expected = FAULTS[case]

    assert expected in complaint(reporter, broken)


class OnOneLine(Faithful):
    """Puts each text on one line, and then shows what is not seen in it as its code."""

    def _text(self, report: Report) -> str:
        texts = [each.summary for r in report.records for each in r.requests]
        texts += [each.summary for r in report.records for each in r.statements]
        texts += [each.name for record in report.records for each in record.instruments]
        lines = [record.id for record in report.records]
        lines += [" ".join(text.text(report.language).split()) for text in texts]
        return "\n".join(visible(line, controls=False) for line in lines)


def test_what_is_not_seen_may_stand_as_its_code_on_one_line() -> None:
    """The mark that separates lines is one of those, and white space too."""
    made = type("Contract", (ReporterContract,), {"reporter": OnOneLine()})()

    made.test_it_shows_every_summary()


class Promises(Faithful):
    """Shows commitments, and leaves out everything else on purpose."""

    def _text(self, report: Report) -> str:
        every = (each for record in report.records for each in record.commitments)
        return "\n".join(("Promises", *(each.summary.text(report.language) for each in every)))


def test_a_reporter_of_one_kind_says_which_it_shows() -> None:
    """The test that misses the other kinds says how."""
    assert complaint(Promises(), ReporterContract.test_it_shows_every_summary).endswith(
        "of a reporter that leaves out kinds on purpose, shows says which it shows"
    )
    members = {"reporter": Promises(), "shows": (Commitment,)}
    made = type("Contract", (ReporterContract,), members)()

    made.test_it_shows_every_summary()
    made.test_it_shows_diacritics()
    assert list(made.expected(Report(records=(small_record(),), as_of=AS_OF))) == [
        each.summary.text("nl") for each in small_record().commitments
    ]


def test_what_is_expected_is_a_text() -> None:
    """A summary in two languages is not yet a text."""
    members = {"expected": lambda _self, _report: [LocalText(nl="een")]}
    made = type("Contract", (ReporterContract,), {"reporter": Faithful(), **members})()

    with pytest.raises(AssertionError, match="not a text, such as a LocalText"):
        made.test_it_shows_every_summary()


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHEETS = {
    "xlsx": (XLSX, "xl/worksheets/sheet1.xml", "<c><f>{cell}</f></c>"),
    "ods": (
        "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml",
        '<table:table-cell table:formula="of:={cell}"/>',
    ),
}


@pytest.mark.parametrize("suffix", SHEETS)
def test_a_formula_of_a_workbook_that_is_a_text_is_caught(suffix: str) -> None:
    """A text as a formula is a fault, a total of the sheet's own is not."""
    kind, part, cell = SHEETS[suffix]

    def workbook(formula: str) -> bytes:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as package:
            package.writestr(part, cell.format(cell=formula))
        return packed.getvalue()

    found = [formula_fault(kind, workbook(f), FORMULAS) for f in ("SUM(A1:A9)", "COUNTA(C2:C7)")]

    assert found[0] is not None
    assert f"{part} has a text as a formula: '=SUM(A1:A9)'" in found[0]
    assert found[1] is None
