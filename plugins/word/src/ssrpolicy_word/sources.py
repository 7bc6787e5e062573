"""What is told of a source, in a footnote or in the list: reference, quote and public address."""

from __future__ import annotations

from collections.abc import Iterator

from ssrpolicy.views import Run, Source

_ENDS = (".", "!", "?", "…")


def told(source: Source, language: str) -> Iterator[tuple[Run, str]]:
    """Yield the runs about a source, each with what it is, for errors about it.

    ``language`` is the note's; the quote is in that of its source. The address is spelt out once
    for each document; after that the reference leads there.
    """
    where = f"Source {source.number}, from {source.full_id}:"
    spelt = source.url if source.first else None
    yield (
        Run(source.paper, language, url=None if spelt else source.url),
        f"{where} the paper",
    )
    if source.place is not None:
        yield Run(f", {source.place}", language), f"{where} the place"
    yield Run(": ", language), where
    yield Run(f"“{source.quote}”", source.language), f"{where} the quote"
    if source.remark is not None:
        yield Run(f" [{source.remark}]", language), where
    if spelt is not None:
        yield Run(" (", language), where
        yield Run(spelt, language, url=spelt), f"{where} the address"
        yield Run(")", language), where
    if spelt or source.remark is not None or not source.quote.endswith(_ENDS):
        yield Run(".", language), where
