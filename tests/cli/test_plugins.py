"""`ssrpolicy plugins`, and what an author sees of a plugin that fails."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from ssrpolicy.reporting import load_plugins

Run = Callable[..., Result]

PLUGIN = '''
"""A plugin of a single file, with a reporter, a rule and a fault of each kind."""
from attrs import frozen
from ssrpolicy.reporting import Remark, Severity, hookimpl, option, rule

@frozen(kw_only=True)
class Options:
    lines: int = option(3, help="How many lines.")

class Reporter:
    name = "acme"
    summary = "Fails in a function of its own."
    suffix = "txt"
    media_type = "text/plain"
    api = 1
    options = Options

    def write(self, report, out):
        deepest(report.options.lines)

    def read_edits(self, stream):
        deepest(0)

def deepest(number):
    raise LookupError(f"no line {number}")

@rule("acme-doubted", Severity.WARNING)
def doubted(record):
    """A commitment has a doubt.

    Say what would take the doubt away.
    """
    deepest(7)
    yield

@hookimpl
def ssrpolicy_reporters():
    return [Reporter()]

@hookimpl
def ssrpolicy_rules():
    return [doubted]
'''
TRACEBACK = "Traceback (most recent call last):"


@pytest.fixture
def plugins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the plugin above; no variable of the tester's own shows tracebacks."""
    for name in ("SSRPOLICY_DEBUG", "SSRPOLICY_PLUGINS_DIR", "SSRPOLICY_DISABLE_PLUGINS"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "plugins"
    folder.mkdir()
    (folder / "acme.py").write_text(PLUGIN, encoding="utf-8")
    return folder


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
    assert "SSRPOLICY_DEBUG=1 shows them where it failed." in result.stderr
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


def test_a_reporter_as_json(run: Run, plugins: Path) -> None:
    """What people read of a reporter, programs read too."""
    result = run("plugins", "acme", "--plugins-dir", plugins, "--format", "json")

    data = json.loads(result.stdout)
    assert (data["name"], data["distribution"], data["version"]) == ("acme", "acme.py", None)
    assert data["editable"] is True
    assert data["options"][0] == {
        "key": "lines",
        "takes": "a whole number",
        "choices": [],
        "many": False,
        "optional": False,
        "default": 3,
        "help": "How many lines.",
    }
    assert [each["key"] for each in data["options"]] == ["lines", "internal"]


def test_the_default_of_a_choice_is_its_word_in_json(run: Run) -> None:
    """Every reporter that is installed can be read by a program."""
    result = run("plugins", "--format", "json")

    listed = {
        r["name"]: r for each in json.loads(result.stdout)["plugins"] for r in each["reporters"]
    }
    options = {each["key"]: each for each in listed["excel"]["options"]}
    assert options["paper"]["default"] == "a4"
    assert options["paper"]["choices"] == ["a3", "a4"]
    assert options["sheets"]["default"] == []
    assert listed["excel"]["editable"] is True
    assert listed["word-annex"]["principal"] is False


def test_the_page_of_a_rule_is_shown(run: Run, plugins: Path) -> None:
    """By its code, and with all that its distribution offers."""
    alone = run("plugins", "acme-doubted", "--plugins-dir", plugins)
    whole = run("plugins", "acme.py", "--plugins-dir", plugins)

    page = "A commitment has a doubt.\n\nSay what would take the doubt away.\n"
    assert alone.stdout == f"acme-doubted (warning)\n\n{page}"
    assert whole.stdout.startswith("acme.py\n\nacme (.txt, text/plain), from acme.py\n")
    assert whole.stdout.endswith(f"\nacme-doubted (warning)\n\n{page}")


def test_all_that_a_distribution_offers_is_shown(run: Run) -> None:
    """Readers as well; a distribution of them has nothing else."""
    listed = run("plugins").stdout
    whole = run("plugins", "ssrpolicy-sources").stdout

    assert "  reader pdf (.pdf): " in whole
    assert whole in listed


@pytest.mark.parametrize("code", ["quote-missing", "relation-not-loaded"])
def test_the_page_of_a_rule_of_ssrpolicy_is_shown(run: Run, code: str) -> None:
    """As of a plugin's rule, as people and as programs read it."""
    shown = run("plugins", code, "--trace")
    data = json.loads(run("plugins", code, "--format", "json").stdout)

    assert shown.exit_code == 0, shown.output
    assert shown.stdout.startswith(f"{code} ({data['severity']})\n\n{data['summary']}")
    assert data["code"] == code


def test_a_name_that_nothing_bears_is_answered_with_the_nearest(run: Run, plugins: Path) -> None:
    """Rules, drafters, readers, commands and distributions are among what can be meant."""
    slips = {"acme-doubtd": "acme-doubted", "exell": "excel", "ssrpolicy-exel": "ssrpolicy-excel"}
    slips |= {"commitment-witout-owner": "commitment-without-owner", "cuse": "cues"}
    slips |= {"publicaton": "publication", "registr": "register"}

    for slip, meant in slips.items():
        result = run("plugins", slip, "--plugins-dir", plugins)
        assert f"No reporter, rule or distribution is called '{slip}'." in result.stderr
        assert f"Did you mean {meant}?" in result.stderr
        assert result.exit_code == 2


def test_a_reader_is_shown_by_its_name(run: Run) -> None:
    """With the files that it takes, as people and as programs read it; a reporter goes before."""
    shown = run("plugins", "publication")
    data = json.loads(run("plugins", "publication", "--format", "json").stdout)

    assert re.match(r"publication \(\.xml\), from ssrpolicy-sources \S+\n", shown.stdout)
    assert data["suffixes"] == ["xml"]
    assert data["summary"] in shown.stdout
    assert run("plugins", "html").stdout.startswith("html (.html, text/html)")


@pytest.mark.parametrize("name", ["ssrpolicy-register", "register"])
def test_a_disabled_command_is_listed_with_what_switches_it_off(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """The settings file of the folder, by the name of the distribution or of the command."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ssrpolicy.toml").write_text(f'disable = ["{name}"]\n', "utf-8")
    listed = run("plugins").stdout
    assert re.search(
        r"ssrpolicy-register \S+ \(disabled by ssrpolicy\.toml\)\n  command register\n", listed
    )
    commands = json.loads(run("plugins", "--format", "json").stdout)["commands"]
    (register,) = (each for each in commands if each["name"] == "register")
    assert (register["disabled"], register["disabled_by"]) == (True, "ssrpolicy.toml")
    assert "disabled by ssrpolicy.toml" in run("plugins", "register").stdout


def test_what_the_environment_disables_is_listed_too(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the variable that says so."""
    monkeypatch.setenv("SSRPOLICY_DISABLE_PLUGINS", "ssrpolicy-register")
    listed = run("plugins").stdout
    assert "(disabled by SSRPOLICY_DISABLE_PLUGINS)\n  command register\n" in listed


@pytest.mark.parametrize(
    "asked",
    [
        ("show", "PATH"),
        ("list", "motions", "PATH"),
        ("search", "word", "PATH"),
        ("add", "document", "PATH"),
        ("undo", "PATH"),
        ("schema",),
    ],
)
@pytest.mark.parametrize("option", ["--plugins-dir", "--strict-plugins", "--traceback"])
def test_an_option_about_plugins_is_refused_with_the_commands_that_take_it(
    run: Run, asked: tuple[str, ...], option: str
) -> None:
    """A command that uses no plugin would do nothing with it."""
    result = run(*asked, option)
    assert result.exit_code == 2
    takers = "(new, draft, check, report, merge and plugins); leave it out here."
    assert f"No such option '{option}'. The commands that use plugins take it {takers}" in (
        result.stderr
    )
    assert ("SSRPOLICY_PLUGINS_DIR" in result.stderr) is (option == "--plugins-dir")
