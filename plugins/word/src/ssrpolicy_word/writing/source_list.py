"""The sources of a note as a numbered list at its end, with links that lead there."""

from collections.abc import Iterable

from attrs import frozen

from ssrpolicy import Language
from ssrpolicy.views import Source
from ssrpolicy_word.writing.bookmarks import Bookmarks
from ssrpolicy_word.writing.runs import RunWriter
from ssrpolicy_word.writing.sources import source_runs


def bookmark(source: int) -> str:
    """Return the name of the bookmark at a source, by its number."""
    return f"ssrpolicy_source_{source}"


@frozen(kw_only=True)
class SourceList:
    """The list of the sources of one note, and the references to it."""

    language: Language
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
        runs = [self.runs.written(run, where) for run, where in source_runs(source, self.language)]
        return self.bookmarks.around(bookmark(source.number), "".join(runs))
