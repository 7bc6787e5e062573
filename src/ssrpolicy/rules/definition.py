"""What a rule is: a code, a severity, and a function from a record to what it remarks."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from types import ModuleType
from typing import Any, TypeAlias, TypeVar

from attrs import field, frozen

from ssrpolicy.messages import _
from ssrpolicy.model import DataPath, Finding, Location, PolicyRecord, Severity, subject_at

K = TypeVar("K")

MOST_HINTS = 50
"""How many near words or ids a rule looks for in one record."""

_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")


@frozen(kw_only=True)
class Remark:
    """What a rule has to say of one place; its rule gives it a code and a severity.

    ``subject`` is the full id of the entry concerned; if left out, that of the entry at ``place``.
    """

    subject: str | None = None
    message: str
    hint: str | None = None
    place: DataPath = ()


def _code(_rule: object, _field: object, code: str) -> None:
    if not _CODE.fullmatch(code):
        raise ValueError(
            _("{code!r} is not a finding code: lower-case words with hyphens", code=code)
        )


@frozen(kw_only=True)
class Rule:
    """One opinion about a record, under a stable code.

    ``check`` gives the findings of one record. ``page`` is the reference page: what is wrong,
    an example, what to do; its first line is the ``summary``. ``needs_whole`` says what must have
    been read in full for its findings to hold, because they say that something is absent:
    "entry", the entry concerned and those that it names, or the name of a table.
    """

    code: str = field(validator=_code)
    severity: Severity
    needs_whole: str | None = None
    check: Callable[[PolicyRecord], Iterable[Finding]] = field(repr=False)
    page: str = field(repr=False)

    @property
    def summary(self) -> str:
        """The first line of the page."""
        return self.page.partition("\n")[0]


@frozen(kw_only=True)
class PortfolioRule:
    """One opinion about records that are read together; ``check`` gives each its findings.

    It yields the record with each finding, so that the finding can be placed in that record's
    file.
    """

    code: str = field(validator=_code)
    severity: Severity
    check: Callable[[tuple[PolicyRecord, ...]], Iterable[tuple[PolicyRecord, Finding]]] = field(
        repr=False
    )
    page: str = field(repr=False)

    @property
    def summary(self) -> str:
        """The first line of the page."""
        return self.page.partition("\n")[0]


R = TypeVar("R", Rule, PortfolioRule)
Records: TypeAlias = tuple[PolicyRecord, ...]
Remarks: TypeAlias = Iterable[tuple[PolicyRecord, Remark]]


def rule(
    code: str, severity: Severity, *, needs_whole: str | None = None
) -> Callable[[Callable[[PolicyRecord], Iterable[Remark]]], Rule]:
    """Make a rule of a function that yields remarks; its docstring is the rule's page."""

    def made(remarks: Callable[[PolicyRecord], Iterable[Remark]]) -> Rule:
        def check(record: PolicyRecord) -> Iterator[Finding]:
            return (
                _finding(code, severity, record, remark, needs_whole) for remark in remarks(record)
            )

        return Rule(
            code=code, severity=severity, needs_whole=needs_whole, check=check, page=_page(remarks)
        )

    return made


def portfolio_rule(
    code: str, severity: Severity
) -> Callable[[Callable[[Records], Remarks]], PortfolioRule]:
    """Make a rule of a function over records that yields remarks, each with its record."""

    def made(remarks: Callable[[Records], Remarks]) -> PortfolioRule:
        def check(records: Records) -> Iterator[tuple[PolicyRecord, Finding]]:
            return ((of, _finding(code, severity, of, remark)) for of, remark in remarks(records))

        return PortfolioRule(code=code, severity=severity, check=check, page=_page(remarks))

    return made


def rules_in(kind: type[R], *modules: ModuleType) -> tuple[R, ...]:
    """Return the rules of this kind that the modules define, by code."""
    found = {r.code: r for m in modules for r in vars(m).values() if isinstance(r, kind)}
    return tuple(found[code] for code in sorted(found))


def at_most(number: int, hint: Callable[[K], str | None]) -> Callable[[K], str | None]:
    """Make a function that looks for a hint look for ``number`` of them only, each once.

    To look for what is near costs far more than to see that something is wrong; where hundreds
    are wrong, the first hints say why.
    """
    found: dict[K, str | None] = {}

    def limited(key: K) -> str | None:
        if key not in found:
            found[key] = hint(key) if len(found) < number else None
        return found[key]

    return limited


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
    """Return a rule's page; raises ValueError where its function has no docstring."""
    page = inspect.getdoc(function) or ""
    if not page and _page.__doc__:  # python -OO leaves every docstring out
        raise ValueError(
            _("{name} has no docstring, which is a rule's reference page", name=function.__name__)
        )
    return page
