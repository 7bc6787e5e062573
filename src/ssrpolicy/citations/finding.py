"""Finding every citation in a text: by identifier, by dossier, by number alone."""

from __future__ import annotations

from attrs import evolve

from ssrpolicy.citations.citation import Citation
from ssrpolicy.citations.identifiers import identified
from ssrpolicy.citations.orphans import with_orphans
from ssrpolicy.citations.patterns import REPRINT
from ssrpolicy.citations.reading import dossier_citations
from ssrpolicy.citations.warnings import CitationWarning


def citations_in(text: str, default_dossier: str | None) -> tuple[Citation, ...]:
    """Return the citations in a text in reading order."""
    by_identifier = identified(text)
    rest = _blanked(text, by_identifier)
    by_dossier = dossier_citations(rest)
    cited = tuple(sorted((*by_identifier, *by_dossier), key=lambda each: each.start))
    found = with_orphans(rest, cited, default_dossier)
    return tuple(_as_written(text, each) for each in found)


def _as_written(text: str, citation: Citation) -> Citation:
    """Return a citation with its own words, and with a warning where a reprint is named."""
    warnings = citation.warnings
    reprint = REPRINT.match(text, citation.end)
    if reprint is not None and citation.number is not None and citation.number.edition is None:
        warnings = (*warnings, CitationWarning("reprint", (reprint["reprint"].strip("()"),)))
    words = text[citation.start : citation.end]
    return evolve(citation, words=words, warnings=warnings)


def _blanked(text: str, cited: tuple[Citation, ...]) -> str:
    """Return the text with a character in place of each that is cited already.

    The character is one that no pattern of a citation takes, so that nothing is read across it.
    """
    pieces: list[str] = []
    position = 0
    for citation in cited:
        pieces.extend((text[position : citation.start], "\x00" * (citation.end - citation.start)))
        position = citation.end
    pieces.append(text[position:])
    return "".join(pieces)
