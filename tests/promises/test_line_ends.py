"""A checkout on Windows changes line ends, and nothing else: every report has the same bytes."""

import datetime as dt
import hashlib
import io
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import ssrpolicy
from ssrpolicy.editing import append
from ssrpolicy.model import ClaimedStatus, Update
from ssrpolicy.reporting import load_plugins

pytestmark = pytest.mark.heavy

AS_OF = dt.date(2034, 4, 15)
OPTIONS = {"word-changes": {"since": "2031-06-30"}}
# A report of proposals is of a draft, and no record of the project has one.
NAMES = sorted({each.name for each in load_plugins().reporters} - {"excel-review"})


def checked_out(folder: Path, target: Path, *, only: str = "*") -> Path:
    """A copy of a record's folder as git checks it out with `core.autocrlf`."""
    shutil.copytree(folder, target, symlinks=True)
    for file in target.rglob(only):
        if file.is_file():
            file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    return target


@pytest.mark.slow
@pytest.mark.parametrize("name", ["duinmark-2040-3", "kst-32123-X-124", "lagemeer-2031-7"])
def test_every_report_has_the_same_bytes(fixtures: Path, tmp_path: Path, name: str) -> None:
    """Quotes are verified at the same places, and only a warning says that line ends differ."""
    folder = fixtures / "records" / name
    windows = checked_out(folder, tmp_path / name)
    here, there = ssrpolicy.load(folder), ssrpolicy.load(windows)
    new = [finding.code for finding in ssrpolicy.check(windows)]
    old = [finding.code for finding in ssrpolicy.check(folder)]

    assert there == here
    assert sorted(set(new) - set(old)) == ["source-line-ends"]
    assert sorted(code for code in new if code != "source-line-ends") == sorted(old)
    for reporter in NAMES:
        made = []
        for record in (here, there):
            out = io.BytesIO()
            ssrpolicy.report(record, reporter, out, as_of=AS_OF, options=OPTIONS.get(reporter))
            made.append(out.getvalue())
        assert made[0] == made[1], reporter


def test_a_text_recorded_with_windows_line_ends_is_read_as_well(
    fixtures: Path, tmp_path: Path
) -> None:
    """Where the record has the digest of that text, its pages, notes and tables say the same."""
    folder = fixtures / "records" / "kst-32123-X-124"
    here = ssrpolicy.load(folder)
    windows = checked_out(folder, tmp_path / "windows", only="*.txt")
    toml = (windows / "record.toml").read_text("utf-8")
    for document in here.documents:
        if document.file is not None and document.sha256 is not None:
            digest = hashlib.sha256((windows / document.file).read_bytes()).hexdigest()
            toml = toml.replace(document.sha256, digest)
    (windows / "record.toml").write_text(toml, encoding="utf-8", newline="")
    there = ssrpolicy.load(windows)

    assert [f.code for f in ssrpolicy.check(windows) if f.code.startswith("source-")] == []
    for reporter in ("word", "html"):
        made = []
        for record in (here, there):
            out = io.BytesIO()
            ssrpolicy.report(record, reporter, out, as_of=AS_OF)
            # Where a passage begins is counted in the text as it was recorded.
            made.append(re.sub(rb"@\d+", b"@", out.getvalue().replace(b"\r\n", b"\n")))
        assert made[0] == made[1], reporter


def test_what_is_added_has_the_line_ends_of_the_file(
    copied_record: Callable[[str], Path], tmp_path: Path
) -> None:
    """`add` keeps them, and the record reads back as it would with the others."""
    windows = checked_out(copied_record("kst-32123-X-124"), tmp_path / "windows")
    update = Update(
        statement="african-union",
        date=dt.date(2011, 3, 1),
        by="nl-bz",
        claimed=ClaimedStatus.IN_PROGRESS,
    )

    append(windows, update)

    data = (windows / "record.toml").read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert ssrpolicy.load(windows).updates[-1] == update
