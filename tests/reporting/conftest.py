"""Plugins for these tests: real distributions on the path, made for one test and gone after it."""

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

# A plugin whose reporter writes its own name; `{name}`, `{suffix}` and `{write}` may differ.
PLUGIN = '''
"""A plugin made for a test."""
from ssrpolicy.reporting import NoOptions, hookimpl

class Reporter:
    name = "{name}"
    summary = "Writes its own name."
    suffix = "{suffix}"
    media_type = "text/plain"
    api = 1
    options = NoOptions

    def write(self, report, out):
        {write}

@hookimpl
def ssrpolicy_reporters():
    return [Reporter()]
'''
WRITE = "out.write(self.name.encode())"


@pytest.fixture
def plugin_code() -> Callable[..., str]:
    """A function that gives the source of a plugin with one reporter."""

    def code(name: str = "plain", *, suffix: str = "txt", write: str = WRITE) -> str:
        return PLUGIN.format(name=name, suffix=suffix, write=write.replace("\n", "\n        "))

    return code


@pytest.fixture
def no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No variable of the tester's own decides which plugins are loaded."""
    monkeypatch.delenv("SSRPOLICY_PLUGINS_DIR", raising=False)
    monkeypatch.delenv("SSRPOLICY_DISABLE_PLUGINS", raising=False)


@pytest.fixture
def install(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    no_environment: None,  # noqa: ARG001 - the fixture sets the environment before this one, and gives nothing
) -> Iterator[Callable[..., Path]]:
    """A function that installs a distribution: its name, its module's source, its version."""
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.syspath_prepend(site)
    before = set(sys.modules)

    def installed(
        distribution: str,
        code: str,
        *,
        version: str = "1.0",
        entry_points: Mapping[str, str] | None = None,
    ) -> Path:
        module = distribution.replace("-", "_")
        path = site / f"{module}.py"
        path.write_text(code, encoding="utf-8")
        info = site / f"{module}-{version}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n", encoding="utf-8"
        )
        points = entry_points or {module: module}
        lines = [f"{name} = {target}" for name, target in points.items()]
        (info / "entry_points.txt").write_text(
            "\n".join(["[ssrpolicy]", *lines, ""]), encoding="utf-8"
        )
        return path

    yield installed
    for name in set(sys.modules) - before:
        if str(getattr(sys.modules[name], "__file__", "")).startswith(str(tmp_path)):
            del sys.modules[name]
