"""Pages with Python: what their examples print stands below them, and they are typed."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GALLERY = ROOT / "docs" / "gallery"
PAGES = (
    ROOT / "docs" / "how-to" / "use-it-from-python.md",
    *(page for page in sorted(GALLERY.glob("*.md")) if page.stem != "index"),
)
_EXAMPLE = re.compile(
    r"^```python\n(?P<code>.*?)^```\n(?:\n```text\n(?P<shown>.*?)^```$)?", re.MULTILINE | re.DOTALL
)
_NEXT = "# the next example"
# Libraries that warn of themselves: of what they will require of other libraries, or of Python.
_OF_OTHERS = ("ignore::DeprecationWarning:dateutil", "ignore::DeprecationWarning:pyparsing")


@pytest.fixture(params=PAGES, ids=lambda page: page.stem)
def page(request: pytest.FixtureRequest) -> Path:
    """Each page of which the examples run one after the other."""
    path: Path = request.param
    return path


@pytest.fixture
def script(page: Path, tmp_path: Path) -> Path:
    """The examples of the page as one script, in a folder like that of the repository."""
    shutil.copytree(ROOT / "fixtures" / "records", tmp_path / "fixtures" / "records")
    (tmp_path / "build").mkdir()
    codes = [each["code"] for each in _EXAMPLE.finditer(page.read_text(encoding="utf-8"))]
    file = tmp_path / "script.py"
    file.write_text(f"print({_NEXT!r})\n".join(codes), encoding="utf-8")
    return file


def test_each_example_prints_what_the_page_shows(
    page: Path, script: Path, pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Run one after the other, the examples print what stands below each, and warn of nothing."""
    monkeypatch.setenv("MPLBACKEND", "agg")
    monkeypatch.setenv("MPLCONFIGDIR", str(script.parent / "matplotlib"))
    quiet = [word for each in _OF_OTHERS for word in ("-W", each)]
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-W", "error", *quiet, script.name],
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
    text = page.read_text(encoding="utf-8")
    actual = _EXAMPLE.sub(renewed, text)
    if pytestconfig.getoption("--update-goldens"):
        page.write_text(actual, encoding="utf-8", newline="\n")
        text = actual
    assert actual == text
    drawn = script.parent / "build" / f"{page.stem}.svg"
    if drawn.exists():
        picture = page.with_suffix(".svg")
        if pytestconfig.getoption("--update-goldens"):
            picture.write_bytes(drawn.read_bytes())
        assert drawn.read_bytes() == picture.read_bytes()


def test_every_page_of_the_gallery_is_in_its_list() -> None:
    """The list of the gallery names each page and notebook, and no other."""
    index = (GALLERY / "index.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\]\(([\w-]+\.(?:md|ipynb))\)", index))
    there = {each.name for each in GALLERY.iterdir() if each.suffix in {".md", ".ipynb"}}

    assert named == there - {"index.md"}


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
