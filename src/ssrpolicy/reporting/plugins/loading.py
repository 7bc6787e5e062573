"""One plugin read piece by piece; what fails is kept as a value with its cause."""

from __future__ import annotations

import inspect
import re
import sys
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, TypeVar

import pluggy
from attrs import define, field

from ssrpolicy.errors import ArgumentTypeError
from ssrpolicy.messages import _, either, marked, together
from ssrpolicy.reporting.deprecation import deprecations_noted
from ssrpolicy.reporting.plugins import hooks
from ssrpolicy.reporting.plugins.isolation import PluginFault, blame, brief_repr, isolated
from ssrpolicy.reporting.plugins.origins import Origin, PluginFailure, PluginStep
from ssrpolicy.reporting.plugins.plugin import Plugin
from ssrpolicy.reporting.plugins.rule_isolation import check_rule, isolated_rule
from ssrpolicy.rules import AnyRule, PortfolioRule, Rule
from ssrpolicy.similar import most_like

if TYPE_CHECKING:
    from ssrpolicy.reporting.plugins.drafters import OfferedDrafter
    from ssrpolicy.reporting.plugins.offers import OfferedReporter
    from ssrpolicy.reporting.plugins.readers import OfferedReader

Made = TypeVar("Made")
Offered = TypeVar("Offered", "OfferedReporter", "OfferedReader", "OfferedDrafter")

_HOOK_TAKES = r"for hook '(\w+)'.*Argument\(s\) \{(.*)\} are declared"
_UNKNOWN_HOOK = r"unknown hook '(\w+)'"


def read_plugin(
    origin: Origin, load: Callable[[], object], only: Collection[str] = hooks.HOOKS
) -> Plugin:
    """Load one plugin and return what it offers, with the failures.

    ``only`` are the hooks that are called: what others would offer is not in the result.
    """
    manager = _Manager(hooks.PROJECT)
    manager.add_hookspecs(hooks)
    reading = _Loading(origin, manager, only)
    with deprecations_noted() as outdated:
        usable = reading.registered(load)
        return Plugin(
            origin=origin,
            reporters=tuple(reading.reporters()) if usable else (),
            rules=tuple(reading.rules()) if usable else (),
            readers=tuple(reading.readers()) if usable else (),
            drafters=tuple(reading.drafters()) if usable else (),
            failures=tuple(reading.failures),
            outdated=tuple(outdated),
            steps=tuple(reading.steps),
            blamed=blame(origin, reading.changed),
        )


class _Manager(pluggy.PluginManager):
    """What registers a plugin; of the module of hooks it looks at these alone."""

    def parse_hookspec_opts(self, module_or_class: Any, name: str) -> pluggy.HookspecOpts | None:
        return super().parse_hookspec_opts(module_or_class, name) if name in hooks.HOOKS else None


@define(eq=False, repr=False)
class _Loading:
    """The reading of one plugin, which goes on after what fails and keeps it."""

    origin: Origin
    manager: pluggy.PluginManager
    only: Collection[str]
    failures: list[PluginFailure] = field(factory=list)
    changed: list[str] = field(factory=list)
    steps: list[PluginStep] = field(factory=list)

    def _called(self, what: str, call: Callable[[], Any], code: Callable[[Any], object]) -> Any:
        """Return what a call of the plugin gives, and note it as a step, also where it raises.

        ``code`` says, of the result, which code was called.
        """
        start, result = time.perf_counter(), None
        try:
            result = call()
            return result
        finally:
            seconds = time.perf_counter() - start
            self.steps.append(PluginStep(what=what, where=_place_of(code(result)), seconds=seconds))

    @contextmanager
    def _isolated(self) -> Iterator[None]:
        """Isolate the plugin's code, and keep what it changes of the process."""
        with isolated() as changed:
            yield
        self.changed += changed

    def _fail(self, what: str, cause: object) -> None:
        self.failures.append(PluginFailure(origin=self.origin, what=what, cause=str(cause)))

    def registered(self, load: Callable[[], object]) -> bool:
        """Whether the plugin loads and its hooks have the right signatures; misspelt ones fail."""
        name = self.origin.entry_point
        doing, fits = _("{name} could not be loaded", name=name), False
        try:
            with self._isolated():
                found = self._called("import", load, lambda found: found)
                doing = _("{name} does not fit", name=name)
                self._register(found)
                for hook in (name for name in hooks.HOOKS if name in dir(found)):
                    if not hasattr(getattr(found, hook), f"{hooks.PROJECT}_impl"):
                        raise ArgumentTypeError(
                            _("{hook} is not marked with ssrpolicy.reporting.hookimpl", hook=hook)
                        )
                fits = True
                self.manager.check_pending()
                idle = not self.manager.get_hookcallers(found)
        except PluginFault as fault:
            if fits:
                self._fail(_("a hook is not known"), _unknown_hook(str(fault)))
            else:
                self._fail(doing, fault)
            return fits
        if idle:
            cause = _("it has no function {names}, marked with hookimpl", names=either(hooks.HOOKS))
            self._fail(_("{name} offers nothing", name=name), cause)
        return True

    def _register(self, found: object) -> None:
        """Register a plugin; raises ArgumentTypeError where a hook takes what none is given."""
        try:
            self.manager.register(found)
        except pluggy.PluginValidationError as error:
            if (said := re.search(_HOOK_TAKES, str(error), re.DOTALL)) is None:
                raise
            names = ", ".join(sorted(re.findall(r"\w+", said[2])))
            raise ArgumentTypeError(
                _("{hook} takes {names}; it is given nothing", hook=said[1], names=names)
            ) from error

    def _returned(
        self, hook: str, make: Callable[[Any], Made | None]
    ) -> list[tuple[Any, Made | None]]:
        """Return the values of the plugin's hook, each with the object made of it.

        The objects are None from the first that fails on; these are then made one by one, since
        isolating each takes longer than making nearly all of them. A hook that fails gives none.
        """
        caller = getattr(self.manager.hook, hook)
        if hook not in self.only or not caller.get_hookimpls():
            return []
        values: list[Any] = []
        made: list[Made | None] = []
        try:
            with self._isolated():
                function = caller.get_hookimpls()[0].function
                results = self._called(hook, caller, lambda _: function)
                found = results[0] if results else None
                if isinstance(found, Iterable) and not isinstance(found, str | bytes | dict):
                    values = list(found)
                    with suppress(BaseException):
                        made.extend(map(make, values))
                else:
                    wrong = _("it returned {values}, not a list", values=brief_repr(found))
                    self._fail(f"{hook}()", wrong)
        except PluginFault as fault:
            self._fail(f"{hook}()", fault)
            return []
        return list(zip_longest(values, made))

    def reporters(self) -> Iterator[OfferedReporter]:
        hook = hooks.ssrpolicy_reporters.__name__
        if hook in self.only:
            from ssrpolicy.reporting.plugins.offers import OfferedReporter  # noqa: PLC0415 - who needs rules alone waits for nothing else

            yield from self._offered(hook, OfferedReporter.of, marked("the reporter {name}"))

    def readers(self) -> Iterator[OfferedReader]:
        hook = hooks.ssrpolicy_readers.__name__
        if hook in self.only:
            from ssrpolicy.reporting.plugins.readers import OfferedReader  # noqa: PLC0415 - who needs rules alone waits for nothing else

            yield from self._offered(hook, OfferedReader.of, marked("the reader {name}"))

    def drafters(self) -> Iterator[OfferedDrafter]:
        hook = hooks.ssrpolicy_drafters.__name__
        if hook in self.only:
            from ssrpolicy.reporting.plugins.drafters import OfferedDrafter  # noqa: PLC0415 - who needs rules alone waits for nothing else

            yield from self._offered(hook, OfferedDrafter.of, marked("the drafter {name}"))

    def _offered(self, hook: str, offer: Callable[..., Offered], called: str) -> Iterator[Offered]:
        """Yield what a hook returns as what is offered, each name once; failures are kept."""
        make = partial(offer, origin=self.origin)
        names: set[str] = set()
        for each, made in self._returned(hook, make):
            try:
                offered = made if made is not None else self._made(make, each)
            except PluginFault as fault:
                self._fail(_(called, name=_name_of(each)), fault)
                continue
            if offered.name in names:
                self._fail(_(called, name=offered.name), _("it is offered twice"))
            else:
                names.add(offered.name)
                yield offered

    def _made(self, make: Callable[[Any], Made], value: object) -> Made:
        with self._isolated():
            return make(value)

    def rules(self) -> Iterator[AnyRule]:
        for rule, fits in self._returned(hooks.ssrpolicy_rules.__name__, _is_usable):
            if not isinstance(rule, Rule | PortfolioRule):
                self._fail(
                    _("the rule {rule}", rule=_name_of(rule)),
                    _("it is not an ssrpolicy.reporting.Rule"),
                )
                continue
            try:
                if fits is None:
                    self._made(check_rule, rule)
            except PluginFault as fault:
                self._fail(_("the rule {code}", code=rule.code), fault)
            else:
                yield isolated_rule(rule, self.origin)


def _is_usable(rule: object) -> bool:
    """Whether something is a rule; raises where the options of one cannot be given."""
    if isinstance(rule, Rule | PortfolioRule):
        check_rule(rule)
        return True
    return False


def _place_of(code: object) -> str | None:
    """Return the file of a module, of an object's class, or of a function with its line."""
    if inspect.isfunction(code):
        return f"{code.__code__.co_filename}:{code.__code__.co_firstlineno}"
    module = code if inspect.ismodule(code) else sys.modules.get(type(code).__module__)
    file = getattr(module, "__file__", None)
    return None if file is None else str(file)


def _unknown_hook(cause: str) -> str:
    name = re.search(_UNKNOWN_HOOK, cause)
    if name is None:
        return cause
    close = most_like(name[1], hooks.HOOKS, n=1)
    if close:
        return _("no hook is called {name}; did you mean {meant}?", name=name[1], meant=close[0])
    return _(
        "no hook is called {name}; the hooks are {names}", name=name[1], names=together(hooks.HOOKS)
    )


def _name_of(found: object) -> str:
    for member in ("name", "__name__"):
        with suppress(PluginFault), isolated():
            if (name := getattr(found, member, None)) is not None:
                return str(name)
    shown = brief_repr(found)
    # Where in memory it stands says nothing.
    return type(found).__name__ if " at 0x" in shown else shown
