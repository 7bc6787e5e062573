"""``ssrpolicy add document``, ``request`` and ``disposition``: papers, what they ask and answer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ssrpolicy.cli.add.entries import append, making, tell
from ssrpolicy.cli.add.options import (
    documents_of,
    given_only,
    id_option,
    local_text,
    passages,
    quote_options,
    several,
    term_options,
    text_options,
    timeframe,
    word_option,
)
from ssrpolicy.cli.add.questions import answers_kept, ask, needed
from ssrpolicy.cli.parameters import path_argument
from ssrpolicy.cli.values import DATE, ID, PAPER
from ssrpolicy.editing import append_document, record_to_edit
from ssrpolicy.model.documents import Document, Votes
from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.requests import Disposition, Request
from ssrpolicy.model.vocabulary import (
    Answer,
    Appreciation,
    DocumentKind,
    MetadataSource,
    Outcome,
)


def _requests_of(record: PolicyRecord) -> list[str]:
    return [request.id for request in record.requests]


@click.command("document", short_help="Add a paper.")
@path_argument
@id_option("document", "motion-2")
@word_option("--kind", "What it is", DocumentKind, question="What it is")
@click.option(
    "--file",
    "source",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Its text, which is copied untouched into the record.",
)
@click.option(
    "--number", type=PAPER, metavar="PAPER", help="Its paper number, such as kst-32123-X-84."
)
@click.option(
    "--register-number",
    metavar="NUMBER",
    help="Its number in the register, such as 2009Z23838.",
)
@text_options("title", "Its title")
@click.option("--date", type=DATE, metavar="DATE", help="Its date, such as 2010-04-29.")
@click.option("--session-year", metavar="YEARS", help="The session year, such as 2009-2010.")
@several("--author", "authors", "Who wrote it: the id of a party, such as minister-bz")
@several("--on-behalf-of", "on_behalf_of", "On whose behalf too: the id of a party")
@click.option("--addressee", type=ID, metavar="ID", help="To whom it is addressed: a party's id.")
@click.option(
    "--url",
    metavar="ADDRESS",
    help="Its public address, where that does not follow from the number.",
)
@click.option("--language", metavar="TAG", help="The language of its text, such as nl.")
@click.option(
    "--from-register",
    is_flag=True,
    help="These facts come from the register of the House, not from the paper.",
)
@click.option("--replaces", type=PAPER, metavar="PAPER", help="The paper in whose place it came.")
@word_option("--outcome", "What the House decided on a motion", Outcome)
@click.option(
    "--votes", type=(int, int), metavar="FOR AGAINST", help="The votes, such as: --votes 76 74."
)
@word_option("--appreciation", "The cabinet's appreciation of a motion", Appreciation)
def add_document(path: Path, source: Path | None, **given: Any) -> None:
    """Add a paper to the record at PATH, with its text if there is one."""
    record = record_to_edit(path)
    ask(record, given, "id", "kind")
    votes = given.pop("votes")
    register = given.pop("from_register")
    with making():
        entry = Document(
            **given_only(
                {
                    **given,
                    "title": local_text(record, given, "title"),
                    "votes": votes and Votes(in_favour=votes[0], against=votes[1]),
                    "metadata_from": MetadataSource.REGISTER if register else None,
                }
            )
        )
    with answers_kept():
        appended = append_document(path, entry, source)
    tell(appended, entry.id)


@click.command("request", short_help="Add what a paper asks.")
@path_argument
@id_option("request", "be-informed")
@needed(
    "--document",
    "The id of the document that asks it",
    type=ID,
    metavar="ID",
    among=documents_of,
)
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
    with making():
        given["summary"] = local_text(record, given, "summary")
        given["quotes"] = passages(record, given)
        given["term"] = timeframe(given)
    append(path, Request, given, given["id"])


@click.command("disposition", short_help="Add how a request is answered.")
@path_argument
@needed("--request", "The request's id", type=ID, metavar="ID", among=_requests_of)
@needed(
    "--document",
    "The id of the document that answers it",
    type=ID,
    metavar="ID",
    among=documents_of,
)
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
    with making():
        given["scope"] = local_text(record, given, "scope")
        given["quotes"] = passages(record, given, given["document"])
    append(path, Disposition, given, f"the answer to {given['request']}")
