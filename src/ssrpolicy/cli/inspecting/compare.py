"""``ssrpolicy compare``: what differs between two records, or two versions of one."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import click

from ssrpolicy.cli.console import print_json, print_line, print_wrapped
from ssrpolicy.cli.inspecting.naming import Naming
from ssrpolicy.cli.parameters import example, format_option, plugins_dir_option
from ssrpolicy.comparing import (
    Comparison,
    EntryDifference,
    FieldDifference,
    at_revision,
    compare,
    compare_all,
)
from ssrpolicy.errors import InputError
from ssrpolicy.messages import _, some
from ssrpolicy.model import LocalText, PolicyRecord, RecordInvalidError
from ssrpolicy.reporting import read_portfolio

_FORMAT = "ssrpolicy-comparison/1"
_SHORT = 40
# What two people always word differently, and does not show that they read otherwise.
_WORDED = frozenset(("summary", "quotes", "doubt", "cue", "name", "scope", "note"))


class _Sides(NamedTuple):
    """What calls the things of either record by their names."""

    old: Naming
    new: Naming


@click.command(
    "compare",
    epilog=example(
        "ssrpolicy compare kst-32123-X-124/record.toml@HEAD~3 kst-32123-X-124",
        "ssrpolicy compare by-anna/kst-32123-X-124 by-ben/kst-32123-X-124",
    ),
)
@click.argument("old", metavar="A")
@click.argument("new", metavar="B")
@format_option
@plugins_dir_option
def command(old: str, new: str, output_format: str) -> None:
    """Print what differs between the records at A and B, entry by entry and field by field.

    A and B are records or folders of records, and each can end in @REVISION: the record as git had
    it then, such as record.toml@HEAD~3. Entries are compared by their ids, and where these differ
    by the words that they quote, so that two people's records of one letter stand side by side.
    """
    olds, news = _records(old), _records(new)
    if len(olds) == len(news) == 1:
        found = tuple(each for each in (compare(olds[0], news[0]),) if each)
    else:
        found = compare_all(olds, news)
    if output_format == "json":
        print_json({"format": _FORMAT, "comparisons": [each.to_json() for each in found]})
        return
    for number, each in enumerate(found):
        if number:
            print_line()
        _print(each, old, new)
    if not found:
        print_line(_("{a} and {b} say the same.", a=old, b=new))


def _records(given: str) -> tuple[PolicyRecord, ...]:
    """Return the records at a path, or as they were at the revision after its last @."""
    path, at, revision = given.rpartition("@")
    if not at or os.path.lexists(given):
        return _read(Path(given), given)
    if not path:
        raise InputError(_("{given} names no path before the @.", given=given))
    with at_revision(Path(path), revision) as kept:
        return _read(kept, given)


def _read(path: Path, given: str) -> tuple[PolicyRecord, ...]:
    portfolio = read_portfolio([path])
    if portfolio.errors and portfolio.records:
        print_line(
            _("{path} has errors; what can be read of it is compared.", path=given), err=True
        )
    if not portfolio.records:
        raise RecordInvalidError(
            _("Nothing of {path} can be read.", path=given), findings=portfolio.errors
        )
    return portfolio.records


def _print(comparison: Comparison, old: str, new: str) -> None:
    for there, path, known in (
        (comparison.new, old, comparison.old),
        (comparison.old, new, comparison.new),
    ):
        if not there.documents:  # no record is without its letter
            print_line(_("{record} stands in {path} alone.", record=known.id, path=path))
            return
    print_line(
        _(
            "{record}: {added} added, {removed} removed, {changed} changed.",
            record=comparison.new.id,
            added=len(comparison.added),
            removed=len(comparison.removed),
            changed=len(comparison.changed),
        )
    )
    naming = _Sides(Naming(comparison.old), Naming(comparison.new))
    for field in comparison.fields:
        _print_field(field, naming)
    otherwise = [each for each in comparison.changed if each.reads_otherwise]
    others = [each for each in comparison.changed if not each.reads_otherwise]
    parts = (
        (_("Only in {path}:", path=old), comparison.removed),
        (_("Only in {path}:", path=new), comparison.added),
        (_("Kind or firmness differs:"), otherwise),
        (_("Otherwise changed:"), [each for each in others if [*_shown(each)]]),
    )
    for heading, differences in parts:
        if differences:
            print_line()
            print_line(heading)
        for each in differences:
            _print_entry(each, naming)
    if worded := sum(not [*_shown(each)] for each in others):
        print_line()
        print_line(_("In other words only, or with other quotes: {number}.", number=worded))
    if comparison.renamed:
        print_line()
        pairs = some(f"{was} → {now}" for was, now in comparison.renamed)
        print_wrapped(_("Called otherwise: {pairs}.", pairs=pairs), indent=0, hang=2)


def _print_entry(difference: EntryDifference, naming: _Sides) -> None:
    sides = zip(naming, (difference.old, difference.new), strict=True)
    (own, entry), *more = [(own, entry) for own, entry in sides if entry is not None]
    names = dict.fromkeys(each.name(one) for each, one in ((own, entry), *more))
    print_wrapped(f"{own.kind(entry)} {' | '.join(names)}: {own.words(entry)}", hang=4)
    for field in _shown(difference):
        _print_field(field, naming, entry, indent=4)


def _shown(difference: EntryDifference) -> Iterator[FieldDifference]:
    """The fields that are printed: of two people's readings not those that are their own words."""
    for field in difference.fields:
        if difference.matched_by != "words" or field.field not in _WORDED:
            yield field


def _print_field(
    field: FieldDifference, naming: _Sides, entry: object = None, indent: int = 2
) -> None:
    sides = zip(naming, _differing(field.old, field.new), strict=True)
    old, new = (own.value(value, field.field) for own, value in sides)
    name = naming.new.field(field.field, entry)
    if len(old) <= _SHORT and len(new) <= _SHORT:
        print_wrapped(f"{name}: {old} → {new}", indent=indent, hang=indent + 2)
        return
    print_wrapped(f"{name}:", indent=indent)
    print_wrapped(f"- {old}", indent=indent + 2, hang=indent + 4)
    print_wrapped(f"+ {new}", indent=indent + 2, hang=indent + 4)


def _differing(old: Any, new: Any) -> tuple[Any, Any]:
    """Return two values; of a text in two languages only the one in which they differ."""
    if isinstance(old, LocalText) and isinstance(new, LocalText):
        if old.nl == new.nl:
            return old.en, new.en
        if old.en == new.en:
            return old.nl, new.nl
    return old, new
