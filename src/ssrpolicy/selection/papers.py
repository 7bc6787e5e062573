"""What is asked of papers: the dossier and the session year in which they stand."""

from __future__ import annotations

from ssrpolicy.arguments import check_type
from ssrpolicy.model import Document


def dossiers_of(paper: Document) -> frozenset[str]:
    """Return the dossier of a paper with and without its suffix; none where it has no number."""
    check_type(paper, Document, "paper", 'record.document("letter")')
    number = paper.number
    names = () if number is None else (number.dossier, number.dossier_with_suffix)
    return frozenset(filter(None, names))


def session_year_of(paper: Document) -> str | None:
    """Return the session year of a paper: as recorded, or by its date; None where none is known.

    A session begins on the third Tuesday of September.
    """
    check_type(paper, Document, "paper", 'record.document("letter")')
    if paper.session_year is not None or paper.date is None:
        return paper.session_year
    first = paper.date.replace(month=9, day=1)
    opening = first.replace(day=15 + (1 - first.weekday()) % 7)
    begun = paper.date.year if paper.date >= opening else paper.date.year - 1
    return f"{begun}-{begun + 1}"
