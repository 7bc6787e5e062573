"""What the page on the briefing note promises: each command prints what stands below it."""

import re
from pathlib import Path

from ssrpolicy.model import LANGUAGES
from ssrpolicy.views.language.labels import label
from terminal import session

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-to" / "write-a-briefing-note.md").read_text(encoding="utf-8")
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_each_command_prints_what_stands_below_it(tmp_path: Path) -> None:
    """Done in order where `fixtures/` is, with the file of texts that the page gives."""
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures", target_is_directory=True)
    told, printed = [], []
    for language, block in _FENCE.findall(PAGE):
        if language == "toml":
            (tmp_path / "notitie.toml").write_text(block, encoding="utf-8")
        if language == "console":
            told.append(block)
            printed.append(session(block, tmp_path, columns=100))

    assert told
    assert printed == told


def test_what_the_page_says_to_search_for_begins_every_place_to_fill_in() -> None:
    """Who searches as the page says finds each place, in both languages."""
    keys = ("recipient", "sender", "date", "reference", "deadline", "annexes", "advice")
    for language in LANGUAGES:
        (begin,) = {
            label(f"decision.{key}_missing", language).partition(":")[0]
            for key in (*keys, "political_context", "not_public")
        }
        assert f"`{begin}:`" in PAGE
