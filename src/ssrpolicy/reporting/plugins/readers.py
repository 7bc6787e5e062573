"""Readers that plugins offer: checked, run in isolation, and chosen for a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final, Self

from attrs import evolve, field, frozen

from ssrpolicy.errors import ArgumentTypeError, InputError, PluginError
from ssrpolicy.messages import _, argument, either
from ssrpolicy.reporting.plugins.isolation import PluginFault, blame, brief_repr, isolated
from ssrpolicy.reporting.plugins.offers import MEDIA_TYPE, NAME, SUFFIX, SUMMARY, check_api
from ssrpolicy.reporting.plugins.origins import Origin
from ssrpolicy.reporting.readers import READER_API, Reader, SourceReading

_TEXTS: Final = {"name": NAME, "summary": SUMMARY}
_LISTS: Final = {"suffixes": SUFFIX, "media_types": MEDIA_TYPE}


@frozen(kw_only=True, eq=False)
class OfferedReader:
    """A reader, what it says of itself, and whose it is.

    Attributes:
        reader: the reader itself.
        origin: whose it is.
        name: its name.
        summary: what it reads, in a sentence.
        suffixes: the suffixes of the files that it reads, without the dot before them.
        media_types: the media types that it reads.
    """

    reader: Reader = field(repr=False)
    origin: Origin
    name: str
    summary: str
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]

    @classmethod
    def of(cls, reader: Any, origin: Origin) -> Self:
        """Return a reader with what it says of itself; raises if it does not fit the contract."""
        _check(reader)
        said = {name: getattr(reader, name) for name in (*_TEXTS, *_LISTS)}
        return cls(reader=reader, origin=origin, **said)

    @property
    def full_name(self) -> str:
        """The name that no other distribution's reader has: ``DISTRIBUTION:NAME``."""
        return f"{self.origin.distribution}:{self.name}"

    def __str__(self) -> str:
        return _("{name} of {origin}", name=self.name, origin=self.origin)

    def read(self, data: bytes, name: str) -> SourceReading:
        """Return what the reader makes of a file; messages call the file ``name``.

        Raises InputError where the file cannot be read, PluginError when the reader fails.
        """
        failed = _("The reader {reader} failed while it read {name}", reader=self, name=name)
        hint = _("Its makers would want to know. A copy of the words as plain text can be read.")
        try:
            with isolated() as changed:
                # What a plugin returns is checked, not trusted.
                made: object = self.reader.read(data, name)
        except PluginFault as fault:
            cause = fault.__cause__
            if isinstance(cause, InputError):
                raise InputError(f"{name}: {cause.message}", hint=cause.hint) from cause.__cause__
            raise PluginError(
                _("{failed}: {fault}.", failed=failed, fault=fault), hint=hint
            ) from cause
        if not isinstance(made, SourceReading):
            returned = brief_repr(made)
            raise PluginError(
                _(
                    "{failed}: it returned {made}, not a SourceReading.",
                    failed=failed,
                    made=returned,
                ),
                hint=hint,
            )
        if not made.text.strip():
            raise PluginError(_("{failed}: it gave no text.", failed=failed), hint=hint)
        blamed = blame(_("The reader {name}", name=self), changed)
        return evolve(made, remarks=(*made.remarks, *blamed)) if blamed else made


def readers_named(readers: Iterable[OfferedReader], name: str) -> list[OfferedReader]:
    """Return the readers of a name, or of a ``DISTRIBUTION:NAME``."""
    return [each for each in readers if name in (each.name, each.full_name)]


def reader_for(
    readers: Sequence[OfferedReader], media_type: str | None, suffix: str
) -> OfferedReader | None:
    """Return the reader of a file by its media type or, where that is not known, its suffix.

    None where no reader takes it. Raises InputError where several do.
    """
    found = [each for each in readers if media_type in each.media_types]
    found = found or [each for each in readers if suffix.lower().lstrip(".") in each.suffixes]
    if len(found) > 1:
        names = [each.full_name for each in found]
        raise InputError(
            _("Several readers take this file: {names}.", names=", ".join(names)),
            hint=_(
                "Say which: {reader} {names}.",
                reader=argument("--reader", "reader="),
                names=either(names),
            ),
        )
    return found[0] if found else None


def _check(reader: Any) -> None:
    """Raise TypeError, or what the reader itself raises, where it does not fit the contract."""
    if isinstance(reader, type):
        raise ArgumentTypeError(
            _("it is a class; offer an instance, {name}()", name=reader.__name__)
        )
    missing = [m for m in (*_TEXTS, *_LISTS, "api", "read") if not hasattr(reader, m)]
    if missing:
        raise ArgumentTypeError(_("it has no {names}", names=_(" and no ").join(missing)))
    check_api(reader.api, READER_API)
    for member, (form, example) in _TEXTS.items():
        _check_form(member, getattr(reader, member), form, example)
    for member, (form, example) in _LISTS.items():
        values = getattr(reader, member)
        if not isinstance(values, tuple) or not values:
            raise ArgumentTypeError(
                _(
                    "{member} is {value!r:.80}, not such as {example!r}",
                    member=member,
                    value=values,
                    example=(example,),
                )
            )
        for value in values:
            _check_form(member, value, form, example)
    if not callable(reader.read):
        raise ArgumentTypeError(_("read cannot be called"))


def _check_form(member: str, value: object, form: re.Pattern[str], example: str) -> None:
    if not isinstance(value, str) or not form.fullmatch(value):
        raise ArgumentTypeError(
            _(
                "{member} is {value!r:.80}, not such as {example!r}",
                member=member,
                value=value,
                example=example,
            )
        )
