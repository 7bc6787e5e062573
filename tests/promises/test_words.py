"""One word for one thing: the table of the glossary holds for every label file."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from ssrpolicy.views.language.labels import tables
from ssrpolicy_calendar.words import WORDS
from tables import each_case

ROOT = Path(__file__).parents[2]
_ROW = re.compile(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
# What people may type is more than what is printed.
_NOT_PRINTED = ("also",)
# What is filled in is called by a name of the code.
_FILLED_IN = re.compile(r"\{\w+\}")


def rows() -> list[tuple[str, str, str, list[str]]]:
    """The rows of the table: what a thing is, its words, and those that do not stand for it."""
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    _, _, after = text.partition("## One word for one thing\n")
    section = after.partition("\n## ")[0]
    _header, *found = _ROW.findall(section)
    return [(what, nl, en, [each.strip() for each in no.split(",")]) for what, nl, en, no in found]


def printed(entry: object) -> Iterator[str]:
    """The words of a label, in both languages."""
    if isinstance(entry, str):
        yield entry
    elif isinstance(entry, list):
        yield from (word for each in entry for word in printed(each))
    elif isinstance(entry, dict):
        kept = (value for key, value in entry.items() if key not in _NOT_PRINTED)
        yield from (word for each in kept for word in printed(each))


def labels() -> dict[str, str]:
    """Every label that a report may print, by its key, in small letters."""
    calendar: dict[str, object] = {
        key: [words[key] for words in WORDS.values()] for key in WORDS["nl"]
    }
    every: dict[str, Mapping[str, object]] = {**tables(), "calendar": calendar}
    return {
        f"{table}.{key}": _FILLED_IN.sub("…", " / ".join(printed(entry))).casefold()
        for table, entries in every.items()
        for key, entry in entries.items()
    }


def test_the_table_has_rows_of_words() -> None:
    """It is read as it stands on the page."""
    assert ("reported as done", "voldaan", "fulfilled") in [row[:3] for row in rows()]
    assert len(rows()) >= 9


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0].replace(" ", "-"))
def test_no_label_says_it_in_other_words(row: tuple[str, str, str, list[str]]) -> None:
    """None of the words that are not used stands in any label file, in either language."""
    *_, others = row
    wrong = {
        key: other
        for key, text in labels().items()
        for other in others
        if re.search(rf"(?<!\w){re.escape(other.casefold())}(?!\w)", text)
    }
    assert wrong == {}


@each_case("row", rows(), ids=lambda row: row[0].replace(" ", "-"))
def test_the_word_of_the_table_is_used(row: tuple[str, str, str, list[str]]) -> None:
    """Each thing has its word in some label, in Dutch and in English."""
    _, nl, en, _ = row
    whole = " / ".join(labels().values())
    assert nl.casefold() in whole
    assert en.casefold() in whole
