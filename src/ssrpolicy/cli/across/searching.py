"""``ssrpolicy search``: where words stand, in what is recorded and in the papers themselves."""

from __future__ import annotations

import datetime as dt
import os
import shlex
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from ssrpolicy.cli.across.asking import asked, asked_option, exit_with_problems
from ssrpolicy.cli.across.options import selection_options
from ssrpolicy.cli.console import print_json, print_line, wrapped
from ssrpolicy.cli.language import as_one_text
from ssrpolicy.cli.main import EXIT_ERRORS_IN_RECORDS
from ssrpolicy.cli.parameters import (
    as_of_option,
    day_meant,
    example,
    format_option,
    language_option,
    plugins_dir_option,
    say_today,
)
from ssrpolicy.cli.values import WHOLE
from ssrpolicy.errors import InputError
from ssrpolicy.messages import _, ngettext
from ssrpolicy.model import Language
from ssrpolicy.selection import Selection, collective_remark
from ssrpolicy.storage import may_be_address, path_missing
from ssrpolicy.unseen import visible
from ssrpolicy.views import Hit, label, long_date

_FORMAT = "ssrpolicy-search/1"
_SHOWN = 20
_AROUND = 160


@click.command(
    "search",
    epilog=example(
        "ssrpolicy search training records", 'ssrpolicy search "de zal niet" records --owner nl-bz'
    ),
)
@click.argument("query", metavar="WORDS")
@asked_option
@selection_options
@as_of_option
@click.option(
    "--limit", type=WHOLE, default=_SHOWN, show_default=True, metavar="N", help="The most hits."
)
@language_option
@format_option
@plugins_dir_option
def command(
    query: str,
    paths: tuple[Path, ...],
    database: str | None,
    selection: Selection,
    as_of: dt.date | None,
    limit: int,
    language: Language,
    output_format: str,
) -> None:
    """Find WORDS in the records at each PATH, or in a database.

    They are looked for in summaries, quotes, and the paragraphs, headings and notes of papers.

    All words must stand in one text, in any order; case and accents make no difference, and a word
    of three letters or more is found within another too. Several words go between quotation marks.
    A sentence is printed once, below each entry and part of a paper in which it stands. Each of
    these is a hit: the total counts them, and so does JSON, where each has its text.
    The exit code is 1 when nothing is found, and where records have errors: what can be read of
    them is searched.
    """
    _refuse_other_order(query, paths)
    records = asked(paths, database)
    day = day_meant(as_of) if selection else as_of or dt.date.max
    found = records.search(query, selection, as_of=day, language=language, limit=limit)
    as_one_text(language, output_format)
    if selection:
        say_today(as_of, day)
    if remark := collective_remark(found.selection):
        print_line(_("Note: {remark}", remark=remark), err=True)
    for each in found.shared:
        print_line(_("Note: {remark}", remark=each.remark), err=True)
    if output_format == "json":
        print_json(
            {
                "format": _FORMAT,
                "words": query,
                "as_of": None if day == dt.date.max else day.isoformat(),
                "selection": found.selection.to_plain(),
                "total": found.total,
                "hits": [hit.to_plain() for hit in found.hits],
                "problems": records.problems(),
            }
        )
    else:
        records.print_problems()
        sentences = _sentences(found.hits)
        for hits in sentences:
            _print(hits, language)
        _print_total(len(found.hits), found.total, len(sentences))
    if not found.total:
        raise click.exceptions.Exit(EXIT_ERRORS_IN_RECORDS)
    exit_with_problems(records)


def _refuse_other_order(query: str, paths: tuple[Path, ...]) -> None:
    """Raise InputError where the words and the path were given in the other order."""
    if len(paths) != 1 or paths[0].name == "-":
        return
    # Words may be too long for a name, or hold what no name holds.
    if os.path.exists(query) and not os.path.exists(paths[0]):  # noqa: PTH110 - Path.exists raises for a text that is too long for a path
        if may_be_address(paths[0]):
            raise path_missing(str(paths[0]), paths[0])
        raise InputError(
            _("{name} does not exist.", name=paths[0]),
            hint=_(
                "The words come first: ssrpolicy search {words} {path}",
                words=shlex.quote(str(paths[0])),
                path=shlex.quote(query),
            ),
        )


def _print_total(shown: int, total: int, sentences: int) -> None:
    """Print how many hits there are, and in how many sentences those that are shown stand."""
    if not total:
        print_line(_("Nothing found."))
        return
    hits = ngettext("{number} hit", "{number} hits", total)
    if shown < total:
        hits = ngettext(
            "{hits}; the first is shown (--limit)",
            "{hits}; the first {number} are shown (--limit)",
            shown,
            hits=hits,
        )
    if sentences < shown:
        hits = ngettext(
            "{hits}, in one sentence", "{hits}, in {number} sentences", sentences, hits=hits
        )
    print_line(f"{hits}.")


def _sentences(hits: Iterable[Hit]) -> list[list[Hit]]:
    """Return hits with those that say the same words of one paper together, at the first of them.

    A sentence may be quoted by several entries, and stands in its paragraph besides.
    """
    groups: dict[str | None, list[list[Hit]]] = {}
    found: list[list[Hit]] = []
    for hit in hits:
        same = groups.setdefault(hit.document, [])
        group = next((each for each in same if _is_same(each[0], hit)), None)
        if group is None:
            group = []
            same.append(group)
            found.append(group)
        group.append(hit)
    return found


def _is_same(one: Hit, other: Hit) -> bool:
    """Whether one of two hits is within the other, with all words that were found in that."""
    within, around = sorted((one, other), key=lambda each: len(each.text))
    start = around.text.find(within.text)
    end = start + len(within.text)
    return start >= 0 and all(start <= first and last <= end for first, last in around.marks)


def _print(hits: Sequence[Hit], language: Language) -> None:
    """Print a sentence once, below each entry or part of a paper in which it stands."""
    for hit in hits:
        click.secho(visible(hit.id), bold=True, nl=False)
        print_line(f"  {_where(hit, language)}")
    text, marks = _cut(hits[0])
    # What is not seen is shown by its code, which moves what stands after it: marks go first.
    pieces, place = [], 0
    for start, end in marks:
        pieces += [(text[place:start], False), (text[start:end], True)]
        place = end
    pieces.append((text[place:], False))
    click.echo(_lines(tuple((visible(piece), marked) for piece, marked in pieces)))
    click.echo()


def _lines(pieces: Iterable[tuple[str, bool]]) -> str:
    """Return pieces of a text in lines, those that are marked in bold.

    Lines are made of the text alone: what makes it bold takes no room, and is never broken.
    """
    text, marks = "", []
    for piece, marked in pieces:
        if marked:
            marks.append((len(text), len(text) + len(piece)))
        text += piece
    lines, place = [], 0
    for line in wrapped(text).splitlines():
        words = line.strip(" ")
        start = max(text.find(words, place), place)
        place = start + len(words)
        shown, at = line[: len(line) - len(words)], start
        for first, last in marks:
            if first < place and last > start:
                shown += text[at : max(first, start)]
                at = min(last, place)
                shown += click.style(text[max(first, start) : at], bold=True, underline=True)
        lines.append(shown + text[at:place])
    return "\n".join(lines)


def _where(hit: Hit, language: Language) -> str:
    parts = [label(f"hit.{hit.kind}", language)]
    if hit.date is not None:
        parts.append(long_date(hit.date, language))
    if hit.page is not None:
        parts.append(label("hit.page", language, number=hit.page))
    if hit.paragraph is not None:
        parts.append(label("terminal_place.paragraph", language, number=hit.paragraph))
    if hit.heading is not None:
        parts.append(f"‘{hit.heading}’")
    return ", ".join(parts)


def _cut(hit: Hit) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the text around the first words found, with where the words stand in that."""
    first, last = hit.marks[0][0], hit.marks[-1][1]
    start = 0 if first <= _AROUND else hit.text.rfind(" ", 0, first - _AROUND) + 1
    end = hit.text.find(" ", min(last, first + _AROUND * 2) + _AROUND)
    end = len(hit.text) if end < 0 else end
    # A word without end, such as what a program wrote in a paper, is cut within.
    start = max(start, first - _AROUND * 2)
    end = min(end, first + _AROUND * 5)
    before, after = "… " if start else "", " …" if end < len(hit.text) else ""
    moved = len(before) - start
    marks = tuple((a + moved, min(b, end) + moved) for a, b in hit.marks if start <= a < end)
    return f"{before}{hit.text[start:end]}{after}", marks
