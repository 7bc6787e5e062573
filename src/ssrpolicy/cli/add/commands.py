"""``ssrpolicy add``: the command for each kind of entry, and the options that it takes."""

from pathlib import Path
from typing import Any

import click

from ssrpolicy.cli.add.entries import append, given_only
from ssrpolicy.cli.add.options import (
    ask,
    at_terminal,
    codes,
    id_of,
    id_option,
    needed,
    quantities_option,
    quote_options,
    several,
    term_options,
    text_options,
    value,
    word_option,
)
from ssrpolicy.cli.parameters import example, path_argument
from ssrpolicy.cli.values import DATE, ID, PAPER, RELATION, known_word
from ssrpolicy.editing import append_document, record_to_edit
from ssrpolicy.messages import _, together
from ssrpolicy.model import (
    STATEMENT_KINDS,
    Answer,
    Appreciation,
    ClaimedStatus,
    Commitment,
    Course,
    Disposition,
    Document,
    DocumentKind,
    EvidenceStatus,
    Firmness,
    Instrument,
    InstrumentKind,
    MetadataSource,
    Outcome,
    Request,
    Update,
)

_OF_A_COMMITMENT = ("firmness", "course", "cue")
# What an update can be about, by the options that say it.
_OF_AN_UPDATE = ("claimed", "evidence", "term", "firmness", "owners", "note")


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
    append(
        *(path, record, Document, given, given["id"]),
        write=lambda path, entry: append_document(path, entry, source),
    )


@click.command("request", short_help="Add what a paper asks.")
@path_argument
@id_option("request", "be-informed")
@id_of("--document", "document that asks it", "documents")
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
@needed("--request", "The request's id", type=ID, metavar="ID", among="requests")
@id_of("--document", "document that answers it", "documents")
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
    name = _("the answer to {request}", request=given["request"])
    append(path, record, Disposition, given, name, quoted=given["document"])


@click.command(
    "statement",
    short_help="Add a commitment, condition, position, claim or engagement.",
    epilog=example(
        "ssrpolicy add statement kst-32123-X-124 --id african-union \\",
        "  --kind commitment --firmness conditional --course continuous \\",
        '  --summary "Nederland zal dit proces waar mogelijk ondersteunen." \\',
        '  --quote "zal dit proces waar mogelijk" \\',
        '  --cue "zal dit proces waar mogelijk" --owner nl',
    ),
)
@path_argument
@id_option("statement", "african-union")
@needed(
    "--kind",
    "Its kind",
    type=known_word(STATEMENT_KINDS, labels="statement_kind"),
    metavar="WORD",
    help="Its kind: {words}.",
)
@text_options("summary", "What is stated, in one sentence", asked=True)
@quote_options(needed_for="The words that state it")
@word_option(
    "--firmness",
    "How firm a commitment is (in doubt the weaker)",
    Firmness,
    question="How firm it is, in doubt the weaker",
    always=False,
)
@word_option(
    "--course",
    "Whether a commitment is for once",
    Course,
    question="Whether it is done once, comes back or goes on",
    always=False,
)
@needed(
    "--cue",
    "The words of the quote that decide the firmness",
    metavar="WORDS",
    help="Of a commitment: the words of the quote that decide the firmness.",
    always=False,
)
@several("--owner", "owners", "Whose it is: the id of a party, such as nl-bz")
@several("--partner", "partners", "With whom: the id of a party")
@codes("--place", "places", "Where: a code such as AFG")
@codes("--sector", "sectors", "The sector, such as police")
@codes("--framework", "frameworks", "The policy framework, such as human-rights")
@several("--needs", "needs", "The id of a condition that must hold")
@several("--uses", "uses", "The id of an instrument")
@quantities_option("at_most=100,unit=person,per=year")
@term_options
@several(
    "--relation",
    "relations",
    "Its relation to an earlier one, such as amends=kst-32123-X-124#african-union",
    metavar="KIND=ID",
    of=RELATION,
)
@text_options("doubt", "Why a careful reader might read it otherwise")
def add_statement(path: Path, **given: Any) -> None:
    """Add what a document states to the record at PATH.

    A commitment also has its firmness, its course and the words that decide the firmness (--cue).
    """
    record = record_to_edit(path)
    known = _OF_A_COMMITMENT if given["kind"] == Commitment.kind else ()
    ask(record, given, "id", "kind", "summary", "quotes", *known)
    kind = given.pop("kind")
    if kind == Commitment.kind:
        ask(record, given, *_OF_A_COMMITMENT)
    elif too_much := given_only({name: given.pop(name) for name in _OF_A_COMMITMENT}):
        names = together([f"--{name}" for name in too_much])
        raise click.UsageError(
            _("Of kind {kind} there is no {names}; only a commitment has.", kind=kind, names=names)
        )
    append(path, record, STATEMENT_KINDS[kind], given, given["id"])


@click.command("instrument", short_help="Add a fund, a pool, a training, a body.")
@path_argument
@id_option("instrument", "stability-fund")
@word_option("--kind", "Its kind", InstrumentKind, question="Its kind")
@text_options("name", "Its name", asked=True)
@value("--party", "ID", "The organisation that it is.", type=ID)
@several("--owner", "owners", "Who runs or pays it: the id of a party")
@quantities_option("exactly=153,unit=person")
@quote_options()
def add_instrument(path: Path, **given: Any) -> None:
    """Add a means with which policy is carried out to the record at PATH."""
    record = record_to_edit(path)
    ask(record, given, "id", "kind", "name")
    append(path, record, Instrument, given, given["id"])


@click.command(
    "update",
    short_help="Add what happened since.",
    epilog=example(
        "ssrpolicy add update kst-32123-X-124 --statement african-union \\",
        "  --date 2011-03-01 --by nl-bz --claimed in_progress",
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
    type=ID,
    multiple=True,
    metavar="ID",
    help="A new owner: the id of a party; may be repeated.",
    always=False,
)
@text_options("note", "A note", asked=True, always=False)
@click.option("--internal", is_flag=True, help="Keep note and name out of reports for others.")
@id_of("--document", "document that shows it", "documents", always=False)
@quote_options(needed_for="The words that show it", always=False)
def add_update(path: Path, **given: Any) -> None:
    """Add one thing that was said or found of a statement to the record at PATH.

    It says one thing: --claimed, --evidence, a new --term, --firmness or --owner; or it has only a
    --note. What is claimed and what evidence shows are never mixed.
    """
    record = record_to_edit(path)
    ask(record, given, "statement", "date", "by")
    if not any(given[name] for name in (*_OF_AN_UPDATE, "note_nl", "note_en")):
        ask(record, given, _what_it_says())
    if given["evidence"] and EvidenceStatus(given["evidence"]).needs_quote:
        ask(record, given, "document")
        ask(record, given, "quotes", quoted=given["document"])
    name = _("the update of {statement}", statement=given["statement"])
    append(path, record, Update, given, name, quoted=given["document"])


def _what_it_says() -> str:
    if not at_terminal():
        raise click.UsageError(
            _(
                "Missing: what the update says. Give one of --claimed, --evidence, --term, "
                "--firmness, --owner and --note."
            )
        )
    question = _("What it says ({names})", names=", ".join(_OF_AN_UPDATE))
    answer: str = click.prompt(question, type=known_word(_OF_AN_UPDATE), err=True)
    return answer
