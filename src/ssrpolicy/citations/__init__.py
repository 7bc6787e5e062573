"""Finding the citations of parliamentary papers in running text.

People cite one paper in many ways: "Kamerstukken II 2009/10, 32 123 X, nr. 124", "32123-X-124",
"nr. 124 (32 123-X)". :func:`find_citations` reads them by one grammar: a dossier, its budget
chapter, a word for "number", one or several numbers; before them the House and the session year.
What cannot be determined is said with the citation, as a warning and with the candidates;
nothing is guessed in silence.
"""

from __future__ import annotations

import re

from ssrpolicy.citations.citation import Citation, CitationKind, CitationWarning
from ssrpolicy.messages import _
from ssrpolicy.model import CHAPTER, PaperNumber

__all__ = ["Citation", "CitationKind", "CitationWarning", "find_citations", "paper_named"]

_DOSSIER = re.compile(rf"[1-9][0-9]{{3,4}}(?:-[0-9]{{2}})?(?:-{CHAPTER})?")


def find_citations(
    text: str, *, default_dossier: str | PaperNumber | None = None
) -> tuple[Citation, ...]:
    """Return the citations in a text in reading order; they never overlap.

    Args:
        text: any text; one without citations gives none.
        default_dossier: the dossier to which a number without one belongs, such as ``32123-X``, or
            a paper in it. What is read so carries a warning. Without it such a number is returned
            as a citation of kind ``number``, and names no paper.

    Raises:
        ValueError: ``default_dossier`` is not a dossier.
    """
    # Its patterns take long to compile, and most who use the model never look for citations.
    from ssrpolicy.citations.reading import citations_in  # noqa: PLC0415 - its patterns take time, and most who import this package need numbers alone

    return citations_in(text, _dossier_name(default_dossier))


def paper_named(words: str) -> PaperNumber:
    """Return the paper that words name: by its number, or as it is cited ("32 123 X, nr. 84").

    Raises ValueError where they do not name just one paper.
    """
    try:
        return PaperNumber.parse(words)
    except ValueError:
        found = find_citations(words)
        if len(found) != 1 or len(found[0].papers) != 1:
            raise
        return found[0].papers[0]


def _dossier_name(dossier: str | PaperNumber | None) -> str | None:
    if isinstance(dossier, PaperNumber):
        if dossier.dossier_with_suffix is None:
            msg = _("{dossier} lies in no dossier; name one such as 32123-X.", dossier=dossier)
            raise ValueError(msg)
        return dossier.dossier_with_suffix
    if dossier is not None and not _DOSSIER.fullmatch(dossier):
        msg = _(
            "{dossier!r} is not a dossier; write it as 32123-X, 36800-XVI or 21501-02.",
            dossier=dossier,
        )
        raise ValueError(msg)
    return dossier
