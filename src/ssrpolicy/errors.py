"""Every exception that ssrpolicy raises on purpose, below one base class.

What is wrong with a record is not an exception but a
:class:`~ssrpolicy.model.findings.Finding`; an exception says that a call cannot go on. Those that
carry findings stand next to these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ssrpolicy.passwords import repeatable

if TYPE_CHECKING:
    from collections.abc import Callable


class SsrPolicyError(Exception):
    """The call cannot go on; the message says what is wrong, the hint what would work.

    Neither repeats the password of an address that was given, nor more of a name that is longer
    than any than its two ends.

    Attributes:
        message: what is wrong, in a sentence or two.
        hint: what would work; None where nothing is known to.
        findings: what is wrong with records, one by one, where that is why: of RecordInvalidError
            and EditRefusedError each is a Finding, other errors have none.
    """

    findings: tuple[object, ...] = ()

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        # A plugin may pass on what another library raised: InputError(error).
        self.message = repeatable(str(message))
        self.hint = None if hint is None else repeatable(str(hint))
        super().__init__(self.message)

    def __reduce__(self) -> tuple[Callable[..., SsrPolicyError], tuple[object, ...], object]:
        # Python's own way calls the class with the message alone, which some of them refuse.
        return _of_kind, (type(self), *self.args), self.__dict__

    def __str__(self) -> str:
        hint = (self.hint,) if self.hint else ()
        return "\n".join((self.message, *hint, *map(str, self.findings)))


def _of_kind(kind: type[SsrPolicyError], *args: object) -> SsrPolicyError:
    """Return an error that is still to get its attributes, for pickle and copy."""
    return kind.__new__(kind, *args)


class InputError(SsrPolicyError):
    """A file or folder cannot be read: absent, forbidden, too large or not what it should be."""


class UnknownIdError(SsrPolicyError, KeyError):
    """An id or key names nothing in the record, the table or the labels."""

    __str__ = SsrPolicyError.__str__


class ArgumentError(SsrPolicyError, ValueError):
    """An argument of a call has a value that the call does not know; the nearest are named."""


class ArgumentTypeError(SsrPolicyError, TypeError):
    """An argument of a call is of another type than the call takes."""


class NotLocatedError(SsrPolicyError, LookupError):
    """Words do not stand in a source, or stand in several places."""


class OutputError(SsrPolicyError):
    """A file cannot be written; what stood there before still stands there."""


class OptionError(SsrPolicyError, ValueError):
    """A reporter's option is unknown or has a value that it does not take."""


class ReporterError(SsrPolicyError):
    """A reporter is unknown, ambiguous, or failed while it wrote."""


class ContentError(ReporterError):
    """A text cannot be written in the report's format; the message names the item and the field."""


class PluginError(SsrPolicyError):
    """A plugin cannot be used; the message names it, its distribution and the cause."""
