"""``ssrpolicy locate``: where words stand in the sources of a record."""

from pathlib import Path

import click
from attrs import frozen

from ssrpolicy.cli.console import print_line, print_wrapped
from ssrpolicy.cli.parameters import example, path_argument, plugins_dir_option
from ssrpolicy.cli.sources import in_context, passage_at, position, records_to_read, whole_words
from ssrpolicy.codec import quote_text
from ssrpolicy.evidence import SourceText, Span, anchors, near_misses
from ssrpolicy.messages import _, message_language, ngettext
from ssrpolicy.model import PolicyRecord

_NOT_FOUND = 1
_NEAREST = 3


@frozen(kw_only=True)
class _Source:
    record: PolicyRecord
    document: str
    text: SourceText


@click.command("locate", epilog=example('ssrpolicy locate kst-32123-X-124 "maximaal 100 personen"'))
@path_argument
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@plugins_dir_option
def command(path: Path, words: tuple[str, ...]) -> None:
    """Show where WORDS stand in the sources of the record at PATH, as a quote ready to paste.

    Line ends, hyphens at line ends and kinds of quotation mark make no difference; letters and
    words do. Where the words do not stand in so many words, the nearest passages are shown and
    the exit code is 1.
    """
    searched = " ".join(words)
    sources = _sources(path)
    found = [(source, span) for source in sources for span in _found(source.text, searched)]
    for number, (source, span) in enumerate(found):
        if number:
            print_line()
        _print(source, span)
    if found:
        return
    if sources:
        print_line(
            ngettext(
                "These words do not stand in the source.",
                "These words do not stand in the sources ({number}).",
                len(sources),
            )
        )
        _print_nearest(sources, searched)
    else:
        print_line(
            _("{path} has no text of any document, so there is nothing to look in.", path=path)
        )
    raise click.exceptions.Exit(_NOT_FOUND)


def _sources(path: Path) -> tuple[_Source, ...]:
    return tuple(
        _Source(record=record, document=document.id, text=text)
        for record in records_to_read(path)[0]
        for document in record.documents
        if (text := anchors(record).source(document.id)) is not None
    )


def _found(text: SourceText, searched: str) -> tuple[Span, ...]:
    try:
        found = text.find(searched)
    except ValueError:
        raise click.UsageError(_("Give the words to look for: one word at least.")) from None
    # A quote has whole words; where words were cut short, the same place may be found twice.
    return tuple(dict.fromkeys(whole_words(text, span) for span in found))


def _print_nearest(sources: tuple[_Source, ...], searched: str) -> None:
    misses = ((near_misses(source.text, searched, limit=_NEAREST), source) for source in sources)
    near = [(miss, source) for found, source in misses for miss in found]
    near.sort(key=lambda pair: -pair[0].similarity)
    for miss, source in near[:_NEAREST]:
        print_line()
        print_wrapped(_("Nearest: {difference}", difference=miss.difference), indent=0, hang=2)
        _print(source, whole_words(source.text, miss.span))


def _print(source: _Source, span: Span) -> None:
    place = source.text.describe(span, source.document)
    words = position(place, message_language())
    print_line(f"{source.record.full_id(source.document)}, {words}:")
    print_wrapped(in_context(place))
    # One line, however long: it is there to be pasted.
    passage = passage_at(source.text, source.document, span)
    print_line(f"  quotes = [{quote_text(passage, source.record.source)}]")
