"""What the page on correcting a record promises: each command prints what stands below it."""

import re
import shutil
from pathlib import Path

from terminal import session

ROOT = Path(__file__).parents[2]
_BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def test_each_correction_goes_as_the_page_says(tmp_path: Path) -> None:
    """The commands and the script of the page work on the letter, and what they print is there."""
    page = (ROOT / "docs" / "how-to" / "correct-a-record.md").read_text(encoding="utf-8")
    letter = ROOT / "fixtures" / "records" / "kst-32123-X-124"
    shutil.copytree(letter, tmp_path / letter.name)
    blocks = [(each["kind"], each["text"]) for each in _BLOCK.finditer(page)]
    consoles = [text for kind, text in blocks if kind == "console"]

    assert [session(each, tmp_path) for each in consoles] == consoles


def test_the_script_of_the_page_leaves_the_record_as_it_was(tmp_path: Path) -> None:
    """What the script replaces it undoes."""
    page = (ROOT / "docs" / "how-to" / "correct-a-record.md").read_text(encoding="utf-8")
    letter = ROOT / "fixtures" / "records" / "kst-32123-X-124"
    folder = tmp_path / letter.name
    shutil.copytree(letter, folder)
    before = (folder / "record.toml").read_bytes()
    (code,) = (each["text"] for each in _BLOCK.finditer(page) if each["kind"] == "python")

    exec(code.replace('"kst-32123-X-124"', f"r'{folder}'"), {})  # noqa: S102 - the code is that of our own page

    assert (folder / "record.toml").read_bytes() == before
    assert (folder / ".ssrpolicy").exists()
