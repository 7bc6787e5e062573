"""Options that several entries share, and what the model makes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

import click

from ssrpolicy.cli.add.questions import needed
from ssrpolicy.cli.values import EDTF, ID, QUANTITY, one_of
from ssrpolicy.model.documents import Passage
from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.texts import LANGUAGES, LocalText
from ssrpolicy.model.timeframes import Timeframe
from ssrpolicy.model.vocabulary import Firmness

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")


def documents_of(record: PolicyRecord) -> list[str]:
    """Return the ids of a record's documents."""
    return [document.id for document in record.documents]


def id_option(of: str, example: str) -> Callable[[F], F]:
    """Return the decorator of an entry's own id."""
    return needed("--id", f"The {of}'s id in this record, such as {example}", type=ID, metavar="ID")


def word_option(
    flag: str,
    what: str,
    vocabulary: type[StrEnum],
    *,
    question: str | None = None,
    always: bool = True,
) -> Callable[[F], F]:
    """Return the decorator of an option that takes a word of a vocabulary, all of them in its help.

    With ``question`` it is needed, ``always`` or in some cases, and asked for so.
    """
    # The House's own words have commas in them.
    comma = "; " if any("," in word for word in vocabulary) else ", "
    more: dict[str, Any] = {
        "type": one_of(vocabulary),
        "metavar": "WORD",
        "help": f"{what}: {comma.join(vocabulary)}.",
    }
    if question is None:
        return click.option(flag, **more)
    return needed(flag, question, always=always, **more)


def several(flag: str, name: str, what: str) -> Callable[[F], F]:
    """Return the decorator of an option that may be given more than once."""
    return click.option(
        flag, name, type=ID, multiple=True, metavar="ID", help=f"{what}; may be repeated."
    )


def codes(flag: str, name: str, what: str) -> Callable[[F], F]:
    """Return the decorator of an option that takes codes of a code list."""
    return click.option(flag, name, multiple=True, metavar="CODE", help=f"{what}; may be repeated.")


def quantities_option(example: str) -> Callable[[F], F]:
    """Return the decorator of an option that takes quantities."""
    return click.option(
        "--quantity",
        "quantities",
        type=QUANTITY,
        multiple=True,
        metavar="NUMBER",
        help=f"A number that a quote states, such as {example}; may be repeated.",
    )


def quote_options(*, needed_for: str | None = None, always: bool = True) -> Callable[[F], F]:
    """Return the decorator that adds the options that make an entry's quotes.

    ``needed_for`` says in a question what the words are for; without it they are not needed.
    """

    def added(function: F) -> F:
        quote: dict[str, Any] = {
            "multiple": True,
            "metavar": "WORDS",
            "help": "Its words; may be repeated.",
        }
        first: Callable[[F], F] = (
            click.option("--quote", "quotes", **quote)
            if needed_for is None
            else needed("--quote", needed_for, "quotes", always=always, **quote)
        )
        options: Iterable[Callable[[F], F]] = (
            click.option(
                "--suffix",
                default="",
                metavar="WORDS",
                help="Words right behind the quote, if it is there twice.",
            ),
            click.option(
                "--prefix",
                default="",
                metavar="WORDS",
                help="Words right before the quote, if it is there twice.",
            ),
            click.option(
                "--from",
                "quoted_from",
                type=ID,
                metavar="ID",
                help="The document that is quoted, where that is not clear by itself.",
            ),
            first,
        )
        for option in options:
            function = option(function)
        return function

    return added


def text_options(
    name: str, what: str, *, asked: bool = False, always: bool = True
) -> Callable[[F], F]:
    """Return the decorator that adds a text in the record's language, in Dutch and in English."""

    def added(function: F) -> F:
        for language in reversed(LANGUAGES):
            called = {"nl": "Dutch", "en": "English"}[language]
            function = click.option(
                f"--{name}-{language}", metavar="TEXT", help=f"The same in {called}."
            )(function)
        told: dict[str, Any] = {"metavar": "TEXT", "help": f"{what}, in the record's language."}
        if asked:
            return needed(f"--{name}", what, always=always, **told)(function)
        return click.option(f"--{name}", **told)(function)

    return added


def term_options(function: F) -> F:
    """Add the options that make a timeframe."""
    options: Iterable[Callable[[F], F]] = (
        word_option("--term-firmness", "How firm the term itself is", Firmness),
        click.option(
            "--term-after",
            metavar="WORDS",
            help="What must happen first: words, or a statement's id.",
        ),
        click.option(
            "--term-date",
            type=EDTF,
            metavar="DATE",
            help="The date that the words give, if any: 2011-06-30, 2011-06, 2011-22 (summer).",
        ),
        needed("--term", "The term in the source's own words", metavar="WORDS", always=False),
    )
    for option in options:
        function = option(function)
    return function


def local_text(record: PolicyRecord, given: dict[str, Any], name: str) -> LocalText | None:
    """Take a text's three options out of what was given and return the text, or None."""
    texts = {language: given.pop(f"{name}_{language}") for language in LANGUAGES}
    plain = given.pop(name)
    if plain is not None:
        if texts[record.language] is not None:
            raise click.UsageError(
                f"--{name} and --{name}-{record.language} are the same; give one of them."
            )
        texts[record.language] = plain
    if all(text is None for text in texts.values()):
        return None
    try:
        return LocalText(**texts)
    except ValueError as error:
        raise ValueError(f"the {name} in {error}") from error


def timeframe(given: dict[str, Any]) -> Timeframe | None:
    """Take a term's options out of what was given and return the timeframe, or None."""
    parts = {name: given.pop(f"term_{name}") for name in ("date", "after", "firmness")}
    phrase = given.pop("term")
    if phrase is None:
        if any(part is not None for part in parts.values()):
            raise click.UsageError("A term has the source's own words: give --term too.")
        return None
    return Timeframe(phrase=phrase, **parts)


def passages(
    record: PolicyRecord, given: dict[str, Any], own: str | None = None
) -> tuple[Passage, ...]:
    """Take the quote's options out of what was given and return the passages.

    They are from the document that ``--from`` names, else from ``own``, the entry's own document,
    else from the record's source.
    """
    document = given.pop("quoted_from") or own or record.source
    prefix, suffix = given.pop("prefix"), given.pop("suffix")
    quotes = given.pop("quotes")
    if (prefix or suffix) and len(quotes) != 1:
        raise click.UsageError("--prefix and --suffix are for a single --quote.")
    return tuple(
        Passage(document=document, quote=quote, prefix=prefix, suffix=suffix) for quote in quotes
    )


def given_only(values: Mapping[str, T]) -> dict[str, T]:
    """Return the values that were given: all but None and the empty list."""
    return {name: value for name, value in values.items() if value is not None and value != ()}
