"""Words of the command that may be addresses with a password, which no message repeats."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextvars import ContextVar
from itertools import islice

# The slashes of an address that was taken for a path are one.
_QUERY = r"(?i)(https?:/+[^\s?]*\?)(\S+)"
_VALUE = r"=[^&;#'\"”’]+"
# What begins an address and says nothing yet, and how much more of a word tells which it is.
_SCHEME, _TELLING = r"\W*\w+:/+|", 4
# What parts an address, of which so many are looked at; without one of the others a word is a path.
_MARK, _MOST_MARKS = r"[:/;@?&=\s]+", 20
_SECRET = r"[:;@=]"
# An address of a server as it is meant: its password begins and ends beyond doubt.
_SERVER = (
    r"(?i)postgres(?:ql)?(?:\+\w+)?://(?:[\w.%+~-]+(?P<password>:[^\s:/@?#]+)?@)?"
    r"(?:[\w.-]*|\[[\da-f:.]+\])(?::\d+)?(?:/[\w.%+~-]*)?(?:\?[^\s?@]*)?"
)
# No message has more of a word that it shortens.
_LONGEST_WORD = 200

WORDS: ContextVar[Sequence[str]] = ContextVar("ssrpolicy.cli.words", default=())
"""The words with which the command was called."""


def without_addresses(text: str) -> str:
    """Return text without the words of the command that may be addresses, with a password.

    A message may have only the first part of a word, or the name of the file that it leads to. Of
    a plain address of a server its password is left out, and of that of a page what it asks for.
    """
    from ssrpolicy.storage import may_be_address  # noqa: PLC0415 - the list of commands needs none

    for each in _values(WORDS.get()):
        text, secret = _without_password(each, text)
        shown = _shown_parts(secret, text)
        if shown and may_be_address(each):
            for part in shown:
                text = text.replace(part, "***")
        name = each.rpartition("/")[2]
        page, asks, query = name.partition("?")
        if name != each and "=" in query and (held := _beginning(name, text, len(page) + 2)):
            text = text.replace(held, f"{page}?***")
        for key, equals, value in (pair.partition("=") for pair in re.split("[&;#]", query)):
            if asks and value and (held := _beginning(f"{key}={value}", text, len(key) + 2)):
                text = text.replace(held, f"{key}{equals}***")
    if "?" not in text:
        return text
    # What a web address asks for stays readable, and not a token or password with which it does.
    return re.sub(_QUERY, lambda found: found[1] + re.sub(_VALUE, "=***", found[2]), text)


def _without_password(word: str, text: str) -> tuple[str, str]:
    """Return text without the password of a plain address, and the part of a word to look for."""
    server = re.fullmatch(_SERVER, word)
    if server is None or not server["password"]:
        return text, "" if server else word
    first, last = server.span("password")
    return text.replace(word[: last + 1], f"{word[:first]}:***@"), word[: last + 1]


def _values(words: Iterable[str]) -> Iterator[str]:
    """Yield words that may have a secret, and values of options: alone if that is plain."""
    for word in words:
        value = word.partition("=")[2]
        plain = word.startswith("-") and re.fullmatch(_SERVER, value)
        yield from (each for each in (value if plain else word, value) if re.search(_SECRET, each))


def _shown_parts(word: str, text: str) -> list[str]:
    """Return the parts of a word that stand in a text and may have its password, longest first.

    A part begins where the word does or after a mark in it, and has a mark with more after it:
    a scheme or the name of a user alone says nothing.
    """
    begins = re.match(_SCHEME, word)
    least = max(begins.end() if begins else 0, _TELLING) + _TELLING
    starts = [0, *(mark.end() for mark in islice(re.finditer(_MARK, word), _MOST_MARKS))]
    found = []
    for start in starts:
        part = word[start:]
        scheme = begins.end() if begins and not start else 0
        mark = re.search(_MARK, part[scheme:])
        if mark is None:
            continue
        after = scheme + mark.end() + 1
        if shown := _beginning(part, text, max(after, 0 if start else least)):
            found.append(shown)
    return sorted(found, key=len, reverse=True)


def _beginning(word: str, text: str, least: int) -> str | None:
    """Return as much of the beginning of a word as stands in a text, if it is long enough."""
    if word in text:
        return word
    most = min(len(word), _LONGEST_WORD)
    return next((word[:end] for end in range(most, least - 1, -1) if word[:end] in text), None)
