"""Plugins, drafters and readers are switched off in the settings."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from cli.settings.written import settings

Run = Callable[..., Result]


def test_a_plugin_is_switched_off(run: Run, office: Path) -> None:
    """It is not loaded, and who asks for it is told which file says so."""
    file = settings(office, 'disable = ["ssrpolicy-word"]\n')

    result = run("report", office / "letters" / "ssr", "--to", "word", "--as-of", "2011-04-01")

    assert "No reporter is called 'word'." in result.stderr
    assert f"Disabled by {file}: ssrpolicy-word" in result.stderr
    assert result.exit_code == 2


def test_what_is_not_installed_is_remarked(run: Run, office: Path) -> None:
    """A colleague without a plugin can work with the same settings."""
    settings(office, 'ignore = ["acme-lang"]\n[options.exel]\ngroup = "owner"\n')

    result = run("check", office / "letters")

    assert "ignores acme-lang, which no rule that is loaded has." in result.stderr
    assert "has options for exel, which is not loaded. Did you mean excel?" in result.stderr
    assert result.exit_code == 0


def test_what_is_disabled_and_not_installed_is_remarked(run: Run, office: Path) -> None:
    """A slip in a name would leave a plugin on, and nobody would know."""
    file = settings(office, 'disable = ["ssrpolicy-wrod"]\n')

    result = run("check", office / "letters")

    assert f"{file} disables ssrpolicy-wrod, which is not installed." in result.stderr


def test_a_slip_in_the_variable_is_remarked_as_one_in_the_settings(
    run: Run, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is right in it, and all, is not."""
    monkeypatch.setenv("SSRPOLICY_DISABLE_PLUGINS", "ssrpolicy-wrod, ssrpolicy_excel")

    result = run("check", office / "letters")

    said = "SSRPOLICY_DISABLE_PLUGINS disables ssrpolicy-wrod, which is not installed."
    assert f"Note: {said} Did you mean ssrpolicy-word?" in result.stderr
    assert result.stderr.count("SSRPOLICY_DISABLE_PLUGINS") == 1


DRAFTER = """
from ssrpolicy.reporting import hookimpl

class Nothing:
    name = "nothing"
    summary = "Nothing at all."
    languages = ("nl",)
    api = 1

    def propose(self, record, document):
        return []

@hookimpl
def ssrpolicy_drafters():
    return [Nothing()]
"""


def test_a_drafter_is_switched_off(run: Run, office: Path, tmp_path: Path) -> None:
    """By the settings next to the record, which `draft` says."""
    (tmp_path / "plugins" / "acme.py").write_text(DRAFTER, encoding="utf-8")
    asked = ("draft", office / "letters" / "ssr", "--drafter", "nothing", "--plugins-dir")
    assert run(*asked, tmp_path / "plugins").exit_code == 0

    settings(office, 'disable = ["acme.py", "ssrpolicy-html"]\n[options.json]\nindent = 0\n')
    result = run(*asked, tmp_path / "plugins")
    assert "No drafter is called 'nothing'." in result.stderr
    built_in = run("draft", office / "letters" / "ssr")
    assert "ssrpolicy.toml: not loaded: acme.py, ssrpolicy-html." not in built_in.stderr
    assert "ssrpolicy.toml: not loaded: ssrpolicy-html." in built_in.stderr


def test_a_reader_is_switched_off(run: Run, office: Path, tmp_path: Path) -> None:
    """By the settings of the folder in which the new record is to stand, or above it."""
    page = tmp_path / "letter.html"
    page.write_text("<!DOCTYPE html><html><body><p>Geachte voorzitter,</p></body></html>", "utf-8")
    settings(office, 'disable = ["ssrpolicy-sources"]\n')
    refused = run("new", page, office / "letters" / "new")

    assert refused.exit_code == 2
    assert not (office / "letters" / "new").exists()
    assert "ssrpolicy.toml: not loaded: ssrpolicy-sources." in refused.stderr
    assert run("new", page, tmp_path / "elsewhere").exit_code == 0
