"""`ssrpolicy plugins`: what each plugin and rule is, and what switches it off."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


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
        called = f"No reporter, reader, drafter, rule, command or distribution is called '{slip}'."
        assert called in result.stderr
        assert f"Did you mean {meant}?" in result.stderr
        assert result.exit_code == 2


def test_a_name_that_nothing_is_like_is_answered_with_all_names_of_each_kind(
    run: Run, plugins: Path
) -> None:
    """But for the rules of ssrpolicy itself, which are many and stand in the reference."""
    lines = [
        line.strip() for line in run("plugins", "zzz", "--plugins-dir", plugins).stderr.splitlines()
    ]

    assert lines[-2:] == ["Drafters: cues.", "Commands of plugins: corpus, register."]
    assert any(line.startswith("Reporters: ") and "excel" in line for line in lines)
    assert any(line.startswith("Rules of plugins: acme-doubted") for line in lines)
    assert any(line.startswith("Readers: ") and "pdf" in line for line in lines)


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
@pytest.mark.parametrize("option", ["--strict-plugins", "--traceback"])
def test_an_option_about_plugins_is_refused_with_the_commands_that_take_it(
    run: Run, asked: tuple[str, ...], option: str
) -> None:
    """A command that loads no plugin would do nothing with it."""
    result = run(*asked, option)
    assert result.exit_code == 2
    takers = "(new, draft, check, report, merge and plugins); leave it out here."
    assert f"No such option '{option}'. The commands that use plugins take it {takers}" in (
        result.stderr
    )


@pytest.mark.parametrize("asked", [("schema",), ("cite", "words"), ("new-reader", "mail")])
def test_a_folder_of_plugins_is_refused_where_no_record_is(
    run: Run, asked: tuple[str, ...]
) -> None:
    """With the variable that any command takes it from."""
    result = run(*asked, "--plugins-dir", ".")
    assert result.exit_code == 2
    assert "No such option '--plugins-dir'. Commands that read or write records" in result.stderr
    assert "SSRPOLICY_PLUGINS_DIR names the folder." in result.stderr


def test_an_option_of_yes_or_no_shows_that_its_name_is_enough(run: Run) -> None:
    """For an option of another kind a value is asked."""
    shown = run("plugins", "json").stdout

    assert "Takes yes or no; -o derived alone is yes; yes if left out.\n" in shown
    assert "Takes a whole number; 2 if left out.\n" in shown
