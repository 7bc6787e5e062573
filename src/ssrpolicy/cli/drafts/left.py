"""The end of a review: open proposals, sentences without an entry, and the next step."""

from __future__ import annotations

import shlex
from pathlib import Path

from ssrpolicy.cli.console import print_line
from ssrpolicy.editing import record_to_edit
from ssrpolicy.messages import _, ngettext
from ssrpolicy.model import CoverageState, PolicyRecord, SentenceRecorded, brief
from ssrpolicy.unseen import visible

_LONGEST_LINE = 160
# So many sentences have a line each.
_FEW = 5


def print_end(path: Path, by: str, *, decided: int, left: int, others: int) -> None:
    """Print how many proposals were decided about and are left, and what to do next.

    ``others`` are those left that the review was not about.
    """
    print_line(_("Decided: {decided}. Left: {left}.", decided=decided, left=left))
    if others:
        print_line(_("Still open outside --kind and --confidence: {number}.",
                     number=others))  # fmt: skip
    quoted = shlex.quote(str(path))
    if decided:
        record = record_to_edit(path)
        _print_not_recorded(record)
        if not left and not others:
            print_without_proposal(record, quoted)
    following = []
    if left or others:
        following.append(f"  ssrpolicy review {quoted} --by {shlex.quote(by)}")
    if decided:
        following.append(f"  ssrpolicy check {quoted} --coverage")
    if following:
        print_line()
        print_line(_("Next:"))
        for each in following:
            print_line(each)


def _print_not_recorded(record: PolicyRecord) -> None:
    """Print of how many sentences no entry accounts for yet, as ``check --coverage`` lists them."""
    number = len(_not_recorded(record))
    if not number:
        print_line(_("Every sentence is recorded or set aside."))
        return
    print_line(
        ngettext(
            "Not recorded yet, or in part: {number} sentence of {total}.",
            "Not recorded yet, or in part: {number} sentences of {total}.",
            number,
            total=len(record.coverage()),
        )
    )


def print_without_proposal(record: PolicyRecord, path: str) -> None:
    """Print the first sentences for which nothing is left to decide, and what to do about them."""
    left = _not_recorded(record)
    if not left:
        return
    print_line(
        _(
            "For these no proposal is left, and what was rejected records nothing. `ssrpolicy add "
            "set-aside {path}` sets aside what says nothing of its own, `ssrpolicy add statement "
            "{path}` records what does:",
            path=path,
        )
    )
    for each in left[:_FEW]:
        print_line(f"  {brief(visible(each.text), _LONGEST_LINE)}")


def _not_recorded(record: PolicyRecord) -> list[SentenceRecorded]:
    """Return the sentences for which no entry accounts, or only in part."""
    unrecorded = (CoverageState.UNTOUCHED, CoverageState.PARTLY)
    return [each for each in record.coverage() if each.state in unrecorded]
