"""The pass over a note that expands each abbreviation where it is first used.

Nothing is removed or moved: what an abbreviation stands for comes after it in brackets, so that
the words of a record stay as they were recorded.
"""

import re
from collections.abc import Iterable, Iterator

import attrs
from attrs import field, frozen

from ssrpolicy.views.notes.abbreviations import (
    ABBREVIATION,
    Abbreviations,
    Expansion,
    long_form,
    stem,
)
from ssrpolicy.views.notes.blocks import Block, Bullets, Facts, Grid, Paragraph, Run, Runs

_WORD = re.compile(rf"(?<![\w&]){ABBREVIATION.pattern}")
# The rest of the word that an abbreviation begins: "EU-missies", "PMT's".
_REST = re.compile(r"(?:[’']s)?(?:-\w[\w’'-]*)?")
# A long note says few short things many times: those without an abbreviation are kept.
_SHORT = 40
_NESTED = re.compile(r"\(([^()]*)\)")


@frozen
class _Found:
    """An abbreviation in a text: where it stands, where its word ends, and what it means."""

    start: int
    end: int
    word_end: int
    short: str
    expansion: Expansion


@frozen(kw_only=True, eq=False)
class Expander:
    """Expands the abbreviations of one note, each once, in the order of reading."""

    _done: set[tuple[str, str]] = field(factory=set, init=False)
    _without: set[str] = field(factory=set, init=False)

    def blocks(self, blocks: Iterable[Block], known: Abbreviations) -> Iterator[Block]:
        """Yield the blocks of a record with its abbreviations expanded at their first use."""
        for block in blocks:
            match block:
                case Paragraph():
                    yield Paragraph(self.runs(block.runs, known))
                case Bullets():
                    items = tuple(self.runs(item, known) for item in block.items)
                    yield Bullets(items, block.level)
                case Facts():
                    yield Facts(
                        tuple((name, self.runs(value, known)) for name, value in block.rows)
                    )
                case Grid():
                    rows = tuple(
                        tuple(self.runs(cell, known) for cell in row) for row in block.rows
                    )
                    yield attrs.evolve(block, rows=rows)
                case _:
                    yield block

    def runs(self, runs: Runs, known: Abbreviations) -> Runs:
        """Return runs with the abbreviations that are new in them expanded."""
        for run in runs:
            if not run.verbatim and run.text not in self._without:
                if _WORD.search(run.text):
                    return tuple(piece for each in runs for piece in self._run(each, known))
                if len(run.text) <= _SHORT:
                    self._without.add(run.text)
        return runs

    def _run(self, run: Run, known: Abbreviations) -> Iterator[Run]:
        insertions = []
        if not run.verbatim and run.url is None and run.anchor is None:
            insertions = sorted(self._insertions(run, known), key=lambda each: each[0])
        if not insertions:
            yield run
            return
        place = 0
        for at, before, words, after, language in insertions:
            yield attrs.evolve(run, text=run.text[place:at] + before, source=None)
            yield attrs.evolve(run, text=words, language=language, source=None)
            if after:
                yield attrs.evolve(run, text=after, source=None)
            place = at
        rest = run.text[place:]
        if rest or run.source is not None:
            yield attrs.evolve(run, text=rest)

    def _insertions(
        self, run: Run, known: Abbreviations
    ) -> Iterator[tuple[int, str, str, str, str]]:
        """Return the words to insert into a text, each with its place and the words around it."""
        text, foreign = run.text, run.language != known.language
        for found in list(self._found(text, known)):
            # The reader's language does not come into a sentence in another one.
            if foreign and found.expansion.language != run.language:
                continue
            if not self._is_new(found) or _is_explained(text, found):
                continue
            words, language = found.expansion.words, found.expansion.language
            nested, named = self._nested(words, known), f"{found.short}: "
            if (around := _brackets(text, found)) is not None:
                # Brackets within brackets do not read: an explanation joins those that are there.
                yield around, f"; {named}", words, nested, language
            else:
                lead = named if found.word_end > found.end else ""
                yield found.word_end, f" ({lead}", words, f"{nested})", language

    def _nested(self, words: str, known: Abbreviations) -> str:
        """What the abbreviations stand for that are in the explanation itself."""
        return "".join(
            f"; {found.short}: {found.expansion.words}"
            for found in self._found(words, known)
            if self._is_new(found)
        )

    def _is_new(self, found: _Found) -> bool:
        """Whether an abbreviation has not been met before; from now on it has."""
        # EUPOL and EUPOL Afghanistan are one thing, and so are KMar and KMAR.
        key = (found.short.split(" ")[0].casefold(), found.expansion.words)
        new = key not in self._done
        self._done.add(key)
        return new

    def _found(self, text: str, known: Abbreviations) -> Iterator[_Found]:
        for match in _WORD.finditer(text):
            start, word = match.start(), match[0]
            # An abbreviation of several words goes before one of its first word alone.
            several = (
                each
                for each in known.of_several_words(word)
                if text.startswith(each, start) and not text[start + len(each) :][:1].isalnum()
            )
            whole = next(several, word)
            short = whole if whole != word else stem(word)
            expansion = known.meaning(whole) or known.meaning(short)
            if expansion is not None:
                end = start + len(whole)
                rest = _REST.match(text, end)
                yield _Found(start, end, rest.end() if rest else end, short, expansion)


def _is_explained(text: str, found: _Found) -> bool:
    """Whether the text says itself what an abbreviation stands for, before it or after it."""
    names = {
        found.expansion.words.casefold(),
        *(each.casefold() for each in found.expansion.others),
    }
    names.discard(found.short.casefold())
    before = text[: found.start]
    if before.endswith("(") and text[found.word_end : found.word_end + 1] == ")":
        outside = before[:-1].rstrip()
        if long_form(outside, found.short) or outside.casefold().endswith(tuple(names)):
            return True
    return text[found.word_end :].casefold().startswith(tuple(f" ({name}" for name in names))


def _brackets(text: str, found: _Found) -> int | None:
    """The end of the brackets in which an abbreviation stands, or that follow it at once."""
    for nested in _NESTED.finditer(text):
        if nested.start() < found.start < nested.end() or nested.start() == found.word_end + 1:
            return nested.end() - 1
    return None
