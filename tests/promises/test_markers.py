"""What the markers promise: a test that starts LibreOffice or Chromium says so."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
NEEDED = {"soffice": "office", "converted": "office", "chromium": "browser"}


def test_a_test_without_its_marker_is_refused(tmp_path: Path) -> None:
    """A fixture that starts a program, also by way of another fixture, needs the marker."""
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers =\n    office\n    browser\n")
    for fixture, marker in NEEDED.items():
        test = f"def test_{fixture}({fixture}): pass\n"
        marked = f"import pytest\n\n@pytest.mark.{marker}\n{test}"
        (tmp_path / f"test_bare_{fixture}.py").write_text(test)
        (tmp_path / f"test_marked_{fixture}.py").write_text(marked)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "conftest", "--collect-only", "-q"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"},
        capture_output=True,
        text=True,
        check=False,
    )

    refused = re.findall(r"(?m)^test_(\w+) uses .*; put @pytest\.mark\.(\w+) on it$", done.stdout)
    collected = re.findall(r"(?m)^test_marked_(\w+)\.py::", done.stdout)
    assert dict(refused) == NEEDED
    assert sorted(collected) == sorted(NEEDED)
