"""Labels in Dutch and English for every vocabulary value, field, column and sheet.

The words stand in the files of the folder ``words``, one table a vocabulary; any other view adds
a file of its own there. A table's name and a key name a label: ``field.owners``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from ssrpolicy.model import Language

_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_STRESSED_ONE = re.compile(r"één\b")


@cache
def words(table: str) -> Mapping[str, Mapping[str, Any]]:
    """The labels of one table of the word files, by their key."""
    try:
        return tables()[table]
    except KeyError:
        raise KeyError(f"no table of labels is called {table!r}") from None


@cache
def tables() -> dict[str, dict[str, dict[str, Any]]]:
    """Every table of the word files, by its name."""
    tables: dict[str, dict[str, dict[str, Any]]] = {}
    folder = files("ssrpolicy.views.language").joinpath("words")
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            for name, entries in tomllib.loads(file.read_text("utf-8")).items():
                if name in tables:
                    raise KeyError(f"two word files have a table {name}; one is {file.name}")
                tables[name] = entries
    return tables


@cache
def vocabulary_table(vocabulary: type[StrEnum]) -> str:
    """The name of the table that labels a vocabulary: ``claimed_status`` for ClaimedStatus."""
    return _CAPITAL.sub("_", vocabulary.__name__).lower()


def label(value: StrEnum | str, language: Language, /, **parts: object) -> str:
    """Return the words for a vocabulary value, or for a key such as ``field.owners``.

    Words of vocabularies begin with a small letter, those of fields, columns and sheets with a
    capital. ``parts`` fill the places of a sentence: ``label("tracker.as_of", "nl", date=...)``.
    Raises KeyError for a key that no word file has.
    """
    if isinstance(value, StrEnum):
        return _label(vocabulary_table(type(value)), value.value, language)
    text = _text(value, language)
    return _filled(text, parts) if parts else text


@cache
def _text(key: str, language: Language) -> str:
    table, _, name = key.partition(".")
    return _label(table, name, language)


def _filled(text: str, parts: Mapping[str, object]) -> str:
    """The sentence with its parts; a part that ends with a full stop brings the sentence's own."""
    filled = text.format(**parts)
    twice = filled.endswith("..") and not filled.endswith("...") and not text.endswith("..")
    return filled[:-1] if twice else filled


@cache
def _label(table: str, key: str, language: Language) -> str:
    try:
        text: str = words(table)[key][language]
    except KeyError:
        raise KeyError(f"no label is called {table}.{key}") from None
    return text


def one_or_many(key: str, amount: int) -> str:
    """Return the key of the label for one thing or for several: ``later_one``, ``later_many``."""
    return f"{key}_one" if amount == 1 else f"{key}_many"


def meaning(value: StrEnum | str, language: Language) -> str | None:
    """Return the sentence that explains a value or key in the list of codes, where there is one."""
    if isinstance(value, StrEnum):
        table, key = vocabulary_table(type(value)), value.value
    else:
        table, _, key = value.partition(".")
    explained = words(table)[key].get("meaning")
    return None if explained is None else str(explained[language])


def capital(text: str) -> str:
    """Return the text with a capital first letter, the rest untouched.

    On a capital no stress is written: "één bericht" becomes "Eén bericht".
    """
    first = "E" if _STRESSED_ONE.match(text) else text[:1].upper()
    return text if text.startswith(first) else first + text[1:]


def listing(parts: Sequence[str], language: Language) -> str:
    """Return names as a sentence lists them: "A, B en C"."""
    if len(parts) < 2:  # noqa: PLR2004 - two names are the fewest that need a word between them
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {label('sentence.and', language)} {parts[-1]}"
