"""Names that a text in one language uses from another, found where they stand in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from attrs import field, frozen

from ssrpolicy.arguments import all_of, check_type
from ssrpolicy.views.language import capital

_WORD = re.compile(r"\w+")


@frozen
class ForeignNames:
    """Names that a text in one language uses from another; ``names`` has the language of each."""

    names: Mapping[str, str] = field(factory=dict)
    _by_word: Mapping[str, list[tuple[str, int]]] = field(init=False, repr=False, eq=False)

    @_by_word.default
    def _names_by_word(self) -> Mapping[str, list[tuple[str, int]]]:
        """The names by their first word, the longest first, with where in them it stands."""
        found: dict[str, list[tuple[str, int]]] = defaultdict(list)
        check_type(self.names, Mapping, "names", '{"Kosovo Police": "en"}')
        known = all_of(self.names, str, "names", '{"Kosovo Police": "en"}')
        for name in sorted(known, key=len, reverse=True):
            if (word := _WORD.search(name)) is not None:
                found[word[0].casefold()].append((name, word.start()))
        return found

    def pieces(self, text: str) -> Iterator[tuple[str, str | None]]:
        """Yield a text in pieces: each name with its language, what is between them with None.

        The pieces together are the text. A name may have a capital that it has not by itself.
        """
        check_type(text, str, "text", "a text")
        place = 0
        for word in _WORD.finditer(text) if self.names else ():
            for name, offset in self._by_word.get(word[0].casefold(), ()):
                start = word.start() - offset
                end = start + len(name)
                if start < place or _WORD.match(text, end):
                    continue
                if text[start:end] in {name, capital(name)}:
                    if place < start:
                        yield text[place:start], None
                    yield text[start:end], self.names[name]
                    place = end
                    break
        if place < len(text):
            yield text[place:], None
