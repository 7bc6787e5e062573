"""One value of an option: from Python or TOML as it is, or read from a text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Container, Iterable
from decimal import Decimal
from pathlib import Path

from ssrpolicy.arguments import as_whole
from ssrpolicy.errors import InputError, OptionError
from ssrpolicy.messages import _, did_you_mean
from ssrpolicy.reporting.options.declared import InputFile, Option, Several, choice_of, is_of
from ssrpolicy.similar import most_like
from ssrpolicy.storage import read_file

_YES = ("yes", "true", "on", "1", "ja", "waar")
_NO = ("no", "false", "off", "0", "nee", "onwaar")
_NUMBER = re.compile(r"[+-]?[0-9]{1,18}([.,][0-9]{1,18})?")
_WHOLE = re.compile(r"[+-]?[0-9]{1,18}")


class _UnfitError(ValueError):
    """Several values that cannot be taken together, with a sentence that says why."""


def parsed_value(name: str, option: Option, value: object) -> object:
    """Return a value as the option has it; raises OptionError, for the owner called ``name``."""
    if option.optional and value in (None, ""):
        return None
    try:
        return _several(option, value) if option.many else _one(option, value)
    except OptionError:  # of a file that is named and cannot be read
        raise
    except ValueError as error:
        hints = (
            str(error) if isinstance(error, _UnfitError) else "",
            _nearest(option, value),
            _("It takes {takes}.", takes=option.takes),
        )
        raise OptionError(
            _(
                "The option {key} of {name} is {value!r:.80}.",
                key=option.key,
                name=name,
                value=value,
            ),
            hint=" ".join(filter(None, hints)),
        ) from None


def _nearest(option: Option, value: object) -> str:
    """Return the question whether a choice was meant that is like what was given for one."""
    texts = value if isinstance(value, list | tuple) else str(value).split(",")
    wrong = [
        text
        for each in texts
        if isinstance(each, str) and (text := each.strip()) and choice(option.choices, text) is None
    ]
    return did_you_mean(most_like(wrong[0], option.choices, n=1)) if wrong else ""


def _several(option: Option, value: object) -> Several:
    texts = value.split(",") if isinstance(value, str) else value
    if not isinstance(texts, Iterable):
        raise ValueError
    items = [item.strip() if isinstance(item, str) else item for item in texts]
    if "" in items and len(items) > 1:
        raise _UnfitError(_("Between two commas nothing is given."))
    for item in items:
        if option.choices and items.count(item) > 1:
            raise _UnfitError(_("{value!r:.80} is given twice.", value=item))
    return option.container(_one(option, item) for item in items if item != "")


def _one(option: Option, value: object) -> object:
    """Return the value as the option has it; raises ValueError when it does not take it."""
    if option.choices:
        if isinstance(value, str) and (word := choice(option.choices, value)) is not None:
            return option.choices[word]
        if (known := choice_of(option, value)) is not None:
            return known
        raise ValueError
    if option.type is InputFile and isinstance(value, str | Path):
        return _file(Path(value))
    if option.type in (int, float):
        value = as_whole(value)
    if is_of(value, option.type):
        return value
    if option.type is float and type(value) in (int, Decimal):
        return float(str(value))
    if not isinstance(value, str):
        raise ValueError
    return _parsed(option.type, value.strip())


def choice(choices: Container[str], text: str) -> str | None:
    """Return the choice that a text is: as it is written, or as yes and no are said otherwise.

    A choice of yes or no takes whatever an option that is yes or no takes, the Dutch words too.
    """
    if (word := str(text)) in choices:
        return word
    for known, words in (("yes", _YES), ("no", _NO)):
        if known in choices and word.strip().lower() in words:
            return known
    return None


def _parsed(kind: type, text: str) -> object:
    if kind is bool and text.lower() in (*_YES, *_NO):
        return text.lower() in _YES
    if kind is int and _WHOLE.fullmatch(text):
        return int(text)
    if kind is float and _NUMBER.fullmatch(text):
        return float(text.replace(",", "."))
    if kind is dt.date:
        from ssrpolicy.evidence.terms import entered_day  # noqa: PLC0415 - its patterns take time

        if (day := entered_day(text)) is not None:
            return day
    raise ValueError


def _file(path: Path) -> InputFile:
    try:
        return InputFile(
            name=path.name, data=read_file(path, called=_("The file {path}", path=path))
        )
    except InputError as error:
        raise OptionError(error.message, hint=error.hint) from error
