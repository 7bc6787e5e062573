"""Means with names of their own: missions of the code lists, funds and programmes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import define, field

from ssrpolicy import codelists
from ssrpolicy.drafting.cues.entries import Source, id_from, in_both
from ssrpolicy.drafting.cues.names import party_at
from ssrpolicy.drafting.cues.text.reading import Utterance
from ssrpolicy.messages import marked
from ssrpolicy.model import Confidence, Instrument, InstrumentKind, Proposal

_CAPITAL: Final = re.compile(r"\b[A-Z][\w-]+")
#: The last word of a name, by what it then names; a Dutch name is often one word.
_KINDS: Final = {
    InstrumentKind.FUND: r"[A-Z]\w+fonds|(?:[A-Z][\w-]+ ){1,4}(?:Fonds|Fund|Facility)",
    InstrumentKind.PROGRAMME: (
        r"[A-Z]\w+programma(?: [A-Z][\w-]+){0,4}"
        r"|(?:[A-Z][\w-]+ ){1,4}(?:Programma|Programme|Program)"
    ),
    InstrumentKind.MISSION: r"(?:[A-Z][\w-]+ ){1,4}(?:Missie|Mission)",
    InstrumentKind.PERSONNEL_POOL: r"(?:[A-Z][\w-]+ ){1,4}[Pp]ool",
}
_NAMES: Final = {
    kind: re.compile(rf"(?<=[a-z] )(?:{words})(?![\w-])") for kind, words in _KINDS.items()
}
_JOINED: Final = re.compile(r"-(?=(?:missie|mission)\b)")  # "the EUFOR-mission"
_LISTED: Final = {
    "mission": InstrumentKind.MISSION,
    "fund": InstrumentKind.FUND,
    "pool": InstrumentKind.PERSONNEL_POOL,
}


@define
class Instruments:
    """The means that a document names, each proposed where it is named first."""

    source: Source
    _seen: set[str] = field(factory=set)

    def named(self, utterance: Utterance) -> Iterator[Proposal]:
        """Yield the means that a sentence is the first to name, if the record lacks them."""
        for kind, start, end, party in self._found(utterance.text):
            name = utterance.text[start:end]
            key = party or name.casefold()
            if key in self._seen or self._is_known(name, party):
                continue
            self._seen.add(key)
            entry = Instrument(
                id=id_from(name, kind.value),
                kind=kind,
                name=self.source.words(name),
                party=party,
                quotes=(self.source.passage(utterance.start, utterance.end),),
            )
            said = marked("\u201c{name}\u201d: a name of a means with which policy is carried out")
            why = in_both(said, name=name)
            yield self.source.proposal(
                entry, "named-means", why, Confidence.LOOK, (utterance.start, utterance.end)
            )

    def _is_known(self, name: str, party: str | None) -> bool:
        return any(
            (party is not None and each.party == party)
            or name.casefold() in (str(each.name.nl).casefold(), str(each.name.en).casefold())
            for each in self.source.record.instruments
        )

    def _found(self, sentence: str) -> Iterator[tuple[InstrumentKind, int, int, str | None]]:
        """Yield what is named: first what the code lists have, then what its last word shows."""
        at = 0
        sentence = _JOINED.sub(" ", sentence)
        details = codelists.code_list("parties").details
        for word in _CAPITAL.finditer(sentence):
            if word.start() < at:
                continue
            party = party_at(self.source, sentence, word.start())
            if party is not None:
                id, at = party
                kind = _LISTED.get(details[id].kind or "") if id in details else None
                if kind is not None:
                    yield kind, word.start(), at, id
                continue
            for own, form in _NAMES.items():
                match = form.match(sentence, word.start())
                if match is not None:
                    at = match.end()
                    yield own, match.start(), at, None
                    break
