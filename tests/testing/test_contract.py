"""The contract for reporters catches what it is there to catch."""

import datetime as dt
import io
import itertools
import re
import zipfile
from collections.abc import Callable
from enum import StrEnum
from typing import BinaryIO

import pytest
from attrs import frozen

from ssrpolicy.errors import SsrPolicyError
from ssrpolicy.reporting import NoOptions, Report, option
from ssrpolicy.testing import AS_OF, ReporterContract


class Faithful:
    """A reporter as it should be: every summary, one a line."""

    name = "faithful"
    summary = "Every summary, one a line."
    suffix = "txt"
    media_type = "text/plain"
    api = 1
    options: type = NoOptions

    def write(self, report: Report, out: BinaryIO) -> None:
        """Write the id of each record, its summaries and its instruments."""
        out.write(self._text(report).encode())

    def _text(self, report: Report) -> str:
        """The lines of the report."""
        lines = []
        for record in report.records:
            lines += [record.id]
            lines += [request.summary.text(report.language) for request in record.requests]
            lines += [stated.summary.text(report.language) for stated in record.statements]
            lines += [means.name.text(report.language) for means in record.instruments]
        return "\n".join(lines)


class TestFaithful(ReporterContract):
    """A reporter without a fault keeps the whole contract."""

    reporter = Faithful()


class Counting(Faithful):
    """Writes something else each time."""

    numbers = itertools.count()

    def _text(self, report: Report) -> str:
        return f"{super()._text(report)}\n{next(self.numbers)}"


class Clocked(Faithful):
    """Writes the day on which it was made."""

    def _text(self, report: Report) -> str:
        return f"{super()._text(report)}\n{dt.datetime.now(dt.UTC).date()}"


class Packed(Faithful):
    """Writes a package whose parts bear the moment."""

    def write(self, report: Report, out: BinaryIO) -> None:
        """Write the text as the one part of a package."""
        with zipfile.ZipFile(out, "w") as package:
            package.writestr("text.txt", self._text(report))


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


class Forceful(Faithful):
    """Changes the record, frozen as it is."""

    def _text(self, report: Report) -> str:
        text = super()._text(report)
        for record in report.records:
            object.__setattr__(record, "instruments", ())
        return text


class Talkative(Faithful):
    """Prints how far it is."""

    def _text(self, report: Report) -> str:
        print("Bezig ...")  # noqa: T201 - the fault that is tried
        return super()._text(report)


class Early(Faithful):
    """Cannot report as of a day before every paper."""

    def _text(self, report: Report) -> str:
        if report.as_of.year < 1900:
            raise ValueError("dates begin in 1900")
        return super()._text(report)


class Silent(Faithful):
    """Writes nothing when nothing is recorded."""

    def _text(self, report: Report) -> str:
        return super()._text(report) if report.records[0].statements else ""


class Wordless(Faithful):
    """Says of itself too little."""

    summary = "summaries"


@frozen(kw_only=True)
class Unexplained:
    """Options without a word of help."""

    depth: int = option(1, help="")


class Mysterious(Faithful):
    """Has an option that nobody explains."""

    options = Unexplained


class Order(StrEnum):
    """The orders in which the summaries can stand."""

    READING = "reading"
    OWNER = "owner"


@frozen(kw_only=True)
class Undecided:
    """An option whose default is no value of it."""

    depth: int = option(default=True, help="How deep it goes.")


@frozen(kw_only=True)
class Ordered:
    """An option with two choices, one of which nobody tried."""

    order: Order = option(Order.READING, help="The order of the summaries.")
    title: str | None = option(None, help="What stands above them.")


class Wavering(Faithful):
    """Has an option that cannot be given its own default."""

    options = Undecided


class Untried(Faithful):
    """Fails when one of its choices is asked."""

    options = Ordered

    def _text(self, report: Report) -> str:
        if report.options.order is Order.OWNER:
            raise NotImplementedError("by owner")
        return super()._text(report)


class Misnamed(Faithful):
    """Gives its files a suffix that is another format's."""

    media_type = "application/json"


class Pretending(Faithful):
    """Says that its text is JSON."""

    suffix = "json"
    media_type = "application/json"


class Newer(Faithful):
    """Is written for a later contract."""

    api = 2


FAULTS: dict[str, tuple[Faithful, Callable[[ReporterContract], None], str]] = {
    "other bytes": (
        Counting(),
        ReporterContract.test_the_same_report_gives_the_same_bytes,
        "two reports on empty in nl differ",
    ),
    "today": (
        Clocked(),
        ReporterContract.test_it_reads_no_clock,
        "the report on empty in nl holds today's date, in it",
    ),
    "moment": (
        Packed(),
        ReporterContract.test_it_reads_no_clock,
        "reproducible_package takes it away",
    ),
    "language": (
        Dutch(),
        ReporterContract.test_it_shows_every_summary,
        "in the report on small in en, the first of them 'Report on the service'",
    ),
    "letters": (
        Plain(),
        ReporterContract.test_it_shows_every_summary,
        "in the report on nasty in nl, the first of them 'geïnformeerd, coördinatie",
    ),
    "length": (
        Short(),
        ReporterContract.test_it_shows_every_summary,
        "in the report on nasty in nl, the first of them 'een lange zin",
    ),
    "force": (
        Forceful(),
        ReporterContract.test_it_leaves_the_records_as_they_are,
        "it changed the record small",
    ),
    "early": (Early(), ReporterContract.test_it_reports_as_of_any_day, "dates begin in 1900"),
    "silent": (
        Silent(),
        ReporterContract.test_the_same_report_gives_the_same_bytes,
        "it wrote nothing",
    ),
    "summary": (
        Wordless(),
        ReporterContract.test_its_summary_is_a_sentence,
        "the summary is no sentence: 'summaries'",
    ),
    "option": (
        Mysterious(),
        ReporterContract.test_each_option_is_explained,
        "the option depth has no help",
    ),
    "default": (
        Wavering(),
        ReporterContract.test_each_option_can_be_given_as_its_default,
        "The option depth of faithful is True.",
    ),
    "choice": (
        Untried(),
        ReporterContract.test_each_choice_of_an_option_is_written,
        "NotImplementedError: by owner",
    ),
    "suffix": (
        Misnamed(),
        ReporterContract.test_its_suffix_and_media_type_fit,
        "files of application/json end in .json, and not in .txt",
    ),
    "media type": (
        Pretending(),
        ReporterContract.test_its_suffix_and_media_type_fit,
        "it is no JSON: Expecting value",
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
        ReporterContract.test_text_is_no_formula,
        "in the report on formulas, the first of them '=SUM(A1:A9)'",
    ),
    "version": (
        Newer(),
        ReporterContract.test_it_has_the_members_of_a_reporter,
        "written for version 2 of the contract",
    ),
}


@pytest.mark.parametrize("case", FAULTS)
def test_a_fault_is_caught(case: str) -> None:
    """A reporter with a fault fails the test for it, with a message that says what is wrong."""
    reporter, test, expected = FAULTS[case]

    contract = type("Contract", (ReporterContract,), {"reporter": reporter})()

    with pytest.raises((AssertionError, SsrPolicyError, TypeError), match=re.escape(expected)):
        test(contract)


def test_printing_is_caught(capsys: pytest.CaptureFixture[str]) -> None:
    """A reporter that prints fails the contract."""

    class Contract(ReporterContract):
        reporter = Talkative()

    with pytest.raises(AssertionError, match="the reporter printed 'Bezig"):
        Contract().test_it_prints_nothing(capsys)


def test_a_package_is_looked_into() -> None:
    """The parts of a package under the day of the report pass; what they hold is read."""

    class Dated(Faithful):
        def write(self, report: Report, out: BinaryIO) -> None:
            info = zipfile.ZipInfo("text.txt", (AS_OF.year, AS_OF.month, AS_OF.day, 0, 0, 0))
            with zipfile.ZipFile(out, "w") as package:
                package.writestr(info, self._text(report))

    class Contract(ReporterContract):
        reporter = Dated()

        def text_of(self, data: bytes) -> str:
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                return package.read("text.txt").decode()

    Contract().test_it_reads_no_clock()
    Contract().test_it_shows_every_summary()


def test_a_default_can_be_typed() -> None:
    """Defaults of every type, nothing among them, can be given as they are."""
    contract = type("Contract", (ReporterContract,), {"reporter": Untried()})()

    contract.test_each_option_can_be_given_as_its_default()
