"""A record, and what is proposed for it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from draftable import LETTER
from ssrpolicy.starting import begin_record

Run = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A record of the letter."""
    file = tmp_path / "letter.txt"
    file.write_text(LETTER, "utf-8")
    return begin_record(file, tmp_path / "record", None).folder


@pytest.fixture
def proposals(run: Run, folder: Path) -> list[dict[str, Any]]:
    """What was proposed, as JSON."""
    done = run("draft", folder, "--format", "json")
    assert done.exit_code == 0, done.output
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found
