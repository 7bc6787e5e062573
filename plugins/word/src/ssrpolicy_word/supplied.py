"""What a person supplies to a note, from options or from a file of texts."""

import datetime as dt
import difflib
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ssrpolicy import InputError, OptionError
from ssrpolicy.reporting import InputFile, did_you_mean, marked, read_toml
from ssrpolicy.views import TEXTS, Supplied, visible
from ssrpolicy_word.messages import _

_DAYS = ("date", "deadline")
_AROUND = 30
_HINT = marked("It is a TOML file with any of {keys}.")


def read_supplied(texts: InputFile | None, given: Mapping[str, Any]) -> Supplied:
    """Return the texts filled in: those of the options, and otherwise those of the file.

    Raises OptionError for a file that is not TOML, or that holds what no note has a place for; and
    for a text with a character that nobody sees, which a reader of the note would find as a code.
    """
    found = {} if texts is None else _read(texts)
    asked = {key: value for key, value in given.items() if value}
    for key, value in {**found, **asked}.items():
        place = _("The option {key}", key=key)
        if key not in asked and texts is not None:
            place = _("{key} in {name}", key=key, name=texts.name)
        for text in value if isinstance(value, tuple) else (value,):
            _check_seen(place, text)
    return Supplied(**{**found, **asked})


def _check_seen(place: str, text: object) -> None:
    """Raise OptionError for a text with a character that nobody sees."""
    if not isinstance(text, str) or (shown := visible(text, controls=False)) == text:
        return
    at = next(at for at, (one, other) in enumerate(zip(shown, text, strict=False)) if one != other)
    code = visible(text[at], controls=False)
    around = " ".join(shown[max(0, at - _AROUND) : at + _AROUND].split())
    raise OptionError(
        _("{place} holds a character that nobody sees: {code}.", place=place, code=code),
        hint=_("Type the words around it anew: {words}", words=around),
    )


def _read(file: InputFile) -> dict[str, Any]:
    text = file.text(hint=_hint())
    try:
        data = read_toml(text, file.name)
    except InputError as error:
        raise OptionError(str(error), hint=_hint()) from error
    return {key: _value(file.name, key, value) for key, value in data.items()}


def _hint() -> str:
    return _(_HINT, keys=", ".join(TEXTS))


def _value(name: str, key: str, value: Any) -> object:
    if key not in TEXTS:
        close = difflib.get_close_matches(key, TEXTS, n=1)
        raise OptionError(
            _("{name} has {key!r:.60}, which no note has.", name=name, key=key),
            hint=" ".join(filter(None, (did_you_mean(close), _hint()))),
        )
    if key in _DAYS:
        # A moment is a date too, in Python; which day it is depends on where one stands.
        fits, kind, example = type(value) is dt.date, _("a day"), "2011-01-12"
    elif key == "annexes":
        fits = isinstance(value, list) and all(isinstance(each, str) for each in value)
        kind, example = _("a list of texts"), '["Brief van 29 april 2010"]'
    else:
        fits, kind, example = isinstance(value, str), _("a text"), '"..."'
    if not fits:
        raise OptionError(
            _(
                "{key} in {name} is {value!r:.60}, not {kind}.",
                key=key,
                name=name,
                value=float(value) if isinstance(value, Decimal) else value,
                kind=kind,
            ),
            hint=_("Write it as {key} = {example}.", key=key, example=example),
        )
    return tuple(each for each in value if each.strip()) if key == "annexes" else value
