"""Words without which an expression cannot match: whether they are there is cheap to ask.

Most rules do not fit most sentences. An expression says by its structure which letters stand in
all that it matches, and to look for these takes far less time than to search.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple


class Clause(NamedTuple):
    """What a text must have one of: a word, or all of some ``further`` clauses."""

    words: tuple[str, ...]
    further: tuple[Clauses, ...] = ()


Clauses = tuple[Clause, ...]

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
    # Plain loops: this is looked at for each rule and sentence, and any() takes half as long again.
    for words, further in clauses:
        for word in words:
            if word in text:
                break
        else:
            for each in further:
                if met(each, text):
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
    return [Clause((run,))] if run.strip() else []


def _branch(alternatives: Sequence[Clauses]) -> list[Clause]:
    """Return one clause, met where an alternative is; none where one needs nothing."""
    if not all(alternatives):
        return []
    words: dict[str, None] = {}
    further: dict[Clauses, None] = {}
    for each in alternatives:
        first = each[0]
        # A rare word says enough of its alternative.
        if not first.further and (len(each) == 1 or _worth(first)[0] >= _RARE):
            words |= dict.fromkeys(first.words)
        else:
            further[each] = None
    return [Clause(tuple(words), tuple(further))]


def _worth(clause: Clause) -> tuple[int, int]:
    """Return what a clause is worth: long words are rare, and few words are soon looked for."""
    shortest = min(
        (
            *map(len, clause.words),
            *(max(_worth(inner)[0] for inner in each) for each in clause.further),
        )
    )
    return shortest, -len(clause.words) - len(clause.further)
