"""The objects that a plugin offers, with their origin and failures."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any, BinaryIO, Self, cast

from attrs import evolve, field, frozen

from ssrpolicy.arguments import check_stream
from ssrpolicy.errors import ArgumentTypeError, InputError, ReporterError
from ssrpolicy.messages import _, system_reason
from ssrpolicy.reporting.contract import API, EditableReporter, Reporter
from ssrpolicy.reporting.internal import INTERNAL, internal_option
from ssrpolicy.reporting.options.declared import Option, options_of
from ssrpolicy.reporting.plugins.isolation import PluginFault, blame, brief_repr, isolated
from ssrpolicy.reporting.plugins.origins import Origin

if TYPE_CHECKING:
    from ssrpolicy.reporting.decisions import Decisions
    from ssrpolicy.reporting.edits import Edits

# The texts that a plugin's offers say of themselves: their form, and one that has it.
NAME = (re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*"), "excel")
SUMMARY = (re.compile(r"\S[^\n]*"), "A tracker for Excel.")
SUFFIX = (re.compile(r"[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*"), "xlsx")
MEDIA_TYPE = (
    re.compile(r"[a-z]+/[A-Za-z0-9.+-]+(?:; ?[a-z]+=[A-Za-z0-9.-]+)*"),
    "application/json",
)
_FORMS = {"name": NAME, "summary": SUMMARY, "suffix": SUFFIX, "media_type": MEDIA_TYPE}
# What a reporter may leave out.
_SHOWS_INTERNAL = "shows_internal"
_SUPPORTS_SELECTION = "supports_selection"
_WANTS_DRAFTS = "wants_drafts"
_MARK = "mark"


@frozen(kw_only=True, eq=False)
class OfferedReporter:
    """A reporter, what it says of itself, and whose it is.

    ``principal`` is true for the first that its distribution offers. ``shows_internal`` says
    whether its reports have internal notes where nobody says otherwise, ``supports_selection``
    whether it can report a selection, ``wants_drafts`` whether it gets open proposals.

    Attributes:
        reporter: the reporter itself.
        origin: whose it is.
        name: its name, as ``--to`` takes it.
        summary: what it makes, in a sentence.
        suffix: the suffix of its files.
        media_type: the media type of its files.
        options: the class of its options.
        mark: the bytes that each of its files holds among the first 4,096, and no other file;
            None where it has none.
    """

    reporter: Reporter = field(repr=False)
    origin: Origin
    name: str
    summary: str
    suffix: str
    media_type: str
    options: type[Any] = field(repr=False)
    principal: bool = False
    shows_internal: bool = False
    supports_selection: bool = False
    wants_drafts: bool = False
    mark: bytes | None = None

    @classmethod
    def of(cls, reporter: Any, origin: Origin) -> Self:
        """Return a reporter with what it says of itself; raises if it does not fit the contract."""
        _check(reporter)
        said = {name: getattr(reporter, name) for name in (*_FORMS, "options")}
        shows_internal = getattr(reporter, _SHOWS_INTERNAL, False)
        return cls(
            reporter=reporter,
            origin=origin,
            shows_internal=shows_internal,
            supports_selection=getattr(reporter, _SUPPORTS_SELECTION, False) is True,
            wants_drafts=getattr(reporter, _WANTS_DRAFTS, False) is True,
            mark=getattr(reporter, _MARK, None),
            **said,
        )

    @property
    def all_options(self) -> tuple[Option, ...]:
        """The options of its reports: the reporter's own, then those that every reporter has."""
        return (*options_of(self.options), internal_option(default=self.shows_internal))

    @property
    def full_name(self) -> str:
        """The name that no other distribution's reporter has: ``DISTRIBUTION:NAME``."""
        return f"{self.origin.distribution}:{self.name}"

    def __str__(self) -> str:
        return _("{name} of {origin}", name=self.name, origin=self.origin)

    @property
    def is_editable(self) -> bool:
        """Whether the reporter reads back what people enter in its files."""
        with suppress(PluginFault), isolated():
            return isinstance(self.reporter, EditableReporter)
        return False

    @property
    def is_reviewable(self) -> bool:
        """Whether the reporter reads back what people decided about proposals in its files."""
        with suppress(PluginFault), isolated():
            return callable(getattr(self.reporter, "read_decisions", None))
        return False

    def read_edits(self, stream: BinaryIO, name: object) -> Edits:
        """Return what was entered in a file of the reporter; messages call it ``name``.

        Raises InputError where the file cannot be read back, ReporterError when the reporter fails.
        """
        from ssrpolicy.reporting import edits  # noqa: PLC0415 - only where a file is read back

        return cast("Edits", self._read_back("read_edits", edits.Edits, stream, name))

    def read_decisions(self, stream: BinaryIO, name: object) -> Decisions:
        """Return what was decided in a file of the reporter; raises as :meth:`read_edits`."""
        from ssrpolicy.reporting import decisions  # noqa: PLC0415 - only where a file is read back

        return cast(
            "Decisions", self._read_back("read_decisions", decisions.Decisions, stream, name)
        )

    def _read_back(self, method: str, kind: type[Any], stream: BinaryIO, name: object) -> Any:
        check_stream(stream, "seek", "stream")
        failed = _("The reporter {reporter} failed while it read {name}", reporter=self, name=name)
        try:
            with isolated() as changed:
                # What a plugin returns is checked, not trusted.
                edits: object = getattr(self.reporter, method)(stream)
        except PluginFault as fault:
            cause = fault.__cause__
            if isinstance(cause, InputError):
                raise InputError(f"{name}: {cause.message}", hint=cause.hint) from cause.__cause__
            if isinstance(cause, OSError):
                raise InputError(
                    _("{name} cannot be read: {reason}.", name=name, reason=system_reason(cause))
                ) from cause
            raise ReporterError(
                _("{failed}: {fault}.", failed=failed, fault=fault), hint=fault.hint
            ) from cause
        if isinstance(edits, kind):
            read: Any = edits
            blamed = blame(_("The reporter {name}", name=self), changed)
            return evolve(read, remarks=(*read.remarks, *blamed)) if blamed else read
        raise ReporterError(
            _(
                "{failed}: it returned {edits}, not {kind}.",
                failed=failed,
                edits=brief_repr(edits),
                kind=kind.__name__,
            )
        )


def check_api(api: object, known: int) -> None:
    """Raise TypeError where a plugin is written for another version of a contract."""
    if type(api) is not int or api < known:
        raise ArgumentTypeError(
            _("api is {api!r:.40}, not a version such as {known}", api=api, known=known)
        )
    if api > known:
        raise ArgumentTypeError(
            _(
                "it is written for version {api} of the contract, and this ssrpolicy knows "
                "version {known}; a newer ssrpolicy may know it",
                api=api,
                known=known,
            )
        )


def _check(reporter: Any) -> None:
    """Raise TypeError, or what the reporter itself raises, where it does not fit the contract."""
    if isinstance(reporter, type):
        raise ArgumentTypeError(
            _("it is a class; offer an instance, {name}()", name=reporter.__name__)
        )
    missing = [m for m in (*_FORMS, "api", "options", "write") if not hasattr(reporter, m)]
    if missing:
        raise ArgumentTypeError(_("it has no {names}", names=_(" and no ").join(missing)))
    check_api(reporter.api, API)
    for member, (form, example) in _FORMS.items():
        value = getattr(reporter, member)
        if not isinstance(value, str) or not form.fullmatch(value):
            raise ArgumentTypeError(
                _(
                    "{member} is {value!r:.80}, not such as {example!r}",
                    member=member,
                    value=value,
                    example=example,
                )
            )
    if not callable(reporter.write):
        raise ArgumentTypeError(_("write cannot be called"))
    if INTERNAL in (option.key for option in options_of(reporter.options)):
        raise ArgumentTypeError(
            _(
                "it declares an option {name}, which every reporter has from the host; give it "
                "another name",
                name=INTERNAL,
            )
        )
    if not isinstance(shown := getattr(reporter, _SHOWS_INTERNAL, False), bool):
        raise ArgumentTypeError(
            _("{name} is {value!r:.40}, not True or False", name=_SHOWS_INTERNAL, value=shown)
        )
    mark = getattr(reporter, _MARK, None)
    if mark is not None and not (isinstance(mark, bytes) and mark):
        raise ArgumentTypeError(_("{name} is {value!r:.40}, not bytes", name=_MARK, value=mark))
    reporter.options()
