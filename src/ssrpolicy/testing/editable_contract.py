"""The contract of a reporter whose files people edit, as tests that are inherited."""

from __future__ import annotations

import datetime as dt
import io
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar, TypeAlias
from unittest import SkipTest

from ssrpolicy import merging
from ssrpolicy.editing import append
from ssrpolicy.errors import InputError
from ssrpolicy.model import ClaimedStatus, EditPart, Update
from ssrpolicy.reporting import (
    EditableReporter,
    EditedCell,
    Edits,
    Entered,
    Report,
    Reporter,
    baseline,
    read_portfolio,
)
from ssrpolicy.testing.contract import ReporterContract
from ssrpolicy.testing.failing import AS_OF, fail
from ssrpolicy.testing.other_process import Call
from ssrpolicy.testing.purity import offered_under_test
from ssrpolicy.testing.records import FORMULAS, nasty_record, small_record
from ssrpolicy.testing.uninstalled import registry

Cells: TypeAlias = Mapping[tuple[str, EditPart], Entered]
"""Values as people enter them, by the full id of the statement and the part that the cell holds."""

_ITEM = "small#report"
_DAY = dt.date(2011, 5, 1)


class EditableReporterContract(ReporterContract):
    """What a reporter with ``read_edits`` must do, besides what every reporter must.

    Set ``reporter``, ``parts`` where its files have cells for some parts only, and write
    ``edited``, which enters values in a file as people would. ``entered`` has the value that is
    entered for each part.
    """

    parts: ClassVar[tuple[EditPart, ...]] = tuple(EditPart)
    """The parts of a statement for which its files have a cell; one of them is ``claimed``."""

    entered: ClassVar[Mapping[EditPart, Entered]] = {
        EditPart.CLAIMED: ClaimedStatus.FULFILLED.value,
        EditPart.OWNERS: "nl-bz",
        EditPart.TERM: "voor het einde van 2012",
        EditPart.DUE: dt.date(2012, 12, 31),
        EditPart.REASON: "De inspectie vroeg om uitstel.",
        EditPart.EVIDENCE: "supports",
        EditPart.DOCUMENT: "letter",
        EditPart.QUOTE: "Het brandweerfonds betaalt de ladders.",
        EditPart.NOTE: "Het bericht is verzonden.",
    }
    """What these tests enter in the cell of each part."""

    def edited(self, data: bytes, cells: Cells) -> bytes:
        """Return a file of the reporter after people entered values in some of its cells."""
        raise NotImplementedError("write edited(data, cells): it enters values in a file")

    # -- reading back ---------------------------------------------------------------------------

    def test_it_reads_edits(self) -> None:
        """The reporter has the member that reads its files back."""
        if not isinstance(self.reporter, EditableReporter):
            fail("it does not read its files back: it has no read_edits(stream)")
        if EditPart.CLAIMED not in self.parts:
            fail("its files have no cell for what is claimed, which every tracker has")

    def test_an_untouched_file_has_no_edits(self) -> None:
        """What was exported reads back as it was: no cell, nothing refused, the same baseline."""
        for records, _again, language, data, _second in self._sampled():
            if language != "nl":
                continue
            edits = self._edits(data)
            if edits.cells or edits.refusals or edits.absent:
                ids = ", ".join(record.id for record in records)
                fail(f"an untouched file of {ids} has edits: {edits!r:.300}")
            if edits.baseline != baseline(Report(records=records, as_of=AS_OF)):
                fail("the baseline that is read back is another than the one exported")

    def test_each_part_is_read_back(self) -> None:
        """A value entered in any cell comes back with its item, its part and its place."""
        data = self._bytes((small_record(),), "nl")
        for part in self.parts:
            edits = self._edits(self.edited(data, {(_ITEM, part): self.entered[part]}))
            if [(cell.item, cell.part) for cell in edits.cells] != [(_ITEM, part)]:
                fail(f"{part} was entered for {_ITEM}, and what is read back is {edits.cells!r}")
            (cell,) = edits.cells
            if not _is_same(cell, self.entered[part]):
                fail(f"{part} was entered as {self.entered[part]!r} and is {cell.value!r}")
            if not cell.place:
                fail(f"the cell of {part} does not say where people find it")

    def test_an_emptied_cell_is_an_edit(self) -> None:
        """What people take out comes back as nothing, and not as what stood there."""
        emptied = self._claimed(None)
        cells = self._edits(self.edited(self._bytes((small_record(),), "nl"), emptied)).cells
        if {(cell.item, cell.part): cell.value for cell in cells} != emptied:
            fail(f"claimed of {_ITEM} was emptied, and what is read back is {cells!r}")

    def test_entered_text_is_not_a_formula(self) -> None:
        """Text that begins with = + - or @ is exported, entered and read back as text."""
        if EditPart.NOTE not in self.parts:
            return
        exported = self._bytes((nasty_record(FORMULAS),), "nl")
        if cells := self._edits(exported).cells:
            fail(f"texts like formulas are read back as edits that nobody made: {cells!r:.300}")
        data = self._bytes((small_record(),), "nl")
        for text in map(str.strip, FORMULAS):
            cells = self._edits(self.edited(data, {(_ITEM, EditPart.NOTE): text})).cells
            if [cell.value for cell in cells] != [text]:
                fail(f"the note {text!r} was entered, and what is read back is {cells!r:.300}")

    # -- refusals -------------------------------------------------------------------------------

    def test_another_file_is_refused(self) -> None:
        """What is damaged, empty or of another making is an InputError, and nothing else."""
        data = self._bytes((small_record(),), "nl")
        for name, other in {
            "an empty file": b"",
            "a text": b"Geachte voorzitter,\n",
            "half a file": data[: len(data) // 2],
            "a file of zeros": bytes(1000),
        }.items():
            try:
                self._edits(other)
            except InputError as error:
                if not str(error).strip():
                    fail(f"{name} is refused without a word")
            else:
                fail(f"{name} is read as if the reporter had made it; raise InputError")

    def test_what_cannot_be_merged_is_refused(self, tmp_path: Path) -> None:
        """A status that does not exist is refused with its place, and nothing is written."""
        folder, tracker = self._exported(tmp_path)
        self._enter(tracker, self._claimed("zo goed als klaar"))
        before = (folder / "record.toml").read_bytes()
        plan = self._plan(tracker, folder)
        if not plan.refusals or plan.applicable:
            fail("a status that does not exist is not refused")
        if (folder / "record.toml").read_bytes() != before:
            fail("a refused edit changed the record")

    # -- the round trip -------------------------------------------------------------------------

    def test_an_edit_reaches_the_record(self, tmp_path: Path) -> None:
        """What was entered is appended to the record; a second merge finds it there already."""
        folder, tracker = self._exported(tmp_path)
        self._enter(tracker, self._claimed(self.entered[EditPart.CLAIMED]))
        plan = self._plan(tracker, folder)
        if len(plan.changes) != 1 or not plan.applicable:
            fail(f"one edit is planned as {plan.to_json()!r:.500}")
        plan.apply()
        (record,) = read_portfolio([folder]).without_errors()
        claimed = record.progress("report", as_of=_DAY).claimed
        if claimed is not ClaimedStatus.FULFILLED:
            fail(f"after the merge the record says {claimed}")
        again = self._plan(tracker, folder)
        if again.changes or not again.already_there:
            fail("a second merge of the same file changes the record again")

    def test_a_record_that_changed_since_clashes(self, tmp_path: Path) -> None:
        """Where the record says something else by now, nobody's word is lost."""
        folder, tracker = self._exported(tmp_path)
        other = Update(
            statement="report",
            date=_DAY - dt.timedelta(days=1),
            by="ministry",
            claimed=ClaimedStatus.NOT_PURSUED,
        )
        append(folder / "record.toml", other)
        untouched = self._plan(tracker, folder)
        if untouched.edits or untouched.refusals:
            fail("what changed in the record since is read as an edit of the file")
        self._enter(tracker, self._claimed(self.entered[EditPart.CLAIMED]))
        if len(self._plan(tracker, folder).clashes) != 1:
            fail("record and file changed one field, and that is not seen; is the baseline kept?")

    # -- how ------------------------------------------------------------------------------------

    def _calls(self) -> tuple[Call, ...]:
        """Return the reports of these tests, and the reading of files with and without an edit."""
        calls = super()._calls()
        if not isinstance(self.reporter, EditableReporter):
            return calls
        files = [("an untouched file", data := self._bytes((small_record(),), "nl"))]
        if EditPart.CLAIMED in self.parts:
            claimed = self._claimed(self.entered[EditPart.CLAIMED])
            files.append(("an edited file", self.edited(data, claimed)))
        return (*calls, *(Call(name, _edits_of, (data,)) for name, data in files))

    def _claimed(self, value: Entered) -> Cells:
        """Return a value that is entered in the cell of what is claimed."""
        if EditPart.CLAIMED not in self.parts:
            raise SkipTest("no cell for what is claimed: test_it_reads_edits says so")
        return {(_ITEM, EditPart.CLAIMED): value}

    def _edits(self, data: bytes) -> Edits:
        """Return what the host reads back from a file."""
        self._readable()
        return _edits_of(self.reporter, data)

    def _exported(self, folder: Path) -> tuple[Path, Path]:
        """Return a folder with the small record, and a tracker of it that was exported."""
        record = folder / "small"
        shutil.copytree(Path(__file__).with_name("small"), record)
        tracker = folder / f"tracker.{self.reporter.suffix}"
        records = read_portfolio([record]).without_errors()
        tracker.write_bytes(self._bytes(records, "nl"))
        return record, tracker

    def _enter(self, tracker: Path, cells: Cells) -> None:
        tracker.write_bytes(self.edited(tracker.read_bytes(), cells))

    def _plan(self, tracker: Path, folder: Path) -> merging.Plan:
        self._readable()
        return merging.plan_merge(
            tracker, [folder], date=_DAY, by="ministry", registry=registry(self.reporter)
        )

    def _readable(self) -> None:
        if not isinstance(self.reporter, EditableReporter):
            raise SkipTest("no read_edits(stream): test_it_reads_edits says so")


def _edits_of(reporter: Reporter, data: bytes) -> Edits:
    """Return what the host reads back from a file of the reporter."""
    return offered_under_test(reporter).read_edits(io.BytesIO(data), "the file")


def _is_same(cell: EditedCell, value: Entered) -> bool:
    """Whether a cell has a value as it was entered: a day may have become its text."""
    return cell.value == value or str(cell.value) == str(value)
