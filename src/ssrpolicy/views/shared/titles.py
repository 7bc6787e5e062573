"""What a record is called in every report."""

from ssrpolicy.views.language import capital
from ssrpolicy.views.shared.context import ReadingContext


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
