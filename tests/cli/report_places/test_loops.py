"""A symbolic link that leads to itself is named as that, also where a path goes on below it."""

from pathlib import Path

import pytest

from cli.conftest import Run


@pytest.mark.parametrize("below", ["", "/x", "/x/y"])
@pytest.mark.parametrize("command", ["new", "report"])
def test_nothing_is_written_below_a_loop(
    run: Run, letter: Path, tmp_path: Path, command: str, below: str
) -> None:
    """The message names the link, and no folder that would have to be made."""
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    source = tmp_path / "letter.txt"
    source.write_text("Den Haag, 3 maart 2023\n\nDe kades zijn af.\n", "utf-8")
    place = f"{loop}{below}"
    asked = {"new": (source, place), "report": (letter, "--to", "json", "--output", place)}

    done = run(command, *asked[command])

    assert done.exit_code == 2
    assert f"{loop} is a symbolic link that leads round in a circle" in done.stderr
