"""The pages on drafting: commands print what is shown, and the drafter keeps the contract."""

import re
from pathlib import Path

import pytest

from draftable import LETTER
from ssrpolicy.reporting import load_plugins
from ssrpolicy.starting import begin_record
from terminal import COMMAND, session

ROOT = Path(__file__).parents[2]
DRAFT = (ROOT / "docs/how-to/draft-a-record.md").read_text("utf-8")
WRITE = (ROOT / "docs/how-to/write-a-drafter.md").read_text("utf-8")
_PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a record of the letter."""
    (tmp_path / "letter.txt").write_text(LETTER, "utf-8")
    begin_record(tmp_path / "letter.txt", tmp_path / "record", None)
    return tmp_path


def test_the_commands_print_what_the_page_shows(folder: Path) -> None:
    """Line for line, but for white space at the end of one."""
    (block,) = _CONSOLE.findall(DRAFT)
    assert COMMAND.findall(block)

    shown = session(block, folder)
    assert [line.rstrip() for line in shown.splitlines()] == [
        line.rstrip() for line in block.splitlines()
    ]


def test_the_python_of_the_page_runs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It accepts what is sure."""
    (code,) = _PYTHON.findall(DRAFT)
    monkeypatch.chdir(folder)
    exec(compile(code, "draft-a-record.md", "exec"), {})  # noqa: S102 - the code is that of our own page

    assert "jansen" in (folder / "record" / "decisions.toml").read_text("utf-8")


def test_the_drafter_of_the_page_keeps_the_contract(tmp_path: Path) -> None:
    """It loads as a plugin of a single file, and every test of the contract passes."""
    contract = _drafter_written(tmp_path)
    registry = load_plugins(plugins_dir=tmp_path)
    offered = {type(each.drafter).__name__: type(each.drafter) for each in registry.drafters}
    assert list(offered) == ["Tuned", "Undertakings"]

    names: dict[str, type] = {**offered}
    code = contract.replace("from undertakings import Tuned, Undertakings\n", "")
    exec(compile(code, "write-a-drafter.md", "exec"), names)  # noqa: S102 - the code is that of our own page
    for case in ("TestUndertakings", "TestTuned"):
        made = names[case]()
        found = [name for name in dir(made) if name.startswith("test_")]
        assert len(found) >= 6
        for name in found:
            getattr(made, name)()


def _drafter_written(folder: Path) -> str:
    """Write the module of the page into a folder; return the test that goes with it."""
    drafter, tuned, contract = _PYTHON.findall(WRITE)
    (offers,) = re.findall(r"The hook returns it too: `(.*)`", WRITE)
    module = f"{drafter.replace('[Undertakings()]', offers)}\n\n{tuned}"
    (folder / "undertakings.py").write_text(module, "utf-8")
    return str(contract)


def test_the_options_of_the_page_reach_the_drafter(folder: Path) -> None:
    """As a plugin of a single file, it proposes as surely as the option says."""
    _drafter_written(folder)
    letter = "Dear Sir,\n\nThank you for the letter. We undertake to publish it by June.\n"
    (folder / "english.txt").write_text(letter, "utf-8")
    block = """\
$ ssrpolicy new english.txt english
$ ssrpolicy draft english --plugins-dir . --drafter tuned -o confidence=look --format json
$ ssrpolicy draft english --plugins-dir . --drafter tuned -o tuned.confidence=perhaps
$ ssrpolicy plugins tuned --plugins-dir .
"""
    shown = session(block, folder)

    assert '"confidence": "look"' in shown
    assert "Error: The option confidence of tuned is 'perhaps'." in shown
    assert "  -o confidence=...\n      How sure each proposal is.\n" in shown
