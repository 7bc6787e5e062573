"""What a record is called in every report."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ssrpolicy.views.language import capital, long_date
from ssrpolicy.views.shared.context import ReadingContext
from ssrpolicy.views.shared.names import paper_name


def record_title(context: ReadingContext) -> str:
    """Return what a record is called: its title, that of its source, or what its source is.

    Of a source of which no more than its kind is known, the record's id says more than "Letter".
    """
    record = context.record
    source = context.find_document(record.source)
    title = record.title or (None if source is None else source.title)
    unnamed = source is None or (source.date, source.number, source.register_number) == (None,) * 3
    named = record.id if source is None or unnamed else capital(context.document(source.id))
    return context.text(title) or named


def record_titles(contexts: Sequence[ReadingContext]) -> Mapping[str, str]:
    """Return what each of several records is called, by its id; no two are called alike.

    Those with one title have the number of their paper after it, or its date, or else their id.
    """
    titles = {each.record.id: record_title(each) for each in contexts}
    times = Counter(titles.values())
    alike = [each for each in contexts if times[titles[each.record.id]] > 1]
    apart = {each.record.id: list(_called_apart(each, titles[each.record.id])) for each in alike}
    every = Counter(name for names in apart.values() for name in names) + times
    return titles | {
        id: next((name for name in names if every[name] == 1), names[-1])
        for id, names in apart.items()
    }


def _called_apart(context: ReadingContext, title: str) -> Iterator[str]:
    """Yield ways to distinguish a record from others of its title; the last always does."""
    source = context.find_document(context.record.source)
    if source is not None and (number := paper_name(source, context.language)) is not None:
        yield f"{title} ({number})"
    if source is not None and source.date is not None:
        yield f"{title} ({long_date(source.date, context.language)})"
    yield f"{title} ({context.record.id})"
