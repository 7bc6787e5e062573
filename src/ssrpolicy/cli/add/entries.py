"""Entries made of the options of their command, appended or put in the place of others."""

import shlex
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import attrs
import click

from ssrpolicy.cli.add.options import ANSWERS
from ssrpolicy.cli.add.terms import print_dates_of_terms
from ssrpolicy.cli.console import print_alike, print_ignored, print_line, print_wrapped
from ssrpolicy.cli.parameters import codes_left_out, previewed
from ssrpolicy.cli.sources import place_words
from ssrpolicy.editing import RecordChange
from ssrpolicy.editing import append as append_entries
from ssrpolicy.evidence import anchors
from ssrpolicy.messages import _, message_language
from ssrpolicy.model import (
    LANGUAGES,
    EditRefusedError,
    EvidenceStatus,
    LocalText,
    Passage,
    PolicyRecord,
    SetAside,
    Timeframe,
    Update,
    Votes,
)

T = TypeVar("T")

_TERM_PARTS = ("date", "after", "firmness")


def append(
    path: Path,
    record: PolicyRecord,
    cls: Callable[..., Any],
    given: dict[str, Any],
    name: str,
    *,
    quoted: str | None = None,
    term: str = "timeframe",
    source: Path | None = None,
) -> None:
    """Make an entry of the options given, append it, and print what was added and where it stands.

    ``name`` is what the entry is about. ``quoted`` is the document that is quoted where ``--from``
    names none, by default the record's source; ``term`` is the field of the timeframe.
    """
    with keeping_answers():
        entry = made(cls, record, given, quoted or record.source, term=term)
        change = append_entries(path, entry, source=source, preview=previewed())
    print_added(change, [name])


@contextmanager
def keeping_answers() -> Iterator[None]:
    """Give back what was answered, as options, when the block refuses it."""
    try:
        yield
    except EditRefusedError as error:
        if answers := click.get_current_context().meta.get(ANSWERS):
            kept = _("What you answered, as options: {options}", options=shlex.join(answers))
            error.hint = f"{error.hint}\n{kept}" if error.hint else kept
        raise


def print_added(change: RecordChange, names: Sequence[str]) -> None:
    """Print the entry added and its line, where its quotes stand, and the findings about it."""
    for name, line, entry in zip(names, change.lines, change.entries, strict=True):
        where = {"name": name, "file": change.file, "line": line}
        print_line(
            _("To be added to {file}, line {line}: {name}.", **where)
            if change.preview
            else _("Added {name} to {file}, line {line}.", **where)
        )
        print_quotes(change.record, entry)
    print_dates_of_terms(change)
    print_remarks(change)


def print_quotes(record: PolicyRecord, entry: Any) -> None:
    """Print where each quote of an entry stands."""
    found = anchors(record)
    quotes = (entry.quote,) if isinstance(entry, SetAside) else getattr(entry, "quotes", ())
    for quote in quotes:
        anchor = found.of(quote)
        place = place_words(anchor, message_language())
        verified = anchor.span is not None
        print_wrapped(_("quote verified: {place}", place=place) if verified else place, hang=4)


def print_remarks(change: RecordChange, *, awaited: str | None = None) -> None:
    """Print what else was done, the findings that are new, and why it cannot be undone.

    Of a preview print the lines that would be written, and that nothing was. A finding with the
    code ``awaited`` is left out: what comes next may answer it; so are those that the settings
    ignore, of which only the codes are printed.
    """
    if change.preview:
        _print_difference(change)
    elif change.replaced_text is not None:
        print_line(_("Replaced {file}, which no document named.", file=change.replaced_text))
    ignored = codes_left_out()
    print_alike(each for each in change.findings if each.code not in {awaited, *ignored})
    print_ignored(each for each in change.findings if each.code in ignored)
    if change.not_undoable is not None:
        print_line(
            _("This change cannot be undone: {reason}.", reason=change.not_undoable.rstrip(".")),
            err=True,
        )
    if change.preview:
        print_line(_("This is a preview: nothing was written."))


def _print_difference(change: RecordChange) -> None:
    for line in change.difference.splitlines():
        print_line(f"    {line}")
    for file in change.put_files:
        print_line(
            _("To be replaced: {file}, which no document names.", file=file)
            if file == change.replaced_text
            else _("To be written: {file}.", file=file)
        )


def made(
    cls: Callable[..., Any],
    record: PolicyRecord,
    given: Mapping[str, Any],
    quoted: str,
    *,
    term: str = "timeframe",
    old: Mapping[str, Any] | None = None,
) -> Any:
    """Return the entry: texts, quotes, term and votes put together, what was not given left out.

    ``old`` are the values of the entry in whose place it comes: what is not given stays.
    """
    values, kept = dict(given), dict(old or {})
    try:
        for name in [key.removesuffix("_nl") for key in given if key.endswith("_nl")]:
            values[name] = _local_text(record, values, name, kept.get(name))
        if "quotes" in given:
            values["quotes"] = _passages(values, values.pop("quoted_from") or quoted)
        if "term" in given:
            values[term] = _timeframe(values, kept.get(term))
        if votes := given.get("votes"):
            values["votes"] = Votes(in_favour=votes[0], against=votes[1])
        return cls(**kept | given_only(values))
    except ValueError as error:
        reason = str(error).rstrip(".")
        if old is not None:
            raise EditRefusedError(
                _("The entry was not replaced: {reason}.", reason=reason)
            ) from error
        raise EditRefusedError(_("The entry was not added: {reason}.", reason=reason)) from error


def given_only(values: Mapping[str, T]) -> dict[str, T]:
    """Return the values that were given: all but None and the empty list."""
    return {name: value for name, value in values.items() if value is not None and value != ()}


def one_thing_each(
    record: PolicyRecord, given: Mapping[str, Any], axes: Iterable[str]
) -> list[Update]:
    """Return an update for each thing that the options say, or one with only the note.

    The note stands with the first; of evidence that was not found it says where one looked. A
    document and its words stand with what they show: the evidence, or where there is none with
    each.
    """
    said = [axis for axis in axes if given[axis] not in (None, ())] or ["note"]
    texts = [key for key in given if key.partition("_")[0] == "note"]
    shown = ("document", "quotes", "quoted_from", "prefix", "suffix")
    noted = "evidence" if given["evidence"] == EvidenceStatus.NONE_FOUND else said[0]
    updates = []
    for axis in said:
        one = dict(given)
        for other in axes:
            if other != axis:
                one |= {key: None for key in given if key == other or _is_part(key, other)}
        if axis != noted:
            one |= dict.fromkeys(texts)
        if "evidence" in said and axis != "evidence":
            one |= dict.fromkeys(shown, ())
            one |= {"document": None, "quoted_from": None, "prefix": "", "suffix": ""}
        updates.append(made(Update, record, one, one["document"] or record.source))
    return updates


def _is_part(key: str, axis: str) -> bool:
    return axis == "term" and key in {f"term_{part}" for part in _TERM_PARTS}


def _local_text(
    record: PolicyRecord, values: dict[str, Any], name: str, old: LocalText | None
) -> LocalText | None:
    texts = {language: values.pop(f"{name}_{language}") for language in LANGUAGES}
    plain = values.pop(name)
    if plain is not None and texts[record.language] is not None:
        raise click.UsageError(
            _(
                "--{name} and --{name}-{language} are the same; give one of them.",
                name=name,
                language=record.language,
            )
        )
    if plain is not None:
        texts[record.language] = plain
    if all(text is None for text in texts.values()):
        return None
    if any(text is not None and not text.strip() for text in texts.values()):
        flag = f"--{name.replace('_', '-')}"
        raise click.UsageError(_("{flag} is empty; give its words, or leave it out.", flag=flag))
    if old is not None:
        texts = {key: getattr(old, key) if text is None else text for key, text in texts.items()}
    try:
        return LocalText(**texts)
    except ValueError as error:
        raise ValueError(
            _("the {name} in {error}", name=name, error=str(error).rstrip("."))
        ) from error


def _passages(values: dict[str, Any], document: str) -> tuple[Passage, ...]:
    prefix, suffix, quotes = (values.pop(name) for name in ("prefix", "suffix", "quotes"))
    if (prefix or suffix) and len(quotes) != 1:
        raise click.UsageError(_("--prefix and --suffix are for a single --quote."))
    return tuple(
        Passage(document=document, quote=quote, prefix=prefix, suffix=suffix) for quote in quotes
    )


def _timeframe(values: dict[str, Any], old: Timeframe | None) -> Timeframe | None:
    parts = {name: values.pop(f"term_{name}") for name in _TERM_PARTS}
    phrase = values.pop("term")
    if phrase is not None:
        return Timeframe(phrase=phrase, **parts)
    if any(part is not None for part in parts.values()):
        if old is None:
            raise click.UsageError(_("A timeframe has the source's own words: give --term too."))
        return attrs.evolve(old, **given_only(parts))
    return None
