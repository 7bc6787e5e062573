"""An office with a record, a rule and settings."""

import shutil
from pathlib import Path

import pytest

from cli.settings.written import RULE


@pytest.fixture
def office(tmp_path: Path, fixtures: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office's folder with one record in a folder of its own, and a plugin elsewhere."""
    for name in ("SSRPOLICY_PLUGINS_DIR", "SSRPOLICY_DISABLE_PLUGINS"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "office"
    shutil.copytree(fixtures / "records" / "kst-32123-X-124", folder / "letters" / "ssr")
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "acme.py").write_text(RULE, encoding="utf-8")
    return folder
