"""Options that several entries share, and what the model makes of their values."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

import click

from ssrpolicy.cli.add.questions import LANGUAGE_NAMES, needed
from ssrpolicy.cli.values import EDTF, ID, QUANTITY, one_of
from ssrpolicy.model import LANGUAGES, Firmness, LocalText, Passage, PolicyRecord, Timeframe

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")

_FROM = "The document that is quoted, where that is not clear by itself."
_NEXT_TO = "Words right {} the quote, if it is there twice."
_TERM_DATE = "The date that the words give, if any: 2011-06-30, 2011-06, 2011-Q3, 2011-22 (summer)."


def documents_of(record: PolicyRecord) -> list[str]:
    """Return the ids of a record's documents."""
    return [document.id for document in record.documents]


def together(*options: Callable[[F], F]) -> Callable[[F], F]:
    """Return the decorator that adds several options in this order."""

    def added(function: F) -> F:
        for option in reversed(options):
            function = option(function)
        return function

    return added


def value(flag: str, metavar: str, help: str, *names: str, **more: Any) -> Callable[[F], F]:  # noqa: A002 - click's word
    """Return the decorator of an option with a value."""
    return click.option(flag, *names, metavar=metavar, help=help, **more)


def id_option(of: str, example: str) -> Callable[[F], F]:
    """Return the decorator of an entry's own id."""
    return needed("--id", f"The {of}'s id in this record, such as {example}", type=ID, metavar="ID")


def id_of(
    flag: str, what: str, among: Callable[[PolicyRecord], Iterable[str]], *, always: bool = True
) -> Callable[[F], F]:
    """Return the decorator of a needed option that takes the id of another entry."""
    return needed(flag, f"The id of the {what}", type=ID, metavar="ID", among=among, always=always)


def word_option(
    flag: str,
    what: str,
    vocabulary: type[StrEnum],
    *,
    question: str | None = None,
    always: bool = True,
) -> Callable[[F], F]:
    """Return the decorator of an option that takes a word of a vocabulary, all of them in its help.

    With ``question`` it is needed, ``always`` or in some cases, and the question asks for it.
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


def several(
    flag: str, name: str, what: str, *, metavar: str = "ID", of: Any = ID
) -> Callable[[F], F]:
    """Return the decorator of an option that may be given more than once."""
    return value(flag, metavar, f"{what}; may be repeated.", name, multiple=True, type=of)


def codes(flag: str, name: str, what: str) -> Callable[[F], F]:
    """Return the decorator of an option that takes codes of a code list."""
    return several(flag, name, what, metavar="CODE", of=str)


def quantities_option(example: str) -> Callable[[F], F]:
    """Return the decorator of an option that takes quantities."""
    what = f"A number that a quote states, such as {example}"
    return several("--quantity", "quantities", what, metavar="NUMBER", of=QUANTITY)


def quote_options(*, needed_for: str | None = None, always: bool = True) -> Callable[[F], F]:
    """Return the decorator that adds the options that make an entry's quotes.

    ``needed_for`` says in a question what the words are for; without it they are not needed.
    """
    quote: dict[str, Any] = {
        "multiple": True,
        "metavar": "WORDS",
        "help": "Its words; may be repeated.",
    }
    return together(
        click.option("--quote", "quotes", **quote)
        if needed_for is None
        else needed("--quote", needed_for, "quotes", always=always, **quote),
        value("--from", "ID", _FROM, "quoted_from", type=ID),
        value("--prefix", "WORDS", _NEXT_TO.format("before"), default=""),
        value("--suffix", "WORDS", _NEXT_TO.format("after"), default=""),
    )


def text_options(
    name: str, what: str, *, asked: bool = False, always: bool = True
) -> Callable[[F], F]:
    """Return the decorator that adds a text in the record's language, in Dutch and in English."""
    own: dict[str, Any] = {"metavar": "TEXT", "help": f"{what}, in the record's language."}
    return together(
        needed(f"--{name}", what, always=always, **own)
        if asked
        else click.option(f"--{name}", **own),
        *(
            value(f"--{name}-{language}", "TEXT", f"The same in {LANGUAGE_NAMES[language]}.")
            for language in LANGUAGES
        ),
    )


def term_options(function: F) -> F:
    """Add the options that make a timeframe."""
    return together(
        needed("--term", "The term in the source's own words", metavar="WORDS", always=False),
        value("--term-date", "DATE", _TERM_DATE, type=EDTF),
        value("--term-after", "WORDS", "What must happen first: words, or a statement's id."),
        word_option("--term-firmness", "How firm the term itself is", Firmness),
    )(function)


def entry_values(
    record: PolicyRecord, given: Mapping[str, Any], *, quoted: str | None, term: str
) -> dict[str, Any]:
    """Return the fields of an entry from its options: texts, quotes and term put together.

    ``quoted`` is the document that is quoted where ``--from`` names none, by default the record's
    source; ``term`` is the field of the timeframe. What was not given is left out.
    """
    values = dict(given)
    for name in [key.removesuffix("_nl") for key in given if key.endswith("_nl")]:
        values[name] = _local_text(record, values, name)
    if "quotes" in given:
        values["quotes"] = _passages(values, values.pop("quoted_from") or quoted or record.source)
    if "term" in given:
        values[term] = _timeframe(values)
    return given_only(values)


def given_only(values: Mapping[str, T]) -> dict[str, T]:
    """Return the values that were given: all but None and the empty list."""
    return {name: value for name, value in values.items() if value is not None and value != ()}


def _local_text(record: PolicyRecord, values: dict[str, Any], name: str) -> LocalText | None:
    texts = {language: values.pop(f"{name}_{language}") for language in LANGUAGES}
    plain = values.pop(name)
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


def _passages(values: dict[str, Any], document: str) -> tuple[Passage, ...]:
    prefix, suffix, quotes = (values.pop(name) for name in ("prefix", "suffix", "quotes"))
    if (prefix or suffix) and len(quotes) != 1:
        raise click.UsageError("--prefix and --suffix are for a single --quote.")
    return tuple(
        Passage(document=document, quote=quote, prefix=prefix, suffix=suffix) for quote in quotes
    )


def _timeframe(values: dict[str, Any]) -> Timeframe | None:
    parts = {name: values.pop(f"term_{name}") for name in ("date", "after", "firmness")}
    phrase = values.pop("term")
    if phrase is not None:
        return Timeframe(phrase=phrase, **parts)
    if any(part is not None for part in parts.values()):
        raise click.UsageError("A term has the source's own words: give --term too.")
    return None
