"""What is wrong with a record, or worth a look, as values with a place."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from types import UnionType
from typing import Any, TypeAlias, cast

from attrs import Attribute, field, frozen

from ssrpolicy.unseen import visible

DataPath: TypeAlias = tuple[str | int, ...]
"""A place in a record's data, such as ``("statements", 3, "quotes", 0)``."""


class Severity(StrEnum):
    """How grave a finding is: an error stops reports, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


def _of(kind: type | UnionType, belongs: str) -> Callable[[object, Attribute[Any], object], None]:
    """Return a validator; it raises TypeError itself, as the errors of ssrpolicy hold findings."""

    def check(_instance: object, attribute: Attribute[Any], value: object) -> None:
        if not isinstance(value, kind) or isinstance(value, bool):
            raise TypeError(f"{attribute.name} is {value!r:.80}, where {belongs} belongs.")

    return check


_text = _of(str, "a text")
_text_or_none = _of(str | None, "a text")


def _as_tuple(path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    given: Any = path
    return tuple(given) if isinstance(given, list) else given


def _path(_instance: object, attribute: Attribute[Any], path: object) -> None:
    _of(tuple, '("statements", 3)')(_instance, attribute, path)
    for each in cast("tuple[object, ...]", path):
        _of(str | int, "a key or a number")(_instance, attribute, each)


@frozen(kw_only=True)
class Location:
    """Where a finding stands: a file, with a line (from 1) in TOML or a JSON Pointer in JSON.

    ``file`` is the path as the caller gave it, or None for a record that was made in Python.
    ``path`` is the place inside the record's data, such as ``("statements", 3, "quotes", 0)``.

    Attributes:
        pointer: the JSON Pointer of the place; None in TOML.
    """

    file: str | None = field(default=None, validator=_text_or_none)
    line: int | None = field(default=None, validator=_of(int | None, "a whole number"))
    pointer: str | None = field(default=None, validator=_text_or_none)
    path: tuple[str | int, ...] = field(default=(), eq=False, converter=_as_tuple, validator=_path)

    def __str__(self) -> str:
        place = self.file or ""
        if self.line is not None:
            return f"{place}:{self.line}"
        if self.pointer is not None:
            return f"{place}#{self.pointer}"
        return place

    def to_json(self) -> dict[str, str | int | None]:
        """Return the file with the line or pointer in it, as they stand in JSON."""
        return {"file": self.file, "line": self.line, "pointer": self.pointer}


def _visible(text: str) -> str:
    given: Any = text  # what is not a text is refused afterwards
    return visible(given) if isinstance(given, str) else given


def _visible_hint(hint: str | None) -> str | None:
    return None if hint is None else _visible(hint)


@frozen(kw_only=True)
class Finding:
    """One thing that is wrong with a record or worth a look.

    ``code`` is stable and documented; ``subject`` is the full id of the entry concerned, or the
    record's id, or a file; ``hint`` says what would work. Control characters of the texts that
    they name stand in them as escape codes, so that they can be shown anywhere. ``needs_whole`` is
    that of its rule: what must have been read in full for the finding to hold.

    Attributes:
        severity: how grave it is.
        message: what is wrong, in a sentence.
        location: where it stands.
    """

    code: str = field(validator=_text)
    severity: Severity = field(validator=_of(Severity, "Severity.NOTE"))
    subject: str = field(converter=_visible, validator=_text)
    message: str = field(converter=_visible, validator=_text)
    hint: str | None = field(default=None, converter=_visible_hint, validator=_text_or_none)
    location: Location = field(default=Location(), validator=_of(Location, "Location(...)"))
    needs_whole: str | None = field(default=None, eq=False, repr=False, validator=_text_or_none)

    @property
    def is_error(self) -> bool:
        """Whether the finding stops reports."""
        return self.severity is Severity.ERROR

    @property
    def is_warning(self) -> bool:
        """Whether the finding is one to look at, in which reports may still be made."""
        return self.severity is Severity.WARNING

    @property
    def key(self) -> tuple[object, ...]:
        """What stays the same when the record is read again, or from another file."""
        return self.code, self.subject, self.location.path, self.message

    def to_json(self) -> dict[str, str | None]:
        """Return the finding as it stands in JSON, without its location."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "subject": self.subject,
            "message": self.message,
            "hint": self.hint,
        }

    def __str__(self) -> str:
        place = str(self.location)
        start = f"{place}: " if place else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{start}{self.severity} {self.code}: {self.subject}: {self.message}{hint}"
