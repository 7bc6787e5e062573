"""Databases opened through whatever distribution offers to; a broken one is named."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from ssrpolicy import InputError, PluginError
from ssrpolicy.cli.main import _command
from ssrpolicy.databases import open_database

Offer = Callable[[str, str], None]


@pytest.fixture
def offer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Offer:
    """A function that installs a distribution whose module opens databases; ours is off."""
    monkeypatch.setenv("SSRPOLICY_DISABLE_PLUGINS", "ssrpolicy-register")
    monkeypatch.syspath_prepend(tmp_path)

    def offered(name: str, code: str) -> None:
        module = name.replace("-", "_")
        monkeypatch.delitem(sys.modules, module, raising=False)
        (tmp_path / f"{module}.py").write_text(code)
        info = tmp_path / f"{module}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Name: {name}\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text(f"[ssrpolicy.databases]\nown = {module}:opened\n")

    return offered


def test_what_a_distribution_opens_answers_lists(offer: Offer) -> None:
    """The address is passed as it was given, and lists are asked of what comes back."""
    offer(
        "acme-archive",
        "from ssrpolicy.views import listing\n"
        "class Archive:\n"
        "    findings = ()\n"
        "    def listing(self, kind, selection, **how):\n"
        "        return listing((), kind, selection, **how)\n"
        "def opened(address):\n"
        "    assert address == 'acme://archive'\n"
        "    return Archive()\n",
    )
    words = ["list", "letters", "--database", "acme://archive", "--as-of", "2034-01-01"]
    result = CliRunner().invoke(_command, words)

    assert result.exit_code == 0, result.output
    assert result.stdout.endswith("0 van 0.\n")


def test_without_a_distribution_it_says_which_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The core by itself opens no database."""
    monkeypatch.setenv("SSRPOLICY_DISABLE_PLUGINS", "all")
    result = CliRunner().invoke(_command, ["search", "politie", "--database", "office.sqlite"])

    assert result.exit_code == 2
    assert "ssrpolicy-register" in result.stderr


def test_of_two_distributions_both_are_named(offer: Offer) -> None:
    """Neither opens anything until one is gone."""
    offer("acme-archive", "opened = print\n")
    offer("acme-other", "opened = print\n")

    with pytest.raises(PluginError, match=r"acme-archive 1\.0, acme-other 1\.0") as raised:
        open_database("anything")
    assert "Uninstall" in str(raised.value)


@pytest.mark.parametrize(
    "code, said",
    [
        ("import nothing_of_this_name\n", "nothing_of_this_name"),
        ("opened = 3\n", "3 is not a function"),
        ("def opened(address):\n    raise LookupError('no such riddle')\n", "no such riddle"),
    ],
)
def test_a_broken_one_is_named_with_the_cause(offer: Offer, code: str, said: str) -> None:
    """Whatever it does wrong."""
    offer("acme-archive", code)

    with pytest.raises(PluginError, match=said) as raised:
        open_database("anything")
    assert "acme-archive 1.0" in str(raised.value)


def test_what_it_refuses_is_told_in_its_own_words(offer: Offer) -> None:
    """An error of ssrpolicy passes as it is, with its hint."""
    offer(
        "acme-archive",
        "import ssrpolicy\n"
        "def opened(address):\n"
        "    raise ssrpolicy.InputError('It is closed.', hint='Come back.')\n",
    )

    with pytest.raises(InputError) as raised:
        open_database("anything")
    assert (raised.value.message, raised.value.hint) == ("It is closed.", "Come back.")
