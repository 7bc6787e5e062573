"""The paper in which something was asked: cited by number, in a note, or only by its name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import Final

from attrs import define, field

from ssrpolicy.citations import find_citations
from ssrpolicy.drafting.cues.entries import Source, id_from, in_both
from ssrpolicy.drafting.cues.text.folding import one_line, without_marks
from ssrpolicy.drafting.cues.text.reading import Utterance
from ssrpolicy.drafting.references import free_id
from ssrpolicy.evidence import NOTE_MARK, plain_mark
from ssrpolicy.messages import marked
from ssrpolicy.model import Confidence, Document, DocumentKind, PaperNumber, Proposal

_ORDINALS: Final = {
    **dict.fromkeys(("eerste", "eerstgenoemde", "first"), 0),
    **dict.fromkeys(("tweede", "laatste", "laatstgenoemde", "second", "latter"), 1),
    **dict.fromkeys(("derde", "third"), 2),
}
_ORDINAL: Final = re.compile(rf"\b({'|'.join(_ORDINALS)})\s+(?:motie|motion)\b", re.IGNORECASE)
_KINDS: Final = {
    DocumentKind.MOTION: re.compile(r"\b(?:motie|motion)", re.IGNORECASE),
    DocumentKind.REQUEST: re.compile(r"\b(?:verzoek|verzocht|request|letter)", re.IGNORECASE),
    DocumentKind.QUESTION: re.compile(r"\b(?:vragen|vraag|questions?)\b", re.IGNORECASE),
    DocumentKind.REPORT: re.compile(
        r"\b(?:recommend|aanbeveling|beve(?:elt|len)\b|advise(?:ert|ren)\b)", re.IGNORECASE
    ),
}
_NAME: Final = re.compile(
    r"(?:(?:nader |tweede )?gewijzigde )?moties?(?:-| (?:van (?:het lid|de leden) )?)"
    r"[A-Z][^\s,.;]*(?:(?: (?:van|de|der|den|en|c\.s\.))* [A-Z][^\s,.;]*)*(?: c\.s\.)?"
)
#: What the name of a motion may have or not.
_SAME_MOTION: Final = re.compile(
    r"\bvan (?:het lid|de leden)\b|-"
    r"|[\u00b9\u00b2\u00b3\u2070-\u2079\d]+$"
)
#: A motion that was spoken of before, and is not named again.
_UNNAMED: Final = re.compile(
    r"\b(?:[Dd]e(?:ze)?|[Dd]ie|[Tt]h(?:e|is|at)) (?:motie|motion)\b(?!-| (?:van|by|of|[A-Z]))"
    r"(?![^.;]{0,80}\b(?:het lid|de leden)\b)"
)
#: What who writes wrote before: it answers, and asks nothing of them.
_OWN_LETTER: Final = re.compile(
    r"\b(?:[Mm]ijn|[Oo]nze|[Mm]y|[Oo]ur) (?:[^ ,.;()]+ ){0,2}?"
    r"\w*(?:brief|letter|nota|antwoord(?:en)?)\b"
    r"(?:[^.;()]|\b\w{1,3}\.){0,60}\($"
    r"|\b(?:[Ii]k|[Ww]ij|[Ww]e)\b[^.;()]{0,80}\b(?:bij|in|per|met) (?:een |de )?\w*brief\b"
    r"(?:[^.;()]|\b\w{1,3}\.){0,60}\($"
)
_LETTER: Final = re.compile(
    r"\b(?:uw|haar|hun|bij|per|your|its) (?:[^ ,.;()]+ )?\w*(?:brief|letter)\b[^;()]{0,60}\($"
)
_ASKS: Final = re.compile(
    r"\b(?:(?:ver|ge|op)(?:zo(?:ek(?:t|en)|cht(?:en)?)|vraagd|roepen|geroepen)|vr(?:aagt|agen|oeg(?:en)?)"
    r"|request(?:ed|s)?|ask(?:ed|s)?)\b",
    re.IGNORECASE,
)
#: What may stand between the name of a motion and its number.
_BETWEEN: Final = re.compile(r"[^.;()]{0,30}\(?")
_JUST_NAMED: Final = re.compile(r"\b(?:motie|motion)\b(?:[^.;]|c\.s\.){0,80}$", re.IGNORECASE)


@define(slots=False)
class Papers:
    """The papers that a document answers, each found once; ``proposed`` are those to be added."""

    source: Source
    _proposed: dict[str, str] = field(factory=dict)
    _named: dict[str, set[str]] = field(factory=dict)
    _several: tuple[PaperNumber, ...] = ()
    _asked: set[str] = field(factory=set)
    _last: tuple[int, tuple[PaperNumber, ...]] = (0, ())
    _ids: set[str] = field(factory=set)

    def notice(self, utterance: Utterance) -> None:
        """Keep the papers that a sentence cites, for those that speak of them by other words."""
        cited = self._cited(utterance)
        if cited:
            self._last = utterance.paragraph, self._motions(utterance.text)
        if len(cited) > 1:
            self._several = cited

    def first_time(self, paper: str) -> bool:
        """Return whether nothing was said yet to be asked in a paper, which is now noted."""
        first = paper not in self._asked
        self._asked.add(paper)
        return first

    def free_id(self, id: str) -> str:
        """Return an id for a request that none before it has: what answers it names it by that."""
        free = free_id(id, self._ids)
        self._ids.add(free)
        return free

    def meant(self, utterance: Utterance) -> frozenset[str] | None:
        """Return the ids of the papers that a sentence names as the motions it deals with.

        None where it names none by its number or its name: a request before it is meant then.
        """
        text = utterance.text
        numbered = frozenset(self._id_of(number) for number in self._motions(text))
        named = (self._one_named(match.group()) for match in _NAME.finditer(text))
        return numbered or frozenset(id for id in named if id is not None) or None

    def _one_named(self, name: str) -> str | None:
        """Return the id of the only paper that has a name, with or without those who signed too."""
        key = _key(name)
        alike = set[str]().union(*(ids for k, ids in self._named.items() if _less(k) == _less(key)))
        ids = self._named.get(key) or alike
        return next(iter(ids)) if len(ids) == 1 else None

    def _id_of(self, number: PaperNumber) -> str:
        known = (d.id for d in self.source.record.documents if d.number == number)
        return self._proposed.get(str(number)) or next(known, "")

    def asked_in(self, utterance: Utterance, span: tuple[int, int]) -> tuple[str, Proposal | None]:
        """Return the id of the paper in which a sentence says that something was asked.

        Where the record lacks the paper, it is proposed too.
        """
        id, proposal = self._asked_in(utterance, span)
        name = _NAME.search(utterance.text)
        if name is not None:
            self._named.setdefault(_key(name.group()), set()).add(id)
        return id, proposal

    def _asked_in(self, utterance: Utterance, span: tuple[int, int]) -> tuple[str, Proposal | None]:
        cited = self._asking(utterance.text) or self._numbered(utterance.text)
        ordinal = _ORDINAL.search(utterance.text)
        if not cited and ordinal is not None and self._several:
            which = _ORDINALS[ordinal[1].lower()]
            cited = self._several[which : which + 1]
        if not cited and _UNNAMED.search(utterance.text):
            cited = self._named_before(utterance)
            if not cited and (only := self._only_motion()):
                return only, None
        for number in cited[:1]:
            known = next((d.id for d in self.source.record.documents if d.number == number), None)
            return (known, None) if known else self._new(utterance, span, number)
        return self._new(utterance, span, None)

    def _register_number(self, utterance: Utterance) -> str | None:
        """Return the number in the register of what a sentence names, where it gives just one."""
        numbers = (each.register_number for each in find_citations(utterance.text))
        cases = {number for number in numbers if number is not None and "Z" in number.upper()}
        known = {each.register_number for each in self.source.record.documents}
        return cases.pop() if len(cases) == 1 and not cases & known else None

    def _asking(self, text: str) -> tuple[PaperNumber, ...]:
        """Return the papers in which a sentence may say that something was asked, likeliest first.

        That is a motion or a letter that it names as such, then what stands after the words that
        ask, then what stands before them; a letter of who writes is none of them.
        """
        asks = _ASKS.search(text)
        place = 0 if asks is None else asks.end()
        ranked = []
        for start, numbers in self._places(text):
            before = text[:start]
            named = _JUST_NAMED.search(before) or (start < place and _LETTER.search(before))
            if not _OWN_LETTER.search(before):
                ranked.append((not named, start < place, start, numbers))
        own = self.source.document.number
        found = (number for *_rank, numbers in sorted(ranked) for number in numbers)
        return tuple(dict.fromkeys(number for number in found if number != own))

    def _numbered(self, text: str) -> tuple[PaperNumber, ...]:
        """Return the number of the motion that a sentence names, where the text says only one."""
        name = _NAME.search(text)
        numbers = () if name is None else self._numbers_of_names.get(_key(name.group()), ())
        return tuple(numbers) if len(numbers) == 1 else ()

    @cached_property
    def _numbers_of_names(self) -> Mapping[str, Collection[PaperNumber]]:
        """The numbers that stand right after the name of each motion, anywhere in the text."""
        found: dict[str, dict[PaperNumber, None]] = {}
        for utterance in self.source.reading.utterances:
            for name in _NAME.finditer(utterance.text):
                cited = self._places(utterance.text)
                at = [
                    n
                    for start, n in cited
                    if _BETWEEN.fullmatch(utterance.text[name.end() : start])
                ]
                found.setdefault(_key(name.group()), {}).update(dict.fromkeys(sum(at, ())))
        return found

    def _places(self, text: str) -> list[tuple[int, tuple[PaperNumber, ...]]]:
        """Return where a text cites papers, itself or in its notes, and which."""
        cited = [(each.start, each.papers[:1]) for each in find_citations(text)]
        return sorted(
            cited + [(start, self._numbers(note)[:1]) for start, note in self._notes(text)]
        )

    def _named_before(self, utterance: Utterance) -> tuple[PaperNumber, ...]:
        """Return the paper that is cited before a sentence in its paragraph, or in its heading."""
        paragraph, cited = self._last
        if paragraph != utterance.paragraph:
            cited = self._motions(utterance.heading or "")
        return cited if len(cited) == 1 else ()

    def _motions(self, text: str) -> tuple[PaperNumber, ...]:
        """Return the papers that a text cites right after the name of a motion, or a note does."""
        found = (
            number
            for start, numbers in self._places(text)
            if _JUST_NAMED.search(text[:start])
            for number in numbers
        )
        return tuple(dict.fromkeys(found))

    def _notes(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield where a text refers to a note, and what the note says."""
        notes = self.source.reading.notes
        for found in NOTE_MARK.finditer(text):
            if (mark := plain_mark(found.group())) in notes:
                yield found.start(), notes[mark]

    def _only_motion(self) -> str | None:
        """Return the id of the motion that is meant where a record has no other."""
        motions = [d.id for d in self.source.record.documents if d.kind is DocumentKind.MOTION]
        return motions[0] if len(motions) == 1 and not self._proposed else None

    def _cited(self, utterance: Utterance) -> tuple[PaperNumber, ...]:
        """Return the papers that a sentence cites by number, or the notes to it."""
        return self._numbers(
            utterance.text, *(note for _start, note in self._notes(utterance.text))
        )

    def _numbers(self, *texts: str) -> tuple[PaperNumber, ...]:
        numbers: dict[PaperNumber, None] = {}
        for text in texts:
            for citation in find_citations(text):
                numbers.update(dict.fromkeys(citation.papers[:1]))
        own = self.source.document.number
        return tuple(each for each in numbers if each != own)

    def _new(
        self, utterance: Utterance, span: tuple[int, int], number: PaperNumber | None
    ) -> tuple[str, Proposal | None]:
        name = _NAME.search(utterance.text)
        start, end = span if name is None else utterance.span(name)
        words = without_marks(one_line(self.source.text, start, end))
        kind = next(
            (k for k, form in _KINDS.items() if form.search(utterance.text)), DocumentKind.OTHER
        )
        if kind is DocumentKind.OTHER and self.source.is_numbered(utterance):
            kind = DocumentKind.REPORT
        # What is recommended one by one stands in one report.
        place = kind if kind is DocumentKind.REPORT else start
        key = str(number or (_key(words) if name is not None else place))
        if key in self._proposed:
            return self._proposed[key], None
        id = id_from(words, kind.value) if name is not None else f"asked-{kind.value}"
        while id in self._proposed.values():
            id += "-more"
        self._proposed[key] = id
        entry = Document(
            id=id,
            kind=kind,
            number=number,
            register_number=self._register_number(utterance) if number is None else None,
            title=None if name is None else self.source.words(words),
        )
        reason = in_both(marked("what is asked here was asked in this paper"))
        return id, self.source.proposal(entry, "paper", reason, Confidence.LOOK, (start, end))


def _key(name: str) -> str:
    """Return what the names of one motion share: "de motie van het lid Bos", "motie-Bos"."""
    return " ".join(_SAME_MOTION.sub(" ", name.lower()).replace("moties", "motie").split())


def _less(key: str) -> str:
    """Return a name without the words for those who signed too: "motie Bos c.s."."""
    return key.removesuffix(" c.s.")
