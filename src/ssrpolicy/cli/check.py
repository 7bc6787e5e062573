"""``ssrpolicy check``: every finding of every record, and what of the sources is not recorded."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import click

from ssrpolicy.cli.console import (
    print_failures,
    print_finding,
    print_ignored,
    print_json,
    print_line,
    tracked,
)
from ssrpolicy.cli.main import EXIT_ERRORS_IN_RECORDS
from ssrpolicy.cli.parameters import format_option, paths_argument, plugin_options
from ssrpolicy.cli.settings import ignoring, load_registry, print_settings, read_settings
from ssrpolicy.errors import InputError
from ssrpolicy.evidence import anchors
from ssrpolicy.messages import _, ngettext
from ssrpolicy.model import CoverageState, PlaceInText, PolicyRecord, SentenceRecorded, Severity
from ssrpolicy.reporting import read_portfolio

#: A text of two thousand printed pages has fewer.
_MOST_SENTENCES: Final = 50_000


@click.command("check")
@paths_argument
@click.option(
    "--coverage",
    is_flag=True,
    help="Also list the sentences of each source that nothing quotes or sets aside, or in part.",
)
@click.option(
    "--ignore",
    "ignore",
    multiple=True,
    metavar="CODE",
    help="Leave out the warnings or notes with this code; may be repeated.",
)
@click.option(
    "-o",
    "--option",
    "options",
    multiple=True,
    metavar="CODE.KEY=VALUE",
    help="An option of a plugin's rule; `ssrpolicy plugins CODE` explains each.",
)
@format_option
@plugin_options
def command(
    paths: tuple[Path, ...],
    coverage: bool,
    ignore: tuple[str, ...],
    options: tuple[str, ...],
    output_format: str,
    strict_plugins: bool,
    plugins_dir: Path | None,
) -> None:
    """Report every finding about the records at each PATH: errors, warnings and notes.

    The exit code is 1 when there are errors. Each kind of finding has a page in the reference,
    under its code.
    """
    settings = read_settings(paths)
    registry = load_registry(
        settings,
        plugins_dir=plugins_dir,
        strict=strict_plugins,
        rule_options=options,
        only=("ssrpolicy_rules",),
    )
    left_out = ignoring(settings, ignore, registry)
    portfolio = read_portfolio(
        paths, more_rules=registry.rules, tracked=lambda files: tracked(files, _("Checking"))
    )
    if coverage:
        _check_sentences(portfolio.records)
    findings = [f for f in portfolio.findings if f.is_error or f.code not in left_out]
    left = [f for f in portfolio.findings if not f.is_error and f.code in left_out]
    ignored = Counter(finding.code for finding in left)
    print_settings(settings, registry, ignored=ignored)
    if output_format == "json":
        data: dict[str, Any] = {
            "records": [record.id for record in portfolio.records],
            "findings": [{**f.to_json(), **f.location.to_json()} for f in findings],
            "ignored": dict(sorted(ignored.items())),
        }
        if coverage:
            data["coverage"] = [each for r in portfolio.records for each in _coverage_as_json(r)]
        print_json(data)
    else:
        for finding in findings:
            print_finding(finding)
        unread = [_print_coverage(record) for record in portfolio.records if coverage]
        if any(unread):
            print_line(
                _(
                    "`ssrpolicy add statement` records such a sentence, `ssrpolicy add set-aside` "
                    "sets aside what says nothing of its own."
                )
            )
        numbers = Counter(finding.severity for finding in findings)
        counts = ", ".join(_count(severity, numbers[severity]) for severity in Severity)
        records = ngettext("{number} record", "{number} records", len(portfolio.records))
        print_line(f"{records}: {counts}.")
        print_ignored(left)
    print_failures(registry)
    if portfolio.errors:
        raise click.exceptions.Exit(EXIT_ERRORS_IN_RECORDS)


def _check_sentences(records: Iterable[PolicyRecord]) -> None:
    """Raise InputError for a text of so many sentences that nobody goes through them."""
    for record in records:
        for document in record.documents:
            text = anchors(record).source(document.id)
            if text is not None and len(text.sentences) > _MOST_SENTENCES:
                raise InputError(
                    _(
                        "{document} has {number:,} sentences; what is recorded is listed of texts "
                        "of at most {most:,}.",
                        document=record.full_id(document.id),
                        number=len(text.sentences),
                        most=_MOST_SENTENCES,
                    ),
                    hint=_("Divide it, such as by its chapters, and record each part by itself."),
                )


def _count(severity: Severity, number: int) -> str:
    match severity:
        case Severity.ERROR:
            count = ngettext("{number} error", "{number} errors", number)
        case Severity.WARNING:
            count = ngettext("{number} warning", "{number} warnings", number)
        case Severity.NOTE:
            count = ngettext("{number} note", "{number} notes", number)
    return count if number else count.replace("0 ", _("no "), 1)


def _print_coverage(record: PolicyRecord) -> bool:
    """Print what of the sources is not recorded; return whether there is any."""
    left = False
    names = {
        CoverageState.QUOTED: _("quoted"),
        CoverageState.SET_ASIDE: _("set aside"),
        CoverageState.PARTLY: _("in part"),
        CoverageState.UNTOUCHED: _("not recorded"),
    }
    for document, sentences in _sentences(record):
        lines: list[str] = []
        for each in sentences:
            if each.state not in (CoverageState.UNTOUCHED, CoverageState.PARTLY):
                continue
            left = True
            place = _place(document, each.place)
            lines += [f"{place}: {names[each.state]}:", f"    {each.text}"]
            if each.state is CoverageState.PARTLY:
                lines += (
                    f"    {_('not touched: {words}', words=gap.text)}" for gap in each.missing
                )
        states = [each.state for each in sentences]
        parts = ", ".join(f"{states.count(state)} {name}" for state, name in names.items())
        sentences_read = ngettext("{number} sentence", "{number} sentences", len(states))
        print_line("\n".join([*lines, f"{document}: {sentences_read}: {parts}."]))
    return left


def _place(document: str, place: PlaceInText) -> str:
    paragraph, page = place.paragraph, place.page
    if page is None:
        words = _("{document}, paragraph {paragraph}", document=document, paragraph=paragraph)
    else:
        words = _(
            "{document}, p. {page}, paragraph {paragraph}",
            document=document,
            page=page,
            paragraph=paragraph,
        )
    if heading := place.heading:
        return _("{place}, under '{heading}'", place=words, heading=heading)
    return words


def _sentences(record: PolicyRecord) -> Iterator[tuple[str, tuple[SentenceRecorded, ...]]]:
    """Yield the full id of each document with a text, with its sentences."""
    found: dict[str, list[SentenceRecorded]] = {
        document.id: [] for document in record.documents if document.text is not None
    }
    for sentence in record.coverage():
        found[str(sentence.place.document)].append(sentence)
    for document, sentences in found.items():
        yield record.full_id(document), tuple(sentences)


def _coverage_as_json(record: PolicyRecord) -> list[dict[str, Any]]:
    return [
        {
            "document": document,
            "sentence": each.text,
            "heading": each.place.heading,
            "paragraph": each.place.paragraph,
            "state": each.state.value,
            "untouched": [gap.text for gap in each.missing],
        }
        for document, sentences in _sentences(record)
        for each in sentences
    ]
