"""A broken plugin is named with its cause, and costs no other."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reporting.registry.asked import failures_of, names_of
from ssrpolicy.errors import PluginError
from ssrpolicy.reporting import load_plugins

Install = Callable[..., Path]
Code = Callable[..., str]
HOOK = "from ssrpolicy.reporting import hookimpl\n@hookimpl\n"


def test_an_entry_point_that_names_nothing_is_a_failure(
    install: Install, plugin_code: Code
) -> None:
    """What an entry point cannot mean is named as it is written."""
    install("acme-plain", plugin_code(), entry_points={"plain": "acme plain"})

    assert failures_of(load_plugins(), "acme-plain") == [
        (
            "acme-plain 1.0: plain could not be loaded: "
            "ImportError: 'acme plain' does not name a module, or an object in one"
        )
    ]


IMPOSSIBLE = {
    "import": (
        "import a_module_that_nobody_has\n",
        (
            "acme-broken 1.0: acme_broken could not be loaded: "
            "ModuleNotFoundError: No module named 'a_module_that_nobody_has'"
        ),
    ),
    "syntax": (
        "def (:\n",
        (
            "acme-broken 1.0: acme_broken could not be loaded: "
            "SyntaxError: invalid syntax (acme_broken.py, line 1)"
        ),
    ),
    "exit": (
        "raise SystemExit(3)\n",
        (
            "acme-broken 1.0: acme_broken could not be loaded: "
            "it asked the program to exit (SystemExit: 3)"
        ),
    ),
    "nothing": (
        '"""Offers nothing."""\n',
        (
            "acme-broken 1.0: acme_broken offers nothing: it has no function "
            "ssrpolicy_reporters, ssrpolicy_rules, ssrpolicy_readers or "
            "ssrpolicy_drafters, marked with hookimpl"
        ),
    ),
    "unmarked": (
        "def ssrpolicy_reporters():\n    return []\n",
        (
            "acme-broken 1.0: acme_broken does not fit: ssrpolicy_reporters is not "
            "marked with ssrpolicy.reporting.hookimpl"
        ),
    ),
    "misspelt": (
        (HOOK + "def ssrpolicy_reporter():\n    return []\n"),
        (
            "acme-broken 1.0: a hook is not known: no hook is called ssrpolicy_reporter; "
            "did you mean ssrpolicy_reporters?"
        ),
    ),
    "hook raises": (
        (HOOK + "def ssrpolicy_reporters():\n    return 1 / 0\n"),
        "acme-broken 1.0: ssrpolicy_reporters(): ZeroDivisionError: division by zero",
    ),
    "hook exits": (
        ("import sys\n" + HOOK + "def ssrpolicy_reporters():\n    sys.exit('tot ziens')\n"),
        (
            "acme-broken 1.0: ssrpolicy_reporters(): "
            "it asked the program to exit (SystemExit: tot ziens)"
        ),
    ),
    "generator raises": (
        (HOOK + "def ssrpolicy_reporters():\n    yield from ()\n    raise OSError('weg')\n"),
        "acme-broken 1.0: ssrpolicy_reporters(): OSError: weg",
    ),
    "returns None": (
        (HOOK + "def ssrpolicy_reporters():\n    pass\n"),
        "acme-broken 1.0: ssrpolicy_reporters(): it returned None, not a list",
    ),
    "returns a text": (
        (HOOK + "def ssrpolicy_reporters():\n    return 'excel'\n"),
        "acme-broken 1.0: ssrpolicy_reporters(): it returned 'excel', not a list",
    ),
    "returns numbers": (
        (HOOK + "def ssrpolicy_reporters():\n    return [7]\n"),
        (
            "acme-broken 1.0: the reporter 7: it has no name and no summary and no "
            "suffix and no media_type and no api and no options and no write"
        ),
    ),
    "returns what is not a reporter": (
        ("class Lines:\n    pass\n" + HOOK + "def ssrpolicy_reporters():\n    return [Lines()]\n"),
        (
            "acme-broken 1.0: the reporter Lines: it has no name and no summary and no suffix and "
            "no media_type and no api and no options and no write"
        ),
    ),
    "a rule of two arguments": (
        (
            "from ssrpolicy.reporting import hookimpl, rule\n"
            "@rule('fire-doubted', 'note')\ndef doubted(record, options):\n    'A doubt.'\n"
            "@hookimpl\ndef ssrpolicy_rules():\n    return [doubted]\n"
        ),
        (
            "acme-broken 1.0: acme_broken could not be loaded: doubted takes record, options; a "
            "rule without options= takes what it judges alone"
        ),
    ),
    "rule of another kind": (
        (HOOK + "def ssrpolicy_rules():\n    return [print]\n"),
        "acme-broken 1.0: the rule print: it is not an ssrpolicy.reporting.Rule",
    ),
    "rule of another severity": (
        (
            "from ssrpolicy.reporting import hookimpl, rule\n"
            "@rule('fire-doubted', 'grave')\ndef doubted(record):\n    'A doubt.'\n"
            "@hookimpl\ndef ssrpolicy_rules():\n    return [doubted]\n"
        ),
        (
            "acme-broken 1.0: acme_broken could not be loaded: the severity is "
            "'grave', not error, warning or note"
        ),
    ),
    "arguments": (
        (HOOK + "def ssrpolicy_reporters(config):\n    return []\n"),
        (
            "acme-broken 1.0: acme_broken does not fit: ssrpolicy_reporters takes config; it is "
            "given nothing"
        ),
    ),
}


@pytest.mark.parametrize("case", IMPOSSIBLE)
def test_a_broken_plugin_is_named_with_its_cause(
    case: str, install: Install, plugin_code: Code
) -> None:
    """The failure names the distribution and why; every other plugin still works."""
    code, expected = IMPOSSIBLE[case]
    install("acme-broken", code)
    install("acme-plain", plugin_code())

    registry = load_plugins()

    assert failures_of(registry, "acme-broken") == [expected]
    assert names_of(registry, "acme-broken") == []
    assert names_of(registry, "acme-plain") == ["plain"]


UNFIT = {
    "api = 1": (
        "api = 2",
        (
            "it is written for version 2 of the contract, and this ssrpolicy knows "
            "version 1; a newer ssrpolicy may know it"
        ),
    ),
    'name = "plain"': ('name = "Plain text"', "name is 'Plain text', not such as 'excel'"),
    'suffix = "txt"': ('suffix = ".txt"', "suffix is '.txt', not such as 'xlsx'"),
    'media_type = "text/plain"': (
        'media_type = "text"',
        "media_type is 'text', not such as 'application/json'",
    ),
    "options = NoOptions": ("options = {}", "options is {}, not an attrs class"),
    "return [Reporter()]": ("return [Reporter]", "it is a class; offer an instance, Reporter()"),
    "    def write(": ("    def writes(", "it has no write"),
    "api = 1\n": ("api = '1'\n", "api is '1', not a version such as 1"),
    "    api = 1": ("    api = 0", "api is 0, not a version such as 1"),
    '    name = "plain"': (
        "    name = property(lambda self: 1 / 0)",
        "ZeroDivisionError: division by zero",
    ),
    "    def write(self, report, out):": (
        "    write = 'out'\n    def writes(self, report, out):",
        "write cannot be called",
    ),
    'summary = "Writes its own name."': (
        "summary = property(lambda self: 1 / 0)",
        "ZeroDivisionError: division by zero",
    ),
}


@pytest.mark.parametrize("original", UNFIT)
def test_a_reporter_that_does_not_fit_is_refused(
    original: str, install: Install, plugin_code: Code
) -> None:
    """What is wrong with a reporter is found when it is offered, not when it is asked for."""
    changed, cause = UNFIT[original]
    code = plugin_code()
    assert original in code
    install("acme-unfit", code.replace(original, changed))

    registry = load_plugins()

    assert [str(f.cause) for f in registry.failures if "acme" in str(f)] == [cause]
    assert names_of(registry, "acme-unfit") == []


def test_a_misspelt_hook_does_not_cost_the_others(install: Install, plugin_code: Code) -> None:
    """A plugin with one hook misspelt and one right is told of the one and heard on the other."""
    install("acme-plain", plugin_code() + "\n@hookimpl\ndef ssrpolicy_ruls():\n    return []\n")

    registry = load_plugins()

    assert names_of(registry, "acme-plain") == ["plain"]
    assert failures_of(registry, "acme-plain") == [
        (
            "acme-plain 1.0: a hook is not known: no hook is called ssrpolicy_ruls; "
            "did you mean ssrpolicy_rules?"
        )
    ]


def test_strictness_makes_a_failure_fatal(install: Install) -> None:
    """With strict loading, a broken plugin stops the call and is named."""
    install("acme-broken", "raise ValueError('kapot')\n")

    with pytest.raises(PluginError, match=r"acme-broken 1\.0: .*ValueError: kapot"):
        load_plugins(strict=True)


@pytest.mark.usefixtures("no_environment")
def test_a_broken_single_file_is_named(tmp_path: Path, plugin_code: Code) -> None:
    """A file that fails is named; the file next to it works."""
    (tmp_path / "broken.py").write_text("raise ValueError('kapot')", encoding="utf-8")
    (tmp_path / "whole.py").write_text(plugin_code(), encoding="utf-8")

    registry = load_plugins(plugins_dir=tmp_path)

    assert failures_of(registry, "broken.py") == [
        "broken.py: broken could not be loaded: ValueError: kapot"
    ]
    assert names_of(registry, "whole.py") == ["plain"]
    assert "ssrpolicy_plugin_file_broken" not in sys.modules


@pytest.mark.usefixtures("no_environment")
def test_a_plugins_folder_that_is_not_there_is_a_failure(tmp_path: Path) -> None:
    """A folder that cannot be listed is named, and stops nothing."""
    folder = tmp_path / "nowhere"

    assert failures_of(load_plugins(plugins_dir=folder), str(folder)) == [
        (f"{folder}: nowhere could not be loaded: the folder for plugins {folder} does not exist")
    ]


def test_unreadable_metadata_hide_no_other_plugin(install: Install, plugin_code: Code) -> None:
    """A distribution whose entry points are not UTF-8 is passed over."""
    path = install("acme-broken", "")
    info = path.with_name("acme_broken-1.0.dist-info")
    (info / "entry_points.txt").write_bytes(b"[ssrpolicy]\nx = \xff\n")
    install("acme-plain", plugin_code())

    assert names_of(load_plugins(), "acme-plain") == ["plain"]
