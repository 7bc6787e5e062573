"""What is printed on a terminal: safe text, findings, and progress on long work."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

import click

from ssrpolicy.arguments import DEEPEST_INDENT, check_flag, check_number, check_type
from ssrpolicy.cli.console.addresses import WORDS, without_addresses
from ssrpolicy.errors import SsrPolicyError
from ssrpolicy.messages import _, ngettext, wrong_type
from ssrpolicy.unseen import visible

if TYPE_CHECKING:
    from ssrpolicy.model import Finding, Severity
    from ssrpolicy.reporting import Registry

_WIDTH, _NARROWEST = 80, 20
REWORD = "ssrpolicy.cli.reword"
"""The key, in click's context, of what puts messages in the words of the command that runs."""

T = TypeVar("T")

__all__ = [
    "REWORD", "WORDS", "announced", "line_width", "print_alike", "print_by_kind", "print_error",
    "print_failures", "print_finding", "print_ignored", "print_json", "print_line", "print_wrapped",
    "tracked", "waited_for", "without_addresses", "wrapped",
]  # fmt: skip

_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}
_FEW = 3  # of many findings alike
_WORTH_A_BAR = 20
_WORTH_A_CLOCK = 100_000
_MOST_FINDINGS = 5
_TOKENS = 2_000


def line_width() -> int:
    """Return how many columns a line may have: 80, or those of a terminal that is narrower."""
    if not sys.stdout.isatty():
        return _WIDTH
    import shutil  # noqa: PLC0415 - with all that compresses, and only a terminal is asked

    return max(_NARROWEST, min(shutil.get_terminal_size().columns, _WIDTH))


def wrapped(text: str, indent: int = 2, hang: int | None = None) -> str:
    """Return text in lines of at most :func:`line_width` columns, each indented by some spaces.

    The lines after the first are indented by ``hang`` spaces, by default as many as the first. A
    word that is longer, such as the path of a command, stays whole: people copy it.
    """
    import textwrap  # noqa: PLC0415 - most commands print short lines

    first, later = " " * indent, " " * (indent if hang is None else hang)
    lines: list[str] = []
    for line in text.splitlines():
        lines += textwrap.wrap(
            line,
            line_width(),
            initial_indent=later if lines else first,
            subsequent_indent=later,
            break_on_hyphens=False,
            break_long_words=False,
        )
    return "\n".join(lines)


def print_line(text: str = "", *, err: bool = False) -> None:
    """Print a line of safe text; with ``err`` on standard error, where no address is repeated."""
    check_type(text, str, "text", '"Two records were read."')
    check_flag(err, "err")
    click.echo(visible(without_addresses(text) if err else text), err=err)


def print_wrapped(text: str, indent: int = 2, hang: int | None = None) -> None:
    """Print safe text in lines of at most 80 columns, indented as ``wrapped`` does."""
    print_line(wrapped(text, indent, hang))


def print_json(data: object, indent: int | None = 2) -> None:
    """Print data as JSON; numbers of papers and the like as text."""
    import json  # noqa: PLC0415 - most commands print lines

    if indent is not None:
        indent = check_number(indent, "indent", least=0, most=DEEPEST_INDENT)
    encoder = json.JSONEncoder(ensure_ascii=False, indent=indent, default=str, allow_nan=False)
    try:
        # The codes of what is not seen are those that JSON has for it. In pieces it takes a
        # fraction of the memory of one text; all of them come before the first is printed.
        tokens = encoder.iterencode(data)
        pieces = [*iter(lambda: visible("".join(islice(tokens, _TOKENS))).encode(), b"")]
    except (TypeError, ValueError, RecursionError):
        raise wrong_type(data, "data", '{"id": "a"}') from None
    for piece in pieces:
        click.echo(piece.decode(), nl=False)
    click.echo()


def print_finding(finding: Finding, *, err: bool = False) -> None:
    """Print one finding: its place, severity and code, what is wrong, and what would work."""
    import attrs  # noqa: PLC0415 - the list of commands prints no finding

    from ssrpolicy.model import Finding  # noqa: PLC0415 - the list of commands prints none

    check_type(finding, Finding, "finding", "record.findings()[0]")
    check_flag(err, "err")
    place = visible(f"{finding.location}: ") if str(finding.location) else ""
    reworded = attrs.evolve(finding, message=_reworded(finding.message))
    click.echo(f"{place}{_coloured(finding)}: {visible(reworded.sentence)}", err=err)
    _print_hint(finding.hint, err=err)


def _coloured(finding: Finding) -> str:
    return click.style(f"{finding.severity} {finding.code}", fg=_COLOURS[finding.severity])


def print_alike(findings: Iterable[Finding]) -> None:
    """Print findings; several that say the same of one entry each as one, with all of these."""
    alike: dict[tuple[object, ...], list[Finding]] = {}
    for each in findings:
        alike.setdefault((each.code, each.severity, each.message, each.hint), []).append(each)
    for first, *others in alike.values():
        if not others:
            print_finding(first)
            continue
        click.echo(f"{_coloured(first)}: {visible(_reworded(first.message))}")
        print_wrapped(", ".join(each.subject for each in (first, *others)), indent=4)
        _print_hint(first.hint, err=False)


def print_by_kind(findings: Iterable[Finding]) -> None:
    """Print findings by their codes: of each the first few, and whose the others are."""
    kinds: dict[tuple[str, Severity], list[Finding]] = {}
    for each in findings:
        kinds.setdefault((each.code, each.severity), []).append(each)
    for (code, severity), found in kinds.items():
        listed = found if len(found) <= _FEW + 1 else found[:_FEW]
        for each in listed:
            print_finding(each)
        if others := found[len(listed) :]:
            words = _(
                "... and {number} more of {code}: {subjects}.",
                number=len(others),
                code=f"{severity} {code}",
                subjects=", ".join(dict.fromkeys(each.subject for each in others)),
            )
            print_wrapped(words, indent=4)


def print_ignored(findings: Iterable[Finding]) -> None:
    """Print how many findings are left out, and their codes; nothing where none are."""
    ignored = [finding.code for finding in findings]
    if ignored:
        print_line(
            ngettext(
                "{number} finding ignored: {codes}.",
                "{number} findings ignored: {codes}.",
                len(ignored),
                codes=", ".join(sorted({*ignored})),
            )
        )


def print_error(error: SsrPolicyError) -> None:
    """Print on standard error why the command cannot go on, and what would work."""
    from ssrpolicy.model import EditRefusedError, FindingsError  # noqa: PLC0415 - the list of commands prints no error

    print_line(_("Error: {message}", message=_reworded(error.message)), err=True)
    findings = error.findings if isinstance(error, FindingsError) else ()
    most = _MOST_FINDINGS if isinstance(error, EditRefusedError) else len(findings)
    for finding in findings[:most]:
        print_finding(finding, err=True)
    if more := len(findings[most:]):
        print_line(ngettext("... and {number} more.", "... and {number} more.", more), err=True)
    _print_hint(error.hint, err=True)


def print_failures(registry: Registry) -> None:
    """Print on standard error which plugins could not be used, and what some had changed."""
    for failure in registry.failures:
        print_line(_("Not used: {failure}", failure=failure), err=True)
    for plugin in registry.plugins:
        for sentence in plugin.blamed:
            print_line(_("Note: {remark}", remark=sentence), err=True)


@contextmanager
def announced(doing: str) -> Iterator[None]:
    """Say on standard error what is done now, before it is: it may end the process.

    On a terminal the line is erased again when it was done.
    """
    terminal = sys.stderr.isatty()
    click.echo(visible(without_addresses(doing)), err=True, nl=not terminal)
    sys.stderr.flush()
    try:
        yield
    finally:
        if terminal:
            click.echo(f"\r{' ' * len(visible(doing))}\r", err=True, nl=False)


def _reworded(text: str, *, hint: bool = False) -> str:
    """Return a message or a hint in the words of the command that runs, where it has its own."""
    context = click.get_current_context(silent=True)
    reword = None if context is None else context.meta.get(REWORD)
    return text if reword is None else str(reword(text, hint=hint))


def _print_hint(hint: str | None, *, err: bool) -> None:
    for line in visible(without_addresses(_reworded(hint or "", hint=True))).splitlines():
        click.echo(f"    {line}", err=err)


def tracked(items: Sequence[T], doing: str) -> Iterator[T]:
    """Yield the items; with a progress bar on standard error where that is a terminal."""
    check_type(doing, str, "doing", '"Reading the records"')
    if isinstance(items, str | bytes) or not isinstance(items, Sequence):
        raise wrong_type(items, "items", "a list")
    if len(items) < _WORTH_A_BAR or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console  # noqa: PLC0415 - loaded only where a bar is drawn
    from rich.progress import track  # noqa: PLC0415 - loaded only where a bar is drawn

    yield from track(items, description=doing, console=Console(stderr=True), transient=True)


@contextmanager
def waited_for(doing: str, size: int) -> Iterator[None]:
    """Show on standard error that something long is done, and how long; only on a terminal.

    ``size`` are the bytes that it is done with: few take no time.
    """
    if size < _WORTH_A_CLOCK or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console  # noqa: PLC0415 - loaded only where a clock is drawn
    from rich.progress import Progress, SpinnerColumn, TimeElapsedColumn  # noqa: PLC0415 - loaded only where a clock is drawn

    columns = (SpinnerColumn(), visible(doing), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as clock:
        clock.add_task(doing, total=None)
        yield
