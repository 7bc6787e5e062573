"""Records judged together, from files and from memory."""

import datetime as dt
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs
import pytest

import ssrpolicy
from ssrpolicy import InputError
from ssrpolicy.reporting import read_portfolio
from ssrpolicy.testing import small_record


def test_a_record_in_memory_is_judged_by_the_rules_whatever_else_is_remarked() -> None:
    """A document without a digest is a warning; that nothing has the id is still an error."""
    record = small_record()
    unstamped = attrs.evolve(record.documents[0], sha256=None)
    dangling = attrs.evolve(record.dispositions[0], request="nothing")
    changed = attrs.evolve(
        record, documents=(unstamped, *record.documents[1:]), dispositions=(dangling,)
    )
    codes = {finding.code for finding in ssrpolicy.check(changed)}
    assert {"source-unstamped", "reference-dangling"} <= codes


def test_a_record_in_memory_with_errors_is_not_reported(tmp_path: Path) -> None:
    """A report of what is wrong would be believed; nothing is written."""
    record = small_record()
    dangling = attrs.evolve(record.dispositions[0], request="nothing")
    changed = attrs.evolve(record, dispositions=(dangling,))
    target = tmp_path / "tracker.xlsx"
    with pytest.raises(ssrpolicy.RecordInvalidError, match="reference-dangling"):
        ssrpolicy.report(changed, "excel", target, as_of=dt.date(2010, 12, 31))
    assert not target.exists()


def test_records_of_a_folder_are_read_in_order_of_their_names(fixtures: Path) -> None:
    """The letter comes between the invented records, however the disk lists them."""
    records = ssrpolicy.load_all(fixtures / "records")
    assert [record.id for record in records] == [
        "duinmark-2040-3",
        "kst-32123-X-124",
        "lagemeer-2031-7",
    ]


def test_a_record_that_is_gone_while_a_folder_is_read_is_passed_over(tmp_path: Path) -> None:
    """As it would be a moment later; one that is all there was is missed."""
    small = small_record()
    ssrpolicy.dump([small, attrs.evolve(small, id="other")], tmp_path)

    def removed(files: Sequence[Path]) -> Iterator[Path]:
        for file in files:
            if file.parent.name == "other":
                file.unlink()
            yield file

    found = read_portfolio(tmp_path, tracked=removed)
    assert [each.id for each in found.records] == ["small"]
    assert found.files == (tmp_path / "small" / "record.toml",)
    shutil.rmtree(tmp_path / "other")
    (tmp_path / "small").rename(tmp_path / "other")
    with pytest.raises(InputError, match="does not exist"):
        read_portfolio(tmp_path, tracked=removed)
