"""Labels in Dutch and English for every vocabulary value, field, column and sheet.

The words stand in the files of the folder ``words``, one table a vocabulary; any other view adds
a file of its own there, named below. A table's name and a key name a label: ``field.owners``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any, Final

from ssrpolicy.arguments import check_type
from ssrpolicy.codelists import folded
from ssrpolicy.errors import ArgumentError, UnknownIdError
from ssrpolicy.messages import _, did_you_mean
from ssrpolicy.model import LANGUAGES, Language, LocalText, check_language
from ssrpolicy.syntax import packaged_tables

_FILES = (
    "abbreviations", "annex", "articles", "briefing", "changes", "dates", "decision", "fields",
    "lists", "names", "notes", "numerals", "quantities", "reading", "terminal", "tracker",
    "vocabulary",
)  # fmt: skip

#: The states of a term that say a status, by the table of that status.
_SETTLED: Final[Mapping[str, Mapping[str, str]]] = {
    "claimed_status": {"said_met": "fulfilled"},
    "evidence_status": dict.fromkeys(("met", "met_moved", "met_late"), "supports"),
}
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MOST_MEANT = 3
_STRESSED_ONE = re.compile(r"één\b")
# What a body is called stands before what it is about: "ministerie van Defensie".
_ABOUT = re.compile(r" (?:van|voor|der|of|for)(?: |$)", re.IGNORECASE)


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
    for file in _FILES:
        for name, entries in packaged_tables(
            "ssrpolicy.views.language", f"words/{file}.toml"
        ).items():
            if name in tables:
                raise KeyError(f"two word files have a table {name}; one is {file}.toml")
            tables[name] = entries
    return tables


@cache
def vocabulary_table(vocabulary: type[StrEnum]) -> str:
    """The name of the table that labels a vocabulary: ``claimed_status`` for ClaimedStatus."""
    return _CAPITAL.sub("_", vocabulary.__name__).lower()


def label(value: StrEnum | str, language: Language, /, **parts: object) -> str:
    """Return the words for a vocabulary value, or for a key such as ``field.owners``.

    Words of vocabularies begin with a small letter, those of fields, columns and sheets with a
    capital. ``parts`` fill the places of a sentence: ``label("tracker.subject", "nl", date=...)``.
    Raises UnknownIdError for a key that no word file has, ArgumentError for another language or
    a place of the sentence that no part fills.
    """
    try:
        text = _text(value, language)
    except TypeError:  # what can be no key: a list, for instance
        check_language(language)
        check_type(value, str, "value", '"field.owners"')
        raise
    if not parts:
        return text
    try:
        filled = text.format(**parts)
    except KeyError as error:
        raise ArgumentError(
            _("The label {key} has a place for {part}, which is not given.", key=value, part=error)
        ) from None
    # A part that ends with a full stop brings the sentence's own.
    twice = filled.endswith("..") and not filled.endswith("...") and not text.endswith("..")
    return filled[:-1] if twice else filled


# By type too: values of two vocabularies may be spelt alike.
@lru_cache(maxsize=None, typed=True)
def _text(value: StrEnum | str, language: Language) -> str:
    check_language(language)
    check_type(value, str, "value", '"field.owners"')
    table, key = _table_and_key(value)
    try:
        text: str = tables()[table][key][language]
    except KeyError:
        raise _unknown(table, key) from None
    return text


def _unknown(table: str, key: str) -> UnknownIdError:
    """Return the error of a key that no word file has, with the nearest; ``key`` may be empty."""
    from ssrpolicy.similar import most_like, nearest_or_all  # noqa: PLC0415 - loaded only where something is wrong

    wanted = f"{table}.{key}" if key else table
    near = {table: tables()[table]} if table in tables() else tables()
    known = [f"{table}.{key}" for table, entries in near.items() for key in entries]
    # A key alone, as a record has it, is that of a table; those of vocabularies stand last.
    keys = {name: name.partition(".")[2] for name in reversed(known)}
    close = [] if key else most_like(table, keys.values(), n=1)
    meant = [name for name, of_table in keys.items() if of_table in close]
    hint = did_you_mean(meant[:_MOST_MEANT]) or nearest_or_all(wanted, known)
    return UnknownIdError(_("No label is called {key!r:.80}.", key=wanted), hint=hint)


def _table_and_key(value: StrEnum | str) -> tuple[str, str]:
    if isinstance(value, StrEnum):
        return vocabulary_table(type(value)), value.value
    table, _, key = value.partition(".")
    return table, key


def one_or_many(key: str, amount: int) -> str:
    """Return the key of the label for one thing or for several: ``later_one``, ``later_many``."""
    return f"{key}_one" if amount == 1 else f"{key}_many"


def meaning(value: StrEnum | str, language: Language) -> str | None:
    """Return the sentence that explains a value or key in the list of codes, where there is one."""
    table, key = _table_and_key(value)
    explained = words(table)[key].get("meaning")
    return None if explained is None else str(explained[language])


@cache
def keys_by_name(table: str) -> Mapping[str, str]:
    """The keys of a table of labels by what people call them.

    That is a label in either language, another word that is in use for one of them alone, a key;
    and of a status, what a note says of it in a sentence, or a list of the term that it settles.
    """
    entries = words(table)
    keys = _keys_by_sentence(table)
    keys |= {word: found[0] for word, found in keys_by_synonym(table).items() if len(found) == 1}
    keys |= {folded(entry[lang]): key for key, entry in entries.items() for lang in LANGUAGES}
    return keys | {folded(key): key for key in entries}


def _keys_by_sentence(table: str) -> dict[str, str]:
    """The statuses by the sentences of a history, and by the states of a term that say one."""
    settled = _SETTLED.get(table)
    if settled is None:
        return {}
    said, states = words("briefing_update"), words("schedule")
    printed = [(said[key], key) for key in words(table)]
    printed += [(states[state], key) for state, key in settled.items()]
    return {folded(entry[lang].rstrip(".")): key for entry, key in printed for lang in LANGUAGES}


@cache
def keys_by_synonym(table: str) -> Mapping[str, tuple[str, ...]]:
    """The keys of a table of labels for which other words are in use, by these words."""
    found: dict[str, tuple[str, ...]] = {}
    for key in words(table):
        for text in synonyms(f"{table}.{key}"):
            found[folded(text)] = (*found.get(folded(text), ()), key)
    return found


def keys_named(table: str, text: str) -> tuple[str, ...]:
    """Return the keys of a table of labels that a text names; several where it may be any of them.

    A label and a key name one, also where the text is another word for others.
    """
    wanted = folded(text)
    if (key := keys_by_name(table).get(wanted)) is not None:
        return (key,)
    return keys_by_synonym(table).get(wanted, ())


def synonyms(value: StrEnum | str) -> tuple[str, ...]:
    """Return the other words in use for a value or key, in Dutch and in English."""
    table, key = _table_and_key(value)
    also: Mapping[str, list[str]] = words(table)[key].get("also", {})
    return tuple(text for texts in also.values() for text in texts)


def capital(text: str) -> str:
    """Return the text with a capital first letter, the rest untouched.

    On a capital no stress is written: "één bericht" becomes "Eén bericht".
    """
    check_type(text, str, "text", "a text")
    first = text[:1].upper()
    if first == "É" and _STRESSED_ONE.match(text):
        first = "E"
    return text if text.startswith(first) else first + text[1:]


def marked_text(text: LocalText, available: Language, language: Language) -> str:
    """Return a text in the language ``available`` with a mark that says which it is.

    ``language`` is the reader's, in which the mark is: "[Engels] Stability Fund".
    """
    check_type(text, LocalText, "text", 'LocalText(nl="...")')
    check_language(available)
    mark = capital(label(f"language.{available}", language))
    return f"[{mark}] {text.text(available)}"


def listing(parts: Sequence[str], language: Language) -> str:
    """Return names as a sentence lists them: "A, B en C"."""
    if len(parts) < 2:  # noqa: PLR2004 - two names are the fewest that need a word between them
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {label('sentence.and', language)} {parts[-1]}"


def with_article(name: str, language: Language) -> str:
    """Return a name as a sentence has it: "het ministerie van Defensie", "the Senate".

    A name of which the list of articles knows no word is a proper name, and stays as it is.
    """
    head = _ABOUT.split(name, maxsplit=1)[0]
    if "," in head:
        return name
    known = words("article")
    for word in head.casefold().split():
        if word in known and (article := label(f"article.{word}", language)):
            return f"{article} {name}"
    return name
