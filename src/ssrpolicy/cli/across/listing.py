"""``ssrpolicy list``: what many records hold, as a table, CSV or JSON."""

from __future__ import annotations

import codecs
import csv
import datetime as dt
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import click

from ssrpolicy.cli.across.asking import Asked, asked, asked_option, exit_with_problems
from ssrpolicy.cli.across.drawing import print_rows
from ssrpolicy.cli.across.options import selection_options
from ssrpolicy.cli.console import print_json, print_line
from ssrpolicy.cli.language import as_one_text, english_for_programs
from ssrpolicy.cli.parameters import (
    as_of_option,
    day_meant,
    example,
    language_option,
    plugins_dir_option,
    say_today,
)
from ssrpolicy.cli.values import DATE, WHOLE, Parsed, known_word
from ssrpolicy.messages import _, ngettext
from ssrpolicy.model import Language
from ssrpolicy.selection import NOBODY, Selection, collective_remark
from ssrpolicy.unseen import visible
from ssrpolicy.views import LIST_KINDS, Link, Listing, Value, is_formula, label, selection_words
from ssrpolicy.views.shared import later_letters, owner_totals

_FORMAT = "ssrpolicy-list/1"


def _keys(text: str) -> tuple[str, ...]:
    keys = tuple(filter(None, (each.strip() for each in text.split(","))))
    if not keys:
        raise ValueError(_("It names no column; leave it out, or name one."))
    return keys


@click.command(
    "list",
    epilog=example(
        "ssrpolicy list commitments records --owner nl-bz --due-before 2027-01-01",
        "ssrpolicy list motions records --format csv > motions.csv",
        "ssrpolicy list changes records --since 2026-11-23",
        "ssrpolicy list letters --database register.sqlite",
    ),
)
@click.argument("kind", metavar="WHAT", type=known_word(LIST_KINDS, labels="lists"))
@asked_option
@selection_options
@as_of_option
@click.option(
    "--since", type=DATE, metavar="DATE", help="Of changes: what is dated after this day."
)
@click.option(
    "--sort", metavar="KEY", help="The column to sort by; with - before it, the other way around."
)
@click.option("--limit", type=WHOLE, metavar="N", help="The most rows that are shown.")
@click.option(
    "--fields",
    type=Parsed("columns", _keys),
    metavar="KEY,KEY",
    help="The columns to show, in this order; all of them in CSV and JSON if left out.",
)
@language_option
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    show_default=True,
    callback=english_for_programs,
    help="What is printed: a table for people, CSV for Excel, or JSON for programs.",
)
@plugins_dir_option
def command(
    kind: Any,
    paths: tuple[Path, ...],
    database: str | None,
    selection: Selection,
    as_of: dt.date | None,
    since: dt.date | None,
    sort: str | None,
    limit: int | None,
    fields: tuple[str, ...] | None,
    language: Language,
    output_format: str,
) -> None:
    """List WHAT the records at each PATH, or in a database, hold, by due date, with totals below.

    WHAT is motions, requests, commitments, statements, letters, instruments or changes. Columns
    have the keys of the tracker's. Of records with errors what can be read is listed, and the exit
    code is 1.
    """
    if kind == "changes" and since is None:
        raise click.UsageError(_("A list of changes needs the day to compare with: --since DATE."))
    if kind != "changes" and since is not None:
        raise click.UsageError(_("--since is for a list of changes."))
    records, day = asked(paths, database), day_meant(as_of)
    found = records.listing(
        kind, selection, as_of=day, language=language, since=since, sort=sort, limit=limit
    )
    shown = found.with_columns(fields or (found.short if output_format == "table" else _all(found)))
    as_one_text(found.language, output_format)
    say_today(as_of, day)
    if remark := collective_remark(found.selection):
        print_line(_("Note: {remark}", remark=remark), err=True)
    for each in found.shared:
        print_line(_("Note: {remark}", remark=each.remark), err=True)
    if output_format == "json":
        _print_json(shown, records)
    else:
        records.print_problems()
        for remark in later_letters(found.later, found.as_of):
            print_line(_("Note: {remark}", remark=remark), err=True)
        if output_format == "csv":
            _print_csv(shown)
        else:
            _print_table(found, shown, records)
    exit_with_problems(records)


def _all(found: Listing) -> tuple[str, ...]:
    return tuple(column.key for column in found.table.columns)


def _print_table(found: Listing, shown: Listing, records: Asked) -> None:
    if found.selection:
        naming = records.naming(found.selection)
        words = selection_words(found.selection, found.language, naming)
        print_line(label("selected.lead", found.language, criteria=words))
    print_rows(shown.table, found.language)
    if shown.languages is not None:
        print_line(shown.languages)
    _print_totals(found)


def _print_totals(found: Listing) -> None:
    shown = len(found.table.rows)
    total = _("{chosen} of {every}", chosen=found.chosen, every=found.every)
    if found.rows != found.chosen:
        total = _("{total}, in {rows} rows", total=total, rows=found.rows)
    if shown < found.rows:
        total = ngettext(
            "{total}; the first is shown",
            "{total}; the first {number} are shown",
            shown,
            total=total,
        )
    parts = [total]
    if found.overdue is not None:
        parts.append(_("{number} overdue", number=found.overdue))
    if found.nobody is not None:
        parts.append(_nobody(found.nobody, found.selection))
    print_line(f"{'; '.join(parts)}.")
    if found.owners is not None:
        print_line(owner_totals(found.owners, found.chosen, found.language))


def _nobody(number: int, selection: Selection) -> str:
    if selection.owners and NOBODY not in selection.owners:
        return ngettext("{number} more belongs to nobody", "{number} more belong to nobody", number)
    return ngettext("{number} belongs to nobody", "{number} belong to nobody", number)


def _plain(value: Value, code: str | None) -> object:
    """Return a cell as JSON has it: the code of a choice, the address of a link, a day as text.

    A number is a number, whole or not, so that a program can add up a column.
    """
    if code is not None:
        return code
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, Link):
        return value.url
    return value.isoformat() if isinstance(value, dt.date) else value


def _print_json(found: Listing, records: Asked) -> None:
    table = found.table
    keys = [column.key for column in table.columns]
    print_json(
        {
            "format": _FORMAT,
            "list": found.kind,
            "as_of": found.as_of.isoformat(),
            "selection": found.selection.to_plain(),
            "totals": {
                "chosen": found.chosen,
                "every": found.every,
                "rows": found.rows,
                "overdue": found.overdue,
                "nobody": found.nobody,
                "owners": None if found.owners is None else dict(found.owners.each),
                "several_owners": None if found.owners is None else found.owners.several,
            },
            "rows": [
                dict(zip(keys, map(_plain, row, codes), strict=True))
                for row, codes in zip(table.rows, table.codes, strict=True)
            ],
            "problems": records.problems(),
        }
    )


def _print_csv(found: Listing) -> None:
    """Print the rows for a Dutch Excel: semicolons, a mark of UTF-8, and nothing that it runs."""
    sys.stdout.flush()
    out = codecs.getwriter("utf-8-sig")(sys.stdout.buffer)
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([column.key for column in found.table.columns])
    for row in found.table.rows:
        writer.writerow([_cell(value) for value in row])
    sys.stdout.buffer.flush()


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",")  # a Dutch Excel reads 2.5 as 2 May
    text = visible(value.url if isinstance(value, Link) else str(value))
    # A text is never a formula; a number may be negative.
    return f"'{text}" if isinstance(value, str) and is_formula(text) else text
