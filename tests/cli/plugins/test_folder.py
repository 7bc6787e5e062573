"""`--plugins-dir`: a folder of plugins, at every command that reads or writes records."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from click.testing import Result

from ssrpolicy import load
from ssrpolicy.cli.main import _command

Run = Callable[..., Result]

READER = """
from ssrpolicy.reporting import SourceReading, hookimpl


class Notes:
    name = "notes"
    summary = "Letters as notes, a sentence a line."
    suffixes = ("note",)
    media_types = ("text/x-note",)
    api = 1

    def read(self, data, name):
        return SourceReading(text=data.decode("utf-8").replace("* ", ""))


@hookimpl
def ssrpolicy_readers():
    return [Notes()]
"""
FIRST = "* Geachte voorzitter,\n* De minister van Wegen stuurt u in mei een plan.\n"
SECOND = FIRST.replace("in mei", "in juni")


@pytest.fixture
def readers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a reader of files that no reader of ours takes."""
    for name in ("SSRPOLICY_PLUGINS_DIR", "SSRPOLICY_DISABLE_PLUGINS"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "readers"
    folder.mkdir()
    (folder / "notes.py").write_text(READER, "utf-8")
    return folder


def letter(folder: Path, text: str, name: str = "plan") -> Path:
    """A letter in the format that the reader takes."""
    file = folder / f"{name}.note"
    file.write_text(text, "utf-8")
    return file


def commands(
    command: click.Command = _command, words: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield every command, of plugins too, with its words."""
    if not isinstance(command, click.Group):
        yield words, command
        return
    context = click.Context(command)
    for name in command.list_commands(context):
        below = command.get_command(context, name)
        assert below is not None
        yield from commands(below, (*words, name))


def test_every_command_that_reads_or_writes_records_takes_a_folder_of_plugins() -> None:
    """Those that take a PATH, those that compare, and those of the plugins that read records."""
    named = {("compare",), ("new",), ("plugins",), ("corpus", "run")}
    flags = {words: [o for p in c.params for o in p.opts] for words, c in commands()}
    paths = {words for words, given in flags.items() if {"path", "paths"} & {*given}}
    assert {("show",), ("list",), ("add", "party"), ("register", "build")} <= paths
    assert [w for w in sorted(paths | named) if "--plugins-dir" not in flags[w]] == []


def test_a_paper_is_added_and_replaced_by_a_reader_of_the_folder(
    run: Run, letter_copy: Path, readers: Path, tmp_path: Path
) -> None:
    """As `new` begins a record with it; the variable is afterwards what it was."""
    add = ("add", "document", letter_copy, "--id", "plan", "--kind", "letter", "--file")

    added = run(*add, letter(tmp_path, FIRST), "--plugins-dir", readers)
    assert added.exit_code == 0, added.output
    replaced = run(
        *("replace", letter_copy, "plan", "--file", letter(tmp_path, SECOND, "plan-2")),
        *("--plugins-dir", readers),
    )

    assert replaced.exit_code == 0, replaced.output
    text = load(letter_copy).document("plan").text
    assert text == "Geachte voorzitter,\nDe minister van Wegen stuurt u in juni een plan.\n"
    assert "SSRPOLICY_PLUGINS_DIR" not in os.environ


def test_what_the_settings_disable_reads_no_paper_that_is_added(
    run: Run, letter_copy: Path, readers: Path, tmp_path: Path
) -> None:
    """The settings next to the record, as for the command that begins one."""
    settings = letter_copy / "ssrpolicy.toml"
    settings.write_text('disable = ["notes.py"]\n', "utf-8")
    add = ("add", "document", letter_copy, "--id", "plan", "--kind", "letter", "--file")

    added = run(*add, letter(tmp_path, FIRST), "--plugins-dir", readers)

    assert added.exit_code == 0, added.output
    assert f"Settings of {settings}: not loaded: notes.py." in added.stderr
    assert load(letter_copy).document("plan").text == FIRST


@pytest.mark.parametrize("asked", [("show",), ("undo",), ("locate", "words"), ("remove", "report")])
def test_a_folder_that_is_not_there_is_refused(
    run: Run, letter_copy: Path, asked: tuple[str, ...]
) -> None:
    """By commands that load no plugin, too."""
    name, *rest = asked
    result = run(name, letter_copy, *rest, "--plugins-dir", "nowhere")
    assert result.exit_code == 2
    assert "Directory 'nowhere' does not exist." in result.stderr


@pytest.mark.parametrize("name", ["new", "add", "draft", "merge"])
def test_what_of_the_folder_cannot_be_used_is_said(
    run: Run, letter_copy: Path, readers: Path, tmp_path: Path, name: str
) -> None:
    """Or a letter would be taken as plain text, and nobody would know why."""
    broken = READER.replace("media_types", "mediatypes")
    (readers / "notes.py").write_text(broken, "utf-8")
    paper, tracker = letter(tmp_path, FIRST), tmp_path / "tracker.xlsx"
    report = ("report", letter_copy, "--to", "excel", "--as-of", "2011-04-01", "--output", tracker)
    assert run(*report).exit_code == 0
    asked = {
        "new": ("new", paper, tmp_path / "made"),
        "add": ("add", "document", letter_copy, "--id", "p", "--kind", "letter", "--file", paper),
        "draft": ("draft", letter_copy),
        "merge": ("merge", tracker, letter_copy, "--by", "J. de Wit", "--date", "2011-04-02"),
    }

    result = run(*asked[name], "--plugins-dir", readers)

    assert result.exit_code == 0, result.output
    assert "Not used: notes.py: the reader notes: it has no media_types" in result.stderr


@pytest.mark.parametrize(
    "words",
    [
        "check RECORD -o acme-many-open.most=3",
        "check RECORD --ignore acme-many-open",
        "draft RECORD --drafter acme",
        "new NOTE RECORD --reader acme",
        "report RECORD --to acme --as-of 2034-01-01",
    ],
)
def test_who_asks_for_a_plugin_that_cannot_be_used_reads_why(
    words: str, run: Run, tmp_path: Path, letter: Path
) -> None:
    """The name is not known, since what bears it was not loaded."""
    folder, note = tmp_path / "broken", tmp_path / "brief.note"
    folder.mkdir()
    (folder / "acme_open.py").write_text("import acme_missing\n", "utf-8")
    note.write_text("Ik zal u informeren.", "utf-8")
    given = {"RECORD": letter, "NOTE": note}

    result = run(*(given.get(word, word) for word in words.split()), "--plugins-dir", folder)

    assert result.exit_code == 2
    assert "These could not be used:\n" in result.stderr
    assert "acme_open.py: acme_open could not be loaded: ModuleNotFound" in result.stderr
