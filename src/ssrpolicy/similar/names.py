"""The names that somebody may have meant who typed another: like it, and saying as much."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product

from ssrpolicy.messages import _, did_you_mean, shown, some
from ssrpolicy.similar.texts import likeness, most_like

_LONGEST = 100
_MOST_NAMED = 20
_SIMILAR = 0.6
_VERY_SIMILAR = 0.8
# Words that negate what stands with them, or leave it done in part, or yet to be done;
# "wholly" does so with another: "niet volledig".
_WEAKENING = re.compile(
    r"(?P<not>niet|geen|nooit|zonder|not|no|never)"
    r"|(?P<lacking>in(?:comple|acti|effecti|adequa|correct)\w*|onvol\w+|insufficient|inconclusive)"
    r"|(?P<partly>deels|gedeeltelijk|half|(?:grote|meren)deels|partly|partially|mostly|largely)"
    r"|(?P<not_yet>bijna|vrijwel|nagenoeg|haast|wordt|worden|almost|nearly|being)"
    r"|(?P<wholly>volledig|geheel|helemaal|fully|wholly|entirely|completely)"
)
_IN_PART = re.compile(r"\b(?:ten dele|voor een deel|in part)\b")
_NEGATING = ("on", "un", "niet", "not", "deels", "partly")
_SAYS_NO_MORE = ("nog", "al", "is", "zijn", "yet", "still", "are")


def nearest_or_all(value: object, names: Iterable[str]) -> str:
    """Return a hint with the names most like a value, or else with all, or the first of many."""
    known = [*names]
    near = nearest(shown(value)[:_LONGEST], known, n=3)
    return did_you_mean(near) or _("It is one of: {known}.", known=some(known, _MOST_NAMED))


def nearest(text: str, names: Iterable[str], *, n: int = 1, cutoff: float = _SIMILAR) -> list[str]:
    """Return at most ``n`` names that a text may stand for, the most similar first.

    A name that does not negate or weaken as the text does is not meant, however like it: "niet
    uitgevoerd" is not "uitgevoerd". What is "half uitgevoerd" may be "deels uitgevoerd".
    """
    known = [*names]
    close = most_like(text, known, n=n, cutoff=cutoff)
    if not close or not _says_as_much(text, close[0]):
        close = _alike_without(text, known)
    return [each for each in close if _says_as_much(text, each)][:n]


def _alike_without(text: str, known: list[str]) -> list[str]:
    """Return the names that are very like a text but for the words that weaken both alike."""
    kinds, bare = _weakened(text)
    of_names = ((each, *_weakened(each)) for each in known)
    by_bare = {bare_name: each for each, of_name, bare_name in of_names if of_name == kinds}
    near = most_like(bare, by_bare, n=len(known) or 1, cutoff=_VERY_SIMILAR)
    return [by_bare[each] for each in near if kinds or each]


def _says_as_much(text: str, name: str) -> bool:
    """Whether a name has all that negates or weakens a text, and only that, be it misspelt."""
    if "".join(_words(text)) == "".join(_words(name)):
        return True
    (kinds, bare), (of_name, bare_name) = _weakened(text), _weakened(name)
    if kinds or (of_name and not _has_misspelt(text, name)):
        return kinds == of_name and likeness(bare, bare_name) >= _VERY_SIMILAR
    return not any(_are_opposite(*pair) for pair in product(_words(text), _words(name)))


def _are_opposite(word: str, other: str) -> bool:
    """Whether one word is the other after what negates or weakens it: "onuitgevoerd"."""
    return any(
        whole.startswith(prefix)
        and not part.startswith(prefix)
        and likeness(whole.removeprefix(prefix), part) >= _VERY_SIMILAR
        for prefix in _NEGATING
        for whole, part in ((word, other), (other, word))
    )


def _weakened(text: str) -> tuple[frozenset[str | None], str]:
    """Return how words negate or weaken, and the text without those words."""
    words = [each for each in _words(text) if each not in _SAYS_NO_MORE]
    of_words = {each: m.lastgroup for each in words if (m := _WEAKENING.fullmatch(each))}
    kinds = frozenset(of_words.values())
    bare = " ".join(each for each in words if each not in of_words)
    return kinds if kinds != {"wholly"} else frozenset(), bare


def _has_misspelt(text: str, name: str) -> bool:
    """Whether each word of a name that negates or weakens is like one of a text: "neit"."""
    return all(
        any(likeness(word, each) >= _SIMILAR for each in _words(text))
        for word in _words(name)
        if _WEAKENING.fullmatch(word)
    )


def _words(text: str) -> list[str]:
    return _IN_PART.sub("partly", re.sub("[_-]", " ", text.casefold())).split()
