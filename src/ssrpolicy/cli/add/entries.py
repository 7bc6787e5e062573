"""An entry made of the options of its command, appended to the record, and reported."""

import shlex
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from ssrpolicy.cli.add.options import ANSWERS
from ssrpolicy.cli.console import print_finding, print_line, print_wrapped
from ssrpolicy.cli.sources import place_words
from ssrpolicy.editing import Appended, append_entry
from ssrpolicy.errors import EditRefusedError
from ssrpolicy.evidence import anchors
from ssrpolicy.messages import _, message_language
from ssrpolicy.model import LANGUAGES, LocalText, Passage, PolicyRecord, Timeframe, Votes

T = TypeVar("T")


def append(
    path: Path,
    record: PolicyRecord,
    cls: Callable[..., Any],
    given: dict[str, Any],
    name: str,
    *,
    quoted: str | None = None,
    term: str = "timeframe",
    write: Callable[[Path, Any], Appended] = append_entry,
) -> None:
    """Make an entry of the options given, append it, and print what was added and where it stands.

    ``name`` is what the entry is about. ``quoted`` is the document that is quoted where ``--from``
    names none, by default the record's source; ``term`` is the field of the timeframe.
    """
    try:
        entry = _made(cls, record, given, quoted or record.source, term)
        appended = write(path, entry)
    except EditRefusedError as error:
        if answers := click.get_current_context().meta.get(ANSWERS):
            kept = _("What you answered, as options: {options}", options=shlex.join(answers))
            error.hint = f"{error.hint}\n{kept}" if error.hint else kept
        raise
    print_line(
        _("Added {name} to {file}, line {line}.", name=name, file=appended.file, line=appended.line)
    )
    if appended.replaced is not None:
        print_line(_("Replaced {file}, which no document named.", file=appended.replaced))
    found = anchors(appended.record)
    for quote in getattr(entry, "quotes", ()):
        anchor = found.of(quote)
        place = place_words(anchor, message_language())
        verified = anchor.span is not None
        print_wrapped(_("quote verified: {place}", place=place) if verified else place, hang=4)
    for finding in appended.findings:
        print_finding(finding)


def _made(
    cls: Callable[..., Any], record: PolicyRecord, given: Mapping[str, Any], quoted: str, term: str
) -> Any:
    """Return the entry: texts, quotes, term and votes put together, what was not given left out."""
    values = dict(given)
    try:
        for name in [key.removesuffix("_nl") for key in given if key.endswith("_nl")]:
            values[name] = _local_text(record, values, name)
        if "quotes" in given:
            values["quotes"] = _passages(values, values.pop("quoted_from") or quoted)
        if "term" in given:
            values[term] = _timeframe(values)
        if votes := given.get("votes"):
            values["votes"] = Votes(in_favour=votes[0], against=votes[1])
        return cls(**given_only(values))
    except ValueError as error:
        reason = str(error).rstrip(".")
        raise EditRefusedError(_("The entry was not added: {reason}.", reason=reason)) from error


def given_only(values: Mapping[str, T]) -> dict[str, T]:
    """Return the values that were given: all but None and the empty list."""
    return {name: value for name, value in values.items() if value is not None and value != ()}


def _local_text(record: PolicyRecord, values: dict[str, Any], name: str) -> LocalText | None:
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
    try:
        return LocalText(**texts)
    except ValueError as error:
        raise ValueError(_("the {name} in {error}", name=name, error=error)) from error


def _passages(values: dict[str, Any], document: str) -> tuple[Passage, ...]:
    prefix, suffix, quotes = (values.pop(name) for name in ("prefix", "suffix", "quotes"))
    if (prefix or suffix) and len(quotes) != 1:
        raise click.UsageError(_("--prefix and --suffix are for a single --quote."))
    return tuple(
        Passage(document=document, quote=quote, prefix=prefix, suffix=suffix) for quote in quotes
    )


def _timeframe(values: dict[str, Any]) -> Timeframe | None:
    parts = {name: values.pop(f"term_{name}") for name in ("date", "after", "firmness")}
    phrase = values.pop("term")
    if phrase is not None:
        return Timeframe(phrase=phrase, **parts)
    if any(part is not None for part in parts.values()):
        raise click.UsageError(_("A term has the source's own words: give --term too."))
    return None
