"""Pages with Python: what their examples print stands below them, and they are typed."""

import enum
import importlib
import json
import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

ROOT = Path(__file__).parents[2]
GALLERY = ROOT / "docs" / "gallery"
PAGES = (
    ROOT / "docs" / "how-to" / "use-it-from-python.md",
    ROOT / "docs" / "how-to" / "find-across-records.md",
    ROOT / "docs" / "how-to" / "explore-records-as-data.md",
    *(page for page in sorted(GALLERY.glob("*.md")) if page.stem != "index"),
)
EXAMPLE = re.compile(
    r"^```python\n(?P<code>.*?)^```\n(?:\n```text\n(?P<shown>.*?)^```$)?", re.MULTILINE | re.DOTALL
)
# What matplotlib says by itself on a machine that is busy.
_SLOW_FONTS = "Matplotlib is building the font cache; this may take a moment.\n"
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
    file = tmp_path / "script.py"
    file.write_text(examples(page), encoding="utf-8")
    return file


def examples(page: Path) -> str:
    """The examples of a page as one script, which prints a line between them."""
    codes = [each["code"] for each in EXAMPLE.finditer(page.read_text(encoding="utf-8"))]
    return f"print({_NEXT!r})\n".join(codes)


@pytest.mark.slow
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

    assert done.stderr.replace(_SLOW_FONTS, "") == ""
    text = page.read_text(encoding="utf-8")
    actual = EXAMPLE.sub(renewed, text)
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


def checked(folder: Path, *checker: str) -> str:
    """What a type checker says of the scripts in a folder."""
    done = subprocess.run(
        [sys.executable, "-m", *checker],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout + done.stderr


def every_public_name() -> str:
    """A script that uses each public name, and each attribute of each public class."""
    packages = runpy.run_path(str(ROOT / "docs" / "reference" / "packages.py"))["PACKAGES"]
    lines = [f"import {package}" for package in packages]
    for package in packages:
        module = importlib.import_module(package)
        for name in module.__all__:
            value = getattr(module, name)
            if not isinstance(value, type) or issubclass(value, enum.Enum):
                lines += ["", f"print({package}.{name})"]
                continue
            fields = [each.name for each in attrs.fields(value)] if attrs.has(value) else []
            known = [name for name in [*fields, *dir(value)] if not name.startswith("_")]
            ours = [
                each
                for each in dict.fromkeys(known)
                if each in fields
                or next(c for c in value.__mro__ if each in vars(c)).__module__.startswith("ssr")
            ]
            lines += ["", f"def use_{len(lines)}(each: {package}.{name}) -> None:"]
            lines += ["    print(each)", *(f"    print(each.{attribute})" for attribute in ours)]
    return "\n".join([*lines, ""])


@pytest.mark.slow
def test_the_examples_and_every_public_name_are_typed(tmp_path: Path) -> None:
    """Mypy, strict, and basedpyright as it comes say nothing of any page, name or attribute."""
    scripts = {f"{page.stem.replace('-', '_')}.py": examples(page) for page in PAGES}
    scripts["every_public_name.py"] = every_public_name()
    assert len(scripts["every_public_name.py"].splitlines()) > 1000
    for name, code in scripts.items():
        (tmp_path / name).write_text(code, encoding="utf-8")
    # The types of matplotlib are not strict themselves.
    include = [name for name, code in scripts.items() if "matplotlib" not in code]
    # A page shows what is called, and not always what comes back; no name is used so.
    settings = {"reportUnusedCallResult": False, "include": include}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")

    assert checked(tmp_path, "mypy", "--strict", *scripts) == (
        f"Success: no issues found in {len(scripts)} source files\n"
    )
    assert len(include) > len(scripts) // 2
    said = checked(tmp_path, "basedpyright", "--pythonpath", sys.executable)
    assert said.splitlines()[-1] == "0 errors, 0 warnings, 0 notes", said
