"""A rule made of a function: its code, its severity, its page, and how it judges."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from types import ModuleType
from typing import Any, Literal, TypeAlias, TypeVar

from attrs import evolve, field, frozen

from ssrpolicy.fields import by_fields, typed
from ssrpolicy.messages import _, either
from ssrpolicy.model import Finding, Location, PolicyRecord, Severity, invalid_value, subject_at
from ssrpolicy.rules.definition.remarks import Remark, remarks_in, remarks_of

_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")


def _code(_rule: object, _field: object, code: Any) -> None:
    if not isinstance(code, str) or not _CODE.fullmatch(code):
        raise invalid_value(
            _("{code!r} is not a finding code: lower-case words with hyphens", code=code),
            of_type=isinstance(code, str),
        )


def _severity(given: Severity | SeverityName) -> Severity:
    try:
        return Severity(given)
    except (ValueError, TypeError):
        words = _("the severity is {given!r}, not {known}", given=given, known=either([*Severity]))
        raise invalid_value(words, of_type=isinstance(given, str)) from None


SeverityName: TypeAlias = Literal["error", "warning", "note"]
"""How severe a finding is, as a text."""


@frozen(kw_only=True, field_transformer=typed)
@by_fields
class RuleBase:
    """What rules have in common: a code, a severity, options if any, and a page.

    ``page`` is the reference page: what is wrong, an example, what to do; its first line is the
    ``summary``. ``options`` is the attrs class of the rule's options, or None where it has none.
    """

    code: str = field(validator=_code)
    severity: Severity = field(converter=_severity)
    page: str = field(repr=False)
    options: type[Any] | None = field(default=None, repr=False)

    @property
    def summary(self) -> str:
        """The first line of the page."""
        return self.page.partition("\n")[0]


@frozen(kw_only=True, field_transformer=typed)
@by_fields
class Rule(RuleBase):
    """One opinion about a record, under a stable code.

    ``check`` gives the findings of one record. ``needs_whole`` says what must have been read in
    full for its findings to hold, because they say that something is absent: "entry", the entry
    concerned and those that it names, or the name of a table. ``checking`` gives the ``check``
    for options other than the defaults.

    Attributes:
        code: the code of its findings.
        severity: how grave they are.
    """

    needs_whole: str | None = None
    check: Check = field(repr=False)
    checking: Callable[[Any], Check] | None = field(default=None, repr=False)


@frozen(kw_only=True, field_transformer=typed)
@by_fields
class PortfolioRule(RuleBase):
    """One opinion about records that are read together; ``check`` gives each its findings.

    It yields the record with each finding, so that the finding can be placed in that record's
    file. ``checking`` gives the ``check`` for options other than the defaults.

    Attributes:
        code: the code of its findings.
        severity: how grave they are.
    """

    check: CheckTogether = field(repr=False)
    checking: Callable[[Any], CheckTogether] | None = field(default=None, repr=False)


R = TypeVar("R", bound="Rule | PortfolioRule")
AnyRule: TypeAlias = Rule | PortfolioRule
"""A rule of either kind: for one record, or for several that are read together."""

Records: TypeAlias = tuple[PolicyRecord, ...]
Remarks: TypeAlias = Iterable[tuple[PolicyRecord, Remark]]
Check: TypeAlias = Callable[[PolicyRecord], Iterable[Finding]]
CheckTogether: TypeAlias = Callable[[Records], Iterable[tuple[PolicyRecord, Finding]]]


def with_options(rule: R, options: object) -> R:
    """Return a rule as it judges with these options, an instance of its options class."""
    if rule.checking is None:
        return rule
    check: Any = rule.checking(options)  # of the kind that the rule has
    return evolve(rule, check=check)


def rule(
    code: str,
    severity: Severity | SeverityName,
    *,
    needs_whole: str | None = None,
    options: type[Any] | None = None,
) -> Callable[[Callable[..., Iterable[Remark]]], Rule]:
    """Make a rule of a function that yields remarks; its docstring is the rule's page.

    The function takes a record; with ``options``, the attrs class of the rule's options, it also
    takes an instance of that.
    """

    def made(remarks: Callable[..., Iterable[Remark]]) -> Rule:
        def checking(*given: Any) -> Check:
            def check(record: PolicyRecord) -> Iterator[Finding]:
                return (
                    _finding(code, kind, record, remark, needs_whole)
                    for remark in remarks_in(remarks(record, *given))
                )

            return check

        kind = _severity(severity)
        of_function = _of_function(remarks, checking, options)
        return Rule(code=code, severity=kind, needs_whole=needs_whole, **of_function)

    return made


def portfolio_rule(
    code: str, severity: Severity | SeverityName, *, options: type[Any] | None = None
) -> Callable[[Callable[..., Remarks]], PortfolioRule]:
    """Make a rule of a function over records that yields remarks, each with its record.

    The function takes a tuple of records; with ``options``, the attrs class of the rule's
    options, it also takes an instance of that.
    """

    def made(remarks: Callable[..., Remarks]) -> PortfolioRule:
        def checking(*given: Any) -> CheckTogether:
            def check(records: Records) -> Iterator[tuple[PolicyRecord, Finding]]:
                remarked = remarks_of(remarks(records, *given))
                return ((of, _finding(code, kind, of, remark)) for of, remark in remarked)

            return check

        kind = _severity(severity)
        return PortfolioRule(code=code, severity=kind, **_of_function(remarks, checking, options))

    return made


def _of_function(
    remarks: Callable[..., object], checking: Callable[..., Any], options: type[Any] | None
) -> dict[str, Any]:
    """Return what a rule of either kind has from its function: how it checks, and its page."""
    _check_parameters(remarks, 1 if options is None else 2)

    def checked(*given: Any) -> Any:
        check = checking(*given)
        check.__module__ = remarks.__module__
        return check

    return {
        "check": checked() if options is None else checked(options()),
        "checking": None if options is None else checked,
        "options": options,
        "page": _page(remarks),
    }


def _check_parameters(function: Callable[..., object], number: int) -> None:
    """Raise ArgumentError where the function of a rule cannot be called with so many arguments."""
    code = getattr(function, "__code__", None)
    if code is None or code.co_flags & inspect.CO_VARARGS:
        return
    most = code.co_argcount
    least = most - len(getattr(function, "__defaults__", None) or ())
    if least <= number <= most:
        return
    takes = ", ".join(code.co_varnames[:most]) or _("nothing")
    given = {"name": code.co_name, "takes": takes}
    raise invalid_value(
        _("{name} takes {takes}; a rule without options= takes what it judges alone", **given)
        if number == 1
        else _("{name} takes {takes}; a rule with options= takes what it judges and these", **given)
    )


def rules_in(kind: type[R], *modules: ModuleType) -> tuple[R, ...]:
    """Return the rules of this kind that the modules define, by code."""
    found = {r.code: r for m in modules for r in vars(m).values() if isinstance(r, kind)}
    return tuple(found[code] for code in sorted(found))


def _finding(
    code: str,
    severity: Severity,
    record: PolicyRecord,
    remark: Remark,
    needs_whole: str | None = None,
) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        subject=remark.subject or subject_at(record, remark.place),
        message=remark.message,
        hint=remark.hint,
        location=Location(path=remark.place),
        needs_whole=needs_whole,
    )


def _page(function: Callable[..., Any]) -> str:
    """Return a rule's page; raises ArgumentError where its function has no docstring."""
    page = inspect.getdoc(function) or ""
    if not page and _page.__doc__:  # python -OO leaves every docstring out
        raise invalid_value(
            _("{name} has no docstring, which is a rule's reference page", name=function.__name__),
            hint=_("Say in it what is wrong, with an example, and what to do."),
        )
    return page
