"""No report says on which machine, by whom, or from which folder it was made."""

import datetime as dt
import getpass
import io
import socket
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

import ssrpolicy

REPORTS: Mapping[str, Mapping[str, object]] = {
    "json": {},
    "excel": {},
    "word": {},
    "word-annex": {},
    "word-changes": {"since": dt.date(2010, 6, 1)},
    "html": {},
}


def parts(data: bytes) -> Iterator[bytes]:
    """The parts of a package, or a file as a whole."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        yield data
        return
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        yield from (package.read(name) for name in package.namelist())


@pytest.mark.parametrize("reporter", REPORTS)
def test_a_report_names_no_folder_person_or_machine(
    copied_record: Callable[[str], Path], reporter: str
) -> None:
    """Nothing in any part is of where the record lies, of the user, or of the machine."""
    folder = copied_record("lagemeer-2031-7")
    out = io.BytesIO()
    ssrpolicy.report(
        ssrpolicy.load(folder), reporter, out, as_of=dt.date(2034, 4, 15), options=REPORTS[reporter]
    )
    own = {str(folder.parent), str(Path.home()) + "/", f"{getpass.getuser()}@"}
    own.add(f"@{socket.gethostname()}")
    whole = b"".join(parts(out.getvalue()))
    assert [each for each in own if each.encode() in whole] == []
