"""What is promised to authors of plugins: each hook documented, and a guide that works."""

import inspect
import io
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from ssrpolicy import commands
from ssrpolicy.reporting import API, Report, Reporter, load_plugins, run_report
from ssrpolicy.reporting.plugins import hooks
from ssrpolicy.testing import small_record
from tables import each_case

ROOT = Path(__file__).parents[2]
REFERENCE = (ROOT / "docs/reference/hooks.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs/how-to/write-a-reporter.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"`([\w.]+)`:\n\n```(?:python|toml)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def signature(name: str) -> str:
    """A hook as it is written in the reference."""
    hook = inspect.signature(getattr(hooks, name))
    return f"{name}{hook}".replace("'", "")


@each_case("name", hooks.HOOKS)
def test_a_hook_is_documented_with_its_signature(name: str) -> None:
    """The reference has a section under the hook's exact signature, with its docstring first."""
    heading = f"## `{signature(name)}`\n\n"

    assert heading in REFERENCE
    section = REFERENCE.partition(heading)[2]
    assert section.partition("\n")[0] == inspect.getdoc(getattr(hooks, name))


def test_the_hooks_are_all_there_are() -> None:
    """HOOKS names every specification, and the reference documents no other."""
    specified = [name for name in vars(hooks) if name.startswith("ssrpolicy_")]

    assert list(hooks.HOOKS) == specified
    assert re.findall(r"^## `(\w+)\(", REFERENCE, re.MULTILINE) == specified


@each_case("name", hooks.HOOKS)
def test_a_hook_is_specified_in_one_sentence(name: str) -> None:
    """The docstring of a hook is one line that begins with what it returns."""
    page = inspect.getdoc(getattr(hooks, name)) or ""

    assert re.fullmatch(r"Return [^\n]+\.", page)


@pytest.mark.parametrize("cls", [Reporter, Report], ids=lambda cls: cls.__name__)
def test_the_members_of_a_class_are_documented(cls: type) -> None:
    """The reference has a row for each public member of what a plugin offers and is given."""
    members = {name for each in cls.__mro__ for name in vars(each) if not name.startswith("_")}
    documented = set(re.findall(r"^\| `(\w+)", REFERENCE, re.MULTILINE))

    assert sorted(members - documented) == []


def test_what_commands_of_plugins_can_use_is_documented() -> None:
    """The reference has each name that authors of commands import, in its table."""
    rows = " ".join(line for line in REFERENCE.splitlines() if line.startswith("| `"))
    assert [name for name in commands.__all__ if f"`{name}`" not in rows] == []


@pytest.fixture
def guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The files of the guide, in a folder on the path as if they were installed."""
    files = dict(_BLOCK.findall(GUIDE))
    assert sorted(files) == ["acme_lines.py", "pyproject.toml", "test_lines.py"]
    for name, content in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    info = tmp_path / "acme_lines-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-lines\nVersion: 1.0\n")
    entry_points = files["pyproject.toml"].partition("[project.entry-points.ssrpolicy]\n")[2]
    (info / "entry_points.txt").write_text(f"[ssrpolicy]\n{entry_points.replace(chr(34), '')}")
    monkeypatch.delenv("SSRPOLICY_PLUGINS_DIR", raising=False)
    monkeypatch.delenv("SSRPOLICY_DISABLE_PLUGINS", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


def test_the_reporter_of_the_guide_works(guide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The module of the guide is found, and lists the commitment of a small record."""
    assert guide.is_dir()
    out = io.BytesIO()

    registry = load_plugins()
    monkeypatch.delitem(sys.modules, "acme_lines")
    offered = registry.reporter("acme-lines:lines")
    run_report(small_record(), offered, out, as_of=date(2010, 12, 31), options={"bullet": "+"})

    assert out.getvalue().decode() == "small\n+ Bericht over de brandweer (upcoming)\n"


@pytest.mark.slow
def test_the_tests_of_the_guide_pass(guide: Path) -> None:
    """Pytest collects the contract from the guide's class, and it holds."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "pytest", "-q", "test_lines.py"],
        cwd=guide,
        env={**os.environ, "PYTHONPATH": str(guide)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_the_version_of_the_contract_is_documented() -> None:
    """The reference and the guide say which version a reporter is written for."""
    assert f"written for: `{API}`" in REFERENCE
    assert f"api = {API}\n" in GUIDE
