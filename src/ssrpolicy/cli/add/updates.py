"""``ssrpolicy add update``: what was said or found since, one thing an update."""

from pathlib import Path
from typing import Any

import click

from ssrpolicy import codelists
from ssrpolicy.cli.add.entries import keeping_answers, one_thing_each, print_added
from ssrpolicy.cli.add.options import (
    answer_to,
    ask,
    at_terminal,
    id_of,
    needed,
    quote_options,
    term_options,
    text_options,
    word_option,
)
from ssrpolicy.cli.parameters import example, path_argument, previewed, writing_options
from ssrpolicy.cli.values import DATE, ID, known_word
from ssrpolicy.editing import append, record_to_edit
from ssrpolicy.messages import _
from ssrpolicy.model import ClaimedStatus, EvidenceStatus, Firmness, PolicyRecord

# What an update can be about, by the options that say it.
_AXES = ("claimed", "evidence", "term", "firmness", "owners")
_OF_AN_UPDATE = (*_AXES, "note")
# What has another name among the labels of the axes.
_LABELLED = {"term": "timeframe"}


@click.command(
    "update",
    short_help="Add what happened since.",
    epilog=example(
        "ssrpolicy add update kst-32123-X-124 --statement african-union \\",
        "  --date 2011-03-01 --by nl-bz --claimed transferred --owner nl-defensie",
    ),
)
@path_argument
@needed("--statement", "The statement's id", type=ID, metavar="ID", among="statements")
@needed("--date", "The day on which it was said or found", type=DATE, metavar="DATE")
@needed("--by", "Who says so: the id of a party, or a name", metavar="WHO")
@word_option(
    *("--claimed", "What is said of it", ClaimedStatus), question="What is said of it", always=False
)
@word_option(
    *("--evidence", "What a paper shows, with --document and --quote", EvidenceStatus),
    question="What a paper shows",
    always=False,
)
@term_options
@word_option(
    *("--firmness", "The firmness, where that has changed", Firmness),
    question="The new firmness",
    always=False,
)
@needed(
    "--owner",
    "The id of the new owner",
    "owners",
    multiple=True,
    metavar="PARTY",
    help="A new owner: the id or name of a party; may be repeated.",
    always=False,
)
@text_options("note", "A note", asked=True, always=False)
@click.option("--internal", is_flag=True, help="Keep note and name out of reports for others.")
@id_of("--document", "document that shows it", "documents", always=False)
@quote_options(needed_for="The words that show it", always=False)
@writing_options
def add_update(path: Path, **given: Any) -> None:
    """Add what was said or found of a statement to the record at PATH.

    An update says one thing: --claimed, --evidence, a new --term, --firmness or --owner; or it has
    only a --note. Where several are given, as a claim with the evidence for it, or a transfer with
    the new owner, there is an update for each, in one write. The note stands with the first, and
    with evidence that was not found; the document and its words stand with the evidence, or where
    there is none with each.
    """
    record = record_to_edit(path)
    ask(record, given, "statement", "date", "by")
    given["by"] = _who(record, given["by"])
    if not any(given[name] for name in (*_OF_AN_UPDATE, "note_nl", "note_en")):
        ask(record, given, _what_it_says())
    if given["evidence"] and EvidenceStatus(given["evidence"]).needs_quote:
        ask(record, given, "document")
        ask(record, given, "quotes", quoted=given["document"])
    with keeping_answers():
        updates = one_thing_each(record, given, _AXES)
        change = append(path, *updates, preview=previewed())
    name = _("the update of {statement}", statement=given["statement"])
    print_added(change, [name] * len(change.entries))


def _who(record: PolicyRecord, by: str) -> str:
    """Return the id of the ministry or office that a name names, as an owner is read; or the name.

    A party of the record alone goes by its id: an official may have the name of a member.
    """
    own = {party.id for party in record.parties}
    found = [id for id in codelists.named(record, "parties", by) if id not in own]
    return found[0] if len(found) == 1 else by


def _what_it_says() -> str:
    if not at_terminal():
        raise click.UsageError(
            _(
                "Missing: what the update says. Give one of --claimed, --evidence, --term, "
                "--firmness, --owner and --note."
            )
        )
    kind = known_word((_LABELLED.get(each, each) for each in _OF_AN_UPDATE), labels="axis")
    question = _("What it says ({names})", names=kind.listed)
    answer: str = answer_to(question, kind)
    return {label: name for name, label in _LABELLED.items()}.get(answer, answer)
