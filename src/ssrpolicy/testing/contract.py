"""The contract of a reporter as tests: inherit them, name the reporter, and run pytest."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Any, ClassVar

from ssrpolicy.model import LANGUAGES, Instrument, Language, PolicyRecord, Request, Statement
from ssrpolicy.reporting import Registry, Report, Reporter, option_values, options_of, run_report
from ssrpolicy.selection import Selection
from ssrpolicy.testing.failing import AS_OF, fail
from ssrpolicy.testing.media_types import content_fault, formula_fault, suffix_fault
from ssrpolicy.testing.purity import ReporterPurity, offered_under_test, report_bytes
from ssrpolicy.testing.records import (
    DIACRITICS,
    EMOJI,
    FORMULAS,
    RIGHT_TO_LEFT,
    empty_record,
    internal_record,
    large_record,
    nasty_record,
    small_record,
)
from ssrpolicy.testing.sampled import Sampled, Samples
from ssrpolicy.unseen import visible

_ZIP_EPOCH = (1980, 1, 1)
_NEVER = dt.date.min
_EVERY_KIND = (Request, Statement, Instrument)


class ReporterContract(ReporterPurity):
    """What every reporter must do, as tests that pytest collects from a class that inherits them.

    Set ``reporter``, ``shows`` when it leaves out some kinds of entries on purpose, and ``given``
    when it cannot do without an option. Override ``text_of`` when its files are not UTF-8 text,
    ``expected`` when it leaves out some entries of a kind, and ``samples`` to add records.
    """

    reporter: ClassVar[Reporter]
    shows: ClassVar[tuple[type[Request | Statement | Instrument], ...]] = _EVERY_KIND
    """The kinds of entries that it shows, such as ``(Commitment,)``; all of them if not set."""
    given: ClassVar[Mapping[str, object]] = {}
    """The options of every report of these tests, by key; the days run from 1815 to 2999."""
    _samples: ClassVar[Samples]

    # -- what a test class may override ----------------------------------------------------

    def text_of(self, data: bytes) -> str:
        """Return all words that a reader of the file sees, in any order."""
        return data.decode("utf-8")

    def expected(self, report: Report[Any]) -> Iterable[str]:
        """Return the texts that must be shown: of what ``shows`` has, each summary or name."""
        for record in report.records:
            for entry in (*record.requests, *record.statements, *record.instruments):
                if isinstance(entry, self.shows):
                    called = entry.name if isinstance(entry, Instrument) else entry.summary
                    yield called.text(report.language)

    def samples(self) -> tuple[tuple[PolicyRecord, ...], ...]:
        """Return the records to report on, each tuple in one report; built anew at each call."""
        return (
            (empty_record(),),
            (small_record(),),
            (nasty_record(),),
            (large_record(),),
            (small_record(), nasty_record(), empty_record()),
        )

    # -- the tests ------------------------------------------------------------------------------

    def test_it_has_the_members_of_a_reporter(self) -> None:
        """The reporter fits the contract: its members, their types and its version of it."""
        if not isinstance(self.reporter, Reporter):
            fail(f"{self.reporter!r} does not have the members of ssrpolicy.reporting.Reporter")
        offered_under_test(self.reporter)

    def test_its_summary_is_a_sentence(self) -> None:
        """The summary begins with a capital and ends with a full stop."""
        if not re.fullmatch(r"[A-Z0-9].*\.", self.reporter.summary):
            fail(f"the summary is not a sentence: {self.reporter.summary!r}")

    def test_each_option_is_explained(self) -> None:
        """Every option has a word of help, and all have defaults."""
        for option in options_of(self.reporter.options):
            if not option.help:
                fail(f"the option {option.key} has no help: option(default, help=...)")

    def test_each_option_can_be_given_as_its_default(self) -> None:
        """An option that is given its default, in Python or as a text, is as one left out."""
        offered = offered_under_test(self.reporter)
        default = self.reporter.options()
        for option in options_of(self.reporter.options):
            typed = isinstance(option.default, bool | int | str | dt.date)
            for value in (option.default, *([_as_typed(option.default)] if typed else ())):
                if option_values(offered, {option.key: value}) != default:
                    fail(f"{option.key}={value} is something else than leaving {option.key} out")

    def test_each_choice_of_an_option_is_written(self) -> None:
        """Each word that an option takes, and both yes and no, gives a report."""
        for option in options_of(self.reporter.options):
            for word in ("yes", "no") if option.type is bool else option.choices:
                self._bytes((small_record(),), "nl", options={option.key: word})

    def test_its_suffix_and_media_type_fit(self) -> None:
        """Suffix and media type go together, and the file is what they and its mark say."""
        offered = offered_under_test(self.reporter)
        fault = suffix_fault(offered.suffix, kind := offered.media_type)
        for record in (empty_record(), nasty_record()):
            fault = fault or content_fault(kind, self._bytes((record,), "nl"), offered.mark)
        if fault:
            fail(f"suffix and media type do not fit the file: {fault}")

    def test_the_same_report_gives_the_same_bytes(self) -> None:
        """Two reports on equal records are equal, byte for byte, in both languages."""
        for sampled in self._sampled():
            if sampled.first != sampled.second:
                fail(f"two reports on {sampled.name} differ")

    def test_it_reads_no_clock(self) -> None:
        """Nothing in the file shows when it was made."""
        today = dt.datetime.now(dt.UTC).date()
        for sampled in self._sampled():
            for part, content, written in _parts(sampled.first):
                if today.isoformat().encode() in content:
                    fail(f"the report on {sampled.name} holds today's date, in {part}")
                if written not in (_ZIP_EPOCH, (AS_OF.year, AS_OF.month, AS_OF.day)):
                    fail(
                        f"in the report on {sampled.name}, {part} bears the time {written}; "
                        "ssrpolicy.reporting.reproducible_package removes it"
                    )

    def test_it_leaves_the_records_as_they_are(self) -> None:
        """The records of a report are the same after it."""
        anew = (records for records in self.samples() for _language in LANGUAGES)
        for sampled, fresh in zip(self._sampled(), anew, strict=True):
            if sampled.records != fresh or sampled.again != fresh:
                fail(f"the report changed {sampled.name}")

    def test_it_shows_every_summary(self) -> None:
        """What a reader looks for stands in the file, whatever letters it is written in."""
        for sampled in self._sampled():
            self._shows(sampled.name, sampled.records, sampled.language, sampled.first)

    def test_it_shows_diacritics(self) -> None:
        """Letters with diacritics are shown, composed or with marks of their own."""
        self._shows_texts("diacritics", DIACRITICS)

    def test_it_shows_text_from_right_to_left(self) -> None:
        """Hebrew and Arabic, and the marks that change the direction, are shown."""
        self._shows_texts("text from right to left", RIGHT_TO_LEFT)

    def test_it_shows_emoji(self) -> None:
        """Letters outside the first plane are shown, those that are joined from several too."""
        self._shows_texts("emoji", EMOJI)

    def test_text_is_not_a_formula(self) -> None:
        """Text that begins with = + - or @ is shown as it is, and never calculated."""
        data = self._shows_texts("formulas", FORMULAS)
        if fault := formula_fault(self.reporter.media_type, data, FORMULAS):
            fail(fault)

    def test_it_writes_internal_notes_only_when_asked(self) -> None:
        """An update may have no name; what the host left out of one report is in no later one."""
        record = internal_record()
        self._bytes((record,), "nl", options={"internal": True})
        shown = _folded(self.text_of(self._bytes((record,), "nl", options={"internal": False})))
        update = record.updates[-1]
        for text in (update.by, None if update.note is None else update.note.text("nl")):
            if text is not None and text in shown:
                fail(f"it shows {text!r}, which is internal and was left out of the report")

    def test_it_reports_a_selection_where_it_says_so(self) -> None:
        """With ``supports_selection`` it says of what a report is, also where nothing is in."""
        if not offered_under_test(self.reporter).supports_selection:
            return
        record = small_record()
        whole = self._bytes((record,), "nl")
        for asked in (Selection(kinds=record.statements[0].kind), Selection(due_before=_NEVER)):
            first, second = (self._selected(record, asked) for _again in range(2))
            if first != second:
                fail("the same selection gives other bytes the second time")
            if first == whole:
                fail("a report of a selection is the same as one of everything; it is to say so")

    def test_it_reports_as_of_any_day(self) -> None:
        """A day before every document, and one long after, are reported like any other."""
        for day in (dt.date(1815, 3, 16), dt.date(2999, 12, 31)):
            self._bytes((small_record(),), "nl", day)

    def test_it_prints_nothing(self, capsys: Any) -> None:
        """Standard output and standard error are the host's."""
        capsys.readouterr()
        self._bytes((small_record(),), "nl")
        printed = capsys.readouterr()
        if printed.out or printed.err:
            fail(f"the reporter printed {printed.out or printed.err!r:.200}")

    # -- how ------------------------------------------------------------------------------------

    def _bytes(
        self,
        records: tuple[PolicyRecord, ...],
        language: Language,
        as_of: dt.date = AS_OF,
        options: Mapping[str, object] | None = None,
    ) -> bytes:
        """Return the report as the host would have it written, with the host's checks."""
        given = {**self.given, **(options or {})}
        return report_bytes(self.reporter, records, language, as_of, given)

    def _selected(self, record: PolicyRecord, asked: Selection) -> bytes:
        out = io.BytesIO()
        run_report(
            record,
            self.reporter,
            out,
            as_of=AS_OF,
            options={**self.given},
            selection=asked,
            registry=Registry(),
        )
        return out.getvalue()

    def _shows_texts(self, name: str, texts: Iterable[str]) -> bytes:
        """Return a report on a record of these texts, all of which it shows."""
        records = (nasty_record(texts),)
        data = self._bytes(records, "nl")
        self._shows(name, records, "nl", data)
        return data

    def _shows(
        self, name: str, records: tuple[PolicyRecord, ...], language: Language, data: bytes
    ) -> None:
        options = option_values(offered_under_test(self.reporter), self.given)
        report = Report(records=records, as_of=AS_OF, language=language, options=options)
        shown = _folded(self.text_of(data))
        # Marks that are not seen may stand as their codes.
        expected = list(self.expected(report))
        if not all(isinstance(text, str) for text in expected):
            fail(
                "expected yields something that is not a text, such as a LocalText: .text(language)"
            )
        missing = [
            text
            for text in expected
            if not any(
                _folded(each) in shown
                for each in (text, *(visible(t, controls=False) for t in (text, _folded(text))))
            )
        ]
        if missing:
            fail(
                f"{len(missing)} texts are not shown in the report on {name}, "
                f"the first of them {missing[0]!r:.200}; "
                f"of a reporter that leaves out kinds on purpose, shows says which it shows"
            )

    def _sampled(self) -> Iterator[Sampled]:
        """Yield each sample in both languages, reported on once for all tests of the class."""
        kept = self._kept(self.reporter, self.given)
        yield from kept.reported(self.samples, self._bytes)

    @classmethod
    def _kept(cls, reporter: Reporter, given: Mapping[str, object]) -> Samples:
        kept = vars(cls).get("_samples")
        if not isinstance(kept, Samples) or not kept.are_of(reporter, given):
            kept = cls._samples = Samples(reporter, {**given})
        return kept


def _as_typed(value: object) -> str:
    """Return a value as it is typed after ``-o key=``."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.value if isinstance(value, Enum) else str(value)


def _folded(text: str) -> str:
    """Return the text with white space as every format may change it."""
    return " ".join(text.split())


def _parts(data: bytes) -> Iterator[tuple[str, bytes, tuple[int, ...]]]:
    """Yield the parts of a zip, or the file as one part, with their content and date."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        yield "it", data, _ZIP_EPOCH
        return
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for part in package.infolist():
            yield part.filename, package.read(part), part.date_time[:3]
