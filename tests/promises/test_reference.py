"""What the documentation promises: a page or picture made from the code says what the code says."""

import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WRITERS = sorted((ROOT / "docs").glob("*/*.py"))


@pytest.mark.parametrize("writer", WRITERS, ids=lambda path: path.stem)
def test_a_page_of_the_reference_is_what_the_code_says(
    writer: Path, pytestconfig: pytest.Config
) -> None:
    """The page next to its writer is current; the writer, or `--update-goldens`, renews it."""
    page = writer.with_suffix(".svg" if writer.parent.name == "explanation" else ".md")
    # In a process of its own: what the tests of other rooms left behind is not in the reference.
    program = "import runpy, sys; sys.stdout.write(runpy.run_path(sys.argv[1])['page']())"
    written = subprocess.run(
        [sys.executable, "-c", program, str(writer)],
        env={**os.environ, "PYTHONUTF8": "1", "COLUMNS": "200"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout

    if pytestconfig.getoption("--update-goldens"):
        page.write_text(written, encoding="utf-8", newline="\n")
    assert page.read_text(encoding="utf-8") == written


def test_every_command_is_in_the_reference() -> None:
    """The page of the command has a section for each, also those below `add`."""
    writer = ROOT / "docs" / "reference" / "command.py"
    page: str = runpy.run_path(str(writer))["page"]()

    for command in ("report", "new-reporter", "add statement"):
        assert f"\n## ssrpolicy {command}\n" in page
