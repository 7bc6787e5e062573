"""Values for a reporter's options: from Python, or as ``-o key=value`` on a command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any, TypeVar

from attrs import frozen

from ssrpolicy.arguments import all_of, check_type
from ssrpolicy.errors import OptionError, ReporterError
from ssrpolicy.messages import _, did_you_mean
from ssrpolicy.reporting.contract import NoOptions
from ssrpolicy.reporting.internal import INTERNAL
from ssrpolicy.reporting.options.declared import Option, options_of
from ssrpolicy.reporting.options.parsing import parsed_value
from ssrpolicy.reporting.options.refusals import refused_value
from ssrpolicy.reporting.plugins.drafters import OfferedDrafter
from ssrpolicy.reporting.plugins.isolation import PluginFault, blame, isolated, worded
from ssrpolicy.reporting.plugins.offers import OfferedReporter
from ssrpolicy.rules import AnyRule
from ssrpolicy.similar import most_like

_Offered = TypeVar("_Offered", OfferedReporter, OfferedDrafter)


def option_values(offered: OfferedReporter | OfferedDrafter, given: object = None) -> Any:
    """Return the options of a reporter or drafter: from nothing, values by key, or an instance.

    A value in a mapping is of the option's type, or the text that would be given for it on a
    command line; a file is read here. What the host does itself for every reporter, such as
    ``internal``, may be among them. Raises OptionError with the nearest option or with what the
    option takes.
    """
    check_type(offered, (OfferedReporter, OfferedDrafter), "offered", 'registry.reporter("excel")')
    return _of(offered).made(given)


def rule_options(rule: AnyRule, given: object = None) -> Any:
    """Return the options of a rule, from nothing, a mapping of values, or an instance.

    It is as :func:`option_values` has it for a reporter; None for a rule without options.
    """
    if rule.options is None and not given:
        return None
    return _of_rule(rule).made(given)


@frozen(kw_only=True, repr=False)
class _Owner:
    """What has options: its name in messages, their class, and every option that it takes."""

    name: str
    full_name: str
    options: type[Any]
    known: tuple[Option, ...]

    def option(self, key: str) -> Option:
        """Return the option with this key; raises OptionError with the nearest."""
        known = {option.key: option for option in self.known}
        name = key.replace("-", "_")
        if name in known:
            return known[name]
        wrong = _("{name} has no option {key!r:.80}.", name=self.name, key=key)
        if not known:
            raise OptionError(wrong, hint=_("It has no options."))
        close = most_like(name, known, n=1)
        meant = f"{did_you_mean(close)} " if close else ""
        raise OptionError(
            wrong,
            hint=_("{question}Its options are {known}.", question=meant, known=", ".join(known)),
        )

    def made(self, given: object) -> Any:
        """Return an instance of the options class; raises OptionError where values do not fit."""
        given = {} if given is None else given
        if isinstance(given, self.options):
            return given
        if not isinstance(given, Mapping):
            raise OptionError(
                _(
                    "The options of {name} are {given!r:.80}, not key and value pairs.",
                    name=self.name,
                    given=given,
                ),
                hint=_("Give a dictionary, or {name}(...).", name=self.options.__name__),
            )
        known = [(self.option(str(key)), value) for key, value in given.items()]
        values = {option.key: parsed_value(self.name, option, value) for option, value in known}
        values.pop(INTERNAL, None)
        return self._instance(values)

    def _instance(self, values: Mapping[str, object]) -> Any:
        try:
            with isolated() as changed:
                made = self.options(**values)
        except PluginFault as fault:
            cause = fault.__cause__
            if isinstance(cause, OptionError):
                raise cause from cause.__cause__
            if isinstance(cause, ValueError | TypeError):
                refusal = None
                with suppress(PluginFault), isolated():
                    refusal = refused_value(self.options(), values)
                if refusal is not None:
                    raise OptionError(
                        _(
                            "The option {key} of {name} is {value!r:.80}.",
                            key=refusal.key,
                            name=self.name,
                            value=values[refusal.key],
                        ),
                        hint=refusal.must,
                    ) from cause
                raise OptionError(
                    _(
                        "The options of {name} do not hold: {error}.",
                        name=self.name,
                        error=worded(cause),
                    )
                ) from cause
            raise ReporterError(
                _("The options of {reporter} failed: {cause}.", reporter=self, cause=fault)
            ) from cause
        for sentence in blame(_("it"), changed):
            raise ReporterError(
                _("The options of {reporter} failed: {cause}", reporter=self, cause=sentence)
            )
        return made

    def __str__(self) -> str:
        return self.full_name


def _of_rule(rule: AnyRule) -> _Owner:
    options = NoOptions if rule.options is None else rule.options
    return _Owner(name=rule.code, full_name=rule.code, options=options, known=options_of(options))


def _of(offered: OfferedReporter | OfferedDrafter) -> _Owner:
    return _Owner(
        name=offered.name,
        full_name=str(offered),
        options=offered.options,
        known=offered.all_options,
    )


def internal_asked(
    offered: OfferedReporter, given: object = None, *, internal: bool | None = None
) -> bool:
    """Return whether a report has internal notes: as asked, or as the reporter has it.

    ``given`` is what :func:`option_values` takes; ``internal`` may be asked apart from it. Raises
    OptionError for what is not yes or no, or is asked in both and not alike.
    """
    if internal is not None:
        asked = bool(parsed_value(offered.name, _of(offered).option(INTERNAL), internal))
        if (
            isinstance(given, Mapping)
            and internal_asked(offered, {INTERNAL: asked, **given}) is not asked
        ):
            raise OptionError(
                _("The option {option} is given twice; give it once.", option=INTERNAL)
            )
        return asked
    if not isinstance(given, Mapping) or INTERNAL not in given:
        return offered.shows_internal
    return bool(parsed_value(offered.name, _of(offered).option(INTERNAL), given[INTERNAL]))


def options_asked(
    arguments: Iterable[str], asked: Iterable[_Offered]
) -> dict[_Offered, dict[str, str]]:
    """Return the texts of each reporter's or drafter's options, from ``key=value`` arguments.

    ``key=value`` must be an option of every one of them, ``excel.key=value`` of that one, for which
    it takes precedence. An option that takes several values can be given several times. Raises
    OptionError.
    """
    arguments = all_of(arguments, str, "arguments", '"key=value"')
    every = all_of(asked, (OfferedReporter, OfferedDrafter), "asked", 'registry.reporter("excel")')
    # Of each: what is given for all, and what is given for it alone.
    given: dict[_Offered, tuple[dict[str, str], ...]] = {r: ({}, {}) for r in every}
    for argument in arguments:
        left, equals, value = argument.partition("=")
        if not left.strip():
            raise _noparsed_value(argument)
        prefix, point, key = left.strip().rpartition(".")
        for offered in _addressed(prefix, every) if point else every:
            option = _of(offered).option(key)
            if not equals:
                # An option that is yes or no is asked for by its name.
                if option.type is not bool:
                    raise _noparsed_value(argument, option)
                value = "yes"
            texts = given[offered][bool(point)]
            before = texts.get(option.key)
            if before is not None and not option.many:
                raise OptionError(
                    _("The option {option} is given twice; give it once.", option=left.strip())
                )
            texts[option.key] = value if before is None else f"{before},{value}"
    return {offered: shared | own for offered, (shared, own) in given.items()}


def _noparsed_value(argument: str, option: Option | None = None) -> OptionError:
    """Return the error for an option without its value, or without its name."""
    hint = _("Write -o key=value, or -o NAME.key=value for one of several.")
    if option is not None:
        hint = _("Write -o {key}=...; it takes {takes}.", key=argument.strip(), takes=option.takes)
    return OptionError(
        _("The option {argument!r:.80} is not of the form key=value.", argument=argument), hint=hint
    )


def no_rule(code: str, known: Iterable[str], unusable: Iterable[str] = ()) -> OptionError:
    """Return the error for a code of none of the rules that have options.

    ``unusable`` are lines on what could not be loaded, which may be what is meant.
    """
    codes = [*known]
    near = did_you_mean(most_like(code, codes, n=1))
    others = _("These have: {names}.", names=", ".join(codes)) if codes else ""
    hint = "\n".join(filter(None, (near or others, *unusable)))
    return OptionError(_("No rule called {code!r:.80} has options.", code=code), hint=hint or None)


def rule_options_asked(
    arguments: Iterable[str], rules: Iterable[AnyRule], unusable: Iterable[str] = ()
) -> dict[str, dict[str, object]]:
    """Return the texts of rules' options by the rules' codes, from ``CODE.key=value`` arguments.

    ``unusable`` are lines on what could not be loaded, which may be what is meant. Raises
    OptionError.
    """
    known = {rule.code: rule for rule in rules if rule.options is not None}
    given: dict[str, dict[str, object]] = {}
    for argument in arguments:
        left, equals, value = argument.partition("=")
        code, point, key = left.strip().rpartition(".")
        if not point:
            raise OptionError(
                _("The option {given!r:.80} is not of the form CODE.key=value.", given=argument)
            )
        if code not in known:
            raise no_rule(code, known, unusable)
        if not equals:
            option = _of_rule(known[code]).option(key)
            if option.type is not bool:
                raise _noparsed_value(argument, option)
        given.setdefault(code, {})[key] = value if equals else "yes"
    return given


def _addressed(prefix: str, every: tuple[_Offered, ...]) -> list[_Offered]:
    found = [offered for offered in every if prefix in (offered.name, offered.full_name)]
    if not found:
        names = ", ".join(offered.name for offered in every)
        raise OptionError(
            _("An option is given for {prefix!r}, which is not asked for.", prefix=prefix),
            hint=_("Asked for: {names}.", names=names),
        )
    return found
