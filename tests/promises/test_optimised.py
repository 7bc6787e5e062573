"""`python -OO`, which leaves out docstrings and asserts, runs every command and every reporter."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from forked import Commands, commands
from ssrpolicy.reporting import load_plugins

DAY = ("--as-of", "2010-12-31")
REPORTERS = [each.name for each in load_plugins().reporters]
# One call of each command; RECORD is the letter's folder.
COMMANDS = [
    ("new", "LETTER", "nieuw"),
    ("locate", "RECORD", "maximaal 100 personen"),
    ("add", "update", "RECORD", "--statement", "african-union", "--date", "2011-03-01",
     "--by", "nl-bz", "--claimed", "in_progress"),
    ("check", "RECORD", "--coverage", "--format", "json"),
    ("show", "RECORD", *DAY),
    ("show", "RECORD", "african-union", *DAY),
    ("cite", "Kamerstukken II 2009/10, 32 123 X, nr. 124"),
    ("plugins",),
    ("plugins", "excel"),
    ("new-reporter", "action-list"),
]  # fmt: skip


@pytest.fixture(scope="module")
def servers() -> Iterator[tuple[Commands, Commands]]:
    """A process that runs commands as Python does of itself, and one that leaves docstrings out."""
    with commands("-B") as plain, commands("-B", "-OO") as optimised:
        yield plain, optimised


def command(*words: str, serving: Commands, folder: Path, record: Path) -> tuple[int, str]:
    """The exit code of a command and what it prints, run by one of the two."""
    known = {"RECORD": record, "LETTER": record / "sources" / "kst-32123-X-124.txt"}
    done = serving.run(*(known.get(word, word) for word in words), within=folder)
    return done.code, done.output


@pytest.mark.slow
@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words[:2]))
def test_each_command_says_the_same_without_docstrings(
    words: tuple[str, ...], servers: tuple[Commands, Commands], letter_copy: Path, tmp_path: Path
) -> None:
    """What it prints, and how it ends, does not hang on a docstring or an assert."""
    said = []
    for level, serving in zip(("plain", "optimised"), servers, strict=True):
        folder = tmp_path / level
        folder.mkdir()
        before = (letter_copy / "record.toml").read_bytes()
        said.append(command(*words, serving=serving, folder=folder, record=letter_copy))
        (letter_copy / "record.toml").write_bytes(before)

    assert said[0] == said[1]
    assert said[0][0] == 0


@pytest.mark.slow
@pytest.mark.parametrize("name", REPORTERS)
def test_each_reporter_writes_the_same_without_docstrings(
    name: str, servers: tuple[Commands, Commands], letter_copy: Path, tmp_path: Path
) -> None:
    """The bytes are the same; and a tracker is read back."""
    written = []
    option = ("-o", "word-changes.since=2010-11-30") if name == "word-changes" else ()
    for level, serving in zip(("plain", "optimised"), servers, strict=True):
        folder = tmp_path / level
        folder.mkdir()
        record = letter_copy
        if name == "excel-review":  # The letter's record leaves a draft nothing to propose.
            record = folder / "nieuw"
            for words in (("new", "LETTER", "nieuw"), ("draft", "nieuw")):
                code, said = command(*words, serving=serving, folder=folder, record=letter_copy)
                assert code == 0, said
        words = ("report", "RECORD", "--to", name, *option, *DAY, "--output-dir", ".")
        code, said = command(*words, serving=serving, folder=folder, record=record)
        assert code == 0, said
        (file,) = (each for each in folder.iterdir() if each.is_file())
        written.append(file.read_bytes())
        if name == "excel":
            merge = ("merge", file.name, "RECORD", "--date", "2011-01-01", "--by", "Jansen")
            code, said = command(*merge, serving=serving, folder=folder, record=letter_copy)
            assert code == 0, said

    assert written[0] == written[1]
