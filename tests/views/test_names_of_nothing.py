"""Lists and search over records of which one names an entry that it does not have."""

import datetime as dt
import re
import shutil
from pathlib import Path
from typing import get_args

import pytest

from ssrpolicy.databases import read_record_file
from ssrpolicy.views import ListKind, listing, search

SAMPLE = Path(__file__).parents[2] / "fixtures" / "records" / "lagemeer-2031-7"
AS_OF, SINCE = dt.date(2035, 1, 1), dt.date(2030, 1, 1)


@pytest.mark.parametrize(
    "key", ["document", "request", "statement", "source", "uses", "by", "because"]
)
def test_an_id_that_names_nothing_stops_no_list_and_no_search(key: str, tmp_path: Path) -> None:
    """Whichever entry has it, what else the record says is listed and found."""
    folder = tmp_path / "record"
    shutil.copytree(SAMPLE, folder)
    file = folder / "record.toml"
    text = file.read_text(encoding="utf-8")
    named = re.compile(rf'^({key} = \[?)"[\w-]+"', re.MULTILINE)
    assert named.search(text)
    file.write_text(named.sub(r'\1"nothere"', text), encoding="utf-8")
    (record,) = read_record_file(file).records
    assert any("nothere" in each.message for each in record.findings())

    for kind in get_args(ListKind):
        since = SINCE if kind == "changes" else None
        assert listing(record, kind, as_of=AS_OF, since=since).table.key
    # Every quote of this record is in its source.
    assert search(record, "haven", as_of=AS_OF).hits or key in ("source", "document")
