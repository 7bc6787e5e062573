"""``ssrpolicy add update``: what was said or found of a statement since."""

from pathlib import Path
from typing import Any

import click

from ssrpolicy.cli.add.entries import append
from ssrpolicy.cli.add.options import (
    documents_of,
    id_of,
    quote_options,
    term_options,
    text_options,
    word_option,
)
from ssrpolicy.cli.add.questions import ask, at_terminal, needed
from ssrpolicy.cli.parameters import example, path_argument
from ssrpolicy.cli.values import DATE, ID, known_word
from ssrpolicy.editing import record_to_edit
from ssrpolicy.model import ClaimedStatus, EvidenceStatus, Firmness, PolicyRecord, Update

# What an update can be about, by the options that say it.
_SAYS = ("claimed", "evidence", "term", "firmness", "owners", "note")


def _statements_of(record: PolicyRecord) -> list[str]:
    return [statement.id for statement in record.statements]


@click.command(
    "update",
    short_help="Add what happened since.",
    epilog=example(
        "ssrpolicy add update kst-32123-X-124 --statement african-union \\",
        "  --date 2011-03-01 --by nl-bz --claimed in_progress",
    ),
)
@path_argument
@needed("--statement", "The statement's id", type=ID, metavar="ID", among=_statements_of)
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
    type=ID,
    multiple=True,
    metavar="ID",
    help="A new owner: the id of a party; may be repeated.",
    always=False,
)
@text_options("note", "A note", asked=True, always=False)
@id_of("--document", "document that shows it", documents_of, always=False)
@quote_options(needed_for="The words that show it", always=False)
def add_update(path: Path, **given: Any) -> None:
    """Add one thing that was said or found of a statement to the record at PATH.

    It says one thing: --claimed, --evidence, a new --term, --firmness or --owner; or it has only a
    --note. What is claimed and what evidence shows are never mixed.
    """
    record = record_to_edit(path)
    ask(record, given, "statement", "date", "by")
    if not any(given[name] for name in (*_SAYS, "note_nl", "note_en")):
        ask(record, given, _what_it_says())
    if given["evidence"] and EvidenceStatus(given["evidence"]).needs_quote:
        ask(record, given, "document")
        ask(record, given, "quotes", quoted=given["document"])
    name = f"the update of {given['statement']}"
    append(path, record, Update, given, name, quoted=given["document"])


def _what_it_says() -> str:
    if not at_terminal():
        flags = "--claimed, --evidence, --term, --firmness, --owner or --note"
        raise click.UsageError(f"Missing: what the update says. Give one of {flags}.")
    question = f"What it says ({', '.join(_SAYS)})"
    answer: str = click.prompt(question, type=known_word(_SAYS), err=True)
    return answer
