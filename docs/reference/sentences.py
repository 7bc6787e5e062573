"""Write sentences.md, every sentence and label that a report can print, from the label files.

Run it when a label has changed: .venv/bin/python docs/reference/sentences.py
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ssrpolicy.syntax import packaged_tables
from ssrpolicy_calendar.words import WORDS

PAGE = Path(__file__).with_name("sentences.md")

HEAD = """\
# Sentences

Every sentence, heading and label that a report can print, Dutch next to English, to be read in one
go by anyone who knows the language of the House or of the alliance. This page is written by
[sentences.py](sentences.py) from the label files of `ssrpolicy.views.language` and from the words
that the calendar has of its own. What stands in braces is filled in: a name, a day, a number. Where
two forms stand for one key, the first is for one thing and the second for several.
"""
FILES = {
    "decision": "The decision note",
    "briefing": "The dossier, and what all notes share",
    "annex": "The budget annex",
    "changes": "The overview of changes",
    "notes": "References and tables of notes",
    "tracker": "The tracker",
    "fields": "The columns of the tracker",
    "reading": "The page",
    "names": "Papers and quotes by name",
    "lists": "Lists, selections, comparisons and proposals",
    "terminal": "What `ssrpolicy show` prints",
    "vocabulary": "The closed lists of words",
    "dates": "Dates",
    "quantities": "Numbers and quantities",
    "numerals": "Numbers in words",
    "articles": "Articles, by a word of the name",
    "abbreviations": "Abbreviations of the field",
}


def page() -> str:
    """Return the reference page in Markdown."""
    labels = (line for file in FILES for line in _file(file))
    return "\n".join([HEAD, *labels, "## The calendar", "", *_table(_calendar())])


def _calendar() -> dict[str, dict[str, str]]:
    """The words of the calendar's own, as a table of the label files has them."""
    return {key: {"nl": words, "en": WORDS["en"][key]} for key, words in WORDS["nl"].items()}


def _file(file: str) -> Iterator[str]:
    yield f"## {FILES[file]}"
    yield ""
    for name, entries in packaged_tables("ssrpolicy.views.language", f"words/{file}.toml").items():
        yield f"### {name}"
        yield ""
        yield from _table(entries)


def _table(entries: Mapping[str, Any]) -> Iterator[str]:
    yield "| key | Dutch | English |"
    yield "|---|---|---|"
    for key, entry in entries.items():
        yield f"| {key} | {_shown(entry['nl'])} | {_shown(entry['en'])} |"
        if "meaning" in entry:
            meaning = entry["meaning"]
            yield f"| | *{_shown(meaning['nl'])}* | *{_shown(meaning['en'])}* |"
    yield ""


def _shown(text: Any) -> str:
    """Return a label as a cell of the page has it."""
    if isinstance(text, list):
        return " / ".join(map(_shown, text))
    return str(text).replace("\n", " ").replace("|", "\\|").replace("<", "&lt;").strip()


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
