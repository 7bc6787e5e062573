"""Tracebacks and traces of plugins begin in their own code."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from cli.plugins.faulty import PLUGIN
from ssrpolicy.reporting import load_plugins

Run = Callable[..., Result]
TRACEBACK = "Traceback (most recent call last):"


def lines_of_plugin(printed: str) -> list[str]:
    """The functions of the plugin that tracebacks show, outermost first."""
    return re.findall(r"acme\.py\", line \d+, in (\w+)", printed)


def test_the_traceback_of_a_reporter_begins_in_its_own_code(
    run: Run, plugins: Path, letter: Path, tmp_path: Path
) -> None:
    """With --traceback the failure stands there line by line; without it in a sentence alone."""
    asked = ("report", letter, "--to", "acme", "--as-of", "2011-04-01", "--output-dir", tmp_path)

    plain = run(*asked, "--plugins-dir", plugins)
    traced = run(*asked, "--plugins-dir", plugins, "--traceback")

    assert TRACEBACK not in plain.stderr
    assert lines_of_plugin(traced.stderr) == [
        *("doubted", "deepest", "write", "deepest"),
        *("doubted", "deepest"),  # the records are read anew after a reporter failed
    ]
    assert "During handling" not in traced.stderr
    assert "isolation.py" not in traced.stderr
    assert [each.exit_code for each in (plain, traced)] == [2, 2]
    sentence = "The reporter acme of acme.py failed: LookupError: no line 3."
    assert sentence in plain.stderr
    assert sentence in traced.stderr
    how = "SSRPOLICY_DEBUG=1 shows them where it failed."
    assert [how in each.stderr for each in (plain, traced)] == [True, False]


@pytest.mark.parametrize("value", ["1", "0", ""])
def test_a_variable_shows_tracebacks_too(
    run: Run, plugins: Path, letter: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    """SSRPOLICY_DEBUG=1 is --traceback for every command, and for scripts."""
    monkeypatch.setenv("SSRPOLICY_DEBUG", value)

    result = run("check", letter, "--plugins-dir", plugins)

    assert (TRACEBACK in result.stderr) is (value == "1")
    assert "rule-failed" in result.stdout


def test_the_traceback_of_a_merge_is_shown(
    run: Run, plugins: Path, letter: Path, tmp_path: Path
) -> None:
    """A reporter of --plugins-dir reads edits back, and where it fails is shown."""
    (tracker := tmp_path / "tracker.txt").write_text("what people edited")

    result = run("merge", tracker, letter, "--plugins-dir", plugins, "--traceback")

    assert lines_of_plugin(result.stderr) == ["read_edits", "deepest"]
    assert "The reporter acme of acme.py failed while it read" in result.stderr
    assert "Its makers would want to know.\n" in result.stderr  # where it failed stands above
    assert result.exit_code == 2


def test_the_traceback_of_a_plugin_that_cannot_be_imported_names_its_line(
    run: Run, plugins: Path
) -> None:
    """A slip in the syntax is shown where it stands, and a name that is not defined too."""
    (plugins / "acme_comma.py").write_text("x = (1,\n")
    (plugins / "acme_name.py").write_text("def name():\n    return unknown\nname()\n")

    result = run("plugins", "--plugins-dir", plugins, "--traceback")

    assert 'acme_comma.py", line 1' in result.stderr
    assert 'acme_name.py", line 2, in name' in result.stderr
    assert "_bootstrap" not in result.stderr


def test_a_trace_shows_each_call_with_its_place_and_its_time(run: Run, plugins: Path) -> None:
    """The import and each hook stand there in the order of the calls."""
    result = run("plugins", "acme", "--plugins-dir", plugins, "--trace")

    steps = re.findall(r"^ +([\d.]+) ms  (\S+) from (\S+)$", result.stdout, re.MULTILINE)
    file = str(plugins / "acme.py")
    number = {name: n for n, line in enumerate(PLUGIN.splitlines(), 1) for name in [line[4:-3]]}
    assert [step[1:] for step in steps] == [
        ("import", file),
        ("ssrpolicy_reporters()", f"{file}:{number['ssrpolicy_reporters'] - 1}"),
        ("ssrpolicy_rules()", f"{file}:{number['ssrpolicy_rules'] - 1}"),
    ]
    assert all(float(milliseconds) > 0 for milliseconds, *_ in steps)


def test_a_slow_import_shows_in_the_trace(plugins: Path) -> None:
    """The time of a step is the time that its call takes, also where it fails."""
    (plugins / "acme_slow.py").write_text("import time\ntime.sleep(0.05)\nraise ValueError\n")

    plugin = next(
        each
        for each in load_plugins(plugins_dir=plugins).plugins
        if each.origin.entry_point == "acme_slow"
    )

    (step,) = plugin.steps
    assert step.what == "import"
    assert 0.05 <= step.seconds < 50  # in seconds, however busy the machine is
