"""What a plugin offers, whose it is, and what of it failed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from ssrpolicy.reporting.contract import API, Reporter
from ssrpolicy.reporting.deprecation import Deprecation, warn_of
from ssrpolicy.reporting.options.declared import options_of
from ssrpolicy.rules import Rule

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SUFFIX = re.compile(r"[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*")
_MEDIA_TYPE = re.compile(r"[a-z]+/[A-Za-z0-9.+-]+(?:; ?[a-z]+=[A-Za-z0-9.-]+)*")


@frozen(kw_only=True)
class Origin:
    """Where a plugin comes from: a distribution and its entry point, or a single file.

    A single file stands for its own distribution, under its file name, and has no version.
    """

    distribution: str
    version: str | None = None
    entry_point: str

    def __str__(self) -> str:
        return f"{self.distribution} {self.version}" if self.version else self.distribution


@frozen(kw_only=True)
class PluginFailure:
    """What of a plugin could not be used, and why; everything else was not affected."""

    origin: Origin
    what: str
    cause: str

    def __str__(self) -> str:
        return f"{self.origin}: {self.what}: {self.cause}"


@frozen(kw_only=True, eq=False)
class OfferedReporter:
    """A reporter, what it says of itself, and whose it is.

    ``principal`` is true for the first that its distribution offers.
    """

    reporter: Reporter = field(repr=False)
    origin: Origin
    name: str
    summary: str
    suffix: str
    media_type: str
    options: type[Any] = field(repr=False)
    principal: bool = False

    @property
    def full_name(self) -> str:
        """The name that no other distribution's reporter has: ``DISTRIBUTION:NAME``."""
        return f"{self.origin.distribution}:{self.name}"

    def __str__(self) -> str:
        return f"{self.name} of {self.origin}"


@frozen(kw_only=True)
class Plugin:
    """One plugin: where it comes from, what it offers, and what of it failed.

    ``outdated`` says what it uses that a later version of ssrpolicy will not have.
    """

    origin: Origin
    reporters: tuple[OfferedReporter, ...] = ()
    rules: tuple[Rule, ...] = ()
    failures: tuple[PluginFailure, ...] = ()
    outdated: tuple[str, ...] = ()
    disabled: bool = False


FORMER_APIS: Mapping[int, Deprecation] = {}
"""The former versions of the contract that are still spoken, each with when that ends."""


def offered_reporter(
    reporter: Any, origin: Origin, *, former: Mapping[int, Deprecation] = FORMER_APIS
) -> OfferedReporter:
    """Return the reporter with what it says of itself; raises when it does not fit the contract.

    A reporter written for a ``former`` version of the contract is warned of.
    """
    if isinstance(reporter, type):
        raise TypeError(f"it is a class; offer an instance, {reporter.__name__}()")
    missing = [m for m in _MEMBERS if not hasattr(reporter, m)]
    if missing:
        raise TypeError(f"it has no {' and no '.join(missing)}")
    _check_api(reporter.api, former)
    for member, form in _FORMS.items():
        value = getattr(reporter, member)
        if not isinstance(value, str) or not form.fullmatch(value):
            raise TypeError(f"{member} is {value!r:.80}, not such as {_EXAMPLES[member]!r}")
    if not callable(reporter.write):
        raise TypeError("write cannot be called")
    options_of(reporter.options)
    reporter.options()
    return OfferedReporter(
        reporter=reporter,
        origin=origin,
        name=reporter.name,
        summary=reporter.summary,
        suffix=reporter.suffix,
        media_type=reporter.media_type,
        options=reporter.options,
    )


def _check_api(api: object, former: Mapping[int, Deprecation]) -> None:
    """Raise TypeError for a version of the contract that is not spoken; warn of a former one."""
    if type(api) is not int:
        raise TypeError(f"api is {api!r:.40}, not a version such as {API}")
    if api in former:
        warn_of(former[api])
    elif api > API:
        raise TypeError(
            f"it is written for version {api} of the contract, and this ssrpolicy knows "
            f"version {API}; a newer ssrpolicy may know it"
        )
    elif api < API:
        raise TypeError(f"api is {api}, not a version such as {API}")


_MEMBERS = ("name", "summary", "suffix", "media_type", "api", "options", "write")
_FORMS = {
    "name": _NAME,
    "summary": re.compile(r"\S[^\n]*"),
    "suffix": _SUFFIX,
    "media_type": _MEDIA_TYPE,
}
_EXAMPLES = {
    "name": "excel",
    "summary": "A tracker for Excel.",
    "suffix": "xlsx",
    "media_type": "application/json",
}
