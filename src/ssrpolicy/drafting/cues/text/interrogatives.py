"""What questions ask: each interrogative under its number, and the answers that are for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs
from attrs import field, frozen

from ssrpolicy.drafting.cues.text.folding import one_line
from ssrpolicy.drafting.cues.text.reading import Reading, Utterance
from ssrpolicy.drafting.cues.text.sections import Section
from ssrpolicy.evidence import ASKED

#: A quoted question ends nothing where the words go on: "het bericht 'Is het vol?' van mei".
_GOES_ON: Final = re.compile(r"\?[\"'\u201d\u2019\u00bb]+(?= (?!(?:en|of|zo|and|or|if)\b)[a-z])")
_ASKED: Final = re.compile(ASKED)
_TO_YOU: Final = r"(?:kunt|bent|heeft|deelt|wilt|gaat|zult|vindt|acht|erkent|weet|ziet) u"
_PUT_TO_YOU: Final = re.compile(rf"(?:[a-z][.)] )?{_TO_YOU}\b", re.IGNORECASE)
_STATED: Final = re.compile(
    rf"^(?:(?:[a-z][.)] )?(?:graag|gaarne|{_TO_YOU}"
    r"|zo (?:ja|nee)|please|if (?:so|not)|to ask (?:the|her|his)"
    # Words that begin a question where its mark was left out.
    r"|(?:(?:aan|door|in|met|op|tot|van|voor) )?welke?|hoeveel|waarom|in hoeverre"
    r"|(?:to|in|of|by) (?:what|which)|why|how many))\b",
    re.IGNORECASE,
)
#: Only the reason for one answer or the other: it is asked with the question before it.
_REASON: Final = re.compile(
    r"(?:en )?(?:(?:zo|indien) (?:ja|neen?|niet),? )?waarom(?: (?:wel|niet))?"
    r"(?:(?:,| of| en|, en| dan wel) (?:zo neen?,? )?(?:waarom )?(?:wel|niet))?\?"
    r"|(?:and )?(?:if (?:so|not),? )?why(?: (?:not|so))?(?:(?:,? or) why not)?\?",
    re.IGNORECASE,
)


def is_question(text: str) -> bool:
    """Whether a sentence is a question, be it one whose mark was left out."""
    return text.endswith("?") or _PUT_TO_YOU.match(text) is not None


@frozen
class Asked:
    """A stretch that asks something, and its words without a reason that is asked after it."""

    start: int
    end: int
    words: str


@frozen
class Round:
    """Questions by their numbers, and the answers to them, until numbers begin anew.

    Each of those who ask may number from one; what has no number is answered before the next.
    What is asked stands under its number, and there by its own words in small letters.
    """

    asked: dict[str, dict[str, Asked]] = field(factory=dict)
    answers: list[Section] = field(factory=list)

    def met_by(self, section: Section) -> Iterator[tuple[str, int]]:
        """Yield the number and the place among its like of each question that an answer is for.

        "Antwoord 3a" is for question 3 where its parts have no numbers of their own, and "Antwoord
        3" for the questions 3a and 3b.
        """
        for number in section.numbers or ("",):
            whole = number.rstrip("abcdefghij")
            parts = [each for each in self.asked if each.rstrip("abcdefghij") == number]
            for each in [number] if number in self.asked else parts or [whole]:
                yield from ((each, place) for place in range(len(self.asked.get(each, ()))))

    def has_answered(self, number: str) -> bool:
        """Whether an answer to the question of a number stands before."""
        return any(number in (each.numbers or ("",)) for each in self.answers)


def rounds(reading: Reading) -> tuple[Round, ...]:
    """Return what the questions of a text ask, in their order, with the answers to them."""
    found = [Round()]
    said: dict[Section, list[Utterance]] = {}
    for utterance in reading.utterances:
        if utterance.section is not None:
            said.setdefault(utterance.section, []).append(utterance)
    for section in reading.sections:
        if section.is_answer:
            found[-1].answers.append(section)
            continue
        number = section.numbers[0] if section.numbers else ""
        if number in found[-1].asked and found[-1].has_answered(number):
            found.append(Round())
        same = found[-1].asked.setdefault(number, {})
        for utterance in said.get(section, ()):
            _add(same, reading.source.text, utterance)
    return tuple(found)


def _add(same: dict[str, Asked], text: str, utterance: Utterance) -> None:
    """Add what a sentence asks to what is asked under the same number, each thing once."""
    for start, end in _interrogatives(utterance):
        words = one_line(text, start, end)
        if same and _REASON.fullmatch(words):
            last = next(reversed(same))
            same[last] = attrs.evolve(same[last], end=end)
        else:
            same.setdefault(words.casefold(), Asked(start, end, words))


def _interrogatives(utterance: Utterance) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a sentence that each ask something, without the marks of notes."""
    text, found, start = utterance.text, False, 0
    last = text.rfind("?")
    for match in _ASKED.finditer(text):
        if match.end() <= last and _GOES_ON.match(text, match.start()):
            continue
        stretch = text[start : match.end()]
        lead = start + len(stretch) - len(stretch.lstrip())
        if len(stretch.strip()) > 3:  # noqa: PLR2004 - so short a stretch holds a mark and no words
            found = True
            yield utterance.line.span(lead, match.end("asked"))
        start = match.end()
    if not found and _STATED.match(text):
        yield utterance.start, utterance.end
