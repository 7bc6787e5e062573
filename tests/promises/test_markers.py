"""What the markers promise: a test that starts LibreOffice, Chromium or a process says so."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ELSEWHERE

import ssrpolicy.testing

ROOT = Path(__file__).parents[2]
MARKERS = "[pytest]\nmarkers =\n    office\n    browser\n    heavy\n"
NEEDED = {"soffice": "office", "converted": "office", "chromium": "browser"}

pytestmark = pytest.mark.heavy


def of_tests(folder: Path, *options: str) -> str:
    """What pytest prints of the tests in a folder, with the fixtures and markers of this one."""
    (folder / "pytest.ini").write_text(MARKERS)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "conftest", "-q", *options],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


@pytest.mark.slow
def test_a_test_without_its_marker_is_refused(tmp_path: Path) -> None:
    """A fixture that starts a program, also by way of another fixture, needs the marker."""
    for fixture, marker in NEEDED.items():
        test = f"def test_{fixture}({fixture}): pass\n"
        marked = f"import pytest\n\n@pytest.mark.{marker}\n{test}"
        (tmp_path / f"test_bare_{fixture}.py").write_text(test)
        (tmp_path / f"test_marked_{fixture}.py").write_text(marked)

    said = of_tests(tmp_path, "--collect-only")

    refused = re.findall(r"(?m)^test_(\w+) uses .*; put @pytest\.mark\.(\w+) on it$", said)
    collected = re.findall(r"(?m)^test_marked_(\w+)\.py::", said)
    assert dict(refused) == NEEDED
    assert sorted(collected) == sorted(NEEDED)


@pytest.mark.slow
def test_a_test_that_starts_a_process_without_its_marker_fails(tmp_path: Path) -> None:
    """Whatever starts it; so `make test-fast` starts none."""
    starts = (
        'subprocess.run([sys.executable, "-c", ""], check=True)',
        "os.waitpid(os.posix_spawn(sys.executable, [sys.executable, '-c', ''], {}), 0)",
        "os.waitpid(os.fork() or os._exit(0), 0)",
    )
    lines = ["import os, subprocess, sys", "import pytest"]
    for number, start in enumerate(starts):
        lines += [f"def test_bare_{number}():", f"    {start}"]
        lines += ["@pytest.mark.heavy", f"def test_marked_{number}():", f"    {start}"]
    (tmp_path / "test_starts.py").write_text("\n".join(lines))

    said = of_tests(tmp_path)

    failed = re.findall(r"(?m)^FAILED test_starts\.py::(\w+)", said)
    assert failed == ["test_bare_0", "test_bare_1", "test_bare_2"]
    assert said.count("\nit starts a process; put @pytest.mark.heavy on it\n") == 3
    assert "3 failed, 3 passed" in said


def test_the_slow_tests_of_a_contract_are_those_that_it_has() -> None:
    """A name that no contract has would mark nothing, and its test would run every time."""
    contracts = Path(ssrpolicy.testing.__file__).parent.glob("*.py")
    text = "".join(file.read_text("utf-8") for file in contracts)

    assert [name for name in sorted(ELSEWHERE) if f"def {name}(" not in text] == []
