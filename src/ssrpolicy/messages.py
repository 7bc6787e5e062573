"""Messages for people, in Dutch or English, through the gettext catalogues of a package.

A message stands in the code as one English sentence with named holes, and is put in the language
of the moment when it is made: ``_("{file} is not a record.", file=file)``. English is the language
unless :func:`messages_in` says otherwise; it needs no catalogue, and costs nothing to load.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Literal

from ssrpolicy.errors import ArgumentError, ArgumentTypeError
from ssrpolicy.holes import filled, grouped, writable

if TYPE_CHECKING:
    from gettext import NullTranslations

MessageLanguage = Literal["nl", "en"]

_CURRENT: ContextVar[MessageLanguage] = ContextVar("ssrpolicy.messages", default="en")


def message_language() -> MessageLanguage:
    """Return the language in which messages are made now."""
    return _CURRENT.get()


def set_message_language(language: MessageLanguage) -> None:
    """Make messages in this language from now on, in this thread or task."""
    _CURRENT.set(language)


def _is_language(value: object) -> bool:
    return isinstance(value, str) and value in ("nl", "en")


@contextmanager
def messages_in(language: MessageLanguage) -> Iterator[None]:
    """Make messages in this language within the block: errors, findings and remarks.

    Raises ArgumentError for a language other than nl and en.
    """
    given: object = language
    if not _is_language(given):
        kind = ArgumentError if isinstance(given, str) else ArgumentTypeError
        raise kind(
            _("{value!r:.80} is not a language of messages.", value=language),
            hint=_("The languages are nl (Dutch) and en (English)."),
        )
    before = _CURRENT.set(language)
    try:
        yield
    finally:
        _CURRENT.reset(before)


_AT_COMMAND: ContextVar[bool] = ContextVar("ssrpolicy.at_command", default=False)


@contextmanager
def at_command_line() -> Iterator[None]:
    """Let messages within the block name the options of the command, not Python's arguments."""
    before = _AT_COMMAND.set(True)
    try:
        yield
    finally:
        _AT_COMMAND.reset(before)


def argument(option: str, in_python: str) -> str:
    """Return what the user gives: an option of the command, or an argument in Python."""
    return option if _AT_COMMAND.get() else in_python


class Catalogue:
    """The messages of one package; calling it translates one.

    The package has a folder ``locale`` with a gettext catalogue a language, named after the
    package: ``locale/nl/LC_MESSAGES/my_package.mo``. A message that it lacks stays English.
    """

    def __init__(self, package: str) -> None:
        self._package = package
        self._found: dict[str, NullTranslations] = {}

    def __call__(self, message: str, /, **holes: object) -> str:
        """Return the message in the language of the moment, its holes filled."""
        if (language := _CURRENT.get()) != "en":
            translated = self._of(language).gettext(message)
            holes = {name: grouped(each) for name, each in holes.items()}
            return _filled(translated, holes, english=message)
        return _filled(message, holes, english=message)

    def plural(self, one: str, many: str, number: int, /, **holes: object) -> str:
        """Return the message that fits a number, which fills the hole ``{number}``."""
        for name, value, kind, example in (
            ("one", one, str, '"{number} record"'),
            ("many", many, str, '"{number} records"'),
            ("number", number, int, "3"),
        ):
            if not isinstance(value, kind) or isinstance(value, bool):
                raise wrong_type(value, name, example)
        english = one if number == 1 else many
        if (language := _CURRENT.get()) != "en":
            message = self._of(language).ngettext(one, many, number)
            holes = {name: grouped(each) for name, each in holes.items()}
            return _filled(message, {"number": grouped(number), **holes}, english=english)
        return _filled(english, {"number": number, **holes}, english=english)

    def _of(self, language: str) -> NullTranslations:
        found = self._found.get(language)
        if found is None:
            from gettext import GNUTranslations, NullTranslations  # noqa: PLC0415 - messages in English need no catalogue
            from importlib.resources import files  # noqa: PLC0415 - messages in English need no catalogue

            found = NullTranslations()
            # A plugin of a single file is not a package, and has no catalogue.
            with suppress(TypeError, ModuleNotFoundError):
                folder = files(self._package).joinpath("locale", language, "LC_MESSAGES")
                file = folder.joinpath(f"{self._package}.mo")
                if file.is_file():
                    with file.open("rb") as opened:
                        found = GNUTranslations(opened)
            self._found[language] = found
        return found


def _filled(message: str, holes: dict[str, object], *, english: str) -> str:
    """Return a message with its holes filled, in English where its translation has other holes."""
    if not holes:
        return message
    try:
        return filled(message, holes)
    except (LookupError, ValueError, AttributeError, TypeError) as error:
        if message != english:
            return _filled(english, holes, english=english)
        raise ArgumentError(
            _("The message {message!r:.200} cannot be filled: {cause}.", message=english,
              cause=_("nothing is given for {hole}", hole=f"{{{error.args[0]}}}")
              if isinstance(error, KeyError) else str(error))
        ) from error  # fmt: skip


def shown(value: object) -> str:
    """Return a value as a message shows it; one that cannot be written by its type."""
    return str(writable(value))


_ = Catalogue("ssrpolicy")
ngettext = _.plural


def wrong_type(
    value: object, name: str, example: str, hint: str | None = None
) -> ArgumentTypeError:
    """Return the error of an argument of another type; ``example`` shows what belongs there."""
    return ArgumentTypeError(
        _(
            "{name} is {value!r:.80}, where {example} belongs.",
            name=name,
            value=value,
            example=example,
        ),
        hint=hint,
    )


_MOST_NAMED = 6


def some(names: Iterable[object], most: int = _MOST_NAMED, *, separator: str = ", ") -> str:
    """Return names in a list; of more than ``most``, the first and the number of the others."""
    known = [str(name) for name in names]
    listed, more = separator.join(known[:most]), len(known) - most
    return _("{words} and {number} more", words=listed, number=more) if more > 0 else listed


def either(words: Iterable[str]) -> str:
    """Return words as a choice: ``nl-bz, nl-bzk or nl-ez``."""
    *before, last = _listed(words) or [""]
    return _("{words} or {last}", words=", ".join(before), last=last) if before else last


def together(words: Iterable[str]) -> str:
    """Return words as a list: ``authors, date and number``."""
    *before, last = _listed(words) or [""]
    return _("{words} and {last}", words=", ".join(before), last=last) if before else last


def did_you_mean(words: Iterable[str]) -> str:
    """Return the question whether one of the words was meant; nothing without words."""
    listed = _listed(words)
    return _("Did you mean {words}?", words=either(listed)) if listed else ""


def _listed(words: Any) -> list[str]:
    """Return the words of a list, a set or another iterable.

    Raises ArgumentTypeError for what is not one of words; a text would be read by letters.
    """
    whole = isinstance(words, Iterable) and not isinstance(words, str | bytes)
    listed = [*words] if whole else []
    if not whole or not all(isinstance(word, str) for word in listed):
        raise wrong_type(words, "words", '["a", "b"]')
    return listed


def marked(message: str) -> str:
    """Return the message as it is; it is in the catalogue, and is translated where it is used."""
    return message


def marked_plural(one: str, many: str) -> tuple[str, str]:
    """Return the two forms of a message as they are, for the catalogue to have them."""
    return one, many


def system_reason(error: OSError | ValueError) -> str:
    """Return why the system refused something, as a message says it."""
    return _(getattr(error, "strerror", None) or str(error))


_SYSTEM = (
    marked("No such file or directory"),
    marked("Permission denied"),
    marked("Operation not permitted"),
    marked("No space left on device"),
    marked("Disk quota exceeded"),
    marked("Is a directory"),
    marked("Not a directory"),
    marked("File exists"),
    marked("File name too long"),
    marked("Too many levels of symbolic links"),
    marked("Too many open files"),
    marked("Read-only file system"),
    marked("Device or resource busy"),
    marked("Directory not empty"),
    marked("Input/output error"),
    marked("embedded null byte"),
)
"""What systems say, so that it is in the catalogue."""
