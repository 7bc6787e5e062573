"""The settings as they stand in ``ssrpolicy.toml``: found, read and checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from ssrpolicy.cli.settings.finding import nearest
from ssrpolicy.errors import InputError
from ssrpolicy.messages import _, did_you_mean, marked
from ssrpolicy.model import LANGUAGES, Language
from ssrpolicy.similar import most_like

_LARGEST = 1 << 20


class Settings(NamedTuple):
    """What a settings file says; without a file, nothing.

    ``options`` are those of reporters by their name and of rules by their code. ``ignore`` are the
    codes of findings that are not shown, ``disable`` distributions or entry points that are not
    loaded. ``language`` is that of reports, ``reporters`` are those of a report for which none is
    asked.
    """

    file: Path | None = None
    language: Language | None = None
    reporters: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    disable: tuple[str, ...] = ()
    options: Mapping[str, Mapping[str, object]] = MappingProxyType({})

    def to_json(self) -> dict[str, Any]:
        """Return the settings as JSON has them."""
        return {
            "file": None if self.file is None else str(self.file),
            "language": self.language,
            "reporters": list(self.reporters),
            "ignore": list(self.ignore),
            "disable": list(self.disable),
            "options": {name: dict(values) for name, values in self.options.items()},
        }


def read_settings(paths: Iterable[Path]) -> Settings:
    """Return the settings for some paths: those of the nearest file, upwards from each.

    Raises InputError where the paths have different settings, or a file is not right.
    """
    found = dict.fromkeys(filter(None, map(nearest, paths)))
    if not found:
        return Settings()
    if len(found) > 1:
        raise InputError(
            _(
                "The paths have different settings: {files}.",
                files=", ".join(str(file) for file in found),
            ),
            hint=_("Name the paths of each in a command of its own."),
        )
    return _read(next(iter(found)))


def _read(file: Path) -> Settings:
    from ssrpolicy.storage import NotUtf8Error, read_file, utf8_text  # noqa: PLC0415 - most folders have no settings
    from ssrpolicy.syntax import read_toml  # noqa: PLC0415 - most folders have no settings

    try:
        text = utf8_text(read_file(file, largest=_LARGEST))
    except NotUtf8Error as error:
        raise InputError(f"{file} {error}.") from error
    tables = read_toml(text, file)
    for key in tables:
        if key not in _KEYS:
            close = did_you_mean(most_like(key, _KEYS, n=1))
            raise InputError(
                _("{file} has a key {key!r:.80}, which is not a setting.", file=file, key=key),
                hint=_(
                    "{question}It may have {known}; it can switch plugins off, and never names "
                    "code to load.",
                    question=f"{close} " if close else "",
                    known=", ".join(_KEYS),
                ),
            )
    values = {}
    for key, value in tables.items():
        takes, checked = _KEYS[key]
        try:
            values[key] = checked(value)
        except ValueError:
            raise InputError(
                _("{file}: {key} is {value!r:.80}.", file=file, key=key, value=value),
                hint=_("It takes {takes}.", takes=_(takes)),
            ) from None
    return Settings(file=file, **values)


def _language(value: object) -> Language:
    for each in LANGUAGES:
        if value == each:
            return each
    raise ValueError


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise ValueError
    return tuple(value)


def _tables(value: object) -> Mapping[str, Mapping[str, object]]:
    if not isinstance(value, dict) or not all(isinstance(each, dict) for each in value.values()):
        raise ValueError
    return value


_KEYS: Mapping[str, tuple[str, Callable[[object], Any]]] = {
    "language": (marked('a language, such as language = "en"'), _language),
    "reporters": (marked('a list of names, such as reporters = ["excel", "word"]'), _texts),
    "ignore": (marked('a list of codes, such as ignore = ["text-one-language"]'), _texts),
    "disable": (marked('a list of distributions, such as disable = ["acme-lines"]'), _texts),
    "options": (
        marked('a table for each reporter or rule, such as [options.excel] with group = "owner"'),
        _tables,
    ),
}
"""The settings, each with what it takes, in words, and what checks a value."""
