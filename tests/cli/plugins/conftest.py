"""A plugin in a single file, with faults."""

from pathlib import Path

import pytest

from cli.plugins.faulty import PLUGIN


@pytest.fixture
def plugins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the plugin above; no variable of the tester's own shows tracebacks."""
    for name in ("SSRPOLICY_DEBUG", "SSRPOLICY_PLUGINS_DIR", "SSRPOLICY_DISABLE_PLUGINS"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "plugins"
    folder.mkdir()
    (folder / "acme.py").write_text(PLUGIN, encoding="utf-8")
    return folder
