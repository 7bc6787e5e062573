"""A drafter as a plugin offers it, called in isolation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final, Self

from attrs import field, frozen

from ssrpolicy.errors import ArgumentTypeError, InputError, PluginError
from ssrpolicy.messages import _
from ssrpolicy.model import Document, PolicyRecord
from ssrpolicy.reporting.contract import API, NoOptions
from ssrpolicy.reporting.drafters import AnyDrafter
from ssrpolicy.reporting.options.declared import Option, options_of
from ssrpolicy.reporting.plugins.isolation import (
    PluginFault,
    blame,
    brief_repr,
    fingerprint,
    isolated,
)
from ssrpolicy.reporting.plugins.offers import NAME, SUMMARY, check_api
from ssrpolicy.reporting.plugins.origins import Origin

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}")
_MEMBERS: Final = ("name", "summary", "languages", "api", "propose")
MOST_PROPOSED: Final = 20_000
"""How many proposals one drafter may make from one document."""


@frozen(kw_only=True, eq=False)
class OfferedDrafter:
    """A drafter, what it says of itself, and whose it is.

    Attributes:
        drafter: the drafter itself.
        origin: whose it is.
        name: its name.
        summary: what it drafts, in a sentence.
        languages: the languages of the texts that it reads.
        options: the class of its options.
    """

    drafter: AnyDrafter = field(repr=False)
    origin: Origin
    name: str
    summary: str
    languages: tuple[str, ...]
    options: type[Any] = field(default=NoOptions, repr=False)

    @classmethod
    def of(cls, drafter: Any, origin: Origin) -> Self:
        """Return a drafter with what it says of itself; raises if it does not fit the contract."""
        if isinstance(drafter, type):
            raise ArgumentTypeError(
                _("it is a class; offer an instance, {name}()", name=drafter.__name__)
            )
        missing = [member for member in _MEMBERS if not hasattr(drafter, member)]
        if missing:
            raise ArgumentTypeError(_("it has no {names}", names=_(" and no ").join(missing)))
        name, summary, languages = drafter.name, drafter.summary, drafter.languages
        check_api(drafter.api, API)
        if not isinstance(name, str) or not NAME[0].fullmatch(name):
            raise ArgumentTypeError(_("its name is {value!r:.80}, not such as cues", value=name))
        if not isinstance(summary, str) or not SUMMARY[0].fullmatch(summary):
            raise ArgumentTypeError(
                _("its summary is {value!r:.80}, not a sentence", value=summary)
            )
        known = tuple(languages) if isinstance(languages, Iterable) else ()
        if (
            isinstance(languages, str)
            or not known
            or not all(isinstance(each, str) and _LANGUAGE.fullmatch(each) for each in known)
        ):
            raise ArgumentTypeError(
                _('languages is {value!r:.80}, not such as ("nl", "en")', value=languages)
            )
        if not callable(drafter.propose):
            raise ArgumentTypeError(_("{member} cannot be called", member="propose"))
        options = getattr(drafter, "options", NoOptions)
        options_of(options)
        return cls(
            drafter=drafter,
            origin=origin,
            name=name,
            summary=summary,
            languages=known,
            options=options,
        )

    @property
    def full_name(self) -> str:
        """The name that no other distribution's drafter has: ``DISTRIBUTION:NAME``."""
        return f"{self.origin.distribution}:{self.name}"

    @property
    def all_options(self) -> tuple[Option, ...]:
        """The options that it takes, in the order in which it declares them."""
        return options_of(self.options)

    def __str__(self) -> str:
        return _("{name} of {origin}", name=self.name, origin=self.origin)

    def propose(
        self, record: PolicyRecord, document: Document, options: Any = None
    ) -> tuple[list[object], tuple[str, ...]]:
        """Return what the drafter proposes, unchecked, and what it changed of the process.

        ``options`` is an instance of its options class, by default one with every default. What it
        proposed before an InputError stands, and that is among what it changed. Raises PluginError
        when it fails otherwise, changes the record or proposes without end.
        """
        failed = _("The drafter {drafter} failed on {document}", drafter=self, document=document.id)
        before = fingerprint(record)
        found: list[object] = []
        unread: tuple[str, ...] = ()
        given: dict[str, Any] = {}
        if self.options is not NoOptions:
            given["options"] = self.options() if options is None else options
        try:
            with isolated() as changed:
                proposed: object = self.drafter.propose(record, document, **given)
                if not isinstance(proposed, Iterable) or isinstance(proposed, str | bytes):
                    found = [proposed]
                    proposed = None
                else:
                    for each in proposed:
                        found.append(each)
                        if len(found) > MOST_PROPOSED:
                            break
        except PluginFault as fault:
            said = self._said_of_the_text(fault, failed)
            if not found:
                raise PluginError(f"{self}: {said.message}", hint=said.hint) from said
            unread = (f"{self}: {said.message}",)
        if proposed is None:
            raise PluginError(
                _(
                    "{failed}: it returned {values}, not proposals.",
                    failed=failed,
                    values=brief_repr(found[0]),
                )
            )
        if len(found) > MOST_PROPOSED:
            raise PluginError(
                _(
                    "{failed}: it made more than {most} proposals.",
                    failed=failed,
                    most=MOST_PROPOSED,
                )
            )
        if fingerprint(record) != before:
            raise PluginError(_("{failed}: it changed the record.", failed=failed))
        return found, (*unread, *blame(_("The drafter {drafter}", drafter=self), changed))

    @staticmethod
    def _said_of_the_text(fault: PluginFault, failed: str) -> InputError:
        """Return what a drafter says of the text; raises where it failed otherwise."""
        cause = fault.__cause__
        if not isinstance(cause, InputError):
            raise PluginError(
                _("{failed}: {fault}.", failed=failed, fault=fault), hint=fault.hint
            ) from cause
        return cause
