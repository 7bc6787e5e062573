"""Lists: the words above its items, which go on in each of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from attrs import frozen

from ssrpolicy.drafting.cues.text.reading import Utterance

#: What may stand before the words of an item: a sign, a number or a letter.
_MARK: Final = re.compile(
    r"(?:[-*\u2022\u2013\u2014\u25cf\u25aa\u00b7]\s?|(?:[^\w\s\"'\u2018-\u201e\u00ab(]|o)\s"
    r"|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,5})[.)\u00b0\u00ba]+\s?(?=\D)"
    r"|\d{1,2}(?:\.\d{1,2})+\s)(?=\S)",
    re.IGNORECASE,
)
#: Words above a list that its items go on with.
_OPEN: Final = {
    "nl": re.compile(
        r"\b(?:(?:zal|zullen|ga|gaan|wil|willen) (?:ik|wij|we|het kabinet)"
        r"|(?:ik|wij|we|het kabinet) (?:zal|zullen|ga|gaat|gaan|wil|willen)"
        r"|voornemens(?: is)?(?: om)?|in op)(?: [^ ,.;:]+){0,6}:$",
        re.IGNORECASE,
    ),
    "en": re.compile(r"\b(?:will|shall|to)(?: (?:also|now|then))?:$", re.IGNORECASE),
}
#: An item that says by itself who does what.
_BY_ITSELF: Final = {
    "nl": re.compile(
        r"(?:[^.;:]*: )?(?:ik|wij|we|het kabinet|de regering|uw Kamer|de Kamer)\b"
        r"|[^.;]*\b(?:zal|zullen|wordt|worden) (?:ik|wij|we|het kabinet)\b"
        r"|[^.;]*\b(?:ik|wij|we|het kabinet) (?:zal|zullen|ga|gaan|gaat)\b"
        r"|(?:(?:de|het|een|deze|dit|die|dat) )?(?:[^ ,.;:]+ ){1,4}(?:zal|zullen|wordt|worden)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?:[^.;:]*: )?(?:I|we|the (?:Government|Department)) (?:will|shall|[a-z]+)\b"
        r"|(?:[^ ,.;:]+ ){1,6}(?:will|shall)\b",
        re.IGNORECASE,
    ),
}
#: Words above a list that say of its items what others should do, or what is asked or denied.
_OF_OTHERS: Final = {
    "nl": re.compile(
        r"\b(?:of|wat|hoe|waarom|welke?) (?:[^ ,.;:]+ )*?(?:ik|wij|we|het kabinet)\b"
        r"|\b(?:niet|geen|nooit|evenmin|niemand)\b(?! alleen)"
        r"|\b(?:die|deze|andere) [^,.;:]*\bin op:$",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:whether|if|what|how|why) (?:[^ ,.;:]+ )*?(?:I|we|the (?:Government|Department))"
        r" (?:will|shall)\b"
        r"|\b(?:not|never|nor|nobody|no (?:plans?|intention))\b(?! only)"
        r"|\b(?:want|wish|expect|ask(?:ed)?|urge|encourage|need|require|invite|would like|call on"
        r"|(?:aim|hope|wait) for)\b(?! to\b)(?<!will ask)(?<!will invite)(?<!will require)"
        r"(?<!will urge)(?<!will encourage)(?<!will call on) [^.;:]*\bto:$",
        re.IGNORECASE,
    ),
}
#: The verb at the end of words above a list, whose items are what it is done to: "zal ik sturen:".
_LAST_VERB: Final = re.compile(
    r"(?<=\w) (?P<verb>(?!\b(?:zullen|willen|gaan|kunnen|moeten|mogen|worden|hebben|daarvoor)\b)"
    r"[^\W\d_]*(?:[^\W\d_]en|gaan|staan|zien|doen))$"
)


@frozen(eq=False)
class Item:
    """An item of a list, whose words begin at ``at``, and the ``lead`` above the list."""

    lead: Utterance
    own: Utterance
    at: int

    @property
    def words(self) -> str:
        """The item's own words, after its mark."""
        return self.own.text[self.at :]

    @property
    def lead_words(self) -> str:
        """The words above the list, without the colon at their end."""
        return self.lead.text.rstrip(" :")

    @property
    def text(self) -> str:
        """The sentence that lead and item make together: "We will: | - close the port"."""
        return f"{self.lead_words} {self.words}"

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the source that a stretch of the text stands for."""
        before = len(self.lead_words)
        if end <= before:
            return self.lead.line.span(start, end)
        first = max(start - before - 1, 0) + self.at
        return self.own.line.span(first, end - before - 1 + self.at)


@frozen(eq=False)
class Lists:
    """The lists of a text: their items by where these begin, and by the lead above them."""

    items: Mapping[int, Item]
    below: Mapping[int, Sequence[Item]]

    @classmethod
    def of(cls, utterances: Iterable[Utterance]) -> Lists:
        """Return the lists below words that end in a colon.

        The mark of an item may be lost, where its words go on in a small letter. The sentences
        that follow an item in its paragraph do not end the list.
        """
        found: dict[int, Item] = {}
        below: dict[int, list[Item]] = {}
        lead: Utterance | None = None
        paragraph: int | None = None
        for each in utterances:
            mark = _MARK.match(each.text)
            follows = each.paragraph == paragraph
            if lead is not None and (mark or (each.text[:1].islower() and not follows)):
                item = found[each.start] = Item(lead, each, mark.end() if mark else 0)
                below.setdefault(lead.start, []).append(item)
                paragraph = each.paragraph
            elif lead is None or not follows:
                lead, paragraph = each if each.text.rstrip().endswith(":") else None, None
        return cls(found, below)


def is_open(language: str, lead: str) -> bool:
    """Whether the words above a list are a sentence that only its items complete."""
    return _OPEN[language].search(lead) is not None


def goes_on(language: str, item: Item) -> bool:
    """Whether an item goes on with open words above it, and says by itself not who does what."""
    return is_open(language, item.lead.text) and _BY_ITSELF[language].match(item.words) is None


def says_of_others(language: str, lead: Utterance) -> bool:
    """Whether words above a list ask, deny or want of others what its items say."""
    return _OF_OTHERS[language].search(lead.text) is not None


def completed(language: str, item: Item) -> tuple[tuple[int, int], ...]:
    """Return the stretches of the source that make a sentence of an item and the words above it.

    It has no full stop; in Dutch the last verb of the words above stands after what it is done
    to, "Ik zal de nota sturen", unless the item says more than that.
    """
    above, whole = len(item.lead_words), len(item.text.removesuffix("."))
    own = item.text[above + 1 : whole].rstrip(" ,;:")
    verb = _LAST_VERB.search(item.lead_words) if language == "nl" else None
    if verb is None or any(sign in own for sign in ",;:."):
        return item.place(0, above), item.place(above + 1, whole)
    return (
        item.place(0, verb.start()),
        item.place(above + 1, above + 1 + len(own)),
        item.place(*verb.span("verb")),
    )
