"""Options that an entry needs: asked for at a terminal where they are not given, else named.

The questions come after the record is read, so that an answer can be judged at once.
"""

import shlex
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import click
from click.types import OptionHelpExtra

from ssrpolicy.cli.console import printable
from ssrpolicy.cli.values import Parsed, known_word
from ssrpolicy.errors import EditRefusedError
from ssrpolicy.evidence import anchors, near_misses
from ssrpolicy.model import LANGUAGES, PolicyRecord

F = TypeVar("F", bound=Callable[..., Any])
Among = Callable[[PolicyRecord], Iterable[str]]

_ANSWERS = "ssrpolicy.cli.answers"
_MOST_LISTED = 12
_NEAREST = 2
LANGUAGE_NAMES = {"nl": "Dutch", "en": "English"}


class Asked(click.Option):
    """An option that an entry needs, ``always`` or in some cases only.

    ``among`` gives the ids of a record that it may be.
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
        self._always = always

    def get_help_extra(self, ctx: click.Context) -> OptionHelpExtra:
        """Mark in the help what is always needed."""
        extra = super().get_help_extra(ctx)
        return {**extra, "required": "needed"} if self._always else extra


def needed(flag: str, question: str, *names: str, **more: Any) -> Callable[[F], F]:
    """Return the decorator of an option that is asked for; its help is the question's words."""
    more.setdefault("help", f"{question}.")
    return click.option(flag, *names, cls=Asked, question=question, **more)


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
    options = {param.name: param for param in click.get_current_context().command.params}
    missing = [
        option
        for name in names
        if isinstance(option := options[name], Asked) and not _is_given(given, name)
    ]
    if not missing:
        return
    if not at_terminal():
        flags = ", ".join(option.opts[0] for option in missing)
        raise click.UsageError(f"Missing: {flags}.")
    for option in missing:
        assert option.name is not None  # noqa: S101 - click names every option
        if option.name == "quotes":
            document = given["quoted_from"] or quoted or record.source
            answer = _quote(record, option.question, document)
        else:
            answer = _answer(record, option, given)
        given[option.name] = (answer,) if option.multiple else answer
        click.get_current_context().meta.setdefault(_ANSWERS, []).extend(
            (option.opts[0], str(answer))
        )


@contextmanager
def answers_kept() -> Iterator[None]:
    """Add what was answered, as options, to the reason where the entry is refused after all."""
    try:
        yield
    except EditRefusedError as error:
        answers = click.get_current_context().meta.get(_ANSWERS)
        if answers:
            kept = f"What you answered, as options: {shlex.join(answers)}"
            error.hint = f"{error.hint}\n{kept}" if error.hint else kept
        raise


def _is_given(given: dict[str, Any], name: str) -> bool:
    in_languages = (given.get(f"{name}_{language}") for language in LANGUAGES)
    return given[name] not in (None, ()) or any(in_languages)


def _answer(record: PolicyRecord, option: Asked, given: dict[str, Any]) -> Any:
    kind = option.type if option.among is None else known_word(option.among(record))
    question = option.question
    if f"{option.name}_nl" in given:
        question += f", in {LANGUAGE_NAMES[record.language]}"
    if isinstance(kind, Parsed) and 0 < len(kind.words) <= _MOST_LISTED:
        question += f" ({', '.join(kind.words)})"
    return click.prompt(printable(question), type=kind, err=True)


def _quote(record: PolicyRecord, question: str, document: str) -> str:
    """Ask for words of a document until they stand there exactly once."""
    source = anchors(record).source(document)
    while True:
        words: str = click.prompt(printable(f"{question} ({document})"), err=True)
        if source is None:
            return words
        try:
            found = len(source.find(words))
        except ValueError:
            found = 0
        if found == 1:
            return words
        if found:
            click.echo(f"These words stand there {found} times; give more of them.", err=True)
            continue
        click.echo("These words do not stand there.", err=True)
        for miss in near_misses(source, words, limit=_NEAREST):
            nearest = source.display(miss.span.start, miss.span.end)
            click.echo(f"Nearest: {printable(nearest)}", err=True)
