"""What is said of a source, in a footnote or in the list: reference, quote and public address."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, repeat

from attrs import frozen

from ssrpolicy.views import Run, Source
from ssrpolicy_word.messages import _
from ssrpolicy_word.text import SENTENCE_ENDS
from ssrpolicy_word.writing.runs import Bookmarks, RunWriter

_YEAR = re.compile(r"\d{4}$")


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
        """Return the numbers of sources, raised, that lead to them."""
        style = self.runs.styles.ids["Source Reference"]
        return "".join(
            [
                f'<w:hyperlink w:anchor="{bookmark(source)}" w:history="1"><w:r><w:rPr>'
                f'<w:rStyle w:val="{style}"/></w:rPr><w:t>[{source}]</w:t></w:r></w:hyperlink>'
                for source in dict.fromkeys(sources)
            ]
        )

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
        for sign, (place, cited) in zip(chain((": ",), repeat("; ")), places.items(), strict=False):
            written.append(self.runs.written(Run(sign, language), where))
            for source in cited:
                number = self.runs.written(Run(f"[{source.number}]", language), where)
                written.append(self.bookmarks.around(bookmark(source.number), number))
            written.append(self.runs.written(Run(f" {place}" if place else "", language), where))
        return "".join([*written, self.runs.written(Run(".", language), where)])
