"""What is wrong with a record's data: problems that find their places on the way up."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final, NamedTuple, TypeAlias

from ssrpolicy.holes import cut
from ssrpolicy.messages import _, did_you_mean, marked
from ssrpolicy.similar import most_like

Place: TypeAlias = tuple[str | int, ...]
"""A place in data, such as ``("statements", 3, "quotes", 0)``."""

UNFIT: Final = object()
"""What is made of a value of which nothing can be used."""

# Larger whole numbers are not counts or amounts of a policy; Python would even refuse to show them.
LARGEST: Final = 10**18
#: So many errors of one list or table are shown; more of them help nobody, and take long.
MOST: Final = 5_000
_SHOWN = 60
_LONGEST = 400


class Problem(NamedTuple):
    """One thing that is wrong with a record's data, at a place inside them or on a line.

    ``text`` is a sentence. Where ``about`` is a number, the sentence lacks its subject: the name
    of the place without its last ``about`` parts.
    """

    code: str
    text: str
    hint: str | None = None
    place: Place = ()
    line: int | None = None
    about: int | None = None

    @property
    def message(self) -> str:
        """The whole sentence."""
        text = self.text
        if self.about is not None:
            text = f"{_name_of(self.place[: len(self.place) - self.about])} {text}"
        return text if text.endswith(".") else f"{text}."


class FlawedError(Exception):
    """A value has problems; ``usable`` is what could be made of it in spite of them, or UNFIT."""

    def __init__(self, problems: list[Problem], usable: Any = UNFIT) -> None:
        super().__init__()
        self.problems = problems
        self.usable = usable

    def within(self, *parts: str | int) -> list[Problem]:
        """Return the problems with their places in what holds the value at ``parts``."""
        return [each._replace(place=(*parts, *each.place)) for each in self.problems]


def refused(predicate: str, *, code: str = "type-wrong", hint: str | None = None) -> FlawedError:
    """Return the refusal of a value; ``predicate`` is what a sentence says of it."""
    return FlawedError([Problem(code, predicate, hint, about=0)])


def wrong_type(value: object, wanted: str, *, hint: str | None = None) -> FlawedError:
    """Return the refusal of a value where ``wanted`` belongs."""
    if value is None:
        hint = _("What is not known is left out, with its key.")
    return refused(
        _("is {value}, where {wanted} belongs", value=shown(value), wanted=wanted), hint=hint
    )


def not_among(value: object, known: Iterable[str]) -> FlawedError:
    """Return the refusal of a value that is not a known one, with the most similar as hint."""
    words = tuple(known)
    if type(value) is not str:
        return wrong_type(value, _("one of {words}", words=", ".join(words)))
    said = _("is {value}, which is not one of the known values", value=shown(value))
    return refused(said, code="value-unknown", hint=meant(value, words, marked("One of: {names}.")))


def invalid(error: Exception, *, hint: str | None = None) -> FlawedError:
    """Return the refusal of a value for which the model raised an error."""
    text = getattr(error, "message", None) or str(error) or type(error).__name__
    text = text[0].lower() + text[1:] if text.startswith(("The ", "De ", "Het ")) else text
    text = cut(text, _LONGEST)
    return FlawedError([Problem("value-invalid", text, hint or getattr(error, "hint", None))])


def missing(what: str, *, hint: str | None = None) -> Problem:
    """Return the problem of an entry that lacks something, such as "the key id"."""
    return Problem("key-missing", _("lacks {what}", what=what), hint, about=0)


def unknown_key(key: str, known: Iterable[str], hint: str | None = None) -> Problem:
    """Return the problem of an entry with a key that no such entry has.

    ``hint`` says where the key does belong; without it the most similar known key is named.
    """
    newer = _("A newer ssrpolicy may know it.")
    return Problem(
        "key-unknown",
        _("has the unknown key {key!r:.60}", key=key),
        hint or f"{meant(key, known)} {newer}",
        (key,),
        about=1,
    )


def uncounted(*place: str | int) -> Problem:
    """Return the problem of a list or table with more errors than are shown, from a place on."""
    return Problem(
        "errors-uncounted",
        _("has more than {number:,} errors; what stands after them was not read", number=MOST),
        _("It may not be a record, or not one that ssrpolicy wrote."),
        place,
        about=len(place),
    )


def shown(value: object) -> str:
    """Return a value as a message names it, short whatever it is."""
    match value:
        case bool():
            said = "true" if value else "false"
        case str():
            said = _("the text {value!r:.60}", value=value)
        case int() if abs(value) >= LARGEST:
            said = _("a number with very many digits")
        case int() | float() | Decimal():
            said = _("the number {value!s:.40}", value=value)
        case dt.datetime():
            said = _("the date and time {value}", value=value)
        case dt.date():
            said = _("the date {value}", value=value)
        case None:
            said = "null"
        case _:
            named = {list: _("a list"), dict: _("a table"), dt.time: _("a time of day")}
            said = named.get(type(value)) or _("a {type}", type=type(value).__name__)
    return said


def meant(word: str, known: Iterable[str], otherwise: str = marked("Known here: {names}.")) -> str:
    """Return the hint at the known word that is most similar, or at all of them."""
    words = tuple(known)
    close = nearest(word, words)
    return _(otherwise, names=", ".join(words)) if close is None else did_you_mean([close])


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is most similar; None where no word is like it."""
    by_small = {each.lower(): each for each in known}
    # A key may be as long as a file; no word that long is similar to a known one.
    close = most_like(word[:_SHOWN].lower().replace("-", "_"), by_small, n=1)
    return by_small[close[0]] if close else None


def _name_of(place: Place) -> str:
    """Return how a message calls a place: by its key, and by its number in a list."""
    word = next((part for part in reversed(place) if isinstance(part, str)), _("The record"))
    last = place[-1] if place else ""
    if isinstance(last, int):
        return _("{name}, number {number},", name=printable(word), number=last + 1)
    return printable(word)


def printable(key: str) -> str:
    """Return a key as terminals can show it, for it may hold anything."""
    return key if key.isprintable() else ascii(key)[1:-1]
