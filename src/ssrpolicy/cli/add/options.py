"""The options of entries: those that are needed and missing are asked for at a terminal.

The questions come after the record is read, so that an answer can be judged at once.
"""

import sys
from collections.abc import Callable
from enum import StrEnum
from functools import reduce
from typing import Any, Literal, TypeVar

import click
from click.types import OptionHelpExtra

from ssrpolicy.cli.add.ids import ids_of_names
from ssrpolicy.cli.add.quantities import QUANTITY
from ssrpolicy.cli.console import print_line
from ssrpolicy.cli.values import EDTF, ID, Parsed, known_word
from ssrpolicy.evidence import anchors, near_misses
from ssrpolicy.messages import _
from ssrpolicy.model import LANGUAGES, Firmness, PolicyRecord
from ssrpolicy.unseen import visible

F = TypeVar("F", bound=Callable[..., Any])
Among = Literal["documents", "requests", "statements"]

ANSWERS = "ssrpolicy.cli.answers"
"""The key of what was answered so far, as options, in click's context."""
LANGUAGE_NAMES = {"nl": "Dutch", "en": "English"}

_MOST_LISTED = 12
_NEAREST = 2
_FROM = "The document that is quoted, where that is not clear by itself."
_NEXT_TO = "Words right {} the quote, if it is there twice."
_TERM_DATE = "The date that the words give, if any: 2011-06-30, 2011-06, 2011-Q3, 2011-22 (summer)."


class Asked(click.Option):
    """An option that an entry needs, ``always`` or in some cases.

    ``among`` names the entries of a record whose id it is.
    """

    def __init__(
        self,
        *given: Any,
        question: str,
        among: Among | None = None,
        always: bool = True,
        **more: Any,
    ) -> None:
        super().__init__(*given, **more)
        self.question = question
        self.among = among
        self.always = always

    def get_help_extra(self, ctx: click.Context) -> OptionHelpExtra:
        """Mark in the help what is always needed."""
        extra = super().get_help_extra(ctx)
        return {**extra, "required": _("needed")} if self.always else extra


def needed(flag: str, question: str, *names: str, **more: Any) -> Callable[[F], F]:
    """Return the decorator of an option that is asked for; its help is the question's words."""
    more.setdefault("help", f"{question}.")
    return click.option(flag, *names, cls=Asked, question=question, **more)


def together(*options: Callable[[F], F]) -> Callable[[F], F]:
    """Return the decorator that adds several options in this order."""
    return lambda function: reduce(lambda made, option: option(made), reversed(options), function)


def value(flag: str, metavar: str, help: str, *names: str, **more: Any) -> Callable[[F], F]:  # noqa: A002 - click calls the argument so
    """Return the decorator of an option with a value."""
    return click.option(flag, *names, metavar=metavar, help=help, **more)


def id_option(of: str, example: str) -> Callable[[F], F]:
    """Return the decorator of an entry's own id."""
    return needed("--id", f"The {of}'s id in this record, such as {example}", type=ID, metavar="ID")


def id_of(flag: str, what: str, among: Among, *, always: bool = True) -> Callable[[F], F]:
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
    """Return the decorator of an option that takes a word of a vocabulary, listed in its help.

    With ``question`` it is needed, ``always`` or in some cases, and the question asks for it.
    """
    kind, words = known_word(vocabulary, vocabulary, vocabulary), f"{what}: {{words}}."
    more: dict[str, Any] = {"type": kind, "metavar": "WORD", "help": words}
    if question is None:
        return click.option(flag, **more)
    return needed(flag, question, always=always, **more)


def several(
    flag: str, name: str, what: str, *, metavar: str = "ID", of: Any = ID
) -> Callable[[F], F]:
    """Return the decorator of an option that may be given more than once."""
    return value(flag, metavar, f"{what}; may be repeated.", name, multiple=True, type=of)


def parties(flag: str, name: str, what: str) -> Callable[[F], F]:
    """Return the decorator of an option that takes parties, by id or by name."""
    return several(flag, name, what, metavar="PARTY", of=str)


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
    about = "Its words; may be repeated."
    quote: dict[str, Any] = {"multiple": True, "metavar": "WORDS", "help": about}
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
        needed("--term", "The timeframe in the source's own words", metavar="WORDS", always=False),
        value("--term-date", "DATE", _TERM_DATE, type=EDTF),
        value("--term-after", "WORDS", "What must happen first: words, or a statement's id."),
        word_option("--term-firmness", "How firm the timeframe itself is", Firmness),
    )(function)


def at_terminal() -> bool:
    """Whether somebody is there to answer questions."""
    return sys.stdin.isatty()


def ask(
    record: PolicyRecord, given: dict[str, Any], *names: str, quoted: str | None = None
) -> None:
    """Put into ``given`` what of these options is missing in it, as it is answered.

    ``quoted`` is the document from which a quote is that names none, by default the source.
    Raises UsageError with the flags of all that is missing where nobody is there to answer.
    """
    context = click.get_current_context()
    given |= ids_of_names(record, given, context.command.params)
    options = {param.name: param for param in context.command.params}
    missing = [
        option
        for name in names
        if isinstance(option := options[name], Asked) and not _is_given(given, name)
    ]
    if missing and not at_terminal():
        flags = ", ".join(option.opts[0] for option in missing)
        raise click.UsageError(_("Missing: {flags}.", flags=flags))
    for option in missing:
        assert option.name is not None  # noqa: S101 - click names every option
        if option.name == "quotes":
            document = given["quoted_from"] or quoted or record.source
            answer = _quote(record, option.question, document)
        else:
            answer = _answer(record, option, given)
        given[option.name] = (answer,) if option.multiple else answer
        context.meta.setdefault(ANSWERS, []).extend((option.opts[0], str(answer)))


def _is_given(given: dict[str, Any], name: str) -> bool:
    in_languages = (given.get(f"{name}_{language}") for language in LANGUAGES)
    return given[name] not in (None, ()) or any(in_languages)


def _answer(record: PolicyRecord, option: Asked, given: dict[str, Any]) -> Any:
    kind = option.type
    if option.among is not None:
        kind = known_word(entry.id for entry in getattr(record, option.among))
    question = _(option.question)
    if f"{option.name}_nl" in given:
        language = _(LANGUAGE_NAMES[record.language])
        question = _("{question}, in {language}", question=question, language=language)
    if isinstance(kind, Parsed) and 0 < len(kind.words) <= _MOST_LISTED:
        question += f" ({kind.listed})"
    return answer_to(question, kind)


def answer_to(question: str, kind: Any = None) -> Any:
    """Ask a question until its answer fits, and return that as the type of an option reads it.

    Of an empty answer it is said that one is needed.
    """
    reads = click.types.convert_type(kind)

    def read(text: str) -> Any:
        if not text.strip():
            raise click.UsageError(
                _("An answer is needed here. Ctrl-C ends the command; nothing is written then.")
            )
        return reads(text)

    # With a default, an empty line reaches what reads it.
    return click.prompt(visible(question), "", show_default=False, value_proc=read, err=True)


def _quote(record: PolicyRecord, question: str, document: str) -> str:
    """Ask for words of a document until they stand there exactly once."""
    source = anchors(record).source(document)
    while True:
        words: str = answer_to(f"{_(question)} ({document})")
        if source is None:
            return words
        try:
            found = len(source.find(words))
        except ValueError:
            found = 0
        if found == 1:
            return words
        if found:
            print_line(
                _("These words stand there {found} times; give more of them.", found=found),
                err=True,
            )
            continue
        print_line(_("These words do not stand there."), err=True)
        for miss in near_misses(source, words, limit=_NEAREST):
            nearest = source.display(miss.span.start, miss.span.end)
            print_line(_("Nearest: {nearest}", nearest=nearest), err=True)
