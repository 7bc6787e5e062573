"""What the page on the briefing note promises: each command prints what stands below it."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from ssrpolicy.model.texts import LANGUAGES
from ssrpolicy.views.language.labels import label

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-to" / "write-a-briefing-note.md").read_text(encoding="utf-8")
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ ((?:.*\\\n)*.*\n)", re.MULTILINE)


def typed(block: str, folder: Path) -> str:
    """What a terminal shows when the commands of a block are typed there."""
    seen = ""
    for command in _COMMAND.findall(block):
        words = shlex.split(command.replace("\\\n", " "))
        done = subprocess.run(
            [str(Path(sys.executable).with_name(words[0])), *words[1:]],
            cwd=folder,
            env={**os.environ, "COLUMNS": "100", "PYTHONUTF8": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        seen += f"$ {command}{done.stdout}"
    return seen


def test_each_command_prints_what_stands_below_it(tmp_path: Path) -> None:
    """Done in order where `fixtures/` is, with the file of texts that the page gives."""
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures", target_is_directory=True)
    told, printed = [], []
    for language, block in _FENCE.findall(PAGE):
        if language == "toml":
            (tmp_path / "notitie.toml").write_text(block, encoding="utf-8")
        if language == "console":
            told.append(block)
            printed.append(typed(block, tmp_path))

    assert told
    assert printed == told


def test_what_the_page_says_to_search_for_begins_every_place_to_fill_in() -> None:
    """Who searches as the page says finds each place, in both languages."""
    keys = ("recipient", "sender", "date", "reference", "deadline", "annexes", "advice")
    for language in LANGUAGES:
        (begin,) = {
            label(f"briefing.{key}_missing", language).partition(":")[0]
            for key in (*keys, "political_context", "not_public")
        }
        assert f"`{begin}`" in PAGE
