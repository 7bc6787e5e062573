"""What the rules share when they make entries: quotes, summaries, ids, owners, terms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator
from functools import cached_property
from typing import Final

from attrs import frozen

from ssrpolicy import codelists
from ssrpolicy.drafting.cues.rules import POINT, Rule, group, small_words
from ssrpolicy.drafting.cues.terms import Term, second_term, term_in
from ssrpolicy.drafting.cues.text.clauses import is_in_a_name, other_clauses
from ssrpolicy.drafting.cues.text.folding import one_line
from ssrpolicy.drafting.cues.text.reading import Reading, Utterance
from ssrpolicy.drafting.cues.text.summed import is_closed, said, summed
from ssrpolicy.messages import _, messages_in
from ssrpolicy.model import (
    LANGUAGES,
    Confidence,
    Document,
    DraftedEntry,
    Ground,
    LocalText,
    Passage,
    PolicyRecord,
    Proposal,
    brief,
)

_WORDS_OF_ID: Final = 4
_LONGEST_ID: Final = 48
_SHORTEST_WORD: Final = 3
_DENYING: Final = frozenset(("niet", "geen", "nooit", "niets", "not", "no", "never", "cannot"))
_LONGEST_WORDS: Final = 80
#: A line such as "Recommendation 3", "Aanbeveling 2b".
_NUMBERED: Final = re.compile(
    r"^[ \t]*(?:Recommendation|Aanbeveling)(?: n[or]\.)? (?P<number>\d{1,3}[a-z]?|[IVX]{1,5})"
    r"[.:]?\s*\Z",
    re.MULTILINE | re.IGNORECASE,
)
_AFTER_ITS_NUMBER: Final = re.compile(
    r"(?i:Recommendation|Aanbeveling)(?i: n[or]\.)? (?P<number>(?i:\d{1,3}[a-z]?|[IVX]{1,5}))\b"
)
_COMMITTEE: Final = re.compile(r"(?:vaste-|algemene-|tijdelijke-)?commissie-voor-")
_GROUPED: Final = re.compile(r"(?<=\d)[.,](?=\d)")
_SECURITY_SECTOR: Final = re.compile(r"veiligheidssector|\bSSR\b|security[ -]sector", re.IGNORECASE)
_FIRST_PERSON: Final = re.compile(r"\b(?:[Ii]k|[Mm]ijn?|I|[Mm]y)\b")
#: "Ik | informeer uw Kamer", "Ik deel uw zorg en | informeer": the bar is where the words begin.
_SUBJECT_BEFORE: Final = re.compile(
    r"(?:^|[,;:] |\b(?:en|maar|want|dus|and|but) )(?:[Ii]k|I)(?: \([^()]*\)|,[^,;:|]*,)? "
    r"(?:\||[^;:|]*\b(?:en|maar|and|but) \|(?!(?!laat\b)\w+(?:t|en)\b))"
    # "Daarom kondig ik aan met een plan te zullen | komen".
    r"|\b[^\W\d_]+ [Ii]k [^,;:|]*\bte (?:zullen |kunnen )?\|"
    # "In het debat heb ik u | toegezegd".
    r"|\b(?:[Hh]eb [Ii]k|[Ii]k heb) (?:[^ ,;:|]+ ){0,8}\|(?=toegezegd\b)"
)
#: The government that a sentence is about, up to the words: "Het kabinet wil | doorgaan".
_CABINET_BEFORE: Final = re.compile(
    r"^(?:Het (?:Nederlandse )?kabinet|De (?:Nederlandse )?regering|The Government)"
    r" (?!(?:wordt|is(?! (?:bezorgd|blij|verheugd|van mening)\b)|heeft|was|werd|has)\b)"
    r"(?:(?!\b(?:dat|die|of|wat|hoe|waar\w*|omdat|zodat|nu(?! (?:geen|niet|nog)\b)|that|which|who)"
    r"\b)[^,;:|])*(?:, (?:en|maar|and|but) )?\|"
)
#: Those who write together, by the words with which they speak of themselves.
_TOGETHER: Final = re.compile(r"\b(?:wij|we|onze?)\b", re.IGNORECASE)
_CABINET: Final = re.compile(
    # Another one has a name: "het Deense kabinet".
    r"\b(?:het (?:(?:(?-i:[a-z])\w*|Nederlandse) )?kabinet|de (?:Nederlandse )?regering"
    r"|the (?:Dutch |Netherlands )?(?:Government|Cabinet))\b",
    re.IGNORECASE,
)
_OF_THE_STATE: Final = frozenset(("government", "ministry", "minister"))
_BRITISH: Final = re.compile(
    r"\b(?:HM Government|H(?:is|er) Majesty's Government|GOV\.UK|Secretary of State for)"
)
_DUTCH: Final = re.compile(r"\b(?:Dutch|Netherlands|Tweede Kamer)\b")
_STATE: Final = re.compile(
    r"^(?:Nederland|The Netherlands)\b|\b[a-z]+ (?:Nederland|the Netherlands)$"
)


@frozen(eq=False)
class Source:
    """A document to draft from, and the record for which entries are proposed."""

    record: PolicyRecord
    document: Document
    reading: Reading

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text or ""

    @cached_property
    def language(self) -> str:
        """The language of the document, nl or en."""
        return (self.document.language or self.record.language).partition("-")[0]

    @cached_property
    def is_dutch(self) -> bool:
        """Whether the government that the document speaks of without a name is the Dutch one.

        It is in Dutch, or in English by a minister or ministry of the code list. A secretary of
        state of another country may have the name of a Dutch one.
        """
        if self.language == "nl":
            return True
        known = map(codelists.code_list("parties").details.get, self.document.authors)
        by_dutch = any(each is not None and each.kind in _OF_THE_STATE for each in known)
        return by_dutch and (not _BRITISH.search(self.text) or bool(_DUTCH.search(self.text)))

    @cached_property
    def _writers(self) -> tuple[str, ...]:
        """The authors, but no committee that asked, nor a foreign function with a Dutch name."""
        own = {each.id for each in codelists.declared(self.record, "parties")}
        authors = (each for each in self.document.authors if not _COMMITTEE.match(each))
        return tuple(each for each in authors if self.is_dutch or each in own)

    def alone(self, words: str) -> tuple[str, ...]:
        """Who writes and says "we" in some words, if it is one party on nobody else's behalf."""
        together = self.document.on_behalf_of or not _TOGETHER.search(words)
        return () if together or len(self._writers) != 1 else self._writers

    @cached_property
    def is_on_sectors(self) -> bool:
        """Whether words of the document name sectors: elsewhere police is just police."""
        return bool(self.record.sectors or _SECURITY_SECTOR.search(self.text))

    def is_numbered(self, utterance: Utterance) -> bool:
        """Whether a sentence stands right below the number of a recommendation."""
        return self._number_above(utterance) is not None

    def number_of(self, utterance: Utterance) -> str | None:
        """Return the number of the recommendation that a sentence gives; None without one."""
        found = self._number_above(utterance) or _AFTER_ITS_NUMBER.match(utterance.text)
        return None if found is None else found["number"].lower()

    def _number_above(self, utterance: Utterance) -> re.Match[str] | None:
        return _NUMBERED.search(self.text, max(0, utterance.start - 60), utterance.start)

    def words(self, text: str) -> LocalText:
        """Return a text in the document's language."""
        return LocalText(nl=text) if self.language == "nl" else LocalText(en=text)

    def passage(self, start: int, end: int) -> Passage:
        """Return the passage that a stretch of the text is, on one line."""
        return Passage(document=self.document.id, quote=one_line(self.text, start, end))

    def summary(self, *places: tuple[int, int]) -> LocalText:
        """Return the words of stretches as a draft of a summary that stands by itself."""
        words = self.said(*places)
        closed = is_closed(self.text, places[-1][1], words)
        return self.words(summed(words, self.language, closed=closed))

    def said(self, *places: tuple[int, int]) -> str:
        """Return what stretches say, without what pages print within them and marks of notes."""
        return " ".join(said(self.text, *place, self.reading.notes) for place in places)

    def term(self, sentence: str, cue: int = 0, *, of_verb: bool = False) -> Term | None:
        """Return the term of what is said from ``cue`` on; ``of_verb``, in the cue's own clause."""
        others = other_clauses(sentence, cue, self.language) if of_verb else ()
        return term_in(sentence, self.language, self.document.date, cue, others)

    def second_term(self, sentence: str, start: int) -> re.Match[str] | None:
        """Return the words behind which a sentence says what is done by a term of its own."""
        return second_term(sentence, self.language, self.document.date, start)

    def proposal(
        self,
        entry: DraftedEntry,
        rule: str,
        why: LocalText,
        confidence: Confidence,
        *grounds: tuple[int, int],
    ) -> Proposal:
        """Return a proposal that rests on stretches of the text."""
        return Proposal(
            entry=entry,
            grounds=tuple(
                Ground(document=self.document.id, start=start, end=end) for start, end in grounds
            ),
            rule=rule,
            why=why,
            confidence=confidence,
        )

    def owners(self, words: str, before: str = "") -> tuple[str, ...]:
        """Return the parties that words name as who acts; nobody where they name none.

        Who writes in the first person is the paper's author, if it has just one; several who write
        together are meant by "wij". ``before`` is what stands in the sentence before the words,
        which may have their subject.
        """
        found: list[str] = []
        to_words = f"{before}|{words}"
        first = _FIRST_PERSON.search(words) or _SUBJECT_BEFORE.search(to_words)
        if first and len(self._writers) == 1:
            found += self._writers
        elif _TOGETHER.search(words):
            together = (*self._writers, *self.document.on_behalf_of)
            found += together if self._writers and len(together) > 1 else ()
        cabinet = _CABINET.search(words)
        if cabinet is None and self.is_dutch:
            cabinet = _CABINET_BEFORE.match(to_words)
        if cabinet and (self.is_dutch or _DUTCH.search(cabinet.group())):
            found.append("nl-regering")
        elif _STATE.search(words) and not is_in_a_name(before + words, len(before)):
            found.append("nl")
        found += self._ministers(words)
        return tuple(dict.fromkeys(found))

    def subject(self, sentence: str) -> tuple[str, ...]:
        """Return the minister or ministry with which a sentence begins and who acts in it.

        Nobody where something is done to them, or by others with them.
        """
        found = _SUBJECT.match(sentence)
        return () if found is None else tuple(self._ministers(found.group()))

    def _ministers(self, words: str) -> Iterator[str]:
        own = {each.id for each in codelists.declared(self.record, "parties")}
        for match in _MINISTER.finditer(words):
            text = match.group()
            while text:
                named = codelists.named(self.record, "parties", text.rstrip(","))
                if named:
                    if self.is_dutch or named[0] in own:
                        yield named[0]
                    break
                text = text.rpartition(" ")[0]
                if " " not in text:
                    break


_MINISTER: Final = re.compile(
    r"\b(?:minister|staatssecretaris|ministerie|ministry|state secretary)(?: van| voor| of| for)? "
    r"[A-Z][\w&-]*(?:(?:,| en| and)? (?:[A-Z][\w&-]*))*",
    re.IGNORECASE,
)
# What follows is a verb of the present tense, and none that makes the sentence passive.
_SUBJECT: Final = re.compile(
    r"(?:(?:De|Het|The) )?(?i:minister|staatssecretaris|ministerie|ministry|state secretary)"
    r"(?i: van| voor| of| for)? [A-Z][\w&-]*(?:(?:,| en| and)? [A-Z][\w&-]*)*"
    r"(?= (?!wordt\b|worden\b|is\b|zijn\b|werd\b|heeft\b|has\b|was\b)(?:zal|will|[a-z]+[ts])\b)"
)


def why(rule: Rule, words: str) -> LocalText:
    """Return why a rule proposes something: the words that moved it, and what they mean."""
    if rule.guessed:
        return rule.says
    said = f"\u201c{brief(words.replace(POINT, '.'), _LONGEST_WORDS)}\u201d"
    return LocalText(**{each: f"{said}: {rule.says.text(each)}" for each in LANGUAGES})


def in_both(message: str, **holes: object) -> LocalText:
    """Return a message of the catalogue in both languages: a draft has readers of either.

    What fills a hole may be in both languages too.
    """
    said = {}
    for language in LANGUAGES:
        filled = {
            name: hole.text(language) if isinstance(hole, LocalText) else hole
            for name, hole in holes.items()
        }
        with messages_in(language):
            said[language] = _(message, **filled)
    return LocalText(**said)


def id_from(words: str, otherwise: str, notes: Container[str] = ()) -> str:
    """Return an id of the first words that say or deny something, without marks of ``notes``."""
    small = small_words("nl") | small_words("en")
    plain = (
        unicodedata.normalize("NFKD", said(words, 0, len(words), notes))
        .encode("ascii", "ignore")
        .decode()
        .lower()
    )
    kept = [
        each
        for each in re.findall(r"[a-z0-9]+", _GROUPED.sub("", plain))
        if each in _DENYING or (each not in small and len(each) >= _SHORTEST_WORD)
    ]
    made = "-".join(kept[:_WORDS_OF_ID])[:_LONGEST_ID].strip("-")
    return made if re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", made) else otherwise


def quoted(utterance: Utterance, match: re.Match[str]) -> tuple[int, int]:
    """Return the stretch that a match quotes: its group ``quote``, or the whole sentence."""
    key = group(match, "quote")
    if key is None:
        return utterance.start, utterance.end
    return utterance.line.span(*match.span(key))
