"""The page on Python says what its examples print, and they are typed as it says."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "how-to" / "use-it-from-python.md"
_EXAMPLE = re.compile(
    r"^```python\n(?P<code>.*?)^```\n(?:\n```text\n(?P<shown>.*?)^```$)?", re.MULTILINE | re.DOTALL
)
_NEXT = "# the next example"


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """The examples of the page as one script, in a folder like that of the repository."""
    shutil.copytree(ROOT / "fixtures" / "records", tmp_path / "fixtures" / "records")
    (tmp_path / "build").mkdir()
    codes = [each["code"] for each in _EXAMPLE.finditer(PAGE.read_text(encoding="utf-8"))]
    file = tmp_path / "script.py"
    file.write_text(f"print({_NEXT!r})\n".join(codes), encoding="utf-8")
    return file


def test_each_example_prints_what_the_page_shows(script: Path, pytestconfig: pytest.Config) -> None:
    """Run one after the other, the examples print what stands below each, and warn of nothing."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-W", "error", script.name],
        cwd=script.parent,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    printed = iter(done.stdout.split(f"{_NEXT}\n"))

    def renewed(example: re.Match[str]) -> str:
        lines = next(printed)
        shown = f"\n```text\n{lines}```" if lines else ""
        return f"```python\n{example['code']}```\n{shown}"

    assert done.stderr == ""
    page = PAGE.read_text(encoding="utf-8")
    actual = _EXAMPLE.sub(renewed, page)
    if pytestconfig.getoption("--update-goldens"):
        PAGE.write_text(actual, encoding="utf-8", newline="\n")
        page = actual
    assert actual == page


@pytest.mark.slow
def test_the_examples_are_typed(script: Path) -> None:
    """A strict type checker has nothing to say of the examples."""
    settings = script.with_name("mypy.ini")
    settings.write_text("[mypy]\nstrict = true\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--config-file", settings.name, script.name],
        cwd=script.parent,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.stdout == "Success: no issues found in 1 source file\n"
