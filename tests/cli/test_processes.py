"""The command as a process: its streams, colours, start and completion."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import ssrpolicy
from cli.conftest import AtTerminal

Run = Callable[..., Result]
COMMAND = [sys.executable, "-m", "ssrpolicy"]


@pytest.mark.heavy
def test_python_runs_the_command_by_its_module() -> None:
    """Where the script is not on the path, `python -m ssrpolicy` is the same command."""
    command = [sys.executable, "-m", "ssrpolicy", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (0, f"ssrpolicy, version {ssrpolicy.__version__}\n")


def test_escape_codes_of_a_record_do_not_act(run: Run, letter_copy: Path) -> None:
    """Escape codes and marks that turn the direction of text are shown as their codes."""
    file = letter_copy / "record.toml"
    text = file.read_text()
    title = 'title.nl = "[red]\u202eAntwoord :smile: op de motie'
    file.write_text(text.replace('title.nl = "Antwoord op de motie', title, 1))
    (letter_copy / "sources" / "kst-32123-X-124.txt").write_bytes(b"Nederland \x1b[31mrood\x07\n")

    shown = run("show", letter_copy, "--as-of", "2010-12-31")
    located = run("locate", letter_copy, "Nederland")

    assert "[red]\\u202eAntwoord :smile: op" in shown.output
    assert "»Nederland« \\u001b[31mrood\\u0007" in located.output
    assert re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown.output + located.output) == []


def test_escape_codes_of_the_command_line_do_not_act(run: Run, letter: Path) -> None:
    """What was mistyped is shown as it was typed."""
    result = run("show", letter, "--as-of", "\x1b[31m2010")

    assert result.exit_code == 2
    assert "\x1b" not in result.output


@pytest.mark.heavy
def test_a_reader_that_stops_reading_is_no_error(letter: Path) -> None:
    """When `head` has read enough the command ends without a word."""
    command = [*COMMAND, "show", str(letter), "--as-of", "2010-12-31"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        said = running.stderr.read()

    assert (running.returncode, said) == (141, b"")


@pytest.mark.heavy
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_full_disk_after_standard_output_is_told() -> None:
    """What cannot be printed is said on standard error, with the reason."""
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*COMMAND, "schema"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )

    assert done.returncode == 2
    assert done.stderr == "Error: standard output: No space left on device.\n"


@pytest.mark.heavy
def test_a_terminal_without_some_marks_shows_codes(letter: Path) -> None:
    """Where the terminal has no typographic marks they become codes, and the work is done."""
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    command = [*COMMAND, "locate", str(letter), "SSR-programma van het"]

    done = subprocess.run(command, capture_output=True, env=environment, check=False)

    assert (done.returncode, done.stderr) == (0, b"")
    assert rb"paragraph 6, under \u2018Internationale co" in done.stdout


@pytest.mark.heavy
def test_what_is_typed_in_another_encoding_stops_nothing(folder: Path) -> None:
    """A letter that the encoding does not have is read as its code, and the review goes on."""
    done = subprocess.run(
        [sys.executable, "-m", "ssrpolicy", "review", str(folder), "--by", "jansen"],
        input="g\nvóór\nq\n".encode(),
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert rb"v\xc3\xb3\xc3\xb3r" in done.stdout


@pytest.mark.heavy
def test_colours_are_for_terminals_that_want_them(
    at_terminal: AtTerminal, letter_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At one that has them findings do; with NO_COLOR, in a pipe or at a dumb one they do not."""
    file = letter_copy / "record.toml"
    file.write_text(file.read_text().replace('answer = "declined"', 'answer = "refused"', 1))

    _, seen = at_terminal(["locate", letter_copy, "ISSAT"], [], term="xterm")
    _, dumb = at_terminal(["locate", letter_copy, "ISSAT"], [], term="dumb")
    monkeypatch.setenv("NO_COLOR", "1")
    _, plain = at_terminal(["locate", letter_copy, "ISSAT"], [], term="xterm")

    assert "\x1b[31merror value-unknown" in seen
    assert "\x1b" not in plain + dumb


@pytest.mark.heavy
def test_the_command_starts_without_office_libraries() -> None:
    """Showing help loads neither rich nor Babel nor any library of the reporters."""
    code = (
        "import sys\nfrom ssrpolicy.cli.main import _command\n"
        "_command(['--help'], standalone_mode=False)\n"
        "print(sorted({'rich', 'babel', 'openpyxl', 'docx'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stderr == "[]\n"


@pytest.mark.heavy
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_are_told_how_to_complete(shell: str) -> None:
    """The line that the documentation gives for each shell yields a completion script."""
    command = Path(sys.executable).with_name("ssrpolicy")
    environment = {**os.environ, "_SSRPOLICY_COMPLETE": f"{shell}_source"}

    done = subprocess.run([command], capture_output=True, text=True, env=environment, check=True)

    assert "_SSRPOLICY_COMPLETE" in done.stdout


@pytest.mark.heavy
@pytest.mark.parametrize(
    "typed, offered",
    [
        ("add statement . --firmness co", {"conditional"}),
        ("show {letter} african-union-m", {"african-union-monitoring"}),
        ("show nowhere afr", set()),
    ],
)
def test_words_are_completed(typed: str, offered: set[str], letter: Path) -> None:
    """The shell offers words of a vocabulary, and the ids of the record named."""
    words = f"ssrpolicy {typed.format(letter=letter)}"
    environment = {
        **os.environ,
        "_SSRPOLICY_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
    }
    command = Path(sys.executable).with_name("ssrpolicy")

    done = subprocess.run([command], capture_output=True, text=True, env=environment, check=True)

    assert set(done.stdout.split()) == {f"plain,{word}" for word in offered}
