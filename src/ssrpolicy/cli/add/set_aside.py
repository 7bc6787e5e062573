"""``ssrpolicy add set-aside``: sentences that are left out on purpose, several at once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from ssrpolicy.cli.add.entries import keeping_answers, print_remarks
from ssrpolicy.cli.add.options import ask, quote_options, word_option
from ssrpolicy.cli.console import print_line, print_wrapped
from ssrpolicy.cli.parameters import example, path_argument, previewed, writing_options
from ssrpolicy.cli.sources import passage_at, place_words
from ssrpolicy.cli.values import known_word
from ssrpolicy.editing import append, record_to_edit
from ssrpolicy.evidence import FORMALITIES, Span, anchors, formality
from ssrpolicy.messages import _, message_language, ngettext
from ssrpolicy.model import (
    CoverageState,
    EditRefusedError,
    Passage,
    PolicyRecord,
    SetAside,
    SetAsideReason,
)
from ssrpolicy.views.language import label


@click.command(
    "set-aside",
    short_help="Set sentences aside, with the reason.",
    epilog=example("ssrpolicy add set-aside kst-32123-X-124 --all courtesy"),
)
@path_argument
@quote_options(needed_for="The words that are set aside")
@word_option("--reason", "Why", SetAsideReason, question="Why they are set aside", always=False)
@click.option(
    "--all",
    "every",
    type=known_word(FORMALITIES, SetAsideReason, SetAsideReason),
    metavar="WORD",
    help="Instead of --quote and --reason: every sentence that is known by its words as one of "
    "these, and that nothing quotes or sets aside yet: {words}.",
)
@writing_options
def add_set_aside(path: Path, every: SetAsideReason | None, **given: Any) -> None:
    """Set aside sentences that are left out of the record at PATH on purpose.

    Several --quote are set aside for one --reason, in one write. With --all those of every
    document, or of the one that --from names, are printed as they are set aside;
    `ssrpolicy undo` takes them back.
    """
    record = record_to_edit(path)
    if every is not None:
        if given["quotes"] or given["reason"]:
            raise click.UsageError(_("Give --all, or --quote with --reason."))
        passages = tuple(_uncovered(record, every, given["quoted_from"]))
        if not passages:
            kind = label(every, message_language())
            print_line(_("No sentence is left that is known by its words as {kind}.", kind=kind))
            return
        reason = every
    else:
        ask(record, given, "quotes", "reason")
        passages, reason = tuple(_passages(record, given)), given["reason"]
    with keeping_answers():
        entries = [SetAside(quote=each, reason=reason) for each in passages]
        change = append(path, *entries, preview=previewed())
    where = {"file": change.file, "line": change.lines[0]}
    print_line(
        ngettext(
            "To be set aside in {file}, from line {line}: {number} passage.",
            "To be set aside in {file}, from line {line}: {number} passages.",
            len(passages),
            **where,
        )
        if change.preview
        else ngettext(
            "Set aside {number} passage in {file}, from line {line}:",
            "Set aside {number} passages in {file}, from line {line}:",
            len(passages),
            **where,
        )
    )
    found = anchors(change.record)
    for passage in passages:
        place = place_words(found.of(passage), message_language())
        print_wrapped(f"{place}: {' '.join(passage.quote.split())}", hang=4)
    print_remarks(change)


def _passages(record: PolicyRecord, given: dict[str, Any]) -> Iterator[Passage]:
    if (given["prefix"] or given["suffix"]) and len(given["quotes"]) != 1:
        raise click.UsageError(_("--prefix and --suffix are for a single --quote."))
    for quote in given["quotes"]:
        try:
            yield Passage(
                document=given["quoted_from"] or record.source,
                quote=quote,
                prefix=given["prefix"],
                suffix=given["suffix"],
            )
        except ValueError as error:
            reason = str(error).rstrip(".")
            raise EditRefusedError(
                _("The entry was not added: {reason}.", reason=reason)
            ) from error


def _uncovered(
    record: PolicyRecord, reason: SetAsideReason, document: str | None
) -> Iterator[Passage]:
    """Yield the sentences of a kind that nothing quotes or sets aside."""
    found = anchors(record)
    for each in record.documents if document is None else (record.document(document),):
        source = found.source(each.id)
        for sentence in found.coverage(each.id):
            place, untouched = sentence.place, sentence.state is CoverageState.UNTOUCHED
            if source is not None and untouched and formality(sentence.text) == reason:
                yield passage_at(source, each.id, Span(start=place.start, end=place.end))
