"""Drafters of plugins: offered through their hook, found by name, and refused with the reason."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from ssrpolicy.cli.main import _command
from ssrpolicy.errors import PluginError
from ssrpolicy.reporting import load_plugins
from ssrpolicy.testing import small_record

CODE = """
from ssrpolicy.reporting import hookimpl


class Drafter:
    name = {name!r}
    summary = {summary!r}
    languages = {languages!r}
    api = {api!r}

    def propose(self, record, document):
        return []


@hookimpl
def ssrpolicy_drafters():
    return {offered}
"""
GOOD = {
    "name": "mine", "summary": "Proposes nothing.", "languages": ("nl",), "api": 1,
    "offered": "[Drafter()]",
}  # fmt: skip


@pytest.fixture
def plugin(tmp_path: Path) -> Callable[..., Path]:
    """A function that writes a plugin of a single file, and gives its folder."""

    def write(**changes: object) -> Path:
        (tmp_path / "mine.py").write_text(CODE.format(**(GOOD | changes)), "utf-8")
        return tmp_path

    return write


def test_a_drafter_of_a_plugin_is_offered(plugin: Callable[..., Path]) -> None:
    """With what it says of itself, and whose it is."""
    registry = load_plugins(plugins_dir=plugin())

    (offered,) = registry.drafters
    assert (offered.name, offered.languages) == ("mine", ("nl",))
    assert offered.full_name == "mine.py:mine"
    assert not [each for each in registry.failures if each.origin.distribution == "mine.py"]


@pytest.mark.parametrize(
    "changes, reason",
    [
        ({"name": "My Drafter"}, "its name is"),
        ({"summary": ""}, "its summary is"),
        ({"languages": "nl"}, "languages is 'nl'"),
        ({"languages": ()}, "languages is"),
        ({"api": 2}, "knows version 1"),
        ({"offered": "[Drafter]"}, "it is a class"),
        ({"offered": "[3]"}, "it has no"),
        ({"offered": "[Drafter(), Drafter()]"}, "it is offered twice"),
        ({"offered": "3"}, "not a list"),
        ({"offered": "[Drafter()]\n\n\nDrafter.options = 3"}, "options is 3, not an attrs class"),
    ],
)
def test_what_does_not_fit_the_contract_is_a_failure(
    plugin: Callable[..., Path], changes: dict[str, object], reason: str
) -> None:
    """It is named with its cause, and stops nothing else."""
    registry = load_plugins(plugins_dir=plugin(**changes))

    (failure,) = [each for each in registry.failures if each.origin.distribution == "mine.py"]
    assert reason in failure.cause
    assert registry.reporters


def test_plugins_lists_the_drafters(plugin: Callable[..., Path]) -> None:
    """With the languages that each reads, and its sentence."""
    done = CliRunner().invoke(_command, ["plugins", "--plugins-dir", str(plugin())])

    assert "  drafter mine (nl): Proposes nothing." in done.output.splitlines()


def test_a_drafter_that_raises_says_how_its_makers_see_the_line(
    plugin: Callable[..., Path],
) -> None:
    """With the drafter, its plugin and the cause."""
    folder = plugin()
    code = (folder / "mine.py").read_text("utf-8")
    (folder / "mine.py").write_text(code.replace("return []", "return 1 / 0", 1), "utf-8")
    (offered,) = load_plugins(plugins_dir=folder).drafters
    record = small_record()

    with pytest.raises(PluginError, match=r"mine of mine\.py failed on letter: Zero") as failed:
        offered.propose(record, record.document("letter"))

    assert "SSRPOLICY_DEBUG=1" in (failed.value.hint or "")
