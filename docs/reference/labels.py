"""Write labels.md, every label that ``ssrpolicy.views.label`` gives, from the word files.

Run it when a label has changed: .venv/bin/python docs/reference/labels.py
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ssrpolicy.views.language.labels import tables

PAGE = Path(__file__).with_name("labels.md")

HEAD = """\
# The labels

What `ssrpolicy.views.label(key, language)` gives for each key, such as `"field.owners"`; a value of
a closed list is its own key. Words in braces are filled in by keyword, as in
`label(key, "en", date=...)`. This page is written by [labels.py](labels.py) from the files that
have the words.
"""


def page() -> str:
    """Return the reference page in Markdown."""
    lines = [HEAD]
    for name, entries in sorted(tables().items()):
        rows = [*_rows(name, entries)]
        if rows:
            lines += [f"## {name}", "", "| key | English | Dutch |", "|---|---|---|", *rows, ""]
    return "\n".join(lines)


def _rows(name: str, entries: dict[str, dict[str, object]]) -> Iterator[str]:
    for key, words in entries.items():
        if isinstance(words.get("en"), str) and isinstance(words.get("nl"), str):
            yield f"| `{name}.{key}` | {_cell(words['en'])} | {_cell(words['nl'])} |"


def _cell(words: object) -> str:
    return str(words).replace("|", "\\|").replace("\n", " ").replace("<", "&lt;")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
