"""The command as a whole: its help, its version, and how it ends."""

import gc
import re
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import Result

import ssrpolicy
from ssrpolicy.cli.main import _command
from ssrpolicy.editing import record_to_edit

Run = Callable[..., Result]


def commands(group: click.Group = _command, *above: str) -> list[tuple[str, ...]]:
    """The words of every command and subcommand."""
    found: list[tuple[str, ...]] = []
    with click.Context(group) as context:
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            found.append((*above, name))
            if isinstance(command, click.Group):
                found += commands(command, *above, name)
    return found


def test_the_version_is_told(run: Run) -> None:
    """`--version` gives the version of the core."""
    assert run("--version").output == f"ssrpolicy, version {ssrpolicy.__version__}\n"


def test_what_a_process_loads_is_not_searched_for_garbage(run: Run) -> None:
    """As a process begins its command it collects garbage again, and counts what it has as old."""
    gc.disable()  # as the process does while it loads
    try:
        loaded: list[list[None]] = [[] for _ in range(2_000)]
        run("schema")
        assert gc.isenabled()
        assert any(each is loaded[-1] for each in gc.get_objects(generation=2))
    finally:
        gc.enable()


def test_the_help_names_every_command(run: Run) -> None:
    """The help lists the commands, in the order in which one meets them."""
    ours = run("--help").output.split("Commands:")[1].split("Commands of plugins:")[0]
    listed = re.findall(r"^  ([\w-]+) {2,}\S", ours, re.MULTILINE)

    assert listed == [
        *("new", "draft", "review", "locate", "add", "replace", "remove", "undo", "check"),
        *(
            "report",
            "merge",
            "show",
            "list",
            "search",
            "compare",
            "cite",
            "schema",
            "plugins",
            "new-reporter",
            "new-rule",
            "new-reader",
            "new-drafter",
            "new-command",
        ),
    ]


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_every_help_fits_a_terminal_and_shows_no_names_of_code(
    words: tuple[str, ...], run: Run
) -> None:
    """Each help has a sentence for each option, in 80 columns, with words a newcomer knows."""
    result = run(*words, "--help")

    assert result.exit_code == 0
    assert [line for line in result.output.splitlines() if len(line) > 80] == []
    assert re.findall(r"<\w|\bPARAM|INTEGER|output_format|path_type|\\b", result.output) == []
    with click.Context(_command) as context:
        command: click.Command | None = _command
        for word in words:
            assert isinstance(command, click.Group)
            command = command.get_command(context, word)
    assert command is not None
    assert [o.name for o in command.params if isinstance(o, click.Option) and not o.help] == []


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    """`ssrpolicy` alone shows the help, and ends with 2."""
    result = run()

    assert result.exit_code == 2
    assert "Start with `ssrpolicy new LETTER.txt`" in result.output


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "nowhere"],
        ["locate", "nowhere", "woorden"],
        ["add", "update", "nowhere"],
        ["check", "nowhere"],
        ["new", "nowhere.txt"],
        ["show", "."],
        ["locate", ".", "woorden"],
        ["add", "request", "."],
        ["nothing"],
        ["show"],
        ["show", ".", "--as-of", "gisteren"],
        ["show", ".", "--due-within", "-1"],
        ["plugins", "--plugins-dir", "nowhere"],
        ["merge", ".", "tracker.xlsx"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_ends_with_2(
    arguments: list[str], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A missing path, an empty folder and a wrong option are told on standard error, in words."""
    monkeypatch.chdir(tmp_path)

    result = run(*arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "Error: " in result.stderr
    assert result.exception is None or isinstance(result.exception, SystemExit)


@pytest.mark.parametrize(
    "words, told",
    [
        (["chek"], "No command is called 'chek'. Did you mean `ssrpolicy check`?"),
        (["reprot", "."], "Did you mean `ssrpolicy report`?"),
        (["Show"], "Did you mean `ssrpolicy show`?"),
        (["add", "statment"], "Did you mean `ssrpolicy add statement`?"),
        (["add", "toezegging"], "Did you mean `ssrpolicy add statement --kind commitment`?"),
        (["qqq"], "There are: new, draft, review, locate, add, replace, remove, undo, check, "),
        (["--qqq"], "No such option '--qqq'."),
    ],
    ids=" ".join,
)
def test_a_mistyped_command_is_told_the_nearest(words: list[str], told: str, run: Run) -> None:
    """What is not a command is refused with what was probably meant, or with what there is."""
    result = run(*words)

    assert (result.exit_code, told in result.stderr) == (2, True)


def test_a_new_record_can_be_filled_from_the_command_line(
    run: Run, letter: Path, tmp_path: Path
) -> None:
    """From a letter's text, commands make a record with a request, a promise, an answer."""
    source = letter / "sources" / "kst-32123-X-124.txt"
    folder = tmp_path / "record"
    words = "zal dit proces waar mogelijk, en bij voorkeur multilateraal, ondersteunen"
    steps: list[list[str | Path]] = [
        ["new", source, folder],
        [
            *("add", "request", folder, "--id", "be-informed", "--document", "motion"),
            *("--summary", "De Kamer vraagt te worden geïnformeerd."),
            *("--quote", "om geïnformeerd te worden over de mogelijkheden"),
        ],
        [
            *("add", "statement", folder, "--id", "african-union", "--kind", "commitment"),
            *("--summary", "Nederland zal dit proces ondersteunen.", "--quote", words),
            *("--firmness", "conditional", "--course", "continuous", "--owner", "nl"),
            *("--cue", "zal dit proces waar mogelijk", "--partner", "au"),
        ],
        [
            *("add", "disposition", folder, "--request", "be-informed", "--document", "letter"),
            *("--answer", "answered_here", "--by", "african-union"),
        ],
        [
            *("add", "instrument", folder, "--id", "kmar", "--kind", "personnel_pool"),
            *("--name", "Koninklijke Marechaussee", "--quantity", "exactly=153,unit=person"),
            *("--quote", "153 uitzendbare functionarissen"),
        ],
        [
            *("add", "update", folder, "--statement", "african-union", "--date", "2011-03-01"),
            *("--by", "nl-bz", "--claimed", "in_progress"),
        ],
        ["add", "document", folder, "--id", "decision", "--kind", "decision"],
    ]

    results = [run(*step) for step in steps]

    assert [(r.exit_code, r.stderr) for r in results] == [(0, "")] * len(steps)
    record = record_to_edit(folder)
    assert [len(t) for t in (record.requests, record.dispositions, record.updates)] == [1, 1, 1]
    assert run("check", folder).exit_code == 0
