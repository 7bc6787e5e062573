"""Plugins are found as Python finds them, in distributions and in single files."""

import importlib.metadata
import os
import shutil
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from reporting.registry.asked import failures_of, names_of
from ssrpolicy.entry_points import entry_points
from ssrpolicy.errors import ReporterError
from ssrpolicy.reporting import load_plugins

Install = Callable[..., Path]
Code = Callable[..., str]


def test_a_plugin_is_found_with_its_distribution_and_version(
    install: Install, plugin_code: Code
) -> None:
    """A reporter knows whose it is: the distribution's name and version."""
    install("acme-plain", plugin_code(), version="2.3")

    offered = load_plugins().reporter("plain")

    assert str(offered) == "plain of acme-plain 2.3"
    assert (offered.suffix, offered.media_type, offered.principal) == ("txt", "text/plain", True)


def test_the_first_of_two_installations_counts(
    install: Install, plugin_code: Code, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A distribution that is on the path twice is the one that is imported, told once."""
    install("acme-plain", plugin_code(), version="1.0")
    first = tmp_path / "first"
    shutil.copytree(tmp_path / "site", first)
    (first / "acme_plain-1.0.dist-info").rename(first / "acme_plain-2.0.dist-info")
    metadata = first / "acme_plain-2.0.dist-info" / "METADATA"
    metadata.write_text(metadata.read_text().replace("1.0", "2.0"))
    monkeypatch.syspath_prepend(first)

    assert str(load_plugins().reporter("plain")) == "plain of acme-plain 2.0"


def test_the_plugins_found_are_those_that_python_itself_finds(
    install: Install, plugin_code: Code
) -> None:
    """Entry points are read from their files, which takes less time and finds the same."""
    install("acme-plain", plugin_code(), entry_points={"one": "acme_plain", "two": "acme_plain"})
    expected = {
        (point.dist.name, point.dist.version, point.name)
        for point in importlib.metadata.entry_points(group="ssrpolicy")
        if point.dist is not None
    }

    found = [(each.distribution, each.version, each.name) for each in entry_points("ssrpolicy")]

    assert set(found) == expected
    assert len(found) == len(expected) > 2


def test_what_is_installed_or_removed_meanwhile_is_seen(
    install: Install, plugin_code: Code, tmp_path: Path
) -> None:
    """A folder whose distributions are known already is read again when it has changed."""
    site = tmp_path / "site"
    install("acme-first", plugin_code())

    def found() -> set[str]:
        return {each.distribution for each in entry_points("ssrpolicy")} & {
            "acme-first",
            "acme-second",
        }

    os.utime(site, (1_500_000_000, 1_500_000_000))
    assert found() == found() == {"acme-first"}
    install("acme-second", plugin_code())
    assert found() == {"acme-first", "acme-second"}
    os.utime(site, (1_600_000_000, 1_600_000_000))
    assert found() == {"acme-first", "acme-second"}
    shutil.rmtree(site / "acme_first-1.0.dist-info")
    assert found() == {"acme-second"}


def test_a_distribution_that_is_being_installed_is_read_again(
    install: Install, plugin_code: Code, tmp_path: Path
) -> None:
    """Its files are written after its folder, and change nothing of the folder around it."""
    path = install("acme-plain", plugin_code())
    points = path.with_name("acme_plain-1.0.dist-info") / "entry_points.txt"
    written = points.read_text()
    points.unlink()
    # However busy the machine: the folder changed a moment ago.
    os.utime(tmp_path / "site", (4_000_000_000, 4_000_000_000))
    assert names_of(load_plugins(), "acme-plain") == []

    points.write_text(written)

    assert names_of(load_plugins(), "acme-plain") == ["plain"]


def test_a_plugin_in_a_zip_file_is_found(
    install: Install, plugin_code: Code, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever Python can import from can have plugins."""
    site = install("acme-zipped", plugin_code()).parent
    with zipfile.ZipFile(tmp_path / "plugins.zip", "w") as archive:
        for path in site.rglob("*"):
            if path.is_file():
                archive.write(path, path.relative_to(site))
    shutil.rmtree(site)
    monkeypatch.syspath_prepend(tmp_path / "plugins.zip")

    assert str(load_plugins().reporter("plain")) == "plain of acme-zipped 1.0"


@pytest.mark.parametrize(
    "lines, entry_points",
    [
        ("name = before any section\n[ssrpolicy]\nacme_plain = acme_plain", 1),
        ("# a comment\n[console_scripts]\nx = y:z\n[ssrpolicy]\n\nacme_plain=acme_plain [x]", 1),
        ("[ssrpolicy]\nno entry", 0),
        ("[console_scripts]\nno entry\n[ssrpolicy]\nacme_plain = acme_plain", 0),
    ],
)
def test_entry_points_are_read_as_installers_write_them(
    lines: str, entry_points: int, install: Install, plugin_code: Code
) -> None:
    """Comments, other groups and extras do no harm; a file that is not in order is passed over."""
    path = install("acme-plain", plugin_code())
    path.with_name("acme_plain-1.0.dist-info").joinpath("entry_points.txt").write_text(lines)

    registry = load_plugins()

    assert len(names_of(registry, "acme-plain")) == entry_points
    assert failures_of(registry, "acme-plain") == []


def test_reporters_are_sorted_by_name(install: Install, plugin_code: Code) -> None:
    """The order of installation and registration does not show."""
    for name in ("zulu", "alfa", "mike"):
        install(f"acme-{name}", plugin_code(name))

    names = [r.name for r in load_plugins().reporters if r.origin.distribution.startswith("acme")]

    assert names == ["alfa", "mike", "zulu"]


def test_a_disabled_distribution_is_not_imported(install: Install) -> None:
    """SSRPOLICY_DISABLE_PLUGINS names distributions as installers compare names."""
    install("acme-broken", "raise ValueError('kapot')\n")

    registry = load_plugins(environ={"SSRPOLICY_DISABLE_PLUGINS": "nobody, Acme.Broken"})

    assert failures_of(registry, "acme-broken") == []
    assert [p.origin.distribution for p in registry.plugins if p.disabled] == ["acme-broken"]
    assert "acme_broken" not in sys.modules


def test_all_plugins_can_be_disabled(install: Install, plugin_code: Code) -> None:
    """The word all leaves no reporter, and the refusal of one says why."""
    install("acme-plain", plugin_code())

    registry = load_plugins(environ={"SSRPOLICY_DISABLE_PLUGINS": "all"})

    assert registry.reporters == ()
    with pytest.raises(ReporterError, match=r"Disabled by SSRPOLICY_DISABLE_PLUGINS: .*acme-plain"):
        registry.reporter("plain")


@pytest.mark.usefixtures("no_environment")
def test_a_single_file_is_a_plugin(tmp_path: Path, plugin_code: Code) -> None:
    """A file in the plugins folder is loaded under its own name, given or from the environment."""
    (tmp_path / "my_reporter.py").write_text(plugin_code(), encoding="utf-8")
    (tmp_path / "_not_this.py").write_text("raise ValueError", encoding="utf-8")
    (tmp_path / "test_my_reporter.py").write_text("raise ValueError", encoding="utf-8")
    (tmp_path / "conftest.py").write_text("raise ValueError", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no plugin", encoding="utf-8")

    given = load_plugins(plugins_dir=tmp_path)
    found = load_plugins(environ={"SSRPOLICY_PLUGINS_DIR": str(tmp_path)})

    assert str(given.reporter("plain")) == "plain of my_reporter.py"
    assert [each for each in given.failures if each.origin.distribution.endswith(".py")] == []
    assert given.reporter("my_reporter.py:plain").principal
    assert str(found.reporter("plain")) == "plain of my_reporter.py"


def test_what_a_plugin_prints_goes_to_standard_error(
    install: Install, plugin_code: Code, capsys: pytest.CaptureFixture[str]
) -> None:
    """Standard output stays the caller's, who may be writing JSON to it."""
    install("acme-plain", "print('Welkom!')\n" + plugin_code())

    load_plugins()

    assert capsys.readouterr() == ("", "Welkom!\n")


def test_an_entry_point_can_name_an_object(install: Install, plugin_code: Code) -> None:
    """A plugin is a module or any object with the hooks in it."""
    code = plugin_code().replace("@hookimpl\n", "class Plugin:\n  @staticmethod\n  @hookimpl\n")
    code = code.replace("def ssrpolicy_reporters():\n", "  def ssrpolicy_reporters():\n  ")
    install("acme-plain", code + "\n", entry_points={"plain": "acme_plain:Plugin"})

    assert names_of(load_plugins(), "acme-plain") == ["plain"]
