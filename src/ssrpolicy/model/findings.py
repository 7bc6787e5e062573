"""What is wrong with a record, or worth a look, as values with a place; errors that carry them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

from attrs import field, frozen

from ssrpolicy.arguments import ClosedVocabulary, all_of
from ssrpolicy.errors import SsrPolicyError
from ssrpolicy.fields import typed
from ssrpolicy.unseen import visible

DataPath: TypeAlias = tuple[str | int, ...]
"""A place in a record's data, such as ``("statements", 3, "quotes", 0)``."""


class Severity(ClosedVocabulary):
    """How grave a finding is: an error stops reports, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@frozen(kw_only=True, field_transformer=typed)
class Location:
    """Where a finding stands: a file, with a line in TOML or a JSON Pointer in JSON.

    Attributes:
        file: the path as the caller gave it; None for a record that was made in Python.
        line: the line, from 1; None in JSON.
        pointer: the JSON Pointer of the place; None in TOML.
        path: the place inside the record's data, such as ``("statements", 3, "quotes", 0)``.
    """

    file: str | None = None
    line: int | None = None
    pointer: str | None = None
    path: tuple[str | int, ...] = field(default=(), eq=False)

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


@frozen(kw_only=True, field_transformer=typed)
class Finding:
    """One thing that is wrong with a record or worth a look.

    Control characters of the texts that message and hint name stand in them as escape codes, so
    that they can be shown anywhere.

    Attributes:
        code: what is wrong, by a code that stays and is documented.
        severity: how grave it is.
        subject: the full id of the entry concerned, the id of the record, or a file.
        message: what is wrong, in a sentence.
        hint: what would work; None where nothing is known to.
        location: where it stands.
        needs_whole: what must have been read in full for the finding to hold, as its rule says.
    """

    code: str
    severity: Severity
    subject: str = field(converter=_visible)
    message: str = field(converter=_visible)
    hint: str | None = field(default=None, converter=_visible_hint)
    location: Location = Location()
    needs_whole: str | None = field(default=None, eq=False, repr=False)

    @property
    def is_error(self) -> bool:
        """Whether the finding stops reports."""
        return self.severity is Severity.ERROR

    @property
    def is_warning(self) -> bool:
        """Whether the finding is to be looked at, while reports can still be made."""
        return self.severity is Severity.WARNING

    @property
    def sentence(self) -> str:
        """The message, after the subject unless that is the file that the location names."""
        subject = "" if self.subject == self.location.file else f"{self.subject}: "
        return f"{subject}{self.message}"

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
        return f"{start}{self.severity} {self.code}: {self.sentence}{hint}"


class FindingsError(SsrPolicyError):
    """The call cannot go on because of what was found in records."""

    findings: tuple[Finding, ...] = ()

    def __init__(
        self, message: str, *, findings: Iterable[Finding] = (), hint: str | None = None
    ) -> None:
        super().__init__(message, hint=hint)
        self.findings = all_of(findings, Finding, "findings", "Finding(...)")


class RecordInvalidError(FindingsError):
    """A record has errors; ``findings`` holds every one of them, with its place."""


class EditRefusedError(FindingsError):
    """An entry was not added because the record would not be right with it; nothing was changed."""
