"""Lists: the words above its items, which go on in each of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from attrs import frozen

from ssrpolicy.drafting.cues.text.reading import Utterance

_MARK: Final = re.compile(
    r"(?:[-*\u2022\u2013\u2014\u25cf\u25aa\u00b7\uf0b7]|\(?\d{1,2}[.)]|\(?[a-z][.)]) ?(?=\w)"
)


@frozen(eq=False)
class Item:
    """An item of a list, whose words begin at ``at``, and the ``lead`` above the list."""

    lead: Utterance
    own: Utterance
    at: int

    @property
    def lead_words(self) -> str:
        """The words above the list, without the colon at their end."""
        return self.lead.text.rstrip(" :")

    @property
    def text(self) -> str:
        """The sentence that lead and item make together: "We will: | - close the port"."""
        return f"{self.lead_words} {self.own.text[self.at :]}"

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the source that a stretch of the text stands for."""
        before = len(self.lead_words)
        if end <= before:
            return self.lead.line.span(start, end)
        first = max(start - before - 1, 0) + self.at
        return self.own.line.span(first, end - before - 1 + self.at)


def items(utterances: Iterable[Utterance]) -> Mapping[int, Item]:
    """Return the items of each list below words that end in a colon, by where they begin.

    The sentences that follow an item in its paragraph do not end the list.
    """
    found: dict[int, Item] = {}
    lead: Utterance | None = None
    paragraph: int | None = None
    for each in utterances:
        mark = _MARK.match(each.text)
        if lead is not None and mark is not None:
            found[each.start] = Item(lead, each, mark.end())
            paragraph = each.paragraph
        elif lead is None or each.paragraph != paragraph:
            lead, paragraph = each if each.text.rstrip().endswith(":") else None, None
    return found
