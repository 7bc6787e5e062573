"""What the page on settings promises: its file is read, and each command prints what it shows."""

import re
import shutil
from pathlib import Path

import pytest

from terminal import session

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "how-to" / "share-settings.md"
_BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_settings_of_the_page_do_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The commands of the page print what stands below them, with the settings of the page."""
    monkeypatch.delenv("SSRPOLICY_DISABLE_PLUGINS", raising=False)
    blocks = {each["kind"]: each["text"] for each in _BLOCK.finditer(PAGE.read_text("utf-8"))}
    name = "kst-32123-X-124"
    shutil.copytree(ROOT / "fixtures" / "records" / name, tmp_path / name)
    (tmp_path / "ssrpolicy.toml").write_text(blocks["toml"], encoding="utf-8")

    assert session(blocks["console"], tmp_path) == blocks["console"]
