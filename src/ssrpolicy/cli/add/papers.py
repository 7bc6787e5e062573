"""``ssrpolicy add document``, ``request`` and ``disposition``: papers, what they ask and answer."""

from pathlib import Path
from typing import Any

import click

from ssrpolicy.cli.add.entries import append, making
from ssrpolicy.cli.add.options import (
    documents_of,
    id_of,
    id_option,
    quote_options,
    several,
    term_options,
    text_options,
    value,
    word_option,
)
from ssrpolicy.cli.add.questions import ask, needed
from ssrpolicy.cli.parameters import path_argument
from ssrpolicy.cli.values import DATE, ID, PAPER
from ssrpolicy.editing import append_document, record_to_edit
from ssrpolicy.model import (
    Answer,
    Appreciation,
    Disposition,
    Document,
    DocumentKind,
    MetadataSource,
    Outcome,
    PolicyRecord,
    Request,
    Votes,
)


def _requests_of(record: PolicyRecord) -> list[str]:
    return [request.id for request in record.requests]


@click.command("document", short_help="Add a paper.")
@path_argument
@id_option("document", "motion-2")
@word_option("--kind", "What it is", DocumentKind, question="What it is")
@value(
    "--file",
    "FILE",
    "Its text, which is copied untouched into the record.",
    "source",
    type=click.Path(path_type=Path),
)
@value("--number", "PAPER", "Its paper number, such as kst-32123-X-84.", type=PAPER)
@value("--register-number", "NUMBER", "Its number in the register, such as 2009Z23838.")
@text_options("title", "Its title")
@value("--date", "DATE", "Its date, such as 2010-04-29.", type=DATE)
@value("--session-year", "YEARS", "The session year, such as 2009-2010.")
@several("--author", "authors", "Who wrote it: the id of a party, such as minister-bz")
@several("--on-behalf-of", "on_behalf_of", "On whose behalf too: the id of a party")
@value("--addressee", "ID", "To whom it is addressed: a party's id.", type=ID)
@value("--url", "ADDRESS", "Its public address, where that does not follow from the number.")
@value("--language", "TAG", "The language of its text, such as nl.")
@click.option(
    "--from-register",
    "metadata_from",
    flag_value=MetadataSource.REGISTER,
    type=MetadataSource,
    help="These facts come from the register of the House, not from the paper.",
)
@value("--replaces", "PAPER", "The paper in whose place it came.", type=PAPER)
@word_option("--outcome", "What the House decided on a motion", Outcome)
@value("--votes", "FOR AGAINST", "The votes, such as: --votes 76 74.", type=(int, int))
@word_option("--appreciation", "The cabinet's appreciation of a motion", Appreciation)
def add_document(path: Path, source: Path | None, **given: Any) -> None:
    """Add a paper to the record at PATH, with its text if there is one."""
    record = record_to_edit(path)
    ask(record, given, "id", "kind")
    if votes := given["votes"]:
        with making():
            given["votes"] = Votes(in_favour=votes[0], against=votes[1])
    append(
        *(path, record, Document, given, given["id"]),
        write=lambda path, entry: append_document(path, entry, source),
    )


@click.command("request", short_help="Add what a paper asks.")
@path_argument
@id_option("request", "be-informed")
@id_of("--document", "document that asks it", documents_of)
@text_options("summary", "What is asked, in one sentence", asked=True)
@quote_options()
@term_options
@click.option("--implied", is_flag=True, help="Nobody asked it in so many words.")
def add_request(path: Path, **given: Any) -> None:
    """Add one thing that a document asks to the record at PATH.

    Its words are from the record's source, unless --from names another document.
    """
    record = record_to_edit(path)
    ask(record, given, "id", "document", "summary")
    append(path, record, Request, given, given["id"], term="term")


@click.command("disposition", short_help="Add how a request is answered.")
@path_argument
@needed("--request", "The request's id", type=ID, metavar="ID", among=_requests_of)
@id_of("--document", "document that answers it", documents_of)
@word_option("--answer", "The answer", Answer, question="The answer")
@text_options("scope", "For what part this answer holds")
@several("--by", "by", "The id of a statement that carries the answer")
@several("--because", "because", "The id of a statement that it rests on")
@quote_options()
def add_disposition(path: Path, **given: Any) -> None:
    """Add how a document answers a request to the record at PATH.

    A request may have several answers, each for its own part: declined in general, conditional
    per case. A quote is from the answering document; it is needed only where no statement (--by)
    carries the answer.
    """
    record = record_to_edit(path)
    ask(record, given, "request", "document", "answer")
    name = f"the answer to {given['request']}"
    append(path, record, Disposition, given, name, quoted=given["document"])
