"""Every plugin that an author starts from, new or of a page, is typed as it stands."""

import importlib
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from public_calls import ROOMS
from ssrpolicy.cli.scaffolds import write_distribution

ROOT = Path(__file__).parents[2]
KINDS = {
    "action-list": "distribution",
    "summary-long": "rule_distribution",
    "mail-text": "reader_distribution",
    "promises": "drafter_distribution",
    "per-ministry": "command_distribution",
}
PAGES = {
    "tutorial/first-reporter.md": 2,
    "how-to/write-a-drafter.md": 3,
    "how-to/write-a-reader.md": 2,
    "how-to/write-a-reporter.md": 2,
    "how-to/write-other-plugins.md": 6,
}
"""The pages with modules, and how many each has."""
_IGNORED = "# type: ignore[arg-type]  # pyright: ignore[reportArgumentType]"
SLIPS = f"""
import ssrpolicy

ssrpolicy.append("record", 3)  {_IGNORED}
ssrpolicy.remove("record", [])  {_IGNORED}
ssrpolicy.replace("record", "id", None)  {_IGNORED}
"""
"""What a type checker refuses: where it does not, what is ignored is one thing too many."""
_MODULE = re.compile(r"`(?:\w+/)?(\w+\.py)`:\n\n```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder with the modules and tests of each new distribution and of each page."""
    folder = tmp_path_factory.mktemp("modules")
    settings: dict[str, object] = {}
    for name, kind in KINDS.items():
        project = tmp_path_factory.mktemp("project") / name
        write_distribution(name, project, kind=kind)
        settings = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))["tool"]
        for part in ("src", "tests"):
            shutil.copytree(project / part, folder, dirs_exist_ok=True)
    for page, number in PAGES.items():
        found = _MODULE.findall((ROOT / "docs" / page).read_text(encoding="utf-8"))
        assert len(found) == number, page
        for name, code in found:
            # A page may show a module in parts.
            with (folder / name).open("a", encoding="utf-8") as file:
                file.write(code)
    (folder / "slips.py").write_text(SLIPS, encoding="utf-8")
    (folder / "every_name.py").write_text(every_name(), encoding="utf-8")
    # What mail, CSV and JSON hold is of any type until it is read.
    quiet = [*_switched_off(settings), "reportAny = false", "reportExplicitAny = false"]
    text = "\n".join(["[tool.basedpyright]", 'include = ["."]', *quiet, ""])
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")
    return folder


def every_name() -> str:
    """A script that uses every public name of every public package."""
    names = [(room, name) for room in ROOMS for name in importlib.import_module(room).__all__]
    alias = [(room, name, f"of_{room.rpartition('.')[2]}_{name}") for room, name in names]
    imports = (f"from {room} import {name} as {own}" for room, name, own in alias)
    used = ", ".join(own for _room, _name, own in alias)
    return "\n".join([*imports, "", f"USED: tuple[object, ...] = ({used})", ""])


def _switched_off(settings: dict[str, object]) -> list[str]:
    """What a new distribution itself leaves unsaid, as lines."""
    own = settings["basedpyright"]
    assert isinstance(own, dict)
    return [f"{key} = false" for key, value in own.items() if value is False]


def said(folder: Path, *checker: str) -> str:
    """What a type checker says of a folder."""
    done = subprocess.run(
        [sys.executable, "-m", *checker], cwd=folder, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


@pytest.mark.slow
def test_mypy_finds_nothing(modules: Path) -> None:
    """It is strict."""
    count = len(list(modules.rglob("*.py")))
    assert count > 20

    assert said(modules, "mypy", "--strict", ".") == (
        f"Success: no issues found in {count} source files\n"
    )


@pytest.mark.slow
def test_basedpyright_finds_nothing(modules: Path) -> None:
    """With what it recommends, but for what a new distribution says that it leaves out."""
    found = said(modules, "basedpyright", "--pythonpath", sys.executable)

    assert found.splitlines()[-1] == "0 errors, 0 warnings, 0 notes", found
