"""A report does not replace a tracker that holds unmerged edits."""

import datetime as dt
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

import ssrpolicy
from ssrpolicy.errors import OutputError

pytestmark = pytest.mark.heavy

DAY = dt.date(2011, 3, 1)
OPTIONS = ("--to", "lines", "--as-of", "2011-03-01", "--output")


def _edited(edit: Callable[..., Path], _: Callable[..., Path]) -> None:
    edit(claimed="Voldaan")


def _refused(edit: Callable[..., Path], _: Callable[..., Path]) -> None:
    edit(claimed="Geweest")


def _private(_: Callable[..., Path], head: Callable[..., Path]) -> None:
    head(private=["Toezeggingen!AA: the column “Eigen”"])


@pytest.mark.parametrize(
    "done, listed",
    [
        (_edited, "46:claimed: kst-32123-X-124#african-union is not merged: Voldaan"),
        (_refused, "46:claimed: kst-32123-X-124#african-union: “Geweest” is not one"),
        (_private, "Toezeggingen!AA: the column “Eigen”"),
    ],
)
def test_what_would_be_lost_is_listed_and_stays(
    *,
    done: Callable[..., None],
    listed: str,
    edit: Callable[..., Path],
    head: Callable[..., Path],
    tracker: Path,
    folder: Path,
    run: Callable[..., Result],
) -> None:
    """Edits, refusals and private columns stop a report, unless it is to overwrite."""
    done(edit, head)
    before = tracker.read_bytes()

    result = run("report", folder, *OPTIONS, tracker)

    assert (result.exit_code, tracker.read_bytes()) == (2, before)
    assert listed in result.stderr
    with pytest.raises(OutputError, match="would be lost"):
        ssrpolicy.report(ssrpolicy.load(folder), "lines", tracker, as_of=DAY)
    assert run("report", folder, *OPTIONS, tracker, "--overwrite").exit_code == 0
    assert tracker.read_bytes() != before


@pytest.mark.parametrize("done, helps", [(_edited, True), (_private, False)])
def test_a_merge_is_advised_where_it_helps(
    *,
    done: Callable[..., None],
    helps: bool,
    edit: Callable[..., Path],
    head: Callable[..., Path],
    tracker: Path,
    folder: Path,
    run: Callable[..., Result],
) -> None:
    """What people added for themselves can be kept under another name, and is never merged."""
    done(edit, head)

    listed = run("report", folder, *OPTIONS, tracker).stderr

    assert ("Merge it first" in listed) is helps
    assert "ive the report another name" in listed


def test_a_file_that_cannot_be_read_back_stays(
    tracker: Path, folder: Path, run: Callable[..., Result]
) -> None:
    """A damaged tracker may hold edits."""
    tracker.write_bytes(tracker.read_bytes()[:100])
    before = tracker.read_bytes()

    result = run("report", folder, *OPTIONS, tracker)

    assert (result.exit_code, tracker.read_bytes()) == (2, before)
    assert "cannot be read back as a tracker" in result.stderr


def test_all_targets_are_looked_at_before_any_is_written(
    edit: Callable[..., Path], folder: Path, tracker: Path, run: Callable[..., Result]
) -> None:
    """Of several reports none is written where one may not be."""
    edit(claimed="Voldaan")
    out = tracker.parent / "out"
    out.mkdir()
    shutil.copy(tracker, out / "kst-32123-X-124.lines")

    result = run(
        *("report", folder, "--to", "json", "--to", "lines"),
        *("--as-of", "2011-03-01", "--output-dir", out),
    )

    assert result.exit_code == 2
    assert [file.name for file in out.iterdir()] == ["kst-32123-X-124.lines"]


def test_a_merged_tracker_is_replaced_without_asking(
    edit: Callable[..., Path], folder: Path, tracker: Path, run: Callable[..., Result]
) -> None:
    """Where every edit stands in the records nothing is lost, whatever day the report is of."""
    edit(claimed="Voldaan", note="Klaar.", term="na de zomer")
    given: dict[str, Any] = {"date": dt.date(2012, 1, 1), "by": "Jan"}
    ssrpolicy.plan_merge(tracker, folder, **given).apply()

    assert run("report", folder, *OPTIONS, tracker).exit_code == 0


def test_a_tracker_that_is_open_stays(
    tracker: Path, folder: Path, run: Callable[..., Result]
) -> None:
    """Whoever has it open may be typing in it, and would save over the report."""
    tracker.with_name(f".~lock.{tracker.name}#").touch()

    result = run("report", folder, *OPTIONS, tracker)

    assert result.exit_code == 2
    assert "is open in LibreOffice" in result.stderr
    assert run("report", folder, *OPTIONS, tracker, "--overwrite").exit_code == 0


def test_a_database_is_replaced_only_where_a_report_wrote_it(
    folder: Path, tmp_path: Path, run: Callable[..., Result]
) -> None:
    """A register holds what others built, and what somebody changed in a report is theirs."""
    target = tmp_path / "office.sqlite"
    report = ("report", folder, "--to", "sqlite", "--as-of", "2011-03-01", "--output", target)
    assert [run(*report).exit_code for _ in range(2)] == [0, 0]
    with closing(sqlite3.connect(target)) as database:
        database.execute("CREATE TABLE ours (note)")
        database.commit()
    before = target.read_bytes()

    refused = run(*report)

    assert (refused.exit_code, target.read_bytes()) == (2, before)
    assert f"{target} was changed since a report wrote it, or is another database" in refused.stderr
    assert run(*report, "--overwrite").exit_code == 0


@pytest.mark.parametrize(
    "name, held",
    [
        ("brief.pdf", b"%PDF-1.7\n"),
        ("brief.txt", b"Geachte voorzitter,\n"),
        ("brief", b"Geachte voorzitter,\n"),
        ("texts.toml", b'occasion = "x"\n'),
        ("cijfers.csv", b"a;b\n1;2\n"),
        ("feed.xml", b"<rss/>"),
        ("cijfers.json", b'{"jaar": 2024}'),
        ("archief.zip", b"PK\x05\x06" + bytes(18)),
    ],
)
def test_a_file_that_is_not_a_report_stays(
    folder: Path, tmp_path: Path, run: Callable[..., Result], name: str, held: bytes
) -> None:
    """A letter or a table that is named by mistake, also through a link; --overwrite gives it up.

    A report under another suffix than its own is replaced as any other is.
    """
    target, link = tmp_path / name, tmp_path / "link.old"
    target.write_bytes(held)
    link.symlink_to(target)
    for output in (target, link):
        report = ("report", folder, "--to", "json", "--as-of", "2011-03-01", "--output", output)
        refused = run(*report)
        assert (refused.exit_code, target.read_bytes()) == (2, held)
        assert f"{output} is there already, and does not look like a report." in refused.stderr
    assert run(*report, "--overwrite").exit_code == 0
    assert run(*report).exit_code == 0


@pytest.mark.parametrize(
    "reporter, suffix, held",
    [
        ("html", "html", b"<!doctype html><title>Intranet</title>"),
        ("html", "html", b'<meta name="generator" content="WordPress 6"><p>ssrpolicy</p>'),
        ("calendar", "ics", b"BEGIN:VCALENDAR\r\nPRODID:-//Microsoft//Outlook//NL\r\n"),
        ("sqlite", "sqlite", b"jaar;aantal\n"),
    ],
)
def test_somebodys_own_file_of_the_suffix_of_a_report_stays(
    *,
    folder: Path,
    tmp_path: Path,
    run: Callable[..., Result],
    reporter: str,
    suffix: str,
    held: bytes,
) -> None:
    """The name of a page, an agenda or a table makes no report of it; a report is renewed."""
    target = tmp_path / f"mijn.{suffix}"
    target.write_bytes(held)
    report = ("report", folder, "--to", reporter, "--as-of", "2011-03-01", "--output", target)

    refused = run(*report)

    assert (refused.exit_code, target.read_bytes()) == (2, held)
    assert f"{target} is there already, and does not look like a report." in refused.stderr
    assert run(*report, "--overwrite").exit_code == 0
    made = target.read_bytes()
    assert run(*report).exit_code == 0
    assert target.read_bytes() == made
