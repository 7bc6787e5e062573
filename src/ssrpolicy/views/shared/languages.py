"""How a report says that texts are in another language: each by a mark, or all of them once."""

from collections.abc import Iterable, Sequence

from ssrpolicy.model import Language, LocalText, PolicyRecord
from ssrpolicy.views.language import label
from ssrpolicy.views.shared.context import ReadingContext


def marks_languages(record: PolicyRecord, language: Language) -> bool:
    """Return whether texts in another language than the reader's are marked one by one.

    Where the title and all summaries of a record are in the other language, a mark at each says
    nothing: it is said once.
    """
    return any(text.language(language) == language for text in _texts(record))


def one_language(contexts: Sequence[ReadingContext]) -> str | None:
    """Return that the summaries of all records, or of some, are in the other language only.

    None where those of no record are.
    """
    summarised = [context for context in contexts if any(_summaries(context.record))]
    unmarked = [context for context in summarised if not context.marks]
    if not unmarked:
        return None
    key = "fallback_some" if unmarked != summarised else "fallback_all"
    return label(f"briefing.{key}", contexts[0].language)


def languages_note(contexts: Sequence[ReadingContext]) -> str | None:
    """Return that summaries are missing in the reader's language; None where none was met.

    Ask it when everything is read: only then is it known what was missing.
    """
    met = [context for context in contexts if context.fell_back]
    if any(context.marks for context in met):
        return label("briefing.fallback", contexts[0].language)
    return one_language(contexts) if met else None


def unmarked_languages(contexts: Iterable[ReadingContext]) -> str | None:
    """Return once that summaries are in another language than their reader's, where none is marked.

    None where every title and summary of these records is in the reader's language, and where no
    record has a summary.
    """
    foreign, own, summarised = None, False, False
    for context in dict.fromkeys(contexts):
        summarised = summarised or any(_summaries(context.record))
        for text in _texts(context.record):
            if text.language(context.language) == context.language:
                own = True
            else:
                foreign = foreign or context.language
    if foreign is None or not summarised:
        return None
    return label("briefing.fallback_some" if own else "briefing.fallback_all", foreign)


def _texts(record: PolicyRecord) -> Iterable[LocalText]:
    yield from () if record.title is None else (record.title,)
    yield from _summaries(record)


def _summaries(record: PolicyRecord) -> Iterable[LocalText]:
    statements = (each.summary for each in record.statements)
    return (*(each.summary for each in record.requests), *statements)
