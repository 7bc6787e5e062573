"""`ssrpolicy compare` with what cannot be read, and paths that are none."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

import ssrpolicy
from ssrpolicy import ArgumentError, PolicyRecord
from ssrpolicy.cli.main import _command


def test_a_record_that_cannot_be_read_is_told_with_the_reason(letter: Path, tmp_path: Path) -> None:
    """Not that nothing of it can be read alone, but why, with file and line."""
    (tmp_path / "record.toml").write_text("title = [\n", "utf-8")

    result = CliRunner().invoke(_command, ["compare", str(tmp_path), str(letter)])

    assert result.exit_code == 1
    assert f"Nothing of {tmp_path} can be read." in result.stderr
    assert "record.toml" in result.stderr
    assert "a quotation mark or bracket left open" in result.stderr


@pytest.mark.parametrize(
    "call",
    [
        lambda _record: ssrpolicy.load(""),
        lambda _record: ssrpolicy.new(""),
        lambda record: ssrpolicy.dump(record, ""),
    ],
    ids=["load", "new", "dump"],
)
def test_an_empty_path_is_refused(call: Callable[[PolicyRecord], object], letter: Path) -> None:
    """Python takes it for the working folder, which nobody who gives nothing means."""
    with pytest.raises(ArgumentError, match="The path is empty"):
        call(ssrpolicy.load(letter))
