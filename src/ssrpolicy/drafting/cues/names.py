"""What a sentence names by the code lists: places, sectors, and parties with which is acted."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from attrs import frozen

from ssrpolicy import codelists
from ssrpolicy.drafting.cues.entries import Source, in_both
from ssrpolicy.messages import marked
from ssrpolicy.model import ListName, LocalText

_WORD: Final = re.compile(r"[^\W_](?:[\w'&-]*\w)?")
_CAPITAL: Final = re.compile(r"\b[A-Z][\w'-]+")
_MOST_WORDS: Final = {"places": 3, "sectors": 4, "parties": 11}
_HOME: Final = "NLD"  # nearly every letter names it, and is not about it
#: Words before those with whom something is done, and between several of them.
_WITH: Final = re.compile(
    r"(?<!lijn )(?<!strijd )(?<!overeenstemming )(?<!vergelijking )(?<!vergeleken )"
    r"(?<!line )(?<!accordance )(?<!compared )(?<!consistent )"
    r"\b(?:met|with|alongside)(?: (?:onder (?:meer|andere)|zowel|both|de|het|the))* "
    r"(?=(?P<name>[^\W_]))",
    re.IGNORECASE,
)
_AND: Final = re.compile(
    r"(?:,| en| and| alsmede| evenals|, as well as)(?: (?:met|with|de|het|the))* (?=[^\W_])"
)
_IN_BRACKETS: Final = re.compile(r" \([^()]{1,20}\)")
#: What is not a partner: the state that writes, the parliament that reads, the money that is spent.
_NO_PARTNERS: Final = frozenset(("government", "parliament", "fund", "pool"))
_SHORTEST_NAME: Final = 3
#: Names of sectors that are as often other words.
_EVERYDAY: Final = frozenset(
    ("toezicht", "inlichtingen", "oversight", "intelligence", "corrections", "gender")
)


@frozen(kw_only=True)
class Named:
    """Codes with the words of a sentence that name them."""

    places: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    def why(self, moved: LocalText) -> LocalText:
        """Return why an entry is proposed, with the words of its sectors and partners."""
        if not self.words:
            return moved
        words = ", ".join(f"\u201c{each}\u201d" for each in self.words)
        said = marked("{why}; sectors and partners by the words {words}")
        return in_both(said, why=moved, words=words)


def named_in(source: Source, sentence: str, owners: Collection[str]) -> Named:
    """Return what a sentence names: places, sectors, and partners who are not its ``owners``."""
    writers = {*owners, *source.document.authors, *source.document.on_behalf_of}
    partners = {id: word for id, word in _partners(source, sentence) if id not in writers}
    sectors = dict(_sectors(source, sentence))
    return Named(
        places=places(source, sentence),
        sectors=tuple(sectors),
        partners=tuple(partners),
        words=tuple(dict.fromkeys((*sectors.values(), *partners.values()))),
    )


def places(source: Source, sentence: str) -> tuple[str, ...]:
    """Return the codes of the places that a sentence names, by the record and the code lists.

    The longest name is meant: "South Sudan" does not name Sudan.
    """
    found: dict[str, None] = {}
    at = 0
    for first in _CAPITAL.finditer(sentence):
        if first.start() >= at:
            named = _longest(source, "places", sentence, first.start(), _CAPITAL)
            if named is not None:
                ids, at = named
                # The code of a country is as often what something else is called in short.
                is_code = sentence[first.start() : at].upper() in ids
                named_in_full = _is_spelt_out(source, ids[0], sentence[first.start() : at])
                if len(ids) == 1 and ids[0] != _HOME and not is_code and named_in_full:
                    found[ids[0]] = None
    return tuple(found)


def _is_spelt_out(source: Source, id: str, words: str) -> bool:
    """Whether the text says which place it means where words are only letters for it.

    What is short for a country, as DRC is, may stand for something else.
    """
    if words != words.upper():
        return True
    code = codelists.code(source.record, "places", id)
    names = () if code is None else (code.name.nl, code.name.en, *code.aliases)
    whole = [each for each in names if each and each != each.upper() and "(" not in each]
    return any(
        re.search(rf"\b{spelt}\b", source.text)
        for spelt in (r"\s+".join(map(re.escape, each.split())) for each in whole)
    )


def _sectors(source: Source, sentence: str) -> Iterator[tuple[str, str]]:
    """Yield the sectors that a sentence names in small letters, each with its words.

    A capital is of an organisation, such as the ministry of Defence.
    """
    if not source.is_on_sectors:
        return
    at = 0
    for first in _WORD.finditer(sentence):
        if first.start() < at or not first.group()[0].islower():
            continue
        named = _longest(source, "sectors", sentence, first.start(), _WORD)
        if named is not None:
            ids, at = named
            words = sentence[first.start() : at]
            if len(ids) == 1 and words.lower() not in _EVERYDAY and words == words.lower():
                yield ids[0], words


def _partners(source: Source, sentence: str) -> Iterator[tuple[str, str]]:
    """Yield the parties that stand after "with", and those that are joined to them."""
    for match in _WITH.finditer(sentence):
        at: int | None = match.start("name")
        while at is not None:
            named = party_at(source, sentence, at)
            if named is None:
                break
            id, end = named
            if _is_partner(id):
                yield id, sentence[at:end]
            brackets = _IN_BRACKETS.match(sentence, end)
            joined = _AND.match(sentence, end if brackets is None else brackets.end())
            at = None if joined is None else joined.end()


def party_at(source: Source, sentence: str, at: int) -> tuple[str, int] | None:
    """Return the party whose name begins at a place of a sentence, and where the name ends.

    None where no one party of the lists, in use on the day of the document, has the name: a name
    has a capital letter, and a short one has nothing else.
    """
    named = _longest(source, "parties", sentence, at, _WORD)
    if named is None or len(named[0]) != 1:
        return None
    words = sentence[at : named[1]]
    short = len(words) <= _SHORTEST_NAME
    if words == words.lower() or (short and words != words.upper()):
        return None
    code = codelists.code(source.record, "parties", named[0][0])
    day = source.document.date
    return None if code is None or (day and not code.in_use(day)) else (code.id, named[1])


def _is_partner(id: str) -> bool:
    details = codelists.code_list("parties").details.get(id)
    return details is None or details.kind not in _NO_PARTNERS


def _longest(
    source: Source, list_name: ListName, sentence: str, at: int, word: re.Pattern[str]
) -> tuple[tuple[str, ...], int] | None:
    """Return the codes of the longest name that begins at a place, and where the name ends."""
    ends: list[int] = []
    for match in word.finditer(sentence, at):
        if not ends and not codelists.begins(source.record, list_name, match.group()):
            return None
        ends.append(match.end())
        if len(ends) == _MOST_WORDS[list_name]:
            break
    for end in reversed(ends):
        ids = codelists.named(source.record, list_name, sentence[at:end])
        if ids:
            return ids, end
    return None
