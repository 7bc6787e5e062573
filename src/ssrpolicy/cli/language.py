"""The language that the command speaks: of ``--language``, of the environment, of the locale."""

import copy
import gettext
import inspect
import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

import click

import ssrpolicy
from ssrpolicy.messages import (
    Catalogue,
    MessageLanguage,
    _,
    message_language,
    messages_in,
    set_message_language,
)

# The first that is set decides.
_VARIABLES = ("SSRPOLICY_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_DUTCH = re.compile(r"nl(?![a-z])", re.IGNORECASE)
_FLAG = "--language"


C = TypeVar("C", bound=click.Command)


class MessageLanguageOption(click.Option):
    """A ``--language`` that messages and help follow too, wherever it stands on the line."""


@contextmanager
def speaking() -> Iterator[None]:
    """Speak the language of the environment; afterwards the process is as it was."""
    before = os.environ.get("LANGUAGE"), gettext.textdomain()
    named = next((value for name in _VARIABLES if (value := os.environ.get(name))), "")
    try:
        with messages_in("nl" if _DUTCH.match(named) else "en"):
            _speak(message_language())
            yield
    finally:
        _tell_gettext(*before)


def _speak(language: MessageLanguage) -> None:
    set_message_language(language)
    # What click says itself it asks of gettext, which knows one domain and one language at a time.
    folder = os.path.join(os.path.dirname(ssrpolicy.__file__), "locale")  # noqa: PTH118, PTH120 - pathlib would slow the start
    gettext.bindtextdomain("click", folder)
    _tell_gettext(language, "click")


def _tell_gettext(language: str | None, domain: str) -> None:
    gettext.textdomain(domain)
    if language is None:
        os.environ.pop("LANGUAGE", None)
    else:
        os.environ["LANGUAGE"] = language


def _own_option(command: click.Command) -> click.Parameter | None:
    """Return the option ``--language`` that a command has itself, whatever it says."""
    return next((param for param in command.params if _FLAG in param.opts), None)


def _message_option() -> click.Option:
    """Return the ``--language`` of a command that has none itself."""
    return MessageLanguageOption(
        ["message_language", _FLAG],
        type=click.Choice(["nl", "en"]),
        expose_value=False,
        help=_(
            "The language of messages, questions and comments; that of the environment if left out."
        ),
    )


def follow_option(command: click.Command, arguments: Sequence[str]) -> None:
    """Speak the language that a command's ``--language`` names.

    Only that of a command that writes down the language of something else, such as a paper, says
    nothing of messages.
    """
    own = _own_option(command)
    if own is not None and not isinstance(own, MessageLanguageOption):
        return
    mixed = command.context_settings.get("allow_interspersed_args", command.allow_interspersed_args)
    words = iter(arguments)
    for word in words:
        flag, equals, value = word.partition("=")
        # What stands after the first word may be meant for another command.
        if word == "--" or not (mixed or word.startswith("-")):
            return
        if flag == _FLAG and (named := value if equals else next(words, "")) in ("nl", "en"):
            _speak("nl" if named == "nl" else "en")


def as_one_text(language: MessageLanguage, output_format: str = "text") -> None:
    """Speak the language of what is printed from now on, so that remarks and rows are one text.

    With JSON, English goes on.
    """
    if output_format != "json":
        _speak(language)


def english_for_programs(_: click.Context, __: click.Parameter, output_format: str) -> str:
    """Speak English where JSON is asked for: programs read the same in every place."""
    if output_format == "json":
        _speak("en")
    return output_format


def in_own_words(command: C, own: Catalogue | None = None) -> C:
    """Return the command with its help in the language that is spoken.

    One that has no ``--language`` itself gets that of messages.

    ``own`` is the catalogue of the plugin that a command is from.
    """

    def text(words: str | None) -> str | None:
        if not words:
            return words
        words = inspect.cleandoc(words)
        said = _(words)
        return own(words) if own is not None and said == words else said

    shown = copy.copy(command)
    shown.help, shown.epilog = text(command.help), text(command.epilog)
    shown.short_help = text(command.short_help)
    shown.options_metavar = text(command.options_metavar)
    if isinstance(shown, click.Group):
        shown.subcommand_metavar = text(shown.subcommand_metavar) or ""
    # What stands after a group is a command, which has the option itself.
    has = isinstance(command, click.Group) or _own_option(command) is not None
    params = command.params if has else [*command.params, _message_option()]
    shown.params = [_param(param, text) for param in params]
    # click keeps the option --help once it is made, with the words of its first language.
    shown._help_option = None  # noqa: SLF001 - there is no other way to have it made anew
    return shown


def _param(param: click.Parameter, text: Callable[[str | None], str | None]) -> click.Parameter:
    shown = copy.copy(param)
    shown.metavar = text(param.metavar)
    if isinstance(param.type, click.Path):
        # click named it in the language in which its module was imported.
        shown.type = kind = copy.copy(param.type)
        either = gettext.gettext("path") if kind.dir_okay else gettext.gettext("file")
        kind.name = either if kind.file_okay else gettext.gettext("directory")
    if isinstance(shown, click.Option):
        shown.help = text(shown.help)
        if shown.help and "{words}" in shown.help:
            # The type has them; it is not imported here, where the command's own help needs none.
            words = getattr(shown.type, "listed", "")
            shown.help = shown.help.format(words=words)
    return shown
