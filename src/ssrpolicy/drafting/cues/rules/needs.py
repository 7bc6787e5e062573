"""Words without which an expression cannot match: whether they are there is cheap to ask.

Most rules do not fit most sentences. An expression says by its structure which letters stand in
all that it matches, and looking for these takes a hundredth of the time of a search.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Any, Final

#: What a text must have: every clause; of a clause, one of its words or of its further clauses.
Clauses = tuple["Clause", ...]
Clause = tuple["str | Clauses", ...]

#: A word of this length is rarely there by chance.
_RARE: Final = 7
#: What an expression that ignores case takes for an ASCII letter, besides that letter.
_ALSO: Final = str.maketrans({"\u0130": "i", "\u0131": "i", "\u017f": "s", "\u212a": "k"})


@lru_cache(maxsize=64)
def lowered(text: str) -> str:
    """Return a text in which the words of clauses can be looked for."""
    return text.translate(_ALSO).lower()


def met(clauses: Clauses, text: str) -> bool:
    """Return whether a text, as ``lowered`` gives it, has what an expression needs to match."""
    for clause in clauses:
        for each in clause:
            if (each in text) if isinstance(each, str) else met(each, text):
                break
        else:
            return False
    return True


@cache
def needs(expression: str) -> Clauses:
    """Return what stands in every text that an expression matches, whatever the case.

    The structure is read with the parser of the standard library. Where a version of Python has
    another one, nothing is needed, and every text is searched.
    """
    try:
        parser = importlib.import_module("re._parser")
        return _sequence(parser.parse(expression, re.IGNORECASE))
    except (ImportError, AttributeError, TypeError, ValueError):
        return ()


def _sequence(items: Iterable[tuple[Any, Any]]) -> Clauses:
    """Return the clauses of what stands in a row, the one that says most first."""
    found: list[Clause] = []
    run = ""
    for operator, value in items:
        name = str(operator)
        if name == "LITERAL" and value < 128:  # noqa: PLR2004 - the letters whose cases are plain
            run += chr(value).lower()
            continue
        found += _word(run)
        run = ""
        match name:
            case "SUBPATTERN":
                found += _sequence(value[-1])
            case "ATOMIC_GROUP":
                found += _sequence(value)
            case "BRANCH":
                found += _branch([_sequence(each) for each in value[1]])
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT" if value[0] > 0:
                found += _sequence(value[2])
    found += _word(run)
    return tuple(sorted(dict.fromkeys(found), key=_worth, reverse=True))


def _word(run: str) -> list[Clause]:
    return [(run,)] if run.strip() else []


def _branch(alternatives: Sequence[Clauses]) -> list[Clause]:
    """Return one clause, met where an alternative is; none where one needs nothing."""
    if not all(alternatives):
        return []
    options = dict.fromkeys(_plain(each) for each in alternatives)
    return [tuple(sorted(options, key=lambda each: not isinstance(each, str)))]


def _plain(clauses: Clauses) -> str | Clauses:
    """Return clauses as the word that says all of them, where there is one."""
    (first, *others) = clauses
    (word, *more) = first
    if not more and isinstance(word, str) and (not others or len(word) >= _RARE):
        return word
    return clauses


def _worth(clause: Clause) -> tuple[int, int]:
    """Return what a clause is worth: long words are rare, and few words are soon looked for."""
    shortest = min(
        len(each) if isinstance(each, str) else max(_worth(inner)[0] for inner in each)
        for each in clause
    )
    return shortest, -len(clause)
