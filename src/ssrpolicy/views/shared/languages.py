"""How a report says that texts are in another language: each by a mark, or all of them once."""

from collections.abc import Iterable, Sequence

from ssrpolicy.model import Language, LocalText, PolicyRecord
from ssrpolicy.views.language import label
from ssrpolicy.views.shared.context import ReadingContext


def marks_languages(records: Iterable[PolicyRecord], language: Language) -> bool:
    """Return whether texts in another language than the reader's are marked one by one.

    Where all titles and summaries are in the other language, a mark at each says nothing: it is
    said once.
    """
    return any(text.language(language) == language for record in records for text in _texts(record))


def one_language(contexts: Sequence[ReadingContext]) -> str | None:
    """Return that all summaries are in the other language; None where they are not."""
    first = contexts[0]
    if first.marks or not any(any(_texts(context.record)) for context in contexts):
        return None
    return label("briefing.fallback_all", first.language)


def languages_note(contexts: Sequence[ReadingContext]) -> str | None:
    """Return that summaries are missing in the reader's language; None where none was met.

    Ask it when everything is read: only then is it known what was missing.
    """
    if not any(context.fell_back for context in contexts):
        return None
    first = contexts[0]
    return label("briefing.fallback" if first.marks else "briefing.fallback_all", first.language)


def unmarked_languages(contexts: Iterable[ReadingContext]) -> str | None:
    """Return once that summaries are in another language than their reader's, where none is marked.

    None where every title and summary of these records is in the reader's language.
    """
    foreign, own = None, False
    for context in dict.fromkeys(contexts):
        for text in _texts(context.record):
            if text.language(context.language) == context.language:
                own = True
            else:
                foreign = foreign or context.language
    if foreign is None:
        return None
    return label("briefing.fallback_some" if own else "briefing.fallback_all", foreign)


def _texts(record: PolicyRecord) -> Iterable[LocalText]:
    requests, statements = record.requests, record.statements
    texts = (record.title, *(r.summary for r in requests), *(s.summary for s in statements))
    return (text for text in texts if text is not None)
