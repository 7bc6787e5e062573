"""Words that are of another language than Dutch or English, by which a short text shows that it is.

Of a longer text the share of common Dutch or English words says so by itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

#: The commonest words of German, French, Spanish, Italian, Portuguese and Polish that are not words
#: of Dutch or English, nor of the names that stand in these.
_COMMON: Final = frozenset(
    word
    for words in (
        "und dem ist nicht für mit auf ich wir sie ihnen ihr eine einen einem sich werde",
        "werden wird über zu zum zur sehr geehrte geehrter herren grüßen sind auch vom bei aus",
        "le une est et pour sur avec vous nous ce cette qui que sera seront monsieur madame",
        "votre notre ont sont aux avant après",
        "el una para por con su sus señor señora lo se han será antes",
        "il gli della delle dei nel che è sono signor signora anche",
        "dos não senhor ao uma seu sua pelo pela się nie jest oraz pana panie szanowny",
    )
    for word in words.split()
)
_FEWEST: Final = 2


def reads_as_other(words: Iterable[str], own: Iterable[str]) -> bool:
    """Return whether the words of a text read as another language than Dutch or English.

    ``own`` are common words, in small letters, of the language that they are taken for: of those
    there must be fewer than of the others. What begins with a capital may be a name of anywhere,
    and does not count as one of another language.
    """
    given = list(words)
    other = sum(word in _COMMON for word in given)
    known = frozenset(own)
    return other >= _FEWEST and other > sum(word.lower() in known for word in given)
