"""The reference of a source, in a footnote or the list: number, quote and public address."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, repeat

from attrs import frozen

from ssrpolicy.views import Run, Source
from ssrpolicy_word.messages import _
from ssrpolicy_word.text import SENTENCE_ENDS, characters
from ssrpolicy_word.writing.runs import Bookmarks, RunWriter

_YEAR = re.compile(r"\d{4}$")
# So many numbers in a row are written as the first and the last.
_RANGE = 3


def _grouped(numbers: Iterable[int], *, ranges: bool = True) -> Iterator[tuple[str, Sequence[int]]]:
    """Yield numbers as a reader wants them, each once: "4-7" with 4, 5, 6 and 7, "12" with 12.

    Without ``ranges``, each stands by itself.
    """
    rows: list[list[int]] = []
    for number in sorted(set(numbers)):
        if rows and number == rows[-1][-1] + 1:
            rows[-1].append(number)
        else:
            rows.append([number])
    for row in rows:
        if len(row) < _RANGE or not ranges:
            yield from ((str(number), [number]) for number in row)
        else:
            yield f"{row[0]}-{row[-1]}", row


def short_references(sources: Iterable[Source]) -> Mapping[str, str]:
    """Return how papers are cited once that was done in whole: "Brief van 29 april 2010".

    That is the kind and the date, without the brackets that follow. A paper that is not known by
    these, for want of a date or because another has the same, is not among them.
    """
    named: dict[str, set[str]] = defaultdict(set)
    for paper in {source.paper for source in sources}:
        named[paper.partition(" (")[0]].add(paper)
    return {
        papers.pop(): short
        for short, papers in named.items()
        if len(papers) == 1 and _YEAR.search(short)
    }


def source_runs(
    source: Source, language: str, short: Mapping[str, str] | None = None
) -> Iterator[tuple[Run, str]]:
    """Yield the runs about a source, each with what it is, for errors about it.

    ``language`` is the note's; the quote is in that of its source. The address is spelt out once
    for each document; after that the reference leads there, and is as short as ``short`` has it.
    """
    where = _("Source {number}, from {id}:", number=source.number, id=source.full_id)
    spelt = source.url if source.first else None
    paper = source.paper
    if short is not None and not source.first:
        paper = short.get(paper, paper)
    yield (
        Run(paper, language, url=None if spelt else source.url),
        _("{where} the paper", where=where),
    )
    if source.place is not None:
        yield from _place(source, source.place, language, _("{where} the place", where=where))
    yield Run(": ", language), where
    yield (
        Run(f"“{source.quote}”", source.language, verbatim=True),
        _("{where} the quote", where=where),
    )
    if source.remark is not None:
        yield Run(f" [{source.remark}]", language), where
    if spelt is not None:
        yield Run(" (", language), where
        yield Run(spelt, language, url=spelt), _("{where} the address", where=where)
        yield Run(")", language), where
    if spelt or source.remark is not None or not source.quote.endswith(SENTENCE_ENDS):
        yield Run(".", language), where


def _place(source: Source, place: str, language: str, where: str) -> Iterator[tuple[Run, str]]:
    """Where a quote stands; a heading is in the language of what stands under it."""
    before, heading, after = place.rpartition(source.heading or place)
    yield Run(f", {before}", language), where
    yield Run(heading, source.language if source.heading else language), where
    yield Run(after, language), where


def bookmark(source: int) -> str:
    """Return the name of the bookmark at a source, by its number."""
    return f"ssrpolicy_source_{source}"


class NoSources:
    """Sources that the document does not name."""

    def references(self, _sources: Iterable[int]) -> str:
        """Return nothing."""
        return ""


@frozen(kw_only=True)
class SourceList:
    """The list of the sources of one note, and the references to it."""

    runs: RunWriter
    bookmarks: Bookmarks

    def references(self, sources: Iterable[int]) -> str:
        """Return the numbers of sources, raised in brackets, that lead to them: "[4-7,12]"."""
        # Where each source is an item of the list, each number leads to its own.
        groups = list(_grouped(sources, ranges=not self.runs.note.quotes))
        if not groups:
            return ""
        style = self.runs.styles.ids["Source Reference"]
        # The space keeps the reference on the line of what it belongs to.
        pieces = [self._raised("\u00a0[", style)]
        for at, (shown, numbers) in enumerate(groups):
            if at:
                pieces.append(self._raised(",", style))
            run = self._raised(shown, style)
            link = f'<w:hyperlink w:anchor="{bookmark(numbers[0])}" w:history="1">'
            pieces.append(f"{link}{run}</w:hyperlink>")
        return "".join([*pieces, self._raised("]", style)])

    @staticmethod
    def _raised(text: str, style: str) -> str:
        shown = characters(text, "", joined=True)
        return f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr>{shown}</w:r>'

    def entry(self, source: Source) -> str:
        """Return the entry of a source; its number is the list's own."""
        cited = source_runs(source, self.runs.note.language)
        content = "".join([self.runs.written(run, where) for run, where in cited])
        return self.bookmarks.around(bookmark(source.number), content)

    def papers(self) -> Iterator[str]:
        """Yield an entry for each paper: where in it the sources stand, each by its number."""
        papers: dict[str, list[Source]] = {}
        for source in self.runs.note.sources:
            papers.setdefault(source.full_id, []).append(source)
        short = short_references(self.runs.note.sources)
        for cited in papers.values():
            yield self._paper(short.get(cited[0].paper, cited[0].paper), cited)

    def _paper(self, called: str, sources: Sequence[Source]) -> str:
        language, paper = self.runs.note.language, sources[0]
        where = _("Source {number}, from {id}:", number=paper.number, id=paper.full_id)
        places: dict[str, list[Source]] = {}
        for source in sources:
            said = (source.paragraph, source.remark)
            places.setdefault(", ".join(filter(None, said)), []).append(source)
        written = [self.runs.written(Run(called, language, url=paper.url), where)]
        signs = chain((": ",), repeat("; "))
        for sign, (place, cited) in zip(signs, places.items(), strict=False):
            written.append(self.runs.written(Run(sign, language), where))
            written.append(self.runs.written(Run("[", language), where))
            written += self._numbers((source.number for source in cited), where)
            shown = f"]\u00a0{place}" if place else "]"
            written.append(self.runs.written(Run(shown, language), where))
        return "".join([*written, self.runs.written(Run(".", language), where)])

    def _numbers(self, numbers: Iterable[int], where: str) -> Iterator[str]:
        """Yield the numbers of one place, with a bookmark for each; a range has those of all."""
        language = self.runs.note.language
        for at, (shown, group) in enumerate(_grouped(numbers)):
            if at:
                yield self.runs.written(Run(",", language), where)
            text = self.runs.written(Run(shown, language), where)
            for number in group:
                text = self.bookmarks.around(bookmark(number), text)
            yield text
