"""The screens of a review: a proposal in its context, and the entry that it became."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import click

from ssrpolicy import drafting
from ssrpolicy.cli.console import print_line, print_wrapped, wrapped
from ssrpolicy.cli.drafts.in_words import fields_in_words
from ssrpolicy.editing import RecordChange, name_of
from ssrpolicy.evidence import Span, anchors
from ssrpolicy.messages import _, message_language, ngettext
from ssrpolicy.model import (
    DRAFTED_KINDS,
    Document,
    Ground,
    PolicyRecord,
    Proposal,
    Statement,
    brief,
)
from ssrpolicy.unseen import visible
from ssrpolicy.views.language import label

_LONGEST_LINE = 160
_TOGETHER = "\N{NO-BREAK SPACE}"
# So many entries have a line each.
_FEW = 5
_KIND_OF = {cls: kind for kind, cls in DRAFTED_KINDS.items()}


def print_proposal(
    proposal: Proposal,
    entry: Any,
    record: PolicyRecord,
    place: str,
    required: Mapping[str, Any],
    *,
    whole: bool,
) -> None:
    """Print a proposal with what is accepted with it; ``entry`` is its entry as it was corrected.

    ``required`` are the entries that are accepted with it, by the ids of their proposals. Unless
    ``whole``, the sentences around its words and the reason are left out.
    """
    sure = label(proposal.confidence, message_language())
    sure = sure if entry == proposal.entry else _("corrected")
    head = f"{place}  {kind_label(kind_of(entry))} ({sure})  {proposal.id}"
    print_line()
    click.echo(click.style(visible(wrapped(head, 0)), bold=True))
    grounds = drafting.quoted_grounds(proposal, entry, record)
    if whole:
        for ground in grounds:
            _print_context(ground, record)
    elif grounds != drafting.quoted_grounds(proposal, proposal.entry, record):
        for ground in grounds:
            _print_marked(ground, record)
    for key, line in _shown_fields(entry, record, _quoted(grounds, record)):
        print_wrapped(_brief(key, line), 4, 8)
    if whole:
        reason = proposal.reason(message_language())
        print_line(wrapped(f"{proposal.drafter}, {proposal.rule}: {reason}", 2, 4))
    _print_required(required, "  ")


def print_short(
    proposal: Proposal, entry: Any, record: PolicyRecord, number: int, required: Mapping[str, Any]
) -> None:
    """Print a proposal in a list: its number and words, and in short what else it says."""
    words = _quoted(drafting.quoted_grounds(proposal, entry, record), record)
    corrected = "" if entry == proposal.entry else f" ({_('corrected')})"
    print_wrapped(f"{number:>4}  {words}{corrected}", 0, 6)
    rest = "; ".join(
        _brief(key, line)
        for key, line in _shown_fields(entry, record, words)
        if key not in {"id", "document", "cue"}
    )
    if rest:
        click.echo(click.style(visible(wrapped(rest, 6)), dim=True))
    _print_required(required, " " * 6)


def _print_required(required: Mapping[str, Any], indent: str) -> None:
    for id, entry in required.items():
        kind, name = kind_label(kind_of(entry)), getattr(entry, "id", id)
        if isinstance(entry, Document) and (number := entry.number or entry.register_number):
            name = f"{name} ({number})"
        print_line(indent + _("is accepted with it: {kind} {name}", kind=kind, name=name))


def has_words(proposal: Proposal, entry: Any, record: PolicyRecord, words: str) -> bool:
    """Return whether a proposal or what it rests on has some words, as a person types them."""
    places = (*drafting.quoted_grounds(proposal, entry, record), *proposal.grounds[1:])
    grounds = (_words(ground, record) for ground in places)
    shown = (f"{called}: {value}" for _key, called, value in fields_in_words(entry, record))
    texts = (proposal.id, kind_label(kind_of(entry)), *grounds, *shown)
    return " ".join(words.casefold().split()) in " ".join(texts).casefold()


def kind_of(entry: Any) -> str:
    """Return what an entry is: document, request, commitment, set_aside and so on."""
    return _KIND_OF[type(entry)]


def kind_label(kind: str) -> str:
    """Return what is proposed: the word of --kind in English, the label of it in Dutch."""
    if message_language() == "en":
        return kind
    return label(f"proposal.{kind}", message_language()) if kind in DRAFTED_KINDS else kind


def print_accepted(change: RecordChange) -> None:
    """Print what was accepted into the record, and on which lines it stands; of much by kind."""
    if len(change.entries) > _FEW:
        _print_by_kind(change)
        return
    for line, entry in zip(change.lines, change.entries, strict=True):
        print_line(
            _(
                "Added {name} to {file}, line {line}.",
                name=name_of(entry),
                file=change.file,
                line=line,
            )
        )
    print_line(ngettext("{number} entry added.", "{number} entries added.", len(change.entries)))


def _print_by_kind(change: RecordChange) -> None:
    print_line(
        _(
            "Added {number} entries to {file}, from line {first} to line {last}:",
            number=len(change.entries),
            file=change.file,
            first=min(change.lines),
            last=max(change.lines),
        )
    )
    found: dict[str, list[str | None]] = {}
    for entry in change.entries:
        kind = _KIND_OF.get(type(entry), "document")
        # An answer is found by what it answers; what is set aside has no name.
        name = getattr(entry, "request", None) or getattr(entry, "id", None)
        found.setdefault(kind, []).append(name)
    for kind, names in found.items():
        named = [name for name in names if name is not None]
        print_wrapped(f"{kind_label(kind)}: {', '.join(named) or len(names)}", hang=4)


def _shown_fields(entry: Any, record: PolicyRecord, words: str) -> Iterator[tuple[str, str]]:
    """Yield the fields of an entry, each with its key, without those that are shown elsewhere.

    The kind of a statement and its words are, and so is a summary that only repeats these.
    """
    shown = {"quotes", "quote", *(("kind",) if isinstance(entry, Statement) else ())}
    for key, called, value in fields_in_words(entry, record):
        said = value.rstrip(" .").casefold() if key == "summary" else None
        if key not in shown and said != words.rstrip(" .").casefold():
            yield key, f"{called}: {value}"


def _brief(key: str, line: str) -> str:
    """Return a field, shortened; a summary is shown in full, since it is what a person accepts."""
    return line if key == "summary" else brief(line, _LONGEST_LINE)


def _quoted(grounds: Iterable[Ground], record: PolicyRecord) -> str:
    return " ".join(_words(each, record) for each in grounds)


def _words(ground: Ground, record: PolicyRecord) -> str:
    """Return the words on which a proposal rests, on one line."""
    source = anchors(record).source(ground.document)
    return "" if source is None else " ".join(source.display(ground.start, ground.end).split())


def _print_context(ground: Ground, record: PolicyRecord) -> None:
    """Print the sentence before, the words themselves and the sentence after."""
    source = anchors(record).source(ground.document)
    if source is None:
        return
    sentences = source.sentences
    touched = source.sentences_in(Span(start=ground.start, end=ground.end))
    first, last = (touched[0].number, touched[-1].number) if touched else (0, 0)
    before = sentences[first - 2].text if first > 1 else None
    after = sentences[last].text if 0 < last < len(sentences) else None
    if before is not None:
        click.echo(click.style(visible(wrapped(brief(before, 240))), dim=True))
    _print_marked(ground, record)
    if after is not None:
        click.echo(click.style(visible(wrapped(brief(after, 240))), dim=True))


def _print_marked(ground: Ground, record: PolicyRecord) -> None:
    # The marks stay on the lines of the words that they are around.
    words = wrapped(f"»{_TOGETHER}{_words(ground, record)}{_TOGETHER}«")
    click.echo(visible(words.replace(_TOGETHER, " ")))
