"""What a letter says twice: a motion, first by its name, and how a request is met."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

import attrs
from attrs import define, field

from ssrpolicy.drafting.cues.answers import stems
from ssrpolicy.model import Answer, Confidence, Disposition, Proposal, Request

NAMED_ONLY: Final = frozenset(("verzoek-van", "motie-genoemd", "your-letter"))
"""Rules that find a request only named: how it is met stands in the same sentence or nowhere."""
CLOSING: Final = frozenset(("afgedaan", "dealt-with"))
"""Rules of which the sentence only closes what was said before it."""

INTRODUCING: Final = frozenset(("hierbij-reactie", "in-reply"))
"""Rules of which the sentence says no more than that the letter is the answer."""

#: The answers by how little they give; one that says nothing comes after all that do.
_WEAKEST_FIRST: Final = (
    Answer.DECLINED,
    Answer.DEFERRED,
    Answer.CONDITIONAL,
    Answer.PARTLY,
    Answer.PROMISED,
    Answer.ANSWERED_HERE,
    Answer.UNANSWERED,
)
REFUSING: Final = frozenset((Answer.DECLINED, Answer.DEFERRED, Answer.CONDITIONAL))
"""The answers that give nothing yet."""

#: What was asked, without its words: "aan dit verzoek", "hieraan".
_IT: Final = re.compile(
    r"\b(?:verzoek(?:en)?|wens(?:en)?|oproep|aanbeveling(?:en)?|adviezen|advies|moties?"
    r"|requests?|recommendations?|motions?|(?:hier|daar)(?:aan|mee|toe)|do (?:this|that|so))\b",
    re.IGNORECASE,
)
#: What names a request, before what it asks.
_NAME: Final = re.compile(
    r".*?\b(?:verzoek\w*|gevraagd|verzocht|requests?|requested|ask\w*|letter)\b"
    r"(?:.{0,120}?\b(?:om|over|inzake|naar|to|for|about|that)\b)?",
    re.IGNORECASE,
)


@define
class Restated:
    """The requests that were only named, each with the one that says what is asked.

    A motion is one request: where a sentence says what it asks, its name alone is not another.
    """

    _named: dict[str, str] = field(factory=dict)
    _said: dict[str, str] = field(factory=dict)

    def notice(self, found: Iterable[Proposal], met: dict[str, list[tuple[str, int]]]) -> None:
        """Keep the requests that a sentence names or says; what met a name meets what is asked."""
        for each in found:
            if not isinstance(each.entry, Request):
                continue
            paper, id = each.entry.document, each.entry.id
            if each.rule in NAMED_ONLY:
                self._named[paper] = id
            elif (named := self._named.pop(paper, None)) is not None:
                self._said[named] = id
                met.setdefault(id, []).extend(met.pop(named, ()))

    def replaced(self, proposals: Iterable[Proposal]) -> Iterator[Proposal]:
        """Yield proposals without the names; what meets them meets what is asked.

        Where the one is declined and the other met, there are two motions of that name.
        """
        found = list(proposals)
        said = self._said_alike(found)
        for each in found:
            entry = each.entry
            if isinstance(entry, Disposition) and entry.request in said:
                yield attrs.evolve(each, entry=attrs.evolve(entry, request=said[entry.request]))
            elif not (isinstance(entry, Request) and entry.id in said):
                yield each

    def _said_alike(self, proposals: Iterable[Proposal]) -> dict[str, str]:
        """Return the names with what they ask, without those that are answered contrarily."""
        declined: dict[str, set[bool]] = {}
        for each in proposals:
            if isinstance(each.entry, Disposition):
                is_declined = each.entry.answer is Answer.DECLINED
                declined.setdefault(each.entry.request, set()).add(is_declined)
        return {
            named: said
            for named, said in self._said.items()
            if declined.get(named, set()) | declined.get(said, set()) != {True, False}
        }


def answered_once(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """Yield proposals with one answer to each request: the surest, and of these the weakest.

    What else is said of it is quoted with it: "I carry out the motion. Not all of it can be done."
    What closes several matters at once is proposed for each, to choose from. A sentence that only
    says that the letter is the answer says nothing where another refuses what was asked.
    """
    found = list(proposals)
    said: dict[str, list[tuple[Proposal, Disposition]]] = {}
    for each in found:
        if isinstance(each.entry, Disposition) and each.rule not in CLOSING:
            said.setdefault(each.entry.request, []).append((each, each.entry))
    for each in found:
        if not isinstance(each.entry, Disposition) or each.rule in CLOSING:
            yield each
            continue
        of_it = _without_introductions(said[each.entry.request])
        if each is min(of_it, key=_doubt)[0]:
            quotes = dict.fromkeys(quote for _one, entry in of_it for quote in entry.quotes)
            grounds = dict.fromkeys(ground for one, _entry in of_it for ground in one.grounds)
            entry = attrs.evolve(each.entry, quotes=tuple(quotes))
            yield attrs.evolve(each, entry=entry, grounds=tuple(grounds))


def speaks_of(sentence: str, asked: str) -> bool:
    """Whether a sentence names what was asked, or has most of the words that ask for it."""
    if _IT.search(sentence):
        return True
    words = stems(_NAME.sub("", asked, count=1))
    return len(words & stems(sentence)) * 2 > len(words)


def _without_introductions(
    of_it: list[tuple[Proposal, Disposition]],
) -> list[tuple[Proposal, Disposition]]:
    """Return what is said of a request, if it is refused without what only leads to that."""
    if not any(entry.answer in REFUSING for _one, entry in of_it):
        return of_it
    return [(one, entry) for one, entry in of_it if one.rule not in INTRODUCING]


def _doubt(said: tuple[Proposal, Disposition]) -> tuple[int, int]:
    each, entry = said
    return list(Confidence).index(each.confidence), _WEAKEST_FIRST.index(entry.answer)
