"""What a person supplies to a note, from options or from a file of texts."""

import datetime as dt
import difflib
import tomllib
from collections.abc import Mapping
from typing import Any

import attrs

from ssrpolicy import OptionError
from ssrpolicy.reporting import InputFile
from ssrpolicy.views import Supplied

_DAYS = ("date", "deadline")
_KEYS = tuple(attribute.name for attribute in attrs.fields(Supplied))
_HINT = f"It is a TOML file with any of {', '.join(_KEYS)}."


def read_supplied(texts: InputFile | None, given: Mapping[str, Any]) -> Supplied:
    """Return what is filled in: what the options give, and for the rest what the file has.

    Raises OptionError for a file that is not TOML, or that holds what no note has a place for.
    """
    found = {} if texts is None else _read(texts)
    return Supplied(**{**found, **{key: value for key, value in given.items() if value}})


def _read(file: InputFile) -> dict[str, Any]:
    try:
        data = tomllib.loads(file.text(hint=_HINT))
    except tomllib.TOMLDecodeError as error:
        raise OptionError(f"{file.name} is not TOML: {error}.", hint=_HINT) from error
    return {key: _value(file.name, key, value) for key, value in data.items()}


def _value(name: str, key: str, value: Any) -> object:
    if key not in _KEYS:
        close = difflib.get_close_matches(key, _KEYS, n=1)
        meant = f"Did you mean {close[0]}? " if close else ""
        raise OptionError(f"{name} has {key!r:.60}, which no note has.", hint=f"{meant}{_HINT}")
    if key in _DAYS:
        # A moment is a date too, in Python; which day it is depends on where one stands.
        fits, kind, example = type(value) is dt.date, "a day", "2011-01-12"
    elif key == "annexes":
        fits = isinstance(value, list) and all(isinstance(each, str) for each in value)
        kind, example = "a list of texts", '["Brief van 29 april 2010"]'
    else:
        fits, kind, example = isinstance(value, str), "a text", '"..."'
    if not fits:
        raise OptionError(
            f"{key} in {name} is {value!r:.60}, not {kind}.", hint=f"Write it as {key} = {example}."
        )
    return tuple(each for each in value if each.strip()) if key == "annexes" else value
