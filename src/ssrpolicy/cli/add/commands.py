"""``ssrpolicy add``: the commands for requests, statements, answers and instruments."""

from pathlib import Path
from typing import Any

import click

from ssrpolicy.cli.add.entries import append, given_only
from ssrpolicy.cli.add.options import (
    ask,
    codes,
    id_of,
    id_option,
    needed,
    parties,
    quantities_option,
    quote_options,
    several,
    term_options,
    text_options,
    value,
    word_option,
)
from ssrpolicy.cli.parameters import example, path_argument, writing_options
from ssrpolicy.cli.values import ID, RELATION, known_word
from ssrpolicy.editing import record_to_edit
from ssrpolicy.messages import _, together
from ssrpolicy.model import (
    STATEMENT_KINDS,
    Answer,
    Commitment,
    Course,
    Disposition,
    Firmness,
    Instrument,
    InstrumentKind,
    Request,
)

_OF_A_COMMITMENT = ("firmness", "course", "cue")


@click.command("request", short_help="Add what a paper asks.")
@path_argument
@id_option("request", "be-informed")
@id_of("--document", "document that asks it", "documents")
@text_options("summary", "What is asked, in one sentence", asked=True)
@quote_options()
@term_options
@click.option("--implied", is_flag=True, help="Nobody asked it in so many words.")
@writing_options
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
@writing_options
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
@parties("--owner", "owners", "Whose it is: the id or name of a party, such as nl-bz")
@parties("--partner", "partners", "With whom: the id or name of a party")
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
@writing_options
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
            _("Kind {kind} has no {names}; only a commitment has.", kind=kind, names=names)
        )
    append(path, record, STATEMENT_KINDS[kind], given, given["id"])


@click.command("instrument", short_help="Add a fund, a pool, a training, a body.")
@path_argument
@id_option("instrument", "stability-fund")
@word_option("--kind", "Its kind", InstrumentKind, question="Its kind")
@text_options("name", "Its name", asked=True)
@value("--party", "PARTY", "The organisation that it is, by id or name.")
@parties("--owner", "owners", "Who runs or pays it: the id or name of a party")
@quantities_option("exactly=153,unit=person")
@quote_options()
@writing_options
def add_instrument(path: Path, **given: Any) -> None:
    """Add a means with which policy is carried out to the record at PATH."""
    record = record_to_edit(path)
    ask(record, given, "id", "kind", "name")
    append(path, record, Instrument, given, given["id"])
