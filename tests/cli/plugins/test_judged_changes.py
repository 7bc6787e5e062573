"""The rules of plugins judge a change to a record, as they judge it when it is checked."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import ssrpolicy
from draftable import LETTER
from ssrpolicy import EditRefusedError

RULES = '''
from ssrpolicy.reporting import Remark, hookimpl, portfolio_rule, rule

@rule("acme-by-ministry", "error")
def by_ministry(record):
    """An update is not by a ministry.

    What to do: ask the ministry.
    """
    for update in record.updates:
        if not update.by.startswith("nl-"):
            yield Remark.of(record, update, "The update is not by a ministry.")

@rule("acme-claim", "note")
def claim(record):
    """An update claims nothing.

    What to do: nothing.
    """
    for update in record.updates:
        if update.claimed is None:
            yield Remark.of(record, update, "The update claims nothing.")

@rule("acme-shout", "error")
def shout(record):
    """A summary is shouted.

    What to do: say it.
    """
    for commitment in record.commitments:
        if commitment.summary.text("nl").endswith("!"):
            yield Remark.of(record, commitment, "The summary is shouted.")

@portfolio_rule("acme-alone", "error")
def alone(records):
    """A record with updates is read without any other.

    What to do: read it with the others.
    """
    for record in records if len(records) < 2 else ():
        for update in record.updates:
            yield record, Remark.of(record, update, "The record stands alone.")

@hookimpl
def ssrpolicy_rules():
    return [by_ministry, claim, shout, alone]
'''


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the rules of an office."""
    made = tmp_path / "rules"
    made.mkdir()
    (made / "office.py").write_text(RULES, encoding="utf-8")
    return made


def test_what_a_rule_of_a_plugin_calls_an_error_is_not_added(
    run: Callable[..., Result], letter_copy: Path, folder: Path
) -> None:
    """The record stays as it is; a note of such a rule is shown, as that of any other.

    What a rule over several records finds in the one that changes is left to `check`.
    """
    file, before = letter_copy / "record.toml", (letter_copy / "record.toml").read_bytes()
    entry = ("--statement", "african-union", "--date", "2011-03-01", "--note", "Besproken.")
    rules = ("--plugins-dir", folder)

    refused = run("add", "update", letter_copy, *entry, "--by", "griffie", *rules)
    kept = file.read_bytes()
    added = run("add", "update", letter_copy, *entry, "--by", "nl-bz", *rules)

    assert (refused.exit_code, kept) == (2, before)
    assert "error acme-by-ministry: " in refused.stderr
    assert added.exit_code == 0, added.stderr
    assert "note acme-claim: " in added.stdout


def test_a_script_is_refused_as_the_command_is(
    letter_copy: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What `load` would refuse afterwards is not written first."""
    monkeypatch.setenv("SSRPOLICY_PLUGINS_DIR", str(folder))
    record = ssrpolicy.load(letter_copy)
    changed = record.with_update(
        "african-union", date=dt.date(2011, 3, 1), by="griffie", note="Ja."
    )

    with pytest.raises(EditRefusedError) as refused:
        ssrpolicy.append(letter_copy, changed.updates[-1])

    assert [each.code for each in refused.value.findings] == ["acme-by-ministry"]
    assert ssrpolicy.load(letter_copy) == record


def test_settings_switch_off_rules_of_changes_too(
    run: Callable[..., Result], letter_copy: Path
) -> None:
    """A plugin that is not to be loaded for these records is not."""
    (letter_copy.parent / "ssrpolicy.toml").write_text('disable = ["office"]', encoding="utf-8")
    entry = ("--statement", "african-union", "--date", "2011-03-01", "--note", "Besproken.")
    plugins = letter_copy.parent / "rules"
    plugins.mkdir()
    (plugins / "office.py").write_text(RULES, encoding="utf-8")

    done = run("add", "update", letter_copy, *entry, "--by", "griffie", "--plugins-dir", plugins)

    assert done.exit_code == 0, done.stderr
    assert done.stderr.count("not loaded: office.py.") == 1


def test_what_the_settings_ignore_is_not_said_of_a_change(
    run: Callable[..., Result], letter_copy: Path, folder: Path
) -> None:
    """As `check` has it: only that something was ignored is said; an error is refused anyway."""
    ignored = 'ignore = ["acme-claim", "acme-by-ministry"]\n'
    (letter_copy.parent / "ssrpolicy.toml").write_text(ignored, encoding="utf-8")
    entry = ("--statement", "african-union", "--date", "2011-03-01", "--note", "Besproken.")
    rules = ("--plugins-dir", folder)

    added = run("add", "update", letter_copy, *entry, "--by", "nl-bz", *rules)
    refused = run("add", "update", letter_copy, *entry, "--by", "griffie", *rules)
    removed = run("remove", letter_copy, "updates[1]", *rules)

    assert (added.exit_code, refused.exit_code) == (0, 2), added.stderr
    assert "note acme-claim" not in added.stdout
    assert "1 finding ignored: acme-claim." in added.stdout
    assert "error acme-by-ministry: " in refused.stderr
    assert "ignored: " not in removed.stdout


def test_a_proposal_that_a_rule_of_a_plugin_calls_an_error_is_not_accepted(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the record nor the decisions change."""
    monkeypatch.setenv("SSRPOLICY_PLUGINS_DIR", str(folder))
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    made = ssrpolicy.new(tmp_path / "letter.txt", tmp_path / "record").folder
    first = next(e for e in ssrpolicy.draft(made).proposals if e.kind == "commitment")

    shouted = ssrpolicy.LocalText(nl="De opleiders gaan!")

    with pytest.raises(EditRefusedError) as refused:
        ssrpolicy.accept(made, first, by="jansen", date=dt.date(2031, 3, 1), summary=shouted)

    assert [each.code for each in refused.value.findings] == ["acme-shout"]
    assert not ssrpolicy.load(made).commitments
