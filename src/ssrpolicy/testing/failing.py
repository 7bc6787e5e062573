"""How a test of a contract fails, and the day for which its reports are made."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from string import Formatter
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn

AS_OF = dt.date(2011, 4, 1)
"""The day for which the sample reports are made."""


def fail(message: str) -> NoReturn:
    """Fail a test, with what of the contract does not hold."""
    raise AssertionError(message)


class Contract:
    """What every contract is: a class whose tests fail where a member is not set."""

    _member: ClassVar[str]
    """The member that is under test."""

    def test_its_translations_have_the_holes_of_the_english(self) -> None:
        """Each message in the catalogues of the package can be filled as the English one is."""
        tested = getattr(self, self._member)
        made = getattr(tested, "check", None) or getattr(tested, "callback", None) or type(tested)
        for fault in _faults_of_catalogues(made.__module__.partition(".")[0]):
            fail(fault)

    if not TYPE_CHECKING:  # a type checker would take any name for a member

        def __getattr__(self, name: str) -> Any:
            """Fail for a member that is declared and that nobody set, in words of its author."""
            classes = type(self).__mro__
            declared = (vars(each).get("__annotations__", {}) for each in classes)
            if name.startswith("_") or not any(name in names for names in declared):
                raise AttributeError(name)
            contract = next(each for each in classes if each.__module__.startswith(__package__))
            fail(f"{type(self).__name__} sets no {name}; {contract.__name__} says what that is")


@cache
def _faults_of_catalogues(package: str) -> tuple[str, ...]:
    """Return what is wrong with the holes of translations; a single file has none."""
    try:
        folders = [*files(package).joinpath("locale").iterdir()]
    except (TypeError, ImportError, OSError):
        return ()
    return tuple(
        f"in {folder.name} the translation of {english!r:.120} has the hole {{{hole}}}, "
        "which the English has not"
        for folder in folders
        for english, hole in _other_holes(folder.joinpath("LC_MESSAGES", f"{package}.mo"))
    )


def _other_holes(file: Traversable) -> Iterator[tuple[str, str]]:
    """Yield each message of a catalogue whose translation has a hole of another name, and that."""
    from babel.messages.mofile import read_mo  # noqa: PLC0415 - slow to import, and for one test

    if not file.is_file():
        return
    with file.open("rb") as opened:
        messages = [each for each in read_mo(opened) if each.id]
    for each in messages:
        english = [each.id] if isinstance(each.id, str) else [*each.id]
        translated = [each.string] if isinstance(each.string, str) else [*(each.string or ())]
        known = {hole for text in english for hole in _holes(text)}
        for text in translated:
            yield from ((english[0], hole) for hole in _holes(text) if hole not in known)


def _holes(message: str) -> list[str]:
    """Return the names of the holes of a message; none of one that is not made to be filled."""
    try:
        names = [name for _, name, _, _ in Formatter().parse(message) if name is not None]
    except ValueError:
        return []
    return names if all(re.fullmatch(r"[\w.]*", name) for name in names) else []
