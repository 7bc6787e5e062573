"""What a caller in Python may get wrong around a report, and what is said of it."""

import datetime as dt
import io
from pathlib import Path
from typing import Any, BinaryIO

import pytest

import ssrpolicy
from ssrpolicy.errors import ArgumentTypeError, OutputError, ReporterError
from ssrpolicy.reporting import NoOptions, Report
from ssrpolicy.testing import nasty_record, small_record

AS_OF = dt.date(2010, 12, 31)


def report(records: Any, output: Any, to: Any = "json") -> None:
    """Report records as JSON, or as somebody thought."""
    ssrpolicy.report(records, to, output, as_of=AS_OF)


@pytest.mark.parametrize("records", [None, "kst-32123-X-124", Path("records"), [small_record(), 3]])
def test_what_is_no_record_is_neither_reported_nor_written(tmp_path: Path, records: Any) -> None:
    """A path in the place of a record is said to be to load first."""
    output = tmp_path / "out.json"

    with pytest.raises(ArgumentTypeError) as unreported:
        report(records, output)
    with pytest.raises(ArgumentTypeError) as undumped:
        ssrpolicy.dump(records, output)

    assert unreported.value.hint == "Read them first: ssrpolicy.load(path) or load_all(path)."
    assert undumped.value.message == unreported.value.message
    assert list(tmp_path.iterdir()) == []


def test_a_path_to_report_is_named(tmp_path: Path) -> None:
    """The message says what was given."""
    with pytest.raises(ArgumentTypeError, match="'kst-32123-X-124' is not a record"):
        report("kst-32123-X-124", tmp_path / "out.json")


@pytest.mark.parametrize("output", [None, 3, b"out.json"])
def test_an_output_is_a_path_or_a_stream(output: Any) -> None:
    """Anything else is refused before the reporter begins."""
    with pytest.raises(ArgumentTypeError, match="neither a path nor a binary stream"):
        report(small_record(), output)


@pytest.mark.parametrize("name", ["a" * 300, "a\0b"])
def test_a_name_that_no_disk_takes_is_refused(tmp_path: Path, name: str) -> None:
    """A name too long, or with a NUL in it, is an output that cannot be written."""
    with pytest.raises(OutputError, match="cannot be written"):
        report(small_record(), tmp_path / name)


def test_a_text_stream_is_refused() -> None:
    """A report is bytes; a stream of text would need another mode."""
    with pytest.raises(OutputError) as raised:
        report(small_record(), io.StringIO())

    assert raised.value.hint == 'Open it for bytes: open(path, "wb").'


def test_a_closed_stream_is_refused() -> None:
    """A stream that was closed takes no report."""
    stream = io.BytesIO()
    stream.close()

    with pytest.raises(OutputError, match="cannot be written"):
        report(small_record(), stream)


def test_a_stream_for_reading_is_refused(tmp_path: Path) -> None:
    """A file that was opened for reading stays as it was."""
    path = tmp_path / "old.json"
    path.write_bytes(b"old")

    with path.open("rb") as stream, pytest.raises(OutputError) as raised:
        report(small_record(), stream)

    assert raised.value.hint == 'Open it for bytes: open(path, "wb").'
    assert path.read_bytes() == b"old"


def test_a_reporter_is_asked_by_name(tmp_path: Path) -> None:
    """What is neither a name nor a reporter is refused."""
    with pytest.raises(ArgumentTypeError, match="None is neither the name of a reporter nor"):
        report(small_record(), tmp_path / "out.json", to=None)


class Ids:
    """A reporter of a script, which no plugin offers."""

    name = "ids"
    summary = "Writes the ids of the records."
    suffix = "txt"
    media_type = "text/plain"
    api = 1
    options = NoOptions

    def write(self, given: Report, out: BinaryIO) -> None:
        """Write the ids, a line each."""
        out.write("".join(f"{each.id}\n" for each in given.records).encode())


def test_a_reporter_may_be_given_itself(tmp_path: Path) -> None:
    """A script reports with a reporter of its own; one that does not fit is refused."""
    output = tmp_path / "ids.txt"
    records = (small_record(), nasty_record())

    ssrpolicy.report(records, Ids(), output, as_of=dt.date(2034, 1, 1))
    assert output.read_text() == "".join(f"{each.id}\n" for each in records)

    class Outdated(Ids):
        api = 99

    for wrong, said in ((Outdated(), "version 99 of the contract"), (Ids, "offer an instance")):
        with pytest.raises(ReporterError, match=said):
            report(small_record(), tmp_path / "out.txt", to=wrong)
    assert [each.name for each in tmp_path.iterdir()] == ["ids.txt"]


def test_several_records_are_checked_together(fixtures: Path) -> None:
    """A list of records gives the findings of their folder, without the files."""
    records = ssrpolicy.load_all(fixtures / "records")
    together = ssrpolicy.check(list(records))

    assert {each.key for each in together} == {f.key for f in ssrpolicy.check(fixtures / "records")}
    assert ssrpolicy.check(records[0]) == records[0].findings()


def test_tab_completion_offers_the_public_names() -> None:
    """Completion on the package shows what it is for, and not what it imports."""
    assert [name for name in dir(ssrpolicy) if not name.startswith("_")] == [
        name for name in ssrpolicy.__all__ if not name.startswith("_")
    ]
