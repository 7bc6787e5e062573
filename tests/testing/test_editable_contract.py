"""The contract of editable reporters holds for one that is right, and finds what is wrong."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO
from unittest import SkipTest

import pytest

from merging.plugins.lines import LinesReporter as Lines
from ssrpolicy.reporting import Baseline, EditedCell, EditPart, Edits, InputError, Report
from ssrpolicy.testing import AS_OF, Cells, EditableReporterContract, internal_record, small_record
from tables import each_case

pytestmark = pytest.mark.heavy


class LinesContract(EditableReporterContract):
    """The contract, on lines of JSON; its rows have ids and no summaries."""

    reporter = Lines()

    def edited(self, data: bytes, cells: Cells) -> bytes:
        """Return the lines with other values in the cells."""
        lines = [json.loads(line) for line in data.decode().splitlines()]
        for (item, part), value in cells.items():
            (line,) = (each for each in lines if each.get("id") == item)
            line["cells"][part] = value if value is None else str(value)
        return "".join(f"{json.dumps(line)}\n" for line in lines).encode()


TESTS = [
    getattr(EditableReporterContract, name)
    for name in vars(EditableReporterContract)
    if name.startswith("test_")
]


def contract(reporter: Any) -> LinesContract:
    """The contract for a reporter of lines."""
    made: LinesContract = type("Contract", (LinesContract,), {"reporter": reporter})()
    return made


def run(made: EditableReporterContract, test: Callable[..., None], folder: Path) -> None:
    """Run a test of the contract, with a folder where it takes one."""
    takes_folder = "tmp_path" in test.__code__.co_varnames[: test.__code__.co_argcount]
    test(made, folder) if takes_folder else test(made)


@pytest.mark.parametrize("test", TESTS, ids=lambda test: str(test.__name__))
def test_a_reporter_that_reads_back_keeps_the_contract(
    test: Callable[..., None], tmp_path: Path
) -> None:
    """Every test of the contract holds for the plainest of editable reporters."""
    run(LinesContract(), test, tmp_path)


class Deaf(Lines):
    """Reads no edits back."""

    def read_edits(self, stream: BinaryIO) -> Edits:
        """Return the edits without their cells."""
        found: Edits = super().read_edits(stream)
        return Edits(baseline=found.baseline)


class Trusting(Lines):
    """Reads anything as a tracker without edits."""

    def read_edits(self, stream: BinaryIO) -> Edits:
        """Return no edits where the file cannot be read."""
        try:
            found: Edits = super().read_edits(stream)
        except InputError:
            nothing = Baseline(as_of=AS_OF, language="nl", records={}, standings={})
            return Edits(baseline=nothing)
        return found


class Forgetful(Lines):
    """Keeps no baseline of the statements."""

    def read_edits(self, stream: BinaryIO) -> Edits:
        """Return the edits against nothing."""
        found: Edits = super().read_edits(stream)
        known = found.baseline
        bare = Baseline(as_of=known.as_of, language="nl", records=known.records, standings={})
        return Edits(baseline=bare, cells=found.cells)


class Calculating(Lines):
    """Takes a note that begins with = for a formula, and gives what it comes to."""

    def read_edits(self, stream: BinaryIO) -> Edits:
        """Return the edits, formulas as numbers."""
        found: Edits = super().read_edits(stream)
        cells = tuple(
            EditedCell(item=c.item, part=c.part, place=c.place, value=0)
            if str(c.value).startswith("=")
            else c
            for c in found.cells
        )
        return Edits(baseline=found.baseline, cells=cells)


class Misplaced(Lines):
    """Says of each edit that it is in the note."""

    def read_edits(self, stream: BinaryIO) -> Edits:
        """Return every edit as one of the note."""
        found: Edits = super().read_edits(stream)
        cells = tuple(
            EditedCell(item=c.item, part=EditPart.NOTE, place=c.place, value=c.value)
            for c in found.cells
        )
        return Edits(baseline=found.baseline, cells=cells)


@pytest.mark.parametrize(
    "reporter, test, message",
    [
        (Deaf, "test_each_part_is_read_back", "what is read back is ()"),
        (Deaf, "test_an_edit_reaches_the_record", "one edit is planned as"),
        (Deaf, "test_what_cannot_be_merged_is_refused", "is not refused"),
        (Trusting, "test_another_file_is_refused", "is read as if the reporter had made it"),
        (Forgetful, "test_an_untouched_file_has_no_edits", "another than the one exported"),
        (Calculating, "test_entered_text_is_not_a_formula", "'=SUM(A1:A9)' was entered"),
        (Misplaced, "test_each_part_is_read_back", "claimed was entered for small#report"),
    ],
)
def test_a_fault_in_reading_back_is_found(
    reporter: Any, test: str, message: str, tmp_path: Path
) -> None:
    """The test that finds it says what."""
    with pytest.raises(AssertionError) as failed:
        run(contract(reporter()), getattr(EditableReporterContract, test), tmp_path)

    assert message in str(failed.value)


class Noting(LinesContract):
    """The contract for files that have a cell for a note, and for nothing else."""

    parts = (EditPart.NOTE,)


class Writing:
    """A reporter that only writes."""

    name, summary, suffix, media_type = Lines.name, Lines.summary, Lines.suffix, Lines.media_type
    api, options = Lines.api, Lines.options
    write = Lines.write


@pytest.mark.parametrize(
    "made, cause",
    [
        (Noting(), "its files have no cell for what is claimed, which every tracker has"),
        (contract(Writing()), "it does not read its files back: it has no read_edits(stream)"),
    ],
)
def test_what_every_tracker_has_is_asked_for_once(
    made: EditableReporterContract, cause: str, tmp_path: Path
) -> None:
    """One test fails and names the cause; those that cannot be run without it refer to that one."""
    failed, skipped = {}, {}
    for test in TESTS:
        folder = tmp_path / test.__name__
        folder.mkdir()
        try:
            run(made, test, folder)
        except AssertionError as error:
            failed[test.__name__] = str(error)
        except SkipTest as error:
            skipped[test.__name__] = str(error)

    assert failed == {"test_it_reads_edits": cause}
    assert len(skipped) > 3
    assert [each for each in skipped.values() if "test_it_reads_edits says so" not in each] == []


def test_an_author_who_did_not_write_edited_is_told(tmp_path: Path) -> None:
    """What the contract needs of a test class, it says."""
    made = type("Contract", (EditableReporterContract,), {"reporter": Lines()})()

    with pytest.raises(NotImplementedError, match="write edited"):
        run(made, EditableReporterContract.test_each_part_is_read_back, tmp_path)


@pytest.mark.parametrize("record", [small_record(), internal_record()])
def test_a_baseline_is_read_back_from_plain_values(record: Any) -> None:
    """Through JSON it is equal, with all that was recorded."""
    from ssrpolicy.reporting import baseline  # noqa: PLC0415 - the function has this test alone

    given = baseline(Report(records=(record,), as_of=AS_OF))

    plain = json.load(io.StringIO(json.dumps(given.to_plain())))
    again = Baseline.from_plain(plain)

    assert again == given
    assert [each.recorded for each in again.standings.values()] == [
        each.recorded for each in given.standings.values()
    ]


@each_case(
    "plain",
    [
        {},
        {"as_of": 3},
        {"as_of": "2011-04-01", "language": "de", "records": {}, "standings": {}},
        {"as_of": "gisteren", "language": "nl", "records": {}, "standings": {}},
        {"as_of": "2011-04-01", "language": "nl", "records": {"a": 3}, "standings": {}},
        {
            "as_of": "2011-04-01",
            "language": "nl",
            "records": {},
            "standings": {"a": {"claimed": "x"}},
        },
    ],
)
def test_what_is_not_a_baseline_is_refused(plain: Any) -> None:
    """With a ValueError that says so, whatever it is."""
    with pytest.raises(ValueError, match="is not the baseline of a report"):
        Baseline.from_plain(plain)


def test_a_list_is_not_a_baseline_at_all() -> None:
    """It is of another type than any baseline is."""
    plain: Any = []
    with pytest.raises(TypeError, match=r"plain is \[\], where baseline.to_plain"):
        Baseline.from_plain(plain)
