"""`ssrpolicy new`: what is said of a record that was begun."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def test_what_was_made_and_what_comes_next_is_told(run: Run, letter: Path, tmp_path: Path) -> None:
    """The file, what the letter states, and four commands that work on the new folder."""
    folder = tmp_path / "record"
    source = letter / "sources" / "kst-32123-X-124.txt"
    result = run("new", source, folder, "--number", "kst-32123-X-124")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.output == (
        f"Wrote {folder}/record.toml.\n"
        "From the source: kind letter, language nl, date 2010-04-29, author minister-bz, "
        "addressee voorzitter-tweede-kamer.\n"
        "\n"
        "Next:\n"
        f"  ssrpolicy draft {folder}\n"
        f"  ssrpolicy check {folder} --coverage\n"
        f'  ssrpolicy locate {folder} "words of the letter"\n'
        f"  ssrpolicy add statement {folder}\n"
    )


def test_what_is_still_to_be_filled_in_is_told(run: Run, tmp_path: Path) -> None:
    """A text without a head lacks its number, date, authors and addressee."""
    (tmp_path / "brief.txt").write_text("Nederland volgt dit nauwgezet.")

    output = run("new", tmp_path / "brief.txt", tmp_path / "record").output

    assert "Still to be filled in: number, date, authors, addressee.\n" in output


def test_a_pdf_is_refused_with_the_command_that_helps(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a reader the exit code is 2; the reason and the command stand on standard error."""
    monkeypatch.setenv("SSRPOLICY_DISABLE_PLUGINS", "ssrpolicy-sources")
    source = tmp_path / "brief.pdf"
    source.write_bytes(b"%PDF-1.7")

    result = run("new", source, tmp_path / "record")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"Error: {source} is a PDF; a record keeps plain text.\n"
        "    ssrpolicy-sources reads it, if it is installed. This yields text, too: "
        f"pdftotext -layout {source} brief.txt\n"
    )
    assert not (tmp_path / "record").exists()


def test_the_next_commands_can_be_pasted(run: Run, letter: Path, tmp_path: Path) -> None:
    """A folder with a space in its name is quoted in what is to be typed next."""
    source = next((letter / "sources").iterdir())

    output = run("new", source, tmp_path / "mijn brief").output

    assert f"  ssrpolicy check '{tmp_path / 'mijn brief'}' --coverage\n" in output


@pytest.mark.slow
@pytest.mark.heavy
def test_what_is_done_with_a_long_file_is_said_at_a_terminal_only(
    run: Run, at_terminal: Callable[..., tuple[int, str]], tmp_path: Path
) -> None:
    """Standard error stays empty where it is not a terminal."""
    source = tmp_path / "brief.txt"
    source.write_text("Nederland volgt dit nauwgezet." + "\n" * 120_000)

    code, shown = at_terminal(["new", source, tmp_path / "shown"], [], "xterm")
    drafted, proposing = at_terminal(["draft", tmp_path / "shown"], [], "xterm")

    assert (code, run("new", source, tmp_path / "silent").stderr) == (0, "")
    assert "Reading brief.txt ..." in shown
    assert (drafted, run("draft", tmp_path / "silent").stderr) == (0, "")
    assert "Proposing entries for brief ..." in proposing
