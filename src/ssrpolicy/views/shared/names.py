"""What documents and their votes are called, in one language."""

from ssrpolicy.model import Document, Language, Votes
from ssrpolicy.views.language import in_words, label, long_date, number


def paper_name(document: Document, language: Language) -> str | None:
    """Return the citation of a document's paper, or its number in the register, or None."""
    if document.number is not None:
        return document.number.display(language, document.session_year)
    return document.register_number


def document_name(document: Document, language: Language) -> str:
    """Return a document as a reader knows it: "brief van 29 april 2010 (Kamerstukken II ...)"."""
    words = label(document.kind, language)
    if document.date is not None:
        date = long_date(document.date, language)
        words = label("document_name.dated", language, kind=words, date=date)
    paper = paper_name(document, language)
    if paper is not None:
        return f"{words} ({paper})"
    return f"{words} ({document.id})"


def vote_counts(votes: Votes, language: Language, *, in_sentence: bool = False) -> list[str]:
    """Return the votes for, against and not cast: "77 voor", or "77 leden stemden voor"."""
    table, written = ("briefing_votes", in_words) if in_sentence else ("votes", number)
    counts = {key: getattr(votes, key) for key in ("in_favour", "against", "not_voting")}
    return [
        label(f"{table}.{key}", language, number=written(count, language))
        for key, count in counts.items()
        if count is not None
    ]
