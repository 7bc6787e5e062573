"""Paragraphs made of markup: which elements begin one, run on in a line, or are a note."""

from __future__ import annotations

import re

from attrs import define, field

from ssrpolicy_sources.text import Assembly, clean

_BLANKS = re.compile(r"[^\S\n]+")


@define
class Flow:
    """The text of markup in the order of the file, gathered in paragraphs."""

    text: Assembly = field(factory=Assembly)
    _pending: list[str] = field(factory=list, init=False)
    _says: bool = field(default=False, init=False)

    def add(self, said: str | None, *, lines: bool = False) -> None:
        """Add words to the paragraph; line ends count as blanks unless ``lines``."""
        if said:
            said = clean(said)
            said = said.replace("\t", " ")
            self._append(said if lines else said.replace("\n", " "))

    def line_end(self) -> None:
        """End a line within the paragraph."""
        self._append("\n")

    def apart_by_blank(self) -> None:
        """Put a blank before the next words, unless a paragraph begins."""
        if self._pending:
            self._pending.append(" ")

    def next_cell(self) -> None:
        """Put a tab between a cell of a table and what was said, unless a paragraph begins."""
        if self._says:
            self._append("\t")

    def taken(self) -> str:
        """Return the words of the paragraph so far, and begin another."""
        said = _BLANKS.sub(_blank, "".join(self._pending))
        self._pending.clear()
        self._says = False
        return "\n".join(filter(None, (line.strip() for line in said.split("\n"))))

    def end(self) -> None:
        """End the paragraph."""
        self.text.paragraph(self.taken())

    def _append(self, said: str) -> None:
        self._pending.append(said)
        self._says = self._says or bool(said.strip(" "))


def _blank(blanks: re.Match[str]) -> str:
    return "\t" if "\t" in blanks.group() else " "
