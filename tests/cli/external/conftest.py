"""A command that a plugin offers."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.external.modules import MODULE

Offer = Callable[..., None]


@pytest.fixture
def mark(tmp_path: Path) -> Path:
    """A file that is there once the module of a command was imported."""
    return tmp_path / "imported"


@pytest.fixture
def offer(tmp_path: Path, mark: Path, monkeypatch: pytest.MonkeyPatch) -> Offer:
    """A function that installs a distribution with a command, next to none of ours."""
    monkeypatch.setenv("SSRPOLICY_DISABLE_PLUGINS", "ssrpolicy-corpus")
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.syspath_prepend(site)

    def offered(
        name: str = "count",
        *,
        distribution: str = "acme-count",
        code: str = MODULE,
        target: str = "command",
    ) -> None:
        module = distribution.replace("-", "_")
        monkeypatch.delitem(sys.modules, module, raising=False)
        (site / f"{module}.py").write_text(code.replace("{mark!r}", repr(str(mark))))
        info = site / f"{module}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Name: {distribution}\nVersion: 1.0\n")
        entry = f"[ssrpolicy.commands]\n{name} = {module}:{target}\n"
        (info / "entry_points.txt").write_text(entry)

    return offered
