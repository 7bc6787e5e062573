"""What the pages on readers promise: what commands print, and that the code works."""

import re
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

from ssrpolicy.reporting import load_plugins, read_source
from terminal import COMMAND, session

ROOT = Path(__file__).parents[2]
HOW_TO = ROOT / "docs" / "how-to"
_BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(page: str, kind: str) -> list[str]:
    """The blocks of a kind on a page."""
    text = (HOW_TO / page).read_text(encoding="utf-8")
    return [each["text"] for each in _BLOCK.finditer(text) if each["kind"] == kind]


@pytest.mark.heavy
def test_a_record_starts_from_a_pdf_as_the_page_says(tmp_path: Path) -> None:
    """What the commands print stands on the page, and the three files are there."""
    shutil.copytree(ROOT / "fixtures" / "letters", tmp_path / "fixtures" / "letters")
    consoles = blocks("start-from-a-pdf.md", "console")

    assert len(COMMAND.findall("".join(consoles))) == 2
    assert [session(each, tmp_path) for each in consoles] == consoles
    assert sorted(file.name for file in (tmp_path / "haven" / "sources").iterdir()) == [
        "brief-haven.parts.json",
        "brief-haven.pdf",
        "brief-haven.txt",
    ]
    (keys,) = blocks("start-from-a-pdf.md", "toml")
    record = (tmp_path / "haven" / "record.toml").read_text(encoding="utf-8")
    assert [line for line in keys.splitlines() if line not in record] == []


@pytest.mark.heavy
def test_the_letter_of_the_page_is_the_invented_one(tmp_path: Path) -> None:
    """The PDF in the fixtures reads as the one that the tests write."""
    from plugins.sources.tests.letters import department_letter  # noqa: PLC0415 - only this test needs the plugin's letters

    (tmp_path / "brief-haven.pdf").write_bytes(department_letter().data())
    kept = read_source(ROOT / "fixtures" / "letters" / "brief-haven.pdf")
    made = read_source(tmp_path / "brief-haven.pdf")

    assert (kept.text, kept.parts) == (made.text, made.parts)


@pytest.fixture
def mail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, ModuleType]:
    """The folder with the worked reader of the page, and its test as a module."""
    code, test = blocks("write-a-reader.md", "python")
    (tmp_path / "acme_mail.py").write_text(code, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    module = ModuleType("test_acme_mail")
    exec(test, vars(module))  # noqa: S102 - the code is that of our own page
    monkeypatch.delitem(sys.modules, "acme_mail")
    return tmp_path, module


def test_the_worked_reader_begins_a_record(mail: tuple[Path, ModuleType]) -> None:
    """As a single file in a folder it is found, and reads the mail of its own test."""
    folder, module = mail
    (folder / "brief.eml").write_bytes(module.MAIL)
    plugins = folder / "plugins"
    plugins.mkdir()
    shutil.copy(folder / "acme_mail.py", plugins)
    new = read_source(folder / "brief.eml", registry=load_plugins(plugins_dir=plugins))

    assert new.text.startswith("Geachte voorzitter,\n\nIk zal uw Kamer in het voorjaar\n")
    assert new.parts is not None
    assert new.parts.apart[0].text.startswith("From: minister@example.org\nDate: Mon, 08 Sep 2031")


@pytest.mark.heavy
def test_the_worked_reader_keeps_to_the_contract(
    mail: tuple[Path, ModuleType], capsys: pytest.CaptureFixture[str]
) -> None:
    """Each test of the class on the page passes."""
    case = mail[1].TestMail()
    for name in [each for each in dir(case) if each.startswith("test_")]:
        test = getattr(case, name)
        test(capsys) if name == "test_it_prints_nothing" else test()
